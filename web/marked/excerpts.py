"""A long passage brought down to its marked sentences and what stands around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Span
from web.marked.pieces import Piece, Pieces, cut, paragraphs

_AROUND = 220  # characters of context on each side of what is marked
_WORTH_HIDING = 260  # characters; hiding less would cost the reader more than it saves
# Not after an abbreviation or a number: a word of three letters or more, then the mark, then a capital or a quotation.
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})[.?!;]\)? (?=[^\W\d_a-z]|[«“‘\"])")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The paragraphs to show first, and the whole passage; the same when `shortened` is False."""

    paragraphs: tuple[Pieces, ...]
    whole: tuple[Pieces, ...]
    shortened: bool


def excerpt(text: str, marks: Sequence[Span]) -> Excerpt:
    """Shorten a passage around its marks, which count in the same text; without marks, keep its beginning."""
    whole = _shown(text, Span(0, len(text)), marks)
    first, last = (marks[0].start, marks[-1].end) if marks else (0, min(len(text), 2 * _AROUND))
    start = _earlier(text, first) if first > _WORTH_HIDING else 0
    end = _later(text, last) if len(text) - last > _WORTH_HIDING else len(text)
    if start + len(text) - end < _WORTH_HIDING:
        return Excerpt(whole, whole, shortened=False)
    shown = list(_shown(text, Span(start, end), marks))
    if start:
        shown[0] = (Piece("… "), *shown[0])
    if end < len(text):
        shown[-1] = (*shown[-1], Piece(" …"))
    return Excerpt(tuple(shown), whole, shortened=True)


def _shown(text: str, stretch: Span, marks: Sequence[Span]) -> tuple[Pieces, ...]:
    return tuple(cut(text, paragraph, marks) for paragraph in paragraphs(text, stretch))


def _earlier(text: str, mark: int) -> int:
    """Where to begin: at the paragraph or a sentence in the context before the mark, else at a word."""
    low = max(0, mark - _AROUND)
    context = text[low:mark]
    paragraph = context.rfind("\n")
    if paragraph >= 0:
        return low + paragraph + 1
    end = _SENTENCE_END.search(context)
    if end:
        return low + end.end()
    return low + context.find(" ") + 1


def _later(text: str, mark: int) -> int:
    """Where to end: with the paragraph, or after the last sentence that fits in the context behind the mark."""
    context = text[mark : mark + _AROUND]
    paragraph = context.find("\n")
    if paragraph >= 0:
        return mark + paragraph
    ends = [end.end() - 1 for end in _SENTENCE_END.finditer(context)]
    return mark + (ends[-1] if ends else max(context.rfind(" "), 0))
