"""Moties: how letters name them, what they say became of them, and moties as documents."""

import datetime
import time

import pytest

from corpus.commitments import recognise
from corpus.letter import compose
from corpus.reading import Fact, FactName, NoteMark, Paragraph, Reading, SourceNote
from corpus.types import BlockKind, Format
from corpus.types import CommitmentStatus as Status
from tests.commitment_examples import letter, moties


@pytest.mark.parametrize(
    ("text", "names", "status"),
    [
        (
            "Daarmee geef ik uitvoering aan de motie van de leden Van Kampen en Boswijk.",
            ["Van Kampen", "Boswijk"],
            Status.UITGEVOERD,
        ),
        ("Hiermee beschouw ik de motie-Pieterse c.s. als afgedaan.", ["Pieterse"], Status.UITGEVOERD),
        ("Zo wordt voldaan aan de motie Pieterse.", ["Pieterse"], Status.UITGEVOERD),
        ("Het kabinet handelt daarmee conform de motie van het lid De Wit (SP).", ["De Wit"], Status.IN_UITVOERING),
        ("Dit is in lijn met de motie Pieterse/De Wit.", ["Pieterse", "De Wit"], Status.IN_UITVOERING),
        ("In het kader van de motie-Pieterse spreek ik met de havens.", ["Pieterse"], Status.IN_UITVOERING),
        (
            "De motie van het lid Pieterse (SGP) over de veren laat ik oordeel Kamer.",
            ["Pieterse"],
            Status.OORDEEL_KAMER,
        ),
        ("De motie van het lid Pieterse over de veren ontraad ik.", ["Pieterse"], Status.ONTRADEN),
        ("De motie van het lid Pieterse is op haar verzoek aangehouden.", ["Pieterse"], Status.AANGEHOUDEN),
        ("De op 4 mei aangenomen motie van het lid Pieterse noemt de veren.", ["Pieterse"], Status.AANGENOMEN),
        ("De motie van het lid Pieterse is verworpen.", ["Pieterse"], Status.VERWORPEN),
        (
            "Het lid Pieterse (CDA) heeft mede namens het lid De Wit (SP) een motie ingediend over de veren.",
            ["Pieterse", "De Wit"],
            Status.ONBEKEND,
        ),
        ("Met het onderzoek zal ik uitvoering geven aan de motie Pieterse.", ["Pieterse"], Status.IN_UITVOERING),
    ],
)
def test_a_motie_is_named_by_its_proposers_and_has_a_state(text: str, names: list[str], status: Status) -> None:
    """Every usual way to name a motie is found, with its proposers in order and the state that the letter gives."""
    assert [([person.name for person in each.to], each.status) for each in moties(text)] == [(names, status)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hiermee beschouw ik de motie van het lid Pieterse als uitgevoerd.", Status.UITGEVOERD),
        ("Met deze brief doe ik de motie-Pieterse c.s. af.", Status.UITGEVOERD),
        ("Met het rapport is de motie van het lid Pieterse (36 410, nr. 7) afgedaan.", Status.UITGEVOERD),
        ("Zoals verzocht in de motie van het lid Pieterse stuur ik u hierbij het overzicht.", Status.UITGEVOERD),
        ("De motie Pieterse neem ik over.", Status.OVERGENOMEN),
        ("De motie van het lid Pieterse wordt betrokken bij de evaluatie.", Status.IN_UITVOERING),
        ("Op verzoek van de motie Pieterse onderzoek ik de kades.", Status.IN_UITVOERING),
        ("De motie van het lid Pieterse is nog niet uitgevoerd.", Status.ONBEKEND),
        ("Hoe is de motie van het lid Pieterse over de kades uitgevoerd?", Status.ONBEKEND),
    ],
)
def test_the_state_of_a_motie_is_what_the_letter_says(text: str, status: Status) -> None:
    """Said or denied, also behind an abbreviation; a question says nothing."""
    assert [each.status for each in moties(text)] == [status]


def test_a_motie_takes_the_reference_of_its_footnote() -> None:
    """The reference stands in the note whose mark follows the name."""
    marked = "Zo wordt voldaan aan de motie Pieterse"
    (made,) = moties(
        Paragraph(f"{marked}.", marks=(NoteMark(len(marked), "1"),)),
        notes=(SourceNote("1", "1", "Kamerstuk 31 409, nr. 377."),),
    )
    assert made.reference is not None
    assert made.reference.identifier == "kst-31409-377"
    assert made.reference_text == "Kamerstuk 31 409, nr. 377"


def test_two_moties_of_one_member_stay_apart_where_they_ask_different_things() -> None:
    """Nothing says which is which but what they ask."""
    made = moties(
        "In de motie van het lid Pieterse wordt verzocht om de ligplaatsen langs de Waal uit te breiden.",
        "In de motie van het lid Pieterse wordt verzocht om schippers beter te informeren over bruggen.",
    )
    assert [each.what for each in made] == [
        "De ligplaatsen langs de Waal uit te breiden",
        "Schippers beter te informeren over bruggen",
    ]


