"""Words for the values that the pages show: kinds, likelihood, dates."""

import datetime
import re

from flask_babel import format_date, format_datetime, format_decimal, lazy_gettext

from corpus.types import CommitmentStatus, Format, Kind, Metadata
from web.safety.access import Role

_MEGABYTE = 1024 * 1024
_DOSSIER = re.compile(r"(\d+)(\d{3})(?:-(.+))?")

_KINDS = {
    Kind.KAMERBRIEF: lazy_gettext("Letter to parliament"),
    Kind.MOTIE: lazy_gettext("Motion"),
    Kind.VRAGEN: lazy_gettext("Parliamentary questions"),
    Kind.ANTWOORD: lazy_gettext("Answers to questions"),
    Kind.VERSLAG: lazy_gettext("Report of a debate"),
    Kind.HANDELINGEN: lazy_gettext("Official report"),
    Kind.BESLUIT: lazy_gettext("Decree"),
    Kind.OVERIG: lazy_gettext("Other"),
}
_FORMATS = {
    Format.PDF: "PDF",
    Format.DOCX: "Word",
    Format.XML: "XML",
    Format.HTML: "HTML",
    Format.TEXT: lazy_gettext("text"),
}
_ROLES = {
    Role.READER: lazy_gettext("reader"),
    Role.EDITOR: lazy_gettext("editor"),
    Role.ADMINISTRATOR: lazy_gettext("administrator"),
}
_STATUSES = {
    CommitmentStatus.NIEUW: lazy_gettext("new"),
    CommitmentStatus.OPEN: lazy_gettext("open"),
    CommitmentStatus.DEELS: lazy_gettext("partly kept"),
    CommitmentStatus.VOLDAAN: lazy_gettext("kept"),
    CommitmentStatus.VERVALLEN: lazy_gettext("lapsed"),
    CommitmentStatus.VOORGESTELD: lazy_gettext("proposed"),
    CommitmentStatus.OORDEEL_KAMER: lazy_gettext("left to the judgement of the Kamer"),
    CommitmentStatus.ONTRADEN: lazy_gettext("advised against"),
    CommitmentStatus.OVERGENOMEN: lazy_gettext("taken over by the government"),
    CommitmentStatus.AANGEHOUDEN: lazy_gettext("held over"),
    CommitmentStatus.AANGENOMEN: lazy_gettext("adopted"),
    CommitmentStatus.VERWORPEN: lazy_gettext("rejected"),
    CommitmentStatus.IN_UITVOERING: lazy_gettext("being carried out"),
    CommitmentStatus.UITGEVOERD: lazy_gettext("carried out"),
    CommitmentStatus.ONBEKEND: lazy_gettext("not known"),
}
# From which probability on the words hold, highest first.
_LIKELIHOODS = (
    (0.9, lazy_gettext("Almost certainly answers this")),
    (0.7, lazy_gettext("Very likely answers this")),
    (0.5, lazy_gettext("Probably answers this")),
    (0.25, lazy_gettext("Possibly answers this")),
    (0.0, lazy_gettext("Unlikely to answer this")),
)


def kind_label(kind: Kind) -> str:
    """What a kind of document is called, in the language of the page."""
    return str(_KINDS[kind])


def kind_labels() -> list[tuple[str, str]]:
    """All kinds as (value, label), in the order in which a form shows them."""
    return [(kind.value, kind_label(kind)) for kind in Kind]


def status_label(status: CommitmentStatus) -> str:
    """What a state of a promise or motion is called."""
    return str(_STATUSES[status])


def format_label(letter_format: Format) -> str:
    """What a kind of file is called."""
    return str(_FORMATS[letter_format])


def role_labels() -> dict[str, str]:
    """What each role of an account is called, by the word for it in addresses, forms and files."""
    return {role.name.lower(): str(label) for role, label in _ROLES.items()}


def likelihood(probability: float) -> str:
    """A probability from 0 to 1 in words."""
    return next(str(words) for least, words in _LIKELIHOODS if probability >= least or least == 0)


def file_size(size: int) -> str:
    """A number of bytes in kB or MB, at least 1 kB."""
    if size < _MEGABYTE:
        return f"{max(1, round(size / 1024))} kB"
    return f"{format_decimal(round(size / _MEGABYTE))} MB"


def day(date: datetime.date | None) -> str:
    """A date written out, "" for none."""
    return str(format_date(date, "d MMMM yyyy")) if date else ""


def dossier_number(number: str) -> str:
    """A dossier's number as it is printed: "36 200 XV", "21 501-02"."""
    match = _DOSSIER.fullmatch(number)
    if not match:
        return number
    addition = match[3] or ""
    between = "-" if addition.isdigit() else " "
    return f"{match[1]} {match[2]}{between}{addition}".strip()


def numbered(metadata: Metadata) -> str:
    """The number that people look a document up by: dossier and ondernummer, else its own number or kenmerk."""
    if not metadata.dossiers:
        return metadata.number or metadata.kenmerk
    dossier = dossier_number(metadata.dossiers[0].number)
    return f"{dossier}, nr. {metadata.number}" if metadata.number else dossier


def moment(time: datetime.datetime) -> str:
    """A time in words on the clock of this machine: of today the time alone."""
    local = time.astimezone()
    if local.date() == datetime.datetime.now().astimezone().date():
        return str(format_datetime(local, "HH:mm:ss", rebase=False))
    return str(format_datetime(local, "d MMMM yyyy, HH:mm", rebase=False))
