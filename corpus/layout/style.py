"""What running text looks like in a document: its size, the distance of its lines, how far they reach."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.layout.columns import Column
from corpus.layout.page import Line

_SINGLE_SPACED = 1.7
_COMMON = 1.2
_FEWEST_CLOSE = 0.08  # of all distances: fewer are chance in a text with wide lines
_STICKING_OUT = 0.05  # of the lines of a column may reach further than the rest


@dataclass(frozen=True, slots=True)
class Style:
    """`size` in points, `distance` between lines in units of the size, and the right edge for each left one."""

    size: float
    distance: float
    right_edges: dict[int, float]

    def right_edge(self, column: Column) -> float:
        """How far the lines of a column usually reach."""
        return self.right_edges.get(round(column.left), column.right)


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size in which most letters are set; 10 points for a document without letters."""
    weights: Counter[float] = Counter()
    for page in pages:
        for line in page:
            weights[round(line.size, 1)] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 10.0


def style_of(columns: Sequence[Column], size: float) -> Style:
    """The style of the text in these columns, whose body letters have this size."""
    distances: Counter[float] = Counter()
    ends: dict[int, list[float]] = defaultdict(list)
    for column in columns:
        ends[round(column.left)].extend(row.cells[-1].x1 for row in column.rows)
        for above, below in itertools.pairwise(column.rows):
            if abs(above.first.size - size) < 0.5 and abs(below.first.size - size) < 0.5:
                distances[round((above.first.y - below.first.y) / size, 2)] += 1
    edges = {left: sorted(values)[int((1 - _STICKING_OUT) * (len(values) - 1))] for left, values in ends.items()}
    return Style(size, _usual(distances), edges)


def _usual(distances: Counter[float]) -> float:
    """The distance of lines within paragraphs, even where most have one line and their distance is more frequent."""
    plausible = {distance: count for distance, count in distances.items() if 0.9 < distance < 2.5}
    close = {distance: count for distance, count in plausible.items() if distance < _SINGLE_SPACED}
    if sum(close.values()) >= _FEWEST_CLOSE * sum(plausible.values()):
        plausible = close
    return max(plausible, key=lambda distance: (plausible[distance], -distance)) if plausible else _COMMON
