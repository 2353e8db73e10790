"""Learning where compounds are cut.

A word type is either simple or a first part (with or without -s-) and a last part. Expectation maximisation over the
types finds how many different compounds each part begins and ends; a logistic regression on labelled words then
weighs that against the word's own frequency, the lengths, and whether word and part occur in the same passages.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from scripts.lexical.counting import Counts
from scripts.lexical.verbs import verb_stems

_ROUNDS = 8
_LETTER = 0.055  # chance of one letter in a simple word, against which the chances of two parts are held
_COMPOUND = 0.55  # chance that a long word is a compound


Key = TypeVar("Key")
Expected: TypeAlias = defaultdict[Key, float]


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """One way to cut a word."""

    first: str
    linked: bool
    last: str

    @property
    def position(self) -> int:
        """Where the last part begins."""
        return len(self.first) + self.linked


@dataclass(frozen=True, slots=True)
class Inventory:
    """The words that may stand in a compound, with the frequency that counts for each."""

    firsts: Mapping[str, int]
    lasts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Productivity:
    """In how many compounds a part stands first (without and with -s-) and last."""

    first: Expected[tuple[str, bool]]
    last: Expected[str]


def inventory(
    counts: Counts, never_first: frozenset[str], never_last: frozenset[str], extra: Sequence[str]
) -> Inventory:
    """Words in use, stems of verbs ("uitzend" in "uitzendbureau"), and parts that never stand alone ("zonne")."""
    common = {
        word: frequency
        for word, frequency in counts.frequency.items()
        if len(word) >= 3 and (frequency >= 10 or (frequency >= 4 and len(word) >= 6)) and counts.is_common(word)
    }
    firsts = dict.fromkeys(extra, 200) | common
    lasts = dict.fromkeys((word for word in extra if len(word) > 4), 200) | common
    for word, frequency in common.items():
        if frequency >= 20:
            for stem in verb_stems(word):
                firsts.setdefault(stem, frequency // 4)
    return Inventory(
        {word: firsts[word] for word in sorted(firsts) if word not in never_first},
        {word: lasts[word] for word in sorted(lasts) if word not in never_last},
    )


def cuts(word: str, parts: Inventory) -> list[Cut]:
    """All ways to cut a word into two known parts of at least three letters."""
    found = []
    for position in range(3, len(word) - 2):
        last = word[position:]
        if last not in parts.lasts:
            continue
        first = word[:position]
        if first in parts.firsts:
            found.append(Cut(first, False, last))
        if first[-1] == "s" and first[-2] != "s" and first[:-1] in parts.firsts and len(first) > 3:
            found.append(Cut(first[:-1], True, last))
    return found


def productivity(candidates: Mapping[str, Sequence[Cut]]) -> Productivity:
    """Expected numbers of compounds by expectation maximisation over word types."""
    first: Expected[tuple[str, bool]] = defaultdict(float)
    last: Expected[str] = defaultdict(float)
    for ways in candidates.values():
        for cut in ways:
            first[cut.first, cut.linked] += 0.5 / len(ways)
            last[cut.last] += 0.5 / len(ways)
    for _ in range(_ROUNDS):
        first, last = _maximise(candidates, first, last)
    return Productivity(first, last)


def _maximise(
    candidates: Mapping[str, Sequence[Cut]], first: Expected[tuple[str, bool]], last: Expected[str]
) -> tuple[Expected[tuple[str, bool]], Expected[str]]:
    scale = _COMPOUND / (sum(first.values()) * sum(last.values()))
    new_first: Expected[tuple[str, bool]] = defaultdict(float)
    new_last: Expected[str] = defaultdict(float)
    for word, ways in candidates.items():
        chances = [first[cut.first, cut.linked] * last[cut.last] * scale for cut in ways]
        total = sum(chances) + (1 - _COMPOUND) * 3 * _LETTER ** (len(word) - 1)
        for cut, chance in zip(ways, chances, strict=True):
            new_first[cut.first, cut.linked] += chance / total
            new_last[cut.last] += chance / total
    return new_first, new_last


class Features:
    """The numbers that a cut is judged by: those of the first part, of the last, of the word, and of the two together.

    Only the last group needs text, so only it cannot be known of a word that was never seen.
    """

    FIRST, LAST, WORD, TOGETHER = slice(0, 5), slice(5, 9), slice(9, 10), slice(10, 13)

    def __init__(self, counts: Counts, parts: Inventory, productive: Productivity) -> None:
        self._counts = counts
        self._parts = parts
        self._productive = productive

    def of_first(self, part: str, linked: bool) -> list[float]:
        """Productivity, length, and whether it is very short or linked."""
        productive = math.log(self._productive.first.get((part, linked), 0.0) + 0.1)
        return [productive, min(len(part), 8), linked, len(part) == 3, len(part) == 4]

    def of_last(self, part: str) -> list[float]:
        """Productivity, own frequency, length, and whether it is very short."""
        productive = math.log(self._productive.last.get(part, 0.0) + 0.1)
        return [productive, math.log(self._parts.lasts.get(part, 0) + 1), min(len(part), 8), len(part) == 3]

    def of_word(self, word: str) -> list[float]:
        """The word's own frequency: what is frequent stands for itself."""
        return [math.log(self._counts.frequency[word] + 1)]

    def of(self, word: str, cut: Cut) -> list[float]:
        """All of them, in the order of the slices."""
        lifts = [self._counts.lift(word, cut.first), self._counts.lift(word, cut.last)]
        return [
            *self.of_first(cut.first, cut.linked),
            *self.of_last(cut.last),
            *self.of_word(word),
            *lifts,
            min(lifts),
        ]


def fit(features: NDArray[np.float64], labels: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Weights and intercept of a logistic regression with a unit ridge on standardised features (Newton's method)."""
    mean, spread = features.mean(axis=0), features.std(axis=0) + 1e-9
    table = np.hstack([np.ones((len(labels), 1)), (features - mean) / spread])
    ridge = np.eye(table.shape[1])
    ridge[0, 0] = 0
    weights = np.zeros(table.shape[1])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-table @ weights))
        curvature = (table * (chance * (1 - chance))[:, None]).T @ table + ridge
        weights += np.linalg.solve(curvature, table.T @ (labels - chance) - ridge @ weights)
    return weights[1:] / spread, float(weights[0] - (weights[1:] * mean / spread).sum())
