"""The generations of a data folder: which one serves, building the next, going back, checking, clearing away."""

import threading
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from corpus.removals import RemovedLetters
from index import analysis as dutch
from index.errors import DamagedGeneration, IndexProblem, NoGeneration, UnsupportedEncoder, UnsupportedLayout
from index.fields import Analysis
from index.generation import Generation, checked
from index.lock import writing
from index.plan import Letters
from index.report import BuildReport, Progress
from index.seal import LAYOUT, Check, data_layout, is_newer, other_layout
from index.shelf import GENERATIONS_FOLDER, Shelf
from index.types import Encoder, GenerationInfo, SearchIndex
from index.withheld import Withheld

DUTCH = Analysis(dutch.ANALYSIS_VERSION, dutch.analyse, dutch.names)


@dataclass(frozen=True, slots=True)
class _Serving:
    """The generation that is handed out, the mark of the pointer when it was opened, and what was wrong with others."""

    mark: tuple[int, int] | None
    generation: Generation
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is handed out for a generation while these letters are removed."""

    generation: Generation
    removed: frozenset[str]
    search_index: SearchIndex


class Library:
    """The generations of one data folder. Safe to use from many threads and processes.

    Its state is the generation that it hands out; who holds an older one keeps it whole. A letter that was removed is
    in nothing that is handed out from then on, also where the generation in force holds it still.
    """

    def __init__(
        self, folder: Path, encoder: Encoder, *, analysis: Analysis = DUTCH, check: Check = Check.SIZES, keep: int = 5
    ) -> None:
        """Begin with a data folder; nothing is read or written yet.

        `check` is how much is looked at when the first generation is opened: a server takes `Check.FULL`. After a
        build the newest `keep` generations stay, one at the least.
        """
        self._data = folder
        self._shelf = Shelf(folder / GENERATIONS_FOLDER)
        self._encoder = encoder
        self._analysis = analysis
        self._check = check
        self._keep = keep
        self._removed = RemovedLetters(folder)
        self._opening = threading.Lock()
        self._serving: _Serving | None = None
        self._last_shown: _Shown | None = None

    # ------------------------------------------------------------------------------------------------ serving

    def current(self) -> SearchIndex:
        """The generation in force, or the one before it when that is damaged: then `problems` says so.

        Cheap: looks whether another generation was put in force or a letter was removed, and does something only then.
        Raises `NoGeneration`, and `DamagedGeneration`, `UnsupportedEncoder` or `UnsupportedLayout` when there are some
        but none can be used.
        """
        # A mark that comes while the generation is looked up must count: they are read last.
        generation, removed = self._in_force(), self._removed.now()
        shown = self._last_shown
        if shown is None or shown.generation is not generation or shown.removed is not removed:
            held = removed & generation.info.manifest.letters.keys()
            search_index = Withheld(generation, frozenset(held)) if held else generation
            self._last_shown = shown = _Shown(generation, removed, search_index)
        return shown.search_index

    def _in_force(self) -> Generation:
        serving = self._serving
        if serving is not None and serving.mark == self._shelf.mark():
            return serving.generation
        if serving is None:
            with self._opening:
                return self._open_in_force(self._check).generation
        # While one thread opens the next generation, the others go on with the one before; but not when that was
        # cleared away, since the letters that it quotes may be gone too.
        gone = not self._shelf.folder(serving.generation.info.number).is_dir()
        if self._opening.acquire(blocking=gone):
            try:
                return self._open_in_force(Check.SIZES).generation
            finally:
                self._opening.release()
        return serving.generation

    @property
    def problems(self) -> tuple[str, ...]:
        """Why the generation handed out is not the one in force, a line for each trouble; empty when it is."""
        serving = self._serving
        return serving.problems if serving is not None else ()

    def _open_in_force(self, check: Check) -> _Serving:
        while True:
            mark, serving = self._shelf.mark(), self._serving
            if serving is not None and serving.mark == mark:
                return serving
            try:
                self._check_layout(older_too=True)
                generation, problems = self._shelf.first_whole(check, self._refuse_unsearchable)
            except IndexProblem as trouble:
                if serving is None:
                    raise
                generation, problems = serving.generation, (str(trouble),)
            # A generation that was cleared away while it was being opened looks damaged: another is in force by then.
            if not problems or self._shelf.mark() == mark:
                self._serving = serving = _Serving(mark, generation, problems)
                return serving

    def _refuse_unsearchable(self, info: GenerationInfo) -> None:
        """Refuse a generation that this program's encoder and analysis cannot ask."""
        manifest, encoder = info.manifest, self._encoder
        if manifest.encoder != encoder.name:
            raise UnsupportedEncoder(
                f"generation {info.number} was built with the encoder {manifest.encoder}, this program asks with "
                f"{encoder.name}: run `vraagbaak build`"
            )
        built, asked = manifest.versions.get("analysis"), self._analysis.version
        if built != asked:
            raise UnsupportedLayout(
                f"generation {info.number} was built with version {built} of the analysis of words, this program asks "
                f"with version {asked}: run `vraagbaak build`"
            )

    # ----------------------------------------------------------------------------------------------- building

    def build(self, letters: Letters, progress: Progress = lambda _done, _total: None) -> BuildReport:
        """Make a generation of all letters and put it in force; nothing is made when nothing changed.

        Raises `Busy`, `DiskFull` and `UnsupportedLayout`; whatever happens, what serves goes on serving.
        """
        # Imported here and nowhere else: recognising promises takes a tenth of a second to import, which whoever only
        # asks does not wait for.
        from index.build import Recipe  # noqa: PLC0415
        from index.building import Builder  # noqa: PLC0415

        with writing(self._data, "build"):
            self._check_layout(older_too=False)
            recipe = Recipe(self._encoder, self._analysis)
            return Builder(self._data, self._shelf, recipe, self._put_in_the_place).build(letters, progress)

    def _put_in_the_place(self, number: int) -> Generation:
        """Put a generation that was built in the place of the one before."""
        generation = self._put_in_force(number)
        self._prune()
        return generation

    def _put_in_force(self, number: int) -> Generation:
        generation = self._shelf.activate(number, self._refuse_unsearchable)
        self._serving = _Serving(self._shelf.mark(), generation, ())
        return generation

    # ------------------------------------------------------------------------------------------- looking after

    def number_in_force(self) -> int | None:
        """The number of the generation in force, damaged or not; None where nothing says which it is."""
        try:
            return self._shelf.in_force()
        except DamagedGeneration:
            return None

    def generations(self) -> list[GenerationInfo]:
        """The generations on disk, oldest first; `verify` names those that are left out for being damaged."""
        in_force = self.number_in_force()
        found = []
        for number in self._shelf.numbers():
            folder = self._shelf.folder(number)
            try:
                sealed, manifest = checked(folder, Check.SIZES)
            except (DamagedGeneration, UnsupportedLayout):
                continue
            found.append(GenerationInfo(number, sealed.created, manifest, number == in_force))
        return found

    def activate(self, number: int) -> GenerationInfo:
        """Check a generation whole and put it in force; raises `Busy`, `NoGeneration` and what makes it unusable."""
        with writing(self._data, "rollback"):
            self._check_layout(older_too=True)
            return self._put_in_force(number).info

    def rollback(self, number: int | None = None) -> GenerationInfo:
        """Put an earlier generation back in force: the newest before the present one, unless a number is given.

        Raises what `activate` raises, and `NoGeneration` when there is none before.
        """
        if number is None:
            in_force = self._shelf.in_force() or 0
            earlier = [one for one in self._shelf.numbers() if one < in_force]
            if not earlier:
                raise NoGeneration("there is no earlier generation to go back to")
            number = earlier[-1]
        return self.activate(number)

    def verify(self, number: int | None = None) -> list[str]:
        """Read every byte of one generation, or of all; what is wrong, a line for each file, empty when all is well."""
        return self._shelf.problems(number)

    def drop_holding(self, letters: Collection[str]) -> tuple[int, ...]:
        """Clear away every generation that holds one of these letters, but for the one in force; raises `Busy`.

        A generation whose list of letters cannot be read counts as one that holds them. Returns the number of the one
        in force where it holds one of them still.
        """
        wanted, left = frozenset(letters), []
        with writing(self._data, "remove"):
            in_force = self._shelf.in_force()
            for number in self._shelf.numbers():
                if self._shelf.holds(number, wanted):
                    if number == in_force:
                        left.append(number)
                    else:
                        self._shelf.remove(number)
        return tuple(left)

    def _prune(self) -> None:
        for number in self._shelf.numbers()[: -max(self._keep, 1)]:
            self._shelf.remove(number)

    def _check_layout(self, *, older_too: bool) -> None:
        layout = data_layout(self._data)
        if layout not in (None, LAYOUT) and (older_too or is_newer(layout)):
            raise UnsupportedLayout(f"{self._data} {other_layout(layout)}")
