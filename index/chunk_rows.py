"""Chunks and letters as rows of a database, and back."""

import functools
import hashlib
import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.codec import from_json, to_json
from corpus.types import Chunk, Context, Person, Span
from index.fields import ChunkTerms
from index.types import Field, LetterRecord, StoredChunk

# `first` and `count` are the positions of a letter's chunks, which lie together. The digests are of one letter's
# chunks and vectors in canonical order, so that a generation's digest needs only those of its letters.
SCHEMA = """
CREATE TABLE letter (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, reading TEXT NOT NULL, kind TEXT NOT NULL, date TEXT,
    first INTEGER NOT NULL, count INTEGER NOT NULL, record TEXT NOT NULL,
    chunks_digest TEXT NOT NULL, vectors_digest TEXT NOT NULL
);
CREATE TABLE letter_dossier (letter INTEGER NOT NULL, dossier TEXT NOT NULL);
CREATE TABLE person (number INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE);
CREATE TABLE letter_person (letter INTEGER NOT NULL, person INTEGER NOT NULL);
CREATE TABLE chunk_person (position INTEGER NOT NULL, person INTEGER NOT NULL);
CREATE TABLE chunk (
    position INTEGER PRIMARY KEY, letter INTEGER NOT NULL, id TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, page INTEGER, page_end INTEGER, in_notes INTEGER NOT NULL,
    text TEXT NOT NULL, context TEXT NOT NULL, sentences BLOB NOT NULL, notes BLOB NOT NULL,
    sentence_terms TEXT NOT NULL, note_terms TEXT NOT NULL, context_terms TEXT NOT NULL, name_terms TEXT NOT NULL
);
"""
INDEXES = """
CREATE INDEX letter_by_id ON letter (id);
CREATE INDEX letter_by_dossier ON letter_dossier (dossier);
CREATE INDEX letter_by_person ON letter_person (person);
CREATE INDEX chunk_by_person ON chunk_person (person);
CREATE INDEX person_by_chunk ON chunk_person (position);
"""


@dataclass(frozen=True, slots=True)
class ChunkEntry:
    """A chunk with what is searched of it and the people who are named in it."""

    chunk: Chunk
    terms: ChunkTerms
    people: tuple[Person, ...]


def letter_row(number: int, first: int, record: LetterRecord, chunks: Sequence[Chunk]) -> tuple[object, ...]:
    """The values of all columns of `letter` but the last, in the order of the schema."""
    metadata = record.metadata
    date = metadata.date.isoformat() if metadata.date else None
    kind = metadata.kind.value
    return (number, record.id, record.reading, kind, date, first, len(chunks), as_json(record), _digest(chunks))


def chunk_row(position: int, letter: int, entry: ChunkEntry) -> tuple[object, ...]:
    """The values of all columns of `chunk`, in the order of the schema."""
    chunk, terms = entry.chunk, entry.terms
    return (
        position,
        letter,
        chunk.id,
        chunk.start,
        chunk.end,
        chunk.page,
        chunk.page_end,
        int(chunk.in_notes),
        chunk.text,
        as_json(chunk.context),
        array("I", [edge for span in chunk.sentences for edge in (span.start, span.end)]).tobytes(),
        array("I", chunk.notes).tobytes(),
        "\n".join(" ".join(sentence) for sentence in terms.sentences),
        " ".join(terms.notes),
        " ".join(terms.context),
        " ".join(terms.names),
    )


def stored_chunk(row: tuple[Any, ...], letter: LetterRecord, vocabulary: dict[str, str]) -> StoredChunk:
    """The chunk of a row: all columns of `chunk` but `note_terms` and `name_terms`.

    `vocabulary` holds each term once, so that many chunks in memory share them; it grows with the terms met.
    """
    position, _, chunk_id, start, end, page, page_end, in_notes, text, context, sentences, notes, terms, about = row
    spans = _numbers(sentences)
    chunk = Chunk(
        chunk_id,
        letter.id,
        start,
        end,
        text,
        page,
        page_end,
        from_json(Context, json.loads(context)),
        tuple(map(Span, spans[::2], spans[1::2])),
        tuple(_numbers(notes)),
        bool(in_notes),
    )
    by_sentence = tuple(_shared(line.split(), vocabulary) for line in terms.split("\n")) if spans else ()
    return StoredChunk(position, chunk, letter, by_sentence, _shared(about.split(), vocabulary))


def _shared(terms: list[str], vocabulary: dict[str, str]) -> tuple[str, ...]:
    return tuple(map(vocabulary.setdefault, terms, terms))


def _numbers(blob: bytes) -> list[int]:
    numbers = array("I")
    numbers.frombytes(blob)
    return numbers.tolist()


def search_terms(sentences: str, notes: str, context: str, names: str) -> dict[Field, list[str]]:
    """The terms of each field, from the columns `sentence_terms`, `note_terms`, `context_terms` and `name_terms`."""
    return {
        Field.BODY: [*sentences.split(), *notes.split()],
        Field.CONTEXT: context.split(),
        Field.NAMES: names.split(),
    }


def canonical(chunks: Iterable[Chunk]) -> list[Chunk]:
    """The chunks of one letter in the order in which they are kept: the body's before the notes', then by start."""
    return sorted(chunks, key=lambda chunk: (chunk.in_notes, chunk.start, chunk.id))


def _digest(chunks: Sequence[Chunk]) -> str:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(as_json(chunk).encode())
        digest.update(b"\n")
    return digest.hexdigest()


def as_json(value: object) -> str:
    """The JSON text of a value that `corpus.codec` knows, always the same for equal values."""
    return json.dumps(to_json(value), sort_keys=True, separators=(",", ":"))


# One generation after another holds nearly the same letters; reading 6,000 records takes a quarter of a second.
@functools.lru_cache(maxsize=1 << 16)
def letter_record(text: str) -> LetterRecord:
    """The record of the column `letter.record`."""
    return from_json(LetterRecord, json.loads(text))


def person_record(text: str) -> Person:
    """The person of the column `person.record`."""
    return from_json(Person, json.loads(text))
