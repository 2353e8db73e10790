"""What a build tells of itself: while it runs, and when it is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Progress = Callable[[int, int], None]
"""Called with how many letters are done, and of how many."""


@dataclass(frozen=True, slots=True)
class FailedLetter:
    """A letter that the store holds and that could not be built in."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. `generation` is the number in force after it, None where there is still none.

    `added`, `changed` and `removed` are ids of letters; `failed` are those that are held but could not be built in.
    `chunks` and `letters` are all those of the generation, `embedded` the chunks that were encoded; seconds per step.
    """

    generation: int | None
    up_to_date: bool
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    failed: tuple[FailedLetter, ...]
    letters: int
    chunks: int
    embedded: int
    seconds: Mapping[str, float]
