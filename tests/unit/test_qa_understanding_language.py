"""Telling a Dutch question from an English one."""

import pytest

from qa.types import Language
from qa.understanding.language import detect


@pytest.mark.parametrize(
    "question",
    [
        "Wat is er toegezegd aan Aartsen?",
        "motie jobcoaches statushouders",
        "startbanen",
        "stand van zaken opvang",
        "moties bbb mest",
        "moties over opvang in Q1 2025",
        "kamervragen D66",
        "drones",
        "fraude",
        "vuurwerkverbod",
        "hulp Ukraine",
        "statushouders Aartsen",
        "",
    ],
)
def test_dutch_questions_are_dutch(question: str) -> None:
    """Whole questions and bare words alike; nothing at all counts as Dutch, the letters' language."""
    assert detect(question) is Language.DUTCH


@pytest.mark.parametrize(
    "question",
    [
        "What was promised to Aartsen?",
        "motion on job coaches",
        "motions VVD nitrogen",
        "Which letter answers the Ceder motion?",
        "housing shortage",
        "burqa ban",
        "nuclear power plants",
        "childcare benefits scandal",
    ],
)
def test_english_questions_are_english(question: str) -> None:
    """Also with Dutch names in them."""
    assert detect(question) is Language.ENGLISH
