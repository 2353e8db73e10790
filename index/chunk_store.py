"""The chunks and letters of a generation, in one SQLite file that is written once and then only read."""

import contextlib
import json
import queue
import sqlite3
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.parties import is_of_party
from corpus.types import Person
from index.belonging import Belonging, authors, is_of_ministry
from index.chunk_rows import letter_record, person_record, search_terms, stored_chunk
from index.recent import Recent
from index.types import ChunkPlace, Field, Filters, LetterRecord, StoredChunk

# As many as ask at the same moment; more wait for one another, for a fraction of a millisecond.
_CONNECTIONS = 4
_MAPPED_BYTES = 1 << 40
_REMEMBERED_FILTERS = 64
# Making a chunk of its row takes most of the time of a fetch. About 4 kB each.
_REMEMBERED_CHUNKS = 8192
_NO_FILTERS = Filters()

_FETCH = """
SELECT position, letter, id, start, end, page, page_end, in_notes, text, context, sentences, notes, sentence_terms,
       context_terms
FROM chunk WHERE position IN (SELECT value FROM json_each(?))
"""
_CHUNKS_OF_LETTER = """
SELECT chunk.id, position FROM chunk JOIN letter ON position >= first AND position < first + count WHERE letter.id = ?
"""
_PLACES_OF_LETTER = """
SELECT position, start, end, in_notes FROM chunk JOIN letter ON position >= first AND position < first + count
WHERE letter.id = ? ORDER BY position
"""
_TERMS = """
SELECT position, sentence_terms, note_terms, context_terms, name_terms FROM chunk WHERE position >= ? ORDER BY position
"""
# A filter that is not set is NULL. Dossier "36200" also means its chapters, "36200-XV" and the others.
_LETTERS_WITHIN = """
SELECT first, count FROM letter
WHERE (:kinds IS NULL OR kind IN (SELECT value FROM json_each(:kinds)))
  AND (:ids IS NULL OR id IN (SELECT value FROM json_each(:ids)))
  AND (:without IS NULL OR id NOT IN (SELECT value FROM json_each(:without)))
  AND (:date_from IS NULL OR date >= :date_from)
  AND (:date_to IS NULL OR date <= :date_to)
  AND (:dossier IS NULL OR number IN (
      SELECT letter FROM letter_dossier WHERE dossier = :dossier OR instr(dossier, :dossier || '-') = 1))
"""
_LETTERS_OF_PEOPLE = """
SELECT first, count FROM letter
WHERE number IN (SELECT letter FROM letter_person WHERE person IN (SELECT value FROM json_each(:people)))
"""
_PLACES = "SELECT id, first, count FROM letter"
_CHUNKS_NAMING_PEOPLE = """
SELECT position FROM chunk_person WHERE person IN (SELECT value FROM json_each(:people))
"""

_PEOPLE_IN_CHUNKS = """
SELECT position, person FROM chunk_person WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position, person
"""

PersonMatcher = Callable[[str, Person], bool]
"""Whether the words of a person filter mean this person."""


