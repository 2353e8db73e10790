"""The letters that need somebody's attention, since what they are found and cited by was not read."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Kind, Metadata
from index.types import Edition, LetterRecord
from qa.metadata.fields import MetadataField, apply
from qa.metadata.remarks import KnownLetters

_Values = Mapping[MetadataField, str]
_NOTHING: _Values = {}


class Need(StrEnum):
    """What is missing of a letter."""

    DATE = "date"
    NUMBER = "number"
    SENDER = "sender"
    TEXT = "text"


# Who a kind of document is by; a report is by nobody.
_BY: Mapping[Kind, MetadataField] = {
    Kind.KAMERBRIEF: MetadataField.SENDERS,
    Kind.ANTWOORD: MetadataField.SENDERS,
    Kind.MOTIE: MetadataField.PROPOSERS,
    Kind.VRAGEN: MetadataField.QUESTIONERS,
}


@dataclass(frozen=True, slots=True)
class Attention:
    """A letter and what is missing of it."""

    letter: LetterRecord
    needs: tuple[Need, ...]


def letters_to_see_to(generation: KnownLetters, corrections: Mapping[str, _Values]) -> tuple[Attention, ...]:
    """The letters that lack something, those that lack most first, then by title; each in its form to cite.

    `corrections` are the values in force by letter, whether they were built in or not. What somebody said is not in the
    document is no longer missed.
    """
    forms = generation.forms
    found = [
        Attention(record, missing)
        for record in generation.letters.values()
        if forms.of(record.id)[0] == record.id and (missing := needs(record, corrections.get(record.id, _NOTHING)))
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.needs), each.letter.metadata.title, each.letter.id)))


class AttentionList:
    """The letters of one generation that lack something, kept until that or the corrections are others."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._kept: tuple[Edition, Mapping[str, _Values], tuple[Attention, ...]] | None = None

    def of(self, generation: KnownLetters, corrections: Mapping[str, _Values]) -> tuple[Attention, ...]:
        """What `letters_to_see_to` tells."""
        edition = generation.info.edition
        with self._guard:
            if self._kept is None or self._kept[:2] != (edition, corrections):
                self._kept = edition, corrections, letters_to_see_to(generation, corrections)
            return self._kept[2]


def needs(record: LetterRecord, values: _Values = _NOTHING) -> tuple[Need, ...]:
    """What is missing of one letter; `values` are the corrections of it that are in force."""
    metadata = apply(record.metadata, values)
    by = field_for(Need.SENDER, metadata.kind)
    missing = {
        Need.DATE: metadata.date is None and MetadataField.DATE not in values,
        Need.NUMBER: not _has_number(metadata) and not {MetadataField.NUMBER, MetadataField.KENMERK} & values.keys(),
        Need.SENDER: by is not None and not _has_author(metadata) and by not in values,
        Need.TEXT: bool(record.textless_pages),
    }
    return tuple(need for need in Need if missing[need])


def field_for(need: Need, kind: Kind) -> MetadataField | None:
    """The field in which to fill in what is missing; None for what no correction can mend."""
    if need is Need.SENDER:
        return _BY.get(kind)
    return {Need.DATE: MetadataField.DATE, Need.NUMBER: MetadataField.NUMBER}.get(need)


def _has_number(metadata: Metadata) -> bool:
    return bool(metadata.kenmerk) or (metadata.reference is not None and bool(metadata.reference.number))


def _has_author(metadata: Metadata) -> bool:
    by = {
        MetadataField.SENDERS: metadata.senders or metadata.ministry,
        MetadataField.PROPOSERS: metadata.proposers,
        MetadataField.QUESTIONERS: metadata.questioners,
    }
    return bool(by[_BY[metadata.kind]])
