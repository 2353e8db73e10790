"""Making a new generation from the letters, in a folder of its own beside the generation that serves.

What has not changed is taken over from the generation before: a letter's chunks with their terms, and the vector of
every chunk that says the same. No file is shared with it, though: one that two generations held together would take
both along when it is damaged.
"""

import contextlib
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.chunks import CHUNKS_VERSION, cut
from corpus.commitments import COMMITMENTS_VERSION, recognise
from corpus.errors import CorpusError
from corpus.relations import RELATIONS_VERSION, relate
from corpus.types import Letter
from index.analysis import ABBREVIATIONS_VERSION, find_abbreviations
from index.chunk_rows import ChunkEntry, canonical
from index.chunk_store import chunk_terms
from index.chunk_writer import ChunkWriter, Placed
from index.commitments import CommitmentWriter
from index.dense import write_vectors
from index.durable import size_of
from index.embed import Embedding, vectors_digest
from index.fields import FIELDS_VERSION, Analysis, LetterFields
from index.fingerprint import FORMS_VERSION, fingerprint
from index.form_store import FormWriter
from index.generation import CHUNKS_FILE, COMMITMENTS_FILE, FORMS_FILE, LEXICAL_FOLDER, VECTORS_FILE, Generation
from index.lexical import add_documents
from index.plan import Letters, Plan
from index.register import REGISTER_VERSION
from index.report import FailedLetter, Progress
from index.space import writing_file
from index.types import Abbreviation, Encoder, LetterRecord, Manifest, Vectors

# Measured on real letters; a chunk besides its vector.
_BYTES_PER_CHUNK = 6_000
_CHUNKS_PER_LETTER = 4

NEW_GENERATION = "a new generation"
"""What a build calls its work when there is no space for it."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How letters become a generation."""

    encoder: Encoder
    analysis: Analysis

    @property
    def versions(self) -> dict[str, str]:
        """The versions of what decides how a generation is searched, but for the encoder."""
        return {
            "abbreviations": ABBREVIATIONS_VERSION,
            "analysis": self.analysis.version,
            "chunks": CHUNKS_VERSION,
            "commitments": COMMITMENTS_VERSION,
            "fields": FIELDS_VERSION,
            "forms": FORMS_VERSION,
            "register": REGISTER_VERSION,
            "relations": RELATIONS_VERSION,
        }


@dataclass(frozen=True, slots=True)
class Before:
    """The generation to build on, and its folder."""

    generation: Generation
    folder: Path


@dataclass(frozen=True, slots=True)
class Made:
    """What was put into the folder. `manifest` is None when nothing would differ from the generation before."""

    manifest: Manifest | None
    embedded: int
    failed: tuple[FailedLetter, ...]


class Stopwatch:
    """How many seconds each step took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextlib.contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time what happens inside."""
        began = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class _Cutting:
    """Where the parts of a letter go."""

    chunks: ChunkWriter
    commitments: CommitmentWriter
    forms: FormWriter
    embedding: Embedding


