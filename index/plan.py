"""What a build has to do: which letters stay as they are, which come, change or leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from corpus.store import READING_VERSION
from corpus.types import Letter
from index.types import Manifest


class Letters(Protocol):
    """What a build needs: a `corpus.store.Store` with what people changed in its letters."""

    def letters(self) -> list[str]:
        """The ids of all letters, sorted."""
        ...

    def has(self, letter_id: str) -> bool:
        """Whether the letter is held, read by the present version of the reader."""
        ...

    def readings(self, letter_id: str) -> list[str]:
        """The versions of the readings that are held, oldest first."""
        ...

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """The letter as one reading saw it, and as people changed it since; raises a `CorpusError`."""
        ...

    def revisions(self) -> Mapping[str, str]:
        """For each letter that people changed, a digest of what they changed."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """The letters by what happens to them; ids are sorted.

    `kept` stay with their chunks as they are, `cut` are cut and analysed: both map an id to the reading to use. `added`
    and `changed` (another reading, or changed by people) say why; where the program itself changed, letters are cut for
    neither. `revisions` are the digests of what people changed.
    """

    kept: Mapping[str, str]
    cut: Mapping[str, str]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    revisions: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not self.cut and not self.removed


def make_plan(letters: Letters, before: Manifest | None, encoder: str, versions: Mapping[str, str]) -> Plan:
    """Compare the letters that are held with those of the generation before; loads none of them."""
    held = {letter_id: _reading(letters, letter_id) for letter_id in letters.letters()}
    revisions = {key: revision for key, revision in letters.revisions().items() if key in held}
    known = before.letters if before else {}
    revised = {key for key in known if (before.revisions if before else {}).get(key) != revisions.get(key)}
    as_before = before is not None and before.encoder == encoder and before.versions == versions
    same = {key for key, reading in held.items() if known.get(key) == reading and key not in revised}
    kept = {key: reading for key, reading in held.items() if as_before and key in same}
    return Plan(
        kept=kept,
        cut={key: reading for key, reading in held.items() if key not in kept},
        added=tuple(key for key in held if key not in known),
        changed=tuple(key for key in held if key in known and key not in same),
        removed=tuple(sorted(known.keys() - held.keys())),
        revisions=revisions,
    )


def _reading(letters: Letters, letter_id: str) -> str:
    """The version of the reading to use: the present one, else the newest; "" where there is none."""
    if letters.has(letter_id):
        return READING_VERSION
    held = letters.readings(letter_id)
    return held[-1] if held else ""
