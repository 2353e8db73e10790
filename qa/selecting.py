"""Picking the sentences of a passage that answer: a short run of neighbouring sentences."""

import functools
import re
from collections.abc import Callable, Iterator

from corpus.types import Span
from index.types import StoredChunk
from qa.cues import holds_cue
from qa.features import WeighedQuery, covered_share
from qa.types import Aim, Question

_MOST_SENTENCES = 3
_MOST_CHARACTERS = 500
# In shares of the question's words: what a sentence more must bring, what the thing asked for is worth (a date, an
# amount, a promise), and what it is worth that sentences go on about a subject that the first one only names.
_COST_OF_A_SENTENCE = 0.02
_CUE = 0.2
_SUBJECT_FIRST = 0.05
_DECIDING_AIMS = (Aim.PROMISE, Aim.DEADLINE, Aim.AMOUNT)
_LABEL = re.compile(r"(vraag|antwoord)( op vra\w+)?( \d[\d, en/tm]*)?[.:]?", re.IGNORECASE)
_FEWEST_WORDS = 3
_LONGEST_HEADING = 6  # words


def select_sentences(question: Question, weighed: WeighedQuery, stored: StoredChunk) -> tuple[Span, ...]:
    """The spans of the answering sentences, in the order of the text; the whole chunk when it has no sentences."""
    chunk = stored.chunk
    sentences = chunk.sentences
    if not sentences:
        return (Span(chunk.start, chunk.end),)
    texts = [chunk.text[span.start - chunk.start : span.end - chunk.start] for span in sentences]
    able = [_can_answer(text) for text in texts]
    if not any(able):
        able = [True] * len(texts)

    @functools.cache
    def cues(first: int, last: int) -> list[Aim]:
        return _cues(question, " ".join(texts[first : last + 1]))

    first, last = max(
        _runs(sentences, able),
        key=lambda run: (_value(weighed, stored, cues, run), run[0] - run[1], -run[0]),
    )
    return sentences[first : last + 1]


def _can_answer(text: str) -> bool:
    # A question repeats the words that are asked with; what answers it is a statement.
    words = text.strip()
    count = len(words.split())
    in_capitals = sum(letter.isupper() for letter in words) > sum(letter.islower() for letter in words)
    heading = in_capitals or (count <= _LONGEST_HEADING and words[-1:].isalnum())
    return not words.endswith("?") and not _LABEL.fullmatch(words) and not heading and count >= _FEWEST_WORDS


def _runs(sentences: tuple[Span, ...], able: list[bool]) -> Iterator[tuple[int, int]]:
    for first in range(len(sentences)):
        for last in range(first, min(len(sentences), first + _MOST_SENTENCES)):
            too_long = last > first and sentences[last].end - sentences[first].start > _MOST_CHARACTERS
            if too_long or not able[last]:
                break
            yield first, last


def _value(
    weighed: WeighedQuery, stored: StoredChunk, cues: Callable[[int, int], list[Aim]], run: tuple[int, int]
) -> float:
    first, last = run
    together = covered_share(weighed, stored.terms[first : last + 1])
    value = together - _COST_OF_A_SENTENCE * (last - first)
    value += _CUE * len(cues(first, last))
    names_subject = last > first and covered_share(weighed, [stored.terms[first]]) > together / 2
    if names_subject and not cues(first, first):
        value += _SUBJECT_FIRST
    return value


def _cues(question: Question, text: str) -> list[Aim]:
    return [aim for aim in _DECIDING_AIMS if aim in question.aims and holds_cue(aim, text)]
