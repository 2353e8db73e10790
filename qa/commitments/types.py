"""The values of the register: entries across letters, their history, and what people corrected."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Commitment, CommitmentKind, CommitmentStatus, Person, Reference
from index.types import LetterRecord


class Standing(StrEnum):
    """What is left to do for an entry today; the order in which the register shows them."""

    OVERDUE = "overdue"
    OPEN = "open"
    UNKNOWN = "unknown"
    CLOSED = "closed"


class Source(StrEnum):
    """Where a state or a mention comes from."""

    LETTER = "letter"
    OFFICIAL = "official"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in one letter that speaks of the promise or the motie; `citation` is for its page."""

    letter: LetterRecord
    commitment: Commitment
    citation: str


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """A row of the official register of oral promises, dates without its sentinel values."""

    number: str
    text: str
    status: str
    made: datetime.date | None
    due: datetime.date | None
    ministry: str
    by: str
    members: tuple[str, ...]
    occasion: str
    closed: datetime.date | None = None


class CorrectionKind(StrEnum):
    """What a person can say about an entry."""

    WRONG = "wrong"
    STATUS = "status"
    MERGE = "merge"


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said about an entry, who and why; `withdrawn` is when it was taken back.

    An entry is held by the letter and the normalised quote of one of its mentions, so that it is found again after
    a new reading; `entry` is the entry that this is now, None of an orphan. `status` goes with STATUS, `other` (an
    entry) with MERGE.
    """

    id: int
    kind: CorrectionKind
    entry: str | None
    by: str
    reason: str
    made: datetime.datetime
    status: CommitmentStatus | None = None
    other: str | None = None
    withdrawn: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One promise or one motie across letters. `mentions` are oldest first, letters without a date last.

    `status` is what the newest source says, `status_source` which kind of source, ONBEKEND where none says it.
    `standing` is what today's date makes of it. `due_date` is the newest that is not withdrawn. `official` is the row
    of the official register with the same number. `corrections` are those in force, oldest first. `related` are the
    ids of entries that belong beside this one (the moties of the member that was promised something) without being it.
    An entry from the official register that no letter mentions has no mentions.
    """

    id: str
    kind: CommitmentKind
    what: str
    to: tuple[Person, ...]
    by: str
    by_person: Person | None
    ministry: str
    occasion: str
    occasion_date: datetime.date | None
    references: tuple[Reference, ...]
    status: CommitmentStatus
    status_source: Source
    standing: Standing
    due: str
    due_date: datetime.date | None
    mentions: tuple[Mention, ...]
    official: OfficialRow | None = None
    corrections: tuple[Correction, ...] = ()
    related: tuple[str, ...] = ()
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class EntryFilters:
    """Which entries to show; "" and None leave nothing out.

    `person` is matched as people type names ("van dijk (SP)", "minister van SZW"); it looks at who promised and at
    whom it was promised to or proposed by. `dossier` is in normal form ("36200-XV") or as written. `due_before` is
    exclusive, as on the command line. `text` are words that all occur in what is said of the entry. Entries that people
    marked wrong are shown only with `wrong`, and then they alone.
    """

    kind: CommitmentKind | None = None
    person: str = ""
    party: str = ""
    ministry: str = ""
    dossier: str = ""
    status: CommitmentStatus | None = None
    standing: Standing | None = None
    due_before: datetime.date | None = None
    text: str = ""
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a filter can have, as people read it, and how many entries it leaves."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Options:
    """What the entries can be filtered by, most frequent first; entries marked wrong are not counted."""

    people: tuple[Choice, ...]
    parties: tuple[Choice, ...]
    ministries: tuple[Choice, ...]
    dossiers: tuple[Choice, ...]
