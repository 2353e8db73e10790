"""The files that a path stands for: itself, all in a folder, all in a zip archive, at any depth.

Nothing is read before it is asked for. What cannot be taken (an unsafe member, a damaged archive, a file that is too
large, a path that does not exist) is handed on by name with its reason, and the rest goes on.
"""

import contextlib
import io
import os
import stat
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from corpus.errors import Refusal, UnreadableFile
from corpus.readers.kind import DAMAGE, is_package, is_zip

MEGABYTE = 1024 * 1024
_FIRST_BYTES = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """What one letter and one archive may hold; `ratio` is unpacked to packed size, asked of members of a megabyte up.

    A letter of text packs about 5 to 1 and official XML 15 to 1; a bomb packs 1,000 to 1.
    """

    file_size: int = 100 * MEGABYTE
    archive_size: int = 20_000 * MEGABYTE  # unpacked, archives inside it included
    members: int = 500_000
    ratio: int = 200
    depth: int = 4


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file to read: its name as shown, and how to get its bytes; `load` raises `UnreadableFile`."""

    name: str
    load: Callable[[], bytes] = field(compare=False)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file on the disk that is known under another name than its own."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class RefusedSource:
    """One file, archive or path that is not taken, and why."""

    name: str
    reason: Refusal
    message: str


def walk(paths: Sequence[Path | NamedFile], limits: Limits = DEFAULT_LIMITS) -> Iterator[SourceFile | RefusedSource]:
    """All files under the paths, in the order of the paths, folders and archives sorted by name.

    A file is named by its name, one in a folder by its path from that folder, a member by its path in the archive.
    Hidden files are passed over in folders; symbolic links are followed only to files inside the folder.
    """
    for path in paths:
        if isinstance(path, NamedFile):
            yield from _file(path.path, _shown(path.name), limits)
        elif _is_folder(path):
            yield from _folder(path, limits)
        else:
            yield from _file(path, _shown(path.name or str(path)), limits)


# ------------------------------------------------------------------------------------------------- on the disk


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that no file system takes
        return False


def _folder(folder: Path, limits: Limits) -> Iterator[SourceFile | RefusedSource]:
    root = folder.resolve()
    # Walked by hand, since `os.walk` says nothing of a folder that it may not open.
    waiting = [root]
    while waiting:
        current = waiting.pop()
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name)
        except OSError as wrong:
            name = _shown(current.relative_to(root).as_posix())
            yield RefusedSource(name, Refusal.NOT_FOUND, f"the folder cannot be opened: {wrong.strerror}")
            continue
        folders = []
        for entry in entries:
            path = Path(entry.path)
            if _is_passed_over(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
            else:
                name = _shown(path.relative_to(root).as_posix())
                yield from _linked(path, root, name, limits) if entry.is_symlink() else _file(path, name, limits)
        waiting.extend(reversed(folders))


def _linked(path: Path, root: Path, name: str, limits: Limits) -> Iterator[SourceFile | RefusedSource]:
    try:
        target = path.resolve()
        inside = target.is_file() and target.is_relative_to(root)
    except (OSError, RuntimeError):  # links in a circle
        inside = False
    if inside:
        yield from _file(target, name, limits)
    else:
        message = "a symbolic link that does not lead to a file in the same folder; name the file itself"
        yield RefusedSource(name, Refusal.NOT_FOUND, message)


def _file(path: Path, name: str, limits: Limits) -> Iterator[SourceFile | RefusedSource]:
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            # Opening a pipe or a device could wait for ever.
            yield RefusedSource(name, Refusal.UNKNOWN_KIND, "not an ordinary file")
            return
        with path.open("rb") as file:
            beginning = file.read(_FIRST_BYTES)
    except (OSError, ValueError) as wrong:
        yield RefusedSource(name, Refusal.NOT_FOUND, f"cannot be opened: {getattr(wrong, 'strerror', '') or wrong}")
        return
    if is_zip(beginning):
        archive = _Archive("", lambda: zipfile.ZipFile(path), _Budget(limits))
        yield from _zipped(archive, SourceFile(name, lambda: _read(path)), state.st_size)
    elif state.st_size > limits.file_size:
        yield _too_large(name, state.st_size, limits)
    else:
        yield SourceFile(name, lambda: _read(path))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise UnreadableFile(Refusal.NOT_FOUND, f"cannot be read: {wrong.strerror}") from wrong


def _too_large(name: str, size: int, limits: Limits) -> RefusedSource:
    message = f"{size // MEGABYTE} MB; a file may have {limits.file_size // MEGABYTE} MB"
    return RefusedSource(name, Refusal.TOO_LARGE, message)


def _is_passed_over(name: str) -> bool:
    """Whether a name is hidden, what macOS adds to archives, or the lock that Word keeps beside an open letter."""
    return name.startswith((".", "~$")) or name == "__MACOSX"


def _shown(name: str) -> str:
    """A name that can be printed: bytes that are no UTF-8 and control characters replaced."""
    readable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else "\ufffd" for character in readable)


# ----------------------------------------------------------------------------------------------------- archives


class _Budget:
    """What may still be unpacked from one archive on the disk, the archives inside it included."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.size = limits.archive_size
        self.members = limits.members
        # One archive stays open at each depth: its members are asked for one after the other.
        self.opened: dict[int, tuple[str, zipfile.ZipFile]] = {}


