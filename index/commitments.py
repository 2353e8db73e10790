"""The promises and moties of a generation's letters, in one SQLite file that is written once and then only read."""

import json
import sqlite3
import threading
import weakref
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.codec import from_json, to_json
from corpus.types import Commitment
from index.register import Mention, entries
from index.types import LetterRecord, StoredCommitment

_SCHEMA = """
CREATE TABLE commitment (
    letter TEXT NOT NULL, place INTEGER NOT NULL, entry TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (letter, place)
) WITHOUT ROWID
"""
_CARRY = """
INSERT INTO commitment SELECT letter, place, '', value FROM before.commitment
WHERE letter IN (SELECT value FROM json_each(?))
"""
_ALL = "SELECT letter, entry, value FROM commitment ORDER BY letter, place"


class CommitmentWriter:
    """Writes one file of commitments; nothing is on the disk for sure before `finish`."""

    def __init__(self, path: Path) -> None:
        """Begin a file that is not there yet."""
        self._connection = sqlite3.connect(path.resolve().as_uri(), uri=True, isolation_level=None)
        # The file counts only when it is finished and flushed: a half one is thrown away, never repaired.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute(_SCHEMA)

    def carry(self, before: Path, letters: Collection[str]) -> None:
        """Take over what these letters say from the file of another generation."""
        connection = self._connection
        connection.execute("ATTACH ? AS before", (f"{before.resolve().as_uri()}?mode=ro&immutable=1",))
        connection.execute(_CARRY, (json.dumps(sorted(letters)),))
        connection.execute("DETACH before")

    def add(self, letter_id: str, commitments: Sequence[Commitment]) -> None:
        """Add the commitments of one letter."""
        rows = [
            (letter_id, place, json.dumps(to_json(each), ensure_ascii=False, sort_keys=True))
            for place, each in enumerate(commitments)
        ]
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO commitment VALUES (?, ?, '', ?)", rows)
        self._connection.execute("COMMIT")

    def finish(self, letters: Mapping[str, LetterRecord]) -> None:
        """Put all mentions into entries, complete and close the file; `letters` are all of the generation by id."""
        rows = self._connection.execute("SELECT letter, place, value FROM commitment").fetchall()
        mentions = [Mention(letters[letter], from_json(Commitment, json.loads(value))) for letter, _, value in rows]
        named = [(entry, letter, place) for entry, (letter, place, _) in zip(entries(mentions), rows, strict=True)]
        self._connection.execute("BEGIN")
        self._connection.executemany("UPDATE commitment SET entry = ? WHERE letter = ? AND place = ?", named)
        self._connection.execute("COMMIT")
        self._connection.close()

    def close(self) -> None:
        """Let go of a file that will not be finished."""
        self._connection.close()


@dataclass(frozen=True, slots=True)
class _Row:
    letter: str
    entry: str
    commitment: Commitment


class CommitmentStore:
    """The file of commitments, open for reading by many threads; it stays whole when the file is removed."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises `sqlite3.Error` when it does not hold commitments."""
        self._connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        weakref.finalize(self, self._connection.close)
        self._reading = threading.Lock()
        self._rows: tuple[_Row, ...] | None = None
        self._count: int = self._connection.execute("SELECT count(*) FROM commitment").fetchone()[0]

    @property
    def count(self) -> int:
        """The number of mentions."""
        return self._count

    def all(self, letters: Mapping[str, LetterRecord]) -> list[StoredCommitment]:
        """All mentions by letter, in their order there; read from the file once. `letters` are all by id."""
        with self._reading:
            if self._rows is None:
                found = self._connection.execute(_ALL).fetchall()
                self._rows = tuple(
                    _Row(letter, entry, from_json(Commitment, json.loads(value))) for letter, entry, value in found
                )
        return [StoredCommitment(row.entry, letters[row.letter], row.commitment) for row in self._rows]
