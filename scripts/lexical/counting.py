"""Words with their frequencies, how often they are written with a capital, and in which passages they stand."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.analysis.fold import fold, words

# A word after a word in lower case or a comma: there a capital is the word's own, not the sentence's.
_INSIDE = re.compile(r"(?<=[a-zà-ÿ,;] )([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Counts:
    """Frequencies of folded words made of letters; inside a sentence, in lower case and with a capital.

    `passages[word]` are the numbers of the passages that hold it, of `passage_count` altogether.
    """

    frequency: Counter[str]
    lower: Counter[str]
    upper: Counter[str]
    passages: dict[str, NDArray[np.int32]]
    passage_count: int

    def is_common(self, word: str) -> bool:
        """Whether the word is written in lower case often enough to be no name."""
        lower = self.lower[word]
        return lower >= 5 or lower >= 0.3 * (lower + self.upper[word])

    def lift(self, word: str, part: str) -> float:
        """Logarithm of how much likelier a passage holds `part` when it holds `word`; near 0 where little is known."""
        own, other = self.passages.get(word), self.passages.get(part)
        if own is None or other is None or len(other) == 0:
            return 0.0
        chance = len(other) / self.passage_count
        both = len(np.intersect1d(own, other, assume_unique=True))
        return float(np.log((both + 2 * chance) / (len(own) + 2) / chance))


def count(passages: Iterable[str], titles: Iterable[str]) -> Counts:
    """Count words over both; titles are too short to tell which words go together."""
    frequency: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    held: dict[str, list[int]] = {}
    number = -1
    for number, passage in enumerate(passages):
        found = _letters_only(passage)
        frequency.update(found)
        for word in set(found):
            held.setdefault(word, []).append(number)
        _count_capitals(passage, lower, upper)
    for title in titles:
        frequency.update(_letters_only(title))
        _count_capitals(title, lower, upper)
    arrays = {word: np.array(numbers, dtype=np.int32) for word, numbers in held.items()}
    return Counts(frequency, lower, upper, arrays, number + 1)


def _letters_only(text: str) -> Sequence[str]:
    return [word for word in words(text) if word.isalpha()]


def _count_capitals(text: str, lower: Counter[str], upper: Counter[str]) -> None:
    for word in _INSIDE.findall(text):
        (upper if word[0].isupper() else lower)[fold(word)] += 1
