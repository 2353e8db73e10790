"""Stand-ins for the index and the encoder, so that ranking and answering are tested without files or a model."""

import datetime
import math
from collections.abc import Mapping, Sequence

import numpy as np

from corpus.chunks import cut
from corpus.commitments import recognise
from corpus.types import Letter, Person
from index.analysis import analyse, names
from index.belonging import Belonging
from index.fields import named_in
from index.types import (
    ChunkPlace,
    Field,
    Filters,
    Forms,
    GenerationInfo,
    Hit,
    LetterRecord,
    Manifest,
    StoredChunk,
    StoredCommitment,
    Term,
    Vectors,
)

_DIMENSIONS = 64


class HashEncoder:
    """Gives each word a fixed random direction: texts that share words are near each other."""

    name = "hash"
    dimensions = _DIMENSIONS

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(n, 64) float32, unit rows."""
        rows = np.zeros((len(texts), _DIMENSIONS), dtype=np.float32)
        for position, text in enumerate(texts):
            for term in analyse(text):
                seed = int.from_bytes(term.encode()[:8].ljust(8, b"\0"), "little")
                rows[position] += np.random.default_rng(seed).standard_normal(_DIMENSIONS).astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Vectors = np.divide(rows, lengths, out=rows, where=lengths > 0)
        return unit


class MemoryIndex:
    """A generation in memory: term overlap weighed by rarity, and plain dot products."""

    def __init__(self, letters: Sequence[Letter], number: int = 1) -> None:
        self._encoder = HashEncoder()
        records = {letter.id: _record(letter) for letter in letters}
        chunks = [(letter, chunk) for letter in letters for chunk in cut(letter)]
        self._stored = [
            StoredChunk(
                position,
                chunk,
                records[letter.id],
                tuple(
                    tuple(analyse(chunk.text[span.start - chunk.start : span.end - chunk.start]))
                    for span in chunk.sentences
                ),
                tuple(analyse(" ".join((chunk.context.title, *chunk.context.headings, chunk.context.question)))),
            )
            for position, (letter, chunk) in enumerate(chunks)
        ]
        self._records = records
        self._vectors = self._encoder.encode([stored.chunk.text for stored in self._stored])
        self._number = number
        self._letters = letters

    @property
    def info(self) -> GenerationInfo:
        """The generation's number, with a manifest that holds its counts."""
        manifest = Manifest(dict.fromkeys(self._records, "1"), len(self._stored), "", "", "hash", _DIMENSIONS, {})
        return GenerationInfo(self._number, datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC), manifest, current=True)

    @property
    def letters(self) -> Mapping[str, LetterRecord]:
        """All letters by id."""
        return self._records

    @property
    def belonging(self) -> Belonging:
        """Who belongs to which party."""
        return Belonging(self._records.values())

    @property
    def commitments(self) -> list[StoredCommitment]:
        """What is recognised in the letters, each an entry of its own."""
        return [
            StoredCommitment(f"{letter.id} {made.start}", self._records[letter.id], made)
            for letter in self._letters
            for made in recognise(letter)
        ]

    @property
    def forms(self) -> Forms:
        """No letter has another form."""
        return Forms()

    def replaced_by(self, letter_id: str) -> LetterRecord | None:
        """No letter was replaced."""
        return None

    def search_lexical(
        self, field: Field, terms: Sequence[Term], limit: int, filters: Filters | None = None
    ) -> list[Hit]:
        """Hits by the rarity of shared terms."""
        rarity = self._rarity(field, terms)
        hits = []
        for stored in self._stored:
            held = set(self._terms(field, stored))
            score = sum(term.weight * rarity[term.text] for term in terms if term.text in held)
            if score > 0 and self._allowed(stored, filters):
                hits.append(Hit(stored.position, score))
        return sorted(hits, key=lambda hit: (-hit.score, hit.position))[:limit]

    def search_dense(self, vector: Vectors, limit: int, filters: Filters | None = None) -> list[Hit]:
        """Hits by dot product."""
        scores = self._vectors @ vector
        hits = [
            Hit(stored.position, float(scores[stored.position]))
            for stored in self._stored
            if self._allowed(stored, filters)
        ]
        return sorted(hits, key=lambda hit: (-hit.score, hit.position))[:limit]

    def document_frequencies(self, field: Field, terms: Sequence[str]) -> list[int]:
        """In how many chunks each term stands."""
        held = [set(self._terms(field, stored)) for stored in self._stored]
        return [sum(term in terms_of_chunk for terms_of_chunk in held) for term in terms]

    def count_undated(self, filters: Filters) -> int:
        """Letters without a date, under a date filter."""
        if filters.date_from is None and filters.date_to is None:
            return 0
        return sum(record.metadata.date is None for record in self._records.values())

    def people_in(self, positions: Sequence[int]) -> list[tuple[Person, ...]]:
        """The people of its letter whose names stand in each chunk."""
        chunks = [self._stored[position] for position in positions]
        return [tuple(named_in(each.chunk.text, each.letter.metadata.people)) for each in chunks]

    def fetch(self, positions: Sequence[int]) -> list[StoredChunk]:
        """The chunks in the order asked."""
        return [self._stored[position] for position in positions]

    def places_of(self, letter_id: str) -> list[ChunkPlace]:
        """Where the chunks of a letter stand."""
        return [
            ChunkPlace(stored.position, stored.chunk.start, stored.chunk.end, stored.chunk.in_notes)
            for stored in self._stored
            if stored.letter.id == letter_id
        ]

    def _rarity(self, field: Field, terms: Sequence[Term]) -> dict[str, float]:
        frequencies = self.document_frequencies(field, [term.text for term in terms])
        count = len(self._stored)
        return {
            term.text: math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))
            for term, frequency in zip(terms, frequencies, strict=True)
        }

    @staticmethod
    def _terms(field: Field, stored: StoredChunk) -> Sequence[str]:
        if field is Field.BODY:
            return [term for terms in stored.terms for term in terms]
        return stored.context_terms if field is Field.CONTEXT else names(stored.chunk.text)

    @staticmethod
    def _allowed(stored: StoredChunk, filters: Filters | None) -> bool:
        metadata = stored.letter.metadata
        if filters is None:
            return True
        if filters.date_from and (metadata.date is None or metadata.date < filters.date_from):
            return False
        if filters.date_to and (metadata.date is None or metadata.date > filters.date_to):
            return False
        return not filters.kinds or metadata.kind in filters.kinds


class MemoryLibrary:
    """Hands out one generation."""

    def __init__(self, generation: MemoryIndex) -> None:
        self.generation = generation

    def current(self) -> MemoryIndex:
        """The generation in force."""
        return self.generation


class MemoryLetters:
    """Hands out letters from memory."""

    def __init__(self, letters: Sequence[Letter]) -> None:
        self._letters = {letter.id: letter for letter in letters}

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """One letter."""
        return self._letters[letter_id]


def _record(letter: Letter) -> LetterRecord:
    pages = None if letter.pages[0].number is None else len(letter.pages)
    return LetterRecord(letter.id, letter.file, "1", pages, letter.metadata)
