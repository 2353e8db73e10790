"""How a correction holds on to what it corrects: by letter and words, so that rebuilds and new readings keep it."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.names import fold
from corpus.types import CommitmentKind
from index.types import StoredCommitment

# A better reading may cut a quote elsewhere; shorter remains say too little to know it by.
_FEWEST_WORDS = 5
_LEAST_SHARED = 0.6


@dataclass(frozen=True, slots=True)
class Anchor:
    """One mention: its letter, its kind and its normalised quote; of a row of the official register its number."""

    letter: str
    kind: CommitmentKind
    quote: str


def anchor_of(stored: StoredCommitment) -> Anchor:
    """The anchor of a mention in a letter."""
    made = stored.commitment
    return Anchor(stored.letter.id, made.kind, normalised(made.quote))


def official_anchor(number: str) -> Anchor:
    """The anchor of a row of the official register."""
    return Anchor("", CommitmentKind.TOEZEGGING, number)


def normalised(quote: str) -> str:
    """The words of a quote, folded: what stays when spaces, hyphens and punctuation are read otherwise."""
    return " ".join(re.findall(r"\w+", fold(quote)))


class Anchors:
    """Finds the mentions of one generation again, by position."""

    def __init__(self, mentions: Iterable[StoredCommitment]) -> None:
        self._by_letter: dict[tuple[str, CommitmentKind], list[tuple[str, int]]] = defaultdict(list)
        for place, stored in enumerate(mentions):
            self._by_letter[stored.letter.id, stored.commitment.kind].append((stored.commitment.quote, place))

    def find(self, anchor: Anchor) -> list[int]:
        """The mentions with these words; else the one mention of the letter that shares most of them; else none."""
        held = self._by_letter.get((anchor.letter, anchor.kind), [])
        there = [(normalised(quote), place) for quote, place in held]
        exact = [place for quote, place in there if quote == anchor.quote]
        if exact:
            return exact
        alike = [(_shared(anchor.quote, quote), place) for quote, place in there]
        near = sorted((share, place) for share, place in alike if share >= _LEAST_SHARED)
        clear = len(near) == 1 or (len(near) > 1 and near[-1][0] > near[-2][0])
        return [near[-1][1]] if clear else []


def _shared(first: str, second: str) -> float:
    """The share of the shorter quote's neighbouring words that stand in the longer one; 0 where one is too short."""
    one, other = _pairs(first), _pairs(second)
    fewest = min(len(one), len(other))
    return len(one & other) / fewest if fewest >= _FEWEST_WORDS - 1 else 0.0


def _pairs(quote: str) -> frozenset[tuple[str, str]]:
    words = quote.split()
    return frozenset(itertools.pairwise(words))
