"""What a question must be told, and what tells it."""

import dataclasses

import pytest

from corpus.types import Kind
from qa.asked import Want, asks_for_request, is_asked, tells, wanted
from qa.types import Language, Question


@pytest.mark.parametrize(
    ("question", "wants"),
    [
        ("Hoeveel procent krijgt een uitkering?", (Want.SHARE,)),
        ("What share of them found work?", (Want.SHARE,)),
        ("Hoeveel kost een melding?", (Want.MONEY,)),
        ("registratiekosten exploitant", (Want.MONEY,)),
        ("What does it cost to register?", (Want.MONEY,)),
        ("How much compensation was paid?", (Want.MONEY,)),
        ("Hoeveel gemeenten doen mee?", (Want.NUMBER,)),
        ("How many of them are there?", (Want.NUMBER,)),
        ("Wanneer komt het rapport?", (Want.TIME,)),
        ("By when will it be sent?", (Want.TIME,)),
        ("Met welke stemverhouding?", (Want.VOTE,)),
        ("Is de motie over de wolf aangenomen?", (Want.VOTE,)),
        ("Hoe wordt de aangenomen motie uitgevoerd?", ()),
        ("Wanneer komen de cijfers, en hoeveel zijn het er?", (Want.NUMBER, Want.TIME)),
        ("Wat vindt de minister van het aantal regels?", ()),
        ("Which motion is it?", ()),
    ],
)
def test_what_is_asked_for_shows_in_words(question: str, wants: tuple[Want, ...]) -> None:
    """Of a share, money and a number it is the first that shows."""
    assert wanted(question) == wants


@pytest.mark.parametrize(
    ("want", "text"),
    [
        (Want.SHARE, "Dat is 83% van de aanvragen."),
        (Want.MONEY, "Het gaat om € 2.370 per persoon."),
        (Want.NUMBER, "Er deden 120 gemeenten mee."),
        (Want.NUMBER, "Er deden twaalf gemeenten mee."),
        (Want.NUMBER, "Dit wordt niet bijgehouden."),
        (Want.TIME, "U ontvangt het rapport in het najaar."),
        (Want.TIME, "U ontvangt het rapport op een later moment."),
        (Want.VOTE, "De motie is verworpen."),
    ],
)
def test_a_text_tells_what_is_asked_for(want: Want, text: str) -> None:
    """A number in words is one, and that there is none tells as much."""
    assert tells(want, text)


@pytest.mark.parametrize(
    ("want", "text"),
    [
        (Want.SHARE, "Er deden 120 gemeenten mee."),
        (Want.MONEY, "Er deden 120 gemeenten mee."),
        (Want.NUMBER, "Op 3 mei 2023 schreef ik u, in antwoord op vraag 12."),
        (Want.TIME, "Ik zal uw Kamer informeren."),
        (Want.VOTE, "De motie verzoekt om een plan."),
    ],
)
def test_a_text_on_the_subject_may_not_tell_it(want: Want, text: str) -> None:
    """Another kind of number is none."""
    assert not tells(want, text)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Wat is er toegezegd", True),
        ("drones in Nederland?", True),
        ("will it be sent", True),
        ("stikstof", False),
        ("motie over wapens", False),
    ],
)
def test_a_question_is_told_from_a_subject(text: str, asked: bool) -> None:
    """By its first word or its mark."""
    assert is_asked(text) is asked


def test_a_question_about_a_motie_asks_what_was_requested() -> None:
    """Whether it names the kind of document or what members do."""
    question = Question("Wat vindt de minister?", Language.DUTCH, "Wat vindt de minister?")
    assert not asks_for_request(question)
    assert asks_for_request(dataclasses.replace(question, kinds=(Kind.MOTIE,)))
    assert asks_for_request(dataclasses.replace(question, content="Wie pleitte daarvoor?"))
