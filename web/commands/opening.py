"""Opening a data folder for a command."""

from dataclasses import dataclass
from pathlib import Path

from corpus.store import Store
from index.encode import load_encoder
from index.library import Library
from index.seal import Check
from qa.commitments.book import CommitmentBook
from qa.commitments.official import OfficialRegister
from qa.database import Database
from qa.service import Answerer


@dataclass(frozen=True, slots=True)
class Opened:
    """A data folder ready for asking."""

    store: Store
    library: Library
    answerer: Answerer
    database: Database
    book: CommitmentBook
    official: OfficialRegister


def open_all(data: Path, check: Check = Check.SIZES) -> Opened:
    """Everything that answering needs."""
    store, encoder = Store(data), load_encoder()
    library = Library(data, encoder, check=check)
    database = Database(data)
    book = CommitmentBook(library, store, database)
    return Opened(store, library, Answerer(library, store, encoder), database, book, OfficialRegister(database))
