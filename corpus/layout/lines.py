"""From pieces of text to lines: what stands on one baseline, words made whole, spaces where there are gaps."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.layout.page import Line, PageContent, Piece
from corpus.types import Span

# All in units of the font size.
_SAME_BASELINE = 0.2
_RAISED = (0.15, 0.75)
_LOWERED = (-0.4, -0.04)
_BESIDE = 1.0  # how far a raised number may stand from the words it belongs to
_CELL_GAP = 0.9  # wider than between words: another cell or column
_GAP_WITHOUT_SPACES = 0.16  # a gap is a space in lines whose spaces are not written
_GAP_AMONG_SPACES = 0.3  # … and in lines whose spaces are written
_COVERED_SPACE = 0.08  # a written space that the next letter covers is none
_SPACE_WIDTH = 0.28

_SMALLER = 1.2
_LONGEST_RAISED = 12

_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "^": "\u0302",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "¸": "\u0327",
    "˘": "\u0306",
    "˚": "\u030a",
    "˙": "\u0307",
    "˝": "\u030b",
    "˛": "\u0328",
    "¯": "\u0304",
}


# Ligatures as letters, every blank as a space, and what symbol fonts call a bullet or a dash as one.
_BLANKS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029"
    "\u202f\u3000"
)
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
_SYMBOL_FONT_BULLETS = "\uf06e\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e0\uf0fc"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "Ĳ": "IJ", "ĳ": "ij"}
_PLAIN = str.maketrans(
    {
        **_LIGATURES,
        **dict.fromkeys(_BLANKS, " "),
        **dict.fromkeys(_UNSEEN, ""),
        **dict.fromkeys(_SYMBOL_FONT_BULLETS, "•"),
        "\uf02d": "-",
        "\u2011": "-",
    }
)


@dataclass(slots=True)
class _Row:
    """What stands on one baseline."""

    y: float
    pieces: list[Piece] = field(default_factory=list)
    raised: list[Piece] = field(default_factory=list)


def page_lines(content: PageContent) -> list[Line]:
    """The lines of a page from top to bottom, from left to right; a row is cut at wide gaps."""
    rows = _rows([piece for piece in content.pieces if not piece.slanted])
    _attach_raised(rows)
    return [line for row in rows for line in _lines_of(row, content.number)]


def _rows(pieces: Sequence[Piece]) -> list[_Row]:
    rows: list[_Row] = []
    for piece in sorted(pieces, key=lambda each: -each.y):
        if rows and rows[-1].y - piece.y <= _SAME_BASELINE * max(min(piece.size, rows[-1].pieces[0].size), 1.0):
            rows[-1].pieces.append(piece)
        else:
            rows.append(_Row(piece.y, [piece]))
    for row in rows:
        row.pieces.sort(key=lambda each: each.x0)
    return rows


def _attach_raised(rows: list[_Row]) -> None:
    """Move small pieces above or below a baseline to the row of the words beside them."""
    lefts = [[piece.x0 for piece in row.pieces] for row in rows]
    largest = [max(piece.size for piece in row.pieces) for row in rows]
    moves: list[tuple[int, Piece, int]] = []
    for position, row in enumerate(rows):
        near = max(largest[max(position - 1, 0) : position + 3])
        for piece in row.pieces:
            text = piece.text.strip()
            could_be = near >= _SMALLER * piece.size or text.isdigit()
            if could_be and text and len(text) <= _LONGEST_RAISED:
                target = _row_of_raised(rows, lefts, position, piece)
                if target is not None:
                    moves.append((position, piece, target))
    for position, piece, target in moves:
        rows[position].pieces.remove(piece)
        rows[target].raised.append(piece)
    for row in rows:
        if row.raised:
            row.raised.sort(key=lambda each: each.x0)
    rows[:] = [row for row in rows if row.pieces or row.raised]


def _row_of_raised(rows: list[_Row], lefts: list[list[float]], position: int, piece: Piece) -> int | None:
    for step in (1, 2, -1):
        other = position + step
        if not 0 <= other < len(rows) or abs(rows[other].y - piece.y) > 40:
            continue
        if any(_carries(base, piece) for base in _beside(rows[other].pieces, lefts[other], piece)):
            return other
    return None


def _beside(pieces: list[Piece], lefts: list[float], piece: Piece) -> Iterator[Piece]:
    """The pieces that could touch a raised one: a few that begin before it, a few that begin behind it."""
    place = bisect_left(lefts, piece.x1)
    for candidate in pieces[max(place - 3, 0) : place + 3]:
        near = _BESIDE * candidate.size
        if candidate.x0 - near <= piece.x1 and piece.x0 <= candidate.x1 + near and candidate.text.strip():
            yield candidate


def _carries(base: Piece, piece: Piece) -> bool:
    distance = (piece.y - base.y) / max(base.size, 1.0)
    if base.size < _SMALLER * piece.size:
        # Some programs raise the number without making it smaller.
        return piece.text.strip().isdigit() and base.size >= piece.size and 0.25 <= distance <= 0.5
    return _RAISED[0] <= distance <= _RAISED[1] or _LOWERED[0] <= distance <= _LOWERED[1]


def _lines_of(row: _Row, page: int) -> Iterator[Line]:
    raised = {id(piece) for piece in row.raised if piece.y > row.y}
    pieces = sorted([*row.pieces, *row.raised], key=lambda each: each.x0) if row.raised else row.pieces
    spaced = any(" " in piece.text.strip() or not piece.text.strip() for piece in pieces)
    build = _LineInMaking(spaced=spaced)
    for piece in pieces:
        is_raised = id(piece) in raised
        if build.parts and build.must_end_before(piece, is_raised=is_raised):
            if line := build.line(page, row.y):
                yield line
            build = _LineInMaking(spaced=spaced)
        build.add(piece, is_raised=is_raised)
    if line := build.line(page, row.y):
        yield line


class _LineInMaking:
    """Puts the pieces of one line together."""

    def __init__(self, *, spaced: bool) -> None:
        self.parts: list[str] = []
        self.raised: list[Span] = []
        self.length = 0
        self.end = 0.0
        self.last: Piece | None = None
        self.last_is_raised = False
        self.first: Piece | None = None
        self.space_pending = False
        self.letters: dict[float, int] = {}
        self.bold = self.italic = self.artifact = 0
        self.gap = _GAP_AMONG_SPACES if spaced else _GAP_WITHOUT_SPACES

    def must_end_before(self, piece: Piece, *, is_raised: bool) -> bool:
        last = self.last
        if last is None or not piece.text.strip():
            return False
        gap = piece.x0 - self.end
        if is_raised or self.last_is_raised:
            return gap > _BESIDE * max(piece.size, last.size) + 1
        size = max(piece.size, last.size)
        if gap > _CELL_GAP * size:
            return True
        # The margin column stands close to the text, in smaller letters.
        differs = size > 1.15 * min(piece.size, last.size) or piece.artifact != last.artifact
        return differs and gap > 0.2 * size and not (self.space_pending and gap < 0.45 * size)

    def add(self, piece: Piece, *, is_raised: bool) -> None:
        text = piece.text
        if not (text.isascii() and text.isprintable()):
            text = text.translate(_PLAIN)
        if not text.strip():
            self.space_pending = bool(self.parts)
            return
        core = text.strip()
        leading = len(text) - len(text.lstrip())
        trailing = len(text) - len(text.rstrip())
        if self.last is not None:
            if self._join_accent(core, piece):
                self.space_pending = trailing > 0
                return
            gap = piece.x0 - self.end
            written = self.space_pending or leading > 0
            if (
                written and gap >= (_COVERED_SPACE * piece.size if not leading else -1e9)
            ) or gap > self.gap * piece.size:
                self._append(" ")
        if is_raised:
            self.raised.append(Span(self.length, self.length + len(core)))
        self._append(core)
        self._count(piece, core)
        self.end = piece.x1 - trailing * _SPACE_WIDTH * piece.size
        self.last, self.last_is_raised = piece, is_raised
        self.space_pending = trailing > 0

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _count(self, piece: Piece, core: str) -> None:
        self.first = self.first or piece
        size = round(piece.size, 2)
        self.letters[size] = self.letters.get(size, 0) + len(core)
        self.bold += len(core) if piece.bold else 0
        self.italic += len(core) if piece.italic else 0
        self.artifact += len(core) if piece.artifact else 0

    def _join_accent(self, core: str, piece: Piece) -> bool:
        """Put an accent that is drawn over the letter before it, or before the letter under it, on that letter."""
        before = self.parts[-1][-1]
        if piece.x0 >= self.end - 0.15 * piece.size:
            return False
        if core in _ACCENTS:
            return self._replace_last(before + _ACCENTS[core], self.end)
        if before not in _ACCENTS or not core[0].isalpha():
            return False
        if not self._replace_last(core[0] + _ACCENTS[before], piece.x1):
            return False
        self._append(core[1:])
        self._count(piece, core)
        return True

    def _replace_last(self, letters: str, end: float) -> bool:
        joined = unicodedata.normalize("NFC", letters)
        if len(joined) != 1:
            return False
        self.parts[-1] = self.parts[-1][:-1] + joined
        self.end = end
        return True

    def line(self, page: int, y: float) -> Line | None:
        """The line made; None when nothing is in it."""
        # Inside a line a soft hyphen is shown, so it is one; at the end it divides a word.
        text = "".join(self.parts)
        text = text[:-1].replace("\u00ad", "-") + text[-1:]
        if self.first is None or not text.strip():
            return None
        half = sum(self.letters.values()) / 2
        size = max(self.letters, key=lambda each: (self.letters[each], each))
        return Line(
            page=page,
            text=text,
            x0=self.first.x0,
            x1=self.end,
            y=y,
            size=size,
            bold=self.bold > half,
            italic=self.italic > half,
            artifact=self.artifact > half,
            raised=tuple(self.raised),
        )
