"""Periods that a question names."""

import datetime

import pytest

from qa.periods import find_period

TODAY = datetime.date(2025, 5, 20)


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("Wat is er in het eerste kwartaal van 2023 beloofd?", "2023-01-01", "2023-03-31"),
        ("What was promised in Q4 2024?", "2024-10-01", "2024-12-31"),
        ("Welke brief is van 24 maart 2023?", "2023-03-24", "2023-03-24"),
        ("Wat schreef de minister in februari 2024?", "2024-02-01", "2024-02-29"),
        ("What did the minister write in February 2023?", "2023-02-01", "2023-02-28"),
        ("moties tussen 2019 en 2021", "2019-01-01", "2021-12-31"),
        ("moties sinds 2023", "2023-01-01", "2025-05-20"),
        ("Hoeveel waren het er in 2022?", "2022-01-01", "2022-12-31"),
        ("Wat is er vorig jaar toegezegd?", "2024-01-01", "2024-12-31"),
        ("What was promised this year?", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_named_period_is_its_days_with_both_ends(question: str, start: str, end: str) -> None:
    """A period in either language becomes the days it holds."""
    period = find_period(question, TODAY)
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@pytest.mark.parametrize("question", ["Wat is er toegezegd?", "Hoeveel van de 20190 woningen?", "artikel 2.024"])
def test_a_question_without_a_period_has_none(question: str) -> None:
    """A number that is no year is no period."""
    assert find_period(question, TODAY) is None