class ChunkStore:
    """The file of chunks, open for reading by many threads; it stays whole when the file is removed."""

    def __init__(self, path: Path, person_matches: PersonMatcher) -> None:
        """Open the file; raises `sqlite3.Error` when it does not hold chunks."""
        self._person_matches = person_matches
        # Opened here and not when they are needed: by then the file may have been removed.
        connections = [_open(path) for _ in range(_CONNECTIONS)]
        weakref.finalize(self, _close, connections)
        self._free: queue.SimpleQueue[sqlite3.Connection] = queue.SimpleQueue()
        for connection in connections:
            self._free.put(connection)
        self._known_letters: _Letters | None = None
        self._known_belonging: Belonging | None = None
        self._known_people: Mapping[int, Person] | None = None
        self._allowed: Recent[Filters, NDArray[np.int64]] = Recent(_REMEMBERED_FILTERS)
        self._recent: Recent[int, StoredChunk] = Recent(_REMEMBERED_CHUNKS)
        self._recent_people: Recent[int, tuple[Person, ...]] = Recent(_REMEMBERED_CHUNKS)
        self._vocabulary: dict[str, str] = {}
        self._count: int = self._rows("SELECT coalesce(max(position) + 1, 0) FROM chunk")[0][0]

    @property
    def count(self) -> int:
        """The number of chunks."""
        return self._count

    @property
    def letters(self) -> Mapping[str, LetterRecord]:
        """All letters by id, in the order of their chunks."""
        return MappingProxyType(self._letters().by_id)

    @property
    def belonging(self) -> Belonging:
        """Who belongs to which party, by all letters together."""
        if self._known_belonging is None:
            self._known_belonging = Belonging(self._letters().by_id.values())
        return self._known_belonging

    def fetch(self, positions: Sequence[int]) -> list[StoredChunk]:
        """The chunks at these positions, in the order asked; raises `IndexError` for one that there is not."""
        found = {position: self._recent.get(position) for position in positions}
        wanted = [int(position) for position, stored in found.items() if stored is None]
        if wanted:
            letters = self._letters().by_number
            rows = self._rows(_FETCH, (json.dumps(wanted),))
            with _rows_as_written():
                for row in rows:
                    stored = stored_chunk(row, letters[row[1]], self._vocabulary)
                    self._recent.put(stored.position, stored)
                    found[stored.position] = stored
        return [self._held(position, found[position]) for position in positions]

    def people_in(self, positions: Sequence[int]) -> list[tuple[Person, ...]]:
        """The people of each chunk's letter who are named in the chunk, in the order asked."""
        if self._known_people is None:
            self._known_people = {
                number: person_record(record) for number, record in self._rows("SELECT number, record FROM person")
            }
        found = {position: self._recent_people.get(position) for position in positions}
        wanted: dict[int, list[Person]] = {int(position): [] for position, people in found.items() if people is None}
        if wanted:
            for position, person in self._rows(_PEOPLE_IN_CHUNKS, (json.dumps(list(wanted)),)):
                wanted[position].append(self._known_people[person])
        for position, people in wanted.items():
            found[position] = tuple(people)
            self._recent_people.put(position, tuple(people))
        return [found[position] or () for position in positions]

    def _held(self, position: int, stored: StoredChunk | None) -> StoredChunk:
        if stored is None:
            raise IndexError(f"no chunk at position {position} among {self._count}")
        return stored

    def allowed(self, filters: Filters | None) -> NDArray[np.int64] | None:
        """The positions that pass, ascending; None when all do."""
        if filters is None or filters == _NO_FILTERS:
            return None
        known = self._allowed.get(filters)
        if known is None:
            known = np.flatnonzero(self._mask(filters)).astype(np.int64)
            self._allowed.put(filters, known)
        return known

    def count_undated(self, filters: Filters) -> int:
        """How many letters without a date would pass but for the dates of the filter; 0 without such dates."""
        if filters.date_from is None and filters.date_to is None:
            return 0
        mask = self._mask(replace(filters, date_from=None, date_to=None))
        undated = self._rows("SELECT first, count FROM letter WHERE date IS NULL")
        return sum(1 for first, count in undated if mask[first : first + count].any())

    def positions_of(self, letter_id: str) -> dict[str, int]:
        """Where the chunks of a letter stand, by their ids; empty for a letter that is not held."""
        return dict(self._rows(_CHUNKS_OF_LETTER, (letter_id,)))

    def places_of(self, letter_id: str) -> list[ChunkPlace]:
        """Where the chunks of a letter stand, by position; none of a letter that is not held."""
        rows = self._rows(_PLACES_OF_LETTER, (letter_id,))
        return [ChunkPlace(position, start, end, bool(in_notes)) for position, start, end, in_notes in rows]

    def _mask(self, filters: Filters) -> NDArray[np.bool_]:
        mask = np.zeros(self._count, dtype=np.bool_)
        for first, count in self._rows(_LETTERS_WITHIN, _values(filters)):
            mask[first : first + count] = True
        if filters.ministry or filters.sender:
            mask &= self._from(filters.ministry, filters.sender)
        if filters.by_party:
            mask &= self._by_members(filters.by_party)
        if filters.person:
            mask &= self._naming(lambda person: self._person_matches(filters.person, person))
        if filters.party:
            mask &= self._by_members(filters.party) | self._naming(
                lambda person: is_of_party(filters.party, self.belonging.party(person))
            )
        return mask

    def _by_members(self, party: str) -> NDArray[np.bool_]:
        """The chunks of the letters that members of a party wrote."""
        letters, belonging = self._letters().by_id, self.belonging
        mask = np.zeros(self._count, dtype=np.bool_)
        for letter_id, first, count in self._rows(_PLACES):
            if any(is_of_party(party, each) for each in belonging.parties(letters[letter_id].metadata)):
                mask[first : first + count] = True
        return mask

    def _from(self, ministry: str, sender: str) -> NDArray[np.bool_]:
        """The chunks of the letters that come from a ministry and that somebody wrote."""
        letters = self._letters().by_id
        mask = np.zeros(self._count, dtype=np.bool_)
        for letter_id, first, count in self._rows(_PLACES):
            metadata = letters[letter_id].metadata
            if (not ministry or is_of_ministry(metadata, ministry)) and (
                not sender or any(self._person_matches(sender, person) for person in authors(metadata))
            ):
                mask[first : first + count] = True
        return mask

    def _naming(self, is_meant: Callable[[Person], bool]) -> NDArray[np.bool_]:
        """The chunks that name such people, and all those of the letters that they sent, received or asked."""
        people = self._rows("SELECT number, record FROM person")
        meant = [number for number, record in people if is_meant(person_record(record))]
        values = {"people": json.dumps(meant)}
        mask = np.zeros(self._count, dtype=np.bool_)
        for first, count in self._rows(_LETTERS_OF_PEOPLE, values):
            mask[first : first + count] = True
        for (position,) in self._rows(_CHUNKS_NAMING_PEOPLE, values):
            mask[position] = True
        return mask

    def _letters(self) -> "_Letters":
        letters = self._known_letters
        if letters is None:
            rows = self._rows("SELECT number, record FROM letter ORDER BY first")
            with _rows_as_written():
                by_number = {number: letter_record(record) for number, record in rows}
            self._known_letters = letters = _Letters(by_number, {record.id: record for record in by_number.values()})
        return letters

    def _rows(self, query: str, values: Mapping[str, object] | tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._connection() as connection:
            return connection.execute(query, values).fetchall()

    @contextlib.contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        connection = self._free.get()
        try:
            yield connection
        finally:
            self._free.put(connection)


def chunk_terms(path: Path, first: int) -> Iterator[tuple[int, dict[Field, list[str]]]]:
    """The terms per field of each chunk in a file of chunks from position `first` on, by position."""
    with contextlib.closing(_open(path)) as connection:
        for position, *terms in connection.execute(_TERMS, (first,)):
            yield position, search_terms(*terms)


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a generation, by their number in the file and by id."""

    by_number: Mapping[int, LetterRecord]
    by_id: Mapping[str, LetterRecord]


def _values(filters: Filters) -> dict[str, str | None]:
    return {
        "kinds": json.dumps([kind.value for kind in filters.kinds]) if filters.kinds else None,
        "ids": json.dumps(list(filters.letters)) if filters.letters else None,
        "without": json.dumps(list(filters.without)) if filters.without else None,
        "date_from": filters.date_from.isoformat() if filters.date_from else None,
        "date_to": filters.date_to.isoformat() if filters.date_to else None,
        "dossier": filters.dossier or None,
    }


@contextlib.contextmanager
def _rows_as_written() -> Iterator[None]:
    """Tell a row that was not written so: SQLite notices damage to its own pages, not to what stands in them."""
    try:
        yield
    except (KeyError, TypeError, AttributeError, ValueError) as wrong:
        raise ValueError(f"a row does not hold what was written: {wrong!r}") from wrong


def _open(path: Path) -> sqlite3.Connection:
    # Immutable: no lock is taken and no journal looked for. Used by one thread at a time, not always the same.
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False, isolation_level=None
    )
    connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
    connection.execute("SELECT 1 FROM chunk LIMIT 1").fetchone()
    return connection


def _close(connections: list[sqlite3.Connection]) -> None:
    for connection in connections:
        connection.close()
