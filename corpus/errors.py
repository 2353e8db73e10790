"""Errors of reading and keeping letters.

CorpusError
├── UnreadableFile        a file that cannot become a letter; carries the reason and the next step
│   └── (reason: Refusal)
├── UnknownLetter         an id that the store does not hold
│   └── RemovedLetter     one that it held until somebody removed it; says who and when
└── DamagedStore          a file in the data folder that does not hold what its name says
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Removal:
    """That a letter was removed: its id, when (UTC), by whom ("" where nobody said) and why ("" idem).

    Nothing of the letter itself is kept, its title neither.
    """

    letter: str
    removed: datetime.datetime
    by: str
    why: str

    @property
    def circumstances(self) -> str:
        """The end of a sentence: when, by whom and why."""
        by = f" by {self.by}" if self.by else ""
        why = f": {self.why}" if self.why else ""
        return f" on {self.removed.date().isoformat()}{by}{why}"


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
    REMOVED = "removed"


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


class RemovedLetter(UnknownLetter):
    """A letter that was removed for good; `removal` says by whom, when and why."""

    def __init__(self, removal: Removal) -> None:
        super().__init__(f"letter {removal.letter} was removed{removal.circumstances}")
        self.removal = removal


class DamagedStore(CorpusError):
    """A file in the data folder is missing, unreadable, or of a version that this program does not know."""
