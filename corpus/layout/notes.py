"""Footnotes: the lines at the foot of a page, and the marks in the text that point to them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.layout.columns import Column, Row, columns_of
from corpus.layout.hyphens import Vocabulary, join_all
from corpus.layout.page import Line
from corpus.reading import SourceNote
from corpus.types import Span

_SMALL = 0.93  # of the body's letters
_CLOSE = 1.75  # of the size: the lines of a block of notes stand closer than this
_FAR = 2.5  # … and what stands further below them is none of them
_SAME_FOOT = 12.0  # points between the lowest lines of notes on two pages
_JUMP = 3  # a number may be missing in a row of notes

_NUMBER = re.compile(r"(?P<mark>\d{1,3}|\*{1,3})(?:\)|\.(?=\s))?(?:\s+|$)")
_MARK = re.compile(r"\d{1,3}|\*{1,3}")
_MARK_LIST = re.compile(r"\(?(?:\d{1,3}|\*{1,3})(?:\s*[,;]?\s*(?:\d{1,3}|\*{1,3}))*\)?[.,]?")
_GLUED = re.compile(r"[a-zà-ÿ)»”][.,;:?!]?(\d{1,3})(?![\w.,]*\d)")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdh]?m|10|ha)$")
_SENTENCE_END = re.compile(r"[.!?][»”\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a document in order, and where each printed mark leads."""

    notes: tuple[SourceNote, ...] = ()
    places: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # printed mark → (page, key) in order

    def key_for(self, mark: str, page: int) -> str | None:
        """The key of the note that a mark on `page` points to.

        It stands on the same page, else on one of the next, else (notes at the end of a part) on the last before.
        """
        places = self.places.get(mark)
        if not places:
            return None
        return min(places, key=lambda place: (place[0] < page, abs(place[0] - page)))[1]


@dataclass(slots=True)
class _Note:
    mark: str
    page: int
    parts: list[str] = field(default_factory=list)
    bottom: float = 0.0


def separate_notes(
    pages: Sequence[Sequence[Line]], body_size: float, gutter: float | None
) -> tuple[list[list[Line]], Notes]:
    """The pages without the notes at their feet, and the notes, those that go on overleaf made whole."""
    bodies: list[list[Line]] = []
    found: list[_Note] = []
    for page in pages:
        taken: set[Line] = set()
        for column in columns_of(page, gutter):
            taken.update(_take_notes(column, body_size, found))
        bodies.append([line for line in page if line not in taken])
    return bodies, _as_notes(found, Vocabulary(line.text for page in pages for line in page))


def mark_spans(line: Line, notes: Notes) -> list[tuple[Span, list[str]]]:
    """The raised spans of a line that point to notes, with the keys of these notes; other raised signs are text."""
    spans = []
    for span in line.raised:
        written = line.text[span.start : span.end]
        if not _MARK_LIST.fullmatch(written) or (written in ("2", "3") and _UNIT.search(line.text[: span.start])):
            continue
        keys = [key for mark in _MARK.findall(written) if (key := notes.key_for(mark, line.page)) is not None]
        if keys and len(keys) == len(_MARK.findall(written)):
            spans.append((span, keys))
    return spans


def _take_notes(column: Column, body_size: float, found: list[_Note]) -> list[Line]:
    """Add the notes at the foot of a column to `found`; returns their lines."""
    small = len(column.rows)
    while small > 0 and _size(column.rows[small - 1]) < _SMALL * body_size:
        small -= 1
    rows = column.rows[small:]
    pointed_at = _marks_in(column.rows[:small])
    last = int(found[-1].mark) if found and found[-1].mark.isdigit() else 0
    starts: dict[int, str] = {}
    for place, row in enumerate(rows):
        mark = _raised_mark(row)
        if not mark and (plain := _plain_mark(row, last)) in pointed_at:
            # A number in letters like the rest may be that of a table's row; it counts where the text points at it.
            mark = plain
        if mark:
            starts[place] = mark
            last = int(mark) if mark.isdigit() else last
    first = _first_row(rows, starts, found)
    taken: list[Line] = []
    for place in range(first, _last_row(rows, first, starts)):
        text = " ".join(cell.text for cell in rows[place].cells)
        if place in starts:
            match = _NUMBER.match(text)
            rest = text[match.end() :] if match else text[len(starts[place]) :]
            found.append(_Note(starts[place], column.page, [rest.strip()]))
        else:
            found[-1].parts.append(text)
        found[-1].bottom = rows[place].first.y
        taken.extend(rows[place].cells)
    return taken


def _first_row(rows: Sequence[Row], starts: dict[int, str], found: Sequence[_Note]) -> int:
    """Where the notes begin: at the first that starts, or above it where one goes on from the page before."""
    if not starts:
        return 0 if found and rows and _goes_on(found[-1], rows) else len(rows)
    first = min(starts)
    while found and first > 0:
        above, below = rows[first - 1], rows[first]
        close = above.first.y - below.first.y < _CLOSE * _size(below)
        if len(above.cells) > 1 or not close or abs(_size(above) - _size(below)) > 0.3:
            break
        first -= 1
    return first


def _goes_on(note: _Note, rows: Sequence[Row]) -> bool:
    """Whether rows without a number go on with the last note of the page before: both reach down to the foot."""
    unfinished = not _SENTENCE_END.search(note.parts[-1])
    next_page = rows[0].first.page == note.page + 1
    same_foot = abs(rows[-1].first.y - note.bottom) < _SAME_FOOT
    return unfinished and next_page and same_foot and all(len(row.cells) == 1 for row in rows)


def _last_row(rows: Sequence[Row], first: int, starts: dict[int, str]) -> int:
    """Where the notes end: before a line far below them that begins no note."""
    for place in range(first + 1, len(rows)):
        if place not in starts and rows[place - 1].first.y - rows[place].first.y > _FAR * _size(rows[place]):
            return place
    return len(rows)


def _size(row: Row) -> float:
    return max(row.cells, key=lambda cell: len(cell.text)).size


def _marks_in(rows: Sequence[Row]) -> set[str]:
    """All marks that stand in the text of a column, raised or glued to a word."""
    marks: set[str] = set()
    for row in rows:
        for cell in row.cells:
            for span in cell.raised:
                marks.update(_MARK.findall(cell.text[span.start : span.end]))
            marks.update(_GLUED.findall(cell.text))
    return marks


def _raised_mark(row: Row) -> str:
    """The mark that a row begins with in smaller letters above the line; "" where it does not."""
    line = row.first
    if not line.raised or line.raised[0].start != 0:
        return ""
    written = line.text[: line.raised[0].end].strip(" ).")
    return written if _MARK.fullmatch(written) else ""


def _plain_mark(row: Row, last: int) -> str:
    """The mark that a row begins with in letters like the rest, where it is the next one; "" otherwise."""
    match = _NUMBER.match(row.first.text)
    if not match or (len(row.cells) == 1 and match.end() == len(row.first.text)):
        return ""
    mark = match["mark"]
    if not mark.isdigit():
        return mark
    return mark if last < int(mark) <= last + _JUMP or (mark == "1" and last == 0) else ""


def _as_notes(found: Sequence[_Note], vocabulary: Vocabulary) -> Notes:
    notes: list[SourceNote] = []
    places: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for note in found:
        key = note.mark
        if key in places:
            key = f"{note.mark}@{note.page}.{len(places[note.mark])}"
        places[note.mark].append((note.page, key))
        notes.append(SourceNote(key, note.mark, join_all(note.parts, vocabulary), note.page))
    return Notes(tuple(notes), dict(places))
