"""A small typesetter for the sample PDFs: paragraphs with raised note marks, the notes at the foot of their page."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

_MARK = re.compile(r"\[\^(\d+)\]")
_PIECE = re.compile(r"\[\^\d+\]|[^\s\[]+|\[(?!\^)|\s+")
_NOTE_GAP = 10.0


@dataclass(frozen=True, slots=True)
class Face:
    """A font and its size in points; lines are 1.3 times as high."""

    font: str
    size: float

    @property
    def leading(self) -> float:
        """The distance between two lines, in points."""
        return self.size * 1.3


BODY = Face("Helvetica", 9.5)
BOLD = Face("Helvetica-Bold", 9.5)
NOTE = Face("Helvetica", 7.5)
SMALL = Face("Helvetica", 7.0)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text of a page stands, in points from the lower left corner."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, its pieces either words (with spaces) or marks of notes; `after` is the room below it."""

    pieces: tuple[str, ...]
    face: Face
    indent: float = 0.0
    after: float = 0.0

    @property
    def marks(self) -> tuple[int, ...]:
        """The numbers of the notes marked in this line."""
        return tuple(int(match[1]) for piece in self.pieces if (match := _MARK.fullmatch(piece)))


def wrap(text: str, face: Face, width: float, *, indent: float = 0.0, after: float = 6.0) -> list[Line]:
    """The lines of a paragraph; the last one has the room below the paragraph."""
    lines: list[list[str]] = [[]]
    used = 0.0
    for word in text.split():
        pieces = [piece for piece in _PIECE.findall(word) if piece.strip()]
        wide = sum(_width(piece, face) for piece in pieces)
        space = stringWidth(" ", face.font, face.size) if lines[-1] else 0.0
        if lines[-1] and used + space + wide > width - indent:
            lines.append([])
            used, space = 0.0, 0.0
        if lines[-1]:
            lines[-1].append(" ")
        lines[-1] += pieces
        used += space + wide
    return [
        Line(tuple(pieces), face, indent, after if number == len(lines) else 0.0)
        for number, pieces in enumerate(lines, start=1)
    ]


def typeset(
    lines: Sequence[Line],
    notes: Sequence[str],
    frame_of: Callable[[int], Frame],
    furnish: Callable[[Canvas, int, int], None],
    title: str,
) -> bytes:
    """Set lines on pages (A4) with their notes; `furnish` draws head, foot and margin of page n of m."""
    pages = _paginate(lines, notes, frame_of)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595.28, 841.89), invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor("Vraagbaak, voorbeeldbrief")
    for number, (body, marked) in enumerate(pages, start=1):
        frame = frame_of(number)
        furnish(canvas, number, len(pages))
        height = frame.top
        for line in body:
            height -= line.face.leading
            _draw(canvas, line, frame.left, height)
            height -= line.after
        _draw_notes(canvas, frame, marked, notes)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _paginate(
    lines: Sequence[Line], notes: Sequence[str], frame_of: Callable[[int], Frame]
) -> list[tuple[list[Line], list[int]]]:
    pages: list[tuple[list[Line], list[int]]] = [([], [])]
    height = frame_of(1).top
    for line in lines:
        frame = frame_of(len(pages))
        marked = [*pages[-1][1], *line.marks]
        floor = frame.bottom + sum(_note_height(notes[mark - 1], frame) for mark in marked)
        floor += _NOTE_GAP if marked else 0.0
        if height - line.face.leading < floor and pages[-1][0]:
            pages.append(([], []))
            frame = frame_of(len(pages))
            height = frame.top
        pages[-1][0].append(line)
        pages[-1][1].extend(line.marks)
        height -= line.face.leading + line.after
    return pages


def _width(piece: str, face: Face) -> float:
    mark = _MARK.fullmatch(piece)
    width: float = stringWidth(mark[1] if mark else piece, face.font, face.size * (0.65 if mark else 1.0))
    return width


def _draw(canvas: Canvas, line: Line, left: float, height: float) -> None:
    place = left + line.indent
    for piece in line.pieces:
        mark = _MARK.fullmatch(piece)
        canvas.setFont(line.face.font, line.face.size * (0.65 if mark else 1.0))
        canvas.drawString(place, height + (line.face.size * 0.35 if mark else 0.0), mark[1] if mark else piece)
        place += _width(piece, line.face)


def _note_lines(note: str, frame: Frame) -> list[Line]:
    return wrap(note, NOTE, frame.right - frame.left - 10, indent=0.0, after=0.0)


def _note_height(note: str, frame: Frame) -> float:
    return NOTE.leading * len(_note_lines(note, frame))


def _draw_notes(canvas: Canvas, frame: Frame, marked: Sequence[int], notes: Sequence[str]) -> None:
    height = frame.bottom + sum(_note_height(notes[mark - 1], frame) for mark in marked)
    if marked:
        canvas.setLineWidth(0.4)
        canvas.line(frame.left, height + 3, frame.left + 60, height + 3)
    for mark in marked:
        for number, line in enumerate(_note_lines(notes[mark - 1], frame)):
            height -= NOTE.leading
            if number == 0:
                canvas.setFont(NOTE.font, NOTE.size * 0.65)
                canvas.drawString(frame.left, height + NOTE.size * 0.35, str(mark))
            _draw(canvas, line, frame.left + 8, height)
