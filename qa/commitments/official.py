"""The official register of oral promises, as it was last imported: kept beside what people make."""

import datetime
import json
from collections.abc import Sequence
from dataclasses import asdict

from qa.commitments.types import OfficialRow
from qa.database import Database, Tables

_OWNER = "official_register"
_STEPS = [
    "CREATE TABLE official_row (number TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    (
        "CREATE TABLE official_import (id INTEGER PRIMARY KEY AUTOINCREMENT, by TEXT NOT NULL, made TEXT NOT NULL, "
        "rows INTEGER NOT NULL)"
    ),
]
_DATES = ("made", "due", "closed")


class OfficialRegister:
    """The imported rows. Nothing is made on the disk before the first import."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._tables = Tables(database, _OWNER, _STEPS)

    def version(self) -> int:
        """A number that grows with each import; 0 before the first."""
        if not self._tables.there():
            return 0
        found: int = self._database.read("SELECT coalesce(max(id), 0) FROM official_import")[0][0]
        return found

    def rows(self) -> list[OfficialRow]:
        """All rows of the last import, by number."""
        if not self._tables.there():
            return []
        found = self._database.read("SELECT value FROM official_row ORDER BY number")
        return [_row(json.loads(row["value"])) for row in found]

    def replace(self, rows: Sequence[OfficialRow], by: str) -> None:
        """Put these rows in the place of all that were there; of two with one number the last counts."""
        self._write(["DELETE FROM official_row"], (), rows, by)

    def update(self, rows: Sequence[OfficialRow], withdrawn: Sequence[str], by: str) -> None:
        """Add these rows, in the place of those with the same numbers, and drop the numbers that were withdrawn."""
        self._write([], withdrawn, rows, by)

    def _write(self, first: Sequence[str], withdrawn: Sequence[str], rows: Sequence[OfficialRow], by: str) -> None:
        self._tables.make()
        made = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        with self._database.change() as connection:
            for statement in first:
                connection.execute(statement)
            connection.executemany("DELETE FROM official_row WHERE number = ?", [(number,) for number in withdrawn])
            connection.executemany(
                "INSERT OR REPLACE INTO official_row VALUES (?, ?)",
                [(row.number, json.dumps(asdict(row), default=str, ensure_ascii=False)) for row in rows],
            )
            connection.execute("INSERT INTO official_import (by, made, rows) VALUES (?, ?, ?)", (by, made, len(rows)))


def _row(value: dict[str, object]) -> OfficialRow:
    dates = {name: datetime.date.fromisoformat(str(value[name])) if value[name] else None for name in _DATES}
    members = value["members"]
    assert isinstance(members, list)
    return OfficialRow(**{**value, **dates, "members": tuple(members)})  # type: ignore[arg-type]  # as `replace` wrote it
