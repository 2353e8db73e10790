"""What makes a folder a generation: its manifest, the checksums of its files, and the check of them.

<n>/manifest.json     what it was made of (`index.types.Manifest`)
<n>/checksums.json    layout, number, time, and sha256 and size of every other file; sealed by its own digest
CURRENT               the number of the generation in force, and the digest that seals it
"""

import datetime
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from corpus.codec import CodecError, from_json, to_json
from index.durable import files_under, flush_tree, replace_file, sha256_of
from index.errors import DamagedGeneration, UnsupportedLayout
from index.types import Manifest

LAYOUT = "1"
"""The version of what this package writes into a data folder; raised when an older program would misread it."""

_LAYOUT_FILE = "LAYOUT"
_MANIFEST = "manifest.json"
_CHECKSUMS = "checksums.json"
_POINTER = "CURRENT"
# By far the largest files, and those that do no harm when they are damaged: SQLite says so when it meets it, and any
# bytes are a vector. The engine of the lexical index may end the process.
_READ_SAFELY = (".sqlite", ".faiss")
_POINTER_FORM = re.compile(r"([1-9][0-9]*) ([0-9a-f]{64})\n")


class Check(StrEnum):
    """How much of a generation is looked at before it is used."""

    FULL = "full"  # every byte of every file
    SIZES = "sizes"  # every byte, but of chunks and vectors only their size


@dataclass(frozen=True, slots=True)
class FileSum:
    """What a file of a generation holds."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Seal:
    """What `checksums.json` says."""

    layout: str
    number: int
    created: datetime.datetime
    files: Mapping[str, FileSum]

    @property
    def digest(self) -> str:
        """The sha256 of everything that the seal says."""
        return hashlib.sha256(_canonical(to_json(self))).hexdigest()


@dataclass(frozen=True, slots=True)
class Pointer:
    """What `CURRENT` says: which generation is in force, and the digest of its seal."""

    number: int
    digest: str


def seal(folder: Path, number: int, manifest: Manifest) -> Seal:
    """Write manifest and checksums for the files in a folder, and have all of it written to the disk."""
    (folder / _MANIFEST).write_bytes(_canonical(to_json(manifest)))
    files = {name: FileSum(sha256_of(folder / name), (folder / name).stat().st_size) for name in files_under(folder)}
    made = Seal(LAYOUT, number, datetime.datetime.now(datetime.UTC).replace(microsecond=0), files)
    (folder / _CHECKSUMS).write_bytes(_sealed(made))
    flush_tree(folder)
    return made


def read_seal(folder: Path) -> Seal:
    """The seal of a generation; raises `DamagedGeneration`, and `UnsupportedLayout` for one of another version."""
    try:
        content = (folder / _CHECKSUMS).read_bytes()
        value = json.loads(content)
        layout = value["layout"]
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        raise DamagedGeneration(f"{folder / _CHECKSUMS} cannot be read: {wrong}") from wrong
    if layout != LAYOUT:
        raise UnsupportedLayout(f"{folder} {other_layout(str(layout))}")
    try:
        read = from_json(Seal, {name: member for name, member in value.items() if name != "seal"})
    except CodecError as wrong:
        raise DamagedGeneration(f"{folder / _CHECKSUMS} has changed since it was written: {wrong}") from wrong
    if _sealed(read) != content or str(read.number) != folder.name:
        raise DamagedGeneration(f"{folder / _CHECKSUMS} has changed since it was written")
    return read


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a generation whose files were checked; raises `DamagedGeneration`."""
    try:
        return from_json(Manifest, json.loads((folder / _MANIFEST).read_bytes()))
    except (OSError, ValueError) as wrong:
        raise DamagedGeneration(f"{folder / _MANIFEST} cannot be read: {wrong}") from wrong


def problems_of(folder: Path, sealed: Seal, check: Check) -> Iterator[str]:
    """What is wrong with the files of a generation, a line for each file."""
    for name, expected in sealed.files.items():
        path = folder / name
        try:
            if path.stat().st_size != expected.size:
                yield f"{path} has {path.stat().st_size} bytes, not {expected.size}"
            elif (check is Check.FULL or path.suffix not in _READ_SAFELY) and sha256_of(path) != expected.sha256:
                yield f"{path} has changed since it was written"
        except OSError as wrong:
            yield f"{path} cannot be read: {wrong.strerror}"


def read_pointer(generations: Path) -> Pointer | None:
    """Which generation is in force, None where none ever was; raises `DamagedGeneration`."""
    try:
        content = (generations / _POINTER).read_text("ascii", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as wrong:
        raise DamagedGeneration(f"{generations / _POINTER} cannot be read: {wrong.strerror}") from wrong
    match = _POINTER_FORM.fullmatch(content)
    if match is None:
        raise DamagedGeneration(f"{generations / _POINTER} has changed since it was written")
    return Pointer(int(match[1]), match[2])


def write_pointer(generations: Path, sealed: Seal) -> None:
    """Put a generation in force, in one step."""
    replace_file(generations / _POINTER, f"{sealed.number} {sealed.digest}\n".encode("ascii"))


def pointer_mark(generations: Path) -> tuple[int, int] | None:
    """What changes whenever another generation is put in force; cheap."""
    try:
        status = (generations / _POINTER).stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns


def data_layout(data_folder: Path) -> str | None:
    """The layout of a data folder, None where nothing was built yet."""
    try:
        return (data_folder / _LAYOUT_FILE).read_text("utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None


def write_data_layout(data_folder: Path) -> None:
    """Say that a data folder is of this program's layout."""
    replace_file(data_folder / _LAYOUT_FILE, f"{LAYOUT}\n".encode())


def is_newer(layout: str) -> bool:
    """Whether a layout is of a program newer than this one."""
    return layout.isdecimal() and int(layout) > int(LAYOUT)


def other_layout(layout: str) -> str:
    """The end of a sentence about something made by another version: what to do."""
    if is_newer(layout):
        return f"was made by a newer version of Vraagbaak (layout {layout}): update the program"
    return f"was made by an older version of Vraagbaak (layout {layout}): run `vraagbaak build`"


def _sealed(made: Seal) -> bytes:
    return _canonical({**to_json(made), "seal": made.digest})


def _canonical(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, indent=1).encode() + b"\n"
