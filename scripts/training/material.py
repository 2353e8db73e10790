"""All the material of one training run: word counts, pairs with their weights, and what the teacher is asked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from . import pairs, sources, vocabulary
from .bags import Bags
from .pairs import Pairs, Texts, tokenised

_TEACHERS_WORD = 6  # a word that the teacher knows counts as seen this often at least
_ROUGH = ("belgian", "titles", "motie", "law titles", "law sentences")  # sources that are asked in rough English too

# The share of batches of each source, and how many neighbouring rows stand together in a batch.
WEIGHTS: dict[str, tuple[float, int]] = {
    "treaties": (3, 8),
    "treaty passages": (1.5, 1),
    "msdocs": (2, 1),
    "gov_apps": (1, 1),
    "esco_occupations": (0.6, 1),
    "tldr": (0.3, 1),
    "ruimtelijk_programma_CN": (0.1, 1),
    "glossary": (0.5, 1),
    "titles": (1.5, 1),
    "belgian question-answer": (1, 1),
    "belgian title-answer": (1, 1),
    "belgian title-question": (1, 1),
    "belgian parts": (1, 4),
    "law titles": (0.7, 1),
    "law neighbours": (1, 8),
    "law sentences": (1, 8),
    "motie subject-text": (1, 1),
    "motie grounds-request": (1, 1),
}


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each word occurs in all Dutch texts, in those of them that are translated, and in the English ones."""

    dutch: Counter[str]
    translated: Counter[str]
    english: Counter[str]

    def both(self) -> Counter[str]:
        """The sum of the two, made anew."""
        return self.dutch + self.english


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the material lies: training pairs, and the letters with the archive of moties."""

    data: Path
    letters: Path


def parallel(folders: Folders) -> dict[str, Texts]:
    """All Dutch and English pairs by source, the glossary among them."""
    found: dict[str, Texts] = {name: sources.parallel(folders.data, name) for name in sources.PARALLEL}
    return found | {"glossary": sources.glossary()}


def count(folders: Folders, translated: dict[str, Texts], teacher_words: frozenset[str]) -> Counts:
    """Count the words of everything that is trained on; of the laws a third, since they repeat themselves."""
    dutch, english = (
        vocabulary.count_words(row[side] for rows in translated.values() for row in rows) for side in (0, 1)
    )
    in_translation = dutch.copy()
    dutch.update(vocabulary.count_words(_dutch_texts(folders)))
    for word in sorted(teacher_words):
        if dutch[word] + english[word] < _TEACHERS_WORD:
            english[word] = _TEACHERS_WORD - dutch[word]
    return Counts(dutch, in_translation, english)


def _dutch_texts(folders: Folders) -> Iterator[str]:
    yield from sources.subjects(folders.data)
    for exchange in sources.belgian(folders.data):
        yield from (exchange.title, exchange.question, exchange.answer)
    for motie in sources.moties(folders.letters):
        yield from (motie.subject, motie.grounds, motie.request)
    for _, passages in sources.law_sections(folders.data):
        yield from passages[::3]


def dutch_and_english_pairs(
    folders: Folders, translated: dict[str, Texts], left_out: frozenset[str], generator: np.random.Generator
) -> dict[str, Texts]:
    """All pairs by source. The moties in `left_out` are kept for evaluation."""
    found: dict[str, Texts] = {name: pairs.translations(rows) for name, rows in translated.items()}
    found["treaty passages"] = pairs.translated_passages(translated["treaties"], generator)
    found["titles"] = pairs.title_pairs(folders.data)
    belgian = sources.belgian(folders.data)
    found |= pairs.exchange_pairs(belgian, "belgian")
    found["belgian parts"] = pairs.numbered_pairs(belgian)
    found |= pairs.law_pairs(folders.data, generator)
    found |= pairs.motie_pairs(folders.letters, left_out)
    return found


def weighted(texts: dict[str, Texts], tokenizer: Tokenizer) -> list[Pairs]:
    """The pairs tokenised, each source with its weight and its run."""
    return [tokenised(name, rows, tokenizer, *WEIGHTS[name]) for name, rows in texts.items()]


def in_rough_english(listed: list[Pairs], counterparts: NDArray[np.int32], share: float) -> list[Pairs]:
    """The Dutch sources once more, with their questions and titles in English tokens, at `share` of their weight."""
    return [
        replace(
            source,
            name=f"{source.name} in rough English",
            left=Bags(counterparts[source.left.tokens], source.left.starts),
            weight=source.weight * share,
        )
        for source in listed
        if source.name.startswith(_ROUGH)
    ]
