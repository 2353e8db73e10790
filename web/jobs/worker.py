"""The process that does the jobs, one after the other; started by `web.jobs.supervisor`, which it tells nothing.

All it has to say stands in `app.db`. It ends when its standard input is closed (the server has ended) and the job in
hand is done, or when nothing was asked for a while.
"""

import contextlib
import logging
import os
import select
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.intake import READ_LETTER, Pool
from corpus.store import Store
from index.encode import load_encoder
from index.errors import Busy
from index.library import Library
from index.lock import writing
from qa.database import Database
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.corrections import MetadataCorrections
from web.history import History
from web.jobs.book import JobBook
from web.jobs.inbox import FOLDER, Inbox
from web.jobs.types import Job
from web.jobs.work import Desk, Work

_LOCK = ".lock"
_LINGER = 600.0  # seconds without work; what it holds open saves the next one two seconds
_LOOK_AGAIN = 2.0  # seconds between two looks for work that nobody told of
_PATIENCE = 0.5  # seconds between two tries while another worker is at it
_PAUSE = 5.0  # seconds before what could not be written down is tried again
_NICE = 10  # those who ask come first

_log = logging.getLogger(__name__)


def main() -> None:
    """Do the jobs of the data folder that is the last argument."""
    # Ctrl-C goes to every process of the terminal; the server decides when this one ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(_NICE)
    serve(Path(sys.argv[-1]), sys.stdin.fileno())


def serve(data: Path, hears: int, linger: float = _LINGER) -> None:
    """Do all jobs that there are and come, until `hears` is closed or nothing came for a while."""
    database = Database(data)
    book, inbox = JobBook(database), Inbox(data)
    held = _lock(data, hears)
    if held is None:
        return
    with held, contextlib.closing(Pool(os.cpu_count() or 1, READ_LETTER)) as pool:
        # A process that reads takes a while to start, and so does what follows here.
        pool.warm()
        store, library = Store(data), Library(data, load_encoder())
        letters = CorrectedLetters(store, MetadataCorrections(database))
        work = Work(Desk(data, store, letters, library, book, inbox, History(database), pool, database))
        work.take_stock()
        while True:
            jobs = book.unfinished()
            if jobs:
                _do(work, jobs)
            elif not _wait(hears, linger, book):
                return
            if _is_closed(hears):
                return


def _do(work: Work, jobs: Sequence[Job]) -> None:
    try:
        work.do(jobs)
    except Exception:  # noqa: BLE001 - whatever it is, it is tried again
        # Not even that it failed could be written down: the disk is full. They are taken up again when there is room.
        _log.exception("the jobs cannot be done")
        time.sleep(_PAUSE)


def _lock(data: Path, hears: int) -> contextlib.ExitStack | None:
    """Wait until no other process does the jobs of this folder; None when nobody needs this one any more."""
    folder = data / FOLDER
    while True:
        held = contextlib.ExitStack()
        try:
            held.enter_context(writing(folder, "serve", _LOCK))
        except Busy:
            time.sleep(_PATIENCE)
        else:
            return held
        if _is_closed(hears):
            return None


def _wait(hears: int, seconds: float, book: JobBook) -> bool:
    """Wait until there is work; False when there is none for so long, or the other side has hung up.

    What another server of the same folder takes in nobody tells this process, and no other may do it meanwhile.
    """
    last = time.monotonic() + seconds
    while (left := last - time.monotonic()) > 0:
        ready, _, _ = select.select([hears], [], [], min(left, _LOOK_AGAIN))
        if ready:
            return bool(os.read(hears, 4096))
        if book.unfinished():
            return True
    return False


def _is_closed(hears: int) -> bool:
    """Whether the other side has hung up; what it told before is taken for told."""
    while select.select([hears], [], [], 0)[0]:
        if not os.read(hears, 4096):
            return True
    return False
