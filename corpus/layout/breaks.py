"""Where a paragraph ends: by the room between lines and at their ends, by indents, by the look of the letters."""

import re

from corpus.layout.columns import Column
from corpus.layout.draft import Draft
from corpus.layout.heads import begins_motie_clause, stands_alone
from corpus.layout.items import begins_item, is_next_item
from corpus.layout.style import Style
from corpus.layout.tables import TextRow

# In units of the size, but for _EARLY.
_SPACE = 0.28  # between words
_SLACK = 0.4  # less room than this at a line's end says nothing
_INDENT = 0.8
_HANG = 0.4
_EARLY = 0.3  # of the column's width
_GAP = 1.35  # of the usual distance: further apart is another paragraph
_LARGER = 1.08

_TERMINAL = re.compile(r"[.?!:;…][\"”’')\]»]*$")
# A number stays with the word behind it: "24 april".
_FIRST_WORD = re.compile(r"\d\S*\s\S+|\S+")


def is_apart(last: TextRow, row: TextRow, style: Style) -> bool:
    """Whether more than the usual distance lies between two rows of one column."""
    distance = last.first.y - row.first.y
    return distance > _GAP * style.distance * max(row.first.size, last.first.size)


def begins_paragraph(draft: Draft, text: str, row: TextRow, columns: tuple[Column, Column], style: Style) -> bool:
    """Whether a row with this text begins a paragraph of its own, or goes on with the draft.

    `columns` are the one that the draft's last row stands in and the one that the row stands in.
    """
    last = draft.rows[-1]
    same_column = columns[0] is columns[1]
    if same_column and is_apart(last, row, style):
        return True
    if draft.text.endswith(("-", "\u00ad")) and text[0].islower():
        return False
    if stands_alone(text) or stands_alone(draft.text) or begins_motie_clause(draft.text, text):
        return True
    if is_next_item(draft.text, text):
        return True
    terminal = _TERMINAL.search(draft.text) is not None
    if _styles_differ(last, row):
        return terminal or not text[0].islower()
    room = _room_left(last, text, columns[0], style)
    return (
        (begins_item(text) and (terminal or (room > 0 and draft.is_item)))
        or (same_column and _edge_shows(draft, row, terminal=terminal))
        or (room > 0 if terminal else _ends_early(text, room, columns[0]))
    )


def _ends_early(text: str, room: float, column: Column) -> bool:
    """Whether a line that ends within a sentence ends too early for that.

    A line may end somewhat early before words that must stay together.
    """
    return room > _EARLY * (column.right - column.left) and not (text[0].islower() or text[0].isdigit())


def _room_left(last: TextRow, text: str, column: Column, style: Style) -> float:
    """The room that the first word of the next row would have left on the last one; negative where it is wider."""
    line = last.cells[-1]
    right = max(style.right_edge(column), line.x0 + 1)
    word = _FIRST_WORD.match(text)
    letter = (line.x1 - line.x0) / max(len(line.text), 1)
    return right - line.x1 - (_SPACE + _SLACK) * line.size - letter * (len(word[0]) if word else 0)


def _edge_shows(draft: Draft, row: TextRow, *, terminal: bool) -> bool:
    """Whether a row's left edge shows that a paragraph begins there."""
    left, size = row.first.x0, row.first.size
    above = draft.rows[-1].first.x0
    if draft.is_item and draft.hang is not None:
        return left < draft.hang - _HANG * size
    if left > above + _INDENT * size:
        return terminal and not draft.is_item
    settled = len(draft.rows) > 1 and abs(draft.rows[-2].first.x0 - above) < 2
    return settled and left < above - _INDENT * size


def _styles_differ(last: TextRow, row: TextRow) -> bool:
    one, other = last.first, row.first
    return max(one.size, other.size) > _LARGER * min(one.size, other.size) or one.bold is not other.bold
