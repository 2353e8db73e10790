"""The database of what people make, `app.db`: one SQLite file in the data folder, opened and brought up to date here.

Each owner (corrections, drafts, accounts …) keeps its own tables, made by its own steps; the file remembers how many
steps of each owner were taken.
"""

import datetime
import sqlite3
import threading
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from index.space import writing_file
from qa.errors import NewerDatabase

FILE_NAME = "app.db"
_LEAST_ROOM = 1_000_000  # bytes; only to be told when there is no room
_WAIT = 10.0  # seconds that a writer waits for another one
_STEPS = "CREATE TABLE IF NOT EXISTS steps (owner TEXT PRIMARY KEY, taken INTEGER NOT NULL) WITHOUT ROWID"


class Database:
    """The file, for many threads and processes; each thread has a connection of its own."""

    def __init__(self, data: Path) -> None:
        """Nothing is made on the disk before the first `prepare`."""
        self.path = data / FILE_NAME
        self._local = threading.local()
        self._opened: list[sqlite3.Connection] = []
        weakref.finalize(self, _close, self._opened)

    def prepare(self, owner: str, steps: Sequence[str]) -> None:
        """Take the steps that this file has not had, one SQL statement each, oldest first.

        Raises NewerDatabase when the file had more of them.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.change() as connection:
            connection.execute(_STEPS)
            row = connection.execute("SELECT taken FROM steps WHERE owner = ?", (owner,)).fetchone()
            taken = row[0] if row else 0
            if taken > len(steps):
                raise NewerDatabase(
                    f"{self.path} was written by a newer version of Vraagbaak ({owner}: {taken} steps, this version "
                    f"knows {len(steps)}). Install that version, or restore a backup made by this one."
                )
            for step in steps[taken:]:
                connection.execute(step)
            connection.execute("INSERT OR REPLACE INTO steps VALUES (?, ?)", (owner, len(steps)))

    @contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """A transaction that writes: all of it counts, or nothing when it raises; writers wait for each other.

        Raises `DiskFull`.
        """
        connection = self._connection()
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException as trouble:
            # What failed for want of space may have been rolled back already.
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(trouble, sqlite3.Error):
                with writing_file(self.path, "what is to be kept", _LEAST_ROOM):
                    raise
            raise

    def read(self, query: str, values: Sequence[object] = ()) -> list[sqlite3.Row]:
        """The rows of one query, as they stand now."""
        rows: list[sqlite3.Row] = self._connection().execute(query, values).fetchall()
        return rows

    def settle(self) -> None:
        """Write what the log beside the file holds into the file, and empty the log, unless somebody reads just then.

        What was deleted stands in the log until then.
        """
        self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # Only the finaliser uses a connection outside its thread, to close it.
            connection = sqlite3.connect(self.path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = WAL")
            # What was saved must outlive a power cut, not only a crash of the program.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            # What is deleted because a letter was removed must not stay behind in unused pages, nor go into backups.
            connection.execute("PRAGMA secure_delete = ON")
            self._local.connection = connection
            self._opened.append(connection)
        return connection


class Tables:
    """The tables of one owner, made when they are first written to: asking must leave no file behind."""

    def __init__(self, database: Database, owner: str, steps: Sequence[str]) -> None:
        self._database = database
        self._owner = owner
        self._steps = steps
        self._made = False

    def there(self) -> bool:
        """Whether there can be rows to read; brings the tables up to date where there is a file."""
        if not self._made and self._database.path.exists():
            self.make()
        return self._made

    def make(self) -> None:
        """Make what is not there yet; before anything is written."""
        if not self._made:
            self._database.prepare(self._owner, self._steps)
            self._made = True


def utc_now() -> datetime.datetime:
    """The moment, in UTC, as all tables keep it."""
    return datetime.datetime.now(datetime.UTC)


def _close(connections: Sequence[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()
