"""The form in which what was read of a letter is corrected: its fields, and what somebody filled in."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext

from corpus.types import Metadata
from qa.errors import BadCorrection
from qa.metadata.attention import Need, field_for
from qa.metadata.fields import LONGEST, MetadataField, read_field, tidy
from web.labels import kind_labels
from web.letters.field_labels import field_label

_NAMES = {
    MetadataField.KIND: "soort",
    MetadataField.TITLE: "titel",
    MetadataField.DATE: "datum",
    MetadataField.VERGADERJAAR: "vergaderjaar",
    MetadataField.CHAMBER: "kamer",
    MetadataField.DOSSIERS: "dossier",
    MetadataField.NUMBER: "nummer",
    MetadataField.KENMERK: "kenmerk",
    MetadataField.MINISTRY: "ministerie",
    MetadataField.SENDERS: "afzender",
    MetadataField.RECEIVERS: "ontvanger",
    MetadataField.PROPOSERS: "indiener",
    MetadataField.QUESTIONERS: "vragensteller",
}
# As they are asked for: what a citation is made of first.
_ORDER = (
    MetadataField.DATE,
    MetadataField.NUMBER,
    MetadataField.KENMERK,
    MetadataField.KIND,
    MetadataField.TITLE,
    MetadataField.SENDERS,
    MetadataField.MINISTRY,
    MetadataField.PROPOSERS,
    MetadataField.QUESTIONERS,
    MetadataField.RECEIVERS,
    MetadataField.DOSSIERS,
    MetadataField.CHAMBER,
    MetadataField.VERGADERJAAR,
)
_PEOPLE = frozenset(
    {MetadataField.SENDERS, MetadataField.RECEIVERS, MetadataField.PROPOSERS, MetadataField.QUESTIONERS}
)
ABSENT = "ontbreekt"
"""The parameter that names the fields of which somebody says that the document does not give them."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of the form. `options` are those of a choice, (value, label); `lines` says that it takes several.

    `missed` says that it is one of those that the letter needs, `absent` that somebody ticked that it is not there.
    """

    name: str
    label: str
    value: str
    hint: str
    longest: int
    options: tuple[tuple[str, str], ...] = ()
    lines: bool = False
    missed: bool = False
    absent: bool = False
    problem: str = ""


def form_fields(
    metadata: Metadata,
    needs: Sequence[Need],
    given: Mapping[str, str],
    absent: Collection[str] = (),
    problems: Mapping[MetadataField, str] | None = None,
) -> list[FormField]:
    """The fields with their present values, or with what was `given` under their names."""
    missed = {field_for(need, metadata.kind) for need in needs}
    return [
        FormField(
            name=_NAMES[field],
            label=field_label(field),
            value=given.get(_NAMES[field], read_field(metadata, field)),
            hint=_hint(field),
            longest=LONGEST,
            options=_options(field),
            lines=field in _PEOPLE,
            missed=field in missed,
            absent=_NAMES[field] in absent,
            problem=(problems or {}).get(field, ""),
        )
        for field in _ORDER
    ]


def field_name(field: MetadataField) -> str:
    """What a field is called in the form, which is where it stands on the page too."""
    return _NAMES[field]


def changes(
    metadata: Metadata, given: Mapping[str, str], absent: Collection[str]
) -> tuple[dict[MetadataField, str], dict[MetadataField, str]]:
    """What a form changes, and what is wrong with it: by field the value in the form that is kept, and the message."""
    changed: dict[MetadataField, str] = {}
    problems: dict[MetadataField, str] = {}
    for field, name in _NAMES.items():
        if name not in given:
            continue
        try:
            value = tidy(field, given[name])
        except BadCorrection as problem:
            problems[field] = str(problem)
            continue
        if value != tidy(field, read_field(metadata, field)) or (not value and name in absent):
            changed[field] = value
    return changed, problems


def _hint(field: MetadataField) -> str:
    if field in _PEOPLE:
        return str(gettext("One person a line, with party and role in brackets: T. Aartsen (VVD, Kamerlid)"))
    hints = {
        MetadataField.DATE: gettext("2023-03-24, or 24 maart 2023"),
        MetadataField.NUMBER: gettext("As it is cited: 32824, nr. 372, or Aanhangsel Handelingen II 2022/23, nr. 64"),
        MetadataField.DOSSIERS: gettext("The first is the letter’s own: 32824, 36200-XV"),
        MetadataField.VERGADERJAAR: gettext("2022-2023"),
    }
    return str(hints.get(field, ""))


def _options(field: MetadataField) -> tuple[tuple[str, str], ...]:
    if field is MetadataField.KIND:
        return tuple(kind_labels())
    if field is MetadataField.CHAMBER:
        both = gettext("both chambers")
        chambers = (("II", gettext("House of Representatives")), ("I", gettext("Senate")), ("I/II", both))
        return (("", gettext("not known")), *chambers)
    return ()
