"""Mentions of promises and moties in letters that are only records, for tests of the register."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from corpus.types import (
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Dossier,
    Kind,
    Letter,
    Metadata,
    Person,
    Reference,
    ReferenceKind,
)
from index.types import Forms, LetterRecord, SearchIndex, StoredCommitment
from qa.commitments.book import CommitmentBook
from qa.database import Database

TODAY = datetime.date(2025, 5, 20)
PROMISE, MOTIE = CommitmentKind.TOEZEGGING, CommitmentKind.MOTIE
MINISTER = Person("Modelman", "A.B.", role="Minister van Sociale Zaken en Werkgelegenheid")


def record(name: str = "a", day: datetime.date | None = None, **details: Any) -> LetterRecord:
    """The record of a letter without pages; the same name is the same letter."""
    metadata = Metadata(
        Kind.KAMERBRIEF,
        f"Brief {name}",
        date=day,
        ministry=details.get("ministry", "Sociale Zaken en Werkgelegenheid"),
        senders=(MINISTER,),
        dossiers=tuple(Dossier(number) for number in details.get("dossiers", ())),
    )
    return LetterRecord(name * 64, f"{name}.pdf", "1", None, metadata)


def mention(
    entry: str, letter: LetterRecord, what: str = "de stallingen te tellen", **details: Any
) -> StoredCommitment:
    """A mention of a promise to the member Proefstra (SP), open unless said."""
    values: dict[str, Any] = {
        "kind": PROMISE,
        "quote": f"Ik heb toegezegd {what}.",
        "by": "afzender",
        "by_person": MINISTER,
        "to": (Person("Proefstra", party="SP"),),
        "what": what,
        "status": CommitmentStatus.OPEN,
        **details,
    }
    start = details.pop("start", 0)
    values.pop("start", None)
    return StoredCommitment(
        entry, letter, Commitment(start=start, end=start + len(values["quote"]), page=None, **values)
    )


def motie(entry: str, letter: LetterRecord, what: str = "de stallingen te verven", **details: Any) -> StoredCommitment:
    """A mention of a motie of the member Proefstra."""
    values = {"kind": MOTIE, "by": "", "by_person": None, "quote": f"De motie Proefstra verzoekt {what}.", **details}
    return mention(entry, letter, what, **values)


def stuk(number: str, dossier: str = "32824") -> Reference:
    """A kamerstuk."""
    return Reference(ReferenceKind.KAMERSTUK, dossier=dossier, number=number)


class Shelf:
    """Hands out one generation of mentions; tests put another in its place."""

    def __init__(self, mentions: Sequence[StoredCommitment]) -> None:
        self._number = 0
        self.put(mentions)

    def put(self, mentions: Sequence[StoredCommitment], forms: Forms | None = None) -> None:
        """The next generation."""
        self._number += 1
        self._mentions = mentions
        self._forms = forms or Forms()

    def current(self) -> SearchIndex:
        """The generation in force, as far as the register looks at it."""
        info = SimpleNamespace(edition=(self._number, frozenset()))
        named = SimpleNamespace(party=lambda person: person.party)
        known = SimpleNamespace(info=info, commitments=self._mentions, forms=self._forms, belonging=named)
        return cast("SearchIndex", known)


class NoLetters:
    """The letters here have no pages, so that none is ever opened."""

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """Fails."""
        raise AssertionError(f"letter {letter_id} was opened")


def a_book(folder: Path, mentions: Sequence[StoredCommitment], today: datetime.date = TODAY) -> CommitmentBook:
    """The register of these mentions on one day."""
    return book_of(Shelf(mentions), folder, today)


def book_of(shelf: Shelf, folder: Path, today: datetime.date = TODAY) -> CommitmentBook:
    """The register of what stands on a shelf."""
    return CommitmentBook(shelf, NoLetters(), Database(folder), today=lambda: today)
