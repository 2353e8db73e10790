"""A letter as the page shows it: what is known of it, and its pages as pictures beside their text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from flask_babel import gettext

from corpus.names import full_name
from corpus.types import Format, Letter, Metadata, Note, Page, Person, Span
from qa.citing import citation, quote_page
from web.answers.presenting import quote_with_citation
from web.labels import day, dossier_number, kind_label, numbered
from web.marked.marking import Cited, Marks, find_marks
from web.marked.pages import Box, PageGlyphs, UnreadablePage, measure, read_glyphs
from web.marked.readable import ReadableText, readable

_MOST_PAGES = 4  # a citation that runs over more is shown a page at a time


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known about a letter, with its label; `known` is False where the document does not say it."""

    label: str
    value: str
    known: bool = True


@dataclass(frozen=True, slots=True)
class PageView:
    """One page: its size as drawn (None when it cannot be), the rectangles to mark, and its text."""

    number: int
    label: str
    size: tuple[float, float] | None
    boxes: tuple[Box, ...]
    text: ReadableText


@dataclass(frozen=True, slots=True)
class CitedView:
    """The cited words with their citation. `missing` when they were not all found on the pictures that are shown."""

    words: str
    citation: str
    copied: str
    missing: bool


def facts(letter: Letter) -> list[Fact]:
    """What is known about the letter; the date is always there, and says when it is not known."""
    metadata = letter.metadata
    known = metadata.date is not None
    rows = [
        Fact(gettext("Kind"), kind_label(metadata.kind)),
        Fact(gettext("Date"), day(metadata.date) or gettext("the document gives no date"), known),
        Fact(gettext("Sender"), "; ".join(_written(person) for person in metadata.senders) or metadata.ministry),
        Fact(gettext("Receiver"), "; ".join(_written(person) for person in metadata.receivers)),
        Fact(gettext("Proposers"), "; ".join(_written(person) for person in metadata.proposers)),
        Fact(gettext("Questions by"), "; ".join(_written(person) for person in metadata.questioners)),
        Fact(gettext("Dossier"), "; ".join(_dossiers(metadata))),
        Fact(gettext("Sender’s reference"), metadata.kenmerk),
        Fact(gettext("Debate"), metadata.debate),
        Fact(gettext("File"), letter.file),
    ]
    return [row for row in rows if row.value]


def cited_pages(letter: Letter, cited: Cited) -> list[int]:
    """The file pages on which the cited words begin or go on, in order; empty for a format without pages."""
    if cited.in_notes:
        notes = [note.page for note in letter.notes for span in cited.spans if _touch(note, span)]
        return sorted({page for page in notes if page is not None})
    pages = [page.number for page in letter.pages for span in cited.spans if _touch(page, span)]
    return sorted({page for page in pages if page is not None})


def pages_view(letter: Letter, data: bytes, cited: Cited, numbers: Sequence[int]) -> tuple[list[PageView], bool]:
    """The pages to show, at most a few, and whether cited words are missing from their pictures."""

    @cache
    def glyphs(page: int) -> PageGlyphs:
        return read_glyphs(data, page)

    shown = [page for page in letter.pages if page.number in numbers][:_MOST_PAGES]
    try:
        marks = find_marks(letter, cited, glyphs)
    except UnreadablePage:
        marks = Marks({}, missing=bool(cited.spans))
    return [_page_view(letter, data, page, cited, marks) for page in shown], marks.missing


def cited_view(letter: Letter, cited: Cited, *, missing: bool) -> CitedView:
    """The cited words with the citation of the page where they begin."""
    text = letter.notes_text if cited.in_notes else letter.text
    words = " […] ".join(" ".join(text[span.start : span.end].split()) for span in cited.spans)
    source = citation(letter, quote_page(letter, cited.spans[0], in_notes=cited.in_notes))
    return CitedView(words, source, quote_with_citation(words, source), missing)


def has_pictures(letter: Letter) -> bool:
    """Whether the letter's pages can be drawn."""
    return letter.format is Format.PDF


def _page_view(letter: Letter, data: bytes, page: Page, cited: Cited, marks: Marks) -> PageView:
    number = page.number or 0
    try:
        size = measure(data, number)
    except UnreadablePage:
        size = None
    text = readable(letter, cited, number)
    return PageView(number, page.label, size, marks.boxes.get(number, ()), text)


def _touch(part: Page | Note, span: Span) -> bool:
    return part.start < span.end and span.start < part.end


def _written(person: Person) -> str:
    name = full_name(person.first, person.name)
    details = ", ".join(filter(None, (person.party, person.role if person.role != "Kamerlid" else "")))
    return f"{name} ({details})" if details and name else name or details


def _dossiers(metadata: Metadata) -> Iterable[str]:
    for position, dossier in enumerate(metadata.dossiers):
        number = numbered(metadata) if position == 0 else dossier_number(dossier.number)
        yield number + (f" ({dossier.title})" if dossier.title else "")
