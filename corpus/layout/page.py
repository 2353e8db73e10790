"""What stands on a page: pieces of text with their place, and the lines made of them.

Lengths are points; x grows to the right and y upwards from the lower left corner of the page as it is shown.
"""

from dataclasses import dataclass

from corpus.types import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Text shown in one go, from `x0` to `x1` on the baseline `y`, in letters of `size` points.

    `artifact` says that the file itself marks it as no part of the text (a running head, a rule). `slanted` text runs
    in another direction than the page's lines (a watermark, a label beside a table).
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    artifact: bool = False
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page of a file: its number counted from 1, its size, its pieces in the order of the file."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    has_images: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text on one baseline without wide gaps: a line of text, or one cell of a table's row.

    `bold` and `italic` say it of most letters. `raised` are spans of `text` in smaller letters above the line.
    """

    page: int
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    artifact: bool = False
    raised: tuple[Span, ...] = ()


def without_raised(line: Line) -> str:
    """The text of a line without what is raised in it, as for a title that bears the mark of a note."""
    text = line.text
    for span in reversed(line.raised):
        text = text[: span.start] + text[span.end :]
    return " ".join(text.split())


def join_cells(left: Line, right: Line) -> Line:
    """Two cells as one line with a space between them."""
    shift = len(left.text) + 1
    return Line(
        page=left.page,
        text=f"{left.text} {right.text}",
        x0=left.x0,
        x1=right.x1,
        y=left.y,
        size=max(left, right, key=lambda cell: len(cell.text)).size,
        bold=left.bold and right.bold,
        italic=left.italic and right.italic,
        artifact=left.artifact and right.artifact,
        raised=left.raised + tuple(Span(span.start + shift, span.end + shift) for span in right.raised),
    )
