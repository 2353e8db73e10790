"""A letter cut into passages for searching and citing.

A passage follows the letter: it never crosses a section (see `corpus.sections`), holds whole sentences, and has at
most `LIMIT` characters. A question stands with its answer where they fit together; a motie is one passage.
"""

import bisect
import hashlib
import json
import re
from collections.abc import Iterator, Sequence

from corpus.packing import Border, Piece, pack
from corpus.sections import Section, sections
from corpus.types import Block, BlockKind, Chunk, Context, Letter, Note, Page, Span

CHUNKS_VERSION = "1"
"""The version of everything that decides how a letter is cut; raised whenever it would be cut differently."""
LIMIT = 2_000
"""The most characters of a passage."""
TARGET = 1_000
"""The characters that a passage has by preference. Measured: up to 1,200 questions find their passage as well."""
SHORT_TURN = 300
"""Below this a speaker's turn in a report goes with the next one."""
OVERLAP = 350
"""The most characters that a passage repeats of the one before, when a paragraph had to be cut."""

# What a cut costs, against 0.15 for a passage more and 1 for one of twice the target.
_CUT_BETWEEN_BLOCKS = 0.0
_CUT_IN_LIST = 0.2
_CUT_AT_LINE = 0.3
_CUT_IN_BLOCK = 0.4
_CUT_BEFORE_TURN = 0.5
_CUT_IN_MOTIE = 1.0
_CUT_AFTER_QUESTION = 1.0
_CUT_BEFORE_LIST = 1.0
_CUT_AFTER_HEADING = 50.0

# A paragraph shorter than this is a line that makes sense only with its neighbours.
_LINE = 60
_CLAUSE_END = re.compile(r"[;:,)»”–—][\"’]?\s+")
_HEADS = frozenset({BlockKind.HEADING, BlockKind.SPEAKER, BlockKind.SALUTATION})
_LISTED = frozenset({BlockKind.ITEM, BlockKind.TABLE})


def cut(letter: Letter) -> list[Chunk]:
    """The passages of the body in order, then those of the notes. The same letter always gives the same passages."""
    parts = sections(letter, short=SHORT_TURN, long=LIMIT)
    anchors = [_anchor(letter, note) for note in letter.notes]
    return [*_body(letter, parts, anchors), *_notes(letter, parts, anchors)]


# ------------------------------------------------------------------------------------------------------- body


def _body(letter: Letter, parts: Sequence[Section], anchors: Sequence[Span | None]) -> Iterator[Chunk]:
    marks = [_mark(note, anchor) for note, anchor in zip(letter.notes, anchors, strict=True)]
    for section in parts:
        pieces = list(_pieces(letter, section))
        whole = bool(section.questions) or section.is_motie
        before: list[Piece] = []
        for passage in _passages(pieces, whole=whole):
            span = Span(_repeated(before, passage), passage[-1].span.end)
            held = [mark is not None and span.start <= mark < span.end for mark in marks]
            yield Chunk(
                id=_identify(letter, span, letter.text, context := _context(letter, section, span)),
                letter=letter.id,
                start=span.start,
                end=span.end,
                text=letter.text[span.start : span.end],
                page=_page(letter.pages, span.start),
                page_end=_page(letter.pages, span.end - 1),
                context=context,
                sentences=tuple(piece.span for piece in pieces if span.start <= piece.span.start < span.end),
                notes=tuple(position for position, holds in enumerate(held) if holds),
            )
            before = passage


def _context(letter: Letter, section: Section, span: Span) -> Context:
    questions = [each for each in section.questions if not (span.start <= each.start and each.end <= span.end)]
    answers = any(block.kind is BlockKind.ANSWER and block.end > span.start for block in section.blocks)
    return Context(
        title=letter.metadata.title,
        headings=_path(letter, [heading for heading in section.headings if heading.start < span.start]),
        question=" ".join(_text(letter, each) for each in questions) if answers else "",
        speaker=_speaker(letter, section, span),
    )


