"""BM25 over Dutch stems: the bar that an encoder alone and together with it is measured against."""

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
import Stemmer
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from scripts.bm25 import term_weights

_WORD = re.compile(r"[^\W_]+")


class Bm25:
    """BM25 (k1 1.2, b 0.75) with the Dutch Snowball stemmer and without a list of stop words."""

    def __init__(self, documents: Sequence[str]) -> None:
        self._stemmer = Stemmer.Stemmer("dutch")
        self._columns, self._weights = term_weights([self._stems(document) for document in documents])

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
