"""Which letters were removed for good: a mark for each of them, without anything that stood in it.

    <data>/removed/<sha256>.json     when, by whom and why

A mark is on the disk before the first byte of its letter goes, so that a removal that is broken off is seen and
finished, and so that what cited the letter can say what became of it.
"""

import contextlib
import datetime
import json
import os
import re
import time
from pathlib import Path

from corpus.errors import Removal

_MARK = re.compile(r"([0-9a-f]{64})\.json")
# Two marks that come within one tick of the clock of the file system leave the folder with the same time.
_SETTLED = 2_000_000_000  # nanoseconds


class Removals:
    """The marks of one data folder. Holds no state but the folder's name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "removed"

    def all(self) -> frozenset[str]:
        """The ids of all letters that were removed."""
        try:
            names = os.listdir(self._folder)  # noqa: PTH208 - Path.iterdir makes an object for each name
        except FileNotFoundError:
            return frozenset()
        return frozenset(match[1] for name in names if (match := _MARK.fullmatch(name)))

    def has(self, letter_id: str) -> bool:
        """Whether a letter was removed; quicker than `get`."""
        return os.path.exists(f"{self._folder}/{letter_id}.json")  # noqa: PTH110 - asked for every letter of a build

    def get(self, letter_id: str) -> Removal | None:
        """When a letter was removed, by whom and why; None for one that was not."""
        path = self._path(letter_id)
        if path is None:
            return None
        try:
            said = json.loads(path.read_text("utf-8"))
            moment = datetime.datetime.fromisoformat(said["removed"])
            return Removal(letter_id, moment, str(said["by"]), str(said["why"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            # The mark is what counts: a letter does not come back because the words on it are lost.
            return Removal(letter_id, datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC), "", "")

    def add(self, removal: Removal) -> None:
        """Mark a letter as removed; a mark that is there already stays as it is."""
        path = self._path(removal.letter)
        if path is None:
            raise ValueError(f"{removal.letter!r} is no id of a letter")
        if path.exists():
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        said = {"removed": removal.removed.isoformat(), "by": removal.by, "why": removal.why}
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            with draft.open("w", encoding="utf-8") as file:
                json.dump(said, file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        self._flush()

    def drop(self, letter_id: str) -> None:
        """Take a mark away: the letter is held again."""
        path = self._path(letter_id)
        if path is not None:
            with contextlib.suppress(FileNotFoundError):
                path.unlink()
                self._flush()

    def _flush(self) -> None:
        descriptor = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _path(self, letter_id: str) -> Path | None:
        name = f"{letter_id}.json"
        return self._folder / name if _MARK.fullmatch(name) else None


class RemovedLetters:
    """The ids of all letters that were removed, asked for with every question. Safe to use from many threads.

    Its state is what it read last: as long as no mark comes or goes, asking costs a look at one folder's time.
    """

    def __init__(self, folder: Path) -> None:
        """Begin with a data folder; nothing is read yet."""
        self._folder = folder / "removed"
        self._removals = Removals(folder)
        self._read: tuple[int, frozenset[str]] | None = None

    def now(self) -> frozenset[str]:
        """The ids as they are at this moment; the same object as long as they are the same."""
        try:
            changed = os.stat(self._folder).st_mtime_ns  # noqa: PTH116 - asked with every question
        except FileNotFoundError:
            return frozenset()
        read = self._read
        if read is not None and read[0] == changed:
            return read[1]
        began, found = time.time_ns(), self._removals.all()
        if read is not None and read[1] == found:
            found = read[1]
        self._read = (changed if began - changed > _SETTLED else -1, found)
        return found
