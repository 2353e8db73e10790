"""What changed with each generation, by whom and through what: kept in `app.db`, longer than the generations."""

import datetime
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from qa.database import Database, utc_now
from web.safety.audit_log import AuditLog

_OWNER = "history"
_STEPS = (
    """CREATE TABLE changes (
        id INTEGER PRIMARY KEY, moment TEXT NOT NULL, by TEXT NOT NULL, through TEXT NOT NULL,
        generation INTEGER NOT NULL, job TEXT NOT NULL, added TEXT NOT NULL, changed TEXT NOT NULL,
        removed TEXT NOT NULL
    )""",
    "CREATE INDEX changes_by_generation ON changes (generation)",
)


class Through(StrEnum):
    """What put a generation in force."""

    UPLOAD = "upload"
    WATCH = "watch"
    BUILD = "build"
    REMOVAL = "removal"
    COMMAND = "command"
    ROLLBACK = "rollback"


@dataclass(frozen=True, slots=True)
class Change:
    """That a generation was put in force: when (UTC), by whom, and what it has that the one before had not.

    `added`, `changed` (read anew) and `removed` are ids of letters; empty for one that was gone back to. `job` is ""
    where no job did it.
    """

    moment: datetime.datetime
    by: str
    through: Through
    generation: int
    job: str = ""
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Built(Protocol):
    """The part of `index.library.BuildReport` that is kept."""

    @property
    def generation(self) -> int | None:
        """The generation in force after it."""
        ...

    @property
    def up_to_date(self) -> bool:
        """Whether there was nothing to do."""
        ...

    @property
    def added(self) -> tuple[str, ...]:
        """Letters that came."""
        ...

    @property
    def changed(self) -> tuple[str, ...]:
        """Letters that were read anew."""
        ...

    @property
    def removed(self) -> tuple[str, ...]:
        """Letters that left."""
        ...


class History:
    """The changes of one data folder, in the audit log too; for many threads and processes."""

    def __init__(self, database: Database) -> None:
        database.prepare(_OWNER, _STEPS)
        self._database = database
        self._audit = AuditLog(database.path.parent)

    def built(self, report: Built, by: str, through: Through, job: str = "") -> None:
        """Write down what a build did; nothing where it had nothing to do."""
        if report.generation is None or report.up_to_date:
            return
        self._add(Change(utc_now(), by, through, report.generation, job, report.added, report.changed, report.removed))
        self._audit.write(
            "activation",
            by,
            generation=report.generation,
            through=through,
            added=len(report.added),
            changed=len(report.changed),
            removed=len(report.removed),
        )

    def went_back(self, generation: int, by: str) -> None:
        """Write down that a generation was put in force again."""
        self._add(Change(utc_now(), by, Through.ROLLBACK, generation))
        self._audit.write("activation", by, generation=generation, through=Through.ROLLBACK)

    def recent(self, limit: int = 50) -> list[Change]:
        """The newest changes first."""
        rows = self._database.read("SELECT * FROM changes ORDER BY id DESC LIMIT ?", (limit,))
        return [_change(row) for row in rows]

    def of(self, generation: int) -> Change | None:
        """What made a generation; None where it was not written down."""
        rows = self._database.read(
            "SELECT * FROM changes WHERE generation = ? AND through != ? ORDER BY id DESC LIMIT 1",
            (generation, Through.ROLLBACK),
        )
        return _change(rows[0]) if rows else None

    def _add(self, change: Change) -> None:
        with self._database.change() as connection:
            connection.execute(
                "INSERT INTO changes (moment, by, through, generation, job, added, changed, removed) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    change.moment.isoformat(),
                    change.by,
                    change.through,
                    change.generation,
                    change.job,
                    *(json.dumps(letters) for letters in (change.added, change.changed, change.removed)),
                ),
            )


def _change(row: Any) -> Change:
    return Change(
        moment=datetime.datetime.fromisoformat(row["moment"]),
        by=row["by"],
        through=Through(row["through"]),
        generation=row["generation"],
        job=row["job"],
        added=tuple(json.loads(row["added"])),
        changed=tuple(json.loads(row["changed"])),
        removed=tuple(json.loads(row["removed"])),
    )
