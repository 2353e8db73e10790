"""A draft as a document of any format sees it: paragraphs of plain text, numbered notes, and a list of sources.

The words around the text are Dutch, whatever the language of the page: what is written here goes to a Kamer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from web.drafts.marks import signs
from web.drafts.tidy import tidy, tidy_line
from web.drafts.types import Draft, Section, Source

SOURCES = "Bronnen"
_QUESTION, _ANSWER = "Vraag", "Antwoord"


class Style(StrEnum):
    """What a paragraph is."""

    TITLE = "title"
    HEADING = "heading"
    QUESTION = "question"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class Run:
    """Some text, or the sign of a note: `note` counts the document's notes from 1, 0 for text.

    A line feed in the text is a new line in the same paragraph.
    """

    text: str = ""
    note: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the document."""

    style: Style
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The whole document. `notes` are the citations of the footnotes in their order, `sources` the list at its end."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]


def document(draft: Draft) -> Document:
    """The document that a draft makes; a note that names no source stays in the text as it was typed."""
    known = {source.number: source for source in draft.sources}
    notes: list[str] = []
    paragraphs: list[Paragraph] = []
    title = tidy_line(draft.text.title)
    if title:
        paragraphs.append(_plain(Style.TITLE, title))
    for section in draft.text.sections:
        paragraphs.extend(_section(section, known, notes))
    sources = tuple(source_line(source) for source in used_sources(draft))
    return Document(title, tuple(paragraphs), tuple(notes), sources)


def used_sources(draft: Draft) -> list[Source]:
    """The sources that the text has notes of, in the order of their first note; all of them where it has no notes."""
    known = {source.number: source for source in draft.sources}
    numbers = [sign.number for section in draft.text.sections for sign in signs(section.answer)]
    used = [known[number] for number in dict.fromkeys(numbers) if number in known]
    return used or list(draft.sources)


def source_line(source: Source) -> str:
    """A source as a line of a list: its title and its citation."""
    if source.title in source.citation:
        return source.citation
    return f"{source.title}. {source.citation}"


def _section(section: Section, known: dict[int, Source], notes: list[str]) -> Iterator[Paragraph]:
    question = [line for line in _paragraphs(section.question) if line]
    if question and section.number:
        yield _plain(Style.HEADING, f"{_QUESTION} {section.number}")
    for place, line in enumerate(question):
        heads = place == 0 and not section.number
        yield _plain(Style.HEADING if heads else Style.QUESTION, line)
    if question and section.number:
        yield _plain(Style.HEADING, f"{_ANSWER} {section.number}")
    for text in _paragraphs(section.answer):
        yield Paragraph(Style.BODY, tuple(_runs(text, known, notes)))


def _runs(text: str, known: dict[int, Source], notes: list[str]) -> Iterator[Run]:
    position = 0
    for sign in signs(text):
        if sign.number not in known:
            continue
        if sign.start > position:
            yield Run(text[position : sign.start])
        notes.append(known[sign.number].citation)
        yield Run(note=len(notes))
        position = sign.end
    if position < len(text):
        yield Run(text[position:])


def _paragraphs(text: str) -> Iterable[str]:
    """The paragraphs of a text: what blank lines keep apart."""
    lines: list[str] = []
    for line in [*tidy(text).split("\n"), ""]:
        if line.strip():
            lines.append(" ".join(line.split()))
        elif lines:
            yield "\n".join(lines)
            lines = []


def _plain(style: Style, text: str) -> Paragraph:
    return Paragraph(style, (Run(text),))
