"""Offices, parties and kinds of document that a question names: "de staatssecretaris van SZW", "the BBB motion"."""

import re

from corpus.government import MINISTRIES, department_name, find_roles
from corpus.names import fold
from corpus.parties import ANY_PARTY, find_party
from corpus.types import Kind, Person

# What English texts call the ministries; the departments' own websites are the source of the names.
_IN_ENGLISH = {
    "agriculture": "Landbouw, Visserij, Voedselzekerheid en Natuur",
    "asylum": "Asiel en Migratie",
    "climate policy and green growth": "Klimaat en Groene Groei",
    "climate": "Klimaat en Groene Groei",
    "defence": "Defensie",
    "economic affairs": "Economische Zaken",
    "education": "Onderwijs, Cultuur en Wetenschap",
    "finance": "Financiën",
    "foreign affairs": "Buitenlandse Zaken",
    "general affairs": "Algemene Zaken",
    "health": "Volksgezondheid, Welzijn en Sport",
    "housing": "Volkshuisvesting en Ruimtelijke Ordening",
    "infrastructure": "Infrastructuur en Waterstaat",
    "interior": "Binnenlandse Zaken en Koninkrijksrelaties",
    "justice": "Justitie en Veiligheid",
    "social affairs": "Sociale Zaken en Werkgelegenheid",
}
_ABBREVIATIONS = sorted(
    {short for shorts in MINISTRIES.values() for short in shorts if short.isupper() and len(short) > 2}
)
# No abbreviation begins another in front of the word's end, so that their order does not matter.
_ENGLISH_DEPARTMENT = "|".join(re.escape(name) for name in (*_IN_ENGLISH, *_ABBREVIATIONS))
_ENGLISH_OFFICE = re.compile(
    rf"\b(?P<office>(?:state )?secretary|minister) (?:of|for) (?:the )?(?P<department>{_ENGLISH_DEPARTMENT})\b",
    re.IGNORECASE,
)
_ENGLISH_BEFORE = re.compile(rf"\b(?P<department>{_ENGLISH_DEPARTMENT}) minister\b", re.IGNORECASE)
# In capitals or as the Kamer writes it; "sp" or "volt" in small letters may be something else, "d66" may not.
_IN_SMALL_LETTERS = "|".join(
    "groenlinks-pvda gl-pvda groenlinks pvdd pvda d66 vvd cda pvv sgp bbb nsc fvd ja21 bij1 50plus bvnl"
    " christenunie".split()
)
_IN_FULL = (
    "partij van de arbeid|partij voor de dieren|partij voor de vrijheid|forum voor democratie|nieuw sociaal contract"
    "|socialistische partij"
)
PARTY = re.compile(
    rf"(?<![\w-])(?:{ANY_PARTY}|{_IN_SMALL_LETTERS}|(?i:{_IN_FULL})"
    r"|(?<=\bde )sp|(?<=\bfractie van )(?:volt|denk|sp))(?![\w/]|-[A-Z])"
)
_DEPARTMENTS = sorted({*MINISTRIES, *_ABBREVIATIONS}, key=lambda name: (-len(name), name))
_ENGLISH_MINISTRY = rf"(?:department|ministry) (?:of|for) (?:the )?(?P<english>{_ENGLISH_DEPARTMENT})\b"
_DUTCH_NAME = "|".join(re.escape(name).replace("ë", "[ëe]") for name in _DEPARTMENTS)
_MINISTRY = re.compile(
    rf"(?:het )?(?:ministerie|departement) (?:van|voor) (?P<dutch>{_DUTCH_NAME})\b|(?:the )?{_ENGLISH_MINISTRY}"
    rf"|(?<![\w&-])(?-i:(?P<short>{'|'.join(sorted(_ABBREVIATIONS))}))(?![\w&-])",
    re.IGNORECASE,
)


# "De minister SZW": in haste, without "van".
_BARE_OFFICE = re.compile(
    rf"\b(?P<office>minister|staatssecretaris) (?P<department>{_DUTCH_NAME})(?![\w&-])", re.IGNORECASE
)
_OTHER_OFFICES = (_ENGLISH_OFFICE, _ENGLISH_BEFORE, _BARE_OFFICE)


def offices_in(question: str) -> tuple[Person, ...]:
    """The offices that a question names, as people whose name is their role in full, each once."""
    roles = [mention.role for mention in find_roles(question)]
    for pattern in _OTHER_OFFICES:
        for match in pattern.finditer(question):
            office = "Staatssecretaris" if "secretar" in match.group().casefold() else "Minister"
            roles.append(f"{office} van {_ministry(match['department'])}")
    return tuple(Person(role, role=role) for role in dict.fromkeys(roles))


def office_spans(question: str) -> list[tuple[int, int]]:
    """Where a question names offices."""
    spans = [(role.start, role.end) for role in find_roles(question)]
    return spans + [match.span() for pattern in _OTHER_OFFICES for match in pattern.finditer(question)]


def ministries_in(question: str) -> list[tuple[str, int, int]]:
    """The full names of the ministries that a question names, and where; not the one in the name of an office."""
    taken = office_spans(question)
    found = []
    for match in _MINISTRY.finditer(question):
        if all(match.end() <= start or end <= match.start() for start, end in taken):
            written = match["dutch"] or match["short"]
            found.append((department_name(written) if written else _ministry(match["english"]), *match.span()))
    return [(name, start, end) for name, start, end in found if name]


def office_words(question: str) -> frozenset[str]:
    """The words, folded, with which a question names offices and ministries."""
    named = (question[start:end] for start, end in office_spans(question))
    return frozenset(word for span in named for word in re.findall(r"[\w'-]+", fold(span)))


def _ministry(written: str) -> str:
    return _IN_ENGLISH.get(written.casefold()) or department_name(written.upper())


_KINDS = (
    (re.compile(r"\bmoties?\b|\bmotions?\b", re.IGNORECASE), (Kind.MOTIE,)),
    (re.compile(r"\b(?:kamer)?brie(?:f|ven)\b|\bletters?\b", re.IGNORECASE), (Kind.KAMERBRIEF,)),
    (
        re.compile(r"\bkamervra(?:ag|gen)\b|\b(?:parliamentary|written) questions?\b", re.IGNORECASE),
        (Kind.VRAGEN, Kind.ANTWOORD),
    ),
    (
        re.compile(r"\b(?:debat|debate|verslag|handelingen|plenair|proceedings|official report)\b", re.IGNORECASE),
        (Kind.VERSLAG, Kind.HANDELINGEN),
    ),
)


def kinds_in(question: str) -> tuple[Kind, ...]:
    """The kinds of document that a question names; only named: "in de brief" may be about what led to it."""
    return tuple(kind for pattern, kinds in _KINDS if pattern.search(question) for kind in kinds)


def parties_in(question: str) -> tuple[str, ...]:
    """The parties that a question names, as the Kamer writes them, each once."""
    return tuple(dict.fromkeys(find_party(match.group()) for match in PARTY.finditer(question)))