def _speaker(letter: Letter, section: Section, span: Span) -> str:
    """Who speaks in a passage, or reads out the motie; "" where several do, since their names stand in its text."""
    before = [block for block in section.speakers if block.start <= span.start]
    inside = [block for block in section.speakers if span.start < block.start < span.end and not section.is_motie]
    names = {_text(letter, block).rstrip(" :") for block in (*before[-1:], *inside)}
    return names.pop() if len(names) == 1 else ""


def _pieces(letter: Letter, section: Section) -> Iterator[Piece]:
    """The section's sentences, those that are too long in parts."""
    for block, following in zip(section.blocks, [*section.blocks[1:], None], strict=True):
        pieces = [
            piece
            for sentence in _within(letter.sentences, block.start, block.end)
            for piece in _parts(letter.text, sentence)
        ]
        yield from pieces[:-1]
        yield from (Piece(last.span, Border.BLOCK, _cut_after(letter, block, following)) for last in pieces[-1:])


def _cut_after(letter: Letter, block: Block, following: Block | None) -> float:
    """What it costs to cut between two blocks."""
    if following is None:
        return _CUT_BETWEEN_BLOCKS
    pair = (block.kind, following.kind)
    costs = (
        (_CUT_AFTER_HEADING, block.kind in _HEADS),
        (_CUT_IN_MOTIE, following.kind is BlockKind.SIGNATURE or BlockKind.DICTUM in pair),
        (_CUT_AFTER_QUESTION, block.kind is BlockKind.QUESTION and following.kind is not BlockKind.QUESTION),
        (_CUT_BEFORE_LIST, letter.text[block.end - 1] == ":"),
        (_CUT_BEFORE_TURN, following.kind is BlockKind.SPEAKER),
        (_CUT_AT_LINE, min(block.end - block.start, following.end - following.start) < _LINE),
        (_CUT_IN_LIST, block.kind is following.kind and block.kind in _LISTED),
    )
    return max((cost for cost, applies in costs if applies), default=_CUT_BETWEEN_BLOCKS)


def _repeated(before: Sequence[Piece], passage: Sequence[Piece]) -> int:
    """Where the passage begins: some sentences back when the cut before it went through a paragraph."""
    start = passage[0].span.start
    if not before or before[-1].border is not Border.SENTENCE:
        return start
    latest = before[-1].span.end
    for earlier, piece in zip(before[-2::-1], before[:0:-1], strict=True):
        if latest - piece.span.start > OVERLAP or passage[-1].span.end - piece.span.start > LIMIT:
            break
        if earlier.border is Border.CLAUSE or piece.border is Border.BLOCK:
            break
        start = piece.span.start
        if earlier.border is Border.BLOCK:
            break
    return start


# ------------------------------------------------------------------------------------------------------ notes


def _notes(letter: Letter, parts: Sequence[Section], anchors: Sequence[Span | None]) -> Iterator[Chunk]:
    for group in _groups(letter.notes, anchors):
        first, last = letter.notes[group[0]], letter.notes[group[-1]]
        anchor = anchors[group[0]]
        context = Context(
            title=letter.metadata.title,
            headings=_headings(letter, parts, anchor) if anchor else (),
            anchor=_text(letter, anchor) if anchor else "",
        )
        sentences = _within(letter.note_sentences, first.start, last.end)
        pieces = [piece for sentence in sentences for piece in _parts(letter.notes_text, sentence)]
        for passage in _passages(pieces, whole=True):
            span = Span(passage[0].span.start, passage[-1].span.end)
            held = [each for each in group if _shares(letter.notes[each], span)]
            yield Chunk(
                id=_identify(letter, span, letter.notes_text, context, in_notes=True),
                letter=letter.id,
                start=span.start,
                end=span.end,
                text=letter.notes_text[span.start : span.end],
                page=letter.notes[held[0]].page,
                page_end=letter.notes[held[-1]].page,
                context=context,
                sentences=tuple(piece.span for piece in passage),
                notes=tuple(held),
                in_notes=True,
            )


