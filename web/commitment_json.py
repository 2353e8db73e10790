"""A promise or motie as JSON, in the form that `commitments --json` and the API promise."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from corpus.names import is_initials, surname_prefix
from corpus.people import matches
from corpus.types import Commitment, CommitmentKind, CommitmentStatus, Person
from qa.commitments.types import Entry, Mention, Source


@dataclass(frozen=True, slots=True)
class WantedMentions:
    """Which mentions to list; "" and None leave nothing out. `due_before` is exclusive."""

    person: str = ""
    status: CommitmentStatus | None = None
    due_before: datetime.date | None = None
    kind: CommitmentKind | None = None


def mentions(entries: Iterable[Entry], wanted: WantedMentions) -> list[tuple[Entry, Mention]]:
    """The mentions that are wanted, with their entries: what is due first, then the rest by letter."""
    listed = ((entry, mention) for entry in entries for mention in entry.mentions)
    return sorted((each for each in listed if _is_wanted(*each, wanted)), key=_order)


def _is_wanted(entry: Entry, mention: Mention, wanted: WantedMentions) -> bool:
    made = mention.commitment
    if wanted.status is not None and status_of(entry, mention) is not wanted.status:
        return False
    if wanted.due_before is not None and (made.due_date is None or made.due_date >= wanted.due_before):
        return False
    if wanted.kind is not None and made.kind is not wanted.kind:
        return False
    return not wanted.person or any(matches(wanted.person, each) for each in _people(made))


def _order(listed: tuple[Entry, Mention]) -> tuple[datetime.date, str, bool, int, str]:
    """What is due first, then the rest; those of one letter in its order."""
    letter, made = listed[1].letter, listed[1].commitment
    return (made.due_date or datetime.date.max, letter.id, made.in_notes, made.start, made.kind)


def _people(made: Commitment) -> Iterator[Person]:
    yield from made.to
    if made.by_person is not None:
        yield made.by_person


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
        "by_person": full_name(made.by_person) if made.by_person else None,
        "to": [{"name": short_name(each), "party": each.party or None} for each in made.to],
        "occasion": made.occasion or None,
        "reference": made.reference.identifier if made.reference else None,
        "reference_text": made.reference_text or None,
        "what": made.what,
        "due": made.due or None,
        "due_date": made.due_date.isoformat() if made.due_date else None,
        "status": status_of(entry, mention).value,
    }


def status_of(entry: Entry, mention: Mention) -> CommitmentStatus:
    """What the letter says, unless a person said otherwise of the entry; a promise with a motie keeps its own."""
    corrected = entry.status_source is Source.PERSON and entry.kind is mention.commitment.kind
    return entry.status if corrected else mention.commitment.status


def short_name(person: Person) -> str:
    """The name as letters write it: with a first name where one is given, without initials."""
    return person.name if not person.first or is_initials(person.first) else full_name(person)


def full_name(person: Person) -> str:
    """First name or initials, then the surname with its prefix in small letters, as Dutch has it behind them."""
    if not person.first:
        return person.name
    prefix = surname_prefix(person.name)
    return f"{person.first} {person.name[: len(prefix)].lower()}{person.name[len(prefix) :]}"
