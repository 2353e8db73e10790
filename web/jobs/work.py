"""Doing the jobs: reading what was handed in, building it in, removing, checking; and telling how far it is."""

import contextlib
import logging
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import CorpusError, Refusal
from corpus.intake import IntakeResult, LetterSummary, Pool, Status, summarise, take_in
from corpus.readers.source import RefusedSource, SourceFile, walk
from corpus.store import Store
from corpus.types import CommitmentKind
from index.errors import Busy, DiskFull, IndexProblem
from index.library import Library
from index.lock import writing
from index.report import BuildReport
from index.space import writing_file
from index.types import LetterRecord
from qa.database import Database
from qa.metadata.corrected import CorrectedLetters
from web.history import History, Through
from web.jobs.book import JobBook, new_job
from web.jobs.inbox import Inbox
from web.jobs.removing import build_without, clear_inbox, forget
from web.jobs.types import FileResult, Job, JobKind, JobState

_MOST_ATTEMPTS = 5
_TELL_EVERY = 0.25  # seconds
_TRY_EVERY = 0.25  # seconds between two tries while another process writes
_TROUBLES = (CorpusError, IndexProblem, OSError)
_FIRST_STATE = {
    JobKind.UPLOAD: JobState.READING,
    JobKind.WATCH: JobState.READING,
    JobKind.BUILD: JobState.BUILDING,
    JobKind.REMOVAL: JobState.BUILDING,
    JobKind.VERIFY: JobState.CHECKING,
}
_THROUGH = {
    JobKind.REMOVAL: Through.REMOVAL,
    JobKind.UPLOAD: Through.UPLOAD,
    JobKind.WATCH: Through.WATCH,
    JobKind.BUILD: Through.BUILD,
}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the jobs are done with."""

    data: Path
    store: Store
    letters: CorrectedLetters
    library: Library
    book: JobBook
    inbox: Inbox
    history: History
    pool: Pool
    database: Database


class Work:
    """Does jobs. Holds no state but its desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take_stock(self) -> None:
        """See to what an earlier process left: files without a job, files of jobs that are done, half a removal."""
        book, inbox, store = self._desk.book, self._desk.inbox, self._desk.store
        for job in inbox.jobs():
            book.add(job)
            known = book.get(job.id)
            if known is None or (known.is_final and not known.may_retry):
                inbox.discard(job.id)
        asked = {letter_id for job in book.unfinished() for letter_id in job.letters}
        leaving = {letter_id: store.removed(letter_id) for letter_id in store.leaving() if letter_id not in asked}
        if leaving:
            by = ", ".join(sorted({removal.by for removal in leaving.values() if removal and removal.by}))
            book.add(new_job(JobKind.REMOVAL, by, letters=tuple(leaving)))

    def do(self, jobs: Sequence[Job]) -> None:
        """Do these jobs; what several of them need built is built in one go. What goes wrong is written down."""
        self._desk.inbox.reserve()
        to_build = [job for job in jobs if self._begin(job) and self._safely([job], self._first_step)]
        if to_build:
            self._safely(to_build, lambda _: self._build(to_build))

    def _begin(self, job: Job) -> bool:
        attempts = self._desk.book.begin(job.id, _FIRST_STATE[job.kind])
        if attempts > _MOST_ATTEMPTS:
            message = f"the process that does this was ended {_MOST_ATTEMPTS} times while it was at it"
            self._finish(job, JobState.FAILED, message, may_retry=True)
            return False
        return True

    def _safely(self, jobs: Sequence[Job], step: Callable[[Job], bool]) -> bool:
        """Take a step; when it fails, so do the jobs."""
        try:
            return step(jobs[0])
        except _TROUBLES as trouble:
            message = str(trouble)
        except Exception as unforeseen:  # noqa: BLE001 - one odd job must not stop the others
            _log.exception("a job failed")
            message = f"{type(unforeseen).__name__}: {unforeseen}"
        for job in jobs:
            self._finish(job, JobState.FAILED, message, may_retry=True)
        return False

    def _finish(
        self, job: Job, state: JobState, message: str = "", *, generation: int | None = None, may_retry: bool = False
    ) -> None:
        try:
            self._desk.book.finish(job.id, state, message=message, generation=generation, may_retry=may_retry)
        except DiskFull:
            self._desk.inbox.release()
            self._desk.book.finish(job.id, state, message=message, generation=generation, may_retry=may_retry)
        if not may_retry:
            self._desk.inbox.discard(job.id)

    def _first_step(self, job: Job) -> bool:
        """What a job does by itself; True where a build is to follow."""
        if job.kind is JobKind.VERIFY:
            problems, number = self._desk.library.verify(), self._desk.library.number_in_force()
            state = JobState.FAILED if problems else JobState.DONE
            self._finish(job, state, "\n".join(problems), generation=number)
            return False
        if job.kind is JobKind.REMOVAL:
            # Once more: what was being read in the moment of the removal may have been told of since.
            forget(self._desk.database, job.letters)
            clear_inbox(self._desk.inbox, job.letters)
            return True
        return True if job.kind is JobKind.BUILD else self._read(job)

    # ------------------------------------------------------------------------------------------------ reading

    def _read(self, job: Job) -> bool:
        sources, uploads = self._sources(job)
        desk = self._desk
        desk.book.tell([job.id], JobState.READING, total=len(sources))
        needed = 2 * sum(upload.size for upload in job.uploads)
        with (
            self._as_writer([job], JobState.READING, "upload"),
            writing_file(desk.data / "letters" / "new", "what was handed in", needed),
        ):
            desk.store.sweep()
            try:
                added = self._record(job, take_in(desk.store, sources, desk.pool, self._refusal(job)), uploads)
            except BaseException:
                desk.pool.close()
                raise
        if not added:
            self._finish(job, JobState.DONE, generation=self._in_force()[0])
            if job.kind is JobKind.WATCH and not (desk.book.get(job.id) or job).failed:
                desk.book.forget(job.id)
        return added > 0

    def _sources(self, job: Job) -> tuple[list[SourceFile | RefusedSource], list[int]]:
        """The files of a job, and for each of them which upload it is of."""
        if job.kind is JobKind.WATCH:
            sources = list(walk([Path(job.folder)]))
            return sources, [0] * len(sources)
        found: list[tuple[SourceFile | RefusedSource, int]] = []
        held = {int(file.path.name): file for file in self._desk.inbox.files(job)}
        for place, upload in enumerate(job.uploads):
            if place in held:
                found += [(source, place) for source in walk([held[place]])]
            else:
                gone = RefusedSource(upload.name, Refusal.REMOVED, "the letter in it was removed meanwhile")
                found.append((gone, place))
        return [source for source, _ in found], [place for _, place in found]

    def _refusal(self, job: Job) -> Callable[[str], str | None]:
        """What was removed comes back only by the hand of a person, and not by what was handed in before."""

        def refuse(letter_id: str) -> str | None:
            removal = self._desk.store.removed(letter_id)
            if removal is None or (job.kind is JobKind.UPLOAD and removal.removed < job.created):
                return None
            return f"the letter was removed{removal.circumstances}"

        return refuse

    def _record(self, job: Job, results: Iterator[IntakeResult], uploads: Sequence[int]) -> int:
        """Write down what becomes of the files as it becomes known; how many letters are new to the search."""
        book, waiting = self._desk.book, list[FileResult]()
        written, added = 0, set[str]()
        searched, told = self._in_force()[1], time.monotonic()
        for place, result in enumerate(results):
            outcome = self._outcome(result, uploads[place], searched, added)
            if outcome.status is Status.ADDED:
                added.add(outcome.letter)
            if job.kind is not JobKind.WATCH or _is_news(outcome):
                waiting.append(outcome)
            if time.monotonic() - told > _TELL_EVERY:
                book.append(job.id, written, waiting, place + 1, len(uploads))
                written, told = written + len(waiting), time.monotonic()
                waiting.clear()
        book.append(job.id, written, waiting, len(uploads), len(uploads))
        return len(added)

    def _outcome(
        self, result: IntakeResult, upload: int, searched: Mapping[str, LetterRecord], added: Collection[str]
    ) -> FileResult:
        reason = result.reason.value if result.reason else ""
        told = FileResult(upload, result.name, result.status, result.letter_id, reason, result.message)
        if result.letter_summary:
            told = _described(told, result.letter_summary)
        elif result.status is Status.UNCHANGED and result.letter_id in searched:
            record = searched[result.letter_id]
            title, date = record.metadata.title or record.file, record.metadata.date
            told = replace(
                told,
                title=title,
                date=date.isoformat() if date else "",
                kind=record.metadata.kind.value,
                pages=record.pages or 0,
            )
        elif result.status is Status.UNCHANGED:
            told = _described(told, summarise(self._desk.store.load(result.letter_id)))
            if result.letter_id not in added:
                # It was read before and never built in: a process was ended, or a build failed.
                told = replace(told, status=Status.ADDED)
        return told

    def _in_force(self) -> tuple[int | None, Mapping[str, LetterRecord]]:
        with contextlib.suppress(IndexProblem):
            generation = self._desk.library.current()
            return generation.info.number, generation.letters
        return None, {}

    # ----------------------------------------------------------------------------------------------- building

    def _build(self, jobs: Sequence[Job]) -> bool:
        ids, desk = [job.id for job in jobs], self._desk
        desk.book.tell(ids, JobState.BUILDING)
        told = time.monotonic()

        def progress(done: int, total: int) -> None:
            nonlocal told
            if time.monotonic() - told > _TELL_EVERY:
                told = time.monotonic()
                desk.book.tell(ids, JobState.BUILDING, done=done, total=total)

        report = self._patiently(
            jobs, JobState.BUILDING, lambda: build_without(desk.library, desk.store, desk.letters, desk.data, progress)
        )
        through = next(through for kind, through in _THROUGH.items() if any(job.kind is kind for job in jobs))
        by = ", ".join(sorted({job.by for job in jobs if job.by}))
        desk.history.built(report, by, through, ids[0])
        for job in jobs:
            self._close(job, report)
        return True

    def _close(self, job: Job, report: BuildReport) -> None:
        book = self._desk.book
        known = book.get(job.id)
        letters = {result.letter for result in known.results if result.letter} if known else set()
        book.fail_letters(job.id, {one.id: one.reason for one in report.failed if one.id in letters})
        if letters:
            book.count_commitments(job.id, self._count_commitments(letters))
        failed = "; ".join(f"{one.id}: {one.reason}" for one in report.failed) if job.kind is JobKind.BUILD else ""
        state = JobState.FAILED if failed else JobState.DONE
        self._finish(job, state, failed, generation=report.generation)

    def _count_commitments(self, letters: set[str]) -> dict[str, tuple[int, int]]:
        counts: Counter[tuple[str, CommitmentKind]] = Counter()
        with contextlib.suppress(IndexProblem):
            for stored in self._desk.library.current().commitments:
                if stored.letter.id in letters:
                    counts[stored.letter.id, stored.commitment.kind] += 1
        return {
            letter: (counts[letter, CommitmentKind.TOEZEGGING], counts[letter, CommitmentKind.MOTIE])
            for letter in letters
        }

    # ------------------------------------------------------------------------------------------------ waiting

    def _patiently(self, jobs: Sequence[Job], state: JobState, step: Callable[[], BuildReport]) -> BuildReport:
        """Take a step as soon as no other process writes; meanwhile the jobs say who does."""
        while True:
            try:
                return step()
            except Busy as busy:
                self._desk.book.tell([job.id for job in jobs], state, message=str(busy))
                time.sleep(_TRY_EVERY)

    @contextlib.contextmanager
    def _as_writer(self, jobs: Sequence[Job], state: JobState, command: str) -> Iterator[None]:
        """Be the one writer of the data folder as soon as no other process is."""
        with contextlib.ExitStack() as held:
            while True:
                try:
                    held.enter_context(writing(self._desk.data, command))
                    break
                except Busy as busy:
                    self._desk.book.tell([job.id for job in jobs], state, message=str(busy))
                    time.sleep(_TRY_EVERY)
            yield


def _described(told: FileResult, summary: LetterSummary) -> FileResult:
    return replace(
        told,
        title=summary.title or told.name,
        date=summary.date,
        kind=summary.kind.value,
        pages=summary.pages,
    )


def _is_news(outcome: FileResult) -> bool:
    """Whether a file of a watched folder is worth telling: all of them are looked at again with every change."""
    return outcome.status is not Status.UNCHANGED and outcome.reason != Refusal.REMOVED
