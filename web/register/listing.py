"""The list of entries in the order asked for, and what falls due in the coming weeks."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.names import fold
from qa.commitments.types import Entry, Standing
from web.register.asking import Order
from web.register.words import members, status_name

_SOON = datetime.timedelta(weeks=2)
_NEXT = datetime.timedelta(weeks=6)
_MOST_IN_GROUP = 5
_OWED = frozenset({Standing.OVERDUE, Standing.OPEN})


@dataclass(frozen=True, slots=True)
class Due:
    """An entry on the timeline, and in how many days it is due: below zero when that day has passed."""

    entry: Entry
    days: int


@dataclass(frozen=True, slots=True)
class DueGroup:
    """The entries of one stretch of the timeline: all that there are, and the first few; it ends before `end`."""

    name: str
    end: datetime.date
    found: int
    first: tuple[Due, ...]


def in_order(entries: Sequence[Entry], order: Order, *, backwards: bool) -> Sequence[Entry]:
    """The entries sorted; those that do not say by what is sorted stay behind, either way."""
    if order is Order.DUE and not backwards:
        return entries
    key = _KEYS[order]
    known = sorted((entry for entry in entries if key(entry)), key=key, reverse=backwards)
    return [*known, *(entry for entry in entries if not key(entry))]


def _newest(entry: Entry) -> str:
    return max(
        (each.letter.metadata.date.isoformat() for each in entry.mentions if each.letter.metadata.date), default=""
    )


_KEYS: dict[Order, Callable[[Entry], str]] = {
    Order.DUE: lambda entry: entry.due_date.isoformat() if entry.due_date else "",
    Order.DATE: _newest,
    Order.WHAT: lambda entry: fold(entry.what),
    Order.PERSON: lambda entry: fold(members(entry)),
    Order.MINISTRY: lambda entry: fold(entry.ministry),
    Order.STATUS: lambda entry: fold(status_name(entry.status)),
}


def timeline(entries: Sequence[Entry], today: datetime.date) -> list[DueGroup]:
    """What is still to be done and has a day: overdue with the longest first, within weeks, later; no empty groups."""
    owed = [
        (entry, entry.due_date) for entry in entries if entry.standing in _OWED and entry.due_date and not entry.wrong
    ]
    dated = sorted(((entry, due) for entry, due in owed if due), key=lambda pair: pair[1])
    limits = {"overdue": today, "soon": today + _SOON, "next": today + _NEXT, "later": datetime.date.max}
    groups: dict[str, list[Due]] = {name: [] for name in limits}
    for entry, due in dated:
        name = next(name for name, limit in limits.items() if due < limit or name == "later")
        groups[name].append(Due(entry, (due - today).days))
    return [
        DueGroup(name, limits[name], len(held), tuple(held[:_MOST_IN_GROUP])) for name, held in groups.items() if held
    ]
