"""Which letters may be one letter, and which says that it came in the place of another: number, kenmerk and wording."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from corpus.names import fold
from corpus.types import Manner, Metadata, Reference, ReferenceKind
from index.fingerprint import Fingerprint
from index.likeness import Likeness, Neighbours, likeness
from index.types import LetterRecord

_SAME_NUMBER = 0.3  # of the shorter text; below it one of the numbers was misread
_SAME_KENMERK = 0.8  # of the shorter text; one kenmerk may stand above a letter and its appendices
_NEARLY_SAME = 0.9  # of the shingles of both
_WHOLE = 0.85  # of the shorter text: what a print holds of the letter that was sent with a word before it
_MOST = 0.5  # of the shingles of both: the most that stands around such a text
_FEWEST_HELD = 100  # shingles of such a text
_FEWEST_SHINGLES = 40  # shorter texts, "Hierbij bied ik u aan", are alike in letters about anything
_VERSION = 0.6  # of the shorter text: what was changed in a letter with the same kenmerk
_CONCEPT_OF = 0.8  # of the shorter text: what was changed between a concept and the letter
_CROWD = 30  # letters; a number or kenmerk that more of them have was misread, and tells nothing
_OPENING = 1_500  # characters; further on a letter tells of what others replaced
_CONCEPT = "concept"
_REPRINTED = re.compile(r"(\d+)[\s/-]*(?:HERDRUK|H\d).*")

Number = tuple[str, ...]
"""An official number, equal where two documents have the same; its first part is the kind."""


class Evidence(IntEnum):
    """Why two letters are taken for one, the strongest first."""

    NUMBER = 0
    KENMERK = 1
    TEXT = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A letter to be put with its other forms."""

    record: LetterRecord
    print: Fingerprint

    @property
    def is_concept(self) -> bool:
        """Whether the letter says that it is a concept."""
        return _CONCEPT in self.record.metadata.marks


@dataclass(frozen=True, slots=True)
class Pair:
    """Two letters, by their places, that may be one; `alike` is from 0 to 1."""

    evidence: Evidence
    alike: float
    first: int
    second: int


