"""Words for what can be corrected of a letter, for the values, and for what is missing."""

import datetime

from flask_babel import gettext, lazy_gettext

from corpus.references import cite
from corpus.types import Kind, Metadata
from qa.metadata.attention import Need
from qa.metadata.fields import MetadataField
from web.labels import day, kind_label

_FIELDS = {
    MetadataField.KIND: lazy_gettext("Kind"),
    MetadataField.TITLE: lazy_gettext("Title"),
    MetadataField.DATE: lazy_gettext("Date"),
    MetadataField.VERGADERJAAR: lazy_gettext("Parliamentary year"),
    MetadataField.CHAMBER: lazy_gettext("Chamber"),
    MetadataField.DOSSIERS: lazy_gettext("Dossiers"),
    MetadataField.NUMBER: lazy_gettext("Official number"),
    MetadataField.KENMERK: lazy_gettext("Sender’s reference"),
    MetadataField.MINISTRY: lazy_gettext("Ministry"),
    MetadataField.SENDERS: lazy_gettext("Senders"),
    MetadataField.RECEIVERS: lazy_gettext("Receivers"),
    MetadataField.PROPOSERS: lazy_gettext("Proposers"),
    MetadataField.QUESTIONERS: lazy_gettext("Questions by"),
}
_NEEDS = {
    Need.DATE: lazy_gettext("date missing"),
    Need.NUMBER: lazy_gettext("number missing"),
    Need.SENDER: lazy_gettext("sender missing"),
    Need.TEXT: lazy_gettext("a page without text"),
}


def field_label(field: str) -> str:
    """What a field is called, in the language of the page."""
    return str(_FIELDS[MetadataField(field)])


def field_value(field: str, value: str) -> str:
    """A value of a field as the page shows it; says so where nothing is known."""
    if not value:
        return str(gettext("not known"))
    if field == MetadataField.KIND:
        return kind_label(Kind(value))
    if field == MetadataField.DATE:
        return day(datetime.date.fromisoformat(value))
    return "; ".join(value.splitlines())


def cited_as(metadata: Metadata) -> str:
    """What a letter as a whole is cited as."""
    return cite(metadata, "")


def need_label(need: Need) -> str:
    """What is missing of a letter, in the language of the page."""
    return str(_NEEDS[need])
