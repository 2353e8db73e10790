"""Picking the sentences of a passage that answer: a short run of neighbouring sentences."""

from collections.abc import Sequence

from corpus.types import Span
from index.types import StoredChunk
from qa.cues import holds_cue
from qa.features import WeighedQuery, covered_share
from qa.types import Aim, Question

_MOST_SENTENCES = 3
_MOST_CHARACTERS = 600
# A neighbour joins when it brings at least this share of the question's words, by rarity.
_WORTH_JOINING = 0.15
_CUE_BONUS = 0.25
_DECIDING_AIMS = (Aim.PROMISE, Aim.DEADLINE, Aim.AMOUNT)


def select_sentences(question: Question, weighed: WeighedQuery, stored: StoredChunk) -> tuple[Span, ...]:
    """The spans of the answering sentences, in the order of the text; the whole chunk when it has no sentences."""
    chunk = stored.chunk
    sentences = chunk.sentences
    if not sentences:
        return (Span(chunk.start, chunk.end),)
    values = [_value(question, weighed, stored, position) for position in range(len(sentences))]
    first = last = max(range(len(sentences)), key=lambda position: (values[position], -position))
    while True:
        neighbour = _best_neighbour(weighed, stored, first, last)
        if neighbour is None:
            return sentences[first : last + 1]
        first, last = min(first, neighbour), max(last, neighbour)


def _value(question: Question, weighed: WeighedQuery, stored: StoredChunk, position: int) -> float:
    span = stored.chunk.sentences[position]
    text = stored.chunk.text[span.start - stored.chunk.start : span.end - stored.chunk.start]
    value = covered_share(weighed, [stored.terms[position]])
    for aim in _DECIDING_AIMS:
        if aim in question.aims and holds_cue(aim, text):
            value += _CUE_BONUS
    # A question repeats the words that are asked with; what answers it is a statement.
    return value * (0.5 if text.rstrip().endswith("?") else 1.0)


def _best_neighbour(weighed: WeighedQuery, stored: StoredChunk, first: int, last: int) -> int | None:
    sentences: Sequence[Span] = stored.chunk.sentences
    if last - first + 1 >= _MOST_SENTENCES:
        return None
    held = covered_share(weighed, stored.terms[first : last + 1])
    best, best_gain = None, _WORTH_JOINING
    for neighbour in (first - 1, last + 1):
        if not 0 <= neighbour < len(sentences):
            continue
        low, high = min(first, neighbour), max(last, neighbour)
        if sentences[high].end - sentences[low].start > _MOST_CHARACTERS:
            continue
        gain = covered_share(weighed, stored.terms[low : high + 1]) - held
        if gain >= best_gain:
            best, best_gain = neighbour, gain
    return best
