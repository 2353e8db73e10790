"""Pieces and excerpts for any text and marks."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Span
from web.marked.excerpts import excerpt
from web.marked.pieces import cut, joined

TEXTS = st.text("ab .?\n", min_size=1, max_size=1500)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, tuple[Span, ...]]:
    """A text with marks in order."""
    text = draw(TEXTS)
    borders = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(start, end) for start, end in zip(borders[::2], borders[1::2], strict=False)]
    return text, joined(text, spans)


@given(marked_texts())
def test_pieces_rebuild_the_text_and_its_marks(example: tuple[str, tuple[Span, ...]]) -> None:
    """Nothing is lost or doubled, and exactly the marked characters are marked."""
    text, marks = example
    pieces = cut(text, Span(0, len(text)), marks)
    assert "".join(piece.text for piece in pieces) == text
    shown = "".join(("#" if piece.marked else ".") * len(piece.text) for piece in pieces)
    assert shown == "".join(
        "#" if any(mark.start <= place < mark.end for mark in marks) else "." for place in range(len(text))
    )


@given(marked_texts())
def test_an_excerpt_holds_every_marked_word(example: tuple[str, tuple[Span, ...]]) -> None:
    """Shortening never costs a marked character."""
    text, marks = example
    shown = excerpt(text, marks)
    wanted = "".join(text[mark.start : mark.end].replace("\n", "") for mark in marks)
    for paragraphs in (shown.paragraphs, shown.whole):
        assert "".join(piece.text for pieces in paragraphs for piece in pieces if piece.marked) == wanted
