"""Telling a full disk from other trouble, whichever engine was writing."""

import contextlib
import errno
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from index.errors import DiskFull

FULL = "no space is left"
"""How every message of a full disk begins."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextlib.contextmanager
def writing_file(path: Path, work: str, needed: int) -> Iterator[None]:
    """Raise `DiskFull` for what goes wrong inside for want of space.

    `work` is what the file is part of ("a new generation"), and `needed` the bytes that this takes as a whole.
    """
    try:
        yield
    except (OSError, sqlite3.Error, ValueError, RuntimeError) as trouble:
        free = shutil.disk_usage(_standing(path)).free
        # Not every engine passes on why it could not write.
        if not _says_full(trouble) and free >= needed:
            raise
        raise DiskFull(
            f"{FULL} to write {path}: {work} needs about {_in_words(needed)} and {_in_words(free)} is free; "
            "make room and try again (what served before goes on serving)"
        ) from trouble


def _standing(path: Path) -> Path:
    return next(folder for folder in path.absolute().parents if folder.is_dir())


def _says_full(trouble: Exception) -> bool:
    if isinstance(trouble, OSError) and trouble.errno in _FULL:
        return True
    if isinstance(trouble, sqlite3.Error) and getattr(trouble, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return True
    return "No space left on device" in str(trouble)


def _in_words(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB" if size >= 1_000_000 else f"{size / 1_000:,.0f} kB"
