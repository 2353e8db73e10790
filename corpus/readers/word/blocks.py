"""Paragraphs and tables in the order of a Word document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from corpus.readers.markup import local_name
from corpus.readers.word.story import Line, Story, WordParagraph
from corpus.reading import NoteMark

_WRAPPERS = frozenset("sdt sdtcontent ins moveto customxml smarttag body txbxcontent hdr ftr footnote endnote".split())


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
