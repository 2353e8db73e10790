"""The dense leg: exact dot products."""

import threading
from pathlib import Path

import numpy as np
import pytest

from index.dense import DenseIndex, write_vectors
from index.types import Hit, Vectors


def unit_rows(count: int, dimensions: int = 24, seed: int = 1) -> Vectors:
    """Random unit rows."""
    rows = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    unit: Vectors = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def index_of(path: Path, vectors: Vectors) -> DenseIndex:
    """The vectors, written and opened."""
    write_vectors(path, vectors)
    return DenseIndex(path)


def test_hits_are_those_of_a_dot_product(tmp_path: Path) -> None:
    """Positions and scores are those of numpy, best first."""
    vectors = unit_rows(3001)
    search_index = index_of(tmp_path / "vectors", vectors)
    query = unit_rows(1, seed=2)[0]
    products = vectors.astype(np.float64) @ query

    hits = search_index.search(query, 50)

    assert np.argsort(-products, kind="stable")[:50].tolist() == [hit.position for hit in hits]
    assert pytest.approx(np.sort(products)[::-1][:50], abs=1e-7) == [hit.score for hit in hits]


def test_scores_are_pinned(tmp_path: Path) -> None:
    """A score is the dot product itself, not a distance; a query of twice the length scores twice."""
    search_index = index_of(tmp_path / "vectors", np.array([[1, 0], [0.6, 0.8], [0, -1]], dtype=np.float32))

    for length in (1, 2):
        hits = search_index.search(np.array([0.6, 0.8], dtype=np.float32) * length, 3)
        assert [hit.position for hit in hits] == [1, 0, 2]
        assert [hit.score for hit in hits] == pytest.approx([length, 0.6 * length, -0.8 * length])


def test_equal_rows_come_by_position(tmp_path: Path) -> None:
    """Rows that are equal score the same to the last bit wherever they lie, and the first ones are kept."""
    row, other = unit_rows(2)
    vectors = np.array([other if place % 3 else row for place in range(301)], dtype=np.float32)
    search_index = index_of(tmp_path / "vectors", vectors)

    hits = search_index.search(row, 40)

    assert list(range(0, 120, 3)) == [hit.position for hit in hits]
    assert len({hit.score for hit in hits}) == 1


def test_a_narrowed_search_finds_the_best_that_are_allowed(tmp_path: Path) -> None:
    """A filter leaves hits out and changes no score, whether it lets one, some or all pass."""
    search_index = index_of(tmp_path / "vectors", unit_rows(1000))
    query = unit_rows(1, seed=3)[0]
    everything = search_index.search(query, 1000)

    for step in (1, 2, 7, 999):
        allowed = np.arange(0, 1000, step, dtype=np.int64)
        assert [hit for hit in everything if hit.position % step == 0][:10] == search_index.search(query, 10, allowed)


def test_a_query_that_says_nothing_finds_by_position(tmp_path: Path) -> None:
    """A zero vector, of a question without known words, ties with everything."""
    search_index = index_of(tmp_path / "vectors", unit_rows(50))
    nothing = np.zeros(24, dtype=np.float32)

    assert [Hit(0, 0.0), Hit(1, 0.0)] == search_index.search(nothing, 2)
    assert [Hit(7, 0.0)] == search_index.search(nothing, 2, np.array([7]))


@pytest.mark.parametrize("limit", [0, -1])
def test_no_hits_asked_gives_none(tmp_path: Path, limit: int) -> None:
    """A limit below 1 gives an empty list."""
    assert index_of(tmp_path / "vectors", unit_rows(5)).search(unit_rows(1)[0], limit) == []


def test_more_hits_asked_than_there_are_gives_all(tmp_path: Path) -> None:
    """A limit beyond the number of vectors, or of those allowed, gives what there is."""
    search_index = index_of(tmp_path / "vectors", unit_rows(5))

    assert len(search_index.search(unit_rows(1)[0], 100)) == 5
    assert [hit.position for hit in search_index.search(unit_rows(1)[0], 100, np.array([3]))] == [3]
    assert search_index.search(unit_rows(1)[0], 100, np.empty(0, dtype=np.int64)) == []


def test_no_vectors_at_all(tmp_path: Path) -> None:
    """An index without vectors keeps its number of columns."""
    search_index = index_of(tmp_path / "vectors", np.empty((0, 24), dtype=np.float32))

    assert (search_index.count, search_index.dimensions, search_index.search(unit_rows(1)[0], 5)) == (0, 24, [])


def test_vectors_come_back_as_they_were(tmp_path: Path) -> None:
    """What was written is what is read, and it cannot be written to."""
    vectors = unit_rows(100)
    vectors[7] = 0
    kept = index_of(tmp_path / "vectors", vectors).vectors

    np.testing.assert_array_equal(vectors, kept)
    with pytest.raises(ValueError, match="read-only"):
        kept[0, 0] = 1


def test_an_open_index_stays_whole_without_its_file(tmp_path: Path) -> None:
    """Who has vectors open can go on asking when the file is removed."""
    search_index = index_of(tmp_path / "vectors", unit_rows(500))
    before = search_index.search(unit_rows(1)[0], 5)

    (tmp_path / "vectors").unlink()

    assert before == search_index.search(unit_rows(1)[0], 5)


def test_rows_that_are_not_of_unit_length_are_refused(tmp_path: Path) -> None:
    """A row of another length would be ranked wrongly without anyone noticing."""
    vectors = unit_rows(10)
    vectors[4] *= 2

    with pytest.raises(ValueError, match=r"row 4 has length 2\.0000"):
        write_vectors(tmp_path / "vectors", vectors)


@pytest.mark.parametrize("content", [b"", b"x" * 100, b"IxFI"])
def test_a_file_without_vectors_is_refused(tmp_path: Path, content: bytes) -> None:
    """Opening something else raises a plain error and does not end the process."""
    (tmp_path / "vectors").write_bytes(content)

    with pytest.raises(RuntimeError):
        DenseIndex(tmp_path / "vectors")


def test_threads_get_the_same_answers(tmp_path: Path) -> None:
    """Eight threads that ask at once, with filters and without, get what one gets."""
    search_index = index_of(tmp_path / "vectors", unit_rows(2000))
    query, allowed = unit_rows(1, seed=3)[0], np.arange(0, 2000, 3, dtype=np.int64)
    expected = (search_index.search(query, 20), search_index.search(query, 20, allowed))
    answers: list[tuple[list[Hit], list[Hit]]] = []

    def ask() -> None:
        answers.extend((search_index.search(query, 20), search_index.search(query, 20, allowed)) for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [expected] * 160 == answers
