"""The due dates as a calendar (RFC 5545): an event of a whole day for each entry that is still to be done.

Events, since the calendars of Outlook and Google show no tasks from a file. The id of an event stays the same, so that
a file that is taken in again changes events and doubles none.
"""

import datetime
from collections.abc import Callable, Iterable

import icalendar
from flask_babel import gettext

from qa.commitments.types import Entry, Standing
from web.register.exports import newest
from web.register.words import kind_name, members, promiser, source_name, standing_name, status_name

_LONGEST_SUMMARY = 120  # characters


def due_entries(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that a calendar can show: with a due date, not settled, not marked wrong."""
    return [entry for entry in entries if entry.due_date and entry.standing is not Standing.CLOSED and not entry.wrong]


def calendar(entries: Iterable[Entry], address: Callable[[Entry], str], *, name: str, made: datetime.datetime) -> bytes:
    """A calendar of these entries; `address` gives the whole address of an entry's page, `made` is in UTC."""
    held = icalendar.Calendar()
    held.add("prodid", "-//Vraagbaak//Toezeggingen//NL")
    held.add("version", "2.0")
    held.add("calscale", "GREGORIAN")
    held.add("name", name)
    held.add("x-wr-calname", name)
    for entry in entries:
        assert entry.due_date is not None
        event = icalendar.Event()
        event.add("uid", f"{entry.id}@vraagbaak")
        event.add("dtstamp", made)
        event.add("dtstart", entry.due_date)
        event.add("dtend", entry.due_date + datetime.timedelta(days=1))
        event.add("summary", _summary(entry))
        event.add("description", "\n".join(_description(entry)))
        event.add("url", address(entry))
        event.add("categories", [kind_name(entry.kind)])
        event.add("transp", "TRANSPARENT")  # a due date keeps nobody from meeting
        held.add_component(event)
    return bytes(held.to_ical())


def _summary(entry: Entry) -> str:
    text = f"{kind_name(entry.kind)}: {entry.what}"
    return text if len(text) <= _LONGEST_SUMMARY else f"{text[: _LONGEST_SUMMARY - 1].rstrip()}…"


def _description(entry: Entry) -> Iterable[str]:
    to, by = members(entry), promiser(entry)
    yield entry.what
    yield gettext("%(standing)s; status: %(status)s, according to %(source)s") % {
        "standing": standing_name(entry.standing),
        "status": status_name(entry.status),
        "source": source_name(entry.status_source),
    }
    if to:
        yield gettext("To: %(people)s", people=to)
    if by:
        yield gettext("By: %(person)s", person=by)
    if entry.due:
        yield gettext("Due: “%(words)s”", words=entry.due)
    mention = newest(entry)
    if mention is not None:
        yield f"“{' '.join(mention.commitment.quote.split())}” ({mention.citation})"
