"""Word documents (.docx), opened with python-docx."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from lxml import etree

from corpus.errors import Refusal, UnreadableFile
from corpus.layout.classify import classify
from corpus.readers.hand_notes import take_hand_notes
from corpus.readers.kind import DAMAGE
from corpus.readers.letterhead import Letterhead
from corpus.readers.markup import local_name, parse_xml
from corpus.readers.moties import proposers, signed, with_dictum
from corpus.readers.word.blocks import Cell, on_one_line, read_blocks
from corpus.readers.word.body import Body
from corpus.readers.word.headings import is_title_of_answers, joined_entries, with_headings
from corpus.readers.word.numbering import Numbering, roman
from corpus.readers.word.story import Story
from corpus.readers.word.styles import Styles, attribute
from corpus.reading import Fact, FactName, Reading, SourceNote
from corpus.types import Format

_MOTIE = re.compile(r"\bmotie\b", re.IGNORECASE)
_MEGABYTE = 1024 * 1024
# A letter of 100 pages has 5 MB of XML; pictures come on top.
_LARGEST_PART = 60 * _MEGABYTE
_LARGEST_PACKAGE = 400 * _MEGABYTE
_NOTE_PARTS = {"footnote": "/footnotes", "endnote": "/endnotes"}
_NOT_OPENED = "a Word file that is damaged or of an odd kind; open it in Word, save it as .docx, and ingest that file"


@dataclass(frozen=True, slots=True)
class _Parts:
    """What of a package is read, as python-docx opens it; `running` are the heads and feet that are shown."""

    body: etree._Element
    styles: etree._Element
    numbering: etree._Element | None
    notes: dict[str, bytes]
    running: tuple[tuple[etree._Element, str], ...]


def read_docx(data: bytes) -> Reading:
    """Read a Word document; raises `UnreadableFile` for one that is damaged, encrypted or a bomb."""
    _check_package(data)
    try:
        parts = _open(docx.Document(io.BytesIO(data)))
    except (*DAMAGE, KeyError, AttributeError, TypeError, IndexError, etree.XMLSyntaxError) as wrong:
        # python-docx takes a package to be as it should be, and stumbles in many ways over one that is not.
        raise UnreadableFile(Refusal.DAMAGED, _NOT_OPENED) from wrong
    return _read(parts)


def _open(document: Any) -> _Parts:
    related = [relation for relation in document.part.rels.values() if not relation.is_external]
    # python-docx makes up a numbering where there is none.
    numbering = next((each.target_part.element for each in related if each.reltype.endswith("/numbering")), None)
    notes = {
        kind: each.target_part.blob
        for each in related
        for kind, ending in _NOTE_PARTS.items()
        if each.reltype.endswith(ending)
    }
    running = tuple(_heads_and_feet(document))
    return _Parts(document.element.body, document.styles.element, numbering, notes, running)


def _check_package(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except DAMAGE as wrong:
        raise UnreadableFile(Refusal.DAMAGED, _NOT_OPENED) from wrong
    if any(part.flag_bits & 0x1 for part in parts):
        raise UnreadableFile(Refusal.ENCRYPTED, "protected with a password; save it without one and ingest it again")
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if largest > _LARGEST_PART or sum(part.file_size for part in parts) > _LARGEST_PACKAGE:
        limits = f"{_LARGEST_PART // _MEGABYTE} MB of text and {_LARGEST_PACKAGE // _MEGABYTE} MB in all"
        raise UnreadableFile(Refusal.TOO_LARGE, f"unpacks to more than a letter may have ({limits})")


def _read(parts: _Parts) -> Reading:
    styles = Styles(parts.styles)
    notes = _Notes(parts.notes, styles)
    letterhead = Letterhead()
    body = Body(Story(styles, Numbering(parts.numbering), notes.take), letterhead)
    body.read(parts.body)
    for element, reason in parts.running:
        _read_running(element, Story(styles, Numbering(None), _no_note), letterhead, reason)
    paragraphs, hand_made = take_hand_notes(with_headings(joined_entries(body.entries)))
    for paragraph in paragraphs:
        if is_title_of_answers(paragraph.text):
            letterhead.note(FactName.DOCUMENT_TYPE, paragraph.text)
    if any(fact.name is FactName.DOCUMENT_TYPE and _MOTIE.search(fact.value) for fact in letterhead.facts):
        paragraphs = signed(paragraphs)
        letterhead.facts.extend(Fact(FactName.PROPOSER, name) for name in proposers(paragraphs))
    return Reading(
        Format.DOCX,
        with_dictum(classify(paragraphs)),
        notes=(*notes.taken, *hand_made),
        facts=tuple(letterhead.facts),
        furniture=tuple(letterhead.furniture),
    )


# --------------------------------------------------------------------------------------------------- heads and feet


def _heads_and_feet(document: Any) -> Iterator[tuple[etree._Element, str]]:
    """The heads and feet that are shown, each once: a template has others too, with "VERTROUWELIJK" in them."""
    shown: list[str] = []
    both_sides = document.settings.odd_and_even_pages_header_footer
    for section in document.sections:
        first = section.different_first_page_header_footer
        for wanted, part, reason in (
            (first, section.first_page_header, "running head"),
            (True, section.header, "running head"),
            (both_sides, section.even_page_header, "running head"),
            (first, section.first_page_footer, "running foot"),
            (True, section.footer, "running foot"),
            (both_sides, section.even_page_footer, "running foot"),
        ):
            # One that is linked is the one of the section before, and was read there.
            if wanted and not part.is_linked_to_previous and part.part.partname not in shown:
                shown.append(part.part.partname)
                yield part._element, reason  # noqa: SLF001 - python-docx has no other way to it


def _read_running(element: etree._Element, story: Story, letterhead: Letterhead, reason: str) -> None:
    blocks = list(read_blocks(element, story))
    letterhead.take_lines(Cell(list(blocks)).filled(), reason)
    for block in blocks:
        for box in getattr(block, "boxes", ()):
            letterhead.take_lines(Cell(list(read_blocks(box, story))).filled(), reason)
    for mark in element.iter():
        if local_name(mark) == "textpath":
            letterhead.classify(attribute(mark, "string"))


def _no_note(_kind: str, _identifier: str, _mark: str) -> str:
    return ""


# ------------------------------------------------------------------------------------------------------------ notes


class _Notes:
    """The footnotes and endnotes that the text refers to, numbered in the order in which it does."""

    def __init__(self, parts: dict[str, bytes], styles: Styles) -> None:
        self.taken: list[SourceNote] = []
        self._styles = styles
        self._counts = dict.fromkeys(_NOTE_PARTS, 0)
        self._elements = {
            (kind, attribute(element, "id")): element
            for kind, part in parts.items()
            for element in parse_xml(part)
            if local_name(element) == kind
        }

    def take(self, kind: str, identifier: str, mark: str) -> str:
        """Keep a note that is referred to; its key, or "" where there is no such note."""
        key = f"{kind[0]}{identifier}"
        if any(note.key == key for note in self.taken):
            return key
        element = self._elements.get((kind, identifier))
        if element is None:
            return ""
        story = Story(self._styles, Numbering(None), _no_note)
        text = on_one_line([Cell([block]).on_one_line() for block in read_blocks(element, story)], " ").text
        if not mark:
            self._counts[kind] += 1
            count = self._counts[kind]
            mark = roman(count) if kind == "endnote" else str(count)
        if not text:
            return ""
        self.taken.append(SourceNote(key, mark, text))
        return key
