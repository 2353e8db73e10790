"""Which letters are one letter in several forms, and which newer version replaced which.

Two files are the same letter when they have the same official number; or the same kenmerk and mostly the same text; or,
where one of them has no official number, nearly the same text. Letters with different official numbers or kenmerken are
never the same: a motie that was changed has a number of its own, and replaces the one that it names.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Format, Kind, Metadata
from index.kinship import Candidate, Evidence, Kinship, Number, Pair, numbers_differ
from index.types import Forms

_AMENDED = re.compile(r"\b(?:(?:\w+ )?nader )?gewijzi[gd]+e\b", re.IGNORECASE)
# A print may bear the day on which the letter came in, a draft that on which it was written.
_DAYS = datetime.timedelta(days=7)
# The print first, for its page numbers; then what comes nearest to it.
_FORMATS = {Format.PDF: 0, Format.XML: 1, Format.HTML: 2, Format.DOCX: 3, Format.TEXT: 4}


def find_forms(letters: Iterable[Candidate]) -> Forms:
    """Put the letters of a generation together; the outcome does not depend on the order in which they come."""
    kinship = Kinship(sorted(letters, key=lambda letter: letter.record.id))
    together = _Together(kinship)
    for pair in sorted(kinship.pairs(), key=lambda pair: (pair.evidence, -pair.alike, pair.first, pair.second)):
        together.join(pair)
    groups = [together.group(place) for place in range(len(kinship.letters))]
    replaced: dict[int, int] = {}
    for older, newer in kinship.successions():
        _replace(replaced, groups[older], groups[newer])
    names = [letter.record.id for letter in kinship.letters]
    return Forms(
        {names[place]: tuple(names[each] for each in group) for place, group in enumerate(groups) if len(group) > 1},
        {names[older]: names[newer] for older, newer in sorted(replaced.items())},
    )


def _replace(replaced: dict[int, int], older: Sequence[int], newer: Sequence[int]) -> None:
    """Note that all forms of one version were replaced by another, unless something said otherwise before."""
    follower: int | None = newer[0]
    while follower is not None:
        # Two versions that each say that they replace the other replace nothing.
        if follower in older:
            return
        follower = replaced.get(follower)
    for place in older:
        replaced.setdefault(place, newer[0])


@dataclass(frozen=True, slots=True)
class _Traits:
    """What the forms of one letter have in common, where they say it; `numbers` has one for each series."""

    numbers: frozenset[Number]
    kenmerken: frozenset[str]
    dates: frozenset[datetime.date]
    version: tuple[bool, int, str]


class _Together:
    """Joins letters into groups, one pair after another, as long as nothing tells a group's members apart."""

    def __init__(self, kinship: Kinship) -> None:
        self._letters = kinship.letters
        self._groups: list[tuple[int, ...]] = [(place,) for place in range(len(kinship.letters))]
        self._traits = [_traits(kinship, place) for place in range(len(kinship.letters))]

    def join(self, pair: Pair) -> None:
        """Join the groups of two letters, unless they are known to be different letters."""
        first, second = self._groups[pair.first], self._groups[pair.second]
        if first == second:
            return
        joined = _joined(self._traits[pair.first], self._traits[pair.second], pair.evidence)
        if joined is None:
            return
        members = tuple(sorted((*first, *second), key=self._order))
        for member in members:
            self._groups[member] = members
            self._traits[member] = joined

    def group(self, place: int) -> tuple[int, ...]:
        """The places of all forms of a letter, the one to cite first."""
        return self._groups[place]

    def _order(self, place: int) -> tuple[bool, int, str]:
        record = self._letters[place].record
        return record.metadata.reference is None, _FORMATS[record.format], record.id


def _traits(kinship: Kinship, place: int) -> _Traits:
    letter, number, kenmerk = kinship.letters[place], kinship.numbers[place], kinship.kenmerken[place]
    date = letter.record.metadata.date
    return _Traits(
        frozenset({number} if number else ()),
        frozenset({kenmerk} if kenmerk else ()),
        frozenset({date} if date else ()),
        (letter.is_concept, letter.print.reprint, _amended(letter.record.metadata)),
    )


def _amended(metadata: Metadata) -> str:
    """How often a motie says that it was changed: "nader gewijzigde"."""
    match = _AMENDED.search(metadata.title) if metadata.kind is Kind.MOTIE else None
    return match.group().casefold() if match else ""


def _joined(one: _Traits, other: _Traits, evidence: Evidence) -> _Traits | None:
    """The traits of both together; None where they cannot be one letter."""
    joined = _Traits(one.numbers | other.numbers, one.kenmerken | other.kenmerken, one.dates | other.dates, one.version)
    if one.version != other.version or any(numbers_differ(a, b) for a in one.numbers for b in other.numbers):
        return None
    if evidence > Evidence.NUMBER and (len(joined.kenmerken) > 1 or _far_apart(joined.dates)):
        return None
    return joined


def _far_apart(dates: frozenset[datetime.date]) -> bool:
    return bool(dates) and max(dates) - min(dates) > _DAYS
