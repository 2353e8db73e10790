"""The values of the jobs: what people hand in or ask for, how far it is, and what became of each file."""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from corpus.intake import Status

MEGABYTE = 1024 * 1024


class JobKind(StrEnum):
    """What a job is to do."""

    UPLOAD = "upload"  # files that were handed in
    WATCH = "watch"  # a folder that is watched
    BUILD = "build"
    REMOVAL = "removal"
    VERIFY = "verify"


class JobState(StrEnum):
    """How far a job is. The last two are final, but for a failed one that is taken up again by hand."""

    WAITING = "waiting"
    READING = "reading"
    BUILDING = "building"
    CHECKING = "checking"
    DONE = "done"
    FAILED = "failed"


FINAL = frozenset({JobState.DONE, JobState.FAILED})


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """What may be handed in at one time; `total` counts bytes of all files together, archives as they are packed."""

    files: int = 2_000
    total: int = 1_000 * MEGABYTE


UPLOAD_LIMITS = UploadLimits()


class RefusedUpload(Exception):
    """Files that are not taken, none of them; `str()` says why and what to do."""


class TooLargeUpload(RefusedUpload):
    """More files or more bytes than may be handed in at one time."""


class NoRoom(RefusedUpload):
    """The disk has no room for the files."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that somebody hands in: its name, with the path in its folder, and its bytes, read once."""

    name: str
    content: IO[bytes]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was handed in; `size` in bytes."""

    name: str
    size: int


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file, or of one member of an archive; `upload` counts the job's uploads from 0.

    `letter` is "" for a file that failed. `reason` is a value of `corpus.errors.Refusal`, "" unless it failed;
    `message` is one line in English. `date` is in ISO form, "" where the letter gives none; `pages` is 0 for a format
    without pages. `promises` and `moties` are mentions in the letter, None until it is in a generation.
    """

    upload: int
    name: str
    status: Status
    letter: str = ""
    reason: str = ""
    message: str = ""
    title: str = ""
    date: str = ""
    kind: str = ""
    pages: int = 0
    promises: int | None = None
    moties: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One job. Times are in UTC.

    `done` of `total` files (reading) or letters (building) are done, 0 of 0 where that is not known yet. `message` is a
    line in English: why it waits or failed, or what came of it. `generation` is the one in force after it. `folder`
    is the watched one. `letters` are those to remove, `why` is the reason given for that. `may_retry` says that it
    failed and can be taken up again as it is. `added`, `unchanged` and `failed` count the results; `results` is empty
    where only an overview was asked for.
    """

    id: str
    kind: JobKind
    by: str
    created: datetime.datetime
    state: JobState
    done: int = 0
    total: int = 0
    message: str = ""
    generation: int | None = None
    finished: datetime.datetime | None = None
    folder: str = ""
    letters: tuple[str, ...] = ()
    why: str = ""
    may_retry: bool = False
    uploads: tuple[Upload, ...] = ()
    added: int = 0
    unchanged: int = 0
    failed: int = 0
    results: tuple[FileResult, ...] = ()

    @property
    def is_final(self) -> bool:
        """Whether nothing more will happen by itself."""
        return self.state in FINAL
