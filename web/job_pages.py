"""A job as the page shows it: how far it is, what became of each file, and what to do about those that failed."""

import datetime
import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from flask_babel import format_datetime, gettext, lazy_gettext, ngettext

from corpus.errors import Refusal
from corpus.intake import Status
from corpus.types import Kind
from index.shelf import GENERATIONS_FOLDER
from index.space import FULL
from web.jobs import FileResult, Job, JobKind, JobState, Upload
from web.labels import day, kind_label
from web.reasons import explain, said

_MOST_ROWS = 200  # of each table; an archive may hold thousands of files

_TITLES = {
    JobKind.UPLOAD: lazy_gettext("Added letters"),
    JobKind.WATCH: lazy_gettext("Letters from the watched folder"),
    JobKind.BUILD: lazy_gettext("Building"),
    JobKind.REMOVAL: lazy_gettext("Removing for good"),
    JobKind.VERIFY: lazy_gettext("Checking all files"),
}
_STATES = {
    JobState.WAITING: lazy_gettext("Waiting until other work is done."),
    JobState.READING: lazy_gettext("Reading."),
    JobState.BUILDING: lazy_gettext("Making the letters searchable."),
    JobState.CHECKING: lazy_gettext("Reading every byte of every generation."),
    JobState.FAILED: lazy_gettext("Not done."),
}
_OLDER_IS_DAMAGED = lazy_gettext(
    "The generation in use is whole. Do not go back to the damaged one; later builds clear it away."
)
_IN_GENERATION = re.compile(rf"/{GENERATIONS_FOLDER}/([0-9]+)\b")
# Whether clearing away failed: the letter is not found either way.
_REMOVING = {
    False: lazy_gettext("It can no longer be found; its files are being cleared away."),
    True: lazy_gettext("It can no longer be found, but its files could not be cleared away yet."),
}
_OUTCOMES = {
    JobKind.VERIFY: lazy_gettext("All files are as they were written."),
    JobKind.REMOVAL: lazy_gettext("Removed for good."),
}
# Of these the line of the reader tells what to do with this very file.
_TOLD_BY_READER = frozenset({Refusal.UNKNOWN_KIND, Refusal.LEGACY_WORD, Refusal.ENCRYPTED, Refusal.DAMAGED})
_REASONS = {
    Refusal.EMPTY: (lazy_gettext("The file is empty."), lazy_gettext("Save it again and hand it in once more.")),
    Refusal.UNKNOWN_KIND: (
        lazy_gettext("This is not a kind of file that can be read."),
        lazy_gettext("Save it as .pdf, .docx, .xml, .html or .txt."),
    ),
    Refusal.LEGACY_WORD: (
        lazy_gettext("This is a file of an old version of Word."),
        lazy_gettext("Open it in Word and save it as .docx or as PDF."),
    ),
    Refusal.ENCRYPTED: (
        lazy_gettext("The file is protected with a password."),
        lazy_gettext("Save it without a password."),
    ),
    Refusal.NO_TEXT: (
        lazy_gettext("This is a scan: pages hold a picture but no text."),
        lazy_gettext("Have the text recognised, for example with this command, and hand in the new file:"),
    ),
    Refusal.DAMAGED: (
        lazy_gettext("The file is damaged or cut off."),
        lazy_gettext("Fetch it again from its source, or open it and save it anew."),
    ),
    Refusal.TOO_LARGE: (
        lazy_gettext("The file is larger than may be."),
        lazy_gettext("Split it into parts, or make its pictures smaller."),
    ),
    Refusal.TOO_SLOW: (
        lazy_gettext("Reading it took too long."),
        lazy_gettext("Split it into parts, or print it to a new PDF."),
    ),
    Refusal.TOO_MUCH_MEMORY: (
        lazy_gettext("Reading it took too much memory."),
        lazy_gettext("Split it into parts, or print it to a new PDF."),
    ),
    Refusal.UNSAFE_ARCHIVE: (
        lazy_gettext("This archive, or a file in it, is not unpacked: that would not be safe."),
        lazy_gettext("Unpack it yourself and hand in the letters in it."),
    ),
    Refusal.NOT_FOUND: (
        lazy_gettext("The file could not be opened."),
        lazy_gettext("See whether it is still there and may be read."),
    ),
    Refusal.REMOVED: (
        lazy_gettext("This letter was removed for good."),
        lazy_gettext("If it should be in the collection after all, hand it in again by itself."),
    ),
}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One file: its name, its letter where there is one, and facts or a failure with what to do about it.

    `archive` is the archive that it came in, "" for a file by itself; `detail` is what the reader said is wrong.
    """

    name: str
    archive: str
    status: Status
    letter: str
    title: str
    facts: tuple[str, ...]
    failure: str
    advice: str
    command: str
    detail: str


@dataclass(frozen=True, slots=True)
class ResultTable:
    """The files that ended in the same way; `more` counts those that are not shown."""

    heading: str
    rows: tuple[ResultRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class JobView:
    """A job in words. `advice` is what to do where it failed, "" where only its message tells."""

    job: Job
    title: str
    about: str
    state: str
    advice: str
    tables: tuple[ResultTable, ...]


def present_job(job: Job) -> JobView:
    """A job in the language of the page."""
    return JobView(job, job_title(job), about_job(job), state_words(job), _job_advice(job), _tables(job))


def job_title(job: Job) -> str:
    """What a job is called."""
    return str(_TITLES[job.kind])


def about_job(job: Job) -> str:
    """When a job was asked for, and by whom."""
    moment = format_moment(job.created)
    return str(gettext("%(moment)s, by %(name)s", moment=moment, name=job.by)) if job.by else moment


def format_moment(moment: datetime.datetime) -> str:
    """A moment written out, in the time of this machine."""
    return str(format_datetime(moment.astimezone(), "d MMMM yyyy HH:mm", rebase=False))


def state_words(job: Job) -> str:
    """How far a job is, in one sentence."""
    if job.state is JobState.DONE:
        return _outcome(job)
    if job.state is JobState.FAILED and job.kind is JobKind.VERIFY:
        damaged = len(job.message.splitlines())
        return str(ngettext("%(num)s file is damaged.", "%(num)s files are damaged.", damaged))
    if job.state is JobState.READING and job.total:
        return str(gettext("Reading: %(done)s of %(total)s files.", done=job.done, total=job.total))
    if job.kind is JobKind.REMOVAL:
        return str(_REMOVING[job.state is JobState.FAILED])
    return str(_STATES[job.state])


def _job_advice(job: Job) -> str:
    if job.state is not JobState.FAILED:
        return ""
    if job.kind is JobKind.VERIFY:
        damaged = {int(number) for number in _IN_GENERATION.findall(job.message)}
        if damaged and job.generation is not None and job.generation not in damaged:
            return str(_OLDER_IS_DAMAGED)
        return str(gettext("Build: what is damaged is made anew from the letters. What served goes on serving."))
    if job.message.startswith(FULL):
        return str(gettext("There is no room left on the disk of the server. Make room and try again."))
    return ""


def _outcome(job: Job) -> str:
    if job.kind is JobKind.BUILD:
        return str(gettext("Ready: generation %(number)s is in use.", number=job.generation))
    if job.kind in _OUTCOMES:
        return str(_OUTCOMES[job.kind])
    parts = (
        (job.added, ngettext("%(num)s letter can be searched now", "%(num)s letters can be searched now", job.added)),
        (job.unchanged, ngettext("%(num)s was held already", "%(num)s were held already", job.unchanged)),
        (job.failed, ngettext("%(num)s file failed", "%(num)s files failed", job.failed)),
    )
    outcome = ", ".join(words for count, words in parts if count) or gettext("there was nothing to do")
    return str(gettext("Ready: %(outcome)s.", outcome=outcome))


def _tables(job: Job) -> tuple[ResultTable, ...]:
    headings = {
        Status.FAILED: gettext("Failed"),
        Status.ADDED: gettext("Read"),
        Status.UNCHANGED: gettext("Held already"),
    }
    tables = []
    for status, heading in headings.items():
        found = [result for result in job.results if result.status is status]
        if found:
            rows = tuple(_row(result, job.uploads) for result in found[:_MOST_ROWS])
            tables.append(ResultTable(f"{heading} ({len(found)})", rows, len(found) - len(rows)))
    return tuple(tables)


def _row(result: FileResult, uploads: Sequence[Upload]) -> ResultRow:
    failure = _failure(result) if result.status is Status.FAILED else _NO_FAILURE
    # A watched folder hands nothing in.
    handed_in = uploads[result.upload].name if result.upload < len(uploads) else ""
    return ResultRow(
        name=result.name or gettext("a letter that was removed"),
        archive=handed_in if result.name and handed_in != result.name else "",
        status=result.status,
        letter=result.letter,
        title=result.title,
        facts=_facts(result) if result.title else (),
        failure=failure.words,
        advice=failure.advice,
        command=_recognise_command(result.name) if result.reason == Refusal.NO_TEXT else "",
        detail=failure.detail,
    )


def _facts(result: FileResult) -> tuple[str, ...]:
    date = datetime.date.fromisoformat(result.date) if result.date else None
    known = [day(date) or gettext("no date in the letter"), kind_label(Kind(result.kind))]
    if result.pages:
        known.append(ngettext("%(num)s page", "%(num)s pages", result.pages))
    if result.promises is not None and result.promises:
        known.append(ngettext("%(num)s promise", "%(num)s promises", result.promises))
    elif result.promises is not None:
        known.append(gettext("no promises"))
    if result.moties:
        known.append(ngettext("%(num)s mention of a motion", "%(num)s mentions of motions", result.moties))
    return tuple(known)


@dataclass(frozen=True, slots=True)
class _Failure:
    words: str
    advice: str
    detail: str


_NO_FAILURE = _Failure("", "", "")


def _failure(result: FileResult) -> _Failure:
    known = {reason.value: words for reason, words in _REASONS.items()}
    words, advice = known.get(
        result.reason,
        (
            lazy_gettext("The letter was read but could not be made searchable."),
            lazy_gettext("Remove it and hand it in again, or tell whoever looks after this server."),
        ),
    )
    explained = explain(result.message)
    if result.reason in _TOLD_BY_READER and explained.step:
        return _Failure(str(words), f"{explained.step[0].upper()}{explained.step[1:]}.", explained.what)
    if result.reason == Refusal.NO_TEXT:
        return _Failure(str(words), str(advice), explained.what)
    return _Failure(str(words), str(advice), said(result.message) if result.message else "")


def _recognise_command(name: str) -> str:
    """How to give a scan a text layer, with the file's own name."""
    file = PurePosixPath(name)
    better = f"{file.stem}-tekst.pdf"
    return f"ocrmypdf --language nld --skip-text {shlex.quote(file.name)} {shlex.quote(better)}"
