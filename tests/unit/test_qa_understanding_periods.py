"""Periods that a question names."""

import datetime

import pytest

from qa.understanding.periods import dates_letters, find_period, find_periods, past, vague_periods

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
        ("Wat moet er voor de zomer gebeuren?", "2025-01-01", "2025-06-30"),
        ("before the summer of 2024", "2024-01-01", "2024-06-30"),
        ("brieven uit het voorjaar van 2024", "2024-03-01", "2024-05-31"),
        ("de afgelopen zomer", "2024-06-01", "2024-08-31"),
        ("in de tweede helft van 2024", "2024-07-01", "2024-12-31"),
        ("the first half of 2024", "2024-01-01", "2024-06-30"),
        ("de afgelopen twee jaar", "2023-05-20", "2025-05-20"),
        ("in the past 3 months", "2025-02-20", "2025-05-20"),
        ("brieven van vorige maand", "2025-04-01", "2025-04-30"),
        ("what was sent this month?", "2025-05-01", "2025-05-31"),
        ("wat is er het afgelopen kwartaal geschreven", "2025-01-01", "2025-03-31"),
        ("this quarter", "2025-04-01", "2025-06-30"),
        ("het afgelopen half jaar", "2024-11-20", "2025-05-20"),
        ("in the past four quarters", "2024-05-20", "2025-05-20"),
        ("brieven van vorige week", "2025-05-12", "2025-05-18"),
        ("this week", "2025-05-19", "2025-05-25"),
        ("gisteren", "2025-05-19", "2025-05-19"),
        ("today", "2025-05-20", "2025-05-20"),
        ("sinds maart 2023", "2023-03-01", "2025-05-20"),
        ("vergaderjaar 2023-2024", "2023-09-19", "2024-09-16"),
        ("parliamentary year 2022/23", "2022-09-20", "2023-09-18"),
    ],
)
def test_a_named_period_is_its_days_with_both_ends(question: str, start: str, end: str) -> None:
    """A period in either language becomes the days it holds."""
    period = find_period(question, TODAY)
    assert period is not None
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    "question", ["Wat is er toegezegd?", "Hoeveel van de 20190 woningen?", "artikel 2.024", "0 maart"]
)
def test_a_question_without_a_period_has_none(question: str) -> None:
    """A number that is no year is no period."""
    assert find_period(question, TODAY) is None


@pytest.mark.parametrize(
    "question",
    [
        "moties uit 2024 over fietsen",
        "welke moties van Aartsen over fietsen uit 2024?",
        "welke brief van vorig jaar ging over fietsen?",
        "letters from 2023 about bicycles",
        "Welke brieven aan de Kamer van vorig jaar noemen fietsen?",
        "which motions in the past 3 months were adopted?",
        "brieven uit het eerste kwartaal van 2024",
    ],
)
def test_a_period_behind_documents_is_the_date_of_the_documents(question: str) -> None:
    """Several of them, or any of them."""
    period = find_period(question, TODAY)
    assert period is not None
    assert dates_letters(question, period)


@pytest.mark.parametrize(
    "question",
    [
        "Wat is er in 2023 toegezegd?",
        "Hoe is de motie van maart 2024 uitgevoerd?",
        "antwoorden op 25 mei 2022",
        "brieven over het jaar 2024",
        "brieven over de begroting van 2024",
        "Hoeveel meldingen waren er in 2023?",
    ],
)
def test_any_other_period_may_be_what_letters_tell_of(question: str) -> None:
    """Then nothing is left out."""
    period = find_period(question, TODAY)
    assert period is not None
    assert not dates_letters(question, period)


def test_all_periods_of_a_text_are_found_in_order() -> None:
    """Of two that overlap the more exact one; days that do not exist are no days."""
    found = find_periods("Van maart 2023 tot 1 april 2024, en in Q1 2025; 31 februari 2024.", TODAY)
    assert [period.words for period, _ in found] == ["maart 2023", "1 april 2024", "Q1 2025", "31 februari 2024"]
    assert found[-1][0].start == datetime.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("moties sinds de verkiezingen over wonen", "sinds de verkiezingen"),
        ("what was said since the last elections?", "since the last elections"),
        ("wat is er deze kabinetsperiode toegezegd", "deze kabinetsperiode"),
        ("de afgelopen jaren", "de afgelopen jaren"),
        ("wat is er onlangs geschreven over drones", "onlangs"),
        ("what has been written recently about drones", "recently"),
    ],
)
def test_words_without_known_days_are_told_apart(question: str, words: str) -> None:
    """They are no period."""
    assert vague_periods(question) == (words,)
    assert find_period(question, TODAY) is None


def test_what_a_question_is_about_is_no_vague_period() -> None:
    """Nor is one with days."""
    assert vague_periods("centres that opened recently") == ()
    assert vague_periods("snel na de verkiezingen een kabinet vormen in 2024") == ()


def test_letters_of_a_season_to_come_are_those_of_the_last_one() -> None:
    """Nobody has written them yet; a year that is named stays."""
    autumn = datetime.date(2025, 9, 1)
    for question, start in (("voor de zomer", "2025-01-01"), ("vóór de zomer van 2026", "2026-01-01")):
        period = find_period(question, autumn)
        assert period is not None
        assert past(period, autumn).start.isoformat() == start
