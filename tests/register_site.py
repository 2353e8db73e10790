"""The pages of a register of a few entries, as a browser meets them."""

import datetime
import re
from dataclasses import replace
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from corpus.errors import UnknownLetter
from corpus.types import CommitmentStatus, Letter, Page, Person
from index.types import StoredCommitment
from qa.commitments.book import CommitmentBook
from qa.commitments.official import OfficialRegister
from qa.commitments.types import EntryFilters
from qa.database import Database
from tests.register_examples import mention, motie, record, stuk
from tests.web_examples import CannedAnswerer, CannedGeneration, CannedLibrary, make_letter, make_record
from web.app import create_app
from web.safety.audit_log import AuditLog
from web.services import Services

DAY = datetime.date
LETTER = make_letter()
DONE, NEW, CARRIED_OUT = CommitmentStatus.VOLDAAN, CommitmentStatus.NIEUW, CommitmentStatus.UITGEVOERD
BY = {"name": "J. de Vries", "reden": "Zo staat het er niet."}


def told() -> list[StoredCommitment]:
    """A late promise with a history, a done one, one to come, one with words only, and a motie beside the first."""
    late = record("a", DAY(2025, 1, 8), dossiers=("32824",))
    return [
        mention("laat", late, "de stallingen te tellen", status=NEW, due="voor 1 maart", due_date=DAY(2025, 2, 28)),
        mention("laat", record("b", DAY(2025, 2, 9)), "de stallingen te tellen", start=400),
        mention("klaar", record("c", DAY(2025, 2, 8)), "een brief te sturen", status=DONE, to=(Person("Kamer"),)),
        mention(
            "straks",
            record("d"),
            "een plan te maken",
            due="voor 29 mei",
            due_date=DAY(2025, 5, 28),
            to=(Person("Ali", "X.", "D66"),),
        ),
        mention("ooit", record("e", DAY(2025, 3, 3)), "erop terug te komen", due="na de zomer"),
        motie("kst-32824-9", late, start=900, reference=stuk("9"), status=CARRIED_OUT),
    ]


class WrittenOut:
    """The letters of a register, as texts that hold each quote at its place and blanks elsewhere."""

    def __init__(self, book: CommitmentBook | None) -> None:
        entries = [] if book is None else [*book.entries(), *book.entries(EntryFilters(wrong=True))]
        self.quotes = {
            (each.letter.id, each.commitment.start): each.commitment.quote
            for entry in entries
            for each in entry.mentions
        }

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """A letter with all of its quotes."""
        text = ""
        for (letter, start), quote in sorted(self.quotes.items()):
            text = text.ljust(start) + quote if letter == letter_id else text
        return replace(LETTER, id=letter_id, text=text, pages=(Page(None, "", 0, len(text)),))

    def original(self, letter_id: str) -> bytes:
        """Nothing asks for it."""
        raise UnknownLetter(letter_id)

    def removed(self, letter_id: str) -> None:
        """None was."""


def app_of(folder: Path, book: CommitmentBook | None, store: WrittenOut | None = None) -> Flask:
    """The app with this register."""
    services = Services(
        CannedAnswerer([]),
        CannedLibrary(CannedGeneration({LETTER.id: make_record(LETTER)})),
        store or WrittenOut(book),
        audit=AuditLog(folder),
        book=book,
        official=OfficialRegister(Database(folder)),
    )
    app = create_app(services)
    app.testing = True
    return app


def get(client: FlaskClient, address: str, status: int = 200) -> str:
    """The page at an address, its blanks as one."""
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.text.split())


def listed(page: str) -> list[str]:
    """The entries in the table, in order."""
    return re.findall(r'<td class="what"><a href="/toezeggingen/([^"]+)"', page)


ROW = {
    "Nummer": "TZ202503-014",
    "Aanmaakdatum": "2025-03-12T16:05:41.5+01:00",
    "Naam": "Berg, A.B. van den",
    "Functie": "Minister van Defensie",
    "Status": "Openstaand",
    "DatumNakoming": "2025-04-01T00:00:00+02:00",
    "Tekst": "De minister stuurt een brief over fietsbruggen.",
}
