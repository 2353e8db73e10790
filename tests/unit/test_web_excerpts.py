"""Shortening long passages around what is marked."""

from corpus.types import Span
from web.marked.excerpts import excerpt

FILLER = "De gemeenten werken hier al lang aan en doen dat met zorg. "


def shown(text: str, marks: list[Span]) -> list[str]:
    """The paragraphs of the excerpt as text."""
    return ["".join(piece.text for piece in pieces) for pieces in excerpt(text, marks).paragraphs]


def test_a_short_passage_is_shown_whole() -> None:
    """There is nothing to fold away."""
    text = FILLER * 3
    result = excerpt(text, [Span(0, 5)])
    assert not result.shortened
    assert result.paragraphs == result.whole


def test_a_long_passage_is_cut_at_sentences() -> None:
    """Around the marked sentence stay some whole sentences; what is left out shows as dots."""
    quote = "Ik zeg een plan toe."
    text = FILLER * 12 + quote + " " + FILLER * 12
    start = text.index(quote)
    (paragraph,) = shown(text, [Span(start, start + len(quote))])
    assert paragraph == f"… {FILLER * 3}{quote} {(FILLER * 3).strip()} …"


def test_context_stops_at_the_paragraph() -> None:
    """A neighbouring paragraph is not begun for the sake of a few words."""
    before, behind = FILLER * 12, FILLER * 12
    text = f"{before.strip()}\n\nIk zeg een plan toe. Dat is zeker.\n\n{behind.strip()}"
    start = text.index("Ik zeg")
    assert shown(text, [Span(start, start + 20)]) == ["… Ik zeg een plan toe. Dat is zeker. …"]


def test_without_marks_the_beginning_is_shown() -> None:
    """A passage of which no sentence answers is shown from its beginning."""
    (paragraph,) = shown(FILLER * 30, [])
    assert paragraph.startswith("De gemeenten")
    assert paragraph.endswith("zorg. …")
    assert len(paragraph) < 800


def test_a_little_text_is_not_worth_folding_away() -> None:
    """When the hidden part would be short, everything is shown."""
    text = "Ik zeg een plan toe. " + FILLER * 4
    assert not excerpt(text, [Span(0, 20)]).shortened


def test_an_abbreviation_ends_no_sentence() -> None:
    """The context is not cut behind "nr." or an initial."""
    quote = "Ik zeg een plan toe."
    behind = "Dat staat in Kamerstuk 29 398, nr. 12 van A. Jansen en " + "heel " * 120
    text = quote + " " + behind
    (paragraph,) = shown(text, [Span(0, len(quote))])
    assert paragraph.startswith(f"{quote} Dat staat in Kamerstuk 29 398, nr. 12 van A. Jansen en heel heel")
    assert paragraph.endswith("heel …")
