"""The values of the search: filters, queries, hits, and the one interface behind which the index sits.

This module imports only the standard library, numpy's types and `corpus.types`.
"""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.types import Chunk, Commitment, Format, Kind, Metadata, Person, Relation

Vectors: TypeAlias = NDArray[np.float32]

Edition: TypeAlias = tuple[int, frozenset[str]]
"""What all that is made of the letters that are shown is kept by: others are shown when it differs."""


class Encoder(Protocol):
    """Turns texts into vectors; the only door to a model."""

    @property
    def name(self) -> str:
        """What a generation's manifest records: the model's name and the digest of its weights."""
        ...

    @property
    def dimensions(self) -> int:
        """The number of columns that `encode` returns."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode n texts: (n, dimensions) float32, each row of unit length, a text without known words all zeros."""
        ...


class Field(StrEnum):
    """The parts of a chunk that the lexical leg searches apart."""

    BODY = "body"  # the chunk's text with the notes anchored in it
    CONTEXT = "context"  # title, headings, question, speaker, anchor
    NAMES = "names"  # people, parties, references and numbers, folded but not stemmed


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; an empty filter lets everything pass.

    Dates are inclusive; a letter without a date is left out as soon as one of them is set. `person` matches sender,
    receiver, proposer, questioner, and anyone named in the passage; `sender` only who wrote the document: sender,
    proposer, questioner. `ministry` is a full name and also means those that it followed. `party`, as the Kamer writes
    it, means documents by its members, or by those of a group that it is part of, and passages that name one;
    `by_party` those documents alone. `dossier` is in normal form ("36200-XV"). `letters` are ids, and so are `without`:
    the letters to leave out.
    """

    kinds: frozenset[Kind] = frozenset()
    date_from: datetime.date | None = None
    date_to: datetime.date | None = None
    person: str = ""
    dossier: str = ""
    letters: frozenset[str] = frozenset()
    ministry: str = ""
    sender: str = ""
    party: str = ""
    by_party: str = ""
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Term:
    """One analysed term of a query and its weight (1 for a word as typed).

    `source` is the word of the question that the term stands for, folded: alternatives of one word share it, so that
    ranking can count how many of the question's words a passage covers.
    """

    text: str
    weight: float = 1.0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found by one leg: its position in the generation and that leg's score. Best first in a list."""

    position: int
    score: float


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for, as a letter writes both."""

    short: str
    long: str


@dataclass(frozen=True, slots=True)
class LetterRecord:
    """What a generation knows of one letter: enough to list, filter and cite it without opening the store.

    `relations` are the documents that it refers to, each once, by the first place where it does. `textless_pages` are
    the file pages on which no text was found, `abbreviations` those that it explains.
    """

    id: str
    file: str
    reading: str
    pages: int | None
    metadata: Metadata
    relations: tuple[Relation, ...] = ()
    format: Format = Format.TEXT
    textless_pages: tuple[int, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


@dataclass(frozen=True, slots=True)
class Forms:
    """Which letters of a generation are one letter in several forms, and which were replaced by a newer version.

    `groups` maps the id of a letter to the ids of all its forms, itself among them, the form to cite first; a letter in
    one form only stands in none. `replaced` maps the id of every form of an older version to the form to cite of the
    version that came directly after it.
    """

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replaced: Mapping[str, str] = field(default_factory=dict)

    def of(self, letter_id: str) -> tuple[str, ...]:
        """The ids of all forms of this letter, itself among them, the form to cite first."""
        return self.groups.get(letter_id, (letter_id,))

    def newest(self, letter_id: str) -> str | None:
        """The form to cite of the newest version of a letter that was replaced; None where it is the newest itself."""
        newer = self.replaced.get(letter_id)
        while newer is not None and newer in self.replaced:
            newer = self.replaced[newer]
        return newer


@dataclass(frozen=True, slots=True)
class StoredChunk:
    """A chunk as a generation holds it, with its position and its letter.

    `terms` are the index terms of each of the chunk's sentences, in their order, `context_terms` those of its context;
    both made when the generation was built, so that ranking need not analyse text again.
    """

    position: int
    chunk: Chunk
    letter: LetterRecord
    terms: tuple[tuple[str, ...], ...] = ()
    context_terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChunkPlace:
    """Where a chunk stands: its position in the generation, and its span in its letter's body, or notes."""

    position: int
    start: int
    end: int
    in_notes: bool


