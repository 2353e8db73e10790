"""Collapsing passages that say the same: one is shown, the others are mentioned with it."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from index.types import StoredChunk

# Of the words of both; a changed date or number leaves a passage a duplicate, a changed request does not.
_ALIKE = 0.9
_OVERLAPPING = 0.5


@dataclass(frozen=True, slots=True)
class Group:
    """A passage, by its place in the ranking, and the places of those that say the same in other letters."""

    first: int
    others: tuple[int, ...]


def collapse(ranked: Sequence[StoredChunk], limit: int) -> list[Group]:
    """Group ranked passages, best first, until `limit` groups; parts of one letter that overlap count once."""
    groups: list[tuple[int, list[int]]] = []
    bags: list[frozenset[str]] = []
    for place, stored in enumerate(ranked):
        bags.append(frozenset(itertools.chain.from_iterable(stored.terms)))
        twin = next((group for group in groups if _same(ranked, bags, group[0], place)), None)
        if twin is None:
            if len(groups) == limit:
                break
            groups.append((place, []))
        elif stored.letter.id not in {ranked[other].letter.id for other in (twin[0], *twin[1])}:
            twin[1].append(place)
    return [Group(first, tuple(others)) for first, others in groups]


def _same(ranked: Sequence[StoredChunk], bags: Sequence[frozenset[str]], first: int, other: int) -> bool:
    one, two = ranked[first], ranked[other]
    if one.letter.id == two.letter.id:
        return one.chunk.in_notes == two.chunk.in_notes and _overlap(one, two) >= _OVERLAPPING
    union = len(bags[first] | bags[other])
    return union > 0 and len(bags[first] & bags[other]) / union >= _ALIKE


def _overlap(one: StoredChunk, two: StoredChunk) -> float:
    shared = min(one.chunk.end, two.chunk.end) - max(one.chunk.start, two.chunk.start)
    return max(0, shared) / min(one.chunk.end - one.chunk.start, two.chunk.end - two.chunk.start)
