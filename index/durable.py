"""Writing that survives a crash: a file is there whole or not at all, and what is there is on the disk."""

import hashlib
import os
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in the place of a file in one step; readers see the old content or the new."""
    draft = path.with_name(f".{path.name}.new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    flush(path.parent)


def flush(path: Path) -> None:
    """Have a file or the entries of a folder written to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_tree(folder: Path) -> None:
    """Have everything under a folder, and the folder itself, written to the disk."""
    for place, _, names in os.walk(folder, topdown=False):
        for name in names:
            flush(Path(place, name))
        flush(Path(place))


def files_under(folder: Path) -> list[str]:
    """The names of all files under a folder, relative to it, with "/" between parts, sorted."""
    return sorted(
        Path(place, name).relative_to(folder).as_posix() for place, _, names in os.walk(folder) for name in names
    )


def size_of(folder: Path) -> int:
    """How many bytes the files under a folder hold together; 0 for a folder that is not there."""
    return sum((folder / name).stat().st_size for name in files_under(folder))


def sha256_of(path: Path) -> str:
    """The sha256 of a file's content, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
