"""The dense leg: exact dot products over unit rows, kept by FAISS.

The file is FAISS's own flat index, the only home of the vectors. It is mapped into memory, not read: opening costs
nothing, and the processes and generations that hold the same file share its pages.
"""

from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from index.types import Hit, Vectors

# The stubs of FAISS describe its C++ constructors; those of Python take arrays and keywords.
_engine: Any = faiss

_SPARE_HITS = 16
# FAISS adds up in single precision, in an order that depends on where a row lies; two equal rows may differ by this.
_ROUNDING = 1e-5
_UNIT_TOLERANCE = 1e-3


def write_vectors(path: Path, vectors: Vectors) -> None:
    """Write (n, dimensions) rows, each of unit length or all zeros; raises `ValueError` for other rows."""
    lengths = np.linalg.norm(vectors, axis=1)
    wrong = np.flatnonzero((np.abs(lengths - 1) > _UNIT_TOLERANCE) & (lengths != 0))
    if len(wrong):
        raise ValueError(f"row {wrong[0]} has length {lengths[wrong[0]]:.4f}, not 1 or 0")
    flat = _engine.IndexFlatIP(vectors.shape[1])
    flat.add(np.ascontiguousarray(vectors, dtype=np.float32))
    _engine.write_index(flat, str(path))


class DenseIndex:
    """Vectors open for searching by many threads; they stay when the file is removed."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises `RuntimeError` when it does not hold vectors."""
        self._flat = _engine.read_index(str(path), _engine.IO_FLAG_MMAP_IFC)
        count, dimensions = int(self._flat.ntotal), int(self._flat.d)
        self._vectors: Vectors = np.empty((0, dimensions), dtype=np.float32)
        if count:
            self._vectors = np.asarray(_Rows(self._flat)).reshape(count, dimensions)

    @property
    def count(self) -> int:
        """The number of vectors."""
        return len(self._vectors)

    @property
    def dimensions(self) -> int:
        """The number of columns."""
        return int(self._vectors.shape[1])

    @property
    def vectors(self) -> Vectors:
        """All vectors, (count, dimensions) float32; they cannot be written to."""
        return self._vectors

    def search(self, vector: Vectors, limit: int, allowed: NDArray[np.int64] | None = None) -> list[Hit]:
        """The best `limit` rows by dot product with a (dimensions,) vector, best first; equal scores by position.

        `allowed` narrows the hits to these positions, in ascending order. Equal rows have equal scores.
        """
        candidates = self.count if allowed is None else len(allowed)
        if limit < 1 or candidates == 0:
            return []
        if not vector.any():
            first = range(min(limit, candidates)) if allowed is None else allowed[:limit].tolist()
            return [Hit(position, 0.0) for position in first]
        parameters = None if allowed is None else _engine.SearchParameters(sel=_selector(allowed, self.count))
        # More threads only wait for one another when others ask too; the setting is the calling thread's own.
        _engine.omp_set_num_threads(1)
        query = np.ascontiguousarray(vector, dtype=np.float32).reshape(1, -1)
        depth = limit + _SPARE_HITS
        while True:
            depth = min(depth, candidates)
            found, rows = self._flat.search(query, depth, params=parameters)
            if depth == candidates or found[0, -1] < found[0, limit - 1] - _ROUNDING:
                return self._exact(query[0], rows[0])[:limit]
            depth *= 4

    def _exact(self, vector: Vectors, rows: NDArray[np.int64]) -> list[Hit]:
        products = self._vectors[rows].astype(np.float64) @ vector.astype(np.float64)
        scores = products.astype(np.float32)
        order = np.lexsort((rows, -scores))
        return [Hit(int(rows[place]), float(scores[place])) for place in order]


class _Rows:
    """The memory of a flat index, as numpy asks for it; who holds an array of it holds the index."""

    def __init__(self, flat: Any) -> None:
        self._flat = flat
        view = _engine.rev_swig_ptr(flat.get_xb(), flat.ntotal * flat.d)
        # Not to be written to: the pages are mapped for reading only, and writing would end the process.
        self.__array_interface__ = {**view.__array_interface__, "data": (view.ctypes.data, True)}


def _selector(positions: NDArray[np.int64], count: int) -> Any:
    mask = np.zeros(count, dtype=np.bool_)
    mask[positions] = True
    return _engine.IDSelectorBitmap(np.packbits(mask, bitorder="little"))
