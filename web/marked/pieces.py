"""Text cut where a mark begins or ends, so that a template can write it without handling markup."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.types import Span

_LONGEST_HEADLINE = 90  # characters
_BETWEEN_PARAGRAPHS = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text, marked or not. `first` is the first marked piece of what is shown.

    A piece with a `sign` stands for the mark of a footnote, the position of which in the letter's notes is `note`.
    """

    text: str
    marked: bool = False
    first: bool = False
    sign: str = ""
    note: int = -1


@dataclass(frozen=True, slots=True)
class Sign:
    """The mark of a footnote, at an offset in the text."""

    offset: int
    text: str
    note: int


Pieces = tuple[Piece, ...]


def cut(text: str, stretch: Span, marks: Sequence[Span], signs: Sequence[Sign] = ()) -> Pieces:
    """The stretch of the text as pieces; marks are in order and do not overlap, and count in the whole text.

    A mark shows as marked in every stretch that it runs through; `first` is set where the first mark begins.
    """
    inside = [sign for sign in signs if stretch.start < sign.offset <= stretch.end]
    borders = {stretch.start, stretch.end, *(sign.offset for sign in inside)}
    for mark in marks:
        borders.update(border for border in (mark.start, mark.end) if stretch.start < border < stretch.end)
    pieces: list[Piece] = []
    steps = sorted(borders)
    for start, end in zip(steps, [*steps[1:], stretch.end], strict=True):
        pieces += [Piece("", sign=sign.text, note=sign.note) for sign in inside if sign.offset == start]
        if start < end:
            marked = any(mark.start <= start < mark.end for mark in marks)
            pieces.append(Piece(text[start:end], marked, first=marked and start == marks[0].start))
    return tuple(pieces)


def paragraphs(text: str, stretch: Span) -> list[Span]:
    """The paragraphs of a stretch, without the line breaks between them."""
    found: list[Span] = []
    start = stretch.start
    for gap in _BETWEEN_PARAGRAPHS.finditer(text, stretch.start, stretch.end):
        found.append(Span(start, gap.start()))
        start = gap.end()
    found.append(Span(start, stretch.end))
    return [paragraph for paragraph in found if paragraph.start < paragraph.end]


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those with nothing but white space between them taken as one."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        if result and not text[result[-1].end : span.start].strip():
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def with_headings(shown: Sequence[Pieces]) -> list[tuple[Pieces, bool]]:
    """Each paragraph, and whether it is a heading: it looks like one and stands above something that does not.

    The names at the end of a motie look like headings too, but nothing follows them.
    """
    alike = [_looks_like_heading(pieces) for pieces in shown]
    body = max((place for place, heading in enumerate(alike) if not heading), default=0)
    return [(pieces, alike[place] and place < body) for place, pieces in enumerate(shown)]


def _looks_like_heading(pieces: Pieces) -> bool:
    """Short, unmarked, and not ended like a sentence or a list's item."""
    text = "".join(piece.text for piece in pieces).removesuffix(" …")
    marked = any(piece.marked for piece in pieces)
    return not marked and 0 < len(text) <= _LONGEST_HEADLINE and text[-1].isalnum() and text[0].isalnum()
