"""The sentences of a letter one by one, with what stands around them."""

import bisect
import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Block, BlockKind, Letter, Note, Page, ReferenceMention, Span

_WHOLE = frozenset({BlockKind.TABLE, BlockKind.HEADING})
_ASKED = re.compile(r"\?[»\"”’)]*\s*\Z")
_BORDERS = frozenset({BlockKind.HEADING, BlockKind.QUESTION, BlockKind.TABLE, BlockKind.SIGNATURE, BlockKind.SPEAKER})
_POINTS_BACK = re.compile(
    r"(?:Dit|Deze|Die|Dat|Hiermee|Daarmee|Hiertoe|Daartoe|Met deze|Met dit|De motie|De toezegging|Aan deze)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of the body or of a note, a whole heading, or a whole row of a table.

    `place` counts the units of the body. `asked` says that it is a question, or part of one. `notes` are the footnotes
    whose mark stands in it.
    """

    text: str
    start: int
    end: int
    block: Block | None
    asked: bool
    notes: tuple[Note, ...]
    place: int = -1
    note: Note | None = None

    @property
    def in_notes(self) -> bool:
        """Whether this is a sentence of a footnote."""
        return self.note is not None

    @property
    def kind(self) -> BlockKind | None:
        """What the block is; None of a note."""
        return self.block.kind if self.block else None


class Units:
    """The sentences of one letter, made into units when asked for."""

    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self._spans, self._blocks = _parts(letter)
        self._headings: list[int] | None = None
        self._anchors = sorted(
            (note.anchor, place) for place, note in enumerate(letter.notes) if note.anchor is not None
        )

    def spans(self) -> Sequence[Span]:
        """Where the units of the body stand, in order."""
        return self._spans

    def body(self, place: int) -> Unit:
        """The unit of the body at a place in `spans`."""
        span, block = self._spans[place], self._blocks[place]
        text = self._letter.text[span.start : span.end]
        return Unit(
            text,
            span.start,
            span.end,
            block,
            asked=block.kind is BlockKind.QUESTION or bool(_ASKED.search(text)),
            notes=self._notes_in(span),
            place=place,
        )

    def following(self, unit: Unit, limit: int = 8) -> list["Unit"]:
        """The sentences behind it in its paragraph, then those of the next ones as long as they point back."""
        found: list[Unit] = []
        for place in range(unit.place + 1, min(len(self._spans), unit.place + 1 + limit)):
            block = self._blocks[place]
            if block is not unit.block and (
                block.kind in _BORDERS or not _POINTS_BACK.match(self._letter.text, self._spans[place].start)
            ):
                break
            found.append(self.body(place))
        return found if unit.place >= 0 else []

    def preceding(self, unit: Unit) -> "Unit | None":
        """The sentence before it in its paragraph."""
        place = unit.place - 1
        return self.body(place) if place >= 0 and self._blocks[place] is unit.block else None

    def items(self, unit: Unit) -> list[Block]:
        """The items of the list that a unit introduces, where it ends with a colon."""
        if not unit.text.rstrip().endswith(":"):
            return []
        blocks = self._letter.blocks
        place = next((number + 1 for number, block in enumerate(blocks) if block is unit.block), len(blocks))
        items: list[Block] = []
        while place < len(blocks) and blocks[place].kind is BlockKind.ITEM:
            if not items or blocks[place].level == items[0].level:
                items.append(blocks[place])
            place += 1
        return items

    def section(self, unit: Unit) -> int:
        """The number of headings before a unit of the body: equal for what stands under one heading."""
        if self._headings is None:
            self._headings = [block.start for block in self._letter.blocks if block.kind is BlockKind.HEADING]
        return bisect.bisect_right(self._headings, unit.start)

    def notes(self) -> list[Unit]:
        """Every footnote as one unit."""
        text = self._letter.notes_text
        return [
            Unit(text[note.start : note.end], note.start, note.end, None, False, (), -1, note)
            for note in self._letter.notes
        ]

    def anchor(self, note: Note) -> Unit | None:
        """The sentence of the body that a footnote is tied to."""
        if note.anchor is None or not self._spans:
            return None
        starts = [span.start for span in self._spans]
        place = bisect.bisect_left(starts, note.anchor) - 1
        return self.body(max(place, 0))

    def at(self, span: Span) -> Unit | None:
        """The unit that begins where the span does, made as long as the span."""
        for place, own in enumerate(self._spans):
            if own.start == span.start:
                unit = self.body(place)
                text = self._letter.text[span.start : span.end]
                return dataclasses.replace(unit, text=text, end=span.end, notes=self._notes_in(span))
        return None

    def note_text(self, note: Note) -> str:
        """The text of a footnote."""
        return self._letter.notes_text[note.start : note.end]

    def references(self, unit: Unit) -> list[tuple[ReferenceMention, str]]:
        """The references of a unit with their text: those in the sentence first, then those of its footnotes."""
        letter = self._letter
        spans = [(unit.in_notes, unit.start, unit.end), *((True, note.start, note.end) for note in unit.notes)]
        found = []
        for in_notes, start, end in spans:
            text = letter.notes_text if in_notes else letter.text
            found += [
                (mention, text[mention.start : mention.end])
                for mention in letter.references
                if mention.in_notes == in_notes and start <= mention.start < end
            ]
        return found

    def _notes_in(self, span: Span) -> tuple[Note, ...]:
        first = bisect.bisect_right(self._anchors, (span.start, len(self._letter.notes)))
        notes = []
        for anchor, place in self._anchors[first:]:
            if anchor > span.end:
                break
            notes.append(self._letter.notes[place])
        return tuple(notes)


def _parts(letter: Letter) -> tuple[list[Span], list[Block]]:
    """The spans of the units with their blocks."""
    spans: list[Span] = []
    blocks: list[Block] = []
    sentences = letter.sentences
    starts = [span.start for span in sentences]
    for block in letter.blocks:
        if block.kind in _WHOLE:
            parts: Sequence[Span] = [Span(block.start, block.end)]
        else:
            parts = sentences[bisect.bisect_left(starts, block.start) : bisect.bisect_left(starts, block.end)]
        spans.extend(parts)
        blocks.extend([block] * len(parts))
    return spans, blocks


def page_at(pages: Sequence[Page], offset: int) -> int | None:
    """The number of the page that holds an offset of the body."""
    place = bisect.bisect_right([page.start for page in pages], offset) - 1
    return pages[max(place, 0)].number if pages else None
