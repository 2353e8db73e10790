"""The learned data of the analysis: the vocabulary with frequencies, stems, and the scores of compound parts."""

import functools
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.analysis.compounds import CompoundSplitter, Parts
from index.analysis.tables import ABSENT, Table, read_table

LEARNED = Path(__file__).parent / "learned"
FREQUENCY_STEP = 0.1
"""The vocabulary keeps the natural logarithm of frequency + 1 in steps of this size."""
SCORE_STEP = 0.08
SCORE_ZERO = 127
"""A part's score s is kept as the byte s / SCORE_STEP + SCORE_ZERO."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of folded words.

    `frequency` counts the training text, roughly; `names` are the words that are written with a capital. `stems` holds
    the stems of forms that the rules of the stemmer would take for another word's.
    """

    frequency: Mapping[str, int]
    names: frozenset[str]
    stems: Mapping[str, str]
    splitter: CompoundSplitter


@functools.cache
def load_lexicon() -> Lexicon:
    """Read the learned data, once."""
    vocabulary = read_table(LEARNED / "vocabulary.gz")
    levels, capitals = vocabulary.columns
    frequency_of = [round(math.exp(level * FREQUENCY_STEP)) - 1 for level in range(256)]
    frequency = dict(zip(vocabulary.words, map(frequency_of.__getitem__, levels), strict=True))
    names = frozenset(word for word, capital in zip(vocabulary.words, capitals, strict=True) if capital)
    stems = dict(line.split(" ") for line in read_table(LEARNED / "stems.gz").words)
    return Lexicon(frequency, names, stems, _splitter(vocabulary))


def _splitter(vocabulary: Table) -> CompoundSplitter:
    table = read_table(LEARNED / "parts.gz")
    weight, intercept = table.facts["weight of frequency"], table.facts["intercept"]
    rarity_of = [intercept + weight * level * FREQUENCY_STEP for level in range(256)]
    score_of: list[float | None] = [(byte - SCORE_ZERO) * SCORE_STEP for byte in range(ABSENT)]
    score_of.append(None)
    first, linked, last = ([score_of[byte] for byte in column] for column in table.columns)
    parts = Parts(dict(zip(table.words, range(len(table.words)), strict=True)), first, linked, last)
    rarity = dict(zip(vocabulary.words, map(rarity_of.__getitem__, vocabulary.columns[0]), strict=True))
    return CompoundSplitter(parts, rarity, intercept + weight * math.log(2), _decided())


def _decided() -> dict[str, tuple[str, str] | None]:
    table = read_table(LEARNED / "decided.gz")
    return {
        word: (word[: cut - link], word[cut:]) if cut else None
        for word, cut, link in zip(table.words, *table.columns, strict=True)
    }
