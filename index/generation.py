"""One generation, open for searching: chunks, vectors and terms of the same letters, checked against one another."""

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corpus.types import Person
from index.belonging import Belonging
from index.chunk_store import ChunkStore, PersonMatcher
from index.commitments import CommitmentStore
from index.dense import DenseIndex
from index.errors import DamagedGeneration, UnsupportedLayout
from index.form_store import read_forms
from index.lexical import LexicalIndex
from index.seal import Check, Seal, problems_of, read_manifest, read_seal
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

CHUNKS_FILE = "chunks.sqlite"
VECTORS_FILE = "vectors.faiss"
LEXICAL_FOLDER = "lexical"
COMMITMENTS_FILE = "commitments.sqlite"
FORMS_FILE = "forms.sqlite"


class Generation:
    """One generation, open for reading by many threads. Nothing in it changes, also when its folder is removed.

    Every method raises `DamagedGeneration` when it meets what cannot be read.
    """

    def __init__(self, folder: Path, check: Check, person_matches: PersonMatcher, *, current: bool) -> None:
        """Check and open the generation in a folder; raises `DamagedGeneration`, `UnsupportedLayout`."""
        sealed, manifest = checked(folder, check)
        self._folder = folder
        self._info = GenerationInfo(sealed.number, sealed.created, manifest, current)
        with self._reading():
            self._chunks = ChunkStore(folder / CHUNKS_FILE, person_matches)
            self._dense = DenseIndex(folder / VECTORS_FILE)
            self._lexical = LexicalIndex(folder / LEXICAL_FOLDER)
            # A generation made before promises were recognised is searched as ever; it only knows of none.
            known = COMMITMENTS_FILE in sealed.files
            self._commitments = CommitmentStore(folder / COMMITMENTS_FILE) if known else None
            self._forms = read_forms(folder / FORMS_FILE) if FORMS_FILE in sealed.files else Forms()
        counts = {manifest.chunk_count, self._chunks.count, self._dense.count, self._lexical.count}
        if len(counts) > 1:
            raise DamagedGeneration(f"{folder} does not fit together: it holds {sorted(counts)} chunks")

    @property
    def info(self) -> GenerationInfo:
        """Which generation this is; `current` says whether it was opened as the one in force."""
        return self._info

    @property
    def letters(self) -> Mapping[str, LetterRecord]:
        """All letters by id."""
        with self._reading():
            return self._chunks.letters

    @property
    def belonging(self) -> Belonging:
        """Who belongs to which party, by all letters together."""
        with self._reading():
            return self._chunks.belonging

    @property
    def chunks(self) -> ChunkStore:
        """The chunks by themselves, for building on them."""
        return self._chunks

    @property
    def vectors(self) -> Vectors:
        """The vectors of all chunks by position, (chunks, dimensions), for reading only."""
        return self._dense.vectors

    @property
    def commitments(self) -> list[StoredCommitment]:
        """All promises and mentions of moties, by letter; raises `UnsupportedLayout` where none were recognised yet."""
        if self._commitments is None:
            raise UnsupportedLayout(
                f"generation {self._info.number} was built before promises were recognised: run `vraagbaak build`"
            )
        return self._commitments.all(self._chunks.letters)

    @property
    def forms(self) -> Forms:
        """Which letters are forms or versions of one another."""
        return self._forms

    def replaced_by(self, letter_id: str) -> LetterRecord | None:
        """The newest version of a letter that was replaced, None where it was not (or is not held)."""
        newest = self._forms.newest(letter_id)
        return self.letters[newest] if newest is not None else None

    def search_lexical(
        self, field: Field, terms: Sequence[Term], limit: int, filters: Filters | None = None
    ) -> list[Hit]:
        """The best `limit` chunks by BM25 over one field, best first; equal scores by position."""
        with self._reading():
            return self._lexical.search(field, terms, limit, self._chunks.allowed(filters))

    def search_dense(self, vector: Vectors, limit: int, filters: Filters | None = None) -> list[Hit]:
        """The best `limit` chunks by dot product with a (dimensions,) float32 vector, best first; ties by position."""
        with self._reading():
            return self._dense.search(vector, limit, self._chunks.allowed(filters))

    def document_frequencies(self, field: Field, terms: Sequence[str]) -> list[int]:
        """In how many chunks each term stands in this field, in the order asked."""
        with self._reading():
            return self._lexical.document_frequencies(field, terms)

    def count_undated(self, filters: Filters) -> int:
        """How many letters a date filter leaves out because they have no date; 0 without a date filter."""
        with self._reading():
            return self._chunks.count_undated(filters)

    def fetch(self, positions: Sequence[int]) -> list[StoredChunk]:
        """The chunks at these positions, in the order asked; raises `IndexError` for one that there is not."""
        with self._reading():
            return self._chunks.fetch(positions)

    def people_in(self, positions: Sequence[int]) -> list[tuple[Person, ...]]:
        """The people of each chunk's letter who are named in the chunk, in the order asked."""
        with self._reading():
            return self._chunks.people_in(positions)

    def places_of(self, letter_id: str) -> list[ChunkPlace]:
        """Where the chunks of a letter stand, by position; none of a letter that is not held."""
        with self._reading():
            return self._chunks.places_of(letter_id)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """Tell damage that only shows when a file is read, after a check of sizes alone, from other trouble."""
        try:
            yield
        except (OSError, ValueError, RuntimeError, sqlite3.Error) as wrong:
            raise DamagedGeneration(f"{self._folder} cannot be read: {wrong}; run `vraagbaak verify`") from wrong


def checked(folder: Path, check: Check) -> tuple[Seal, Manifest]:
    """The seal and manifest of a generation whose files are as they were written.

    Raises `DamagedGeneration` that names the first file that is not, and `UnsupportedLayout`.
    """
    sealed = read_seal(folder)
    for problem in problems_of(folder, sealed, check):
        raise DamagedGeneration(problem)
    return sealed, read_manifest(folder)
