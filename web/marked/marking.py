"""Where the cited words stand on the pages of a PDF file.

A place is only marked when every letter and digit of the words was found there; otherwise the words are missing, and
the page says so.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.types import Letter, Span
from web.marked.alignment import Inked, align, inked
from web.marked.pages import Box, PageGlyphs

_JOINED_WORD = 60  # a word that is joined over a page break ends this near to the end of its page's text, or nearer
_NOTE_MARK = 4  # what stands between two found stretches when the reader took out a note's mark
_SHORTEST_RUN = 6  # found characters in a row that may stand far from the others

ReadGlyphs = Callable[[int], PageGlyphs]


@dataclass(frozen=True, slots=True)
class Cited:
    """Spans of the body, or of the notes' text when `in_notes`, in order."""

    spans: tuple[Span, ...]
    in_notes: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """Rectangles by file page, a line of text each, in reading order; `missing` when some words were not found."""

    boxes: dict[int, tuple[Box, ...]]
    missing: bool = False


def find_marks(letter: Letter, cited: Cited, read_glyphs: ReadGlyphs) -> Marks:
    """Find the cited words on the pages; `read_glyphs` takes a file page from 1 and may raise UnreadablePage."""
    boxes: dict[int, list[Box]] = {}
    missing = False
    for span in cited.spans:
        window = _notes_window(letter, span) if cited.in_notes else _body_window(letter, span)
        found = _find(window, span, read_glyphs) if window else []
        missing = missing or not found
        for page, box in found:
            boxes.setdefault(page, []).append(box)
    return Marks({page: tuple(places) for page, places in sorted(boxes.items())}, missing)


@dataclass(frozen=True, slots=True)
class _Window:
    """The stretch of text that is aligned with these pages: the cited words and what surrounds them."""

    text: str
    offset: int
    pages: tuple[int, ...]


def _body_window(letter: Letter, span: Span) -> _Window | None:
    pages = [page for page in letter.pages if page.start < span.end and span.start < page.end]
    following = [page for page in letter.pages if pages and page.start == pages[-1].end < page.end]
    if following and pages[-1].end - span.end < _JOINED_WORD:
        pages.append(following[0])
    numbers = tuple(page.number for page in pages if page.number is not None)
    if not numbers or len(numbers) != len(pages):
        return None
    return _Window(letter.text[pages[0].start : pages[-1].end], pages[0].start, numbers)


def _notes_window(letter: Letter, span: Span) -> _Window | None:
    held = [note.page for note in letter.notes if note.start < span.end and span.start < note.end]
    pages = [page for page in held if page is not None]
    if not pages or len(pages) != len(held):
        return None
    last = max(page.number or 0 for page in letter.pages)
    numbers = tuple(range(min(pages), min(max(pages) + 1, last) + 1))
    notes = [note for note in letter.notes if note.page in numbers]
    start, end = min(note.start for note in notes), max(note.end for note in notes)
    return _Window(letter.notes_text[start:end], start, numbers)


@dataclass(frozen=True, slots=True)
class _Print:
    """A page's glyphs, and which of them each place in the ink of all pages is: `first` is this page's first place."""

    page: int
    glyphs: PageGlyphs
    first: int
    positions: tuple[int, ...]


def _find(window: _Window, span: Span, read_glyphs: ReadGlyphs) -> list[tuple[int, Box]]:
    """The rectangles of the span, with their pages; empty when not all of it was found."""
    prints: list[_Print] = []
    ink = ""
    for page in window.pages:
        glyphs = read_glyphs(page)
        folded = inked(glyphs.characters)
        prints.append(_Print(page, glyphs, len(ink), folded.positions))
        ink += folded.characters
    text = inked(window.text, window.offset)
    runs = _runs(text, align(text.characters, ink), span)
    return [
        (printed.page, box)
        for first, last in runs
        for printed in prints
        for box in _lines(printed.glyphs, _stretch(printed, first, last))
    ]


def _stretch(printed: _Print, first: int, last: int) -> range:
    """The glyphs of this page from the first to the last place of a run."""
    places = range(max(first - printed.first, 0), min(last - printed.first, len(printed.positions) - 1) + 1)
    return range(printed.positions[places[0]], printed.positions[places[-1]] + 1) if places else range(0)


def _runs(text: Inked, found: Sequence[int | None], span: Span) -> list[tuple[int, int]]:
    """First and last position of each unbroken stretch of the span's ink; empty when it was not wholly found."""
    stray = _stray(found)
    runs: list[tuple[int, int]] = []
    for character, position, place in zip(text.characters, text.positions, found, strict=True):
        if not span.start <= position < span.end:
            continue
        if place is None or place in stray:
            if character.isalnum():
                return []
        elif runs and place == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], place
        else:
            runs.append((place, place))
    return runs


def _stray(found: Sequence[int | None]) -> frozenset[int]:
    """The places of a few characters far from the others: alike by chance, not the same words."""
    places = [place for place in found if place is not None]
    breaks = [number for number in range(1, len(places)) if places[number] != places[number - 1] + 1]
    runs = [places[start:end] for start, end in pairwise([0, *breaks, len(places)])]
    stray: set[int] = set()
    for number, run in enumerate(runs):
        far_before = number == 0 or run[0] - runs[number - 1][-1] > _NOTE_MARK + 1
        far_after = number == len(runs) - 1 or runs[number + 1][0] - run[-1] > _NOTE_MARK + 1
        if len(runs) > 1 and len(run) < _SHORTEST_RUN and far_before and far_after:
            stray.update(run)
    return frozenset(stray)


def _lines(printed: PageGlyphs, glyph_range: range) -> Iterator[Box]:
    """One rectangle for each line of text."""
    line: Box | None = None
    for position in glyph_range:
        box = printed.box(position)
        if printed.characters[position].isspace() or box.right <= box.left or box.bottom <= box.top:
            continue
        if line is not None and _same_line(line, box):
            line = Box(line.left, min(line.top, box.top), max(line.right, box.right), max(line.bottom, box.bottom))
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line


def _same_line(line: Box, box: Box) -> bool:
    height = line.bottom - line.top
    centre = (box.top + box.bottom) / 2
    return line.top < centre < line.bottom and line.left <= box.left < line.right + 3 * height
