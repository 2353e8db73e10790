"""What people corrected in the metadata of letters, kept in the database; nothing is ever thrown away by correcting."""

import datetime
import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qa.database import Database, Tables, utc_now
from qa.errors import UnknownCorrection
from qa.metadata.fields import MetadataField, tidy
from qa.signing import required_name, required_reason

_OWNER = "metadata_corrections"
_STEPS = [
    (
        "CREATE TABLE metadata_correction (id INTEGER PRIMARY KEY AUTOINCREMENT, letter TEXT NOT NULL, "
        "field TEXT NOT NULL, value TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, made TEXT NOT NULL, "
        "withdrawn TEXT, withdrawn_by TEXT)"
    ),
    "CREATE INDEX metadata_correction_by_letter ON metadata_correction (letter)",
]
_IN_FORCE = """
SELECT * FROM metadata_correction
WHERE id IN (SELECT max(id) FROM metadata_correction WHERE withdrawn IS NULL GROUP BY letter, field)
"""
_LONGEST = 500  # characters of a name or a reason


@dataclass(frozen=True, slots=True)
class MetadataCorrection:
    """One value that somebody put in the place of what was read. `withdrawn` is when it was taken back."""

    id: int
    letter: str
    field: MetadataField
    value: str
    by: str
    reason: str
    made: datetime.datetime
    withdrawn: datetime.datetime | None = None
    withdrawn_by: str = ""


class MetadataCorrections:
    """The corrections of one data folder. Nothing is made on the disk before the first correction.

    Of several corrections of one field the last that was not taken back is in force; taking that back brings back the
    one before it, and without one what the reader read.
    """

    def __init__(self, database: Database, now: Callable[[], datetime.datetime] = utc_now) -> None:
        self._database = database
        self._now = now
        self._tables = Tables(database, _OWNER, _STEPS)

    def of(self, letter: str) -> tuple[MetadataCorrection, ...]:
        """The corrections of a letter that are in force, in the order of the fields."""
        found = self._rows(f"{_IN_FORCE} AND letter = ?", (letter,))
        return tuple(sorted(found, key=lambda each: list(MetadataField).index(each.field)))

    def history(self, letter: str) -> tuple[MetadataCorrection, ...]:
        """All corrections of a letter ever made, the newest first."""
        return tuple(self._rows("SELECT * FROM metadata_correction WHERE letter = ? ORDER BY id DESC", (letter,)))

    def in_force(self) -> Mapping[str, Mapping[MetadataField, str]]:
        """The values that are in force, by letter and field."""
        values: dict[str, dict[MetadataField, str]] = {}
        for each in self._rows(f"{_IN_FORCE} ORDER BY letter, field"):
            values.setdefault(each.letter, {})[each.field] = each.value
        return values

    def correct(self, letter: str, field: MetadataField, value: str, *, by: str, reason: str) -> int:
        """Put a value in the place of what was read, "" where nothing is known; returns the correction's number.

        Raises BadCorrection for a value without a meaning, and without a name or a reason.
        """
        value, by, reason = tidy(field, value), required_name(by)[:_LONGEST], required_reason(reason)[:_LONGEST]
        self._tables.make()
        with self._database.change() as connection:
            made = connection.execute(
                "INSERT INTO metadata_correction (letter, field, value, by, reason, made) VALUES (?, ?, ?, ?, ?, ?)",
                (letter, field.value, value, by, reason, self._now().isoformat()),
            ).lastrowid
        assert made is not None
        return made

    def withdraw(self, correction: int, *, by: str) -> MetadataCorrection:
        """Take a correction back; raises UnknownCorrection where there is none, BadCorrection without a name."""
        by = required_name(by)[:_LONGEST]
        found = self._rows("SELECT * FROM metadata_correction WHERE id = ? AND withdrawn IS NULL", (correction,))
        if not found:
            raise UnknownCorrection(
                f"Er is geen correctie {correction} die nog geldt. / There is no correction {correction} in force."
            )
        with self._database.change() as connection:
            connection.execute(
                "UPDATE metadata_correction SET withdrawn = ?, withdrawn_by = ? WHERE id = ? AND withdrawn IS NULL",
                (self._now().isoformat(), by, correction),
            )
        return found[0]

    def forget(self, letters: Collection[str]) -> None:
        """Delete all that was ever corrected in these letters: for letters that are removed for good."""
        if self._tables.there():
            with self._database.change() as connection:
                connection.execute(
                    "DELETE FROM metadata_correction WHERE letter IN (SELECT value FROM json_each(?))",
                    (json.dumps(sorted(letters)),),
                )

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[MetadataCorrection]:
        return [_correction(row) for row in self._database.read(query, values)] if self._tables.there() else []


def digest(values: Mapping[MetadataField, str]) -> str:
    """What differs when the corrections of a letter do."""
    content = json.dumps({field.value: values[field] for field in MetadataField if field in values})
    return hashlib.sha256(content.encode()).hexdigest()


def _correction(row: Any) -> MetadataCorrection:
    withdrawn = row["withdrawn"]
    return MetadataCorrection(
        id=row["id"],
        letter=row["letter"],
        field=MetadataField(row["field"]),
        value=row["value"],
        by=row["by"],
        reason=row["reason"],
        made=datetime.datetime.fromisoformat(row["made"]),
        withdrawn=datetime.datetime.fromisoformat(withdrawn) if withdrawn else None,
        withdrawn_by=row["withdrawn_by"] or "",
    )
