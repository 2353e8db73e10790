"""What must be said with a letter wherever it is shown or cited: its forms, its versions, and what was corrected."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from corpus.types import Metadata
from index.types import Forms, GenerationInfo, LetterRecord
from qa.metadata.corrections import MetadataCorrection
from qa.metadata.fields import MetadataField, apply, read_field
from qa.types import CorrectedValue, Remarks


class Corrections(Protocol):
    """Knows what people corrected."""

    def of(self, letter: str) -> Sequence[MetadataCorrection]:
        """The corrections of a letter that are in force, in the order of the fields."""
        ...


class _NoCorrections:
    """Nobody corrected anything."""

    def of(self, _letter: str) -> Sequence[MetadataCorrection]:
        """None."""
        return ()


NO_CORRECTIONS: Corrections = _NoCorrections()


class KnownLetters(Protocol):
    """The letters of a generation: all that the pages ask of the generation in force."""

    @property
    def info(self) -> GenerationInfo:
        """Which generation this is."""
        ...

    @property
    def letters(self) -> Mapping[str, LetterRecord]:
        """All letters by id."""
        ...

    @property
    def forms(self) -> Forms:
        """Which letters are forms or versions of one another."""
        ...

    def replaced_by(self, letter_id: str) -> LetterRecord | None:
        """The newest version of a letter that was replaced; None where it was not, or is not held."""
        ...


def remarks(
    generation: KnownLetters, record: LetterRecord, as_read: Metadata, corrections: Corrections = NO_CORRECTIONS
) -> Remarks:
    """The remarks on a letter of a generation; `as_read` is what the reader made of its metadata.

    A correction is told as soon as it has its effect in this generation, not before.
    """
    revised = record.id in generation.info.manifest.revisions
    corrected = corrected_values(as_read, corrections.of(record.id)) if revised else ()
    return Remarks(
        forms=other_forms(generation, record.id),
        replaced_by=generation.replaced_by(record.id),
        replaces=replaces(generation, record.id),
        corrected=tuple(each for each in corrected if _has_effect(each, record.metadata)),
    )


def corrected_values(as_read: Metadata, corrections: Sequence[MetadataCorrection]) -> tuple[CorrectedValue, ...]:
    """What corrections put in the place of what, in the order of the fields."""
    corrected = apply(as_read, {each.field: each.value for each in corrections})
    return tuple(
        CorrectedValue(
            number=each.id,
            field=each.field.value,
            was=read_field(as_read, each.field),
            now=read_field(corrected, each.field),
            by=each.by,
            reason=each.reason,
            made=each.made,
        )
        for each in corrections
    )


def other_forms(generation: KnownLetters, letter_id: str) -> tuple[LetterRecord, ...]:
    """The other forms of a letter, the one to cite first."""
    return tuple(generation.letters[each] for each in generation.forms.of(letter_id) if each != letter_id)


def replaces(generation: KnownLetters, letter_id: str) -> tuple[LetterRecord, ...]:
    """The versions that a letter came directly after, in the form to cite."""
    forms = generation.forms
    mine = forms.of(letter_id)
    found = {forms.of(older)[0]: None for older, newer in forms.replaced.items() if newer in mine}
    return tuple(generation.letters[each] for each in sorted(found))


def _has_effect(value: CorrectedValue, metadata: Metadata) -> bool:
    return value.now == read_field(metadata, MetadataField(value.field))
