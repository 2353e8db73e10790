"""A letter, or one page of it, as text with its structure: headings, lists, tables, speakers, notes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.types import Block, BlockKind, Letter, Note, Span
from web.marked.marking import Cited
from web.marked.pieces import Pieces, Sign, cut, joined

_BETWEEN_CELLS = re.compile(r" \| ")


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of text. `cells` holds a table's row, `number` what numbers an item and is not in its text.

    `continued` says that the block began on the page before.
    """

    pieces: Pieces
    level: int = 0
    number: str = ""
    cells: tuple[Pieces, ...] = ()
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks of one kind that follow each other: one list, one table, or a single block of another kind."""

    kind: str
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A footnote: its position in the letter's notes, its mark and its text."""

    number: int
    mark: str
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class ReadableText:
    """What is read out: groups in order, then the notes."""

    groups: tuple[Group, ...]
    notes: tuple[NoteView, ...]


def readable(letter: Letter, cited: Cited, page: int | None = None) -> ReadableText:
    """The text of the whole letter, or of one file page, with the cited words marked."""
    stretch = next(
        (Span(part.start, part.end) for part in letter.pages if page is not None and part.number == page),
        Span(0, len(letter.text)),
    )
    notes = [(number, note) for number, note in enumerate(letter.notes) if page is None or note.page == page]
    body_marks = () if cited.in_notes else joined(letter.text, cited.spans)
    note_marks = joined(letter.notes_text, cited.spans) if cited.in_notes else ()
    signs = [
        Sign(note.anchor, note.mark or "*", number)
        for number, note in enumerate(letter.notes)
        if note.anchor is not None
    ]
    views = _blocks(letter, stretch, body_marks, signs)
    return ReadableText(
        groups=tuple(_grouped(views)),
        notes=tuple(_note(letter, number, note, note_marks) for number, note in notes),
    )


def _blocks(
    letter: Letter, stretch: Span, marks: Sequence[Span], signs: Sequence[Sign]
) -> Iterable[tuple[BlockKind, BlockView]]:
    for block in letter.blocks:
        if block.start < stretch.end and stretch.start < block.end:
            shown = Span(max(block.start, stretch.start), min(block.end, stretch.end))
            inside = [sign for sign in signs if shown.start < sign.offset <= shown.end]
            yield block.kind, _block(letter.text, block, shown, (marks, inside))


def _block(text: str, block: Block, shown: Span, laid_over: tuple[Sequence[Span], Sequence[Sign]]) -> BlockView:
    marks, signs = laid_over
    cells: tuple[Pieces, ...] = ()
    if block.kind is BlockKind.TABLE:
        cells = tuple(cut(text, cell, marks, signs) for cell in _cells(text, shown))
    numbered = block.kind is BlockKind.ITEM and not text.startswith(block.number or "\0", block.start)
    return BlockView(
        pieces=cut(text, shown, marks, signs),
        level=block.level,
        number=block.number if numbered else "",
        cells=cells,
        continued=shown.start > block.start,
    )


def _cells(text: str, row: Span) -> Iterable[Span]:
    start = row.start
    for border in _BETWEEN_CELLS.finditer(text, row.start, row.end):
        yield Span(start, border.start())
        start = border.end()
    yield Span(start, row.end)


def _grouped(views: Iterable[tuple[BlockKind, BlockView]]) -> Iterable[Group]:
    for kind, members in groupby(views, key=lambda view: view[0]):
        blocks = tuple(view for _, view in members)
        if kind in {BlockKind.ITEM, BlockKind.TABLE}:
            yield Group(kind.value, blocks)
        else:
            yield from (Group(kind.value, (block,)) for block in blocks)


def _note(letter: Letter, number: int, note: Note, marks: Sequence[Span]) -> NoteView:
    return NoteView(number, note.mark, cut(letter.notes_text, Span(note.start, note.end), marks))
