"""Reading the official register from files of the Tweede Kamer's open data, as JSON (OData) or XML (SyncFeed).

What is read: a list of Toezegging rows, an OData answer with such a list, one row, one row a line, or XML with elements
`toezegging` anywhere. Field names are those of the open data, in capitals or not. The dates of year 1 that stand there
for "no date" become None; a status nobody announced stays as it is written.
"""

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from corpus.errors import UnreadableFile
from corpus.government import find_roles
from corpus.hygiene import clean
from corpus.names import PREFIXES, fold, full_name, split_name
from corpus.readers.markup import local_name, parse_xml
from qa.commitments.states import CLOSED, official_status
from qa.commitments.types import OfficialRow
from qa.errors import BadRegister

_NUMBER = re.compile(r"TZ\d{6}-\d{1,5}")
_FIRST_YEAR, _LAST_YEAR = 1901, 9998  # 0001, 1900 and 9999 stand for "no date"
_HERE = ZoneInfo("Europe/Amsterdam")

_Row: TypeAlias = Mapping[str, Any]


class Reason(StrEnum):
    """What is the matter with a row. From `DATE` on the row is read all the same."""

    NOT_A_ROW = "not a row"
    NO_NUMBER = "no number"
    NO_TEXT = "no text"
    DATE = "date"
    TWICE = "twice"


KEPT = frozenset({Reason.DATE, Reason.TWICE})
"""The troubles that do not keep a row out of the register."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A row that could not be read, or not wholly: its place in the file from 1, its number, "" without one."""

    place: int
    number: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OfficialFile:
    """What a file holds: rows in its order, the numbers of rows it says are deleted, and what could not be read.

    Rows that are deleted and no longer say which number they had are only counted, in `deleted`.
    """

    rows: tuple[OfficialRow, ...]
    withdrawn: tuple[str, ...] = ()
    deleted: int = 0
    troubles: tuple[Trouble, ...] = ()


def read_official_file(data: bytes) -> OfficialFile:
    """Read the bytes of a file; raises BadRegister where it holds no row of the register at all."""
    rows: dict[str, OfficialRow] = {}
    withdrawn: list[str] = []
    troubles: list[Trouble] = []
    deleted = 0
    for place, raw in enumerate(_raw_rows(data), start=1):
        fields = _lower(raw) if isinstance(raw, Mapping) else {}
        number = _text(fields, "nummer").upper()
        if _is_deleted(fields):
            deleted += 1
            withdrawn += [number] if number else []
            continue
        reason = _unreadable(raw, fields, number)
        if reason is not None:
            troubles.append(Trouble(place, number, reason, _shown(raw, reason)))
            continue
        troubles += [Trouble(place, number, Reason.TWICE)] if number in rows else []
        troubles += [Trouble(place, number, Reason.DATE, wrong) for wrong in _wrong_dates(fields)]
        rows[number] = _row(fields, number)
    if not rows and (troubles or not deleted):
        raise BadRegister(_NOTHING_FOUND)
    return OfficialFile(tuple(rows.values()), tuple(withdrawn), deleted, tuple(troubles))


_NOTHING_FOUND = (
    "Dit bestand bevat geen toezeggingen uit het register van de Tweede Kamer. Geef een bestand met rijen van de "
    "verzameling Toezegging uit de open data (JSON of XML). / This file holds no promises of the register of the "
    "Tweede Kamer. Give a file with rows of the set Toezegging from its open data (JSON or XML)."
)


# --------------------------------------------------------------------------------------------- from bytes to rows


