"""The reference that belongs to a place in a sentence: behind it, or in the footnote whose mark stands there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.commitments.units import Unit, Units
from corpus.types import Person, Reference, ReferenceKind, ReferenceMention

_TIED = frozenset(
    {
        ReferenceKind.KAMERSTUK,
        ReferenceKind.TOEZEGGING,
        ReferenceKind.DOCUMENT,
        ReferenceKind.ZAAK,
        ReferenceKind.HANDELINGEN,
    }
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference with its text as written; None and "" where there is none."""

    reference: Reference | None = None
    text: str = ""


NOTHING = Cited()


def cited_behind(units: Units, unit: Unit, start: int, end: int, named: Sequence[Person] = ()) -> Cited:
    """What `unit.text[start:end]` cites: a reference in those words, else one in a footnote marked there.

    Where a footnote holds several, it is the one behind a name of `named`.
    """
    found = units.references(unit)
    own = [
        pair
        for pair in found
        if pair[0].in_notes == unit.in_notes and _kept(pair[0]) and start <= pair[0].start - unit.start < end
    ]
    if own:
        return Cited(own[0][0].reference, own[0][1])
    for note in unit.notes:
        if note.anchor is None or not start <= note.anchor - unit.start <= end:
            continue
        within = [
            pair for pair in found if pair[0].in_notes and note.start <= pair[0].start < note.end and _kept(pair[0])
        ]
        chosen = _behind_name(units.note_text(note), note.start, within, named) if len(within) > 1 else within
        if chosen:
            return Cited(chosen[0][0].reference, chosen[0][1])
    return NOTHING


def _kept(mention: ReferenceMention) -> bool:
    return mention.reference.kind in _TIED and bool(mention.reference.number)


def _behind_name(
    text: str, offset: int, found: list[tuple[ReferenceMention, str]], named: Sequence[Person]
) -> list[tuple[ReferenceMention, str]]:
    """The references behind the first name of `named` that the note holds; all of them where it names nobody."""
    for person in named:
        match = re.search(rf"(?<!\w){re.escape(person.name)}(?!\w)", text, re.IGNORECASE)
        if match:
            return [pair for pair in found if pair[0].start >= offset + match.end()]
    return [] if named else found
