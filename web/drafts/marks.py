"""What a draft's text holds besides words: the signs of notes, `[^3]`, and quotations between quotation marks."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.types import Span

NOTE = re.compile(r"\[\^(\d{1,4})\]")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_SENTENCE_END = re.compile(r"[.?!…][”\"’»)\]]*\s")
_CLOSERS = {"“": '”"', "„": '”“"', "”": '”"', "«": "»", "»": "«", '"': '"”'}
# A single mark opens only before a word and closes only behind one; 's, 't and 'n are words of their own.
_SINGLE = re.compile(r"(?<![\w'’])[‘‚'](?![stn]\b)(?=\S)(?P<words>[^‘‚\n]{1,2500}?)(?<=\S)['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of a note in a text, and the number of the source that it names."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. `span` is what stands between the marks; `notes` name the sources it is tied to.

    `closed` is False where the mark at its end is missing; the span then ends with the paragraph.
    """

    span: Span
    words: str
    notes: tuple[int, ...]
    closed: bool = True


def sign_of(number: int) -> str:
    """How the note of a source is written in a text."""
    return f"[^{number}]"


def as_quotation(words: str, number: int) -> str:
    """Words of a source as they are put into a text: in quotation marks, marks inside them single, the note behind."""
    inner = re.sub(r"[„“«](?=\S)", "‘", " ".join(words.split()))
    inner = re.sub(r"[”»]", "’", inner)
    inner = re.sub(r'(?<!\S)"|(?<=\()"', "‘", inner).replace('"', "’")
    return f"“{inner}”{sign_of(number)}"


def signs(text: str) -> list[Sign]:
    """The signs of notes, in order."""
    return [Sign(found.start(), found.end(), int(found[1])) for found in NOTE.finditer(text)]


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text in order, each tied to the note in or behind it, else before it, in its sentence.

    Where the sentence has none, the next note of the paragraph counts, unless another quotation stands between.
    """
    found: list[Quotation] = []
    every = signs(text)
    for paragraph in paragraph_spans(text):
        noted = [sign for sign in every if paragraph.start <= sign.start < paragraph.end]
        quoted = sorted(_quoted(text, paragraph), key=lambda each: each[0].start)
        spans = [span for span, _ in quoted]
        found += [
            Quotation(span, text[span.start : span.end], _tied(text, paragraph.start, place, spans, noted), closed)
            for place, (span, closed) in enumerate(quoted)
        ]
    return found


def without_signs(text: str) -> str:
    """The text without the signs of its notes."""
    return NOTE.sub("", text)


def paragraph_spans(text: str) -> list[Span]:
    """The paragraphs of a text: what blank lines keep apart."""
    result, start = [], 0
    for gap in _PARAGRAPH_END.finditer(text):
        result.append(Span(start, gap.start()))
        start = gap.end()
    result.append(Span(start, len(text)))
    return [span for span in result if text[span.start : span.end].strip()]


def _quoted(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    outside, position = paragraph.start, paragraph.start
    while position < paragraph.end:
        closers = _CLOSERS.get(text[position])
        if closers is None or _is_measure(text, position):
            position += 1
            continue
        end = _closing(text, position, paragraph.end, closers)
        yield from _single(text, Span(outside, position))
        yield Span(position + 1, paragraph.end if end is None else end), end is not None
        outside = position = paragraph.end if end is None else end + 1
    yield from _single(text, Span(outside, paragraph.end))


def _is_measure(text: str, position: int) -> bool:
    """Whether a straight mark stands behind a digit without a quotation to close: inches, or seconds of an angle."""
    return text[position] == '"' and position > 0 and text[position - 1].isdigit()


def _closing(text: str, opened: int, end: int, closers: str) -> int | None:
    """The mark that closes the quotation opened here; the same kind of marks may stand inside it in pairs."""
    depth = 0
    for position in range(opened + 1, end):
        sign = text[position]
        if sign == text[opened] and sign not in closers:
            depth += 1
        elif sign in closers:
            if not depth:
                return position
            depth -= 1
    return None


def _single(text: str, stretch: Span) -> Iterator[tuple[Span, bool]]:
    for match in _SINGLE.finditer(text, stretch.start, stretch.end):
        yield Span(match.start("words"), match.end("words")), True


def _tied(text: str, start: int, place: int, spans: Sequence[Span], noted: Sequence[Sign]) -> tuple[int, ...]:
    """The notes of the quotation at a place among those of a paragraph that begins at `start` and has these signs."""
    span = spans[place]
    inside = [sign for sign in noted if span.start <= sign.start < span.end]
    if inside:
        return tuple(dict.fromkeys(sign.number for sign in inside))
    behind = [sign for sign in noted if span.end <= sign.start]
    if behind and not _SENTENCE_END.search(text[span.end + 1 : behind[0].start]):
        return _group(text, behind)
    sentence = max(_sentence_start(text, start, span.start), spans[place - 1].end if place else start)
    before = [sign for sign in noted if sentence <= sign.start < span.start]
    if before and place and not text[spans[place - 1].end + 1 : before[0].start].strip():
        before = before[len(_group(text, before)) :]  # those straight behind the quotation before this one are its own
    if before:
        return (before[-1].number,)
    following = spans[place + 1].start if place + 1 < len(spans) else len(text)
    return _group(text, behind) if behind and behind[0].start < following else ()


def _group(text: str, behind: Sequence[Sign]) -> tuple[int, ...]:
    """The first sign and those that stand straight behind it."""
    numbers = [behind[0].number]
    for last, sign in itertools.pairwise(behind):
        if text[last.end : sign.start].strip(" ,"):
            break
        numbers.append(sign.number)
    return tuple(dict.fromkeys(numbers))


def _sentence_start(text: str, start: int, position: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, start, position)]
    return ends[-1] if ends else start
