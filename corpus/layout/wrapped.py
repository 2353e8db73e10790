"""Text whose lines were broken at a width, as programs extract it from PDF files: paragraphs and notes made whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.layout.draft import Draft
from corpus.layout.glued_marks import find_glued_marks, without_mark
from corpus.layout.heads import (
    begins_motie_clause,
    closes_motie,
    could_be_heading,
    is_closing,
    is_office,
    is_person_line,
    stands_alone,
)
from corpus.layout.hyphens import Vocabulary, join_all
from corpus.layout.items import begins_item, is_next_item, item_marker
from corpus.reading import Paragraph, SourceNote
from corpus.types import BlockKind

_TERMINAL = re.compile(r"[.?!:;…][\"”’')\]»]*$")
_NOTE = re.compile(
    r"(?P<mark>\d{1,3})\s+(?=\S)"
    r"(?!(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b)"
)
_EARLY = 0.8  # of the width: a line that leaves more room ends a paragraph
_LONGEST_HEADING = 100
# A program that joins pages with a space leaves it before the first line of a page; more is an indent.
_MOST_PAGE_STARTS = 0.1


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a text file: its text without blanks at its ends, its page, and whether a page may begin with it."""

    text: str
    page: int | None
    indented: bool = False


@dataclass(slots=True)
class _Note:
    mark: str
    page: int | None
    paragraphs_before: int
    parts: list[str] = field(default_factory=list)


def is_wrapped(lines: Sequence[TextLine]) -> bool:
    """Whether the lines were broken at a width: many are about as long, and few end a sentence."""
    long_lines = [line.text for line in lines if len(line.text) >= 40]
    if len(long_lines) < 4 or max(len(text) for text in long_lines) > 220:
        return False
    unfinished = sum(_TERMINAL.search(text) is None for text in long_lines)
    return unfinished > 0.5 * len(long_lines)


def unwrap(lines: Sequence[TextLine]) -> tuple[list[Paragraph], tuple[SourceNote, ...]]:
    """The paragraphs of wrapped text with the marks of their notes, and the notes that stood between them."""
    reader = _Unwrapping(lines)
    for line in lines:
        reader.read(line)
    return reader.finish()


class _Unwrapping:
    def __init__(self, lines: Sequence[TextLine]) -> None:
        self.vocabulary = Vocabulary(line.text for line in lines)
        lengths = sorted(len(line.text) for line in lines if line.text)
        self.width = lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0
        starts = sum(line.indented for line in lines if line.text)
        self.page_starts = starts <= max(_MOST_PAGE_STARTS * len(lengths), 1)
        self.drafts: list[Draft] = []
        self.apart: set[int] = set()  # drafts with a blank line before and behind them
        self.notes: list[_Note] = []
        self.in_note = False
        self.blank = True
        self.last = ""

    def read(self, line: TextLine) -> None:
        """Read one line."""
        if not line.text:
            self.blank = True
            return
        mark = self._note_mark(line)
        if mark is not None:
            self.notes.append(_Note(mark, line.page, len(self.drafts), [line.text[len(mark) :].strip()]))
            self.in_note = True
        elif self.in_note and self._note_goes_on(line):
            self.notes[-1].parts.append(line.text)
        else:
            self._add(line, after_note=self.in_note)
            self.in_note = False
        self.blank = False

    def finish(self) -> tuple[list[Paragraph], tuple[SourceNote, ...]]:
        """The paragraphs and notes read."""
        paragraphs = [
            Paragraph(draft.text, self._kind(place), draft.page, breaks=tuple(draft.breaks))
            for place, draft in enumerate(self.drafts)
        ]
        notes = tuple(
            SourceNote(note.mark, note.mark, join_all(note.parts, self.vocabulary), note.page) for note in self.notes
        )
        return _with_marks(paragraphs, self.notes), notes

    def _note_mark(self, line: TextLine) -> str | None:
        """The number of the note that begins with a line: the next one, glued to a word before it."""
        match = _NOTE.match(line.text)
        expected = str(len(self.notes) + 1)
        if not match or match["mark"] != expected or not (self.blank or self.in_note):
            return None
        texts = [draft.text for draft in self.drafts]
        return expected if find_glued_marks(texts, [(expected, len(texts))]) else None

    def _note_goes_on(self, line: TextLine) -> bool:
        if line.indented and self.page_starts:
            return False
        finished = _TERMINAL.search(self.notes[-1].parts[-1]) is not None
        if self.blank or finished:
            # A blank line within a sentence is the extraction's.
            return not finished and (line.text[0].islower() or not self.blank)
        return True

    def _add(self, line: TextLine, *, after_note: bool) -> None:
        if not self.drafts or self._begins_paragraph(line, after_note=after_note):
            if self.drafts and self.blank:
                self.apart.add(len(self.drafts) - 1)
            self.drafts.append(Draft(gap_above=self.blank))
        self.drafts[-1].add(line.text, (), line.page, self.vocabulary)
        self.last = line.text

    def _begins_paragraph(self, line: TextLine, *, after_note: bool) -> bool:
        text, before = line.text, self.drafts[-1].text
        terminal = _TERMINAL.search(before) is not None
        if before.endswith(("-", "\u00ad")) and text[0].islower():
            return False
        if stands_alone(text) or stands_alone(before) or begins_motie_clause(before, text):
            return True
        if after_note:
            # Notes stand at the end of a page, often within a sentence.
            return terminal
        if self.blank or is_next_item(before, text):
            return terminal or not text[0].islower()
        room = _EARLY * self.width - len(self.last) - len(text.split()[0])
        if begins_item(text):
            return terminal or (room > 0 and item_marker(before) is not None)
        return room > 0 and (terminal or not (text[0].islower() or text[0].isdigit()))

    def _kind(self, place: int) -> BlockKind:
        draft = self.drafts[place]
        is_heading = (
            draft.gap_above
            and place in self.apart
            and len(draft.text) <= _LONGEST_HEADING
            and could_be_heading(draft.text)
            and not draft.text.endswith(":")
            and not self._signs(place)
            and item_marker(draft.text) is None
        )
        return BlockKind.HEADING if is_heading or (place == 0 and self._is_title(draft)) else BlockKind.PARAGRAPH

    def _signs(self, place: int) -> bool:
        """Whether a paragraph could be a name under an office, a closing or a motie."""
        if place == 0 or not is_person_line(self.drafts[place].text):
            return False
        above = self.drafts[place - 1].text
        return is_office(above) or is_closing(above) or closes_motie(above) or is_person_line(above)

    def _is_title(self, draft: Draft) -> bool:
        return len(draft.text) <= _LONGEST_HEADING and could_be_heading(draft.text) and len(self.drafts) > 1


def _with_marks(paragraphs: Sequence[Paragraph], notes: Sequence[_Note]) -> list[Paragraph]:
    """The paragraphs with the marks of their notes taken out of the words."""
    result = list(paragraphs)
    found = find_glued_marks(
        [paragraph.text for paragraph in paragraphs], [(note.mark, note.paragraphs_before) for note in notes]
    )
    for mark in reversed(found):
        result[mark.text] = without_mark(result[mark.text], mark, mark.mark)
    return result