class _Archive(NamedTuple):
    """An archive that can be opened again when one of its members is asked for.

    `key` tells it from the other archives in the same file; `prefix` begins its members' names.
    """

    key: str
    open: Callable[[], zipfile.ZipFile]
    budget: _Budget
    depth: int = 1
    prefix: str = ""

    def opened(self) -> zipfile.ZipFile:
        held = self.budget.opened.pop(self.depth, None)
        if held and held[0] != self.key:
            held[1].close()
            held = None
        opened = held[1] if held else self.open()
        self.budget.opened[self.depth] = (self.key, opened)
        return opened

    def load(self, member: zipfile.ZipInfo) -> bytes:
        try:
            return self.opened().read(member)
        except DAMAGE as wrong:
            raise UnreadableFile(Refusal.DAMAGED, f"damaged in its archive: {wrong}") from wrong


def _zipped(archive: _Archive, whole: SourceFile, size: int) -> Iterator[SourceFile | RefusedSource]:
    """What a file that begins as a zip stands for: its members, or itself when it is a package such as .docx."""
    limits = archive.budget.limits
    try:
        members = archive.opened().infolist()
    except DAMAGE as wrong:
        # A Word file that is cut off begins the same: the reader says what is wrong with it.
        message = f"a zip archive or Word file that is cut off or damaged ({wrong}); fetch or save it again"
        yield RefusedSource(whole.name, Refusal.DAMAGED, message)
        return
    if is_package([member.filename for member in members]):
        yield whole if size <= limits.file_size else _too_large(whole.name, size, limits)
        return
    refusal = _exceeds(members, archive)
    if refusal:
        yield RefusedSource(whole.name, Refusal.UNSAFE_ARCHIVE, refusal)
    elif not any(not member.is_dir() for member in members):
        yield RefusedSource(whole.name, Refusal.EMPTY, "the archive holds no files")
    else:
        for member in sorted(members, key=_path):
            yield from _member(archive, member)


def _exceeds(members: Sequence[zipfile.ZipInfo], archive: _Archive) -> str | None:
    """Why an archive is not unpacked, by what its directory states, before anything of it is unpacked."""
    budget, limits = archive.budget, archive.budget.limits
    budget.members -= len(members)
    budget.size -= sum(member.file_size for member in members)
    if archive.depth > limits.depth:
        return f"archives inside archives more than {limits.depth} deep; unpack it and ingest what it holds"
    if budget.members < 0:
        return f"more than {limits.members:,} files in one archive; ingest it in parts"
    if budget.size < 0:
        return f"unpacks to more than {limits.archive_size // MEGABYTE:,} MB; ingest it in parts"
    return None


def _member(archive: _Archive, member: zipfile.ZipInfo) -> Iterator[SourceFile | RefusedSource]:
    path = _path(member)
    if member.is_dir() or any(_is_passed_over(part) for part in path.split("/") if part != ".."):
        return
    name = _shown(archive.prefix + path)
    refusal = _refused_member(member, path, archive.budget.limits)
    if refusal:
        yield replace(refusal, name=name)
        return
    source = SourceFile(name, lambda: archive.load(member))
    try:
        with archive.opened().open(member) as file:
            beginning = file.read(_FIRST_BYTES)
    except DAMAGE as wrong:
        yield RefusedSource(name, Refusal.DAMAGED, f"damaged in its archive: {wrong}")
        return
    if is_zip(beginning):
        inner = _Archive(
            f"{archive.key}{member.header_offset}/",
            lambda: zipfile.ZipFile(io.BytesIO(archive.load(member))),
            archive.budget,
            archive.depth + 1,
            f"{archive.prefix}{path}/",
        )
        yield from _zipped(inner, source, member.file_size)
    else:
        yield source


def _refused_member(member: zipfile.ZipInfo, path: str, limits: Limits) -> RefusedSource | None:
    unsafe = Refusal.UNSAFE_ARCHIVE
    if ".." in path.split("/") or path.startswith("/") or path[1:2] == ":":
        return RefusedSource(path, unsafe, "its path leads outside the archive")
    if stat.S_ISLNK(member.external_attr >> 16):
        return RefusedSource(path, unsafe, "a symbolic link, not a file")
    if member.flag_bits & 0x1:
        message = "protected with a password inside the archive; unpack it and ingest the file"
        return RefusedSource(path, Refusal.ENCRYPTED, message)
    if member.file_size > limits.file_size:
        return _too_large(path, member.file_size, limits)
    if member.file_size > MEGABYTE and member.file_size > limits.ratio * max(member.compress_size, 1):
        return RefusedSource(path, unsafe, f"unpacks to more than {limits.ratio} times its size, as a zip bomb does")
    return None


def _path(member: zipfile.ZipInfo) -> str:
    """A member's path with forward slashes; names in UTF-8 that are not marked so are read as such."""
    name = member.filename
    if not member.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")
