"""The ministries through the years, their abbreviations, and the people who head them by role."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.names import fold

# Names since 1994 with the abbreviations that letters use, and their usual typing errors.
MINISTRIES: Mapping[str, tuple[str, ...]] = {
    "Algemene Zaken": ("AZ", "MinAZ"),
    "Asiel en Migratie": ("AenM", "A&M"),
    "Binnenlandse Zaken en Koninkrijksrelaties": ("BZK", "MinBZK", "Binnenlandse Zaken en Koninkrijkrelaties"),
    "Binnenlandse Zaken": ("BiZa",),
    "Buitenlandse Zaken": ("BZ", "BuZa", "MinBuZa"),
    "Defensie": ("DEF", "MinDef"),
    "Economische Zaken": ("EZ", "MinEZ"),
    "Economische Zaken en Klimaat": ("EZK", "MinEZK"),
    "Economische Zaken, Landbouw en Innovatie": ("EL&I", "ELI", "EZ, L en I"),
    "Financiën": ("FIN", "MinFin"),
    "Infrastructuur en Milieu": ("I&M", "IenM"),
    "Infrastructuur en Waterstaat": ("IenW", "I&W", "MinIenW"),
    "Justitie": ("JUS", "MvJ"),
    "Justitie en Veiligheid": ("JenV", "J&V", "MinJenV"),
    "Klimaat en Groene Groei": ("KGG",),
    "Landbouw, Natuurbeheer en Visserij": (),
    "Landbouw, Natuur en Voedselkwaliteit": ("LNV", "MinLNV"),
    "Landbouw, Visserij, Voedselzekerheid en Natuur": ("LVVN", "Landbouw, Visserij en Voedselzekerheid en Natuur"),
    "Onderwijs, Cultuur en Wetenschap": ("OCW", "OCenW", "OC&W", "MinOCW"),
    "Sociale Zaken en Werkgelegenheid": ("SZW", "MinSZW"),
    "Veiligheid en Justitie": ("VenJ", "V&J"),
    "Verkeer en Waterstaat": ("VenW", "V&W"),
    "Volksgezondheid, Welzijn en Sport": ("VWS", "MinVWS"),
    "Volkshuisvesting en Ruimtelijke Ordening": ("VRO", "MinVRO"),
    "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer": ("VROM",),
}
# Ministers without a ministry of their own, and state secretaries, are named after their task; with the ministry that
# houses them.
PORTFOLIOS: Mapping[str, str] = {
    "Armoedebeleid, Participatie en Pensioenen": "Sociale Zaken en Werkgelegenheid",
    "APP": "Sociale Zaken en Werkgelegenheid",
    "Basis- en Voortgezet Onderwijs en Media": "Onderwijs, Cultuur en Wetenschap",
    "Bestuurlijke Vernieuwing en Koninkrijksrelaties": "Binnenlandse Zaken en Koninkrijksrelaties",
    "Buitenlandse Handel": "Buitenlandse Zaken",
    "Buitenlandse Handel en Ontwikkelingshulp": "Buitenlandse Zaken",
    "Buitenlandse Handel en Ontwikkelingssamenwerking": "Buitenlandse Zaken",
    "BHO": "Buitenlandse Zaken",
    "BHOS": "Buitenlandse Zaken",
    "BuHa-OS": "Buitenlandse Zaken",
    "Cultuur en Media": "Onderwijs, Cultuur en Wetenschap",
    "Digitalisering en Koninkrijksrelaties": "Binnenlandse Zaken en Koninkrijksrelaties",
    "Europese Zaken": "Buitenlandse Zaken",
    "Fiscaliteit en Belastingdienst": "Financiën",
    "Fiscaliteit, Belastingdienst en Douane": "Financiën",
    "Grote Steden- en Integratiebeleid": "Binnenlandse Zaken en Koninkrijksrelaties",
    "Herstel Groningen": "Binnenlandse Zaken en Koninkrijksrelaties",
    "Immigratie en Asiel": "Binnenlandse Zaken en Koninkrijksrelaties",
    "Immigratie, Integratie en Asiel": "Binnenlandse Zaken en Koninkrijksrelaties",
    "Jeugd en Gezin": "Volksgezondheid, Welzijn en Sport",
    "Jeugd, Preventie en Sport": "Volksgezondheid, Welzijn en Sport",
    "Klimaat en Energie": "Economische Zaken en Klimaat",
    "Koninkrijksrelaties en Digitalisering": "Binnenlandse Zaken en Koninkrijksrelaties",
    "Langdurige en Maatschappelijke Zorg": "Volksgezondheid, Welzijn en Sport",
    "Langdurige Zorg en Sport": "Volksgezondheid, Welzijn en Sport",
    "LZS": "Volksgezondheid, Welzijn en Sport",
    "Medische Zorg": "Volksgezondheid, Welzijn en Sport",
    "Medische Zorg en Sport": "Volksgezondheid, Welzijn en Sport",
    "Milieu en Wonen": "Binnenlandse Zaken en Koninkrijksrelaties",
    "Natuur en Stikstof": "Landbouw, Natuur en Voedselkwaliteit",
    "Ontwikkelingssamenwerking": "Buitenlandse Zaken",
    "Openbaar Vervoer en Milieu": "Infrastructuur en Waterstaat",
    "Participatie en Integratie": "Sociale Zaken en Werkgelegenheid",
    "Primair en Voortgezet Onderwijs": "Onderwijs, Cultuur en Wetenschap",
    "Rechtsbescherming": "Justitie en Veiligheid",
    "Toeslagen en Douane": "Financiën",
    "Vreemdelingenzaken en Integratie": "Justitie",
    "Werk en Participatie": "Sociale Zaken en Werkgelegenheid",
    "Wonen en Rijksdienst": "Binnenlandse Zaken en Koninkrijksrelaties",
    "Wonen, Wijken en Integratie": "Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
}
# Ministries that followed each other with largely the same tasks.
_SUCCESSIONS = (
    ("Binnenlandse Zaken", "Binnenlandse Zaken en Koninkrijksrelaties"),
    ("Economische Zaken", "Economische Zaken, Landbouw en Innovatie", "Economische Zaken en Klimaat"),
    ("Justitie", "Veiligheid en Justitie", "Justitie en Veiligheid"),
    (
        "Landbouw, Natuurbeheer en Visserij",
        "Landbouw, Natuur en Voedselkwaliteit",
        "Landbouw, Visserij, Voedselzekerheid en Natuur",
    ),
    ("Verkeer en Waterstaat", "Infrastructuur en Milieu", "Infrastructuur en Waterstaat"),
    ("Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer", "Volkshuisvesting en Ruimtelijke Ordening"),
)


@dataclass(frozen=True, slots=True)
class RoleMention:
    """An office named in a text: `role` in full ("Minister van Financiën"), and the ministry that houses it."""

    role: str
    ministry: str
    start: int
    end: int


def _pattern(name: str) -> str:
    """The name with any white space between its words, and a comma or "&" as people write them."""
    words = re.escape(name).replace(",", ",?").replace("\\ ", r"\s{1,3}")
    return re.sub(r"(?<=\})en(?=\\s)", "(?:en|&)", words).replace("ë", "[ëe]")


def _alternation(names: list[str]) -> str:
    return "|".join(_pattern(name) for name in sorted(names, key=len, reverse=True))


_ABBREVIATIONS = {short: name for name, shorts in MINISTRIES.items() for short in shorts}
_BY_SHORT = {fold(short): name for short, name in _ABBREVIATIONS.items()}
_FULL = {fold(name): name for name in (*MINISTRIES, *PORTFOLIOS)}
_SHORT_PORTFOLIOS = [name for name in PORTFOLIOS if name.isupper() or "-OS" in name]
_LONG = f"(?i:{_alternation([name for name in _FULL.values() if name not in _SHORT_PORTFOLIOS])})"
_SHORT = _alternation([*_ABBREVIATIONS, *_SHORT_PORTFOLIOS])
_DEPARTMENT = rf"(?:{_LONG}|{_SHORT})(?![\w&-])"
_DEPARTMENT_OF_OFFICE = rf"(?:{_LONG}|(?i:{_SHORT}))(?![\w&-])"  # behind "Minister van" small letters do as well
_OFFICE = r"(?P<office>(?i:(?:vice-?)?minister-president|ministers?|staatssecretaris(?:sen)?))"
_ROLE = re.compile(
    rf"(?<!\w){_OFFICE}(?:\s{{1,3}}(?P<link>(?i:van|voor))\s{{1,3}}(?P<department>{_DEPARTMENT_OF_OFFICE})"
    r"|(?<=(?i:president))(?![\w-]))",
)
_NEXT = re.compile(rf"(?:,?\s{{1,3}}en|,)\s{{1,3}}(?P<link>(?i:van|voor))\s{{1,3}}(?P<department>{_DEPARTMENT})")
_AT = re.compile(rf"\s{{1,3}}(?:van|voor)\s{{1,3}}(?P<department>{_DEPARTMENT})")
_ANY = re.compile(rf"(?<![\w&]){_DEPARTMENT}")


def find_roles(text: str) -> list[RoleMention]:
    """The offices named in `text`, in order; "de Ministers van BZ en voor BHO" are two."""
    mentions = []
    for match in _ROLE.finditer(text):
        office = _office(match["office"])
        if not match["department"]:
            mentions.append(RoleMention("Minister-President", "Algemene Zaken", match.start(), match.end()))
            continue
        mentions.append(_mention(office, match, match.start()))
        following = _NEXT.match(text, match.end())
        while following:
            mentions.append(_mention(office, following, following.start("link")))
            following = _NEXT.match(text, following.end())
    return mentions


def _office(written: str) -> str:
    return "Staatssecretaris" if written.lower().startswith("staats") else "Minister"


def _mention(office: str, match: re.Match[str], start: int) -> RoleMention:
    name = department_name(match["department"])
    role = f"{office} {match['link'].lower()} {name}"
    return RoleMention(role, PORTFOLIOS.get(name, name), start, match.end())


def department_name(written: str) -> str:
    """The full name of the ministry or portfolio that is written so; "" for anything else."""
    plain = " ".join(written.replace("&", "en").split())
    short = _BY_SHORT.get(fold(" ".join(written.split())))
    return _FULL.get(fold(plain)) or short or _FULL.get(_uncommaed(plain), "")


def _uncommaed(written: str) -> str:
    """The folded full name that equals `written` when commas are left out of both."""
    bare = fold(written).replace(",", "")
    return next((name for name in _FULL if name.replace(",", "") == bare), "")


def department_behind(text: str, position: int) -> str:
    """The department behind a name that ends at `position`: "Minister Adema van LNV"; "" without one."""
    match = _AT.match(text, position)
    return department_name(match["department"]) if match else ""


def find_ministry(text: str) -> str:
    """The full name of the first ministry named in `text` by name, abbreviation or portfolio; "" without one."""
    match = _ANY.search(text)
    name = department_name(match.group()) if match else ""
    return PORTFOLIOS.get(name, name)


def same_ministry(first: str, second: str) -> bool:
    """Whether two full names are of one ministry, or of one that followed the other."""
    return first == second or any(first in each and second in each for each in _SUCCESSIONS)


def is_department_word(word: str) -> bool:
    """Whether a word is part of the name of a ministry or portfolio, or one of their abbreviations."""
    return fold(word).strip(",") in _WORDS or word in _ABBREVIATIONS


_WORDS = frozenset(word.strip(",") for name in _FULL for word in name.split() if len(word) > 2)
