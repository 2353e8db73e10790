"""The commands on what is searched: `build`, `generations`, `rollback`, `verify`, `status`, `backup` and `restore`."""

import datetime
from pathlib import Path

from corpus.store import Store
from index import backup as archive
from index.encode import load_encoder
from index.errors import IndexProblem
from index.library import Library
from index.report import BuildReport
from qa.database import Database
from qa.metadata.attention import letters_to_see_to
from qa.metadata.corrected import open_letters
from web.commands.console import Progress, complain, operator, write_line
from web.history import History, Through
from web.jobs.book import JobBook
from web.jobs.removing import build_without
from web.keeping import Keeper, Kept


def build(data: Path) -> int:
    """Make and activate a generation; 1 when some letter could not be built in (it is named)."""
    report = rebuild(data, Through.COMMAND)
    if report.generation is None:
        complain("There are no letters yet: run `vraagbaak ingest PATH…` first.")
        return 1
    if report.up_to_date:
        write_line(f"generation {report.generation} is up to date: {report.letters} letters, {report.chunks} passages")
    else:
        changes = f"{len(report.added)} added, {len(report.changed)} changed, {len(report.removed)} removed"
        write_line(
            f"generation {report.generation} is in force: {report.letters} letters ({changes}), "
            f"{report.chunks} passages, {report.embedded} embedded, {sum(report.seconds.values()):.1f} s"
        )
    for failed in report.failed:
        complain(f"{failed.id}: {failed.reason}")
    return 1 if report.failed else 0


def rebuild(data: Path, through: Through) -> BuildReport:
    """Make and activate a generation of all letters, finish every removal, and write down who did it."""
    report = build_without(_library(data), Store(data), open_letters(data), data, Progress("brieven"))
    History(Database(data)).built(report, operator(), through)
    return report


def list_generations(data: Path) -> int:
    """A line for each generation, oldest first, with what changed and by whom; the one in force is marked."""
    for kept in reversed(_keeper(data).kept()):
        info = kept.info
        mark = "*" if info.current else " "
        manifest = info.manifest
        write_line(
            f"{mark} {info.number:>4}  {_moment(info.created)}  {len(manifest.letters)} letters, "
            f"{manifest.chunk_count} passages{_changes(kept)}"
        )
    return 0


def _changes(kept: Kept) -> str:
    counts = ((kept.added, "added"), (kept.changed, "changed"), (kept.removed, "removed"))
    said = ", ".join(f"{len(letters)} {words}" for letters, words in counts if letters)
    who = f"{kept.change.through} by {kept.change.by}" if kept.change and kept.change.by else ""
    return "".join(f"  {part}" for part in (said, f"({who})" if who else "") if part)


def rollback(data: Path, number: int | None) -> int:
    """Put an earlier generation back in force."""
    info = _keeper(data).go_back(number, operator())
    write_line(f"generation {info.number} of {_moment(info.created)} is in force")
    return 0


def verify(data: Path) -> int:
    """Read every byte of every generation; 1 when something is wrong (it is named)."""
    problems = _library(data).verify()
    for problem in problems:
        complain(problem)
    write_line("all files agree with their checksums" if not problems else f"{len(problems)} files are damaged")
    return 1 if problems else 0


def status(data: Path) -> int:
    """Say what the data folder holds; 1 when nothing of it can be searched."""
    library, store = _library(data), Store(data)
    write_line(f"data folder: {data.resolve()}")
    write_line(f"letters held: {len(store.letters())}")
    waiting = JobBook(Database(data)).unfinished()
    if waiting:
        write_line(f"jobs that wait: {len(waiting)}; `vraagbaak serve` does them")
    try:
        generation = library.current()
    except IndexProblem as problem:
        complain(str(problem))
        return 1
    info = generation.info
    dates = sorted(record.metadata.date for record in generation.letters.values() if record.metadata.date)
    write_line(f"generation in force: {info.number} of {_moment(info.created)}")
    write_line(f"letters in it: {len(generation.letters)}, passages: {info.manifest.chunk_count}")
    if dates:
        write_line(f"complete up to: {dates[-1].isoformat()}")
    missed = letters_to_see_to(generation, open_letters(data).corrections.in_force())
    write_line(f"letters that need attention: {len(missed)}")
    for trouble in library.problems:
        complain(trouble)
    return 0


def backup(data: Path, file: Path) -> int:
    """Write all of the data folder into one file."""
    archive.backup(data, file)
    write_line(f"{file}: {file.stat().st_size:,} bytes")
    return 0


def restore(file: Path, data: Path) -> int:
    """Make a data folder from a backup."""
    archive.restore(file, data)
    write_line(f"{data}: restored from {file}")
    return 0


def _moment(moment: datetime.datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def _library(data: Path) -> Library:
    return Library(data, load_encoder())


def _keeper(data: Path) -> Keeper:
    return Keeper(data, _library(data), History(Database(data)))
