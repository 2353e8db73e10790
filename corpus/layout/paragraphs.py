"""From rows of text to paragraphs, joined over lines, columns and pages."""

import itertools
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from corpus.layout.breaks import begins_paragraph, is_apart
from corpus.layout.columns import Column
from corpus.layout.draft import Draft, clean_cells
from corpus.layout.headings import Look, heading_levels, look_of, looks_like_heading, stands_as_heading
from corpus.layout.hyphens import Vocabulary
from corpus.layout.items import item_marker
from corpus.layout.notes import Notes
from corpus.layout.page import Line
from corpus.layout.style import Style
from corpus.layout.tables import TableRow, TextRow, rows_of_text
from corpus.reading import NoteMark, Paragraph
from corpus.types import BlockKind


def make_paragraphs(
    columns: Sequence[Column],
    style: Style,
    notes: Notes,
    vocabulary: Vocabulary,
    headings: AbstractSet[Line] = frozenset(),
) -> list[Paragraph]:
    """The paragraphs of a document, its columns given in reading order; kinds as far as the type shows them.

    `headings` are lines that are known to begin a heading.
    """
    builder = _Builder(style, notes, vocabulary, headings)
    for column in columns:
        for row in rows_of_text(column.rows):
            if isinstance(row, TableRow):
                builder.add_table_row(row)
            else:
                builder.add_row(row, column)
    return builder.finish()


class _Builder:
    """Adds row after row to paragraphs."""

    def __init__(self, style: Style, notes: Notes, vocabulary: Vocabulary, headings: AbstractSet[Line]) -> None:
        self.style = style
        self.notes = notes
        self.vocabulary = vocabulary
        self.headings = headings
        self.done: list[Draft | Paragraph] = []
        self.draft = Draft()
        self.last: tuple[TextRow, Column] | None = None

    def add_row(self, row: TextRow, column: Column) -> None:
        """Add one line of running text."""
        text, marks = clean_cells(row.cells, self.notes)
        if not text:
            # Nothing but a mark: it belongs to the text before it.
            self.draft.marks.extend(NoteMark(len(self.draft.text), key) for _, key in marks if self.draft.text)
            return
        gap = False
        if self.last is not None:
            last, last_column = self.last
            gap = last_column is column and is_apart(last, row, self.style)
            begins = row.first in self.headings or (
                bool(self.draft.rows) and begins_paragraph(self.draft, text, row, (last_column, column), self.style)
            )
            if begins:
                self._close()
        if not self.draft.rows:
            self._open(row, text, gap_above=gap)
        elif self.draft.is_item and self.draft.hang is None and row.first.x0 > self.draft.rows[0].first.x0 + 2:
            self.draft.hang = row.first.x0
        self.draft.add(text, marks, row.first.page, self.vocabulary)
        self.draft.rows.append(row)
        self.last = (row, column)

    def add_table_row(self, row: TableRow) -> None:
        """Add one row of a table.

        Cells of one line are joined by a space, so that a quote of the row stands in one piece; longer ones by " | ".
        """
        self._close()
        page = row.cells[0][0].page
        between = " | " if any(len(lines) > 1 for lines in row.cells) else " "
        text = ""
        marks: list[NoteMark] = []
        for lines in row.cells:
            cell = Draft()
            for line in lines:
                cell.add(*clean_cells((line,), self.notes), page, self.vocabulary)
            shift = len(text) + len(between) if text else 0
            text = f"{text}{between}{cell.text}" if text else cell.text
            marks.extend(NoteMark(shift + mark.offset, mark.key) for mark in cell.marks)
        self.done.append(Paragraph(text, BlockKind.TABLE, page, marks=tuple(marks)))
        self.last = None

    def finish(self) -> list[Paragraph]:
        """All paragraphs made."""
        self._close()
        levels = heading_levels([draft for draft in self.done if isinstance(draft, Draft)], self.style)
        return [
            made if isinstance(made, Paragraph) else self._paragraph(made, following, levels)
            for made, following in itertools.zip_longest(self.done, self.done[1:])
        ]

    def _open(self, row: TextRow, text: str, *, gap_above: bool) -> None:
        self.draft.gap_above = gap_above
        self.draft.is_item = item_marker(text) is not None
        self.draft.hang = row.hang if row.hang > row.first.x0 else None

    def _close(self) -> None:
        if self.draft.rows:
            self.done.append(self.draft)
        self.draft = Draft()

    def _paragraph(self, draft: Draft, following: Draft | Paragraph | None, levels: dict[Look, int]) -> Paragraph:
        kind, level = BlockKind.PARAGRAPH, 0
        if draft.rows[0].first in self.headings:
            kind, level = BlockKind.HEADING, 1
        elif looks_like_heading(draft, self.style):
            kind, level = BlockKind.HEADING, levels[look_of(draft)]
        elif stands_as_heading(draft, following if isinstance(following, Draft) else None):
            kind, level = BlockKind.HEADING, len(levels) + 1
        return Paragraph(
            text=draft.text,
            kind=kind,
            page=draft.page,
            level=level,
            breaks=tuple(draft.breaks),
            marks=tuple(draft.marks),
        )
