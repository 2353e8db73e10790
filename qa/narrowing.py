"""What an answer can be narrowed to, with counts: how many letters with a ranked passage each choice would keep.

Counted are the letters of the passages that were ranked for the question, under all filters but the one that is
counted. Choosing one searches all letters again, so that more may be found than was counted.
"""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from corpus.types import Person
from index.belonging import authors, ministries, written_name
from index.fields import named_in, parties_to
from index.types import Belongings, Filters, StoredChunk


class Dimension(StrEnum):
    """By what letters can be narrowed; the values stand in addresses."""

    KIND = "soort"
    YEAR = "jaar"
    MINISTRY = "ministerie"
    SENDER = "afzender"
    PERSON = "persoon"
    PARTY = "partij"
    DOSSIER = "dossier"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to narrow to, with the number of letters; `title` says more of it, "" where there is nothing to say."""

    value: str
    count: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one dimension, most letters first (years newest first), and the letters that were counted."""

    dimension: Dimension
    choices: tuple[Choice, ...]
    letters: int


# Which filters each dimension sets, and what they are when it is let go.
_FIELDS: Mapping[Dimension, tuple[str, ...]] = {
    Dimension.KIND: ("kinds",),
    Dimension.YEAR: ("date_from", "date_to"),
    Dimension.MINISTRY: ("ministry",),
    Dimension.SENDER: ("sender",),
    Dimension.PERSON: ("person",),
    Dimension.PARTY: ("party",),
    Dimension.DOSSIER: ("dossier",),
}
_FREE = Filters()

Consider = Callable[[Filters], Sequence[StoredChunk]]
"""The passages that would be ranked under other filters."""


def facets(
    considered: Sequence[StoredChunk], filters: Filters, belonging: Belongings, consider: Consider
) -> tuple[Facet, ...]:
    """The facets of an answer, empty ones left out. A dimension that is filtered is counted as if it were not."""
    found = []
    for dimension in Dimension:
        opened = without(filters, dimension)
        counted = considered if opened == filters else consider(opened)
        choices = _choices(dimension, counted, belonging)
        if choices:
            found.append(Facet(dimension, choices, len({stored.letter.id for stored in counted})))
    return tuple(found)


def without(filters: Filters, dimension: Dimension) -> Filters:
    """The filters with one dimension let go."""
    free: dict[str, Any] = {name: getattr(_FREE, name) for name in _FIELDS[dimension]}
    return replace(filters, **free)


def year_of(filters: Filters) -> str:
    """The year that the period of the filters is, "" when it is no whole year."""
    first, last = filters.date_from, filters.date_to
    whole = first is not None and (first, last) == (datetime.date(first.year, 1, 1), datetime.date(first.year, 12, 31))
    return str(first.year) if first and whole else ""


def _choices(dimension: Dimension, counted: Iterable[StoredChunk], belonging: Belongings) -> tuple[Choice, ...]:
    values = _VALUES[dimension]
    letters: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, str] = {}
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    for stored in counted:
        for value, title in values(stored, belonging):
            # A name counts as one however it is capitalised; it is shown as most letters write it.
            key = value.casefold()
            letters[key].add(stored.letter.id)
            spelt[key][value] += 1
            titles[key] = titles.get(key) or title
    choices = [Choice(spelt[key].most_common(1)[0][0], len(held), titles.get(key, "")) for key, held in letters.items()]
    if dimension is Dimension.YEAR:
        return tuple(sorted(choices, key=lambda choice: choice.value, reverse=True))
    return tuple(sorted(choices, key=lambda choice: (-choice.count, choice.value)))


def _kinds(stored: StoredChunk, _: Belongings) -> list[tuple[str, str]]:
    return [(stored.letter.metadata.kind.value, "")]


def _years(stored: StoredChunk, _: Belongings) -> list[tuple[str, str]]:
    date = stored.letter.metadata.date
    return [(str(date.year), "")] if date else []


def _ministries(stored: StoredChunk, _: Belongings) -> list[tuple[str, str]]:
    return [(ministry, "") for ministry in ministries(stored.letter.metadata)]


def _senders(stored: StoredChunk, belonging: Belongings) -> list[tuple[str, str]]:
    return _named(authors(stored.letter.metadata), belonging)


def _people(stored: StoredChunk, belonging: Belongings) -> list[tuple[str, str]]:
    metadata, chunk = stored.letter.metadata, stored.chunk
    known = [person for person in metadata.people if person.name]
    return _named((*parties_to(metadata), *named_in(f"{chunk.text} {chunk.context.speaker}", known)), belonging)


def _parties(stored: StoredChunk, belonging: Belongings) -> list[tuple[str, str]]:
    return [(party, "") for party in belonging.parties(stored.letter.metadata)]


def _dossiers(stored: StoredChunk, _: Belongings) -> list[tuple[str, str]]:
    return [(dossier.number, dossier.title) for dossier in stored.letter.metadata.dossiers]


def _named(people: Iterable[Person], belonging: Belongings) -> list[tuple[str, str]]:
    return [(name, belonging.party(person)) for person in people if (name := written_name(person))]


_VALUES: Mapping[Dimension, Callable[[StoredChunk, Belongings], list[tuple[str, str]]]] = {
    Dimension.KIND: _kinds,
    Dimension.YEAR: _years,
    Dimension.MINISTRY: _ministries,
    Dimension.SENDER: _senders,
    Dimension.PERSON: _people,
    Dimension.PARTY: _parties,
    Dimension.DOSSIER: _dossiers,
}
