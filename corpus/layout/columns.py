"""The order in which a page is read: columns beside each other, rows from top to bottom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.layout.page import Line

_FEWEST_LINES = 6  # on each side of a gutter
_MOST_CROSSING = 0.15  # of a page's lines: titles over both columns
_FILLED = 0.55  # of a column's width: running text fills it, a table's cells do not
_SAME_WIDTH = 0.25  # columns of text are about as wide as each other, columns of a table are not
_SAME_ROW = 0.35  # of the size
_SAME_GUTTER = 4.0


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one height of a column: one line of text, or the cells of a table's row."""

    cells: tuple[Line, ...]

    @property
    def first(self) -> Line:
        """The leftmost cell."""
        return self.cells[0]


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that are read one after another, between the edges `left` and `right`."""

    page: int
    left: float
    right: float
    rows: tuple[Row, ...]


def gutter_of(pages: Sequence[Sequence[Line]]) -> float | None:
    """The x at which the pages of a document are divided into two columns of text; None where they are not."""
    found = [_gutter(lines) for lines in pages]
    gutters = Counter(round(gutter / _SAME_GUTTER) for gutter in found if gutter is not None)
    if not gutters:
        return None
    best, count = gutters.most_common(1)[0]
    full_pages = sum(len(lines) >= 2 * _FEWEST_LINES for lines in pages)
    if count < 0.4 * full_pages:
        return None
    near = [gutter for gutter in found if gutter is not None and round(gutter / _SAME_GUTTER) == best]
    return min(near)


def columns_of(lines: Sequence[Line], gutter: float | None) -> list[Column]:
    """The columns of one page in reading order; a line across the gutter divides the page."""
    if not lines:
        return []
    if gutter is None:
        return [_column(lines)]
    columns: list[Column] = []
    for crosses, band in _bands(lines, gutter):
        sides = (
            [band] if crosses else [[line for line in band if _is_left(line, gutter) is side] for side in (True, False)]
        )
        columns.extend(_column(side) for side in sides if side)
    return columns


def _gutter(lines: Sequence[Line]) -> float | None:
    if len(lines) < 2 * _FEWEST_LINES:
        return None
    left_edge, right_edge = min(line.x0 for line in lines), max(line.x1 for line in lines)
    starts = Counter(round(line.x0) for line in lines)
    for start, count in starts.most_common(4):
        gutter = start - 1.5
        share = (gutter - left_edge) / max(right_edge - left_edge, 1.0)
        if count < _FEWEST_LINES or not 0.3 < share < 0.7:
            continue
        if _divides(lines, gutter, left_edge, right_edge):
            return gutter
    return None


def _divides(lines: Sequence[Line], gutter: float, left_edge: float, right_edge: float) -> bool:
    crossing = [line for line in lines if line.x0 < gutter < line.x1]
    left = [line for line in lines if line.x1 <= gutter]
    right = [line for line in lines if line.x0 >= gutter]
    if len(crossing) > _MOST_CROSSING * len(lines) or min(len(left), len(right)) < _FEWEST_LINES:
        return False
    left_width, right_width = max(line.x1 for line in left) - left_edge, right_edge - gutter
    if abs(left_width - right_width) > _SAME_WIDTH * max(left_width, right_width):
        return False
    return all(
        median(line.x1 - line.x0 for line in side) > _FILLED * width
        for side, width in ((left, left_width), (right, right_width))
    )


def _is_left(line: Line, gutter: float) -> bool:
    return line.x0 < gutter


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[tuple[bool, list[Line]]]:
    """The page from top to bottom in bands that cross the gutter, and bands that do not."""
    band: list[Line] = []
    crosses = False
    for line in sorted(lines, key=lambda each: (-each.y, each.x0)):
        over = line.x0 < gutter - 2 and line.x1 > gutter + 2
        if band and over is not crosses:
            yield crosses, band
            band = []
        crosses = over
        band.append(line)
    if band:
        yield crosses, band


def _column(lines: Sequence[Line]) -> Column:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda each: -each.y):
        if rows and rows[-1][0].y - line.y <= _SAME_ROW * min(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return Column(
        page=lines[0].page,
        left=_left_edge(lines),
        right=max(line.x1 for line in lines),
        rows=tuple(Row(tuple(sorted(row, key=lambda each: each.x0))) for row in rows),
    )


def _left_edge(lines: Sequence[Line]) -> float:
    """Where most letters of the column begin their line."""
    weights: Counter[int] = Counter()
    for line in lines:
        weights[round(line.x0)] += len(line.text)
    return float(weights.most_common(1)[0][0])
