"""Questions that only a number announces, as some ministries write them: "1", the question, "Antwoord", the answer.

The number stands on a line of its own or before the question. Both are read only in a document that answers:
the lines "Antwoord" follow, no line says "Vraag 1", the numbers count on from 1, and behind each something is asked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.layout.heads import is_closing, is_salutation, question_or_answer_head
from corpus.layout.items import MarkerStyle, item_marker
from corpus.reading import NoteMark, Paragraph
from corpus.types import BlockKind

_BARE_NUMBER = re.compile(r"(?P<number>\d{1,3})\s*[.:)]?")
_READABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING})
_REACH = 12  # paragraphs of one question in which its question mark is looked for


def with_bare_questions(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, heads, questions and answers marked and numbered where numbers alone announce them."""
    heads = _heads(paragraphs)
    if not heads:
        return list(paragraphs)
    result: list[Paragraph] = []
    kind, number = BlockKind.PARAGRAPH, ""
    waiting: list[str] = []
    for position, paragraph in enumerate(paragraphs):
        answer = question_or_answer_head(paragraph.text) if paragraph.kind in _READABLE else None
        if position in heads:
            kind, number = BlockKind.QUESTION, heads[position]
            waiting.append(number)
            result.extend(_announced(paragraph, number))
        elif answer and answer.is_answer:
            kind, number = BlockKind.ANSWER, answer.numbers or _together(waiting) or number
            waiting = []
            result.append(replace(paragraph, kind=BlockKind.HEADING, level=paragraph.level or 1, number=number))
        else:
            if is_closing(paragraph.text) or is_salutation(paragraph.text):
                kind = BlockKind.PARAGRAPH
            inside = kind is not BlockKind.PARAGRAPH and paragraph.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
            result.append(replace(paragraph, kind=kind, level=0, number=number) if inside else paragraph)
    return result


def _heads(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """The places of the numbers that announce a question, with the number; empty when the document has none."""
    answers = []
    for position, paragraph in enumerate(paragraphs):
        head = question_or_answer_head(paragraph.text) if paragraph.kind in _READABLE else None
        if head and not head.is_answer:
            return {}
        if head:
            answers.append(position)
    if not answers:
        return {}
    heads: dict[int, str] = {}
    for position, paragraph in enumerate(paragraphs[: answers[-1]]):
        expected = len(heads) + 1
        if paragraph.kind in _READABLE and _number(paragraph.text) == expected and _asks(paragraphs, position):
            heads[position] = str(expected)
    return heads if min(heads, default=answers[0]) < answers[0] else {}


def _asks(paragraphs: Sequence[Paragraph], position: int) -> bool:
    """Whether something is asked from here up to the next number or answer; an item in an answer asks nothing."""
    own = _number(paragraphs[position].text)
    for place in range(position, min(position + _REACH, len(paragraphs))):
        text = paragraphs[place].text
        if place > position and (_number(text) in {own, own + 1} or question_or_answer_head(text)):
            return False
        if "?" in text:
            return True
    return False


def _number(text: str) -> int:
    """The number that is or begins a text; 0 for none."""
    bare = _BARE_NUMBER.fullmatch(text.strip())
    if bare:
        return int(bare["number"])
    marker = item_marker(text)
    return int(marker.number) if marker and marker.style is MarkerStyle.DECIMAL else 0


def _announced(paragraph: Paragraph, number: str) -> list[Paragraph]:
    """The head, and the question when it stands behind the number."""
    marker = item_marker(paragraph.text)
    if marker is None or _BARE_NUMBER.fullmatch(paragraph.text.strip()):
        return [replace(paragraph, kind=BlockKind.HEADING, level=1, number=number)]
    head = Paragraph(paragraph.text[: marker.length].strip(), BlockKind.HEADING, paragraph.page, 1, number)
    marks = tuple(NoteMark(max(mark.offset - marker.length, 0), mark.key) for mark in paragraph.marks)
    breaks = tuple(
        replace(each, offset=each.offset - marker.length) for each in paragraph.breaks if each.offset > marker.length
    )
    text = paragraph.text[marker.length :]
    question = replace(
        paragraph, text=text, kind=BlockKind.QUESTION, level=0, number=number, marks=marks, breaks=breaks
    )
    return [head, question]


def _together(numbers: Sequence[str]) -> str:
    return ", ".join(numbers[:-1]) + (" en " if len(numbers) > 1 else "") + "".join(numbers[-1:])
