"""Finding the people whom a text names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.government import PORTFOLIOS, is_department_word
from corpus.names import DOUBLE_SURNAMES, fold, split_name
from corpus.parties import find_party
from corpus.people.grammar import GAP, INITIALS, ReadName, name_before, read_department, read_name
from corpus.types import Person

MEMBER = "Kamerlid"


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person named at `text[start:end]`, which holds the name without the party."""

    person: Person
    start: int
    end: int


# What announces a name. Several names may follow those in `_PLURAL`.
_CUE = re.compile(
    rf"(?<![\w])(?:"
    rf"(?P<member>(?:(?:[Hh]et|[Vv]an|[Dd]oor|[Aa]an|HET|VAN|[Aa]nder){GAP}(?:oud-|toenmalig{GAP})?(?:lid|LID)"
    rf"|(?:[Tt]weede{GAP}|[Ee]erste{GAP}|[Oo]ud-|[Tt]weede-)?[Kk]amer(?:lid|leden)|leden|LEDEN)){GAP}"
    rf"|(?P<motie>(?i:motie|moties|amendement|amendementen|initiatiefwet|initiatiefnota)"
    rf"(?:{GAP}(?:van|VAN)(?={GAP}(?!(?i:het|de)\b)))?(?:{GAP}|-))"
    rf"|(?P<minister>(?i:minister-president|viceminister-president|oud-minister|ministers?"
    rf"|staatssecretaris(?:sen)?|premier|informateur|formateur|burgemeester)){GAP}"
    rf"|(?P<address>(?:[Dd]e{GAP})?[Hh]e(?:er|ren)|[Mm]evrouw|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|[Mm]eneer|[Dd]ames|[Cc]ollega(?:'s)?"
    rf"|Voorzitter:){GAP}(?:(?:prof|dr|drs|mr|ir|ing)\.{GAP}){{0,3}})",
)
_PLURAL = re.compile(r"(?i:leden|moties?|amendement(?:en)?|heren|dames|ministers|staatssecretarissen|collega's)")
_SEPARATOR = re.compile(rf",?{GAP}(?:en|&|EN){GAP}|,{GAP}|/(?={GAP}?)|{GAP}en{GAP}(?:van{GAP})?(?:het lid{GAP})?")
_LIST_LIMIT = 20
_PARTY_BRACKET = re.compile(r"\((?:(?:beiden|allen|allebei) )?(?P<party>[^\W\d_][^()]{1,40})\)")
# Two initials or more make a name anywhere; these abbreviations look alike.
_INITIALLED = re.compile(
    r"(?<![\w.])(?!(?:N\.V|B\.V|V\.S|V\.N|U\.S|U\.K|E\.U|V\.O\.F)\.)(?=(?:[^\W\d_][a-z]{0,2}\.[ -]?){2})"
)
# A name with a small prefix is doubtful: "het lid van der Plas", but "het lid van de Raad", "de minister van Staat".
_DOUBTFUL_PREFIX = rf"(?:van{GAP}(?:de|het)|in|op|aan|onder|uit|te|tot|de|het|la|le)(?!\w)"
_DOUBTFUL = {
    "member": re.compile(_DOUBTFUL_PREFIX),
    "members": re.compile(rf"{_DOUBTFUL_PREFIX}|van{GAP}(?!de[nr])"),
    "address": re.compile(_DOUBTFUL_PREFIX),
    "minister": re.compile(rf"{_DOUBTFUL_PREFIX}|van{GAP}(?!de[nr])"),
    "motie": re.compile(""),
}
_ROLES = {"minister": "Minister", "staatss": "Staatssecretaris", "oud-minister": "Minister"}


def recognise(text: str) -> list[PersonMention]:
    """The people named in `text`, in order, not overlapping.

    Found are names after "het lid", "de leden", "Kamerlid", "de heer", "mevrouw", "motie", "Minister" and the like,
    names before a party in brackets, and names with two initials or more.
    """
    found: list[PersonMention] = []
    taken_until = 0
    for match in _CUE.finditer(text):
        if match.start() < taken_until:
            continue
        for mention in _after_cue(text, match):
            found.append(mention)
            taken_until = mention.end
    return _in_order(found, [*_before_parties(text), *_initialled(text)])


