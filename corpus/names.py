"""Names of people: their parts, their letters, and when two spellings may be one name.

A surname keeps its prefix in front, with a capital as in Dutch where the surname stands alone: "Van der Plas".
"""

import functools
import re
import unicodedata

PREFIXES = frozenset(
    "van de der den het 't ten ter te tot in op aan onder uit 's el al la le du von vom zu da dos di ait d'".split(),
)
# Surnames of members in two words without a prefix between them, which would read as first name and surname.
TWO_WORD_SURNAMES = frozenset(
    {
        "bruins slot",
        "dezentje hamming",
        "dezentje hamming-bluemink",
        "haersma buma",
        "klein breteler",
        "koser kaya",
        "meppelen scheppink",
        "six dijkstra",
    },
)
# Double surnames of members. Only "motie-A-B" needs them: any other pair there is two people.
DOUBLE_SURNAMES = frozenset(
    {
        "aasted-madsen-van stiphout",
        "baay-timmerman",
        "berckmoes-duindam",
        "berndsen-jansen",
        "blanksma-van den heuvel",
        "dekker-abdulaziz",
        "dezentje hamming-bluemink",
        "dik-faber",
        "faber-van de klashorst",
        "geluk-poortvliet",
        "gunal-gezer",
        "hennis-plasschaert",
        "kraneveldt-van der veen",
        "laan-geselschap",
        "martens-america",
        "michon-derkzen",
        "mulder-van dam",
        "nijhof-leeuw",
        "nijkerken-de haan",
        "ortega-martijn",
        "pater-postma",
        "pater-van der meer",
        "pouw-verweij",
        "rikkers-oosterkamp",
        "roos-consemulder",
        "schreijer-pierik",
        "schut-welkzijn",
        "slagt-tichelman",
        "snijder-hazelhoff",
        "spies-bakker",
        "van beukering-huijbregts",
        "van den berg-jansen",
        "van kooten-arissen",
        "van langen-visbeek",
        "van nieuwenhuizen-wijbenga",
        "van vroonhoven-kok",
        "venrooy-van ark",
        "wiegman-van meppelen scheppink",
        "wijen-nas",
        "wijen-nass",
        "yesilgoz-zegerius",
    },
)
TITLES = re.compile(
    r"(?:(?:prof|dr|drs|mr|ir|ing|jhr|ds|bc|ba|ma|msc|llm|phd|mevr|mw|dhr)\.?|de heer|mevrouw|meneer|de hoogleraar)\s+",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:(?:[^\W\d_]|IJ|[A-Z][a-z]{1,2})\.[ -]?){1,7}")
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'", "‘": "'", "`": "'"},
)
_ACUTE = re.compile(r"([^\W\d_])\s?´")  # what extraction makes of "ć" in a font without that letter


def fold(text: str) -> str:
    """Small letters without accents, one space between words: for comparing, never for showing."""
    if text.isascii():
        return " ".join(text.casefold().replace("`", "'").split())
    lowered = text.replace("´", "").replace("İ", "I").casefold().translate(_PLAIN)
    plain = unicodedata.normalize("NFKD", lowered)
    for mark in filter(unicodedata.combining, set(plain)):  # a text has few kinds of letters
        plain = plain.replace(mark, "")
    return " ".join(plain.split())


def mend_accents(text: str) -> str:
    """Put accents that stand behind their letter on it: "Kostic´" becomes "Kostić"."""
    return _ACUTE.sub(lambda match: unicodedata.normalize("NFC", match.group(1) + "\u0301"), text)


def full_name(first: str, surname: str) -> str:
    """The name as it stands in a sentence: "Jasper van Dijk", "Van Dijk"."""
    prefix = surname.split(" ", maxsplit=1)[0]
    if not first or fold(prefix) not in PREFIXES:
        return f"{first} {surname}".strip()
    return f"{first} {surname[:1].lower()}{surname[1:]}"


def split_name(written: str) -> tuple[str, str]:
    """First name or initials, and surname, of a name in any of its forms; ("", "") of nothing.

    "Jasper van Dijk", "J. van Dijk", "Dijk, J. van" and "JASPER VAN DIJK" have the surname "Van Dijk".
    """
    name = _in_reading_order(_without_titles(" ".join(mend_accents(written).split()).strip(" ,;:")))
    if name.upper() == name and any(letter.isalpha() for letter in name) and not _INITIALS.fullmatch(name):
        name = _lower_capitals(name)
    initials = _INITIALS.match(name)
    if initials and initials.end() < len(name):
        return initials.group().replace(" ", ""), _capitalised(name[initials.end() :].strip())
    words = name.split(" ")
    start = _surname_start(words)
    return " ".join(words[:start]), _capitalised(" ".join(words[start:]))


