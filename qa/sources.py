"""What answering draws on: the generation in force, and letters."""

from typing import Protocol

from corpus.types import Letter
from index.types import SearchIndex


class Library(Protocol):
    """Hands out the generation in force."""

    def current(self) -> SearchIndex:
        """The generation that answers now; raises NoGeneration."""
        ...


class Letters(Protocol):
    """Hands out letters as a reading saw them."""

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """One letter; raises UnknownLetter."""
        ...
