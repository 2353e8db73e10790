"""What is known of each job, kept in `app.db`: it outlives a reload of the page and the end of any process."""

import datetime
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from corpus.intake import Status
from qa.database import Database, utc_now
from web.jobs.types import FINAL, FileResult, Job, JobKind, JobState, Upload

_OWNER = "jobs"
_STEPS = (
    """CREATE TABLE jobs (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, by TEXT NOT NULL, created TEXT NOT NULL, state TEXT NOT NULL,
        done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, message TEXT NOT NULL DEFAULT '',
        generation INTEGER, finished TEXT, folder TEXT NOT NULL DEFAULT '', letters TEXT NOT NULL DEFAULT '[]',
        why TEXT NOT NULL DEFAULT '', may_retry INTEGER NOT NULL DEFAULT 0, uploads TEXT NOT NULL DEFAULT '[]',
        attempts INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID""",
    """CREATE TABLE job_results (
        job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, place INTEGER NOT NULL, upload INTEGER NOT NULL,
        name TEXT NOT NULL, status TEXT NOT NULL, letter TEXT NOT NULL, reason TEXT NOT NULL, message TEXT NOT NULL,
        title TEXT NOT NULL, date TEXT NOT NULL, kind TEXT NOT NULL, pages INTEGER NOT NULL,
        promises INTEGER, moties INTEGER, PRIMARY KEY (job, place)
    ) WITHOUT ROWID""",
    "CREATE INDEX job_results_by_letter ON job_results (letter)",
    "CREATE INDEX jobs_by_state ON jobs (state)",
)
# The uploads that held one letter and nothing else; the name of an archive of several stays.
_ALONE = """SELECT job, upload FROM job_results AS held WHERE letter = ? AND
    1 = (SELECT count(*) FROM job_results WHERE job = held.job AND upload = held.upload)"""
_KEPT = 200  # final jobs, the newest
_JOB_COLUMNS = "id kind by created state done total message generation finished folder letters why may_retry uploads"
_RESULT_COLUMNS = "upload name status letter reason message title date kind pages promises moties"


