"""BM25 over Dutch stems: the bar that an encoder alone and together with it is measured against."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

import numpy as np
import Stemmer
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

_WORD = re.compile(r"[^\W_]+")
_K1, _B = 1.2, 0.75


class Bm25:
    """BM25 (k1 1.2, b 0.75) with the Dutch Snowball stemmer and without a list of stop words."""

    def __init__(self, documents: Sequence[str]) -> None:
        self._stemmer = Stemmer.Stemmer("dutch")
        bags = [Counter(self._stems(document)) for document in documents]
        self._columns = {stem: column for column, stem in enumerate(sorted({stem for bag in bags for stem in bag}))}
        rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
        columns = np.array([self._columns[stem] for bag in bags for stem in bag], dtype=np.int64)
        counts = np.array([count for bag in bags for count in bag.values()], dtype=np.float64)
        lengths = np.array([sum(bag.values()) for bag in bags], dtype=np.float64)
        frequencies = np.bincount(columns, minlength=len(self._columns))
        rarity = np.log(1 + (len(bags) - frequencies + 0.5) / (frequencies + 0.5))
        saturation = counts + _K1 * (1 - _B + _B * lengths[rows] / lengths.mean())
        weights = rarity[columns] * counts * (_K1 + 1) / saturation
        self._weights = csr_matrix((weights, (rows, columns)), shape=(len(bags), len(self._columns)))

    def _stems(self, text: str) -> list[str]:
        folded = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
        stems: list[str] = self._stemmer.stemWords(_WORD.findall(folded))
        return stems

    def scores(self, queries: Sequence[str]) -> NDArray[np.float32]:
        """(queries, documents), each row divided by its highest score."""
        entries = [
            (row, self._columns[stem])
            for row, query in enumerate(queries)
            for stem in set(self._stems(query))
            if stem in self._columns
        ]
        rows, columns = (np.array(side) for side in zip(*entries, strict=True))
        asked = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(queries), len(self._columns)))
        found: NDArray[np.float32] = (asked @ self._weights.T).toarray().astype(np.float32)
        found /= np.maximum(found.max(axis=1, keepdims=True), np.float32(1e-9))
        return found
