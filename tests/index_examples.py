"""Letters in memory, an encoder and an analysis that need no model, for tests of the search index."""

import zlib
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from corpus.errors import DamagedStore, Removal, UnknownLetter
from corpus.store import READING_VERSION
from corpus.types import Letter
from index.fields import Analysis
from index.types import Vectors


def words(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation."""
    kept = "".join(character.lower() if character.isalnum() else " " for character in text)
    return kept.split()


PLAIN_ANALYSIS = Analysis("plain 1", words, words)


class ToyEncoder:
    """Gives each word a direction that follows from its letters; counts the texts that it encoded."""

    def __init__(self, dimensions: int = 16, name: str = "toy") -> None:
        self.name = name
        self.dimensions = dimensions
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        """(n, dimensions) float32, unit rows; zeros for a text without words."""
        self.encoded += len(texts)
        rows = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in words(text):
                code = zlib.crc32(f"{self.name} {word}".encode())
                row[code % self.dimensions] += 1 + (code >> 16) % 7
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: Vectors = np.divide(rows, lengths, out=rows, where=lengths > 0)
        return unit


class HeldLetters:
    """A collection of letters that tests change at will; stands for `corpus.store.Store`."""

    def __init__(self, letters: Iterable[Letter] = ()) -> None:
        self._letters = {letter.id: letter for letter in letters}
        self._readings: dict[str, str] = {}
        self.damaged: set[str] = set()
        self.revised: dict[str, str] = {}
        self.loaded = 0

    def add(self, letter: Letter, reading: str = READING_VERSION) -> None:
        """Hold a letter, or another reading of it."""
        self._letters[letter.id] = letter
        self._readings[letter.id] = reading

    def remove(self, letter_id: str) -> None:
        """Forget a letter."""
        del self._letters[letter_id]

    @property
    def by_id(self) -> Mapping[str, Letter]:
        """All letters by id."""
        return self._letters

    def letters(self) -> list[str]:
        """The ids of all letters, sorted."""
        return sorted(self._letters)

    def has(self, letter_id: str) -> bool:
        """Whether the letter is held in the present reading."""
        return letter_id in self._letters and self._readings.get(letter_id, READING_VERSION) == READING_VERSION

    def readings(self, letter_id: str) -> list[str]:
        """The one reading that is held."""
        return [self._readings.get(letter_id, READING_VERSION)]

    def revisions(self) -> Mapping[str, str]:
        """What tests say was changed by people."""
        return self.revised

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """The letter; raises as the store does."""
        self.loaded += 1
        if letter_id in self.damaged:
            raise DamagedStore(f"letter {letter_id} cannot be used")
        if letter_id not in self._letters or reading not in (None, *self.readings(letter_id)):
            raise UnknownLetter(f"no letter {letter_id} is held")
        return self._letters[letter_id]

    def original(self, letter_id: str) -> bytes:
        """The text, in the place of a file's bytes."""
        return self.load(letter_id).text.encode()

    def removed(self, _: str) -> Removal | None:
        """None: what is forgotten here leaves no trace."""
        return None
