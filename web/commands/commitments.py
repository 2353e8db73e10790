"""The command `commitments`: the register of promises and moties, a line for each mention in a letter."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.names import is_initials, surname_prefix
from corpus.people import matches
from corpus.types import CommitmentStatus, Person
from index.encode import load_encoder
from index.library import Library
from index.types import StoredCommitment
from qa.errors import BadQuestion
from web.commands.console import write_json, write_line


def list_commitments(data: Path, *, person: str, status: str, due_before: str, as_json: bool) -> int:
    """Write the mentions that pass the filters; raises `BadQuestion` for a filter that has no meaning."""
    wanted_status, limit = _status(status), _date(due_before)
    generation = Library(data, load_encoder()).current()
    for stored in sorted(generation.commitments, key=_order):
        made = stored.commitment
        if wanted_status is not None and made.status is not wanted_status:
            continue
        if limit is not None and (made.due_date is None or made.due_date >= limit):
            continue
        if person and not any(matches(person, each) for each in _people(stored)):
            continue
        if as_json:
            write_json(commitment_json(stored))
        else:
            write_line(_line(stored))
    return 0


def commitment_json(stored: StoredCommitment) -> dict[str, Any]:
    """A mention as other programs read it; null where the letter does not say it."""
    made = stored.commitment
    return {
        "entry": stored.entry,
        "letter": stored.letter.id,
        "file": stored.letter.file,
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
        "status": made.status.value,
    }


def _order(stored: StoredCommitment) -> tuple[datetime.date, str, bool, int]:
    """What is due first, then the rest; those of one letter in its order."""
    made = stored.commitment
    return (made.due_date or datetime.date.max, stored.letter.id, made.in_notes, made.start)


def _people(stored: StoredCommitment) -> Iterator[Person]:
    yield from stored.commitment.to
    if stored.commitment.by_person is not None:
        yield stored.commitment.by_person


def _line(stored: StoredCommitment) -> str:
    made = stored.commitment
    to = ", ".join(f"{_name(each)} ({each.party})" if each.party else _name(each) for each in made.to)
    due = made.due_date.isoformat() if made.due_date else made.due or "-"
    page = f", p. {made.page}" if made.page else ""
    return f"{made.status:<14} {due:<12} {made.kind}: {made.what} | {to or '-'} | {stored.letter.file}{page}"


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
