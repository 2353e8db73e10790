"""Learning one weight while the others stay."""

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from qa.features import FEATURES
from scripts.ranking.examples import Example
from scripts.ranking.learning import fit_feature

BODY, AFFIRMED = FEATURES.index("body"), FEATURES.index("affirmed")


def example(affirmed: float, *, is_right: bool) -> Example:
    """Two candidates: one that matches the words, and one that is affirmed so much."""
    table = np.zeros((2, len(FEATURES)))
    table[0, BODY], table[1, AFFIRMED] = 1.0, affirmed
    return cast("Example", SimpleNamespace(table=table, right=np.array([not is_right, is_right])))


def test_the_weight_is_that_at_which_the_odds_are_as_they_were_seen() -> None:
    """Right three times out of four against a score of 2: a weight of 2 + log 3, less a little for its own size."""
    weights = np.zeros(len(FEATURES))
    weights[BODY] = 2.0
    seen = [example(1.0, is_right=right) for right in (True, True, True, False)]
    assert fit_feature(seen, weights, "affirmed") == pytest.approx(2 + np.log(3), rel=0.03)


def test_what_never_speaks_for_an_answer_gets_no_weight() -> None:
    """Nor does it ever count against one."""
    assert fit_feature([example(1.0, is_right=False)], np.zeros(len(FEATURES)), "affirmed") == pytest.approx(
        0, abs=1e-3
    )
