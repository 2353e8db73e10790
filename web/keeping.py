"""Looking after the generations of a data folder for people: what changed with each, going back, keeping a copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index import backup as archive
from index.library import Library
from index.types import GenerationInfo
from web.history import Change, History


@dataclass(frozen=True, slots=True)
class Kept:
    """A generation on disk, with what it has that the one before it had not; ids of letters.

    `change` says who made it and through what, None where that was not written down. `is_first` says that there is
    nothing to compare it with.
    """

    info: GenerationInfo
    change: Change | None
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    is_first: bool = False


class Keeper:
    """The generations of one data folder. Holds no state of its own; safe to use from many threads."""

    def __init__(self, data: Path, library: Library, history: History) -> None:
        self._data = data
        self._library = library
        self._history = history

    def kept(self) -> list[Kept]:
        """The generations on disk, newest first."""
        found: list[Kept] = []
        before: Mapping[str, str] | None = None
        for info in self._library.generations():
            found.append(_kept(info, self._history.of(info.number), before))
            before = info.manifest.letters
        return found[::-1]

    def changes(self, limit: int = 50) -> list[Change]:
        """What was put in force, newest first, also of generations that are gone."""
        return self._history.recent(limit)

    def go_back(self, number: int | None, by: str) -> GenerationInfo:
        """Put an earlier generation in force, the one before the present one unless a number is given.

        Raises `Busy`, `NoGeneration`, and what makes a generation unusable.
        """
        info = self._library.rollback(number)
        self._history.went_back(info.number, by)
        return info

    def backup(self, file: Path) -> archive.BackupReport:
        """Write a backup of the data folder; raises what `index.backup.backup` raises."""
        return archive.backup(self._data, file)


def _kept(info: GenerationInfo, change: Change | None, before: Mapping[str, str] | None) -> Kept:
    letters = info.manifest.letters
    if change is not None:
        return Kept(info, change, change.added, change.changed, change.removed)
    if before is None:
        return Kept(info, None, (), (), (), is_first=True)
    return Kept(
        info,
        None,
        tuple(sorted(letters.keys() - before.keys())),
        tuple(sorted(one for one in letters.keys() & before.keys() if letters[one] != before[one])),
        tuple(sorted(before.keys() - letters.keys())),
    )
