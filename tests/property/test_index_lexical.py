"""The lexical leg against a few lines of BM25."""

import itertools
import math
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.lexical import LexicalIndex, add_documents
from index.types import Field, Hit, Term

# Up to 40 terms a document's length is kept exactly; beyond, in steps that grow.
WORDS = st.sampled_from(["kamer", "brief", "motie", "plan", "zorg", "wonen", "werk", "36200-xv"])
DOCUMENTS = st.lists(st.lists(WORDS, max_size=40), min_size=1, max_size=30)
QUERIES = st.lists(
    st.builds(Term, WORDS, st.sampled_from([1.0, 0.5, 0.3])), min_size=1, max_size=6, unique_by=lambda term: term.text
)


def bm25(documents: Sequence[Sequence[str]], terms: Sequence[Term]) -> list[Hit]:
    """Every document that holds one of the terms, by score and position."""
    average = sum(map(len, documents)) / len(documents)
    counts = [Counter(document) for document in documents]
    scores: dict[int, float] = {}
    for term in terms:
        holding = sum(term.text in count for count in counts)
        idf = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
        for position, (document, count) in enumerate(zip(documents, counts, strict=True)):
            if count[term.text]:
                norm = 1.2 * (0.25 + 0.75 * len(document) / average)
                share = count[term.text] * 2.2 / (count[term.text] + norm)
                scores[position] = scores.get(position, 0.0) + term.weight * idf * share
    return sorted((Hit(position, score) for position, score in scores.items()), key=by_score)


def by_score(hit: Hit) -> tuple[float, int]:
    """Best first, equal ones by position; the reference counts in double precision."""
    return (-round(hit.score, 5), hit.position)


def opened(folder: Path, documents: Sequence[Sequence[str]], cuts: Sequence[int]) -> LexicalIndex:
    """The documents, added in as many turns as there are cuts."""
    borders = [0, *sorted(min(cut, len(documents)) for cut in cuts), len(documents)]
    for start, end in itertools.pairwise(borders):
        add_documents(folder, ((place, {Field.BODY: documents[place]}) for place in range(start, end)))
    return LexicalIndex(folder)


@settings(max_examples=25, deadline=None)
@given(DOCUMENTS, st.lists(st.integers(0, 30), max_size=4), QUERIES)
def test_ranking_is_that_of_the_formula(documents: list[list[str]], cuts: list[int], terms: list[Term]) -> None:
    """Scores and order are those of BM25, in however many turns the documents were added."""
    with tempfile.TemporaryDirectory() as folder:
        hits = opened(Path(folder), documents, cuts).search(Field.BODY, terms, len(documents))

    expected = bm25(documents, terms)
    assert {hit.position: pytest.approx(hit.score, abs=1e-5) for hit in expected} == {
        hit.position: hit.score for hit in hits
    }
    assert [hit.position for hit in expected] == [hit.position for hit in sorted(hits, key=by_score)]
    assert sorted(hits, key=lambda hit: (-hit.score, hit.position)) == hits


@settings(max_examples=25, deadline=None)
@given(DOCUMENTS, st.lists(st.integers(0, 30), min_size=1, max_size=6), QUERIES, st.integers(1, 30), st.randoms())
def test_scores_do_not_depend_on_the_segments(
    documents: list[list[str]], cuts: list[int], terms: list[Term], limit: int, random: np.random.RandomState
) -> None:
    """The same documents give the same hits to the last bit, added at once or in turns, with a filter or without."""
    allowed = np.array([place for place in range(len(documents)) if random.random() < 0.7], dtype=np.int64)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        at_once = opened(Path(one), documents, [])
        in_turns = opened(Path(other), documents, cuts)
        everything = at_once.search(Field.BODY, terms, len(documents))

        assert everything[:limit] == in_turns.search(Field.BODY, terms, limit)
        passing = [hit for hit in everything if hit.position in set(allowed.tolist())][:limit]
        assert passing == in_turns.search(Field.BODY, terms, limit, allowed)
