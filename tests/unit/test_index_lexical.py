"""The lexical leg: BM25 over given terms."""

import math
import shutil
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.durable import files_under, sha256_of
from index.lexical import LexicalIndex, add_documents
from index.types import Field, Hit, Term


def document(*body: str, context: Sequence[str] = (), names: Sequence[str] = ()) -> dict[Field, Sequence[str]]:
    """The terms of one document."""
    return {Field.BODY: body, Field.CONTEXT: context, Field.NAMES: names}


def index_of(folder: Path, *documents: dict[Field, Sequence[str]]) -> LexicalIndex:
    """An index of documents at positions 0, 1 and so on."""
    add_documents(folder, enumerate(documents))
    return LexicalIndex(folder)


def test_a_score_is_bm25(tmp_path: Path) -> None:
    """A term's score is the BM25 formula with k1 = 1.2 and b = 0.75, worked out here by hand."""
    search_index = index_of(
        tmp_path,
        document("kamer", "brief", "kamer", "plan"),
        document("brief", "over", "wonen", "en", "werken", "in", "de", "stad"),
        document("niets"),
    )
    idf = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    average_length = (4 + 8 + 1) / 3
    norm = 1.2 * (1 - 0.75 + 0.75 * 4 / average_length)
    expected = idf * 2 * (1.2 + 1) / (2 + norm)

    (hit,) = search_index.search(Field.BODY, [Term("kamer")], 10)

    assert hit.position == 0
    assert hit.score == pytest.approx(expected, rel=1e-6)


def test_scores_of_terms_add_up_by_weight(tmp_path: Path) -> None:
    """A document's score is the weighted sum of its terms' scores, and a term of weight 0 finds nothing."""
    search_index = index_of(tmp_path, document("motie", "wonen"), document("brief", "wonen"), document("iets"))
    (motie,) = search_index.search(Field.BODY, [Term("motie")], 1)
    wonen = search_index.search(Field.BODY, [Term("wonen")], 2)[0]

    both = search_index.search(Field.BODY, [Term("motie", 0.5), Term("wonen", 2.0), Term("iets", 0.0)], 10)

    assert [hit.position for hit in both] == [0, 1]
    assert pytest.approx(0.5 * motie.score + 2 * wonen.score, rel=1e-6) == both[0].score


def test_fields_are_searched_apart(tmp_path: Path) -> None:
    """A term is found only in the field that it stands in."""
    search_index = index_of(
        tmp_path, document("a", context=["b"], names=["c"]), document("b", context=["c"], names=["a"])
    )

    found = {field: [hit.position for hit in search_index.search(field, [Term("a")], 5)] for field in Field}

    assert found == {Field.BODY: [0], Field.CONTEXT: [], Field.NAMES: [1]}
    assert search_index.document_frequencies(Field.CONTEXT, ["b", "a", "c"]) == [1, 0, 1]


def test_equal_scores_come_by_position(tmp_path: Path) -> None:
    """Of documents that score the same the first ones are kept, however they came to lie in the index."""
    for first in range(0, 300, 25):
        add_documents(tmp_path, ((first + offset, document("zelfde")) for offset in range(25)))

    hits = LexicalIndex(tmp_path).search(Field.BODY, [Term("zelfde")], 40)

    assert list(range(40)) == [hit.position for hit in hits]
    assert len({hit.score for hit in hits}) == 1


def test_a_narrowed_search_finds_the_best_that_are_allowed(tmp_path: Path) -> None:
    """A filter leaves hits out and changes no score, whether it lets few or many pass."""
    search_index = index_of(tmp_path, *(document(*["woord"] * (1 + place % 7), "x") for place in range(5000)))
    terms = [Term("woord")]
    everything = search_index.search(Field.BODY, terms, 5000)

    for step in (2, 3, 50):
        allowed = np.arange(1, 5000, step, dtype=np.int64)
        expected = [hit for hit in everything if hit.position % step == 1][:20]
        assert expected == search_index.search(Field.BODY, terms, 20, allowed)


