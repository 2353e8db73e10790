"""Collapsing passages that say the same: one is shown, the others are mentioned with it.

Versions of one letter count as the same where they say much the same: the newest is shown.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from index.types import Forms, StoredChunk

# Of the words of both; a changed date or number leaves a passage a duplicate, a changed request does not.
_ALIKE = 0.9
_OVERLAPPING = 0.5
# Of the words of the shorter passage: two forms of one letter may be cut in other places.
_SAME_LETTER = 0.7
# Of the words of the shorter passage: a newer version may ask something else in one sentence, and is mentioned as such.
_VERSION = 0.6
NO_FORMS = Forms()


@dataclass(frozen=True, slots=True)
class Group:
    """A passage to show, by its place in the ranking, and the places of those that say the same in other letters.

    `best` is the place of the best of them all: the one to show may be another form or a newer version of its letter.
    """

    first: int
    others: tuple[int, ...]
    best: int


def collapse(ranked: Sequence[StoredChunk], limit: int, forms: Forms = NO_FORMS) -> list[Group]:
    """Group ranked passages, best first, until `limit` groups; parts of one letter that overlap count once.

    Of several forms of a letter the one to cite is shown, of several versions the newest.
    """
    groups: list[tuple[int, list[int]]] = []
    bags: list[frozenset[str]] = []
    for place, stored in enumerate(ranked):
        bags.append(frozenset(itertools.chain.from_iterable(stored.terms)))
        twin = next((group for group in groups if _same(ranked, bags, forms, (group[0], place))), None)
        if twin is None:
            if len(groups) == limit:
                break
            groups.append((place, []))
        elif stored.letter.id not in {ranked[other].letter.id for other in (twin[0], *twin[1])}:
            twin[1].append(place)
    return [_group(ranked, forms, best, others) for best, others in groups]


def _group(ranked: Sequence[StoredChunk], forms: Forms, best: int, others: Sequence[int]) -> Group:
    def order(place: int) -> tuple[bool, int, int]:
        letter = ranked[place].letter.id
        return letter in forms.replaced, forms.of(letter).index(letter), place

    newest = _newest(forms, ranked[best])
    first = min((place for place in (best, *others) if _newest(forms, ranked[place]) == newest), key=order)
    return Group(first, tuple(place for place in (best, *others) if place != first), best)


def _newest(forms: Forms, stored: StoredChunk) -> str:
    return forms.newest(stored.letter.id) or forms.of(stored.letter.id)[0]


def _same(ranked: Sequence[StoredChunk], bags: Sequence[frozenset[str]], forms: Forms, places: tuple[int, int]) -> bool:
    (one, first), (two, second) = ((ranked[place], bags[place]) for place in places)
    if one.letter.id == two.letter.id:
        return one.chunk.in_notes == two.chunk.in_notes and _overlap(one, two) >= _OVERLAPPING
    shorter = min(len(first), len(second))
    if two.letter.id in forms.of(one.letter.id):
        return shorter > 0 and len(first & second) / shorter >= _SAME_LETTER
    if _newest(forms, one) == _newest(forms, two):
        return shorter > 0 and len(first & second) / shorter >= _VERSION
    union = len(first | second)
    return union > 0 and len(first & second) / union >= _ALIKE


def _overlap(one: StoredChunk, two: StoredChunk) -> float:
    shared = min(one.chunk.end, two.chunk.end) - max(one.chunk.start, two.chunk.start)
    return max(0, shared) / min(one.chunk.end - one.chunk.start, two.chunk.end - two.chunk.start)
