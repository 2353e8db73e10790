"""BM25 computed outright: the bar that the program's own ranking is measured against."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import Stemmer
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from index.analysis.fold import words
from index.analysis.stopwords import FUNCTION_WORDS
from index.types import Term

_K1, _B = 1.2, 0.75
_SNOWBALL = Stemmer.Stemmer("dutch")


class Bm25:
    """BM25 over bags of terms, as tantivy has it: k1 1.2, b 0.75, the logarithm of 1 + (n - df + 0.5) / (df + 0.5)."""

    def __init__(self, bags: Sequence[Sequence[str]]) -> None:
        self._columns, self._weights = term_weights(bags)

    def scores(self, terms: Sequence[Term]) -> NDArray[np.float64]:
        """The score of every bag."""
        known = [(self._columns[term.text], term.weight) for term in terms if term.text in self._columns]
        asked = np.zeros(len(self._columns))
        for column, weight in known:
            asked[column] = max(asked[column], weight)
        found: NDArray[np.float64] = self._weights @ asked
        return found


def term_weights(bags: Sequence[Sequence[str]]) -> tuple[dict[str, int], csr_matrix]:
    """The column of each term, and what each term adds to the score of each bag: (bags, terms) float64."""
    counts = [Counter(bag) for bag in bags]
    column_of = {term: column for column, term in enumerate(sorted({term for bag in counts for term in bag}))}
    rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in counts])
    columns = np.array([column_of[term] for bag in counts for term in bag], dtype=np.int64)
    held = np.array([count for bag in counts for count in bag.values()], dtype=np.float64)
    lengths = np.array([len(bag) for bag in bags], dtype=np.float64)
    frequencies = np.bincount(columns, minlength=len(column_of))
    rarity = np.log(1 + (len(bags) - frequencies + 0.5) / (frequencies + 0.5))
    saturation = held + _K1 * (1 - _B + _B * lengths[rows] / lengths.mean())
    weights = rarity[columns] * held * (_K1 + 1) / saturation
    return column_of, csr_matrix((weights, (rows, columns)), shape=(len(bags), len(column_of)))


def bare_words(text: str) -> list[str]:
    """The words of a text without function words."""
    return [word for word in words(text) if word not in FUNCTION_WORDS]


def snowball_stems(text: str) -> list[str]:
    """Those words as Snowball's Dutch stemmer cuts them."""
    stems: list[str] = _SNOWBALL.stemWords(bare_words(text))
    return stems
