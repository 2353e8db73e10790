"""The numbered questions of a set of Kamervragen."""

import pytest

from corpus.errors import UnreadableFile
from tests.word_examples import paragraph, word_file
from web.drafts.questions import split_questions
from web.drafts.reading import read_apart

BARE = """Vragen van het lid Podt (D66) aan de minister over fietsbruggen
(ingezonden 3 mei 2024)

1
Bent u bekend met het bericht
‘Brug blijft dicht’?[1]

2
Deelt u de mening dat 3 bruggen te weinig zijn? Zo nee,
waarom niet?

3
Kunt u ingaan op:
a. de kosten;
b. de planning?

[1] Trouw, 2 mei 2024.

Toelichting:
Deze vragen dienen ter aanvulling op eerdere vragen.
"""


def test_bare_numbers_announce_questions() -> None:
    """Lines that were wrapped are joined, items stay apart, notes and explanation are left out."""
    found = split_questions(BARE)
    assert found.title == "Vragen van het lid Podt (D66) aan de minister over fietsbruggen (ingezonden 3 mei 2024)"
    assert found.questions == (
        ("1", "Bent u bekend met het bericht ‘Brug blijft dicht’?[1]"),
        ("2", "Deelt u de mening dat 3 bruggen te weinig zijn? Zo nee, waarom niet?"),
        ("3", "Kunt u ingaan op:\na. de kosten;\nb. de planning?"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "1. Bent u bekend met het bericht?\n2. Wat vindt u daarvan?",
        "1) Bent u bekend met het bericht?\n2) Wat vindt u daarvan?",
        "1 Bent u bekend met het bericht?\n2 Wat vindt u daarvan?",
        "Vraag 1\nBent u bekend met het bericht?\n\nVraag 2\nWat vindt u daarvan?",
        "Vraag 1: Bent u bekend met het bericht?\nVraag 2: Wat vindt u daarvan?",
        "1\nBent u bekend met het bericht?\n\nAntwoord\nJa.\n\n2\nWat vindt u daarvan?\n\nAntwoord\nNiets.",
        "Vraag 1\nBent u bekend met het bericht?\nAntwoord vraag 1\nJa.\n2 mei.\nVraag 2\nWat vindt u daarvan?",
    ],
)
def test_every_way_of_numbering_is_read(text: str) -> None:
    """With a point, a bracket or nothing, on a line of its own or before the question; answers are left out."""
    assert split_questions(text).questions == (
        ("1", "Bent u bekend met het bericht?"),
        ("2", "Wat vindt u daarvan?"),
    )


def test_questions_that_are_answered_together_keep_their_numbers() -> None:
    """As they are written."""
    text = "Vragen 2, 3 en 4\nKunt u dit toelichten?\nVraag 5\nEn dit?"
    assert [number for number, _ in split_questions(text).questions] == ["2, 3 en 4", "5"]


def test_without_numbers_each_paragraph_that_asks_is_a_question() -> None:
    """They are counted from 1."""
    text = "Vragen over bruggen\n\nBent u bekend met het bericht?\n\nEen toelichting.\n\nEn nu? Zo nee, waarom niet?"
    found = split_questions(text)
    assert found.title == "Vragen over bruggen"
    assert found.questions == (("1", "Bent u bekend met het bericht?"), ("2", "En nu? Zo nee, waarom niet?"))


def test_text_in_which_nothing_is_asked_has_no_questions() -> None:
    """Nothing is guessed."""
    assert split_questions("Geachte voorzitter,\n\nIn 2024 zijn er 3 bruggen gebouwd.").questions == ()


def test_a_file_is_read_in_a_process_of_its_own() -> None:
    """The questions of a Word file are found in its text."""
    lines = ["Vragen over bruggen", "1", "Bent u bekend met het bericht?", "2", "En nu?"]
    letter = read_apart(word_file("".join(paragraph(line) for line in lines)), "v.docx")
    assert [number for number, _ in split_questions(letter.text).questions] == ["1", "2"]


def test_a_file_that_is_no_letter_says_why() -> None:
    """The reason of the reader."""
    with pytest.raises(UnreadableFile, match="no content"):
        read_apart(b"", "leeg.txt")
