"""Note marks that are glued to words."""

import pytest

from corpus.layout.glued_marks import GluedMark, find_glued_marks, tie_loose_notes
from corpus.reading import NoteMark, PageBreak, Paragraph, SourceNote


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("de motie Jansen2 in het", 15),
        ("de fractie (CDA)2 wordt", 16),
        ("werkgevers.2 Daarna", 11),
        ("de Taskforce VIA2, aangevuld", 16),
        ("in 20232 is besloten", 7),
        ("«startbaan»2.", 11),
    ],
)
def test_a_mark_stands_behind_a_word_a_bracket_or_a_year(text: str, start: int) -> None:
    """Its span is that of the digits."""
    assert find_glued_marks([text], [("2", 1)]) == [GluedMark(0, start, start + 1, "2")]


@pytest.mark.parametrize("text", ["op 2 mei", "12 keer", "in 2022 was", "artikel 2.", "tabel22 is"])
def test_other_numbers_are_no_marks(text: str) -> None:
    """Numbers of their own, and longer ones, are left."""
    assert find_glued_marks([text], [("2", 1)]) == []


def test_lower_case_goes_before_names_of_capitals_and_digits() -> None:
    """Level A2 may come before the mark."""
    assert find_glued_marks(["van A2 en MBO2 naar werk2."], [("2", 1)])[0].start == 24


def test_marks_follow_each_other_and_stand_before_their_notes() -> None:
    """The same digit behind another word later on is none."""
    texts = ["eerst1 dan", "later1 en dan2", "daarna2"]
    assert find_glued_marks(texts, [("1", 1), ("2", 2)]) == [GluedMark(0, 5, 6, "1"), GluedMark(1, 13, 14, "2")]


def test_a_note_that_nothing_points_at_is_tied_to_a_glued_digit_on_its_page() -> None:
    """Pages and other marks move along."""
    paragraphs = [
        Paragraph("de motie1 hier", page=1),
        Paragraph("de motie1 daar en verder", page=1, breaks=(PageBreak(15, 2),), marks=(NoteMark(17, "2"),)),
    ]
    assert tie_loose_notes(
        paragraphs, [SourceNote("1@2.1", "1", "Een noot.", 2), SourceNote("2", "2", "Nog een.", 2)]
    ) == [
        Paragraph("de motie1 hier", page=1),
        Paragraph(
            "de motie daar en verder",
            page=1,
            breaks=(PageBreak(14, 2),),
            marks=(NoteMark(8, "1@2.1"), NoteMark(16, "2")),
        ),
    ]
