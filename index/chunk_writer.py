"""Writing the file of chunks of a new generation: what stays from the one before, then what is new."""

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.types import Person
from index.chunk_rows import INDEXES, SCHEMA, ChunkEntry, as_json, chunk_row, letter_row
from index.fields import parties_to
from index.types import LetterRecord

# A letter keeps its number and its chunks their order; positions close up where letters between them have left.
_CARRY = (
    """
    INSERT INTO letter
    SELECT number, id, reading, kind, date, first - shift, count, record, chunks_digest, vectors_digest
    FROM before.letter JOIN staying USING (number)
    """,
    "INSERT INTO letter_dossier SELECT letter, dossier FROM before.letter_dossier JOIN staying ON letter = number",
    "INSERT INTO letter_person SELECT letter, person FROM before.letter_person JOIN staying ON letter = number",
    """
    INSERT INTO chunk_person
    SELECT position - shift, person
    FROM before.chunk_person JOIN before.chunk USING (position) JOIN staying ON letter = number
    """,
    """
    INSERT INTO chunk
    SELECT position - shift, letter, id, start, end, page, page_end, in_notes, text, context, sentences, notes,
           sentence_terms, note_terms, context_terms, name_terms
    FROM before.chunk CROSS JOIN staying ON letter = number ORDER BY position
    """,
    """
    INSERT INTO person
    SELECT * FROM before.person
    WHERE number IN (SELECT person FROM letter_person UNION SELECT person FROM chunk_person)
    """,
)
_INSERT_LETTER = "INSERT INTO letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')"
_INSERT_CHUNK = "INSERT INTO chunk VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a letter's chunks came to stand: `count` of them from position `first` on."""

    number: int
    first: int
    count: int


class ChunkWriter:
    """Writes one file of chunks; nothing is on the disk for sure before `finish`."""

    def __init__(self, path: Path) -> None:
        """Begin a file that is not there yet."""
        self._connection = sqlite3.connect(path.resolve().as_uri(), uri=True, isolation_level=None)
        # The file counts only when it is finished and flushed: a half one is thrown away, never repaired.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.executescript(SCHEMA)
        self._people: dict[str, int] = {}
        self._next_letter = self._next_person = self._count = 0

    @property
    def count(self) -> int:
        """The number of chunks so far, which is the position of the next."""
        return self._count

    def carry(self, before: Path, letters: Collection[str]) -> NDArray[np.int64]:
        """Take over these letters from the file of another generation, before anything else is added.

        Returns the positions that their chunks have there, in the order that they have here.
        """
        connection = self._connection
        connection.execute("ATTACH ? AS before", (f"{before.resolve().as_uri()}?mode=ro&immutable=1",))
        connection.execute("CREATE TEMP TABLE staying (number INTEGER PRIMARY KEY, shift INTEGER NOT NULL)")
        positions = [np.empty(0, dtype=np.int64)]
        rows = connection.execute("SELECT number, id, first, count FROM before.letter ORDER BY first").fetchall()
        for number, letter_id, first, count in rows:
            if letter_id in letters:
                connection.execute("INSERT INTO staying VALUES (?, ?)", (number, first - self._count))
                positions.append(np.arange(first, first + count, dtype=np.int64))
                self._count += count
        connection.execute("BEGIN")
        for statement in _CARRY:
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("DROP TABLE staying")
        connection.execute("DETACH before")
        self._next_letter = connection.execute("SELECT coalesce(max(number) + 1, 0) FROM letter").fetchone()[0]
        self._people = {record: number for number, record in connection.execute("SELECT number, record FROM person")}
        self._next_person = max(self._people.values(), default=-1) + 1
        return np.concatenate(positions)

    def add(self, record: LetterRecord, entries: Sequence[ChunkEntry]) -> Placed:
        """Add a letter with its chunks, which lie in canonical order: body before notes, then by start."""
        placed = Placed(self._next_letter, self._count, len(entries))
        self._next_letter += 1
        self._count += len(entries)
        execute = self._connection.execute
        if not self._connection.in_transaction:
            execute("BEGIN")
        execute(_INSERT_LETTER, letter_row(placed.number, placed.first, record, [entry.chunk for entry in entries]))
        for dossier in record.metadata.dossiers:
            execute("INSERT INTO letter_dossier VALUES (?, ?)", (placed.number, dossier.number))
        for person in self._numbers(parties_to(record.metadata)):
            execute("INSERT INTO letter_person VALUES (?, ?)", (placed.number, person))
        for position, entry in enumerate(entries, start=placed.first):
            execute(_INSERT_CHUNK, chunk_row(position, placed.number, entry))
            for person in self._numbers(entry.people):
                execute("INSERT INTO chunk_person VALUES (?, ?)", (position, person))
        return placed

    def seal_vectors(self, placed: Placed, digest: str) -> None:
        """Record the digest of the vectors of a letter that was added."""
        self._connection.execute("UPDATE letter SET vectors_digest = ? WHERE number = ?", (digest, placed.number))

    def finish(self) -> tuple[str, str]:
        """Complete and close the file; returns the digests of all chunks and of all vectors, in canonical order."""
        connection = self._connection
        if connection.in_transaction:
            connection.execute("COMMIT")
        connection.executescript(INDEXES)
        rows = connection.execute("SELECT id, chunks_digest, vectors_digest FROM letter ORDER BY id").fetchall()
        connection.close()
        chunks, vectors = hashlib.sha256(), hashlib.sha256()
        for letter_id, of_chunks, of_vectors in rows:
            chunks.update(f"{letter_id} {of_chunks}\n".encode())
            vectors.update(f"{letter_id} {of_vectors}\n".encode())
        return chunks.hexdigest(), vectors.hexdigest()

    def close(self) -> None:
        """Let go of a file that will not be finished."""
        self._connection.close()

    def _numbers(self, people: Iterable[Person]) -> list[int]:
        """The numbers of these people in the file, each once; those who are new are added."""
        numbers = []
        for record in dict.fromkeys(map(as_json, people)):
            if record not in self._people:
                self._people[record] = self._next_person
                self._next_person += 1
                self._connection.execute("INSERT INTO person VALUES (?, ?)", (self._people[record], record))
            numbers.append(self._people[record])
        return numbers
