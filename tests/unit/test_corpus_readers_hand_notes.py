"""Notes that were made by hand."""

import pytest

from corpus.readers.hand_notes import take_hand_notes
from corpus.reading import NoteMark, Paragraph
from corpus.types import BlockKind


def _read(*texts: str) -> tuple[list[str], list[tuple[str, str]]]:
    paragraphs, notes = take_hand_notes([Paragraph(text) for text in texts])
    return [each.text for each in paragraphs], [(note.mark, note.text) for note in notes]


@pytest.mark.parametrize(
    ("first", "second", "beginning", "marks"),
    [
        pytest.param("bericht 1), en", "wet? 2)", "{})", ("1)", "2)"), id="bracket behind"),
        pytest.param("bericht [1], en", "wet? [2]", "[{}]", ("[1]", "[2]"), id="square brackets"),
        pytest.param("bericht[1], en", "wet[2]?", "[{}]", ("[1]", "[2]"), id="without a space"),
        pytest.param("bericht (1), en", "wet (2)?", "({})", ("(1)", "(2)"), id="round brackets"),
        pytest.param("bericht⁽1⁾, en", "wet⁽2⁾?", "⁽{}⁾", ("1", "2"), id="raised in both places"),
        pytest.param("bericht⁽1⁾, en", "wet⁽2⁾?", "{}.", ("1", "2"), id="raised in the text"),
    ],
)
def test_each_way_of_marking(first: str, second: str, beginning: str, marks: tuple[str, str]) -> None:
    """The marks leave the text and the notes bear what was printed."""
    texts, notes = _read(
        f"Kent u het {first} de {second}", beginning.format(1) + " De Bel.", beginning.format(2) + " Kamerstuk 1."
    )
    assert texts == ["Kent u het bericht, en de wet?"]
    assert notes == [(marks[0], "De Bel."), (marks[1], "Kamerstuk 1.")]


def test_marks_stand_where_they_stood() -> None:
    """Offsets count in the text without marks; notes that were there before move along."""
    paragraph = Paragraph("Kent u dit [1] en dat [2]?", marks=(NoteMark(22, "f1"),))
    paragraphs, _ = take_hand_notes([paragraph, Paragraph("[1] Een."), Paragraph("[2] Twee.")])
    assert paragraphs[0].text == "Kent u dit en dat?"
    assert paragraphs[0].marks == (NoteMark(10, "h1"), NoteMark(17, "f1"), NoteMark(17, "h2"))


def test_a_note_may_go_on_and_two_may_share_a_paragraph() -> None:
    """An address on the next line belongs to its note; text after the list stays text."""
    texts, notes = _read(
        "Een [1] twee [2] drie [3].",
        "[1] Krant,",
        "https://krant.example/een",
        "[2] Blad[3] Boek",
        "Slot van de brief.",
    )
    assert notes == [("[1]", "Krant, https://krant.example/een"), ("[2]", "Blad"), ("[3]", "Boek")]
    assert texts == ["Een twee drie.", "Slot van de brief."]


def test_a_list_that_no_mark_leads_to_is_a_list() -> None:
    """An enumeration at the end of a letter, and references to it, stay what they are."""
    letter = ("Ik doe drie dingen (zie punt 1).", "1) bellen,", "2) fietsen,", "3) lopen.")
    assert _read(*letter) == (list(letter), [])


def test_brackets_within_brackets_are_no_marks() -> None:
    """A reference such as "(artikel 1)" closes what it opened."""
    letter = ("Zie de wet (artikel 1) en (artikel 2).", "1) Wet.", "2) Besluit.")
    assert _read(*letter) == (list(letter), [])


def test_a_list_above_a_later_heading_is_left_alone() -> None:
    """Notes stand at the end."""
    given = [
        Paragraph("Dit [1] geldt."),
        Paragraph("[1] Noot."),
        Paragraph("Slot", BlockKind.HEADING),
        Paragraph("Klaar."),
    ]
    assert take_hand_notes(given) == (given, ())


def test_raised_numbers_that_are_no_marks_are_plain() -> None:
    """As in square metres."""
    assert _read("Een stalling van 12 m⁽2⁾.") == (["Een stalling van 12 m2."], [])