def _raw_rows(data: bytes) -> Sequence[object]:
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return list(_xml_rows(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadRegister(_NOTHING_FOUND) from None
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return [_json_line(line) for line in text.splitlines() if line.strip()]
    if isinstance(value, dict) and isinstance(value.get("value"), list):
        value = value["value"]
    return value if isinstance(value, list) else [value]


def _json_line(line: str) -> object:
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError):
        return line


def _xml_rows(data: bytes) -> Iterator[_Row]:
    try:
        root = parse_xml(data)
    except UnreadableFile as error:
        raise BadRegister(f"Dit bestand kan niet gelezen worden. / This file cannot be read: {error}.") from error
    for element in root.iter():
        if local_name(element) != "toezegging":
            continue
        fields = {local_name(child): child.text or "" for child in element}
        deleted = next((value for name, value in element.attrib.items() if str(name).endswith("verwijderd")), "")
        yield {**fields, "verwijderd": str(deleted)}


def _lower(raw: _Row) -> dict[str, Any]:
    return {str(name).casefold(): value for name, value in raw.items()}


# ------------------------------------------------------------------------------------------------ from row to value


def _unreadable(raw: object, fields: _Row, number: str) -> Reason | None:
    if not isinstance(raw, Mapping):
        return Reason.NOT_A_ROW
    if not _NUMBER.fullmatch(number):
        return Reason.NO_NUMBER
    return None if _text(fields, "tekst") else Reason.NO_TEXT


def _shown(raw: object, reason: Reason) -> str:
    """What of a row tells people which one it is."""
    if reason is Reason.NOT_A_ROW:
        return str(raw)[:60]
    fields = _lower(raw) if isinstance(raw, Mapping) else {}
    return (_text(fields, "nummer") or _text(fields, "tekst") or _text(fields, "id"))[:60]


def _row(fields: _Row, number: str) -> OfficialRow:
    activity = next(iter(_expanded(fields, "activiteit")), {})
    role = _text(fields, "functie")
    roles = find_roles(role)
    row = OfficialRow(
        number=number,
        text=_text(fields, "tekst"),
        status=_text(fields, "status"),
        made=_day(activity, "datum") or _day(fields, "aanmaakdatum"),
        due=_day(fields, "datumnakoming"),
        ministry=_text(fields, "ministerie") or (roles[0].ministry if roles else ""),
        by=", ".join(filter(None, (_who_promised(fields), role))),
        members=tuple(_members(fields)),
        occasion=_text(activity, "onderwerp") or _text(activity, "soort") or _text(fields, "activiteitnummer"),
    )
    # The one date is the day by which it is to be kept, and once it is kept, the day on which it was.
    return replace(row, due=None, closed=row.due) if official_status(row) in CLOSED else row


def _who_promised(fields: _Row) -> str:
    """The name in reading order: "F.M. Wiersma" of "Wiersma, F.M."."""
    surname = _surname(fields)
    if surname:
        return full_name(_text(fields, "voornaam") or _text(fields, "initialen"), surname)
    first, surname = split_name(_text(fields, "naam"))
    return full_name(first, surname)


def _members(fields: _Row) -> Iterator[str]:
    """To whom it was promised, where the rows of members or fracties were asked for with it."""
    people = [*_expanded(fields, "toegezegdaanpersoon"), *_expanded(fields, "toegezegdaan")]
    named = [person for person in people if _surname(person)]
    for person in named:
        name = full_name(_text(person, "roepnaam"), _surname(person))
        party = _text(person, "fractielabel")
        yield f"{name} ({party})" if party else name
    parties = [] if named else _expanded(fields, "toegezegdaanfractie")
    yield from filter(None, (_text(party, "afkorting") or _text(party, "naamnl") for party in parties))


def _surname(person: _Row) -> str:
    """The surname with its prefix in front, which stands there with a capital as everywhere here."""
    surname, prefix = _text(person, "achternaam"), _text(person, "tussenvoegsel")
    if not surname or not prefix or fold(surname).startswith(f"{fold(prefix)} "):
        return surname
    whole = f"{prefix} {surname}"
    return whole[:1].upper() + whole[1:] if fold(prefix).split()[0] in PREFIXES else whole


def _expanded(fields: _Row, name: str) -> list[_Row]:
    """The rows that stand inside this one, one or a list of them."""
    value = fields.get(name)
    rows = value if isinstance(value, list) else [value]
    return [_lower(row) for row in rows if isinstance(row, Mapping)]


def _text(fields: _Row, name: str) -> str:
    value = fields.get(name)
    return clean(value) if isinstance(value, str) else ""


def _is_deleted(fields: _Row) -> bool:
    return str(fields.get("verwijderd", "")).strip().casefold() in {"true", "1"}


def _day(fields: _Row, name: str) -> datetime.date | None:
    """The day in the Netherlands of a moment; None for none, for one that stands for none, and for nonsense."""
    moment = _moment(_text(fields, name))
    if moment is None or not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    # Local times come with their offset, or with none; only those in UTC are of another day late in the evening.
    return (moment.astimezone(_HERE) if moment.utcoffset() == datetime.timedelta(0) else moment).date()


def _moment(written: str) -> datetime.datetime | None:
    try:
        return datetime.datetime.fromisoformat(written)
    except ValueError:
        return None


def _wrong_dates(fields: _Row) -> Iterator[str]:
    for name in ("aanmaakdatum", "datumnakoming"):
        written = _text(fields, name)
        if written and _moment(written) is None:
            yield written[:40]