@dataclass(frozen=True, slots=True)
class StoredCommitment:
    """A promise or a mention of a motie as a generation holds it: its letter, and the entry that it belongs to.

    Mentions of the same promise or motie have the same `entry`.
    """

    entry: str
    letter: LetterRecord
    commitment: Commitment


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation was made of. Two builds of the same letters by the same version have equal manifests.

    `letters` maps a letter's id to the reading used, `revisions` those that people changed since to a digest of what
    they changed; `chunks_digest` is over the chunks in order,
    `vectors_digest` over the vectors rounded to 4 decimals in the same order.
    """

    letters: Mapping[str, str]
    chunk_count: int
    chunks_digest: str
    vectors_digest: str
    encoder: str
    dimensions: int
    versions: Mapping[str, str]
    revisions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GenerationInfo:
    """A generation on disk. `number` and `created` stand apart from the manifest.

    `withheld` are the letters in it that were removed since, and that are not shown any more.
    """

    number: int
    created: datetime.datetime
    manifest: Manifest
    current: bool
    withheld: frozenset[str] = frozenset()

    @property
    def edition(self) -> Edition:
        """Which letters are shown: those of this generation without those that were removed."""
        return self.number, self.withheld


class Belongings(Protocol):
    """Who belongs to which party, by all letters of a generation together."""

    def party(self, person: Person, day: datetime.date | None = None) -> str:
        """The party of a person on a day, "" where it is not known."""
        ...

    def parties(self, metadata: Metadata) -> tuple[str, ...]:
        """The parties of who wrote a document, each once."""
        ...


class SearchIndex(Protocol):
    """One generation, open for reading by many threads. The only thing that `qa` knows of the index.

    A method never sees another generation than the one that was opened; `Library.current()` hands out the one in
    force, and a reader that holds an older one keeps it whole.
    """

    @property
    def info(self) -> GenerationInfo:
        """Which generation this is."""
        ...

    @property
    def letters(self) -> Mapping[str, LetterRecord]:
        """All letters by id."""
        ...

    @property
    def belonging(self) -> "Belongings":
        """Who belongs to which party, by all letters together."""
        ...

    @property
    def commitments(self) -> Sequence["StoredCommitment"]:
        """All promises and mentions of moties, by letter; raises UnsupportedLayout where none were recognised."""
        ...

    @property
    def forms(self) -> Forms:
        """Which letters are forms or versions of one another."""
        ...

    def replaced_by(self, letter_id: str) -> LetterRecord | None:
        """The newest version of a letter that was replaced, None where it was not (or is not held)."""
        ...

    def search_lexical(
        self, field: Field, terms: Sequence[Term], limit: int, filters: Filters | None = None
    ) -> list[Hit]:
        """The best `limit` chunks by BM25 over one field, best first; equal scores by position."""
        ...

    def search_dense(self, vector: Vectors, limit: int, filters: Filters | None = None) -> list[Hit]:
        """The best `limit` chunks by dot product with a (dimensions,) float32 vector, best first; ties by position."""
        ...

    def document_frequencies(self, field: Field, terms: Sequence[str]) -> list[int]:
        """In how many chunks each term stands in this field, in the order asked."""
        ...

    def count_undated(self, filters: Filters) -> int:
        """How many letters a date filter leaves out because they have no date; 0 without a date filter."""
        ...

    def people_in(self, positions: Sequence[int]) -> list[tuple[Person, ...]]:
        """The people of each chunk's letter who are named in the chunk, in the order asked."""
        ...

    def fetch(self, positions: Sequence[int]) -> list[StoredChunk]:
        """The chunks at these positions, in the order asked."""
        ...

    def places_of(self, letter_id: str) -> Sequence[ChunkPlace]:
        """Where the chunks of a letter stand, by position; none of a letter that is not held."""
        ...
