"""The body of a Word document, block after block: letterhead and head of a stuk apart, the rest as paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from corpus.layout.heads import is_salutation, question_or_answer_head
from corpus.readers.letterhead import Letterhead, is_letterhead, is_letterhead_line
from corpus.readers.markup import local_name
from corpus.readers.word.story import Line, Story, WordParagraph
from corpus.readers.word.stuk import StukHead, begins_stuk
from corpus.types import BlockKind, Furniture, NoteMark, Paragraph

_WRAPPERS = frozenset("sdt sdtcontent ins moveto customxml smarttag body txbxcontent hdr ftr footnote endnote".split())
_MARK_ALONE = re.compile(
    r"\W*(?:(?:departementaal|strikt)\s+)?(?:concept|vertrouwelijk)(?:e\s+versie)?\W*", re.IGNORECASE
)
_CELL_OF_LETTERHEAD = 500  # a longer one holds the letter itself
_SENTENCE = 60
_SHORT_LINES_ABOVE = 5


@dataclass(slots=True)
class Entry:
    """A paragraph on its way, with what its looks tell; `apart` when there is an empty line before it."""

    paragraph: Paragraph
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    apart: bool = False

    @property
    def looks(self) -> tuple[bool, bool, bool]:
        """Bold, underlined, italic: all over."""
        return self.bold, self.underlined, self.italic


@dataclass(slots=True)
class Cell:
    """A cell of a table: its blocks in order."""

    blocks: list["WordParagraph | Table"]

    def lines(self) -> list[str]:
        """The lines in it, an empty one for an empty paragraph."""
        result: list[str] = []
        for block in self.blocks:
            if isinstance(block, Table):
                result.extend(text for row in block.rows for cell in row for text in cell.lines())
            else:
                result.extend([line.text for line in block.lines] or [""])
        return result

    def filled(self) -> list[str]:
        """The lines in it, without blank ones at the ends."""
        lines = self.lines()
        while lines and not lines[-1]:
            lines.pop()
        while lines and not lines[0]:
            lines.pop(0)
        return lines

    def on_one_line(self) -> Line:
        """All in it on one line."""
        lines: list[Line] = []
        for block in self.blocks:
            if isinstance(block, Table):
                lines.extend(cell.on_one_line() for row in block.rows for cell in row)
            else:
                label = [Line(block.label.text)] if block.label else []
                lines.extend([*label, *block.lines])
        return on_one_line(lines, " ")


@dataclass(slots=True)
class Table:
    """A table as rows of cells."""

    rows: list[list[Cell]] = field(default_factory=list)


class Body:
    """Takes in the blocks of a body in order."""

    def __init__(self, story: Story, letterhead: Letterhead) -> None:
        self.entries: list[Entry] = []
        self._story = story
        self._letterhead = letterhead
        self._stuk = StukHead(letterhead.facts)
        self._above = True
        self._short_lines = 0
        self._apart = True

    def read(self, element: etree._Element) -> None:
        """Read all blocks in an element."""
        for block in read_blocks(element, self._story):
            self._block(block)
        self._letterhead.furniture.extend(Furniture(None, text, "head of the stuk") for text in self._stuk.aside)

    def _block(self, block: WordParagraph | Table) -> None:
        if isinstance(block, Table):
            self._table(block)
        else:
            self._paragraph(block)

    # ------------------------------------------------------------------------------------------------------ tables

    def _table(self, table: Table) -> None:
        rows = [[cell.filled() for cell in row] for row in table.rows]
        if self._above and begins_stuk([[" ".join(cell[:1]) for cell in row] for row in rows]):
            self._head_of_stuk(table)
        elif self._above and is_letterhead(rows) and not _holds_text(rows):
            self._letterhead.take_rows(rows, "letterhead")
        elif all(sum(bool(cell) for cell in row) <= 1 for row in rows):
            for row in table.rows:
                for cell in row:
                    for block in cell.blocks:
                        self._block(block)
        else:
            for row in table.rows:
                self._row(row)
        self._apart = True

    def _head_of_stuk(self, table: Table) -> None:
        """Row after row; what is no head is the text of the stuk, which a motie has in the same table."""
        for row in table.rows:
            cells = [cell.filled() for cell in row]
            kept = self._stuk.read([" ".join(cell[:1]) for cell in cells])
            if kept is None:
                self._above = False
                for cell in row:
                    for block in cell.blocks:
                        self._block(block)
                continue
            further = [text for cell in cells for text in cell[1:] if text]
            for position, text in enumerate([*kept, *further]):
                titled = position == 0 and text.endswith(self._stuk.title) and bool(self._stuk.title)
                self._put(
                    Entry(Paragraph(text, BlockKind.HEADING if titled else BlockKind.PARAGRAPH, level=int(titled)))
                )

    def _keep(self, lines: Sequence[str]) -> None:
        """What of the head of a stuk stands in the text."""
        for text in lines:
            heading = self._stuk.is_heading(text)
            kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
            self._put(Entry(Paragraph(text, kind, level=int(heading)), apart=True))

    def _row(self, row: Sequence[Cell]) -> None:
        line = on_one_line([cell.on_one_line() for cell in row], " | ", keep_empty=True)
        if any(sign.isalnum() for sign in line.text):
            self._above = False
            self._put(Entry(Paragraph(line.text, BlockKind.TABLE, marks=line.marks), apart=True))

    # -------------------------------------------------------------------------------------------------- paragraphs

    def _paragraph(self, paragraph: WordParagraph) -> None:
        if paragraph.lines and not (self._above and self._is_above(paragraph)):
            self._add(paragraph)
        elif not paragraph.lines:
            self._apart = True
        for box in paragraph.boxes:
            self._box(box)

    def _is_above(self, paragraph: WordParagraph) -> bool:
        """Take in a paragraph that stands above the letter; False for one that belongs to the text."""
        text = paragraph.text
        if _MARK_ALONE.fullmatch(text) or is_letterhead_line(text):
            self._letterhead.take_lines([line.text for line in paragraph.lines], "letterhead")
            return True
        kept = self._stuk.read([cell.strip() for cell in re.split(r"\s{3,}", text)])
        if kept is not None and (self._stuk.aside or self._stuk.title):
            for kept_text in kept:
                titled = kept_text.endswith(self._stuk.title) and bool(self._stuk.title)
                self._put(
                    Entry(Paragraph(kept_text, BlockKind.HEADING if titled else BlockKind.PARAGRAPH, level=int(titled)))
                )
            return True
        self._short_lines += 1
        if len(text) >= _SENTENCE or is_salutation(text) or self._short_lines > _SHORT_LINES_ABOVE:
            self._above = False
        return False

    def _add(self, paragraph: WordParagraph) -> None:
        style, label = paragraph.style, paragraph.label
        if style.is_contents:
            self._letterhead.furniture.append(Furniture(None, paragraph.text, "table of contents"))
            return
        lines = paragraph.lines
        kind, level, number = BlockKind.PARAGRAPH, 0, ""
        if style.level:
            kind, level = BlockKind.HEADING, style.level
            lines = [on_one_line(lines, " ")]
        if label and question_or_answer_head(label.text):
            self._put(Entry(Paragraph(label.text), apart=self._apart))
        elif label:
            lines = [on_one_line([Line(label.text), lines[0]], " "), *lines[1:]]
            kind, number = (BlockKind.HEADING if style.level else BlockKind.ITEM), label.number
            level = style.level or label.level
        for position, line in enumerate(lines):
            first = position == 0
            self._put(
                Entry(
                    Paragraph(
                        line.text,
                        kind if first else BlockKind.PARAGRAPH,
                        level=level if first else 0,
                        number=number if first else "",
                        marks=line.marks,
                    ),
                    style.bold,
                    style.italic,
                    style.underlined,
                    self._apart and first,
                )
            )

    def _put(self, entry: Entry) -> None:
        self.entries.append(entry)
        self._apart = False

    def _box(self, element: etree._Element) -> None:
        """A text box: part of the letterhead, or a frame with text that belongs here."""
        blocks = list(read_blocks(element, self._story))
        lines = Cell(list(blocks)).filled()
        rows = [[lines]] if lines else []
        if is_letterhead(rows) or all(is_letterhead_line(text) or not text for text in lines):
            self._letterhead.take_lines(lines, "text box")
            return
        self._apart = True
        for block in blocks:
            self._block(block)
        self._apart = True


def read_blocks(element: etree._Element, story: Story) -> Iterator[WordParagraph | Table]:
    """The paragraphs and tables in an element, in order, through whatever wraps them."""
    for part in element:
        name = local_name(part)
        if name == "p":
            yield story.paragraph(part)
        elif name == "tbl":
            yield Table([list(_cells(row, story)) for row in _rows(part)])
        elif name == "alternatecontent":
            for choice in list(part)[:1]:
                yield from read_blocks(choice, story)
        elif name in _WRAPPERS:
            yield from read_blocks(part, story)


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for part in element:
        name = local_name(part)
        if name == "tr":
            yield part
        elif name in _WRAPPERS:
            yield from _rows(part)


def _cells(row: etree._Element, story: Story) -> Iterator[Cell]:
    for part in row:
        name = local_name(part)
        if name == "tc":
            yield Cell(list(read_blocks(part, story)))
        elif name in _WRAPPERS:
            yield from _cells(part, story)


def on_one_line(lines: Sequence[Line], separator: str, *, keep_empty: bool = False) -> Line:
    """Lines written on, their note marks moved along."""
    text = ""
    marks: list[NoteMark] = []
    for position, line in enumerate(line for line in lines if line.text or keep_empty):
        text += separator if position else ""
        marks.extend(NoteMark(mark.offset + len(text), mark.key) for mark in line.marks)
        text += line.text
    return Line(text, tuple(marks))


def _holds_text(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    return any(len(text) > _CELL_OF_LETTERHEAD for row in rows for cell in row for text in cell)
