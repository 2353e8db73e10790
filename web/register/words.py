"""Words for the values of the register, in the language of the page."""

from flask_babel import gettext, lazy_gettext

from corpus.names import full_name, is_initials
from corpus.types import CommitmentKind, Person, ReferenceKind
from corpus.types import CommitmentStatus as Status
from qa.commitments.types import CorrectionKind, Entry, Source, Standing
from web.labels import day, dossier_number, status_label

SENDER = "afzender"
_KAMER = "Kamer"
_KINDS = {
    CommitmentKind.TOEZEGGING: lazy_gettext("Promise"),
    CommitmentKind.MOTIE: lazy_gettext("Motion"),
}
_STANDINGS = {
    Standing.OVERDUE: lazy_gettext("Overdue"),
    Standing.OPEN: lazy_gettext("Still to do"),
    Standing.UNKNOWN: lazy_gettext("Not known"),
    Standing.CLOSED: lazy_gettext("Closed"),
}
_SOURCES = {
    Source.LETTER: lazy_gettext("the letters"),
    Source.OFFICIAL: lazy_gettext("the official register"),
    Source.PERSON: lazy_gettext("a correction"),
}


def kind_name(kind: CommitmentKind) -> str:
    """What a kind of entry is called."""
    return str(_KINDS[kind])


def status_name(status: Status) -> str:
    """What a state is called."""
    return status_label(status)


def standing_name(standing: Standing) -> str:
    """What is left to do, in words."""
    return str(_STANDINGS[standing])


def source_name(source: Source) -> str:
    """Where a state comes from, in words that follow "according to"."""
    return str(_SOURCES[source])


def correction_name(kind: CorrectionKind, status: Status | None) -> str:
    """What a correction says."""
    if kind is CorrectionKind.WRONG:
        return str(gettext("Marked as wrong: not a promise or motion"))
    if kind is CorrectionKind.MERGE:
        return str(gettext("Merged with another entry"))
    return str(gettext("Status set to “%(status)s”", status=status_name(status or Status.ONBEKEND)))


def member(person: Person) -> str:
    """Who was promised something or proposed it: "Jasper van Dijk (SP)", "the Kamer"."""
    if person.name == _KAMER:
        return str(gettext("the Kamer"))
    name = full_name("" if is_initials(person.first) else person.first, person.name) or person.role
    return f"{name} ({person.party})" if person.party else name


def members(entry: Entry) -> str:
    """All to whom an entry was promised, or who proposed it; "" where nobody is named."""
    return "; ".join(member(person) for person in entry.to)


def promiser(entry: Entry) -> str:
    """Who promised: the person with the office, else as the text says it; "" of a motie and where nobody is named."""
    person = entry.by_person
    if person is not None and (person.name or person.role):
        name = full_name(person.first, person.name)
        return f"{name} ({person.role})" if name and person.role else name or person.role
    return str(gettext("the sender of the letter")) if entry.by == SENDER else entry.by


def number(entry: Entry) -> str:
    """What an entry is looked up by: a motie by dossier and ondernummer, a promise by that of the official register."""
    if entry.official is not None:
        return entry.official.number
    for reference in entry.references:
        if entry.kind is CommitmentKind.MOTIE and reference.kind is ReferenceKind.KAMERSTUK and reference.number:
            return f"{dossier_number(reference.dossier)}, nr. {reference.number}"
        if reference.kind is ReferenceKind.TOEZEGGING:
            return reference.number
    return ""


def due_words(entry: Entry) -> str:
    """The day by which it is due, else the letter's own words for when; "" where nothing says it."""
    return day(entry.due_date) or entry.due


def in_one_language(text: str, language: str) -> str:
    """The half of a message "Nederlands. / English." that is in the language of the page."""
    dutch, between, english = text.partition(" / ")
    return text if not between else dutch if language == "nl" else english