def test_deze_motie_is_the_one_spoken_of() -> None:
    """An appreciation of "deze motie" belongs to the motie that the letter speaks of, not to one named in passing."""
    made = moties(
        "In de motie van het lid Pieterse "
        "(SGP) wordt verzocht om de veren te tellen. Dat past bij de motie-De Wit over "
        "havens. Ik geef deze motie oordeel Kamer."
    )
    assert [(each.to[0].name, each.status) for each in made] == [
        ("Pieterse", Status.OORDEEL_KAMER),
        ("De Wit", Status.ONBEKEND),
    ]


def test_the_heading_says_which_motie_the_section_is_about() -> None:
    """Such as "De motie verzoekt" under a heading that names one is that motie, and so is what is said of it there."""
    made = moties(
        Paragraph("Motie-Van Gelder/Pieterse", BlockKind.HEADING, level=1),
        "De motie verzoekt om de veren te tellen. Dat kan. De motie laat ik aan het oordeel van de Kamer.",
        Paragraph("Motie-De Wit", BlockKind.HEADING, level=1),
        "De motie verzoekt om de havens te sluiten. Deze motie ontraad ik.",
    )
    assert [([person.name for person in each.to], each.status, each.quote) for each in made] == [
        (["Van Gelder", "Pieterse"], Status.OORDEEL_KAMER, "De motie verzoekt om de veren te tellen."),
        (["De Wit"], Status.ONTRADEN, "De motie verzoekt om de havens te sluiten. Deze motie ontraad ik."),
    ]


def test_a_motie_may_be_named_by_its_number_alone() -> None:
    """Where no proposer is named."""
    (made,) = moties("De motie over de veren (Kamerstuk 31 409, nr. 377) vraagt hetzelfde.")
    assert made.reference is not None
    assert (made.reference.identifier, made.to) == ("kst-31409-377", ())


def test_proposers_may_stand_before_the_motie() -> None:
    """Members who ask something "in hun motie", or whom "een tweede motie" names behind its verb."""
    first, second = moties(
        "De leden Pieterse (SGP) en De Wit (SP) vroegen in hun motie om de veren te tellen.",
        "In een tweede motie vraagt het lid De Wit (SP) om de havens te sluiten.",
    )
    assert [person.name for person in first.to] == ["Pieterse", "De Wit"]
    assert [person.name for person in second.to] == ["De Wit"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ik ga in op de ingediende moties.", id="several, unnamed"),
        pytest.param("De motie is daarmee uitgevoerd.", id="none spoken of"),
        pytest.param("Zijn motief was onduidelijk.", id="another word"),
        pytest.param("De emotie liep hoog op bij het lid Pieterse.", id="part of a word"),
    ],
)
def test_what_is_no_mention_of_a_motie(text: str) -> None:
    """Moties that nothing tells apart are not listed."""
    assert moties(text) == []


def test_a_motie_as_a_document() -> None:
    """Its head says who and when, its dictum what; it is "voorgesteld" unless the document says otherwise."""
    facts = (
        Fact(FactName.DOCUMENT_TYPE, "MOTIE VAN HET LID PIETERSE"),
        Fact(FactName.DOSSIER, "31 409"),
        Fact(FactName.DOSSIER_TITLE, "Zee- en binnenvaart"),
        Fact(FactName.NUMBER, "412"),
        Fact(FactName.DATE, "6 april 2023"),
        Fact(FactName.CHAMBER, "II"),
        Fact(FactName.PROPOSER, "Pieterse"),
    )
    paragraphs = (
        Paragraph("Nr. 412 MOTIE VAN HET LID PIETERSE", BlockKind.HEADING, level=1),
        Paragraph("Voorgesteld 6 april 2023"),
        Paragraph("De Kamer,"),
        Paragraph("verzoekt de regering de veren voor 1 juli 2023 te tellen,", BlockKind.DICTUM),
        Paragraph("en gaat over tot de orde van de dag."),
    )
    head, dictum = recognise(compose("1" * 64, "motie.xml", Reading(Format.XML, paragraphs, facts=facts)))
    assert head.quote == "Nr. 412 MOTIE VAN HET LID PIETERSE\n\nVoorgesteld 6 april 2023"
    assert dictum.quote == "verzoekt de regering de veren voor 1 juli 2023 te tellen,"
    assert (dictum.what, dictum.status) == ("De veren voor 1 juli 2023 te tellen", Status.VOORGESTELD)
    assert (dictum.due, dictum.due_date) == ("voor 1 juli 2023", datetime.date(2023, 6, 30))
    assert dictum.reference is not None
    assert dictum.reference.identifier == "kst-31409-412"
    assert [person.name for person in dictum.to] == ["Pieterse"]


@pytest.mark.parametrize("words", ["ik zal ", "motie van het lid Bos en ", "uw Kamer wordt ", "is toegezegd dat ik "])
def test_a_run_of_words_without_a_stop_is_passed_over(words: str) -> None:
    """Such as a broken file gives; it takes no time."""
    run_on = letter(words * (100_000 // len(words)))
    began = time.process_time()
    assert recognise(run_on) == ()
    assert time.process_time() - began < 1