class Kinship:
    """The letters of a generation in one order, with what finds one from another. Places count in that order."""

    def __init__(self, letters: Sequence[Candidate]) -> None:
        self.letters = letters
        self.numbers = [official_number(each.record.metadata.reference) for each in letters]
        self.kenmerken = [_plain(each.record.metadata) for each in letters]
        self._by_number: dict[Number, list[int]] = defaultdict(list)
        self._by_kenmerk: dict[str, list[int]] = defaultdict(list)
        for place, (number, kenmerk) in enumerate(zip(self.numbers, self.kenmerken, strict=True)):
            if number:
                self._by_number[number].append(place)
            if kenmerk:
                self._by_kenmerk[kenmerk].append(place)
        self._neighbours = Neighbours([each.print for each in letters])

    # ------------------------------------------------------------------------------------------- the same letter

    def pairs(self) -> Iterator[Pair]:
        """All pairs that something says are one letter, whatever else may speak against it."""
        yield from self._pairs_by(Evidence.NUMBER, self._by_number.values(), _SAME_NUMBER)
        yield from self._pairs_by(Evidence.KENMERK, self._by_kenmerk.values(), _SAME_KENMERK)
        for first, number in enumerate(self.numbers):
            # What has a number is found by it, or from the letter that has none.
            if number or self.letters[first].print.shingles < _FEWEST_SHINGLES:
                continue
            for second, alike in self._neighbours.of(first, _WHOLE):
                if self._nearly_same(first, second, alike) and not self._tell_apart(first, second):
                    yield Pair(Evidence.TEXT, alike.of_both, first, second)

    def _pairs_by(self, evidence: Evidence, classes: Iterable[Sequence[int]], least: float) -> Iterator[Pair]:
        for first, second in _twos(classes):
            alike = self._alike(first, second)
            if alike >= least:
                yield Pair(evidence, alike, first, second)

    # --------------------------------------------------------------------------------------- older and newer

    def successions(self) -> Iterator[tuple[int, int]]:
        """Older and newer versions, what says it most surely first."""
        yield from self._reprints()
        yield from self._named()
        yield from self._concepts()
        yield from self._sent_again()

    def _reprints(self) -> Iterator[tuple[int, int]]:
        """What was printed again under the same number."""
        for first, second in _twos(self._by_number.values()):
            prints = self.letters[first].print.reprint, self.letters[second].print.reprint
            if prints[0] != prints[1] and self._alike(first, second) >= _SAME_NUMBER:
                yield (first, second) if prints[0] < prints[1] else (second, first)

    def _named(self) -> Iterator[tuple[int, int]]:
        """Where a letter names the one that it replaces; of several that name the same, each follows the one before."""
        followers: dict[int, list[int]] = defaultdict(list)
        for newer, letter in enumerate(self.letters):
            for reference in _replaced(letter.record):
                for older in self._by_number.get(official_number(reference) or (), ()):
                    if _may_follow(self.letters[older].record.metadata, letter.record.metadata):
                        followers[older].append(newer)
        for older, named in followers.items():
            yield from pairwise([older, *sorted(named, key=self._sent)])

    def _sent(self, place: int) -> tuple[datetime.date, int, str]:
        """The order in which letters were sent; those of one day by their number."""
        metadata = self.letters[place].record.metadata
        number = int(metadata.number) if metadata.number.isdecimal() else 0
        return metadata.date or datetime.date.min, number, self.letters[place].record.id

    def _concepts(self) -> Iterator[tuple[int, int]]:
        """Concepts and the letter that each became: the one that holds most of it."""
        for older, letter in enumerate(self.letters):
            if not letter.is_concept or letter.print.shingles < _FEWEST_SHINGLES:
                continue
            found = [
                (alike.of_shorter, -newer)
                for newer, alike in self._neighbours.of(older, _VERSION)
                if not self.letters[newer].is_concept
                and (self._same_kenmerk(older, newer) or alike.of_shorter >= _CONCEPT_OF)
                and not numbers_differ(self.numbers[older], self.numbers[newer])
            ]
            if found:
                yield older, -max(found)[1]

    def _sent_again(self) -> Iterator[tuple[int, int]]:
        """Letters of different dates with one kenmerk and mostly the same text."""
        for first, second in _twos(self._by_kenmerk.values()):
            one, other = self.letters[first].record.metadata.date, self.letters[second].record.metadata.date
            if one is None or other is None or one == other:
                continue
            if numbers_differ(self.numbers[first], self.numbers[second]) or self._alike(first, second) < _VERSION:
                continue
            yield (first, second) if one < other else (second, first)

    def _same_kenmerk(self, first: int, second: int) -> bool:
        return bool(self.kenmerken[first]) and self.kenmerken[first] == self.kenmerken[second]

    def _alike(self, first: int, second: int) -> float:
        return likeness(self.letters[first].print, self.letters[second].print).of_shorter

    def _nearly_same(self, first: int, second: int, alike: Likeness) -> bool:
        """Whether two texts are nearly the same, or one holds the other and both are by, or for, the same people."""
        if alike.of_both >= _NEARLY_SAME:
            return True
        one, other = self.letters[first], self.letters[second]
        return (
            alike.of_both >= _MOST
            and min(one.print.shingles, other.print.shingles) >= _FEWEST_HELD
            and one.record.metadata.kind is other.record.metadata.kind
            and bool(_people(one.record.metadata))
            and _people(one.record.metadata) == _people(other.record.metadata)
        )

    def _tell_apart(self, first: int, second: int) -> bool:
        """Whether each has a number, month or ordinal that the other lacks: the letter on another quarter or report."""
        one, other = self.letters[first].print.telling, self.letters[second].print.telling
        return bool(one - other) and bool(other - one)


def _replaced(record: LetterRecord) -> Iterator[Reference]:
    """The documents that a letter says, in its title or its opening, that it comes in the place of."""
    for relation in record.relations:
        if relation.manner is Manner.REPLACES and not relation.in_notes and relation.start < _OPENING:
            yield relation.reference


def _may_follow(older: Metadata, newer: Metadata) -> bool:
    return older.kind is newer.kind and (older.date is None or newer.date is None or older.date <= newer.date)


def official_number(reference: Reference | None) -> Number | None:
    """The number of a document in a series; None where it has none, or too little of one to tell it from others."""
    if reference is None or not reference.number:
        return None
    if reference.kind is ReferenceKind.KAMERSTUK:
        number = _REPRINTED.sub(r"\1", reference.number.upper())
        return ("kst", reference.dossier.upper(), number) if reference.dossier else None
    if reference.kind in {ReferenceKind.AANHANGSEL, ReferenceKind.HANDELINGEN} and not reference.vergaderjaar:
        return None
    return (reference.kind.value, reference.identifier.upper())


def numbers_differ(one: Number | None, other: Number | None) -> bool:
    """Whether both are numbers of the same series, and not the same."""
    return one is not None and other is not None and one[0] == other[0] and one != other


def _people(metadata: Metadata) -> frozenset[str]:
    """The surnames of who made the document: of a motie who proposed it, of answers who asked."""
    return frozenset(
        fold(person.name) for person in metadata.proposers or metadata.questioners or metadata.senders if person.name
    )


def _plain(metadata: Metadata) -> str:
    """The kenmerk without the signs that one form has and another has not."""
    return "".join(filter(str.isalnum, fold(metadata.kenmerk)))


def _twos(classes: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    for members in classes:
        if len(members) > _CROWD:
            continue
        for place, first in enumerate(members):
            for second in members[place + 1 :]:
                yield first, second
