"""How a letter stands: its forms and versions, what was corrected in it, and what is still missing."""

from dataclasses import dataclass

from corpus.types import Letter
from index.errors import IndexProblem
from index.types import LetterRecord
from qa.metadata.attention import Need, needs
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.fields import MetadataField, read_field
from qa.metadata.remarks import corrected_values, other_forms, replaces
from qa.types import CorrectedValue
from web.services import Services, current_services


@dataclass(frozen=True, slots=True)
class LetterStanding:
    """What the page says of a letter besides what it holds.

    `waiting` are the numbers of the corrections that the search does not know yet. `correctable` says whether
    corrections can be made here.
    """

    forms: tuple[LetterRecord, ...] = ()
    replaced_by: LetterRecord | None = None
    replaces: tuple[LetterRecord, ...] = ()
    corrected: tuple[CorrectedValue, ...] = ()
    waiting: frozenset[int] = frozenset()
    needs: tuple[Need, ...] = ()
    correctable: bool = False


def letter_standing(letter: Letter, services: Services) -> LetterStanding:
    """How a letter stands at this moment; nothing of the index where none serves or the letter is not in it yet."""
    corrected = _corrected(letter, services.corrected)
    correctable = services.corrected is not None
    try:
        generation = services.library.current()
    except IndexProblem:
        return LetterStanding(corrected=corrected, correctable=correctable)
    record = generation.letters.get(letter.id)
    if record is None:
        return LetterStanding(corrected=corrected, correctable=correctable)
    values = {MetadataField(each.field): each.now for each in corrected}
    return LetterStanding(
        forms=other_forms(generation, letter.id),
        replaced_by=generation.replaced_by(letter.id),
        replaces=replaces(generation, letter.id),
        corrected=corrected,
        waiting=frozenset(
            each.number for each in corrected if read_field(record.metadata, MetadataField(each.field)) != each.now
        ),
        needs=needs(record, values),
        correctable=correctable,
    )


def newest_version(letter_id: str) -> LetterRecord | None:
    """The newest version of a letter that was replaced; None where it was not, or nothing serves."""
    try:
        return current_services().library.current().replaced_by(letter_id)
    except IndexProblem:
        return None


def _corrected(letter: Letter, corrected: CorrectedLetters | None) -> tuple[CorrectedValue, ...]:
    if corrected is None:
        return ()
    corrections = corrected.corrections.of(letter.id)
    return corrected_values(corrected.as_read(letter.id), corrections) if corrections else ()
