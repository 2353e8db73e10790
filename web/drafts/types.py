"""The values of a draft. This module imports only the standard library and the types of `corpus`."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Span


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a draft: a question, "" where nothing was asked, and the text that answers it.

    `key` names it in the draft; it stays with the section when others come or go. A note stands in a text as `[^3]`,
    with the number of its source. `number` is what numbers the question where it came from, "" for one of one's own.
    """

    key: str
    question: str = ""
    answer: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """What people type: the title and the sections in their order."""

    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that was put in a draft. `number` is never given to another source of the same draft.

    `letter`, `reading`, `spans` and `in_notes` are its address; `quote` its words, those of several spans with `[…]`
    between them; `page` the page of the file on which they begin, None where it has none.
    """

    number: int
    letter: str
    reading: str
    spans: tuple[Span, ...]
    in_notes: bool
    quote: str
    page: int | None
    citation: str
    title: str


class Reason(StrEnum):
    """Why a version of a draft was kept."""

    WRITING = "writing"  # while somebody typed, once in a while
    SAVED = "saved"  # on request
    BEFORE = "before"  # what stood there before much of it was taken away or something else was put in its place
    APART = "apart"  # what somebody typed while somebody else had changed the draft


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it stands. `revision` goes up by one whenever its text changes; sources come without that.

    `owner` and `changed_by` are names, "" where nobody had to log in. Times are in UTC.
    """

    id: str
    owner: str
    shared: bool
    text: Text
    sources: tuple[Source, ...]
    revision: int
    created: datetime.datetime
    changed: datetime.datetime
    changed_by: str
    removed: bool = False


@dataclass(frozen=True, slots=True)
class DraftHead:
    """A draft in a list."""

    id: str
    owner: str
    shared: bool
    title: str
    sections: int
    sources: int
    changed: datetime.datetime
    changed_by: str
    removed: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What a draft was at one moment; numbers count up from 1 in each draft."""

    number: int
    saved: datetime.datetime
    by: str
    reason: Reason
    text: Text
    sources: tuple[Source, ...]
