"""Rows whose cells stand side by side: which of them are tables, and what each row of a table says."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.layout.columns import Row
from corpus.layout.heads import is_office, is_person_line
from corpus.layout.items import item_marker
from corpus.layout.page import Line, join_cells

_WORD_GAP = 1.7  # of the size: justified text stretches its spaces up to this
_NEXT_LINE = 1.6  # of the size: lines of one cell stand closer than this
_ROOM_IN_TABLE = 4.0  # of the size: rows of one table stand no further apart
_ROOM_TO_SIGN = 12.0
_ROW_GAP = 1.25  # of the least distance: rows of a table stand further apart than lines of a cell


# A number goes on in no second line.
_VALUE = re.compile(r"[€$£]?\s*[-–+]?\d[\d.,]*\s*%?|[-–]|[xX]|ja|nee|n\.?v\.?t\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextRow:
    """One line of running text, of one or more cells that belong together; `hang` is where its words begin."""

    cells: tuple[Line, ...]
    hang: float

    @property
    def first(self) -> Line:
        """The leftmost cell."""
        return self.cells[0]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table: for each column with something in it the lines of its cell, from left to right."""

    cells: tuple[tuple[Line, ...], ...]


def rows_of_text(rows: Sequence[Row]) -> list[TextRow | TableRow]:
    """The rows of a column as running text and rows of tables, in order."""
    plain = [_joined(row) for row in rows]
    result: list[TextRow | TableRow] = []
    position = 0
    while position < len(plain):
        end = _end_of_table(plain, position)
        if end > position:
            result.extend(_table(plain[position:end]))
            position = end
        else:
            cells = plain[position].cells
            result.append(TextRow(cells, cells[1].x0 if len(cells) > 1 and _is_marker(cells[0]) else cells[0].x0))
            position += 1
    return result


def _is_marker(cell: Line) -> bool:
    marker = item_marker(cell.text + " X")
    return marker is not None and marker.length == len(cell.text) + 1


def _joined(row: Row) -> Row:
    """The row with its mark and the words behind it as one cell, and stretched spaces closed."""
    if len(row.cells) == 1:
        return row
    if _is_marker(row.cells[0]) and len(row.cells) == 2:
        return row
    gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(row.cells)]
    stretched = all(gap < _WORD_GAP * row.first.size for gap in gaps)
    return Row((_merged(row.cells),)) if stretched else row


def _merged(cells: Sequence[Line]) -> Line:
    merged = cells[0]
    for cell in cells[1:]:
        merged = join_cells(merged, cell)
    return merged


def _is_wide(row: Row) -> bool:
    return len(row.cells) > 1 and not (len(row.cells) == 2 and _is_marker(row.cells[0]))


def _end_of_table(rows: Sequence[Row], start: int) -> int:
    """The position behind the table that begins at `start`; `start` itself where none begins."""
    if not _is_wide(rows[start]):
        return start
    end, wide = start + 1, 1
    # Between two offices and the names under them there is room to sign.
    reach = _ROOM_TO_SIGN if all(is_office(cell.text) for cell in rows[start].cells) else _ROOM_IN_TABLE
    columns = _merge_columns([], rows[start].cells)
    while end < len(rows):
        row = rows[end]
        close = rows[end - 1].first.y - row.first.y < reach * row.first.size
        if _is_wide(row) and close:
            wide += 1
            columns = _merge_columns(columns, row.cells)
        elif not _continues_cell(rows, end, columns):
            break
        end += 1
    return end if wide > 1 else start


def _continues_cell(rows: Sequence[Row], position: int, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a row of one cell goes on with a cell of the row above it."""
    line = rows[position].first
    above = rows[position - 1].first.y - line.y
    if above > _NEXT_LINE * line.size:
        return False
    if line.x0 >= columns[0][1]:
        return True
    goes_on = position + 1 < len(rows) and _is_wide(rows[position + 1])
    return goes_on and line.x1 < columns[1][0] and line.y - rows[position + 1].first.y < _NEXT_LINE * line.size


def _merge_columns(columns: Sequence[tuple[float, float]], cells: Sequence[Line]) -> list[tuple[float, float]]:
    """The extents of a table's columns with those of more cells added; cells that overlap share a column."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted([*columns, *((cell.x0, cell.x1) for cell in cells)]):
        if merged and left < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _table(rows: Sequence[Row]) -> Iterator[TextRow | TableRow]:
    columns: list[tuple[float, float]] = []
    for row in rows:
        if _is_wide(row):
            columns = _merge_columns(columns, row.cells)
    grid = [_by_column(row, columns) for row in rows]
    if _are_signatures(grid):
        for column in range(len(columns)):
            yield from (TextRow((line,), line.x0) for cells in grid for line in cells.get(column, ()))
        return
    distances = [above.first.y - below.first.y for above, below in itertools.pairwise(rows)]
    apart = _ROW_GAP * min(distances) if max(distances) > _ROW_GAP * min(distances) else 0.0
    row_in_making: dict[int, list[Line]] = {}
    for position, cells in enumerate(grid):
        begins = position == 0 or _begins_row(cells, grid[position - 1], distances[position - 1], apart)
        if begins and row_in_making:
            yield _as_row(row_in_making)
            row_in_making = {}
        for column, lines in cells.items():
            row_in_making.setdefault(column, []).extend(lines)
    yield _as_row(row_in_making)


def _begins_row(cells: dict[int, list[Line]], above: dict[int, list[Line]], distance: float, apart: float) -> bool:
    """Whether a line of cells begins a row of the table, or goes on with the cells above it."""
    if any(_is_value(lines) and _is_value(above.get(column, ())) for column, lines in cells.items()):
        return True
    return distance > apart if apart else 0 in cells


def _is_value(lines: Sequence[Line]) -> bool:
    return len(lines) == 1 and _VALUE.fullmatch(lines[0].text) is not None


def _by_column(row: Row, columns: Sequence[tuple[float, float]]) -> dict[int, list[Line]]:
    cells: dict[int, list[Line]] = {}
    for cell in row.cells:
        column = next((place for place, (_, right) in enumerate(columns) if cell.x0 < right), len(columns) - 1)
        cells.setdefault(column, []).append(cell)
    return cells


def _as_row(cells: dict[int, list[Line]]) -> TableRow:
    return TableRow(tuple(tuple(cells[column]) for column in sorted(cells)))


def _are_signatures(grid: Sequence[dict[int, list[Line]]]) -> bool:
    """Whether two officials sign beside each other."""
    texts = [" ".join(line.text for line in lines) for cells in grid for lines in cells.values()]
    signed = [text for text in texts if is_office(text) or is_person_line(text)]
    return any(is_office(text) for text in texts) and len(signed) >= 0.6 * len(texts)
