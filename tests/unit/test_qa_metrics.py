"""Figures of merit, against values worked out by hand."""

import math

import pytest

from qa.metrics import hit, interval, ndcg, reciprocal_rank


def test_a_hit_needs_a_right_passage_among_the_first_k() -> None:
    """Rank 3 is a hit at 3 and 5, not at 1."""
    assert [hit([3, 7], k) for k in (1, 3, 5)] == [0.0, 1.0, 1.0]


def test_the_reciprocal_rank_is_that_of_the_first_right_passage() -> None:
    """Ranks 4 and 2 give a half; no right passage gives nothing."""
    assert reciprocal_rank([4, 2]) == 0.5
    assert reciprocal_rank([]) == 0.0


def test_ndcg_discounts_by_the_logarithm_of_the_rank() -> None:
    """Two answers at ranks 1 and 3, of two."""
    expected = (1 + 1 / math.log2(4)) / (1 + 1 / math.log2(3))
    assert ndcg([1, 3], 2) == pytest.approx(expected)


def test_one_passage_with_both_answers_at_the_top_is_perfect() -> None:
    """Two answers in the first passage cannot be ranked better."""
    assert ndcg([1, 1], 2) == pytest.approx(1.0)


def test_nothing_to_find_scores_nothing() -> None:
    """An unanswerable question has no ranking figure."""
    assert ndcg([], 0) == 0.0


def test_an_interval_holds_its_mean_and_repeats() -> None:
    """The bootstrap is seeded: the same values give the same interval."""
    values = [1.0] * 30 + [0.0] * 10
    first = interval(values)
    assert first.mean == 0.75
    assert first.low < 0.75 < first.high
    assert first == interval(values)
