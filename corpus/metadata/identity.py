"""Which document this is: its own reference, dossiers, number, chamber, vergaderjaar and date."""

import datetime
import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from corpus.dates import parse_date, parse_vergaderjaar, vergaderjaar_of
from corpus.metadata.source import Source
from corpus.reading import FactName
from corpus.references import parse_dossier, recognise
from corpus.types import BlockKind, Dossier, Reference, ReferenceKind

_FILE_NAME = re.compile(r"(?:kst|ah|h|blg)-[\w-]+?(?=\.(?:xml|pdf|html?|odt|txt|docx)\Z|\Z)", re.IGNORECASE)
_ADDRESSEE = re.compile(
    r"\bvoorzitter\s+van\s+de\s+(?P<which>Tweede|Eerste)\s+Kamer\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:Den Haag|'s-Gravenhage|’s-Gravenhage|Voorgesteld|Vastgesteld|Datum|Ontvangen)\b[ ,:]{0,3}")
_ANSWERED = re.compile(r"\((?:ontvangen|ingezonden) (?P<date>[^()]{6,30})\)")
# A line of its own under the title: what the letter is about, or the number under which its sender filed it.
_FILED = re.compile(
    r"Kamerstuk(?:nummer)?\s?:?\s(?P<dossier>\d\d ?\d{3}\b.{0,30})|Kamerstuk\s(?P<kenmerk>\d{7,8}(?: R)?)"
)
_OPENING_PARAGRAPHS = 12


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells this document from all others; "" or None for what it does not say."""

    reference: Reference | None
    dossiers: tuple[Dossier, ...]
    number: str
    chamber: str
    vergaderjaar: str
    date: datetime.date | None
    kenmerk: str


def identify(source: Source) -> Identity:
    """Tell which document this is, from its facts and, where they are silent, its head, foot and file name."""
    date = _date(source)
    dossiers = _dossiers(source)
    named = _named(source)
    chamber = (named.chamber if named else "") or _chamber(source)
    year = (named.vergaderjaar if named else "") or parse_vergaderjaar(source.first(FactName.VERGADERJAAR))
    if not year and date:
        year = vergaderjaar_of(date)
    reference = named or _counted(source, dossiers)
    if reference is None:
        return Identity(None, dossiers, "", chamber, year, date, _kenmerk(source))
    reference = replace(reference, chamber=chamber, vergaderjaar=year)
    if reference.kind is ReferenceKind.KAMERSTUK and reference.dossier:
        known = {dossier.number for dossier in dossiers}
        dossiers = dossiers if reference.dossier in known else (Dossier(reference.dossier), *dossiers)
    number = _number(source, reference)
    return Identity(reference, dossiers, number, chamber, year, date, _kenmerk(source))


def _named(source: Source) -> Reference | None:
    """The reference that the document, or else its file name, gives as an identifier."""
    for identifier in source.values(FactName.IDENTIFIER):
        for mention in recognise(identifier):
            return mention.reference
    name = PurePosixPath(source.file.replace("\\", "/")).name
    match = _FILE_NAME.match(name)
    if match and not source.first(FactName.NUMBER):
        mentions = recognise(match.group())
        if mentions and mentions[0].end == len(match.group()) and mentions[0].reference.number:
            return mentions[0].reference
    return None


def _counted(source: Source, dossiers: tuple[Dossier, ...]) -> Reference | None:
    """The reference that follows from the dossier and number, or the meeting and item, in the head or foot."""
    number = source.first(FactName.NUMBER)
    if not number:
        return None
    kind = source.first(FactName.DOCUMENT_TYPE).lower()
    if kind.startswith("handelingen") or source.first(FactName.ITEM):
        return Reference(ReferenceKind.HANDELINGEN, number=number, item=source.first(FactName.ITEM))
    feet = " ".join(source.values(FactName.PAGE_FOOT)[:2])
    if "Aanhangsel" in feet or source.furniture(_APPENDIX):
        return Reference(ReferenceKind.AANHANGSEL, number=number)
    if dossiers:
        return Reference(ReferenceKind.KAMERSTUK, dossier=dossiers[0].number, number=_plain(number))
    return None


_APPENDIX = re.compile(r"Aanhangsel van de Handelingen")


def _plain(number: str) -> str:
    return re.sub(r"(?i)^\s*nrs?\.?\s*", "", number)


def _number(source: Source, reference: Reference) -> str:
    """The number in the first dossier; of an attachment that of the stuk it belongs to."""
    if reference.kind is ReferenceKind.BIJLAGE:
        return _plain(source.first(FactName.NUMBER))
    return reference.number


def _dossiers(source: Source) -> tuple[Dossier, ...]:
    """The dossiers with their titles; of a report those of the bills that are dealt with."""
    dossiers: list[Dossier] = []
    numbers = [fact.value for fact in source.reading.facts if fact.name is FactName.DOSSIER]
    titles = [fact.value for fact in source.reading.facts if fact.name is FactName.DOSSIER_TITLE]
    titles += [""] * (len(numbers) - len(titles))
    for written, title in zip(numbers, titles, strict=False):
        number = parse_dossier(written)
        if number and number not in {dossier.number for dossier in dossiers}:
            dossiers.append(Dossier(number, " ".join(title.split())))
    if dossiers:
        return tuple(dossiers)
    filed = [match["dossier"] for line in source.head() if (match := _FILED.fullmatch(line)) and match["dossier"]]
    found = [parse_dossier(written) for written in filed] or _dealt_with(source)
    return tuple(Dossier(number) for number in dict.fromkeys(found) if number)


def _dealt_with(source: Source) -> list[str]:
    """The dossiers in the opening of a report: "het wetsvoorstel … (36410-VI)"."""
    paragraphs = source.reading.paragraphs
    if not any(paragraph.kind is BlockKind.SPEAKER for paragraph in paragraphs):
        return []
    opening = []
    for paragraph in paragraphs[:_OPENING_PARAGRAPHS]:
        if paragraph.kind is BlockKind.SPEAKER:
            break
        opening.append(paragraph.text)
    found = re.findall(r"\((\d{2} ?\d{3}(?:[ -](?:[IVX]+[A-E]?|[A-Z]|\d\d))?)\)", " ".join(opening))
    return [number for written in found if (number := parse_dossier(written))]


def _kenmerk(source: Source) -> str:
    """The sender's own number: as its reader found it, or as the line under the title gives it."""
    lines = (match["kenmerk"] for line in source.head() if (match := _FILED.fullmatch(line)))
    return source.first(FactName.KENMERK) or next((kenmerk for kenmerk in lines if kenmerk), "")


def _chamber(source: Source) -> str:
    chamber = source.first(FactName.CHAMBER)
    if chamber:
        return chamber
    match = source.furniture(_ADDRESSEE)
    return {"tweede": "II", "eerste": "I"}[match["which"].lower()] if match else ""


def _date(source: Source) -> datetime.date | None:
    """The date of the document: as its reader found it, or as its head or date line says it."""
    for value in source.values(FactName.DATE):
        date = parse_date(value)
        if date:
            return date
    for line in source.head():
        match = _ANSWERED.search(line) or _DATELINE.match(line)
        date = parse_date(line[match.start() :]) if match else None
        if date:
            return date
    return None
