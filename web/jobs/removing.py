"""Removing letters for good: out of the search, the generations that are kept, the readings, the originals, the inbox.

A letter is marked first (`corpus.store.Store.mark_removed`); from then on it is not found, and nothing is told of it.
Clearing it away can be broken off at any point and is finished by the next build. Generations that hold such a letter
are cleared away, not written anew: what they held besides is in the generation that is made here.
"""

import contextlib
import hashlib
from collections.abc import Collection
from pathlib import Path

from corpus.errors import UnknownLetter, UnreadableFile
from corpus.readers.source import NamedFile, SourceFile, walk
from corpus.store import Store
from index.library import Library
from index.lock import writing
from index.plan import Letters
from index.report import BuildReport, Progress
from qa.commitments.corrections import CorrectionStore
from qa.database import Database
from qa.metadata.corrections import MetadataCorrections
from web.jobs.book import JobBook
from web.jobs.inbox import Inbox


def build_without(library: Library, store: Store, letters: Letters, data: Path, progress: Progress) -> BuildReport:
    """Build, and finish what was begun of every removal; raises `Busy` and what a build raises.

    The generations that can go are cleared away before, so that there is room for the next one.
    """
    removed = store.removed_letters()
    if removed:
        library.drop_holding(removed)
    report = library.build(letters, progress)
    if removed:
        library.drop_holding(removed)
        clear_away(store, data)
    return report


def clear_away(store: Store, data: Path) -> None:
    """Clear away the files of all letters that were marked as removed; for no generation that holds one of them."""
    with writing(data, "remove"):
        for letter_id in store.leaving():
            # Who brought it back meanwhile has cleared it away.
            with contextlib.suppress(UnknownLetter):
                store.remove(letter_id)
        store.sweep()


def forget(database: Database, letters: Collection[str]) -> None:
    """Delete what the database holds of letters that were marked: what the jobs tell of them, and all corrections."""
    JobBook(database).forget_letters(tuple(letters))
    MetadataCorrections(database).forget(letters)
    CorrectionStore(database).forget(letters)
    database.settle()


def clear_inbox(inbox: Inbox, letters: Collection[str]) -> None:
    """Clear away the files in the inbox that hold one of these letters."""
    for job in inbox.jobs():
        for file in inbox.files(job):
            if _holds(file, letters):
                file.path.unlink(missing_ok=True)


def _holds(file: NamedFile, letters: Collection[str]) -> bool:
    for source in walk([file]):
        if isinstance(source, SourceFile):
            with contextlib.suppress(UnreadableFile):
                if hashlib.sha256(source.load()).hexdigest() in letters:
                    return True
    return False