@pytest.mark.parametrize(
    ("terms", "limit", "allowed"),
    [
        pytest.param([], 5, None, id="no terms"),
        pytest.param([Term("onbekend")], 5, None, id="unknown term"),
        pytest.param([Term("a")], 0, None, id="no hits asked"),
        pytest.param([Term("a", 0.0)], 5, None, id="no weight"),
        pytest.param([Term("a")], 5, np.empty(0, dtype=np.int64), id="nothing allowed"),
        pytest.param([Term("a")], 5, np.array([1]), id="found is not allowed"),
    ],
)
def test_nothing_is_found(tmp_path: Path, terms: list[Term], limit: int, allowed: np.ndarray | None) -> None:
    """A search that can find nothing gives an empty list."""
    search_index = index_of(tmp_path, document("a"), document("b"))

    assert search_index.search(Field.BODY, terms, limit, allowed) == []


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    """An index without documents is an index all the same."""
    search_index = index_of(tmp_path)

    assert (
        search_index.search(Field.BODY, [Term("a")], 5),
        search_index.document_frequencies(Field.BODY, ["a"]),
        search_index.count,
    ) == ([], [0], 0)


def test_terms_are_taken_as_they_are(tmp_path: Path) -> None:
    """Nothing is folded, stemmed or cut once more: numbers, hyphens and accents stay."""
    search_index = index_of(tmp_path, document("36200-xv", "coördinatie", "Kamer", "tz202211-085", "€"))

    found = [
        term
        for term in ("36200-xv", "coördinatie", "Kamer", "kamer", "tz202211-085", "€", "36200")
        if search_index.search(Field.BODY, [Term(term)], 1)
    ]

    assert found == ["36200-xv", "coördinatie", "Kamer", "tz202211-085", "€"]


def test_an_open_index_stays_whole_without_its_folder(tmp_path: Path) -> None:
    """Who has an index open can go on asking when its folder is cleared away."""
    search_index = index_of(tmp_path / "lexical", document("a", "b"), document("a"))
    before = search_index.search(Field.BODY, [Term("a"), Term("b")], 5)

    shutil.rmtree(tmp_path / "lexical")

    assert before == search_index.search(Field.BODY, [Term("a"), Term("b")], 5)


def test_reading_changes_nothing_on_disk(tmp_path: Path) -> None:
    """Opening and asking leaves the folder as it was, to the byte."""
    add_documents(tmp_path, [(0, document("a"))])
    before = {name: sha256_of(tmp_path / name) for name in files_under(tmp_path)}

    LexicalIndex(tmp_path).search(Field.BODY, [Term("a")], 5)

    assert before == {name: sha256_of(tmp_path / name) for name in files_under(tmp_path)}


def test_all_files_can_be_read_by_who_may_read_one(tmp_path: Path) -> None:
    """Builder and server may be different users: every file has the rights that new files get."""
    add_documents(tmp_path / "lexical", [(0, document("a"))])
    (tmp_path / "new").touch()

    modes = {(tmp_path / "lexical" / name).stat().st_mode for name in files_under(tmp_path / "lexical")}

    assert modes == {(tmp_path / "new").stat().st_mode}


def test_threads_get_the_same_answers(tmp_path: Path) -> None:
    """Eight threads that ask at once get what one gets."""
    search_index = index_of(tmp_path, *(document("a", *["b"] * (place % 5)) for place in range(400)))
    terms = [Term("a"), Term("b", 0.5)]
    expected = search_index.search(Field.BODY, terms, 30)
    answers: list[list[Hit]] = []

    def ask() -> None:
        answers.extend(search_index.search(Field.BODY, terms, 30) for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [expected] * 160 == answers


@pytest.mark.parametrize("content", [b"", b"{}", b"not json"])
def test_a_folder_without_an_index_is_refused(tmp_path: Path, content: bytes) -> None:
    """Opening what is no index raises a plain error and does not end the process."""
    (tmp_path / "meta.json").write_bytes(content)

    with pytest.raises((ValueError, OSError)):
        LexicalIndex(tmp_path)
