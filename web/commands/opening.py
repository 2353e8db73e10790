"""Opening a data folder for a command."""

import os
from dataclasses import dataclass
from pathlib import Path

from corpus.store import Store
from index.encode import CrossEncoderReranker, load_encoder
from index.library import Library
from index.seal import Check
from qa.commitments.book import CommitmentBook
from qa.commitments.official import OfficialRegister
from qa.database import Database
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.corrections import MetadataCorrections
from qa.service import Answerer

# The folder of a cross-encoder that puts the first passages in order.
_RERANKER = "VRAAGBAAK_RERANKER"


@dataclass(frozen=True, slots=True)
class Opened:
    """A data folder ready for asking."""

    store: Store
    letters: CorrectedLetters
    corrections: MetadataCorrections
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
    corrections = MetadataCorrections(database)
    letters = CorrectedLetters(store, corrections)
    book = CommitmentBook(library, letters, database)
    reranker = CrossEncoderReranker(os.environ[_RERANKER]) if os.environ.get(_RERANKER) else None
    return Opened(
        store,
        letters,
        corrections,
        library,
        Answerer(library, store, encoder, book=book, corrections=corrections, reranker=reranker),
        database,
        book,
        OfficialRegister(database),
    )