class JobBook:
    """The jobs of one data folder; for many threads and processes."""

    def __init__(self, database: Database) -> None:
        database.prepare(_OWNER, _STEPS)
        self._database = database

    def add(self, job: Job) -> None:
        """Write down a new job; one that is known already stays as it is."""
        row = _row(job)
        marks = ", ".join("?" * len(row))
        with self._database.change() as connection:
            connection.execute(
                f"INSERT OR IGNORE INTO jobs ({', '.join(row)}) VALUES ({marks})",  # noqa: S608 - own column names
                tuple(row.values()),
            )
            connection.execute(
                "DELETE FROM jobs WHERE state IN (?, ?) AND may_retry = 0 AND id NOT IN "
                "(SELECT id FROM jobs ORDER BY created DESC, id DESC LIMIT ?)",
                (*sorted(FINAL), _KEPT),
            )

    def get(self, job_id: str) -> Job | None:
        """A job with all its results."""
        found = self._jobs("WHERE id = ?", (job_id,))
        if not found:
            return None
        rows = self._database.read("SELECT * FROM job_results WHERE job = ? ORDER BY place", (job_id,))
        return replace(found[0], results=tuple(_result(row) for row in rows))

    def recent(self, limit: int = 50) -> list[Job]:
        """The newest jobs first, without their results."""
        return self._jobs("ORDER BY created DESC, id DESC LIMIT ?", (limit,))

    def unfinished(self) -> list[Job]:
        """The jobs that something is still to be done for, oldest first, without their results."""
        marks = ", ".join("?" * len(FINAL))
        return self._jobs(f"WHERE state NOT IN ({marks}) ORDER BY created, id", tuple(sorted(FINAL)))

    def begin(self, job_id: str, state: JobState) -> int:
        """Say that a job is taken up; returns how many times it has been by now."""
        with self._database.change() as connection:
            connection.execute(
                "UPDATE jobs SET state = ?, attempts = attempts + 1, done = 0, total = 0, message = '', may_retry = 0, "
                "finished = NULL WHERE id = ?",
                (state, job_id),
            )
            connection.execute("DELETE FROM job_results WHERE job = ?", (job_id,))
        attempts: int = self._database.read("SELECT attempts FROM jobs WHERE id = ?", (job_id,))[0][0]
        return attempts

    def tell(
        self, job_ids: Sequence[str], state: JobState, *, done: int = 0, total: int = 0, message: str = ""
    ) -> None:
        """Say how far some jobs are."""
        with self._database.change() as connection:
            connection.executemany(
                "UPDATE jobs SET state = ?, done = ?, total = ?, message = ? WHERE id = ?",
                [(state, done, total, message, job_id) for job_id in job_ids],
            )

    def append(self, job_id: str, first: int, results: Sequence[FileResult], done: int, total: int) -> None:
        """Write down what became of files, from place `first` on."""
        columns = f"job, place, {_RESULT_COLUMNS.replace(' ', ', ')}"
        marks = ", ".join("?" * (2 + len(_RESULT_COLUMNS.split())))
        with self._database.change() as connection:
            connection.executemany(
                f"INSERT OR REPLACE INTO job_results ({columns}) VALUES ({marks})",  # noqa: S608 - own column names
                [(job_id, place, *_values(result)) for place, result in enumerate(results, first)],
            )
            connection.execute("UPDATE jobs SET done = ?, total = ? WHERE id = ?", (done, total, job_id))

    def count_commitments(self, job_id: str, counts: Mapping[str, tuple[int, int]]) -> None:
        """Write down how many promises and moties the job's letters mention, by letter."""
        with self._database.change() as connection:
            connection.executemany(
                "UPDATE job_results SET promises = ?, moties = ? WHERE job = ? AND letter = ?",
                [(*count, job_id, letter) for letter, count in counts.items()],
            )

    def fail_letters(self, job_id: str, reasons: Mapping[str, str]) -> None:
        """Write down that letters were read but could not be built in, and why."""
        with self._database.change() as connection:
            connection.executemany(
                "UPDATE job_results SET status = ?, reason = 'not built', message = ? WHERE job = ? AND letter = ?",
                [(Status.FAILED, reason, job_id, letter) for letter, reason in reasons.items()],
            )

    def finish(
        self, job_id: str, state: JobState, *, message: str = "", generation: int | None = None, may_retry: bool = False
    ) -> None:
        """Say what came of a job."""
        with self._database.change() as connection:
            connection.execute(
                "UPDATE jobs SET state = ?, message = ?, generation = ?, finished = ?, may_retry = ? WHERE id = ?",
                (state, message, generation, utc_now().isoformat(), may_retry, job_id),
            )

    def again(self, job_id: str) -> bool:
        """Have a failed job taken up once more; False where it is not one that can be."""
        with self._database.change() as connection:
            changed = connection.execute(
                "UPDATE jobs SET state = ?, attempts = 0, may_retry = 0, finished = NULL, message = '' "
                "WHERE id = ? AND may_retry = 1",
                (JobState.WAITING, job_id),
            )
            return changed.rowcount > 0

    def forget(self, job_id: str) -> None:
        """Leave out a job that had nothing to do."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM jobs WHERE id = ?", (job_id,))

    def forget_letters(self, letters: Sequence[str]) -> None:
        """Leave out what was read from letters: their titles, dates and file names."""
        with self._database.change() as connection:
            for letter in letters:
                for job_id, upload in connection.execute(_ALONE, (letter,)).fetchall():
                    connection.execute(
                        "UPDATE jobs SET uploads = json_set(uploads, ?, '') WHERE id = ?", (f"$[{upload}][0]", job_id)
                    )
            connection.executemany(
                "UPDATE job_results SET name = '', title = '', date = '', message = '' WHERE letter = ?",
                [(letter,) for letter in letters],
            )

    def _jobs(self, rest: str, values: Sequence[object]) -> list[Job]:
        counts = ", ".join(
            f"(SELECT count(*) FROM job_results WHERE job = jobs.id AND status = '{status}') AS {status}"  # noqa: S608 - own words
            for status in Status
        )
        columns = _JOB_COLUMNS.replace(" ", ", ")
        rows = self._database.read(f"SELECT {columns}, {counts} FROM jobs {rest}", values)  # noqa: S608 - idem
        return [_job(row) for row in rows]


def new_job(kind: JobKind, by: str, **rest: Any) -> Job:
    """A job that waits from now on; `rest` are further fields."""
    now = utc_now()
    # Sorts by time, also as the name of a folder.
    identifier = f"{now:%Y%m%d%H%M%S}-{secrets.token_hex(4)}"
    return Job(identifier, kind, by, now, JobState.WAITING, **rest)


def _row(job: Job) -> dict[str, object]:
    return {
        "id": job.id,
        "kind": job.kind,
        "by": job.by,
        "created": job.created.isoformat(),
        "state": job.state,
        "folder": job.folder,
        "letters": json.dumps(job.letters),
        "why": job.why,
        "uploads": json.dumps([(upload.name, upload.size) for upload in job.uploads]),
    }


def _job(row: Any) -> Job:
    return Job(
        id=row["id"],
        kind=JobKind(row["kind"]),
        by=row["by"],
        created=datetime.datetime.fromisoformat(row["created"]),
        state=JobState(row["state"]),
        done=row["done"],
        total=row["total"],
        message=row["message"],
        generation=row["generation"],
        finished=datetime.datetime.fromisoformat(row["finished"]) if row["finished"] else None,
        folder=row["folder"],
        letters=tuple(json.loads(row["letters"])),
        why=row["why"],
        may_retry=bool(row["may_retry"]),
        uploads=tuple(Upload(name, size) for name, size in json.loads(row["uploads"])),
        added=row["added"],
        unchanged=row["unchanged"],
        failed=row["failed"],
    )


def _values(result: FileResult) -> tuple[object, ...]:
    return tuple(getattr(result, name) for name in _RESULT_COLUMNS.split())


def _result(row: Any) -> FileResult:
    values = {name: row[name] for name in _RESULT_COLUMNS.split()}
    return FileResult(**{**values, "status": Status(row["status"])})
