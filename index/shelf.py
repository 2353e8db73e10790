"""The folder of generations: which are there, which is in force, putting one in force, checking, clearing away.

<n>/          one generation, never changed after it was put in force
CURRENT       which one is in force
.draft-…      one in the making or on its way out; what a writer that was ended leaves, the next one clears
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.people import matches
from index.durable import flush
from index.errors import DamagedGeneration, IndexProblem, NoGeneration, UnsupportedEncoder, UnsupportedLayout
from index.generation import Generation
from index.seal import Check, pointer_mark, problems_of, read_manifest, read_pointer, read_seal, seal, write_pointer
from index.types import GenerationInfo, Manifest

GENERATIONS_FOLDER = "generations"
"""Where the generations lie in a data folder."""

_DRAFT = ".draft"
_REFUSED = (DamagedGeneration, UnsupportedEncoder, UnsupportedLayout)

Accept = Callable[[GenerationInfo], None]
"""Raises for a generation that cannot be used for what is to be done."""


def accept_any(_info: GenerationInfo) -> None:
    """Accept every generation that is whole."""


class Shelf:
    """The generations of one data folder. Holds no state but the folder's name.

    What writes is for the one who holds the writer's lock.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    # ------------------------------------------------------------------------------------------------- asking

    def folder(self, number: int) -> Path:
        """Where a generation lies."""
        return self._folder / str(number)

    def numbers(self) -> list[int]:
        """The numbers of the generations that are there, ascending."""
        try:
            names = [entry.name for entry in self._folder.iterdir()]
        except FileNotFoundError:
            return []
        return sorted(int(name) for name in names if name.isascii() and name.isdecimal())

    def in_force(self) -> int | None:
        """The number of the generation in force, None where nothing says; raises `DamagedGeneration`."""
        pointer = read_pointer(self._folder)
        return pointer.number if pointer else None

    def mark(self) -> tuple[int, int] | None:
        """What changes whenever a generation is put in force; cheap."""
        return pointer_mark(self._folder)

    def first_whole(self, check: Check, accept: Accept) -> tuple[Generation, tuple[str, ...]]:
        """The generation in force, else the nearest one before it that can be used; and what was wrong with others.

        Raises `NoGeneration` when there is none at all, and the first trouble when there is none that can be used.
        """
        troubles: list[IndexProblem] = []
        for number, digest in self._in_turn(troubles):
            try:
                generation = self._open(number, check, digest, current=not troubles)
                accept(generation.info)
            except _REFUSED as trouble:
                troubles.append(trouble)
            else:
                return generation, tuple(map(str, troubles))
        if troubles:
            raise type(troubles[0])("; ".join(map(str, troubles)))
        raise NoGeneration("nothing was built yet: run `vraagbaak ingest PATH…`, then `vraagbaak build`")

    def holds(self, number: int, letters: frozenset[str]) -> bool:
        """Whether a generation holds one of these letters, or cannot say."""
        try:
            return not letters.isdisjoint(read_manifest(self.folder(number)).letters)
        except DamagedGeneration:
            return True

    def problems(self, number: int | None = None) -> list[str]:
        """What is wrong with one generation or with all, a line for each file; raises `NoGeneration`."""
        found: list[str] = []
        if number is None:
            try:
                pointer = read_pointer(self._folder)
                if pointer and read_seal(self.folder(pointer.number)).digest != pointer.digest:
                    found.append(f"generation {pointer.number} is not the one that was put in force")
            except (DamagedGeneration, UnsupportedLayout) as trouble:
                found.append(str(trouble))
        for one in self.numbers() if number is None else [self._there(number)]:
            wrong = self._wrong_with(self.folder(one))
            # A generation that a build cleared away meanwhile is not damaged.
            found += wrong if self.folder(one).is_dir() else []
        return list(dict.fromkeys(found))

    @staticmethod
    def _wrong_with(folder: Path) -> list[str]:
        try:
            return list(problems_of(folder, read_seal(folder), Check.FULL))
        except (DamagedGeneration, UnsupportedLayout) as trouble:
            return [str(trouble)]

    def _in_turn(self, troubles: list[IndexProblem]) -> list[tuple[int, str | None]]:
        """The generations in the order in which to try them, the first with the digest of its seal where known."""
        newest_first = self.numbers()[::-1]
        unknown = DamagedGeneration(f"{self._folder} does not say which generation is in force")
        try:
            pointer = read_pointer(self._folder)
        except DamagedGeneration as trouble:
            pointer, unknown = None, trouble
        if pointer is None:
            troubles += [unknown] if newest_first else []
            return [(number, None) for number in newest_first]
        before = [number for number in newest_first if number < pointer.number]
        after = [number for number in newest_first if number > pointer.number]
        return [(pointer.number, pointer.digest), *((number, None) for number in before + after)]

    def _open(self, number: int, check: Check, digest: str | None, *, current: bool) -> Generation:
        folder = self.folder(number)
        if digest is not None and read_seal(folder).digest != digest:
            raise DamagedGeneration(f"{folder} is not the generation that was put in force")
        return Generation(folder, check, matches, current=current)

    def _there(self, number: int) -> int:
        numbers = self.numbers()
        if number not in numbers:
            held = ", ".join(map(str, numbers)) or "none"
            raise NoGeneration(f"there is no generation {number}; on disk: {held}")
        return number

    # ------------------------------------------------------------------------------------------------ writing

    @contextlib.contextmanager
    def draft(self) -> Iterator[Path]:
        """An empty folder to make a generation in; it is gone afterwards, unless `publish` took it."""
        self.sweep()
        folder = self._folder / f"{_DRAFT}-{os.getpid()}"
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def sweep(self) -> None:
        """Clear away what a writer left that was ended half-way."""
        for leftover in self._folder.glob(f"{_DRAFT}*"):
            shutil.rmtree(leftover, ignore_errors=True)

    def publish(self, draft: Path, manifest: Manifest) -> int:
        """Seal a draft and set it among the generations; returns its number. It is not in force yet."""
        number = self._next_number()
        seal(draft, number, manifest)
        draft.rename(self.folder(number))
        flush(self._folder)
        return number

    def activate(self, number: int, accept: Accept) -> Generation:
        """Check a generation whole and put it in force; raises `NoGeneration` and what makes it unusable."""
        folder = self.folder(self._there(number))
        generation = Generation(folder, Check.FULL, matches, current=True)
        accept(generation.info)
        write_pointer(self._folder, read_seal(folder))
        return generation

    def remove(self, number: int) -> None:
        """Clear a generation away; who has it open keeps it whole."""
        leaving = self._folder / f"{_DRAFT}-{number}-leaving"
        self.folder(number).rename(leaving)
        shutil.rmtree(leaving)

    def _next_number(self) -> int:
        # A number is not used again, also when the generation that had it is gone.
        in_force = None
        with contextlib.suppress(DamagedGeneration):
            in_force = self.in_force()
        return max([0, in_force or 0, *self.numbers()]) + 1
