"""Everything of a data folder in one file, and a data folder made of such a file again.

A backup is a tar file, compressed where its name ends in "gz": the letters, the generation in force, `app.db` and
whatever else lies in the data folder, and as its last member `contents.json`: the sha256 and size of every file before
it. A restored folder is compared with that, byte for byte, before it stands in its place.
"""

import contextlib
import gzip
import json
import os
import re
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from corpus.codec import from_json, to_json
from corpus.removals import Removals
from index.durable import files_under, flush, flush_tree, sha256_of, size_of
from index.errors import IndexProblem, NoGeneration, UnsupportedLayout, UnusableBackup
from index.lock import LOCK_FILE, writing
from index.seal import LAYOUT, Check, FileSum, data_layout, other_layout
from index.shelf import GENERATIONS_FOLDER, Shelf, accept_any
from index.space import writing_file

_CONTENTS = "contents.json"
_RESTORING = ".restoring-"
_DATABASE = re.compile(r".+\.db")
_BESIDE_DATABASE = re.compile(r".+\.db-(wal|shm|journal)")
_ORIGINAL = re.compile(r"letters/([0-9a-f]{64})/original")
# A path below the folder on any system: no absolute ones, no steps up, no drive or backslash, nothing unprintable.
_SAFE_PART = r"(?!\.{1,2}(?:/|$))[^/\\:\x00-\x1f\x7f\ud800-\udfff]{1,255}"
_SAFE_NAME = re.compile(rf"{_SAFE_PART}(?:/{_SAFE_PART})*")
# Most of it is compressed already, or hardly shrinks.
_COMPRESSION = 3
_UNREADABLE = (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile, UnicodeError)


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What a backup holds. `generation` is the one in force, None where there is none that is whole.

    `problems` says what was found damaged and is kept as it is, or left out; a line for each.
    """

    files: int
    size: int
    generation: int | None
    problems: tuple[str, ...]


# ------------------------------------------------------------------------------------------------------ backup


def backup(data_folder: Path, file: Path) -> BackupReport:
    """Write a backup of a data folder, in one step; a file of that name is replaced.

    Raises `Busy` while another writes, `DiskFull`, and `UnusableBackup` for a file inside the data folder.
    """
    if not data_folder.is_dir():
        raise UnusableBackup(f"there is no data folder {data_folder}")
    if file.resolve().is_relative_to(data_folder.resolve()):
        raise UnusableBackup(f"{file} lies in the data folder itself: name a file outside it")
    needed = size_of(data_folder)
    with writing(data_folder, "backup"), writing_file(file, "the backup", needed), _replacing(file) as draft:
        removed = Removals(data_folder).all()
        generation, problems = _whole_generation(data_folder, removed)
        contents = {}
        with _tar(draft, compressed=file.suffix.endswith("gz")) as archive:
            for name in _names_to_keep(data_folder, generation, removed):
                contents[name] = _add(archive, name, data_folder / name)
                match = _ORIGINAL.fullmatch(name)
                if match and contents[name].sha256 != match[1]:
                    problems.append(f"{data_folder / name} has changed since it was ingested")
            listing = json.dumps(to_json(contents), sort_keys=True, indent=1).encode()
            archive.addfile(_member(_CONTENTS, len(listing)), BytesIO(listing))
    size = sum(content.size for content in contents.values())
    return BackupReport(len(contents), size, generation, tuple(problems))


def _whole_generation(data_folder: Path, removed: frozenset[str]) -> tuple[int | None, list[str]]:
    try:
        generation, troubles = Shelf(data_folder / GENERATIONS_FOLDER).first_whole(Check.FULL, accept_any)
    except NoGeneration:
        return None, []
    except IndexProblem as trouble:
        return None, [f"the generation in force is left out: {trouble}"]
    if troubles:
        return None, [f"the generation in force is left out: {trouble}" for trouble in troubles]
    if not removed.isdisjoint(generation.info.manifest.letters):
        return None, ["the generation in force is left out: it holds a letter that was removed; run `vraagbaak build`"]
    return generation.info.number, []


def _names_to_keep(data_folder: Path, generation: int | None, removed: frozenset[str]) -> Iterator[str]:
    """All files of the data folder, but for what is half made, only of use to a running process, or not in force.

    Those of letters that were removed and are not cleared away yet are left out too.
    """
    kept = {f"{GENERATIONS_FOLDER}/CURRENT", f"{GENERATIONS_FOLDER}/{generation}"}
    for name in files_under(data_folder):
        parts = name.split("/")
        if parts[0] == GENERATIONS_FOLDER:
            if generation is not None and "/".join(parts[:2]) in kept:
                yield name
        elif parts[0] == "letters" and not removed.isdisjoint(parts[1:2]):
            continue
        elif name != LOCK_FILE and not _BESIDE_DATABASE.fullmatch(name) and not any(p.startswith(".") for p in parts):
            yield name


def _add(archive: tarfile.TarFile, name: str, path: Path) -> FileSum:
    with contextlib.ExitStack() as stack:
        if _DATABASE.fullmatch(name):
            path = stack.enter_context(_copied_database(path))
        member = _member(name, path.stat().st_size)
        archive.addfile(member, stack.enter_context(path.open("rb")))
        return FileSum(sha256_of(path), member.size)


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size = size
    return member


@contextlib.contextmanager
def _copied_database(path: Path) -> Iterator[Path]:
    """A copy of a database that others may be writing, as it is at one moment."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, path.name)
        with (
            contextlib.closing(sqlite3.connect(path)) as source,
            contextlib.closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
        yield copy


@contextlib.contextmanager
def _tar(file: IO[bytes], *, compressed: bool) -> Iterator[tarfile.TarFile]:
    if not compressed:
        with tarfile.open(fileobj=file, mode="w") as archive:
            yield archive
        return
    with (
        gzip.GzipFile(fileobj=file, mode="wb", compresslevel=_COMPRESSION, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        yield archive


@contextlib.contextmanager
def _replacing(file: Path) -> Iterator[IO[bytes]]:
    """Write a file that takes its place when it is complete and on the disk, and not before."""
    draft = file.with_name(f".{file.name}.new")
    try:
        with draft.open("wb") as opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
        draft.replace(file)
        flush(file.resolve().parent)
    finally:
        draft.unlink(missing_ok=True)


# ----------------------------------------------------------------------------------------------------- restore


def restore(file: Path, data_folder: Path) -> None:
    """Make a data folder of a backup; the folder must be empty or not there yet.

    Raises `UnusableBackup` and leaves nothing behind when the backup is damaged, not whole, or holds what no backup
    holds; `UnsupportedLayout` for one of another version; `DiskFull`; `OSError` when the file cannot be opened.
    """
    data_folder.mkdir(parents=True, exist_ok=True)
    for leftover in data_folder.glob(f"{_RESTORING}*"):
        shutil.rmtree(leftover)
    if any(data_folder.iterdir()):
        raise UnusableBackup(f"{data_folder} is not empty: restore into a new folder (--data DIR)")
    # Inside the folder and not beside it: the folder may be a file system of its own.
    draft = Path(tempfile.mkdtemp(prefix=_RESTORING, dir=data_folder))
    try:
        with writing_file(draft, "what the backup holds", file.stat().st_size):
            _extract(file, draft)
            flush_tree(draft)
        _check(draft)
        # Without generations a folder counts as not built yet, so they come last.
        for entry in sorted(draft.iterdir(), key=lambda entry: entry.name == GENERATIONS_FOLDER):
            entry.rename(data_folder / entry.name)
        flush(data_folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _extract(file: Path, folder: Path) -> None:
    try:
        with tarfile.open(file) as archive:
            written: dict[str, FileSum] = {}
            for member in archive:
                if member.name == _CONTENTS:
                    _compare(file, written, _listing(archive, member))
                    return
                written[member.name] = _extract_one(file, archive, member, folder)
    except _UNREADABLE as trouble:
        raise UnusableBackup(f"{file} is not a whole backup: {trouble}") from trouble
    raise UnusableBackup(f"{file} is not a whole backup: its list of contents is missing")


def _extract_one(file: Path, archive: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> FileSum:
    content = archive.extractfile(member) if member.isreg() else None
    if content is None or not _SAFE_NAME.fullmatch(member.name):
        raise UnusableBackup(f"{file} holds {member.name!r}, which no backup of Vraagbaak holds")
    path = folder / member.name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as target:
            shutil.copyfileobj(content, target)
    except (FileExistsError, NotADirectoryError) as trouble:
        raise UnusableBackup(f"{file} holds {member.name!r} twice, or as a file and as a folder") from trouble
    return FileSum(sha256_of(path), path.stat().st_size)


def _listing(archive: tarfile.TarFile, member: tarfile.TarInfo) -> Mapping[str, FileSum]:
    content = archive.extractfile(member)
    try:
        return from_json(dict[str, FileSum], json.loads(content.read() if content else b""))
    except ValueError as trouble:
        raise UnusableBackup(f"{member.name} of the backup cannot be read: {trouble}") from trouble


def _compare(file: Path, written: Mapping[str, FileSum], listed: Mapping[str, FileSum]) -> None:
    for name in sorted(written.keys() | listed.keys()):
        if name not in written:
            raise UnusableBackup(f"{file} is not a whole backup: {name} is missing")
        if written[name] != listed.get(name):
            raise UnusableBackup(f"{file} is damaged: {name} has changed since the backup was made")


def _check(folder: Path) -> None:
    """Refuse what is whole as a backup but cannot be a data folder of this program."""
    layout = data_layout(folder)
    if layout not in (None, LAYOUT):
        raise UnsupportedLayout(f"the backup {other_layout(layout)}")
    with contextlib.suppress(NoGeneration):
        _, problems = Shelf(folder / GENERATIONS_FOLDER).first_whole(Check.FULL, accept_any)
        if problems:
            raise UnusableBackup(f"the backup does not fit together: {problems[0]}")
