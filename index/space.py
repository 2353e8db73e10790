"""Telling a full disk from other trouble, whichever engine was writing."""

import contextlib
import errno
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from index.errors import DiskFull

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@contextlib.contextmanager
def writing_file(path: Path, needed: int) -> Iterator[None]:
    """Raise `DiskFull` for what goes wrong inside for want of space; `needed` bytes is what the whole work takes."""
    try:
        yield
    except (OSError, sqlite3.Error, ValueError, RuntimeError) as trouble:
        free = shutil.disk_usage(path.parent).free
        # Not every engine passes on why it could not write.
        if not _says_full(trouble) and free >= needed:
            raise
        raise DiskFull(
            f"no space is left to write {path}: a new generation needs about {_in_words(needed)}, {_in_words(free)} is "
            "free; make room and run `vraagbaak build` again (what served before goes on serving)"
        ) from trouble


def _says_full(trouble: Exception) -> bool:
    if isinstance(trouble, OSError) and trouble.errno in _FULL:
        return True
    if isinstance(trouble, sqlite3.Error) and getattr(trouble, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
        return True
    return "No space left on device" in str(trouble)


def _in_words(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"
