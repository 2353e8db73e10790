"""What people said about entries of the register, kept in the database; nothing is thrown away by correcting."""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.types import CommitmentKind, CommitmentStatus
from qa.commitments.anchors import Anchor
from qa.commitments.types import CorrectionKind
from qa.database import Database, Tables, utc_now
from qa.errors import UnknownEntry
from qa.signing import required_name, required_reason

_OWNER = "register_corrections"
_STEPS = [
    (
        "CREATE TABLE correction (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, status TEXT, "
        "by TEXT NOT NULL, reason TEXT NOT NULL, made TEXT NOT NULL, withdrawn TEXT, withdrawn_by TEXT)"
    ),
    (
        "CREATE TABLE correction_anchor (correction INTEGER NOT NULL REFERENCES correction (id), side TEXT NOT NULL, "
        "place INTEGER NOT NULL, letter TEXT NOT NULL, kind TEXT NOT NULL, quote TEXT NOT NULL, "
        "PRIMARY KEY (correction, side, place)) WITHOUT ROWID"
    ),
]
_OWN, _OTHER = "own", "other"
# Those that hold on to nothing any more; a merger needs both of its sides.
_WITHOUT_ANCHOR = """
SELECT id FROM correction
WHERE id NOT IN (SELECT correction FROM correction_anchor WHERE side = 'own')
   OR (kind = 'merge' AND id NOT IN (SELECT correction FROM correction_anchor WHERE side = 'other'))
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A correction as it is kept: `anchors` are the mentions that the entry had, `others` those of the one merged."""

    id: int
    kind: CorrectionKind
    status: CommitmentStatus | None
    by: str
    reason: str
    made: datetime.datetime
    withdrawn: datetime.datetime | None
    withdrawn_by: str
    anchors: tuple[Anchor, ...]
    others: tuple[Anchor, ...]


class CorrectionStore:
    """The corrections of one data folder. Nothing is made on the disk before the first correction."""

    def __init__(self, database: Database, now: Callable[[], datetime.datetime] = utc_now) -> None:
        self._database = database
        self._now = now
        self._tables = Tables(database, _OWNER, _STEPS)

    def version(self) -> tuple[int, int, int]:
        """What differs after each correction, each withdrawal, and each time that something was forgotten."""
        if not self._tables.there():
            return (0, 0, 0)
        row = self._database.read(
            "SELECT coalesce(max(id), 0), count(withdrawn), (SELECT count(*) FROM correction_anchor) FROM correction"
        )[0]
        return (row[0], row[1], row[2])

    def all(self) -> list[Kept]:
        """All corrections ever made, oldest first."""
        if not self._tables.there():
            return []
        held: dict[tuple[int, str], list[Anchor]] = defaultdict(list)
        for row in self._database.read("SELECT * FROM correction_anchor ORDER BY correction, side, place"):
            anchor = Anchor(row["letter"], CommitmentKind(row["kind"]), row["quote"])
            held[row["correction"], row["side"]].append(anchor)
        return [
            _kept(row, held[row["id"], _OWN], held[row["id"], _OTHER])
            for row in self._database.read("SELECT * FROM correction ORDER BY id")
        ]

    def add(
        self,
        kind: CorrectionKind,
        anchors: Sequence[Anchor],
        *,
        by: str,
        reason: str,
        status: CommitmentStatus | None = None,
        others: Sequence[Anchor] = (),
    ) -> int:
        """Keep a correction and return its number; raises BadCorrection without a name or a reason."""
        by, reason = required_name(by), required_reason(reason)
        self._tables.make()
        with self._database.change() as connection:
            made = connection.execute(
                "INSERT INTO correction (kind, status, by, reason, made) VALUES (?, ?, ?, ?, ?)",
                (kind.value, status.value if status else None, by, reason, self._now().isoformat()),
            ).lastrowid
            assert made is not None
            connection.executemany(
                "INSERT INTO correction_anchor VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (made, side, place, anchor.letter, anchor.kind.value, anchor.quote)
                    for side, held in ((_OWN, anchors), (_OTHER, others))
                    for place, anchor in enumerate(held)
                ],
            )
        return made

    def withdraw(self, correction: int, by: str) -> None:
        """Take a correction back; raises UnknownEntry where there is none in force, BadCorrection without a name."""
        by = required_name(by)
        unknown = UnknownEntry(
            f"Er is geen correctie {correction} die nog geldt. / There is no correction {correction} in force."
        )
        if not self._tables.there():
            raise unknown
        with self._database.change() as connection:
            changed = connection.execute(
                "UPDATE correction SET withdrawn = ?, withdrawn_by = ? WHERE id = ? AND withdrawn IS NULL",
                (self._now().isoformat(), by, correction),
            ).rowcount
            if not changed:
                raise unknown

    def forget(self, letters: Collection[str]) -> None:
        """Delete what holds words of these letters, for letters that are removed for good.

        A correction that also stands on words of other letters stays in force by these.
        """
        if not self._tables.there():
            return
        with self._database.change() as connection:
            connection.execute(
                "DELETE FROM correction_anchor WHERE letter IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(letters)),),
            )
            gone = connection.execute(_WITHOUT_ANCHOR).fetchall()
            connection.executemany("DELETE FROM correction_anchor WHERE correction = ?", gone)
            connection.executemany("DELETE FROM correction WHERE id = ?", gone)


def _kept(row: Any, anchors: Sequence[Anchor], others: Sequence[Anchor]) -> Kept:
    withdrawn = row["withdrawn"]
    return Kept(
        id=row["id"],
        kind=CorrectionKind(row["kind"]),
        status=CommitmentStatus(row["status"]) if row["status"] else None,
        by=row["by"],
        reason=row["reason"],
        made=datetime.datetime.fromisoformat(row["made"]),
        withdrawn=datetime.datetime.fromisoformat(withdrawn) if withdrawn else None,
        withdrawn_by=row["withdrawn_by"] or "",
        anchors=tuple(anchors),
        others=tuple(others),
    )
