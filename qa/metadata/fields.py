"""What of a letter can be corrected by hand, as people write it, and what a correction makes of the metadata."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.dates import parse_date, parse_vergaderjaar, vergaderjaar_of
from corpus.government import find_roles
from corpus.references import parse_dossier, recognise, write
from corpus.types import Dossier, Kind, Metadata, Person, Reference, ReferenceKind
from qa.errors import BadCorrection
from qa.metadata.people import read_people, write_people

LONGEST = 2_000
"""The most characters of a corrected value."""


class MetadataField(StrEnum):
    """What can be corrected; in this order corrections are put on the metadata, since some of them touch others."""

    KIND = "kind"
    TITLE = "title"
    DATE = "date"
    VERGADERJAAR = "vergaderjaar"
    CHAMBER = "chamber"
    DOSSIERS = "dossiers"
    NUMBER = "number"
    KENMERK = "kenmerk"
    SENDERS = "senders"
    MINISTRY = "ministry"
    RECEIVERS = "receivers"
    PROPOSERS = "proposers"
    QUESTIONERS = "questioners"


def read_field(metadata: Metadata, field: MetadataField) -> str:
    """The value of a field as people write it; "" where nothing is known. People stand a line each."""
    return _FIELDS[field].show(metadata)


def tidy(field: MetadataField, value: str) -> str:
    """A value in the one way in which it is kept, "" for what is not known; raises BadCorrection."""
    if len(value) > LONGEST:
        raise BadCorrection(f"De waarde is langer dan {LONGEST} tekens. / The value is over {LONGEST} characters.")
    empty = Metadata(Kind.OVERIG, "")
    return _FIELDS[field].show(_FIELDS[field].put(empty, value))


def apply(metadata: Metadata, values: Mapping[MetadataField, str]) -> Metadata:
    """The metadata with these values in the place of what was read; raises BadCorrection for one that has no meaning.

    What follows from a value follows it: the vergaderjaar that was told by the date, the reference of which number,
    chamber and vergaderjaar are parts, and the people named.
    """
    for field in MetadataField:
        if field in values:
            metadata = _FIELDS[field].put(metadata, values[field])
    return metadata


# ---------------------------------------------------------------------------------------------------- single fields


def _put_kind(metadata: Metadata, value: str) -> Metadata:
    try:
        return replace(metadata, kind=Kind(value.strip().casefold()))
    except ValueError:
        kinds = ", ".join(Kind)
        raise _bad(value, f"is geen soort; kies uit: {kinds}.", f"is no kind; there are: {kinds}.") from None


def _put_title(metadata: Metadata, value: str) -> Metadata:
    return replace(metadata, title=_line(value))


def _put_date(metadata: Metadata, value: str) -> Metadata:
    date = parse_date(value) if value.strip() else None
    if value.strip() and date is None:
        raise _bad(value, "is geen datum; schrijf 2023-03-24 of 24 maart 2023.", "is no date; write 2023-03-24.")
    told = vergaderjaar_of(metadata.date) if metadata.date else ""
    # On a numbered document the vergaderjaar is printed, as on one where it is not that of the date: it stays.
    if not metadata.vergaderjaar or (metadata.reference is None and metadata.vergaderjaar == told):
        metadata = _with_vergaderjaar(metadata, vergaderjaar_of(date) if date else "")
    return replace(metadata, date=date)


def _put_vergaderjaar(metadata: Metadata, value: str) -> Metadata:
    year = parse_vergaderjaar(value)
    if value.strip() and not year:
        raise _bad(value, "is geen vergaderjaar; schrijf 2022-2023.", "is no parliamentary year; write 2022-2023.")
    return _with_vergaderjaar(metadata, year)


def _with_vergaderjaar(metadata: Metadata, year: str) -> Metadata:
    reference = metadata.reference
    return replace(metadata, vergaderjaar=year, reference=replace(reference, vergaderjaar=year) if reference else None)


def _put_chamber(metadata: Metadata, value: str) -> Metadata:
    chamber = _line(value).upper()
    if chamber not in {"", "I", "II", "I/II"}:
        raise _bad(value, "is geen Kamer; schrijf I of II.", "is no chamber; write I or II.")
    reference = metadata.reference
    return replace(metadata, chamber=chamber, reference=replace(reference, chamber=chamber) if reference else None)


def _put_dossiers(metadata: Metadata, value: str) -> Metadata:
    titles = {dossier.number: dossier.title for dossier in metadata.dossiers}
    numbers: dict[str, None] = {}
    for written in filter(None, map(str.strip, value.replace(";", ",").replace("\n", ",").split(","))):
        number = parse_dossier(written)
        if not number:
            raise _bad(
                written, "is geen dossier; schrijf 32824 of 36200-XV.", "is no dossier; write 32824 or 36200-XV."
            )
        numbers[number] = None
    dossiers = tuple(Dossier(number, titles.get(number, "")) for number in numbers)
    metadata = replace(metadata, dossiers=dossiers)
    reference = metadata.reference
    if reference is None or reference.kind is not ReferenceKind.KAMERSTUK:
        return metadata
    if not dossiers:
        return replace(metadata, reference=None, number="")
    return replace(metadata, reference=replace(reference, dossier=dossiers[0].number))


def _put_number(metadata: Metadata, value: str) -> Metadata:
    written = _line(value)
    if not written:
        return replace(metadata, reference=None, number="")
    found = [mention for mention in recognise(written) if mention.reference.number]
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(written)):
        raise _bad(
            value,
            "is geen nummer van een stuk; schrijf «32824, nr. 372» of «Aanhangsel Handelingen II 2022/23, nr. 64».",
            "is no number of a document; write “32824, nr. 372”.",
        )
    return _with_reference(metadata, found[0].reference)


def _with_reference(metadata: Metadata, reference: Reference) -> Metadata:
    reference = replace(
        reference,
        page="",
        chamber=reference.chamber or metadata.chamber,
        vergaderjaar=reference.vergaderjaar or metadata.vergaderjaar,
    )
    metadata = replace(metadata, reference=reference)
    if reference.kind is ReferenceKind.BIJLAGE:
        return metadata
    if reference.kind is ReferenceKind.KAMERSTUK:
        first = next(
            (each for each in metadata.dossiers if each.number == reference.dossier), Dossier(reference.dossier)
        )
        metadata = replace(metadata, dossiers=(first, *(each for each in metadata.dossiers if each != first)))
    return replace(metadata, number=reference.number, chamber=reference.chamber, vergaderjaar=reference.vergaderjaar)


def _put_kenmerk(metadata: Metadata, value: str) -> Metadata:
    return replace(metadata, kenmerk=_line(value))


def _put_ministry(metadata: Metadata, value: str) -> Metadata:
    return replace(metadata, ministry=_line(value))


def _put_senders(metadata: Metadata, value: str) -> Metadata:
    senders = read_people(value)
    # A ministry that is not the one of the senders' office was read in the letterhead, and stays.
    if metadata.ministry == _ministry_of(metadata.senders):
        metadata = replace(metadata, ministry=_ministry_of(senders))
    return _naming(replace(metadata, senders=senders), metadata.senders)


def _put_receivers(metadata: Metadata, value: str) -> Metadata:
    return replace(metadata, receivers=read_people(value))


def _put_proposers(metadata: Metadata, value: str) -> Metadata:
    return _naming(replace(metadata, proposers=read_people(value)), metadata.proposers)


def _put_questioners(metadata: Metadata, value: str) -> Metadata:
    return _naming(replace(metadata, questioners=read_people(value)), metadata.questioners)


def _ministry_of(senders: tuple[Person, ...]) -> str:
    """The ministry of the first sender whose office tells one."""
    return next((role.ministry for sender in senders for role in find_roles(sender.role)), "")


def _naming(metadata: Metadata, before: tuple[Person, ...]) -> Metadata:
    """Have the people named in the letter hold those who belong to it, in the place of those who did."""
    belonging = (*metadata.senders, *metadata.proposers, *metadata.questioners)
    rest = [person for person in metadata.people if person not in before]
    added = [person for person in belonging if person.name and person not in rest]
    return replace(metadata, people=tuple(dict.fromkeys((*added, *rest))))


def _bad(value: str, dutch: str, english: str) -> BadCorrection:
    return BadCorrection(f"«{_line(value)}» {dutch} / “{_line(value)}” {english}")


def _line(value: str) -> str:
    return " ".join(value.split())


def _iso(date: datetime.date | None) -> str:
    return date.isoformat() if date else ""


@dataclass(frozen=True, slots=True)
class _Field:
    """How the value of one field is written, and put into the metadata."""

    show: Callable[[Metadata], str]
    put: Callable[[Metadata, str], Metadata]


_FIELDS: Mapping[MetadataField, _Field] = {
    MetadataField.KIND: _Field(lambda metadata: metadata.kind.value, _put_kind),
    MetadataField.TITLE: _Field(lambda metadata: metadata.title, _put_title),
    MetadataField.DATE: _Field(lambda metadata: _iso(metadata.date), _put_date),
    MetadataField.VERGADERJAAR: _Field(lambda metadata: metadata.vergaderjaar, _put_vergaderjaar),
    MetadataField.CHAMBER: _Field(lambda metadata: metadata.chamber, _put_chamber),
    MetadataField.DOSSIERS: _Field(
        lambda metadata: ", ".join(dossier.number for dossier in metadata.dossiers), _put_dossiers
    ),
    MetadataField.NUMBER: _Field(lambda metadata: write(metadata.reference) if metadata.reference else "", _put_number),
    MetadataField.KENMERK: _Field(lambda metadata: metadata.kenmerk, _put_kenmerk),
    MetadataField.MINISTRY: _Field(lambda metadata: metadata.ministry, _put_ministry),
    MetadataField.SENDERS: _Field(lambda metadata: write_people(metadata.senders), _put_senders),
    MetadataField.RECEIVERS: _Field(lambda metadata: write_people(metadata.receivers), _put_receivers),
    MetadataField.PROPOSERS: _Field(lambda metadata: write_people(metadata.proposers), _put_proposers),
    MetadataField.QUESTIONERS: _Field(lambda metadata: write_people(metadata.questioners), _put_questioners),
}
