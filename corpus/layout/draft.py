"""A paragraph in the making: text joined line by line, with the places of page breaks and note marks kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.layout.hyphens import Vocabulary, join_lines
from corpus.layout.notes import Notes, mark_spans
from corpus.layout.page import Line
from corpus.layout.tables import TextRow
from corpus.reading import NoteMark, PageBreak

_CLOSING = ".,;:?!)»”]"


@dataclass(slots=True)
class Draft:
    """Text so far, the rows it is made of, and what they showed of it.

    `hang` is where the words of an item begin, None while that is not known.
    """

    text: str = ""
    page: int | None = None
    rows: list[TextRow] = field(default_factory=list)
    breaks: list[PageBreak] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    hang: float | None = None
    is_item: bool = False
    gap_above: bool = False
    _pending_page: int | None = None

    def add(self, text: str, marks: Sequence[tuple[int, str]], page: int | None, vocabulary: Vocabulary) -> None:
        """Join more text; `marks` are offsets in that text with the keys of their notes."""
        joined = join_lines(self.text, text, vocabulary)
        start = len(joined) - len(text)
        divided = bool(self.text) and start <= len(self.text)
        if not self.text[:start].strip():
            self.page = page
        elif page != self._page_now():
            self._pending_page = page
        self.marks = [NoteMark(min(mark.offset, start), mark.key) for mark in self.marks]
        self.marks.extend(NoteMark(start + offset, key) for offset, key in marks)
        self.text = joined
        self._place_break(start, divided=divided)

    def _page_now(self) -> int | None:
        return self.breaks[-1].page if self.breaks else self.page

    def _place_break(self, start: int, *, divided: bool) -> None:
        if self._pending_page is None:
            return
        if divided:
            # A word that the page's end divides belongs to the page where it begins.
            space = self.text.find(" ", start)
            if space < 0:
                return
            start = space + 1
        self.breaks.append(PageBreak(start, self._pending_page))
        self._pending_page = None


def clean_cells(cells: Sequence[Line], notes: Notes) -> tuple[str, list[tuple[int, str]]]:
    """The text of cells on one line without note marks, and where these stood: offset and key of the note."""
    text = ""
    found: list[tuple[int, str]] = []
    for cell in cells:
        part, marks = _without_marks(cell, notes)
        shift = len(text) + 1 if text else 0
        text = f"{text} {part}" if text else part
        found.extend((shift + offset, key) for offset, key in marks)
    return text, found


def _without_marks(line: Line, notes: Notes) -> tuple[str, list[tuple[int, str]]]:
    text = ""
    found: list[tuple[int, str]] = []
    start = 0
    for span, keys in mark_spans(line, notes):
        text = _join_around_mark(text, line.text[start : span.start])
        found.extend((len(text.rstrip()), key) for key in keys)
        start = span.end
    text = _join_around_mark(text, line.text[start:]) if found else line.text
    stripped = text.strip()
    lead = len(text) - len(text.lstrip())
    return stripped, [(max(min(offset - lead, len(stripped)), 0), key) for offset, key in found]


def _join_around_mark(before: str, after: str) -> str:
    """The text before and behind a mark as it reads without the mark."""
    if not before:
        return after
    if before.endswith(" ") and (not after.strip() or after[0] in _CLOSING + " "):
        return before.rstrip() + after
    apart = before[-1].isalnum() or before[-1] in _CLOSING
    return f"{before} {after}" if apart and after[:1].isalnum() else before + after