def _in_order(first: list[PersonMention], more: list[PersonMention]) -> list[PersonMention]:
    """All mentions in order of place; where two overlap, one of `first`."""
    preferred = frozenset(first)
    taken: list[PersonMention] = []
    for mention in sorted([*first, *more], key=lambda each: (each.start, each.end)):
        if not taken or mention.start >= taken[-1].end:
            taken.append(mention)
        elif mention in preferred and taken[-1] not in preferred:
            taken[-1] = mention
    return taken


def _after_cue(text: str, cue: re.Match[str]) -> Iterator[PersonMention]:
    kind = cue.lastgroup or ""
    plural = bool(_PLURAL.search(cue.group()))
    names: list[ReadName] = []
    position = cue.end()
    while len(names) < _LIST_LIMIT:
        name = read_name(text, position)
        if not name or not _credible(
            text, name, "members" if kind == "member" and plural else kind, listed=bool(names)
        ):
            break
        if names and not plural and not name.person.party:
            break
        names.append(name)
        separator = _SEPARATOR.match(text, name.resume)
        if not separator:
            break
        position = separator.end()
    if names and names[-1].for_all:
        names = [replace(name, person=replace(name.person, party=names[-1].person.party)) for name in names]
    for name in names:
        yield from _with_role(text, name, kind, cue.group().lower())


def _credible(text: str, name: ReadName, kind: str, *, listed: bool) -> bool:
    """Whether the words after a cue are a name, and not a department or the rest of the sentence."""
    written = text[name.start : name.end]
    if kind == "minister" and (written.isupper() or any(is_department_word(word) for word in written.split())):
        return False
    if not written[0].islower() or name.person.party or listed:
        return True
    return not (_DOUBTFUL[kind].match(written) or is_department_word(written.split()[-1]))


def _with_role(text: str, name: ReadName, kind: str, cue: str) -> Iterator[PersonMention]:
    person = name.person
    if kind == "minister":
        yield PersonMention(replace(person, role=_ministerial_role(text, name, cue)), name.start, name.end)
        return
    if kind in {"member", "motie"} or person.party:
        person = replace(person, role=MEMBER)
    halves = _halves(person.name) if kind == "motie" and not person.first else []
    if not halves:
        yield PersonMention(person, name.start, name.end)
        return
    start = name.start
    for half in halves:
        at = text.find(half, start, name.end)
        first, surname = split_name(half)
        start = at + len(half)
        yield PersonMention(replace(person, name=surname, first=first), at, start)


def _halves(surname: str) -> list[str]:
    """The two members of "motie-Joseph-Agema"; none for a double surname."""
    if "-" not in surname or "- " in surname or fold(surname) in DOUBLE_SURNAMES:
        return []
    return surname.split("-")


def _ministerial_role(text: str, name: ReadName, cue: str) -> str:
    role = next((role for start, role in _ROLES.items() if cue.startswith(start)), "")
    if "president" in cue:
        return "Minister-President"
    department = read_department(text, name.end)
    link = "voor" if department in PORTFOLIOS and role == "Minister" else "van"
    return f"{role} {link} {department}" if role and department else role


def _before_parties(text: str) -> Iterator[PersonMention]:
    for match in _PARTY_BRACKET.finditer(text):
        if not find_party(match["party"]):
            continue
        name = name_before(text, match.start())
        if name and name.person.party:
            yield PersonMention(replace(name.person, role=MEMBER), name.start, name.end)


def _initialled(text: str) -> Iterator[PersonMention]:
    for match in _INITIALLED.finditer(text):
        initials = INITIALS.match(text, match.start())
        name = read_name(text, match.start()) if initials and initials.end() > match.start() + 3 else None
        if name and name.end > name.start and not text[name.start : name.end].endswith("."):
            yield PersonMention(name.person, name.start, name.end)
