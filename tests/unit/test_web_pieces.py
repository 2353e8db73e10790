"""Cutting text at marks."""

import pytest

from corpus.types import Span
from web.marked.pieces import Piece, Sign, cut, joined, paragraphs, with_headings

TEXT = "Een plan komt er.\n\nNog dit jaar."


def test_text_is_cut_where_a_mark_begins_and_ends() -> None:
    """The marked words are a piece of their own, and the first of them is known as such."""
    assert cut(TEXT, Span(0, 17), [Span(4, 8)]) == (
        Piece("Een "),
        Piece("plan", marked=True, first=True),
        Piece(" komt er."),
    )


def test_a_mark_runs_on_in_the_next_paragraph() -> None:
    """A paragraph that a mark began before starts marked, but is not where the mark begins."""
    assert cut(TEXT, Span(19, 32), [Span(9, 22)]) == (Piece("Nog", marked=True), Piece(" dit jaar."))


def test_a_note_sign_stands_where_its_note_belongs() -> None:
    """A sign adds a piece without taking any text away, also at the very end."""
    pieces = cut(TEXT, Span(0, 17), [], [Sign(8, "2", 1), Sign(17, "3", 2)])
    assert pieces == (
        Piece("Een plan"),
        Piece("", sign="2", note=1),
        Piece(" komt er."),
        Piece("", sign="3", note=2),
    )


def test_paragraphs_leave_out_the_breaks_between_them() -> None:
    """Blank lines belong to no paragraph."""
    assert [TEXT[part.start : part.end] for part in paragraphs(TEXT, Span(0, len(TEXT)))] == [
        "Een plan komt er.",
        "Nog dit jaar.",
    ]


def test_neighbouring_spans_are_joined() -> None:
    """Sentences that follow each other are one mark; words between them keep them apart."""
    assert joined("Aa. Bb. Cc dd.", [Span(4, 7), Span(0, 3), Span(11, 14)]) == (Span(0, 7), Span(11, 14))


def test_overlapping_spans_are_joined() -> None:
    """A span inside another adds nothing."""
    assert joined("Aa. Bb.", [Span(0, 7), Span(1, 3)]) == (Span(0, 7),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Startbanen", True),
        ("Motie-Jasper van Dijk/Peters", True),
        ("Ja.", False),
        ("1. Meer fietsbruggen;", False),
        ("• Meer fietsbruggen", False),
        ("een lange regel " * 8 + "x", False),
        ("", False),
    ],
)
def test_a_short_line_without_an_end_looks_like_a_heading(text: str, expected: bool) -> None:
    """A passage knows no blocks; its headings are told by their form."""
    assert with_headings([(Piece(text),), (Piece("Dat is zo."),)])[0][1] is expected


def test_marked_words_are_no_heading() -> None:
    """What answers is shown as text."""
    assert with_headings([(Piece("Startbanen", marked=True),), (Piece("Dat is zo."),)])[0][1] is False


@pytest.mark.parametrize("last", ["Flach", "Flach …"])
def test_the_names_at_the_end_are_no_headings(last: str) -> None:
    """Nothing stands below them."""
    shown = [(Piece(text),) for text in ("Voorgesteld 5 juni", "De Kamer,", "Aartsen", "Vermeer", last)]
    assert [heading for _, heading in with_headings(shown)] == [True, False, False, False, False]
