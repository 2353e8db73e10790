"""The command `commitments`: the register of promises and moties, a line for each mention in a letter.

What people marked wrong is left out, and a state that somebody set stands in the place of what the letters say; else
`status` is what this letter says.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.names import is_initials, surname_prefix
from corpus.people import matches
from corpus.types import Commitment, CommitmentStatus, Person
from qa.commitments.types import Entry, Mention, Source
from qa.errors import BadQuestion
from web.commands.console import write_json, write_line
from web.commands.opening import open_all


def list_commitments(data: Path, *, person: str, status: str, due_before: str, as_json: bool) -> int:
    """Write the mentions that pass the filters; raises `BadQuestion` for a filter that has no meaning."""
    wanted_status, limit = _status(status), _date(due_before)
    listed = [(entry, mention) for entry in open_all(data).book.entries() for mention in entry.mentions]
    for entry, mention in sorted(listed, key=_order):
        made = mention.commitment
        if wanted_status is not None and _status_of(entry, mention) is not wanted_status:
            continue
        if limit is not None and (made.due_date is None or made.due_date >= limit):
            continue
        if person and not any(matches(person, each) for each in _people(made)):
            continue
        if as_json:
            write_json(commitment_json(entry, mention))
        else:
            write_line(_line(entry, mention))
    return 0


def commitment_json(entry: Entry, mention: Mention) -> dict[str, Any]:
    """A mention as other programs read it; null where the letter does not say it."""
    made = mention.commitment
    return {
        "entry": entry.id,
        "letter": mention.letter.id,
        "file": mention.letter.file,
        "page": made.page,
        "kind": made.kind.value,
        "quote": made.quote,
        "by": made.by or None,
        "by_person": _full_name(made.by_person) if made.by_person else None,
        "to": [{"name": _name(each), "party": each.party or None} for each in made.to],
        "occasion": made.occasion or None,
        "reference": made.reference.identifier if made.reference else None,
        "reference_text": made.reference_text or None,
        "what": made.what,
        "due": made.due or None,
        "due_date": made.due_date.isoformat() if made.due_date else None,
        "status": _status_of(entry, mention).value,
    }


def _status_of(entry: Entry, mention: Mention) -> CommitmentStatus:
    """What the letter says, unless a person said otherwise of the entry; a promise with a motie keeps its own."""
    corrected = entry.status_source is Source.PERSON and entry.kind is mention.commitment.kind
    return entry.status if corrected else mention.commitment.status


def _order(listed: tuple[Entry, Mention]) -> tuple[datetime.date, str, bool, int, str]:
    """What is due first, then the rest; those of one letter in its order."""
    letter, made = listed[1].letter, listed[1].commitment
    return (made.due_date or datetime.date.max, letter.id, made.in_notes, made.start, made.kind)


def _people(made: Commitment) -> Iterator[Person]:
    yield from made.to
    if made.by_person is not None:
        yield made.by_person


def _line(entry: Entry, mention: Mention) -> str:
    made = mention.commitment
    to = ", ".join(f"{_name(each)} ({each.party})" if each.party else _name(each) for each in made.to)
    due = made.due_date.isoformat() if made.due_date else made.due or "-"
    page = f", p. {made.page}" if made.page else ""
    status = _status_of(entry, mention)
    return f"{status:<14} {due:<12} {made.kind}: {made.what} | {to or '-'} | {mention.letter.file}{page}"


def _name(person: Person) -> str:
    """The name as letters write it: with a first name where one is given, without initials."""
    return person.name if not person.first or is_initials(person.first) else _full_name(person)


def _full_name(person: Person) -> str:
    """First name or initials, then the surname with its prefix in small letters, as Dutch has it behind them."""
    if not person.first:
        return person.name
    prefix = surname_prefix(person.name)
    return f"{person.first} {person.name[: len(prefix)].lower()}{person.name[len(prefix) :]}"


def _status(word: str) -> CommitmentStatus | None:
    if not word.strip():
        return None
    try:
        return CommitmentStatus(word.strip().casefold())
    except ValueError:
        raise BadQuestion(f"No status {word!r}; there are: {', '.join(CommitmentStatus)}.") from None


def _date(word: str) -> datetime.date | None:
    if not word.strip():
        return None
    try:
        return datetime.date.fromisoformat(word.strip())
    except ValueError:
        raise BadQuestion(f"--due-before takes a date as 2023-03-24, not {word!r}.") from None
