"""A letter composed of what a reader saw: one body, its notes, pages, blocks, sentences, references, metadata."""

import dataclasses
import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus import metadata, readers, references, sentences
from corpus.hygiene import clean, clean_with_offsets
from corpus.reading import NoteMark, PageBreak, Paragraph, Reading, SourceNote
from corpus.types import Block, Letter, Note, Page, ReferenceMention, Span

_BETWEEN_BLOCKS = "\n\n"
_BETWEEN_NOTES = "\n"
_NOT_BLANK = re.compile(r"\S")


def read_letter(data: bytes, file: str) -> Letter:
    """Read a file's bytes; `file` is its name as ingested. Raises `UnreadableFile`."""
    return compose(hashlib.sha256(data).hexdigest(), file, readers.read(data))


def compose(letter_id: str, file: str, reading: Reading) -> Letter:
    """The letter that a reading makes; the same reading always makes the same letter."""
    reading = _clean(reading)
    body = _body(reading.paragraphs)
    notes_text, notes = _notes(reading.notes, body.anchors)
    mentions = _references(body.text, notes_text)
    return Letter(
        id=letter_id,
        file=_readable(file),
        format=reading.format,
        text=body.text,
        pages=_pages(body, reading.page_labels),
        blocks=body.blocks,
        sentences=_sentences(body.text, body.blocks),
        notes_text=notes_text,
        notes=notes,
        note_sentences=_sentences(notes_text, notes),
        metadata=metadata.interpret(reading, body.text, notes_text, mentions, _readable(file)),
        references=mentions,
        furniture=reading.furniture,
        textless_pages=reading.textless_pages,
    )


# --------------------------------------------------------------------------------------------------- hygiene


def _clean(reading: Reading) -> Reading:
    """The reading in plain characters, without empty paragraphs and notes."""
    paragraphs = (_clean_paragraph(paragraph) for paragraph in reading.paragraphs)
    notes = (dataclasses.replace(note, mark=clean(note.mark), text=clean(note.text)) for note in reading.notes)
    return dataclasses.replace(
        reading,
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph.text),
        notes=tuple(note for note in notes if note.text),
        page_labels=tuple(label and clean(label) for label in reading.page_labels),
        facts=tuple(dataclasses.replace(fact, value=clean(fact.value)) for fact in reading.facts),
        furniture=tuple(dataclasses.replace(line, text=clean(line.text)) for line in reading.furniture),
    )


def _clean_paragraph(paragraph: Paragraph) -> Paragraph:
    offsets = [*(turn.offset for turn in paragraph.breaks), *(mark.offset for mark in paragraph.marks)]
    text, moved = clean_with_offsets(paragraph.text, offsets)
    count = len(paragraph.breaks)
    breaks = zip(moved[:count], paragraph.breaks, strict=True)
    marks = zip(moved[count:], paragraph.marks, strict=True)
    return dataclasses.replace(
        paragraph,
        text=text,
        number=clean(paragraph.number),
        breaks=tuple(PageBreak(offset, old.page) for offset, old in breaks),
        marks=tuple(NoteMark(offset, old.key) for offset, old in marks),
    )


def _readable(file: str) -> str:
    """A file's name without the stand-ins that Python uses for bytes that are no text."""
    return file.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


# ------------------------------------------------------------------------------------------------------ body


class _Body(NamedTuple):
    """The body's text with, in order, the offsets at which a page begins, and where each note is anchored."""

    text: str
    blocks: tuple[Block, ...]
    breaks: tuple[PageBreak, ...]
    anchors: dict[str, int]


def _body(paragraphs: Sequence[Paragraph]) -> _Body:
    blocks: list[Block] = []
    breaks: list[PageBreak] = []
    anchors: dict[str, int] = {}
    start = 0
    for paragraph in paragraphs:
        end = start + len(paragraph.text)
        blocks.append(Block(paragraph.kind, start, end, paragraph.level, paragraph.number))
        if paragraph.page is not None:
            breaks.append(PageBreak(start, paragraph.page))
        breaks.extend(PageBreak(start + turn.offset, turn.page) for turn in paragraph.breaks)
        for mark in paragraph.marks:
            anchors.setdefault(mark.key, start + mark.offset)
        start = end + len(_BETWEEN_BLOCKS)
    text = _BETWEEN_BLOCKS.join(paragraph.text for paragraph in paragraphs)
    return _Body(text, tuple(blocks), tuple(breaks), anchors)


def _pages(body: _Body, labels: Sequence[str | None]) -> tuple[Page, ...]:
    """The pages, tiling the text; one without text gets an empty span where the next one begins."""
    end = len(body.text)
    if not labels:
        return (Page(None, "", 0, end),)
    starts = [0]
    for turn in sorted(body.breaks, key=lambda turn: turn.offset):
        # Pages only go up: a paragraph that a reader found out of order stays on the page where it was met.
        while len(starts) < min(turn.page, len(labels)):
            starts.append(_word_start(body.text, turn.offset))
    starts.extend([end] * (len(labels) - len(starts)))
    ends = [*starts[1:], end]
    spans = zip(labels, starts, ends, strict=True)
    return tuple(Page(number, label or "", start, stop) for number, (label, start, stop) in enumerate(spans, start=1))


def _word_start(text: str, offset: int) -> int:
    """The same offset, or where the next word begins when it stands before a blank."""
    word = _NOT_BLANK.search(text, offset)
    return word.start() if word else len(text)


def _notes(sources: Sequence[SourceNote], anchors: dict[str, int]) -> tuple[str, tuple[Note, ...]]:
    notes: list[Note] = []
    start = 0
    for source in sources:
        end = start + len(source.text)
        notes.append(Note(source.mark, start, end, source.page, anchors.get(source.key)))
        start = end + len(_BETWEEN_NOTES)
    return _BETWEEN_NOTES.join(source.text for source in sources), tuple(notes)


# ---------------------------------------------------------------------------------------- what stands in it


def _sentences(text: str, parts: Iterable[Block | Note]) -> tuple[Span, ...]:
    """The sentences part by part, so that none runs from one block or note into the next."""
    return tuple(
        Span(part.start + span.start, part.start + span.end)
        for part in parts
        for span in sentences.split(text[part.start : part.end])
    )


def _references(text: str, notes_text: str) -> tuple[ReferenceMention, ...]:
    """All mentions: those of the body in order, then those of the notes."""
    in_notes = (dataclasses.replace(mention, in_notes=True) for mention in references.recognise(notes_text))
    return (*references.recognise(text), *in_notes)
