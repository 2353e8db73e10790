"""The body of a Word document, block after block: letterhead and head of a stuk apart, the rest as paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from corpus.layout.heads import is_salutation, question_or_answer_head
from corpus.readers.letterhead import Letterhead, is_label, is_letterhead, is_letterhead_line, label_fact
from corpus.readers.word.blocks import Cell, Table, on_one_line, read_blocks
from corpus.readers.word.story import Line, Story, WordParagraph
from corpus.readers.word.stuk import StukHead, begins_stuk
from corpus.reading import Paragraph
from corpus.types import BlockKind, Furniture

_MARK_ALONE = re.compile(
    r"\W*(?:(?:departementaal|strikt)\s+)?(?:concept|vertrouwelijk)(?:e\s+versie)?\W*", re.IGNORECASE
)
_CELL_OF_LETTERHEAD = 500  # a longer one holds the letter itself
_SENTENCE = 60
_LONGEST_VALUE = 400
_SHORTEST_LABEL = 4  # "van" and "aan" can be words of a text
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


class Body:
    """Takes in the blocks of a body in order."""

    def __init__(self, story: Story, letterhead: Letterhead) -> None:
        self.entries: list[Entry] = []
        self._story = story
        self._letterhead = letterhead
        self._stuk = StukHead(letterhead.facts)
        self._above = True
        self._short_lines = 0
        self._pending = ""
        self._frame: list[str] = []
        self._apart = True

    def read(self, element: etree._Element) -> None:
        """Read all blocks in an element."""
        for block in read_blocks(element, self._story):
            self._block(block)
        self._close_frame()
        self._letterhead.furniture.extend(Furniture(None, text, "head of the stuk") for text in self._stuk.aside)

    def _block(self, block: WordParagraph | Table) -> None:
        if isinstance(block, Table):
            self._close_frame()
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
            self._keep([*kept, *further])

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
        if paragraph.framed:
            self._frame.extend([line.text for line in paragraph.lines] or [""])
        else:
            self._close_frame()
            if not paragraph.lines:
                self._apart = True
            elif not (self._above and self._is_above(paragraph)):
                self._add(paragraph)
        for box in paragraph.boxes:
            self._box(box)

    def _close_frame(self) -> None:
        """Framed paragraphs that stood after each other are one box."""
        lines, self._frame = self._frame, []
        if not any(lines):
            return
        if _is_letterhead_box(lines):
            self._letterhead.take_lines(lines, "margin column")
        else:
            for text in lines:
                if text:
                    self._put(Entry(Paragraph(text), apart=True))

    def _is_above(self, paragraph: WordParagraph) -> bool:
        """Take in a paragraph that stands above the letter; False for one that belongs to the text."""
        texts = [line.text for line in paragraph.lines]
        columns = paragraph.lines[0].columns
        pending, self._pending = self._pending, ""
        if pending and len(paragraph.text) <= _LONGEST_VALUE:
            self._letterhead.take_lines([pending, *texts], "letterhead")
        elif len(columns) == 1 and is_label(columns[0]) and len(columns[0]) > _SHORTEST_LABEL:
            self._pending = columns[0]
        elif len(columns) > 1 and label_fact(columns[0]):
            self._letterhead.take_rows([[[column] for column in columns]], "letterhead")
        elif _MARK_ALONE.fullmatch(paragraph.text) or is_letterhead_line(paragraph.text):
            self._letterhead.take_lines(texts, "letterhead")
        else:
            return self._is_head_of_stuk(paragraph)
        return True

    def _is_head_of_stuk(self, paragraph: WordParagraph) -> bool:
        kept = self._stuk.read(paragraph.lines[0].columns)
        if kept is not None and (self._stuk.aside or self._stuk.title):
            self._keep([*kept, *(line.text for line in paragraph.lines[1:])])
            return True
        self._short_lines += 1
        if len(paragraph.text) >= _SENTENCE or is_salutation(paragraph.text) or self._short_lines > _SHORT_LINES_ABOVE:
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
        if _is_letterhead_box(lines):
            self._letterhead.take_lines(lines, "text box")
            return
        self._apart = True
        for block in blocks:
            self._block(block)
        self._apart = True


def _is_letterhead_box(lines: Sequence[str]) -> bool:
    return is_letterhead([[lines]]) or all(is_letterhead_line(text) for text in lines if text)


def _holds_text(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    return any(len(text) > _CELL_OF_LETTERHEAD for row in rows for cell in row for text in cell)
