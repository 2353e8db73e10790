"""Building the next generation on the one before: what there is to do, doing it, and putting it in force."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from index.build import NEW_GENERATION, Before, Draft, Made, Recipe, Stopwatch, space_needed
from index.errors import IndexProblem, NoGeneration
from index.generation import Generation
from index.plan import Letters, Plan, make_plan
from index.report import BuildReport, Progress
from index.seal import Check, write_data_layout
from index.shelf import GENERATIONS_FOLDER, Shelf, accept_any
from index.space import writing_file

_NOTHING_MADE = Made(None, 0, ())


@dataclass(frozen=True, slots=True)
class Builder:
    """Builds in one data folder for whoever holds its lock.

    `put_in_force` takes the number of a generation that was made and sealed, and gives it back opened.
    """

    data: Path
    shelf: Shelf
    recipe: Recipe
    put_in_force: Callable[[int], Generation]

    def build(self, letters: Letters, progress: Progress) -> BuildReport:
        """Make a generation of all letters and put it in force; nothing is made when nothing changed."""
        # Every byte: else what is taken over carries its damage along, and what is damaged is never mended.
        before, troubles = self._to_build_on()
        plan = self._plan(letters, before)
        if plan.is_empty and not troubles:
            self.shelf.sweep()
            return _report(before.generation if before else None, plan, _NOTHING_MADE, Stopwatch())
        return self._build(letters, before, plan, progress, anyway=bool(troubles))

    def _build(
        self, letters: Letters, before: Before | None, plan: Plan, progress: Progress, *, anyway: bool
    ) -> BuildReport:
        watch = Stopwatch()
        needed = space_needed(before, plan, self.recipe.encoder.dimensions)
        # Each step names its own file; this is for what is written between the steps.
        with writing_file(self.data / GENERATIONS_FOLDER, NEW_GENERATION, needed):
            with self.shelf.draft() as folder:
                made = Draft(folder, self.recipe, before, watch).make(letters, plan, progress, anyway=anyway)
                if made.manifest is None:
                    return _report(before.generation if before else None, plan, made, watch)
                with watch.step("seal"):
                    number = self.shelf.publish(folder, made.manifest)
            with watch.step("activate"):
                write_data_layout(self.data)
                generation = self.put_in_force(number)
        return _report(generation, plan, made, watch)

    def _plan(self, letters: Letters, before: Before | None) -> Plan:
        manifest = before.generation.info.manifest if before else None
        return make_plan(letters, manifest, self.recipe.encoder.name, self.recipe.versions)

    def _to_build_on(self) -> tuple[Before | None, tuple[str, ...]]:
        try:
            generation, troubles = self.shelf.first_whole(Check.FULL, accept_any)
        except NoGeneration:
            return None, ()
        except IndexProblem as trouble:
            return None, (str(trouble),)
        return Before(generation, self.shelf.folder(generation.info.number)), troubles


def _report(generation: Generation | None, plan: Plan, made: Made, watch: Stopwatch) -> BuildReport:
    failed = {letter.id for letter in made.failed}
    manifest = generation.info.manifest if generation else None
    return BuildReport(
        generation=generation.info.number if generation else None,
        up_to_date=made.manifest is None,
        added=tuple(letter_id for letter_id in plan.added if letter_id not in failed),
        changed=tuple(letter_id for letter_id in plan.changed if letter_id not in failed),
        removed=plan.removed,
        failed=made.failed,
        letters=len(manifest.letters) if manifest else 0,
        chunks=manifest.chunk_count if manifest else 0,
        embedded=made.embedded,
        seconds=watch.seconds,
    )
