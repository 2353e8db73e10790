"""Pairs of texts that belong together, made from each source, as bags of tokens."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from . import sources
from .bags import Bags, bag
from .sources import Exchange

_SENTENCE_END = re.compile(r"(?<=[.?!;:])\s+(?=[A-Z0-9«“‘\"])")
_NUMBER = re.compile(r"(?:^|(?<=[.?!:;)\s]))(\d{1,2})[.)]\s*(?=[A-Za-z(«“\"])")
_GENERIC = 3  # a subject that more documents share than this says nothing ("Voorstel van wet")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Left and right texts, row by row; texts with equal keys are never negatives of each other.

    `weight` is the share of the batches that this source gets. A batch is made of runs of `run` neighbouring rows:
    they are about one subject and so the hardest to tell apart.
    """

    name: str
    left: Bags
    right: Bags
    left_keys: NDArray[np.int64]
    right_keys: NDArray[np.int64]
    weight: float
    run: int = 1

    def __len__(self) -> int:
        """The number of pairs."""
        return len(self.left)


Texts = Sequence[tuple[str, str]]


def key(text: str) -> int:
    """A 63-bit number for a text, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(text.lower().encode(), digest_size=8).digest(), "big") >> 1


def tokenised(name: str, texts: Texts, tokenizer: Tokenizer, weight: float, run: int = 1) -> Pairs:
    """The pairs with both sides tokenised; pairs with an empty side and repeated pairs are left out."""
    kept = [pair for pair in dict.fromkeys(texts) if all(pair)]
    left, right = ([pair[side] for pair in kept] for side in (0, 1))
    keys = [np.array([key(text) for text in side], dtype=np.int64) for side in (left, right)]
    return Pairs(name, bag(tokenizer, left), bag(tokenizer, right), keys[0], keys[1], weight, run)


def translations(rows: Texts) -> list[tuple[str, str]]:
    """English → Dutch."""
    return [(english, dutch) for dutch, english in rows]


def translated_passages(rows: Texts, generator: np.random.Generator) -> list[tuple[str, str]]:
    """An English sentence → the Dutch passage around its translation: two to eight neighbouring lines of a treaty."""
    pairs = []
    for position, (_, english) in enumerate(rows):
        if len(english) < 40:
            continue
        before, after = int(generator.integers(0, 4)), int(generator.integers(1, 5))
        passage = " ".join(dutch for dutch, _ in rows[max(0, position - before) : position + after + 1])
        pairs.append((english, passage))
    return pairs


def _sentence_and_rest(passage: str, generator: np.random.Generator) -> tuple[str, str]:
    sentences = _SENTENCE_END.split(passage)
    chosen = int(generator.integers(len(sentences)))
    rest = " ".join(sentences[:chosen] + sentences[chosen + 1 :])
    return (sentences[chosen], rest) if len(sentences[chosen]) > 30 and len(rest) > 100 else ("", "")


def law_pairs(folder: Path, generator: np.random.Generator) -> dict[str, list[tuple[str, str]]]:
    """A law's title → a passage of it, a passage → the next one, a sentence → the rest of its passage."""
    found: dict[str, list[tuple[str, str]]] = {"law titles": [], "law neighbours": [], "law sentences": []}
    for title, passages in sources.law_sections(folder):
        chosen = generator.permutation(len(passages))[:3]
        found["law titles"] += [(title, passages[row]) for row in chosen]
        found["law neighbours"] += list(pairwise(passages))
        found["law sentences"] += [_sentence_and_rest(passage, generator) for passage in passages]
    return found


def title_pairs(folder: Path) -> list[tuple[str, str]]:
    """Dossier title → subject, without the subjects that very many documents share."""
    rows = sources.titles(folder)
    counts: dict[str, int] = {}
    for _, subject in rows:
        counts[subject] = counts.get(subject, 0) + 1
    return [row for row in rows if counts[row[1]] <= _GENERIC]


def exchange_pairs(exchanges: Iterable[Exchange], prefix: str) -> dict[str, list[tuple[str, str]]]:
    """Question → answer, title → answer, title → question."""
    listed = list(exchanges)
    return {
        f"{prefix} question-answer": [(row.question, row.answer) for row in listed],
        f"{prefix} title-answer": [(row.title, row.answer) for row in listed],
        f"{prefix} title-question": [(row.title, row.question) for row in listed],
    }


def numbered_pairs(exchanges: Iterable[Exchange]) -> list[tuple[str, str]]:
    """Each numbered question → the answer of the same number, where a document has as many answers as questions.

    Neighbours come from one document: only what is asked tells them apart, not the subject.
    """
    pairs: list[tuple[str, str]] = []
    for exchange in exchanges:
        questions, answered = _numbered(exchange.question), _numbered(exchange.answer)
        if len(questions) > 1 and len(questions) == len(answered):
            pairs += zip(questions, answered, strict=True)
    return [(question, answer) for question, answer in pairs if len(question) > 20 and len(answer) > 20]


def _numbered(text: str) -> list[str]:
    """What stands behind the numbers 1, 2, 3 … of a text, in that order."""
    marks: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(text):
        if int(mark[1]) == len(marks) + 1:
            marks.append(mark)
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    return [text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]


def motie_pairs(letters: Path, left_out: frozenset[str]) -> dict[str, list[tuple[str, str]]]:
    """Subject → text of a motie, grounds → request; the moties in `left_out` are for evaluation."""
    kept = [motie for motie in sources.moties(letters) if motie.identifier not in left_out]
    return {
        "motie subject-text": [(_about(motie.subject), f"{motie.grounds} {motie.request}") for motie in kept],
        "motie grounds-request": [(motie.grounds, motie.request) for motie in kept],
    }


def _about(subject: str) -> str:
    """What a motie is about, without who moved it: those names stand in its text too and teach nothing."""
    return subject.partition(" over ")[2] or subject
