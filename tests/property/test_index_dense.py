"""The dense leg against a dot product in numpy."""

import tempfile
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.dense import DenseIndex, write_vectors


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 300), st.integers(1, 40), st.integers(1, 400), st.booleans())
def test_hits_are_those_of_numpy(seed: int, count: int, kinds: int, limit: int, filtered: bool) -> None:
    """For any vectors, with rows that repeat and rows of zeros, hits are numpy's: by score, then by position."""
    random = np.random.default_rng(seed)
    different = random.standard_normal((kinds, 8)).astype(np.float32)
    different /= np.linalg.norm(different, axis=1, keepdims=True)
    different[random.integers(0, kinds)] = 0
    vectors = different[random.integers(0, kinds, count)]
    query = different[random.integers(0, kinds)]
    allowed = np.flatnonzero(random.random(count) < 0.6).astype(np.int64) if filtered else None
    with tempfile.TemporaryDirectory() as folder:
        write_vectors(Path(folder, "vectors"), vectors)
        hits = DenseIndex(Path(folder, "vectors")).search(query, limit, allowed)

    positions = np.arange(count) if allowed is None else allowed
    products = (vectors[positions].astype(np.float64) * query).sum(axis=1).astype(np.float32)
    order = np.lexsort((positions, -products))[:limit]
    assert positions[order].tolist() == [hit.position for hit in hits]
    np.testing.assert_allclose([hit.score for hit in hits], products[order], atol=1e-6)
