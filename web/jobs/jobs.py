"""The door to the jobs: what is asked for is written down here, and done by a process of its own."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.store import Store
from index.errors import DiskFull
from qa.database import Database
from web.jobs.book import JobBook, new_job
from web.jobs.inbox import Inbox
from web.jobs.removing import forget
from web.jobs.supervisor import Supervisor
from web.jobs.types import UPLOAD_LIMITS, Incoming, Job, JobKind, NoRoom, UploadLimits


class Jobs:
    """The jobs of one data folder, for many threads. Before `start` they are only written down."""

    def __init__(self, data: Path, database: Database, limits: UploadLimits = UPLOAD_LIMITS) -> None:
        self.limits = limits
        self._store = Store(data)
        self._database = database
        self._book = JobBook(database)
        self._inbox = Inbox(data, limits)
        self._supervisor = Supervisor(data, self._book)

    def start(self) -> None:
        """Have the jobs done from now on, those first that an earlier server left."""
        self._inbox.sweep()
        self._supervisor.start()

    def stop(self) -> None:
        """Have no further job begun; the one in hand is finished by its process, or taken up at the next start."""
        self._supervisor.stop()

    def expect(self) -> None:
        """Somebody is about to hand something in: have the process that will read it started."""
        self._supervisor.wake()

    def submit(self, files: Sequence[Incoming], by: str) -> str:
        """Take files in, to be read and built in; returns the job's id once they are safe on the disk.

        Raises `RefusedUpload` and takes none of them.
        """
        job = new_job(JobKind.UPLOAD, by)
        uploads = self._inbox.receive(job, files)
        try:
            return self._add(replace(job, uploads=uploads))
        except BaseException as trouble:
            # Whoever is not told that they were taken in sends them again.
            self._inbox.discard(job.id)
            if isinstance(trouble, DiskFull):
                raise NoRoom(f"{trouble}; hand the files in again then (none of them was taken)") from trouble
            raise

    def build(self, by: str) -> str:
        """Have a new generation made of all letters that are held; returns the job's id."""
        return self._add(new_job(JobKind.BUILD, by))

    def watch(self, folder: Path) -> str:
        """Have what lies in a folder read and built in; returns the job's id."""
        return self._add(new_job(JobKind.WATCH, "", folder=str(folder.absolute())))

    def remove(self, letters: Sequence[str], by: str, why: str = "") -> str:
        """Remove letters for good; returns the job's id.

        From now on they are not held and not found; the job clears them away. Raises `UnknownLetter`.
        """
        for letter_id in letters:
            self._store.mark_removed(letter_id, by, why)
        forget(self._database, letters)
        return self._add(new_job(JobKind.REMOVAL, by, letters=tuple(letters), why=why))

    def verify(self, by: str) -> str:
        """Have every byte of every generation read; returns the job's id."""
        return self._add(new_job(JobKind.VERIFY, by))

    def retry(self, job_id: str) -> bool:
        """Have a failed job taken up once more; False where it is not one that can be."""
        again = self._book.again(job_id)
        if again:
            self._supervisor.wake()
        return again

    def get(self, job_id: str) -> Job | None:
        """A job with what became of each of its files."""
        return self._book.get(job_id)

    def recent(self, limit: int = 50) -> list[Job]:
        """The newest jobs first, without what became of their files."""
        return self._book.recent(limit)

    def _add(self, job: Job) -> str:
        self._book.add(job)
        self._supervisor.wake()
        return job.id
