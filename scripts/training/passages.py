"""Finding the passage that answers a written question, by the encoder alone, among the chunks of all letters."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.chunks import cut
from corpus.errors import CorpusError
from corpus.letter import read_letter
from corpus.readers.source import SourceFile, walk
from corpus.types import Chunk

from .bm25 import Bm25
from .measures import Encode
from .sources import json_lines

_DEPTHS = (1, 5)
_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"(\w)-\s*\n(\w)")

Trigrams = frozenset[tuple[str, ...]]


class Passages:
    """The chunks of all letters, and which of them answer each question.

    A chunk answers when it comes from the named document and holds at least half of the word trigrams of a quote; a
    question for a motie is answered by any chunk of it.
    """

    def __init__(self, gold: Path, letters: Path) -> None:
        chunks = list(_chunks(letters))
        self._texts = [_with_context(chunk) for _, chunk in chunks]
        self._lexical = Bm25(self._texts)
        self._of_file: dict[str, list[int]] = defaultdict(list)
        for position, (file, _) in enumerate(chunks):
            self._of_file[file].append(position)
        self._trigrams = [trigrams(chunk.text) for _, chunk in chunks]
        self._asked = {name: list(self._answered(gold / f"{name}.jsonl")) for name in ("questions", "motions")}

    def measure(self, encode: Encode) -> dict[str, float]:
        """The share of questions of a language with an answering chunk among the first 1 and 5.

        Of Dutch questions also for the sum of the cosine and BM25 divided by its highest score.
        """
        vectors = encode(self._texts)
        figures: dict[str, float] = {}
        for name, asked in self._asked.items():
            for language in ("nl", "en"):
                questions = [question for spoken, question, _ in asked if spoken == language]
                right = [chunks for spoken, _, chunks in asked if spoken == language]
                dense = encode(questions) @ vectors.T
                figures |= _hits(f"{name} {language}", dense, right)
                if language == "nl":
                    figures |= _hits(f"{name} {language} + bm25", dense + self._lexical.scores(questions), right)
        return figures

    def _answered(self, path: Path) -> Iterator[tuple[str, str, list[int]]]:
        for row in json_lines(path):
            right = self._right(row)
            if row.get("answers") != []:
                yield row["lang"], row["question"], right

    def _right(self, row: dict[str, Any]) -> list[int]:
        if "doc" in row:
            return [position for document in (row["doc"], *row["also"]) for position in self._positions(document)]
        return [
            position
            for answer in row["answers"]
            for position in self._positions(answer["doc"])
            if 2 * len((quote := trigrams(answer["quote"])) & self._trigrams[position]) >= len(quote)
        ]

    def _positions(self, document: str) -> list[int]:
        return self._of_file.get(document) or self._of_file.get(f"{document}.xml") or []


def trigrams(text: str) -> Trigrams:
    """The word trigrams of a text, line-end hyphens joined."""
    words = _WORD.findall(_BROKEN.sub(r"\1\2", text).lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _hits(name: str, scores: NDArray[np.float32], right: list[list[int]]) -> dict[str, float]:
    before = np.array([_better(row, chunks) for row, chunks in zip(scores, right, strict=True)])
    return {f"{name} hit@{depth}": float((before < depth).mean()) for depth in _DEPTHS}


def _better(scores: NDArray[np.float32], right: list[int]) -> int:
    return int((scores > scores[right].max()).sum()) if right else len(scores)


def _chunks(letters: Path) -> Iterator[tuple[str, Chunk]]:
    for source in walk([letters]):
        if not isinstance(source, SourceFile):
            continue
        try:
            letter = read_letter(source.load(), source.name)
        except CorpusError:
            continue
        for chunk in cut(letter):
            yield Path(source.name).name, chunk


def _with_context(chunk: Chunk) -> str:
    return f"{chunk.context.title}\n{chunk.context.question}\n{chunk.text}"
