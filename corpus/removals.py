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
from pathlib import Path

from corpus.errors import Removal

_MARK = re.compile(r"([0-9a-f]{64})\.json")


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
