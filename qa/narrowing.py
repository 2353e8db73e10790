"""What an answer can be narrowed to, with counts: how many letters with a ranked passage each choice would keep.

Counted are the letters of the passages that were ranked for the question, under all filters but the one that is
counted. Choosing one searches all letters again, so that more may be found than was counted.
"""

import datetime
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from corpus.types import Person
from index.belonging import authors, ministries, written_name
from index.fields import parties_to
from index.types import Filters, SearchIndex, StoredChunk


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
    Dimension.PARTY: ("party", "by_party"),
    Dimension.DOSSIER: ("dossier",),
}
_FREE = Filters()

Consider = Callable[[Filters], Sequence[StoredChunk]]
"""The passages that would be ranked under other filters."""


def facets(
    considered: Sequence[StoredChunk], filters: Filters, search_index: SearchIndex, consider: Consider
) -> tuple[Facet, ...]:
    """The facets of an answer, empty ones left out. A dimension that is filtered is counted as if it were not."""
    found = []
    for dimension in Dimension:
        opened = without(filters, dimension)
        counted = considered if opened == filters else consider(opened)
        choices = _choices(dimension, counted, _VALUES[dimension](counted, search_index))
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


_Values = list[tuple[str, str]]  # each with its title


def _choices(dimension: Dimension, counted: Sequence[StoredChunk], values: Iterable[_Values]) -> tuple[Choice, ...]:
    # A name counts as one however it is capitalised; it is shown as most passages write it.
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    titles: dict[str, str] = {}
    for stored, of_passage in zip(counted, values, strict=True):
        for value, title in of_passage:
            key = value.casefold()
            found[key][value].append(stored.letter.id)
            if title:
                titles.setdefault(key, title)
    choices = [
        Choice(max(spelt, key=lambda value: len(spelt[value])), len(set().union(*spelt.values())), titles.get(key, ""))
        for key, spelt in found.items()
    ]
    if dimension is Dimension.YEAR:
        return tuple(sorted(choices, key=lambda choice: choice.value, reverse=True))
    return tuple(sorted(choices, key=lambda choice: (-choice.count, choice.value)))


def _kinds(counted: Sequence[StoredChunk], _: SearchIndex) -> list[_Values]:
    return [[(stored.letter.metadata.kind.value, "")] for stored in counted]


def _years(counted: Sequence[StoredChunk], _: SearchIndex) -> list[_Values]:
    dates = [stored.letter.metadata.date for stored in counted]
    return [[(str(date.year), "")] if date else [] for date in dates]


def _ministries(counted: Sequence[StoredChunk], _: SearchIndex) -> list[_Values]:
    return [[(ministry, "") for ministry in ministries(stored.letter.metadata)] for stored in counted]


def _senders(counted: Sequence[StoredChunk], search_index: SearchIndex) -> list[_Values]:
    return _named([authors(stored.letter.metadata) for stored in counted], search_index)


def _people(counted: Sequence[StoredChunk], search_index: SearchIndex) -> list[_Values]:
    named = search_index.people_in([stored.position for stored in counted])
    people = [(*parties_to(stored.letter.metadata), *inside) for stored, inside in zip(counted, named, strict=True)]
    return _named(people, search_index)


def _parties(counted: Sequence[StoredChunk], search_index: SearchIndex) -> list[_Values]:
    belonging = search_index.belonging
    return [[(party, "") for party in belonging.parties(stored.letter.metadata)] for stored in counted]


def _dossiers(counted: Sequence[StoredChunk], _: SearchIndex) -> list[_Values]:
    return [[(dossier.number, dossier.title) for dossier in stored.letter.metadata.dossiers] for stored in counted]


def _named(people: Sequence[Iterable[Person]], search_index: SearchIndex) -> list[_Values]:
    belonging = search_index.belonging
    # The same few people stand in many of the passages.
    each = {person: (written_name(person), belonging.party(person)) for person in set(itertools.chain(*people))}
    return [[told for person in of_passage if (told := each[person])[0]] for of_passage in people]


_VALUES: Mapping[Dimension, Callable[[Sequence[StoredChunk], SearchIndex], list[_Values]]] = {
    Dimension.KIND: _kinds,
    Dimension.YEAR: _years,
    Dimension.MINISTRY: _ministries,
    Dimension.SENDER: _senders,
    Dimension.PERSON: _people,
    Dimension.PARTY: _parties,
    Dimension.DOSSIER: _dossiers,
}
