"""Where to cut a section: the cheapest way to pack sentences into passages of about a given size."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from corpus.types import Span

# What one passage more costs. It joins short paragraphs, and leaves two that are nearly of the target apart.
_PASSAGE = 0.15


class Border(Enum):
    """What ends where a piece ends."""

    CLAUSE = auto()  # only a part of a sentence that is longer than a passage may be
    SENTENCE = auto()
    BLOCK = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a part of one that is longer than a passage may be; what ends with it, and what a cut costs."""

    span: Span
    border: Border
    cut: float


def pack(pieces: Sequence[Piece], target: int, limit: int) -> list[list[Piece]]:
    """The pieces in order, in passages of at most `limit` characters from first to last; each piece fits alone.

    The way with the lowest sum of costs: each cut its own, each passage by how far its length is from `target`.
    """
    ends = [piece.span.end for piece in pieces]
    best = [0.0] + [float("inf")] * len(pieces)
    came_from = [0] * (len(pieces) + 1)
    for first, piece in enumerate(pieces):
        reach = bisect.bisect_right(ends, piece.span.start + limit, lo=first)
        for last in range(first + 1, reach + 1):
            length = ends[last - 1] - piece.span.start
            cut = pieces[last - 1].cut if last < len(pieces) else 0.0
            cost = best[first] + _PASSAGE + _misfit(length, target) + cut
            if cost < best[last]:
                best[last], came_from[last] = cost, first
    passages = []
    last = len(pieces)
    while last > 0:
        passages.append(list(pieces[came_from[last] : last]))
        last = came_from[last]
    return passages[::-1]


def _misfit(length: int, target: int) -> float:
    """Too long costs twice as much as too short: a short passage is still whole."""
    share = (length - target) / target
    return share * share * (1.0 if share > 0 else 0.5)
