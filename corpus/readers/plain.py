"""Reads text files: letters written as text, and text that was extracted from PDF files.

Extracted text keeps the line breaks, the hyphens and the footnotes of the pages it came from, and rarely their ends;
where form feeds mark them the reading has pages.
"""

import codecs
import re
from collections import Counter
from collections.abc import Sequence

from corpus.errors import Refusal, UnreadableFile
from corpus.layout.classify import classify
from corpus.layout.heads import could_be_heading, question_or_answer_head
from corpus.layout.letterhead import FACT_OF_LABEL
from corpus.layout.wrapped import TextLine, is_wrapped, unwrap
from corpus.reading import Fact, FactName, Paragraph, Reading
from corpus.types import BlockKind, Format, Furniture

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_DIGITS = re.compile(r"\d+")
_LABEL = re.compile(
    r"(?P<label>Datum|Betreft|Onderwerp|Ons kenmerk|Kenmerk|Uw kenmerk|Kamerstuk)\s*:?\s+(?P<value>\S.*)"
)
_DOCUMENT_NUMBER = re.compile(r"\d{4}[DZ]\d{5}")
_HEAD_LINES = 12  # labelled lines stand among the first
_EDGE_LINES = 3  # heads and feet run along within so many lines of a page's edge
_LONGEST_TITLE = 250


def read_plain(data: bytes) -> Reading:
    """The reading of a text file in UTF-8, UTF-16, UTF-32 or Windows-1252.

    Raises UnreadableFile when there is no text in it, or NUL bytes, which no text holds.
    """
    lines = _lines(_decode(data))
    if not any(line.text for line in lines):
        raise UnreadableFile(Refusal.EMPTY, "a text file without any text")
    lines, furniture = _without_running_lines(lines)
    facts = _facts(lines)
    if is_wrapped(lines):
        paragraphs, notes = unwrap(lines)
    else:
        paragraphs, notes = _paragraphs(lines), ()
    pages = max((line.page or 0 for line in lines), default=0)
    return Reading(
        format=Format.TEXT,
        paragraphs=classify(paragraphs),
        notes=notes,
        page_labels=(None,) * pages,
        facts=facts,
        furniture=furniture,
    )


def _decode(data: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if b"\0" in data:
        raise UnreadableFile(
            Refusal.UNKNOWN_KIND, "holds NUL bytes, so it is no text; save it as PDF, .docx or UTF-8 text"
        )
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _lines(text: str) -> list[TextLine]:
    """The lines of the text; with page numbers when form feeds divide it."""
    pages = text.split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    return [
        TextLine(" ".join(line.split()), number if len(pages) > 1 else None, indented=line.startswith((" ", "\u00a0")))
        for number, page in enumerate(pages, start=1)
        for line in _LINE_END.split(page)
    ]


def _without_running_lines(lines: Sequence[TextLine]) -> tuple[list[TextLine], tuple[Furniture, ...]]:
    """The lines without those that come back at the edges of most pages."""
    edges: dict[int, str] = {}
    for page in sorted({line.page for line in lines if line.page is not None}):
        places = [place for place, line in enumerate(lines) if line.page == page and line.text]
        for place in {*places[:_EDGE_LINES], *places[-_EDGE_LINES:]}:
            if question_or_answer_head(lines[place].text) is None:
                edges[place] = _DIGITS.sub("0", lines[place].text)
    pages_with = Counter(words for words, _ in {(words, lines[place].page) for place, words in edges.items()})
    enough = max(2, (lines[-1].page or 1) // 2)
    running = {place for place, words in edges.items() if pages_with[words] >= enough}
    furniture = tuple(Furniture(lines[place].page, lines[place].text, "running line") for place in sorted(running))
    return [line for place, line in enumerate(lines) if place not in running], furniture


def _facts(lines: Sequence[TextLine]) -> tuple[Fact, ...]:
    written = [line.text for line in lines if line.text][:_HEAD_LINES]
    facts: list[Fact] = []
    for text in written:
        match = _LABEL.fullmatch(text)
        if match and (name := FACT_OF_LABEL.get(match["label"])):
            facts.append(Fact(name, match["value"]))
        elif match and _DOCUMENT_NUMBER.fullmatch(match["value"]):
            facts.append(Fact(FactName.KENMERK, match["value"]))
    labelled = len(written) > 1 and _LABEL.fullmatch(written[1]) is not None
    if labelled and len(written[0]) <= _LONGEST_TITLE and not _LABEL.fullmatch(written[0]):
        facts.insert(0, Fact(FactName.TITLE, written[0]))
    return tuple(facts)


def _paragraphs(lines: Sequence[TextLine]) -> list[Paragraph]:
    """Each line as a paragraph; a short one between blank lines is a heading, but not among questions and answers."""
    asks = any(question_or_answer_head(line.text) for line in lines)
    written = [place for place, line in enumerate(lines) if line.text]
    result = []
    for place in written:
        line = lines[place]
        first = place == written[0]
        apart = not asks and _is_blank(lines, place - 1) and _is_blank(lines, place + 1)
        is_heading = (first or apart) and len(written) > 1 and could_be_heading(line.text)
        kind = BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH
        result.append(Paragraph(line.text, kind, line.page))
    return result


def _is_blank(lines: Sequence[TextLine], place: int) -> bool:
    return not 0 <= place < len(lines) or not lines[place].text