class Draft:
    """A generation in the making; used once."""

    def __init__(self, folder: Path, recipe: Recipe, before: Before | None, watch: Stopwatch) -> None:
        """Begin in a folder that is there and empty."""
        self._folder = folder
        self._recipe = recipe
        self._before = before
        self._watch = watch
        self._failed: list[FailedLetter] = []
        self._needed = 0
        self._records: dict[str, LetterRecord] = {}

    def make(self, letters: Letters, plan: Plan, progress: Progress, *, anyway: bool) -> Made:
        """Carry out a plan, `anyway` also when that changes nothing; raises `DiskFull`."""
        self._needed = space_needed(self._before, plan, self._recipe.encoder.dimensions)
        embedding = Embedding(self._recipe.encoder)
        with (
            contextlib.closing(ChunkWriter(self._folder / CHUNKS_FILE)) as writer,
            contextlib.closing(CommitmentWriter(self._folder / COMMITMENTS_FILE)) as promised,
            contextlib.closing(FormWriter(self._folder / FORMS_FILE)) as forms,
        ):
            cutting = _Cutting(writer, promised, forms, embedding)
            with self._step("carry", CHUNKS_FILE):
                carried = self._carry(cutting, plan)
            with self._step("cut", CHUNKS_FILE):
                placed = self._cut(letters, plan, cutting, progress)
            if not placed and not plan.removed and not plan.changed and not anyway:
                return Made(None, 0, tuple(self._failed))
            with self._step("encode", VECTORS_FILE):
                vectors = embedding.finish()
                for place in placed.values():
                    first = place.first - len(carried)
                    writer.seal_vectors(place, vectors_digest(vectors[first : first + place.count]))
                self._write_vectors(carried, vectors)
            with self._step("close", CHUNKS_FILE):
                digests = writer.finish()
            with self._step("register", COMMITMENTS_FILE):
                promised.finish(self._records)
            with self._step("forms", FORMS_FILE):
                forms.finish(self._records)
        with self._step("terms", LEXICAL_FOLDER):
            self._write_terms(len(carried))
        readings = {**plan.kept, **{letter_id: plan.cut[letter_id] for letter_id in placed}}
        encoder, versions = self._recipe.encoder, self._recipe.versions
        revisions = {letter_id: made for letter_id, made in plan.revisions.items() if letter_id in readings}
        manifest = Manifest(
            readings, writer.count, *digests, encoder.name, encoder.dimensions, versions, revisions=revisions
        )
        return Made(manifest, embedding.encoded, tuple(self._failed))

    def _carry(self, cutting: _Cutting, plan: Plan) -> NDArray[np.int64]:
        if self._before is None or not plan.kept:
            return np.empty(0, dtype=np.int64)
        self._records.update({letter_id: self._before.generation.letters[letter_id] for letter_id in plan.kept})
        cutting.commitments.carry(self._before.folder / COMMITMENTS_FILE, plan.kept.keys())
        cutting.forms.carry(self._before.folder / FORMS_FILE, plan.kept.keys())
        return cutting.chunks.carry(self._before.folder / CHUNKS_FILE, plan.kept.keys())

    def _cut(self, letters: Letters, plan: Plan, cutting: _Cutting, progress: Progress) -> dict[str, Placed]:
        placed = {}
        for done, (letter_id, reading) in enumerate(plan.cut.items(), start=1):
            try:
                letter = letters.load(letter_id, reading or None)
            except CorpusError as problem:
                self._failed.append(FailedLetter(letter_id, str(problem)))
                continue
            entries = _entries(letter, self._recipe.analysis)
            known = self._known_vectors(letter_id)
            for entry in entries:
                cutting.embedding.add(entry.chunk, known.get(entry.chunk.id))
            record = self._records[letter_id] = _record(letter, reading)
            placed[letter_id] = cutting.chunks.add(record, entries)
            cutting.commitments.add(letter_id, recognise(letter))
            cutting.forms.add(letter_id, fingerprint(letter))
            progress(done, len(plan.cut))
        return placed

    def _known_vectors(self, letter_id: str) -> dict[str, Vectors]:
        """The vectors of a letter's chunks in the generation before, by id; an id stands for all that is encoded."""
        if self._before is None:
            return {}
        generation, encoder = self._before.generation, self._recipe.encoder
        manifest = generation.info.manifest
        if (manifest.encoder, manifest.versions.get("fields")) != (encoder.name, FIELDS_VERSION):
            return {}
        positions = generation.chunks.positions_of(letter_id)
        return {chunk_id: generation.vectors[position] for chunk_id, position in positions.items()}

    def _write_vectors(self, carried: NDArray[np.int64], new: Vectors) -> None:
        if self._before is not None and len(carried):
            new = np.concatenate([self._before.generation.vectors[carried], new])
        write_vectors(self._folder / VECTORS_FILE, new)

    def _write_terms(self, carried: int) -> None:
        """Add the new chunks to the terms that were there; begin anew where some chunks must leave."""
        folder = self._folder / LEXICAL_FOLDER
        if self._before is not None and 0 < carried == self._before.generation.chunks.count:
            shutil.copytree(self._before.folder / LEXICAL_FOLDER, folder)
        else:
            carried = 0
        add_documents(folder, chunk_terms(self._folder / CHUNKS_FILE, first=carried))

    @contextlib.contextmanager
    def _step(self, name: str, file: str) -> Iterator[None]:
        with self._watch.step(name), writing_file(self._folder / file, NEW_GENERATION, self._needed):
            yield


def _entries(letter: Letter, analysis: Analysis) -> list[ChunkEntry]:
    fields = LetterFields(letter, analysis)
    return [ChunkEntry(chunk, fields.terms(chunk), tuple(fields.people(chunk))) for chunk in canonical(cut(letter))]


def _record(letter: Letter, reading: str) -> LetterRecord:
    pages = None if any(page.number is None for page in letter.pages) else len(letter.pages)
    return LetterRecord(
        letter.id,
        letter.file,
        reading,
        pages,
        letter.metadata,
        relate(letter),
        letter.format,
        letter.textless_pages,
        tuple(Abbreviation(short, long) for short, long in find_abbreviations(letter.text)),
    )


def space_needed(before: Before | None, plan: Plan, dimensions: int) -> int:
    """About how many bytes the new generation takes; only to be told when there is no room."""
    known = len(before.generation.letters) if before else 0
    if before and known:
        return size_of(before.folder) * (len(plan.kept) + len(plan.cut)) // known
    return len(plan.cut) * _CHUNKS_PER_LETTER * (_BYTES_PER_CHUNK + 4 * dimensions)
