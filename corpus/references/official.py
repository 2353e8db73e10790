"""Writing references and citing documents, as the Aanwijzingen voor de regelgeving (3.43) have it."""

import re
from dataclasses import replace

from corpus.dates import short_vergaderjaar, write_date
from corpus.names import full_name, is_initials
from corpus.types import Kind, Metadata, Reference, ReferenceKind

_HANDELINGEN_LABEL = re.compile(r"\d{1,3}-\d{1,3}-(\d{1,5})")
_NOUNS = {
    Kind.KAMERBRIEF: "Brief",
    Kind.ANTWOORD: "Brief",
    Kind.MOTIE: "Motie",
    Kind.VRAGEN: "Vragen",
    Kind.VERSLAG: "Verslag",
    Kind.HANDELINGEN: "Handelingen",
    Kind.BESLUIT: "Besluit",
    Kind.OVERIG: "Stuk",
}


def write(reference: Reference) -> str:
    """The official spelling of a reference, its page included; `recognise` reads the same reference from it."""
    page = f"p. {reference.page}" if reference.page else ""
    number = f"nr. {reference.number}" if reference.number else ""
    if reference.kind is ReferenceKind.KAMERSTUK and reference.dossier:
        stuk = reference.number if reference.number.isalpha() else number
        return _joined(_kamerstukken(reference), stuk, page)
    if reference.kind is ReferenceKind.AANHANGSEL and reference.vergaderjaar:
        return _joined(_source("Aanhangsel Handelingen", reference), number, page)
    if reference.kind is ReferenceKind.HANDELINGEN:
        item = f"item {reference.item}" if reference.item else ""
        return _joined(_source("Handelingen", reference), number, item, page)
    return _joined(reference.identifier, page)


def cite(metadata: Metadata, page_label: str) -> str:
    """The official citation of a document, with the page unless `page_label`, the page as printed, is "".

    A document without an official number is cited by its senders, date and kenmerk, a motie by its proposers, and
    where nobody is known by its title. What is not known is left out, except the date: "ongedateerd".
    """
    page = _page_number(page_label)
    reference = metadata.reference
    written = write(reference) if reference is not None else ""
    if reference is None or not written:
        kenmerk = f"kenmerk {metadata.kenmerk}" if metadata.kenmerk else ""
        return _joined(_unnumbered(metadata), kenmerk, f"p. {page}" if page else "")
    if reference.kind is ReferenceKind.BIJLAGE and metadata.dossiers:
        parent = Reference(
            ReferenceKind.KAMERSTUK,
            dossier=metadata.dossiers[0].number,
            number=metadata.number,
            chamber=metadata.chamber,
            vergaderjaar=metadata.vergaderjaar,
        )
        return _joined(f"Bijlage bij {write(parent)} ({reference.identifier})", f"p. {page}" if page else "")
    return written if page == reference.page else write(replace(reference, page=page))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _source(name: str, reference: Reference) -> str:
    """The series, the chamber and the vergaderjaar: "Handelingen II 2010/11"."""
    year = short_vergaderjaar(reference.vergaderjaar) if reference.vergaderjaar else ""
    return " ".join(part for part in (name, reference.chamber, year) if part)


def _kamerstukken(reference: Reference) -> str:
    source = _source("Kamerstukken", reference)
    separator = ", " if reference.chamber or reference.vergaderjaar else " "
    dossier, _, addition = reference.dossier.partition("-")
    joint = "-" if addition.isdigit() else " "
    return f"{source}{separator}{dossier}{joint if addition else ''}{addition}"


def _page_number(label: str) -> str:
    """The page in its own series: Handelingen print 70-4-1 for page 1 of item 4 of meeting 70."""
    match = _HANDELINGEN_LABEL.fullmatch(label)
    return match.group(1) if match else label


def _unnumbered(metadata: Metadata) -> str:
    """What a document without a number is known by: "Brief van de Minister van Financiën van 3 mei 2024"."""
    date = write_date(metadata.date) if metadata.date else ""
    author = _author(metadata)
    if not author:
        return _joined(f"«{metadata.title}»" if metadata.title else _NOUNS[metadata.kind], date or "ongedateerd")
    named = f"{_NOUNS[metadata.kind]} van {author}"
    return f"{named} van {date}" if date else f"{named}, ongedateerd"


def _author(metadata: Metadata) -> str:
    if metadata.kind in {Kind.MOTIE, Kind.VRAGEN}:
        members = metadata.proposers or metadata.questioners
        names = [full_name("" if is_initials(each.first) else each.first, each.name) for each in members]
        return f"{'het lid' if len(names) == 1 else 'de leden'} {_listed(names)}" if names else ""
    if metadata.senders:
        return _listed(
            [f"de {each.role}" if each.role else full_name(each.first, each.name) for each in metadata.senders]
        )
    return f"het Ministerie van {metadata.ministry}" if metadata.ministry else ""


def _listed(names: list[str]) -> str:
    return " en ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
