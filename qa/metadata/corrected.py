"""Letters with the corrections that people made in place of what was read."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from corpus.errors import Removal
from corpus.store import Store
from corpus.types import Letter, Metadata
from qa.database import Database
from qa.metadata.corrections import MetadataCorrections, digest
from qa.metadata.fields import apply


class ReadLetters(Protocol):
    """What of `corpus.store.Store` is looked through."""

    def letters(self) -> list[str]:
        """The ids of all letters, sorted."""
        ...

    def has(self, letter_id: str) -> bool:
        """Whether the letter is held, read by the present version of the reader."""
        ...

    def readings(self, letter_id: str) -> list[str]:
        """The versions of the readings that are held, oldest first."""
        ...

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """The letter as one reading saw it."""
        ...

    def original(self, letter_id: str) -> bytes:
        """The file's bytes."""
        ...

    def removed(self, letter_id: str) -> Removal | None:
        """When a letter was removed for good, by whom and why; None for one that was not."""
        ...


class CorrectedLetters:
    """The letters of a store, their metadata as people corrected it. Texts, pages and offsets are as they were read."""

    def __init__(self, store: ReadLetters, corrections: MetadataCorrections) -> None:
        self._store = store
        self.corrections = corrections

    def letters(self) -> list[str]:
        """The ids of all letters, sorted."""
        return self._store.letters()

    def has(self, letter_id: str) -> bool:
        """Whether the letter is held, read by the present version of the reader."""
        return self._store.has(letter_id)

    def readings(self, letter_id: str) -> list[str]:
        """The versions of the readings that are held, oldest first; raises UnknownLetter."""
        return self._store.readings(letter_id)

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """The letter with its corrections, whichever reading; raises UnknownLetter, DamagedStore."""
        letter = self._store.load(letter_id, reading)
        values = {each.field: each.value for each in self.corrections.of(letter_id)}
        return replace(letter, metadata=apply(letter.metadata, values)) if values else letter

    def original(self, letter_id: str) -> bytes:
        """The file's bytes; raises UnknownLetter, DamagedStore."""
        return self._store.original(letter_id)

    def removed(self, letter_id: str) -> Removal | None:
        """When a letter was removed for good, by whom and why; None for one that was not."""
        return self._store.removed(letter_id)

    def as_read(self, letter_id: str) -> Metadata:
        """What the reader made of a letter's metadata; raises UnknownLetter, DamagedStore."""
        return self._store.load(letter_id).metadata

    def revisions(self) -> Mapping[str, str]:
        """The letters that were corrected, with what differs when their corrections do."""
        return {letter: digest(values) for letter, values in self.corrections.in_force().items()}


def open_letters(data: Path) -> CorrectedLetters:
    """The letters of a data folder with the corrections that are kept in it."""
    return CorrectedLetters(Store(data), MetadataCorrections(Database(data)))
