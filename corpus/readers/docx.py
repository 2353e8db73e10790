"""Word documents (.docx), opened with python-docx."""

import io
import re
import zipfile
from collections.abc import Iterator
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
from corpus.types import Fact, FactName, Format, Reading, SourceNote

_MOTIE = re.compile(r"\bmotie\b", re.IGNORECASE)
_MEGABYTE = 1024 * 1024
# A letter of 100 pages has 5 MB of XML; pictures come on top.
_LARGEST_PART = 60 * _MEGABYTE
_LARGEST_PACKAGE = 400 * _MEGABYTE
_NOTE_PARTS = {"footnote": "/footnotes", "endnote": "/endnotes"}
_NOT_OPENED = "a Word file that is damaged or of an odd kind; open it in Word, save it as .docx, and ingest that file"


def read_docx(data: bytes) -> Reading:
    """Read a Word document; raises `UnreadableFile` for one that is damaged, encrypted or a bomb."""
    _check_package(data)
    try:
        return _read(docx.Document(io.BytesIO(data)))
    except (*DAMAGE, KeyError, AttributeError, TypeError, IndexError, RecursionError, etree.XMLSyntaxError) as wrong:
        raise UnreadableFile(Refusal.DAMAGED, _NOT_OPENED) from wrong


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


def _read(document: Any) -> Reading:
    styles = Styles(document.styles.element)
    notes = _Notes(document, styles)
    letterhead = Letterhead()
    body = Body(Story(styles, Numbering(_numbering(document)), notes.take), letterhead)
    body.read(document.element.body)
    for element, reason in _heads_and_feet(document):
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


def _numbering(document: Any) -> etree._Element | None:
    # python-docx makes up a numbering where there is none.
    related = (part for part in document.part.rels.values() if not part.is_external)
    return next((part.target_part.element for part in related if part.reltype.endswith("/numbering")), None)


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

    def __init__(self, document: Any, styles: Styles) -> None:
        self.taken: list[SourceNote] = []
        self._styles = styles
        self._counts = dict.fromkeys(_NOTE_PARTS, 0)
        self._elements: dict[tuple[str, str], etree._Element] = {}
        for relation in document.part.rels.values():
            for kind, ending in _NOTE_PARTS.items():
                if not relation.is_external and relation.reltype.endswith(ending):
                    for element in parse_xml(relation.target_part.blob):
                        if local_name(element) == kind:
                            self._elements[kind, attribute(element, "id")] = element

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
