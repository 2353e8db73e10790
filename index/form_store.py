"""The fingerprints of a generation's letters and what they tell, in one SQLite file written once and then only read."""

import contextlib
import json
import sqlite3
from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np

from corpus.codec import from_json
from index.fingerprint import Fingerprint
from index.forms import find_forms
from index.kinship import Candidate
from index.types import Forms, LetterRecord

_SCHEMA = """
CREATE TABLE fingerprint (
    letter TEXT PRIMARY KEY, sketch BLOB NOT NULL, shingles INTEGER NOT NULL, telling TEXT NOT NULL,
    reprint INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE form (letter TEXT PRIMARY KEY, forms TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE replaced (letter TEXT PRIMARY KEY, newer TEXT NOT NULL) WITHOUT ROWID;
"""
_CARRY = """
INSERT INTO fingerprint SELECT * FROM before.fingerprint WHERE letter IN (SELECT value FROM json_each(?))
"""
_STORED = np.dtype("<u4")


class FormWriter:
    """Writes one file of fingerprints; nothing is on the disk for sure before `finish`."""

    def __init__(self, path: Path) -> None:
        """Begin a file that is not there yet."""
        self._connection = sqlite3.connect(path.resolve().as_uri(), uri=True, isolation_level=None)
        # The file counts only when it is finished and flushed: a half one is thrown away, never repaired.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.executescript(_SCHEMA)

    def carry(self, before: Path, letters: Collection[str]) -> None:
        """Take over the fingerprints of these letters from the file of another generation."""
        self._connection.execute("ATTACH ? AS before", (f"{before.resolve().as_uri()}?mode=ro&immutable=1",))
        self._connection.execute(_CARRY, (json.dumps(sorted(letters)),))
        self._connection.execute("DETACH before")

    def add(self, letter_id: str, made: Fingerprint) -> None:
        """Add the fingerprint of one letter."""
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN")
        values = (
            letter_id,
            made.sketch.astype(_STORED).tobytes(),
            made.shingles,
            " ".join(sorted(made.telling)),
            made.reprint,
        )
        self._connection.execute("INSERT INTO fingerprint VALUES (?, ?, ?, ?, ?)", values)

    def finish(self, letters: Mapping[str, LetterRecord]) -> None:
        """Put all letters with their forms, complete and close the file; `letters` are all of the generation by id."""
        connection = self._connection
        if not connection.in_transaction:
            connection.execute("BEGIN")
        rows = connection.execute("SELECT * FROM fingerprint ORDER BY letter")
        found = find_forms(Candidate(letters[letter], _fingerprint(*values)) for letter, *values in rows)
        groups = ((letter, json.dumps(group)) for letter, group in found.groups.items())
        connection.executemany("INSERT INTO form VALUES (?, ?)", groups)
        connection.executemany("INSERT INTO replaced VALUES (?, ?)", found.replaced.items())
        connection.execute("COMMIT")
        connection.close()

    def close(self) -> None:
        """Let go of a file that will not be finished."""
        self._connection.close()


def read_forms(path: Path) -> Forms:
    """The forms and versions that a finished file tells; raises `sqlite3.Error`, `ValueError`."""
    with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        groups = connection.execute("SELECT letter, forms FROM form").fetchall()
        replaced = connection.execute("SELECT letter, newer FROM replaced").fetchall()
    return Forms({letter: from_json(tuple[str, ...], json.loads(forms)) for letter, forms in groups}, dict(replaced))


def _fingerprint(sketch: bytes, shingles: int, telling: str, reprint: int) -> Fingerprint:
    hashes = np.frombuffer(sketch, dtype=_STORED).astype(np.uint32)
    return Fingerprint(hashes, shingles, frozenset(telling.split()), reprint)
