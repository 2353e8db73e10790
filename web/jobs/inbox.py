"""The files that were handed in and are not letters yet: on the disk before the one who sent them is answered.

<data>/inbox/<job>/job.json     who handed in what, and when
<data>/inbox/<job>/0, 1, …      the files, in the order of the list
<data>/inbox/.receiving-…       files on their way in; left by a server that was ended, the next one clears them
"""

import contextlib
import datetime
import errno
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from corpus.readers.source import NamedFile
from index.durable import flush, flush_tree
from index.space import FULL
from web.jobs.types import (
    MEGABYTE,
    UPLOAD_LIMITS,
    Incoming,
    Job,
    JobKind,
    JobState,
    NoRoom,
    RefusedUpload,
    TooLargeUpload,
    Upload,
    UploadLimits,
)

FOLDER = "inbox"
_RECEIVING = ".receiving-"
_RESERVE = ".reserve"
_RESERVE_SIZE = 512 * 1024  # bytes
_LIST = "job.json"
_JOB = re.compile(r"\d{14}-[0-9a-f]{8}")
_BLOCK = 1024 * 1024
_LONGEST_NAME = 1_000  # characters, folders included
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class Inbox:
    """The inbox of one data folder."""

    data: Path
    limits: UploadLimits = UPLOAD_LIMITS

    @property
    def folder(self) -> Path:
        """Where the files lie."""
        return self.data / FOLDER

    def receive(self, job: Job, files: Sequence[Incoming]) -> tuple[Upload, ...]:
        """Keep files for a job; they are on the disk, all of them, when this returns.

        Raises `RefusedUpload` and keeps none of them.
        """
        if not files:
            raise RefusedUpload("no file was handed in; choose at least one")
        if len(files) > self.limits.files:
            raise TooLargeUpload(
                f"{len(files):,} files; at one time {self.limits.files:,} can be handed in: put them in a .zip"
            )
        draft = self.folder / f"{_RECEIVING}{os.getpid()}-{secrets.token_hex(4)}"
        try:
            draft.mkdir(parents=True)
            uploads = self._write(draft, files)
            (draft / _LIST).write_text(json.dumps(_listing(job, uploads)), "utf-8")
            flush_tree(draft)
            draft.rename(self._of(job.id))
            flush(self.folder)
            flush(self.data)
        except OSError as trouble:
            if trouble.errno in _FULL:
                free = shutil.disk_usage(self.data).free // MEGABYTE
                raise NoRoom(
                    f"{FULL} to write {draft}: {free:,} MB is free on the disk of {self.data}; make room and "
                    "hand the files in again (none of them was taken)"
                ) from trouble
            raise
        finally:
            shutil.rmtree(draft, ignore_errors=True)
        return uploads

    def files(self, job: Job) -> list[NamedFile]:
        """The files of a job under the names that they were handed in by, in order; those that are gone left out."""
        folder = self._of(job.id)
        named = [NamedFile(folder / str(place), upload.name) for place, upload in enumerate(job.uploads)]
        return [file for file in named if file.path.is_file()]

    def jobs(self) -> list[Job]:
        """The jobs whose files are here, as they were handed in, oldest first."""
        with contextlib.suppress(FileNotFoundError):
            names = sorted(entry.name for entry in self.folder.iterdir() if _JOB.fullmatch(entry.name))
            return [job for name in names for job in self._listed(name)]
        return []

    def discard(self, job_id: str) -> None:
        """Clear away the files of a job."""
        folder = self._of(job_id)
        with contextlib.suppress(FileNotFoundError):
            leaving = self.folder / f"{_RECEIVING}{os.getpid()}-{secrets.token_hex(4)}"
            folder.rename(leaving)
            shutil.rmtree(leaving)

    def reserve(self) -> None:
        """Keep a little room on the disk for saying that it is full; where there is none, there is none."""
        if self._reserve.exists():
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._reserve.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, _RESERVE_SIZE)
        except OSError:
            self.release()

    def release(self) -> None:
        """Give that room away, to say so."""
        self._reserve.unlink(missing_ok=True)

    @property
    def _reserve(self) -> Path:
        return self.folder / _RESERVE

    def sweep(self) -> None:
        """Clear away what servers left that were ended while files came in."""
        for leftover in self.folder.glob(f"{_RECEIVING}*"):
            process = leftover.name.removeprefix(_RECEIVING).partition("-")[0]
            if not Path("/proc", process).exists() or process == str(os.getpid()):
                shutil.rmtree(leftover, ignore_errors=True)

    def _of(self, job_id: str) -> Path:
        if not _JOB.fullmatch(job_id):
            raise ValueError(f"{job_id!r} is no job")
        return self.folder / job_id

    def _write(self, draft: Path, files: Sequence[Incoming]) -> tuple[Upload, ...]:
        uploads: list[Upload] = []
        left = self.limits.total
        for place, file in enumerate(files):
            with (draft / str(place)).open("wb") as target:
                size = _copy(file.content, target, left)
            left -= size
            if left < 0:
                raise TooLargeUpload(
                    f"more than {self.limits.total // MEGABYTE:,} MB; hand the files in by parts, or use "
                    "`vraagbaak ingest` on the machine itself"
                )
            uploads.append(Upload(_clean(file.name), size))
        return tuple(uploads)

    def _listed(self, name: str) -> Iterator[Job]:
        try:
            listing = json.loads((self.folder / name / _LIST).read_text("utf-8"))
            yield Job(
                id=name,
                kind=JobKind.UPLOAD,
                by=str(listing["by"]),
                created=datetime.datetime.fromisoformat(listing["created"]),
                state=JobState.WAITING,
                uploads=tuple(Upload(str(file["name"]), int(file["size"])) for file in listing["files"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return  # somebody else's folder: what is taken in is listed before it stands here


def _listing(job: Job, uploads: Sequence[Upload]) -> dict[str, object]:
    files = [{"name": upload.name, "size": upload.size} for upload in uploads]
    return {"by": job.by, "created": job.created.isoformat(), "files": files}


def _copy(source: IO[bytes], target: IO[bytes], most: int) -> int:
    """Copy at most one block more than `most` bytes; returns how many."""
    size = 0
    while size <= most and (block := source.read(_BLOCK)):
        target.write(block)
        size += len(block)
    return size


def _clean(name: str) -> str:
    """A file's name as it is shown: forward slashes, no steps up, nothing that cannot be printed."""
    printable = "".join(character if character.isprintable() else "\ufffd" for character in name)
    parts = [part for part in printable.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts)[-_LONGEST_NAME:] or "zonder naam"
