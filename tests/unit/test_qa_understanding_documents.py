"""Which documents a question wants, and what in it only tells of documents."""

import datetime

import pytest

from corpus.types import Kind, Person
from qa.understanding.documents import DocumentsWanted, documents_wanted
from qa.understanding.periods import find_period

TODAY = datetime.date(2025, 5, 20)
PEOPLE = (Person("Van Dijk"), Person("De Boer"))
MOTIES = frozenset({Kind.MOTIE})
QUESTIONS = frozenset({Kind.VRAGEN, Kind.ANTWOORD})
LETTERS = frozenset({Kind.KAMERBRIEF, Kind.ANTWOORD})


def of(question: str) -> DocumentsWanted:
    """What a question wants, with the people that it names."""
    people = [person for person in PEOPLE if person.name.split()[-1].casefold() in question.casefold()]
    return documents_wanted(question, people, find_period(question, TODAY))


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("moties over wonen", MOTIES),
        ("welke motie vroeg om een verbod?", MOTIES),
        ("which motion asked for a ban?", MOTIES),
        ("recent motions on nitrogen", MOTIES),
        ("alle kamervragen over kernenergie", QUESTIONS),
        ("vragen van het lid Van Dijk over kwantum", QUESTIONS),
        ("parliamentary questions by the SP", QUESTIONS),
        ("brieven van SZW over taal", LETTERS),
        ("zoek brieven over taal", LETTERS),
        ("motie Van Dijk c.s. 2019", MOTIES),
    ],
)
def test_the_kind_that_is_asked_for_is_wanted(question: str, kinds: frozenset[Kind]) -> None:
    """Several documents, or any one of them; answers go with questions and with letters."""
    assert of(question).kinds == kinds


@pytest.mark.parametrize(
    "question",
    [
        "Hoe is de motie van de SP over zorg uitgevoerd?",
        "welke moties van de SP zijn uitgevoerd?",
        "Wat vroeg Van Dijk in zijn moties over wonen?",
        "In welke brief staat het plan van aanpak?",
        "motie jobcoaches en banenmarkten",
        "What is the cabinet's opinion on the BBB motion about migration?",
        "Wat kost een fiets?",
    ],
)
def test_a_document_that_is_told_of_may_be_told_of_anywhere(question: str) -> None:
    """What came of a motie stands in letters, and a letter refers to another one."""
    assert of(question) == DocumentsWanted()


@pytest.mark.parametrize(
    "question",
    [
        "moties van de SP over zorg",
        "Welke motie van de SP vroeg om een verbod?",
        "kamervragen d66 over kwantum",
        "D66-moties over onderwijs",
        "What did D66 ask about housing?",
        "which motions did the SP table in 2024",
        "wat vroeg de PvdA over wonen",
        "SP wil weten wat het kost",
        "moties van de fractie van de SGP",
        "Wat heeft de VVD gevraagd over stikstof?",
        "what has been asked by the PVV about asylum",
        "motions on wolves by the BBB",
    ],
)
def test_documents_by_a_party_are_wanted(question: str) -> None:
    """When the question says that the party wrote or asked it."""
    assert of(question).party


@pytest.mark.parametrize(
    "question",
    [
        "moties van SP en D66 over wonen",
        "wat vindt de minister van het plan van de SP?",
        "Hoe is de motie van de SP uitgevoerd?",
        "steun van de VVD voor het voorstel",
        "kamervragen over de plannen van de VVD",
    ],
)
def test_a_party_that_is_told_of_leaves_nothing_out(question: str) -> None:
    """Nor do two of them."""
    assert not of(question).party


@pytest.mark.parametrize(
    "question",
    [
        "kamervragen van De Boer over boten",
        "moties van Van Dijk",
        "vragen van het lid Van Dijk over kwantum",
        "brieven van minister De Boer over taal",
        "brief van de minister van Financiën over toeslagen",
        "wat schreef de staatssecretaris van SZW over taal",
        "letters from the Minister of Finance",
        "what did De Boer write about boats",
        "which letters did the minister of defence send last year?",
        "welke brieven stuurde de minister van Defensie",
    ],
)
def test_documents_by_somebody_are_wanted(question: str) -> None:
    """A person, or whoever holds an office."""
    assert of(question).author


@pytest.mark.parametrize(
    "question",
    ["wat zei De Boer tegen Van Dijk?", "wat is er toegezegd aan De Boer?", "kamervragen van De Boer en Van Dijk"],
)
def test_somebody_who_is_told_of_leaves_nothing_out(question: str) -> None:
    """Nor do two people."""
    assert not of(question).author


def test_letters_of_a_ministry_are_wanted() -> None:
    """Named in full or in short; a ministry that is told of leaves nothing out."""
    assert of("brieven van SZW over taal").ministry
    assert of("wat schreef het ministerie van financien over toeslagen").ministry
    assert of("letters from the ministry of finance").ministry
    assert not of("wat kost het ministerie van VWS?").ministry
    assert not of("brieven van de minister van VWS").ministry


@pytest.mark.parametrize(
    "question",
    [
        "wat schreef de minister van VWS in 2021 over zorg",
        "wat is er afgelopen kwartaal geschreven over wonen",
        "wat vroeg D66 in 2024 over wonen",
        "what did the SGP ask in 2024 about prostitution",
        "motie Van Dijk c.s. 2019",
        "alle kamervragen over kernenergie sinds 2023",
        "moties uit 2024",
        "moties over opvang in Q1 2025",
        "welke brieven kwamen er vorig jaar over Schiphol",
        "brief van De Boer van 18 oktober 2023",
        "letter of 18 October 2023",
    ],
)
def test_the_period_is_that_of_the_documents(question: str) -> None:
    """When they were written, asked or tabled."""
    assert of(question).dated


@pytest.mark.parametrize(
    "question",
    [
        "wat schreef de minister over de begroting van 2024",
        "welke motie vroeg om een controle vanaf 2025?",
        "Wie vroegen het kabinet in het voorjaar van 2025 met een plan te komen?",
        "moties over de situatie in 2023",
        "kamervragen over de afgelopen zomer",
        "Hoe is de motie van 21 november 2022 uitgevoerd?",
        "antwoorden op 25 mei 2022",
        "Wat is er in 2023 toegezegd?",
    ],
)
def test_any_other_period_may_be_what_they_tell_of(question: str) -> None:
    """Then nothing is left out."""
    assert not of(question).dated
