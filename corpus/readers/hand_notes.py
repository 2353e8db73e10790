"""Notes that were made by hand: "1)" or "[1]" in the text, and a list with the same marks at the end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.layout.heads import question_or_answer_head
from corpus.reading import NoteMark, Paragraph, SourceNote
from corpus.types import BlockKind

_RAISED = re.compile(r"⁽\W*(\d{1,3})\W*⁾")
_HEADING = re.compile(r"(?:voet|eind)?noten?\s*:?", re.IGNORECASE)
_GOES_ON = re.compile(r"[a-zà-ÿ(]|\W|https?:|www\.")
_FOUND_SHARE = 0.6  # of the notes must have their mark in the text


@dataclass(frozen=True, slots=True)
class _Style:
    """How a mark is printed, written before its note, and written in the text; {} is the number."""

    printed: str
    before_note: str
    in_text: str

    def note(self, number: int) -> re.Pattern[str]:
        return re.compile(self.before_note.format(number))

    def mark(self, number: int) -> re.Pattern[str]:
        return re.compile(self.in_text.format(number))


_STYLES = (
    _Style("[{}]", r"\[{}\]\s*", r"\s*\[{}\]"),
    _Style("({})", r"\({}\)\s*", r"\s*\({}\)"),
    _Style("{})", r"{}\)\s*", r"\s*(?<![\d(]){}\)"),
    _Style("{}", r"⁽\W*{}\W*⁾\s*", r"\s*⁽\W*{}\W*⁾"),
    _Style("{}", r"{}[.)]?\s+", r"\s*⁽\W*{}\W*⁾"),
)


def take_hand_notes(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], tuple[SourceNote, ...]]:
    """The paragraphs without such a list and with note marks for its marks, and the notes.

    Raised numbers, written between ⁽ and ⁾, that are no marks come back as plain ones.
    """
    for style in _STYLES:
        start = _start_of_list(paragraphs, style)
        taken = None if start is None else _take(paragraphs, start, style)
        if taken:
            return _lowered(taken[0]), taken[1]
    return _lowered(paragraphs), ()


def _start_of_list(paragraphs: Sequence[Paragraph], style: _Style) -> int | None:
    """Where the last paragraph stands that begins with the mark of note 1, when no heading comes after it."""
    first = style.note(1)
    for position in range(len(paragraphs) - 1, -1, -1):
        paragraph = paragraphs[position]
        if paragraph.kind is BlockKind.HEADING:
            return None
        if first.match(paragraph.text):
            return position
    return None


def _take(
    paragraphs: Sequence[Paragraph], start: int, style: _Style
) -> tuple[list[Paragraph], tuple[SourceNote, ...]] | None:
    body = list(paragraphs[:start])
    # A long enumeration need not be looked for number by number.
    if not any(style.mark(number).search(each.text) for number in (1, 2) for each in body):
        return None
    texts, end = _notes(paragraphs, start, style)
    if body and _HEADING.fullmatch(body[-1].text):
        body.pop()
    numbers = range(1, len(texts) + 1)
    found = sum(_take_mark(body, style.mark(number), f"h{number}") for number in numbers)
    if not found or found < _FOUND_SHARE * len(texts):
        return None
    notes = (SourceNote(f"h{number}", style.printed.format(number), texts[number - 1]) for number in numbers)
    return [*body, *paragraphs[end:]], tuple(notes)


def _notes(paragraphs: Sequence[Paragraph], start: int, style: _Style) -> tuple[list[str], int]:
    """The texts of the notes in order, and where the paragraphs after them begin."""
    texts: list[str] = []
    for position in range(start, len(paragraphs)):
        text = paragraphs[position].text
        beginning = style.note(len(texts) + 1).match(text)
        if beginning:
            texts.extend(_parted(text[beginning.end() :], style, len(texts) + 2))
        elif _GOES_ON.match(text) and question_or_answer_head(text) is None:
            texts[-1] = f"{texts[-1]} {text}"
        else:
            return texts, position
    return texts, len(paragraphs)


def _parted(text: str, style: _Style, number: int) -> list[str]:
    """The notes that ended up in one paragraph; only marks in square brackets tell them, "2)" may stand in any text."""
    following = style.note(number).search(text) if style.printed == "[{}]" else None
    if following is None:
        return [text]
    return [text[: following.start()].rstrip(), *_parted(text[following.end() :], style, number + 1)]


def _take_mark(paragraphs: list[Paragraph], mark: re.Pattern[str], key: str) -> bool:
    """Turn the first place where the mark stands into a note mark; not at a beginning, and not between brackets."""
    for position, paragraph in enumerate(paragraphs):
        for found in mark.finditer(paragraph.text):
            before = paragraph.text[: found.start()]
            if before and before.count("(") <= before.count(")"):
                paragraphs[position] = _marked(paragraph, found.start(), found.end(), key)
                return True
    return False


def _marked(paragraph: Paragraph, start: int, end: int, key: str) -> Paragraph:
    text = paragraph.text[:start] + paragraph.text[end:]
    marks = [
        NoteMark(mark.offset if mark.offset <= start else max(start, mark.offset - (end - start)), mark.key)
        for mark in paragraph.marks
    ]
    marks.append(NoteMark(start, key))
    return replace(paragraph, text=text, marks=tuple(sorted(marks, key=lambda mark: mark.offset)))


def _lowered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Raised numbers that are no marks of notes, as in m², written as plain ones."""
    return [
        replace(paragraph, text=_RAISED.sub(r"\1", paragraph.text)) if "⁽" in paragraph.text else paragraph
        for paragraph in paragraphs
    ]
