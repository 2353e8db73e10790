"""Errors of reading and keeping letters.

CorpusError
├── UnreadableFile        a file that cannot become a letter; carries the reason and the next step
│   └── (reason: Refusal)
├── UnknownLetter         an id that the store does not hold
└── DamagedStore          a file in the data folder that does not hold what its name says
"""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a file could not be read; the value stands in `ingest --json`."""

    EMPTY = "empty"
    UNKNOWN_KIND = "unknown kind"
    LEGACY_WORD = "legacy .doc"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no text layer"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    TOO_SLOW = "took too long"
    TOO_MUCH_MEMORY = "took too much memory"
    UNSAFE_ARCHIVE = "unsafe archive"
    NOT_FOUND = "not found"


class CorpusError(Exception):
    """Base of every error that the package raises on purpose."""


class UnreadableFile(CorpusError):
    """A file that cannot become a letter.

    `str()` is one line for a person: what is wrong and what to do next. It does not repeat the file's name.
    """

    def __init__(self, reason: Refusal, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class UnknownLetter(CorpusError):
    """No letter with this id is held."""


class DamagedStore(CorpusError):
    """A file in the data folder is missing, unreadable, or of a version that this program does not know."""
