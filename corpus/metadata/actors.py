"""Who wrote, received, proposed and asked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.government import find_ministry, find_roles
from corpus.metadata.source import Source
from corpus.names import split_name
from corpus.people import MEMBER, merge, recognise, same_person
from corpus.reading import FactName, Paragraph
from corpus.types import BlockKind, Kind, Person

_OFFICE = re.compile(
    r"(?:de )?(?:(?:demissionair|waarnemend|plaatsvervangend|tijdelijk) )?"
    r"(?P<office>(?:minister|staatssecretaris|president|voorzitter|griffier|secretaris)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_ON_BEHALF = re.compile(r"(?:mede )?namens\b", re.IGNORECASE)
_CLOSING = re.compile(r"hoogachtend|met vriendelijke groet|met de meeste hoogachting", re.IGNORECASE)
_NAME_LENGTH = 60
_ANSWERED_BY = re.compile(
    r"(?:\w+\s)?(?:Antwoord|Mededeling)\s+van\s+(?P<who>.*?)"
    r"(?:,?\s+(?:mede\s+)?namens\b|\s*\((?:ontvangen|ingezonden)|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_ASKED_BY = re.compile(
    r"vragen\s+(?:van\s+)?(?P<who>(?:van\s+)?(?:het|de)?\s?(?:lid|leden)\s.{3,400}?)"
    r"\s+(?:aan\s+(?:de|het)|over|inzake|naar\s+aanleiding|worden)\b",
    re.IGNORECASE | re.DOTALL,
)
_ASKED_TO = re.compile(r"\baan\s+(?P<whom>(?:de|het)\s+.{3,300}?)\s+(?:over|inzake|betreffende)\s", re.DOTALL)
_CHAIR = re.compile(
    r"\bAan\s+de\s+(?:heer\s+|mevrouw\s+)?(?P<who>voorzitters?\s+van\s+de\s+(?:Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten-Generaal)?)"
    r"|\bDe\s+(?P<who2>voorzitter\s+van\s+de\s+(?:Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten-Generaal)?)",
    re.IGNORECASE,
)


def find_senders(source: Source, kind: Kind) -> tuple[Person, ...]:
    """Who signed a letter or gave an answer, with their office; without names where only the office is known."""
    if kind not in {Kind.KAMERBRIEF, Kind.ANTWOORD, Kind.BESLUIT, Kind.OVERIG}:
        return ()
    answering = [person for head in _answer_heads(source) for person in _in_office(head)]
    if answering:
        return merge(answering)
    offices = [
        Person("", role=role.role)
        for head in source.values(FactName.DOCUMENT_TYPE)
        for role in find_roles(_ON_BEHALF_LATER.split(head)[0])
    ]
    return _signed_by(list(signatories(source.paragraphs(BlockKind.SIGNATURE))), offices)


_ON_BEHALF_LATER = re.compile(r"\b(?:mede )?namens\b", re.IGNORECASE)


def _answer_heads(source: Source) -> Iterator[str]:
    """What stands behind "Antwoord van" in the head of printed questions."""
    for text in (*source.values(FactName.DOCUMENT_TYPE), *source.head()):
        if match := _ANSWERED_BY.match(text):
            yield match["who"]
            return


def _in_office(text: str) -> list[Person]:
    """The people named with their office, or else the offices alone."""
    named = [mention.person for mention in recognise(text) if mention.person.role]
    return named or [Person("", role=role.role) for role in find_roles(text)]


def _signed_by(signed: list[Person], offices: list[Person]) -> tuple[Person, ...]:
    """The signatories; where they give no office, those of the head, when there is one for each."""
    if not signed:
        return tuple(offices)
    if len(signed) == len(offices) and not any(person.role for person in signed):
        return tuple(replace(person, role=office.role) for person, office in zip(signed, offices, strict=True))
    return tuple(signed)


def signatories(lines: Iterable[Paragraph]) -> Iterator[Person]:
    """The people under a letter: an office, then the name of who holds it; names without office count too."""
    waiting: list[str] = []
    for line in lines:
        text = " ".join(line.text.split()).strip(" ,")
        if _CLOSING.match(text) or not text:
            continue
        if _ON_BEHALF.match(text):
            waiting = []
            continue
        office = _OFFICE.match(text)
        if office and (find_roles(text) or text.lower().startswith(("de ", "minister", "staatssecretaris"))):
            role, rest = _office(text)
            waiting.append(role)
            text = rest
        if text and len(text) <= _NAME_LENGTH and not _OFFICE.match(text):
            first, name = split_name(text)
            if name:
                yield Person(name, first, role=waiting.pop(0) if waiting else "")
    for role in waiting:
        yield Person("", role=role)


def _office(line: str) -> tuple[str, str]:
    """The office in a line in full, and what stands behind it, as a name on the same line."""
    roles = find_roles(line)
    if roles:
        return roles[0].role, line[roles[0].end :].strip(" ,") if len(roles) == 1 else ""
    match = _OFFICE.match(line)
    written = match["office"].strip(" ,") if match else line
    return written[:1].upper() + written[1:], ""


def find_receivers(source: Source, kind: Kind) -> tuple[Person, ...]:
    """To whom a letter is addressed, or who is asked: by office, as letters do."""
    if kind is Kind.VRAGEN:
        for text in (*source.values(FactName.TITLE), *source.head()):
            match = _ASKED_TO.search(text)
            if match:
                return tuple(Person("", role=role.role) for role in find_roles(match["whom"]))
        return ()
    match = source.furniture(_CHAIR) if kind in {Kind.KAMERBRIEF, Kind.ANTWOORD} else None
    if not match:
        return ()
    written = " ".join((match["who"] or match["who2"]).split())
    return (Person("", role=written[:1].upper() + written[1:]),)


def find_proposers(source: Source, kind: Kind) -> tuple[Person, ...]:
    """Who moved a motie: the names under it, mended and completed by those in its head."""
    if kind is not Kind.MOTIE:
        return ()
    lines = source.values(FactName.PROPOSER) or [
        name for paragraph in source.paragraphs(BlockKind.SIGNATURE) for name in re.split(r",|;|\sen\s", paragraph.text)
    ]
    names = (split_name(_TRAILING.sub("", line)) for line in lines)
    signed = [Person(name, first, role=MEMBER) for first, name in names if name]
    for head in (*source.values(FactName.DOCUMENT_TYPE), *source.head()[:2]):
        headed = [mention.person for mention in recognise(head) if mention.person.role == MEMBER]
        if headed:
            return merge(_completed(signed, headed))
    return merge(signed)


_TRAILING = re.compile(r"\s+en?\s*$")  # what is left of "en" where a list was broken into lines


def _completed(signed: list[Person], headed: list[Person]) -> list[Person]:
    """The names under a motie with those of the head that are cut off or missing there.

    Both hold typing errors: where they differ and as many signed as the head names, the signatures count.
    """
    people = list(signed)
    for position, person in enumerate(headed):
        if any(person.name == other.name or other.name.startswith(person.name) for other in people):
            continue
        cut = next((place for place, other in enumerate(people) if person.name.startswith(other.name)), None)
        if cut is not None:
            people[cut] = replace(person, first=people[cut].first or person.first)
        elif len(people) < len(headed) and not any(same_person(person, other) for other in people):
            people.insert(position, person)
    return people


def find_questioners(source: Source, kind: Kind) -> tuple[Person, ...]:
    """The members who asked, with their party where the document gives it."""
    if kind not in {Kind.VRAGEN, Kind.ANTWOORD}:
        return ()
    candidates = (
        *source.values(FactName.TITLE),
        *source.values(FactName.SUBJECT),
        *source.values(FactName.DOCUMENT_TYPE),
        *source.head(),
        source.text[:_BEGINNING],
    )
    found: list[Person] = []
    for text in candidates:
        match = _ASKED_BY.search(text)
        if match:
            found += [each.person for each in recognise(f"van {match['who']}") if each.person.role == MEMBER]
    return merge(found)


_BEGINNING = 3000


def find_people(source: Source, actors: Iterable[Person]) -> tuple[Person, ...]:
    """All people named anywhere, those with a part in the document first."""
    mentions = [*recognise(source.text), *recognise(source.notes_text)]
    return merge([*(person for person in actors if person.name), *(mention.person for mention in mentions)])


def find_sender_ministry(source: Source, senders: Iterable[Person]) -> str:
    """The ministry in the letterhead, else that of the first sender; as written where it is none we know."""
    written = source.first(FactName.MINISTRY)
    if written:
        return find_ministry(written) or re.sub(r"(?i)^(?:het )?ministerie van ", "", written)
    for sender in senders:
        for role in find_roles(sender.role):
            return role.ministry
    return ""
