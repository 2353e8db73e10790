"""What an address of the register asks for: filters, order and page, each with what is wrong with it."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from corpus.references import parse_dossier
from corpus.types import CommitmentKind, CommitmentStatus
from qa.commitments.types import EntryFilters, Standing
from web.labels import day, dossier_number
from web.register.words import standing_name, status_name

EVERY_KIND = "alle"
STANDINGS = {
    "te-laat": Standing.OVERDUE,
    "open": Standing.OPEN,
    "onbekend": Standing.UNKNOWN,
    "afgehandeld": Standing.CLOSED,
}
_FIELDS = ("zoek", "persoon", "partij", "ministerie", "dossier", "status", "stand", "voor")
_LONGEST = 200  # characters of one filter


class Order(StrEnum):
    """By what the list is sorted; the value stands in the address."""

    DUE = "termijn"
    DATE = "datum"
    WHAT = "onderwerp"
    PERSON = "persoon"
    MINISTRY = "ministerie"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force: what to call it, and the address's parameters without it."""

    label: str
    without: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A page of the register as an address asks for it.

    `values` are the filters as typed, `parameters` all that narrows the list, without the page. `problems` says in the
    language of the page which filters have no meaning; those are left out of `filters`.
    """

    filters: EntryFilters
    kind: str
    order: Order
    backwards: bool
    page: int
    values: Mapping[str, str]
    parameters: Mapping[str, str]
    chips: tuple[Chip, ...]
    problems: tuple[str, ...]


def read_asked(arguments: MultiDict[str, str]) -> Asked:
    """Read the address; unless it says otherwise, the list is of promises in the order of the register."""
    values = {name: " ".join(arguments.get(name, "").replace("\0", " ").split())[:_LONGEST] for name in _FIELDS}
    problems = tuple(_problems(values))
    kind = arguments.get("soort", CommitmentKind.TOEZEGGING.value)
    kind = kind if kind in {*CommitmentKind, EVERY_KIND} else CommitmentKind.TOEZEGGING.value
    wrong = arguments.get("onjuist") == "1"
    filters = EntryFilters(
        kind=None if kind == EVERY_KIND else CommitmentKind(kind),
        person=values["persoon"],
        party=values["partij"],
        ministry=values["ministerie"],
        dossier=parse_dossier(values["dossier"]) or "",
        status=CommitmentStatus(values["status"]) if values["status"] in set(CommitmentStatus) else None,
        standing=STANDINGS.get(values["stand"]),
        due_before=_date(values["voor"]),
        text=values["zoek"],
        wrong=wrong,
    )
    order = arguments.get("volgorde", "")
    held = {name: value for name, value in values.items() if value} | ({"onjuist": "1"} if wrong else {})
    parameters = {"soort": kind, **held} if kind != CommitmentKind.TOEZEGGING.value else held
    return Asked(
        filters=filters,
        kind=kind,
        order=Order(order) if order in set(Order) else Order.DUE,
        backwards=arguments.get("richting") == "af",
        page=max(arguments.get("pagina", 1, type=int), 1),
        values=values,
        parameters=parameters,
        chips=tuple(_chips(filters, parameters)),
        problems=problems,
    )


def _date(written: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None


def _problems(values: Mapping[str, str]) -> Iterator[str]:
    dossier = gettext("“%(value)s” is no dossier number; write it as 32824, 36200-XV or 21501-02.")
    date = gettext("“%(value)s” is no date; write it as 2023-03-24.")
    unknown = gettext("There is no status called “%(value)s”.")
    for name, wrong, message in (
        ("dossier", not parse_dossier(values["dossier"]), dossier),
        ("voor", _date(values["voor"]) is None, date),
        ("status", values["status"] not in set(CommitmentStatus), unknown),
        ("stand", values["stand"] not in STANDINGS, unknown),
    ):
        if values[name] and wrong:
            yield message.replace("%(value)s", values[name])


def _chips(filters: EntryFilters, parameters: Mapping[str, str]) -> Iterator[Chip]:
    labels = {
        "zoek": f"“{filters.text}”" if filters.text else "",
        "persoon": filters.person,
        "partij": filters.party,
        "ministerie": filters.ministry,
        "dossier": gettext("dossier %(number)s", number=dossier_number(filters.dossier)) if filters.dossier else "",
        "status": gettext("status: %(status)s", status=status_name(filters.status)) if filters.status else "",
        "stand": standing_name(filters.standing) if filters.standing else "",
        "voor": gettext("due before %(date)s", date=day(filters.due_before)) if filters.due_before else "",
        "onjuist": gettext("Marked as wrong") if filters.wrong else "",
    }
    for name, label in labels.items():
        if label:
            yield Chip(label, {other: [value] for other, value in parameters.items() if other != name})