def _groups(notes: Sequence[Note], anchors: Sequence[Span | None]) -> list[list[int]]:
    """The positions of the notes, neighbours together that hang on one sentence and are short enough to share."""
    groups: list[list[int]] = []
    for position, note in enumerate(notes):
        if groups:
            first = groups[-1][0]
            alike = anchors[first] is not None and anchors[first] == anchors[position]
            if alike and note.end - notes[first].start <= TARGET:
                groups[-1].append(position)
                continue
        groups.append([position])
    return groups


def _shares(note: Note, span: Span) -> bool:
    return note.start < span.end and span.start < note.end


def _anchor(letter: Letter, note: Note) -> Span | None:
    """The sentence that a note hangs on: a mark stands behind its word, so at a border it is the sentence before."""
    if note.anchor is None or not letter.sentences:
        return None
    following = bisect.bisect_left(letter.sentences, note.anchor, key=lambda sentence: sentence.start)
    before = letter.sentences[max(following - 1, 0)]
    if following < len(letter.sentences) and before.end < note.anchor == letter.sentences[following].start:
        return letter.sentences[following]
    return before


def _mark(note: Note, anchor: Span | None) -> int | None:
    """The character of its sentence that a note hangs on."""
    if note.anchor is None or anchor is None:
        return None
    return min(max(note.anchor - 1, anchor.start), anchor.end - 1)


def _headings(letter: Letter, parts: Sequence[Section], anchor: Span) -> tuple[str, ...]:
    section = parts[bisect.bisect_right(parts, anchor.start, key=lambda part: part.start) - 1]
    return _path(letter, section.headings)


# ----------------------------------------------------------------------------------------------------- common


def _passages(pieces: Sequence[Piece], *, whole: bool) -> list[list[Piece]]:
    """The pieces in passages; all in one where they fit and belong together."""
    if not pieces:
        return []
    if whole and pieces[-1].span.end - pieces[0].span.start <= LIMIT:
        return [list(pieces)]
    return pack(pieces, TARGET, LIMIT)


def _parts(text: str, sentence: Span) -> Iterator[Piece]:
    """The sentence, or the parts of one that is too long: cut after a clause, else after a word, else anywhere."""
    start = sentence.start
    while sentence.end - start > LIMIT:
        window = text[start : start + LIMIT]
        clauses = [match.end() for match in _CLAUSE_END.finditer(window, TARGET // 2)]
        end = start + (clauses[-1] if clauses else (window.rfind(" ") + 1 or LIMIT))
        yield Piece(Span(start, start + len(text[start:end].rstrip())), Border.CLAUSE, _CUT_IN_BLOCK)
        start = end
    yield Piece(Span(start, sentence.end), Border.SENTENCE, _CUT_IN_BLOCK)


def _within(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """The spans that begin in a stretch of the text."""
    first = bisect.bisect_left(spans, start, key=lambda span: span.start)
    return spans[first : bisect.bisect_left(spans, end, key=lambda span: span.start)]


def _page(pages: Sequence[Page], offset: int) -> int | None:
    """The page on which a character stands."""
    # Pages without text begin where the next one does: the last that begins here holds the character.
    return pages[bisect.bisect_right(pages, offset, key=lambda page: page.start) - 1].number


def _path(letter: Letter, headings: Sequence[Block]) -> tuple[str, ...]:
    """The headings' texts without the letter's own title, which stands in the context already."""
    return tuple(text for heading in headings if (text := _text(letter, heading)) != letter.metadata.title)


def _text(letter: Letter, part: Block | Span) -> str:
    return letter.text[part.start : part.end]


def _identify(letter: Letter, span: Span, text: str, context: Context, *, in_notes: bool = False) -> str:
    """The sha256 of all that makes the passage: the text as well, since another reading may cut it alike."""
    about = [context.title, context.headings, context.question, context.speaker, context.anchor]
    content = [letter.id, span.start, span.end, in_notes, text[span.start : span.end], about]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()