def _without_titles(name: str) -> str:
    for _ in range(4):  # "mevrouw prof. dr. ir."
        match = TITLES.match(name)
        if not match:
            break
        name = name[match.end() :]
    return re.sub(r"(?:,? (?:MSc|MA|MPA|MBA|LLM|PhD|RA|BSc|BA)\b\.?)+$", "", name)


_CALLED = re.compile(r"(?:(?:[^\W\d_]|IJ)\.[ -]?){0,7}\((?P<called>[^()]+)\) (?=\S)")


def _in_reading_order(name: str) -> str:
    """The forms of lists, "Dijk, J. van" and "J.J. (Jasper) van Dijk", as "J. van Dijk" and "Jasper van Dijk"."""
    called = _CALLED.match(name)
    if called:
        return f"{called['called']} {name[called.end() :]}"
    surname, comma, rest = name.partition(",")
    return f"{rest.strip()} {surname.strip()}" if comma and rest.strip() else name


def _surname_start(words: list[str]) -> int:
    """The position of the first word of the surname."""
    for position, word in enumerate(words[:-1]):
        if fold(word.rpartition("-")[2]) in PREFIXES:  # "Nijkerken-de Haan" begins at its first half
            return position
    if len(words) < 2 or fold(" ".join(words[-2:])) in TWO_WORD_SURNAMES:
        return max(0, len(words) - 2)
    return len(words) - 1


def _capitalised(surname: str) -> str:
    """The surname with a capital at its beginning: "van Dijk" as "Van Dijk", "'t Wout" as it is."""
    joined = re.sub(r"-\s+", "-", surname)
    return joined[:1].upper() + joined[1:]


def _lower_capitals(name: str) -> str:
    """A name printed in capitals as it is written: "VAN DER PLAS" as "van der Plas"."""
    return re.sub(r"[^\s-]+", _lower_word, name)


def _lower_word(match: re.Match[str]) -> str:
    word = match.group()
    if fold(word) in PREFIXES and fold(word) not in {"el", "al", "la", "le", "ait"}:
        return word.lower()
    if _INITIALS.fullmatch(word):
        return word
    head = 2 if word.startswith("IJ") else 1
    return word[:head] + word[head:].lower()


# A few thousand names stand in tens of thousands of mentions.
@functools.lru_cache(maxsize=16_384)
def surname_parts(surname: str) -> tuple[str, ...]:
    """The folded parts of a surname without prefixes: ("yesilgoz", "zegerius"), ("wiegman", "meppelen scheppink")."""
    parts = []
    for part in fold(surname).split("-"):
        words = part.split(" ")
        while len(words) > 1 and words[0] in PREFIXES:
            words.pop(0)
        parts.append(" ".join(words).strip())
    return tuple(part for part in parts if part)


@functools.lru_cache(maxsize=16_384)
def surname_prefix(surname: str) -> str:
    """The folded prefix in front of a surname: "van der", "" without one."""
    words = fold(surname).split(" ")
    count = 0
    while count < len(words) - 1 and words[count] in PREFIXES:
        count += 1
    return " ".join(words[:count])


def is_initials(first: str) -> bool:
    """Whether a first name is written as initials only."""
    return bool(_INITIALS.fullmatch(first))


def first_letters(first: str) -> str:
    """The folded initials: "ceg" of "C.E.G.", "j" of "Jasper"."""
    if is_initials(first):
        return "".join(part.strip(" -")[:1] for part in fold(first).split("."))
    return "".join(word[:1] for word in fold(first).split(" "))


def distance(first: str, second: str, limit: int) -> int:
    """Edits between two words, two neighbouring letters swapped being one; `limit + 1` where there are more."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    previous: list[int] = []
    current = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        before, previous, current = previous, current, [row]
        for column, other in enumerate(second, start=1):
            cost = min(
                previous[column] + 1,
                current[column - 1] + 1,
                previous[column - 1] + (letter != other),
            )
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
    return min(current[-1], limit + 1)


def similar(first: str, second: str) -> bool:
    """Whether two folded names differ by no more than a typing error: one edit from 7 letters on, two from 11 on.

    The first letter is taken to be right.
    """
    shorter = min(len(first), len(second))
    limit = 0 if shorter < 7 else 1 if shorter < 11 else 2
    return first == second or (bool(limit) and first[0] == second[0] and distance(first, second, limit) <= limit)
