"""Compounds taken apart: "arbeidsmarktparticipatie" is about "arbeidsmarkt", "participatie", "arbeid" and "markt".

Where a word may be cut was learned from the words of laws, titles of parliamentary papers, questions and letters
(`scripts/train_compounds.py`): how many different compounds a part begins or ends, how often the word itself occurs,
the lengths of the parts and the linking -s-. What that model comes to is one number for each part in each of its
places; the best cut is the one whose numbers have the highest sum, and a word is cut where that sum is above zero.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_SHORTEST_PART = 3
_SHORTEST_COMPOUND = 6
_LONGEST_COMPOUND = 60  # nobody writes longer words; some files hold strings of any length
_DEEPEST = 4
# A half that is not known as a part, but is itself a compound, counts as its last part does, a little less.
_COMPOSED = 0.5


@dataclass(frozen=True, slots=True)
class Parts:
    """How well a part does in each place: `first[number[part]]`, first with -s-, last; None where it never stands."""

    number: Mapping[str, int]
    first: Sequence[float | None]
    linked: Sequence[float | None]
    last: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Split:
    """A compound of two halves; each may be a compound again. `first` is without its linking -s-."""

    first: str
    last: str
    score: float


class CompoundSplitter:
    """Splits folded words. `rarity` maps a known word to what its own frequency adds to the score of any split."""

    def __init__(
        self,
        parts: Parts,
        rarity: Mapping[str, float],
        unknown: float,
        decided: Mapping[str, tuple[str, str] | None],
    ) -> None:
        """Take the learned scores; `unknown` is the rarity of other words, `decided` holds known words' splits."""
        self._parts = parts
        self._rarity = rarity
        self._unknown = unknown
        self._decided = decided

    def pieces(self, word: str) -> list[str]:
        """All the parts of a compound, larger ones before the smaller ones that they consist of; none of a simple word.

        >>> splitter.pieces("arbeidsmarktparticipatie")
        ["arbeidsmarkt", "arbeid", "markt", "participatie"]
        """
        return self._pieces(word, _DEEPEST)

    def smallest(self, word: str) -> list[str]:
        """The smallest parts alone, in order; none of a simple word."""
        found = self.split(word)
        if found is None:
            return []
        return [part for half in (found.first, found.last) for part in (self.smallest(half) or [half])]

    def split(self, word: str) -> Split | None:
        """The best way to cut a word in two, None for a word that is better left whole."""
        if word in self._decided:
            halves = self._decided[word]
            return Split(*halves, 0.0) if halves else None
        best = self._best(word, _DEEPEST)
        return best if best is not None and best.score > 0 else None

    def _pieces(self, word: str, depth: int) -> list[str]:
        found = self.split(word) if depth else None
        if found is None:
            return []
        return [piece for half in (found.first, found.last) for piece in (half, *self._pieces(half, depth - 1))]

    def _best(self, word: str, depth: int) -> Split | None:
        """The cut with the highest score, at least one of its halves a known part."""
        if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND or depth == 0:
            return None
        own = self._rarity.get(word, self._unknown)
        best: Split | None = None
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            for first, last, score in self._halves(word[:cut], word[cut:], depth):
                if best is None or own + score > best.score:
                    best = Split(first, last, own + score)
        return best

    def _halves(self, start: str, last: str, depth: int) -> Iterator[tuple[str, str, float]]:
        """First part, last part and score of the ways to read two halves; the first without and with -s-."""
        parts = self._parts
        ways = [(start, parts.first)]
        if start[-1] == "s":
            ways.append((start[:-1], parts.linked))
        known = [(first, scores[parts.number[first]]) for first, scores in ways if first in parts.number]
        if last in parts.number:
            score = parts.last[parts.number[last]]
            if score is not None and not known:
                known = [(first, self._composed(first, depth, scores)) for first, scores in ways]
        else:
            score = self._composed(last, depth, parts.last) if known else None
        if score is not None:
            yield from ((first, last, score + other) for first, other in known if other is not None)

    def _composed(self, part: str, depth: int, scores: Sequence[float | None]) -> float | None:
        """The score of a half that is a compound itself."""
        inner = self.split(part) if part in self._decided else self._best(part, depth - 1)
        number = self._parts.number.get(inner.last) if inner is not None and inner.score >= 0 else None
        score = None if number is None else scores[number]
        return None if score is None else score - _COMPOSED
