"""Questions that are no questions, over the sample letters."""

from pathlib import Path

import pytest

from scripts.fuzz_questions import ask_all, hostile_questions, percentile
from scripts.sample_data import open_app


@pytest.mark.slow
def test_every_question_is_answered_or_refused_with_its_length(sample_data: Path) -> None:
    """Random, very long, from right to left, like programs: 200, or over the limit a 400 that says so, in time."""
    tried = ask_all(open_app(sample_data), hostile_questions(250))
    assert set(tried.counted) == {200, 400}
    assert percentile(tried.busy, 0.99) < 0.2
