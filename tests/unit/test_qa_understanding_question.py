"""What a question is understood as, and what of it can be taken off."""

import datetime
from collections.abc import Callable

import pytest

from corpus.types import Kind, Metadata, Person
from index.types import Filters, LetterRecord
from qa.types import Aim, Language, Question
from qa.understanding.directory import Directory
from qa.understanding.question import implied_filters, understand

TODAY = datetime.date(2025, 5, 20)
PEOPLE = (Person("Aartsen"), Person("Van Gennip", "C.E.G."), Person("Rikkers-Oosterkamp"))
DIRECTORY = Directory([LetterRecord("1", "a.pdf", "1", None, Metadata(Kind.KAMERBRIEF, "x", people=PEOPLE))])


def understood(
    text: str, *without: str, occurs: Callable[[str], bool] = lambda word: word.casefold() == "janssen"
) -> Question:
    """A question over a few known people; only one other word stands in the letters."""
    return understand(text, DIRECTORY, TODAY, frozenset(without), occurs)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("wat is er toegezegd aan aartsen?", ["Aartsen"]),
        ("motie van het lid AARTSEN", ["Aartsen"]),
        ("C.E.G. van Gennip over werk", ["Van Gennip"]),
        ("wat is er toegezegd aan Aartsem?", ["Aartsen"]),
        ("motie van het lid rikkers-oosterkanp", ["Rikkers-Oosterkamp"]),
    ],
)
def test_people_are_known_however_they_are_typed(question: str, names: list[str]) -> None:
    """Wrong capitals, initials, typing errors."""
    assert [person.name for person in understood(question).people] == names


def test_a_misspelt_name_is_searched_as_it_was_meant_and_said_so() -> None:
    """The question stays as typed; what was read is told, and can be taken off."""
    question = understood("motie van Aartsem over werk")
    assert (question.text, question.content) == ("motie van Aartsem over werk", "motie van Aartsen over werk")
    assert [(each.typed, each.name) for each in question.respelt] == [("Aartsem", "Aartsen")]
    left = understood("motie van Aartsem over werk", "spelling")
    assert (left.content, left.respelt) == ("motie van Aartsem over werk", ())


@pytest.mark.parametrize("question", ["het vaccin van Janssen", "Aartsem en werk"])
def test_a_word_that_letters_hold_or_that_stands_elsewhere_is_no_misspelt_name(question: str) -> None:
    """It is only suggested."""
    assert understood(question).respelt == ()


def test_each_part_can_be_taken_off() -> None:
    """By its name; the others stay."""
    text = "Welke moties van Aartsen uit 2024, zie Kamerstuk 32 824, nr. 372?"
    question = understood(text)
    assert question.of_letters
    assert understood(text, "periode").period is None
    assert not understood(text, "periode").of_letters
    assert understood(text, "persoon:aartsen").people == ()
    assert understood(text, "persoon:iemand").people == question.people
    assert understood(text, "verwijzing:kst-32824-372").references == ()
    assert Aim.MOTION not in understood(text, "vraagt:motion").aims
    assert understood("een motie", "vraagt:motion").aims == frozenset({Aim.FACT})
    assert understood(text, "taal").language is Language.ENGLISH
    assert understood("What was promised?", "taal").language is Language.DUTCH


def test_offices_and_parties_are_told() -> None:
    """An office by its role in full; it can be taken off as a person can."""
    question = understood("Wat zei de staatssecretaris van SZW over de motie van de SP?")
    assert [office.name for office in question.offices] == ["Staatssecretaris van Sociale Zaken en Werkgelegenheid"]
    assert question.parties == ("SP",)
    off = "persoon:staatssecretaris van sociale zaken en werkgelegenheid"
    assert understood("Wat zei de staatssecretaris van SZW?", off).offices == ()


def test_a_period_of_letters_is_a_filter_unless_one_was_chosen() -> None:
    """Another period in a question filters nothing."""
    question = understood("documenten uit 2024 over werk")
    year = Filters(date_from=datetime.date(2024, 1, 1), date_to=datetime.date(2024, 12, 31))
    assert implied_filters(question, Filters()) == year
    chosen = Filters(date_from=datetime.date(2020, 1, 1))
    assert implied_filters(question, chosen) == chosen
    assert implied_filters(understood("wat gebeurde er in 2024?"), Filters()) == Filters()
    assert implied_filters(understood("documenten uit 2024 over werk", "periode"), Filters()) == Filters()
