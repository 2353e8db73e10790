"""Bring files, folders and archives into the store: what is new is read by worker processes, in the order given."""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.errors import Refusal, UnreadableFile
from corpus.intake.pool import DEFAULT_LIMITS, Limits, Pool, Task
from corpus.intake.worker import Answer
from corpus.readers.source import NamedFile, RefusedSource, SourceFile, walk
from corpus.store import Store
from corpus.types import Format, Kind, Letter

READ_LETTER = "corpus.letter:read_letter"

# A worker gets small files by the dozen, so that it does not wait for the next one; a large one goes alone.
_BATCH_FILES = 16
_BATCH_SIZE = 256 * 1024
# So much is held in memory while an earlier file keeps the results waiting.
_WAITING_FILES = 512
_WAITING_SIZE = 256 * 1024 * 1024


class Status(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class LetterSummary:
    """What is worth showing of a letter that was added, as JSON can hold it.

    `date` is in ISO form, "" where the letter gives none; `pages` is 0 for a format without pages.
    """

    format: Format
    kind: Kind
    title: str
    date: str
    pages: int


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """What became of one file.

    `letter_id` is "" for a file that failed. `reason` is None unless it failed; `message` then says why and what to do,
    and for an unchanged file under which other name it is held, if any.
    """

    name: str
    status: Status
    letter_id: str = ""
    reason: Refusal | None = None
    message: str = ""
    letter_summary: LetterSummary | None = None


Progress = Callable[[int, int], None]
"""Called with the number of files done and the number of files there are."""

Refuse = Callable[[str], str | None]
"""Says why a letter of this id is not to come in, None where it may."""


def ingest(
    store: Store,
    paths: Sequence[Path | NamedFile],
    *,
    workers: int = 2,
    progress: Progress | None = None,
    limits: Limits = DEFAULT_LIMITS,
    reader: str = READ_LETTER,
) -> Iterator[IntakeResult]:
    """Add all letters under the paths to the store; one result a file, in the order in which the files are met.

    Only files whose bytes are not held are read, in at most `workers` processes; none is started when all are held.
    Only the calling process writes to the store. Raises `WorkersFail` when the processes cannot be started.
    """
    sources = list(walk(paths))
    pool = Pool(workers, reader, limits)
    try:
        for done, result in enumerate(take_in(store, sources, pool), start=1):
            if progress:
                progress(done, len(sources))
            yield result
    finally:
        pool.close()


def take_in(
    store: Store,
    sources: Sequence[SourceFile | RefusedSource],
    pool: Pool,
    refuse: Refuse = lambda _letter_id: None,
) -> Iterator[IntakeResult]:
    """As `ingest`, for files that were looked up before; those whose letters `refuse` gives a reason for stay out.

    The pool can be used again when all results were taken; when they were not, it is to be closed.
    """
    yield from _Run(store, pool, deque(sources), refuse).results()


@dataclass(slots=True)
class _Pending:
    """A file on its way: its result once that is known, or the same bytes met before."""

    name: str
    letter_id: str = ""
    data: bytes = b""
    answer: Answer | None = None
    result: IntakeResult | None = None
    twin: "_Pending | None" = None


class _Run:
    """One ingest: files go in at one end, results come out at the other in the same order."""

    def __init__(self, store: Store, pool: Pool, sources: deque[SourceFile | RefusedSource], refuse: Refuse) -> None:
        self._store = store
        self._refuse = refuse
        self._pool = pool
        self._sources = sources
        self._line: deque[_Pending] = deque()
        self._unread: deque[Task] = deque()
        self._reading: dict[int, _Pending] = {}
        self._first: dict[str, _Pending] = {}
        self._held_size = 0
        self._ticket = 0

    def results(self) -> Iterator[IntakeResult]:
        while self._sources or self._line:
            self._fill()
            self._hand_out()
            result = self._finished(self._line[0])
            for task, answer in self._pool.answers(at_once=result is not None):
                self._reading.pop(task.ticket).answer = answer
            if result:
                pending = self._line.popleft()
                self._held_size -= len(pending.data)
                pending.data, pending.answer, pending.result = b"", None, result
                yield result

    def _fill(self) -> None:
        """Look at files until the workers have enough to do, or enough is held."""
        while self._sources and len(self._line) < _WAITING_FILES and self._held_size < _WAITING_SIZE:
            if self._line and self._line[0].result:
                return  # a result can go out at once
            if len(self._unread) >= _BATCH_FILES and not self._pool.has_room:
                return
            self._look_at(self._sources.popleft())
            self._hand_out(only_full=True)

    def _look_at(self, source: SourceFile | RefusedSource) -> None:
        pending = _Pending(source.name)
        self._line.append(pending)
        if isinstance(source, RefusedSource):
            pending.result = _failed(source.name, source.reason, source.message)
            return
        try:
            data = source.load()
        except UnreadableFile as refused:
            pending.result = _failed(source.name, refused.reason, str(refused))
            return
        pending.letter_id = hashlib.sha256(data).hexdigest()
        unwanted = self._refuse(pending.letter_id)
        twin = self._first.get(pending.letter_id)
        if unwanted:
            pending.result = _failed(source.name, Refusal.REMOVED, unwanted)
        elif twin:
            pending.twin = twin
        elif self._store.has(pending.letter_id):
            pending.result = self._unchanged(pending)
        else:
            self._first[pending.letter_id] = pending
            pending.data = data
            self._held_size += len(data)
            self._ticket += 1
            self._reading[self._ticket] = pending
            self._unread.append(Task(self._ticket, source.name, data))

    def _hand_out(self, *, only_full: bool = False) -> None:
        """Give the workers that are idle a batch each."""
        while self._unread and self._pool.has_room and not (only_full and len(self._unread) < _BATCH_FILES):
            batch: list[Task] = []
            size = 0
            while self._unread and len(batch) < _BATCH_FILES:
                size += len(self._unread[0].data)
                if batch and size > _BATCH_SIZE:
                    break
                batch.append(self._unread.popleft())
            self._pool.submit(batch)

    def _finished(self, pending: _Pending) -> IntakeResult | None:
        """The result of the file that is first in line; None while it is being read."""
        if pending.result:
            return pending.result
        if pending.twin:
            # The twin stood before this file, so its result is known.
            return self._same_as(pending.twin, pending)
        if pending.answer is None:
            return None
        if isinstance(pending.answer, tuple):
            return _failed(pending.name, *pending.answer)
        if pending.answer.id != pending.letter_id:
            return _failed(pending.name, Refusal.DAMAGED, "what was read is not what was asked for")
        self._store.add(pending.data, pending.answer)
        summary = summarise(pending.answer)
        return IntakeResult(pending.name, Status.ADDED, pending.letter_id, letter_summary=summary)

    def _same_as(self, twin: _Pending, pending: _Pending) -> IntakeResult:
        if twin.result and twin.result.reason:
            return _failed(pending.name, twin.result.reason, twin.result.message)
        return self._unchanged(pending)

    def _unchanged(self, pending: _Pending) -> IntakeResult:
        held = self._store.name(pending.letter_id)
        if held == pending.name:
            return IntakeResult(pending.name, Status.UNCHANGED, pending.letter_id)
        self._store.add_name(pending.letter_id, pending.name)
        message = f"the same content is held as {held}"
        return IntakeResult(pending.name, Status.UNCHANGED, pending.letter_id, message=message)


def _failed(name: str, reason: Refusal, message: str) -> IntakeResult:
    return IntakeResult(name, Status.FAILED, reason=reason, message=message)


def summarise(letter: Letter) -> LetterSummary:
    """What is worth showing of a letter."""
    pages = sum(page.number is not None for page in letter.pages)
    date = letter.metadata.date.isoformat() if letter.metadata.date else ""
    return LetterSummary(letter.format, letter.metadata.kind, letter.metadata.title, date, pages)
