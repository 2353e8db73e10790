"""How likely a passage answers, by its place among all and by whether anything answers."""

import numpy as np
import pytest

from qa.ranking import PASSAGE, load_model, passage_probabilities, passage_values

MODEL = load_model()


def test_what_stands_out_is_likelier() -> None:
    """The same score says more where the others are far below it."""
    alone = passage_probabilities(MODEL, np.array([9.0, 2.0, 1.0]), 0.8)
    among = passage_probabilities(MODEL, np.array([9.0, 9.0, 9.0]), 0.8)
    assert alone[0] > among[0] > alone[1]


def test_the_order_is_that_of_the_scores() -> None:
    """A better score is never less likely."""
    scores = np.array([1.0, 4.0, 2.5])
    assert np.argsort(passage_probabilities(MODEL, scores, 0.5)).tolist() == np.argsort(scores).tolist()


def test_where_nothing_seems_to_answer_no_passage_does() -> None:
    """Standing out is not enough."""
    scores = np.array([20.0, 1.0])
    chances = [passage_probabilities(MODEL, scores, answered)[0] for answered in (0.0, 0.3, 0.9, 1.0)]
    assert chances == sorted(chances)
    assert chances[0] < chances[-1]


def test_the_values_are_log_odds_within_bounds() -> None:
    """Certainty on either side stays finite, so that one of both never outweighs the other without end."""
    values = passage_values(np.array([0.0, 0.0, 500.0]), 1.0)
    assert np.isfinite(values).all()
    assert values[0, 1] == pytest.approx(np.log(0.98 / 0.02))
    assert values[2, 0] == pytest.approx(np.log(0.999 / 0.001))


def test_without_candidates_there_is_no_probability() -> None:
    """An empty collection has no passages."""
    assert passage_probabilities(MODEL, np.zeros(0), 0.5) == []


def test_the_shipped_calibration_looks_at_both_the_right_way_round() -> None:
    """Neither ever speaks against a passage."""
    assert set(MODEL.passage.weights) == set(PASSAGE)
    assert all(weight > 0 for weight in MODEL.passage.weights.values())
