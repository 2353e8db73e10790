"""What a commitment is about, in a short line taken from the text."""

import re

_LIMIT = 200
_BRACKETS = re.compile(r"\s?\((?:Kamerstuk|kamerstuk|TZ|TK|bijlage|Aanhangsel|Handelingen)[^()]*\)|\[\d+ ?\]")
_OPENING = re.compile(
    r"^(?:Ja|Nee|Ook|Tevens|Daarnaast|Bovendien|Verder|Uiteraard|Ten slotte|Tot slot|Zo|Wel)[, ]+", re.IGNORECASE
)
_RECALLED = re.compile(
    r"(?:toegezegd|toezegging|gemeld|aangegeven|aangekondigd)(?: gedaan)?(?: aan (?:het lid|de leden|kamerlid"
    r"|uw kamer|de kamer) [^,.;]{2,60}?)?[,:]? ?(?:dat|om|over|inzake|betreffende"
    r"|met betrekking tot|(?=te )) ?(?P<what>.+)",
    re.IGNORECASE,
)
# "Heb ik uw Kamer een verkenning toegezegd": what was promised stands before the verb.
_RECALLED_BEFORE = re.compile(
    r"(?:uw kamer|de kamer|(?<!\w)u|\)|(?:lid|heer|mevrouw) (?:(?:van|de|der|den) )*[^\W\d_]+) "
    r"(?P<what>(?:een|de|het|alle|nadere?) [^.;]{4,160}?) toegezegd(?P<more>[^.;]*)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:verzoekt|verzoeken|verzocht|vraagt|gevraagd|oproept|roept|opgeroepen|uitspreekt)(?: wordt"
    r"| werd)?(?: (?:de regering|het kabinet|de minister[\w ]*?|ervoor|op|uit|er|zich))*[,:]? ?(?:om "
    r"|dat )?(?P<what>[^.;].+)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?<!\w)(?P<what>over (?!mijn\b|de vraag).+)", re.IGNORECASE)


def what_of_promise(text: str, due: str) -> str:
    """The line of a promise: what was promised where the text recalls that, else its words without the time."""
    before = _RECALLED_BEFORE.search(text)
    if before is not None:
        return shorten(_without(before["what"] + before["more"], due))
    recalled = _RECALLED.search(text)
    return shorten(_without(recalled["what"] if recalled else text, due))


def what_of_motie(text: str) -> str:
    """The line of a motie: what it asks, else what it is about, else the sentence."""
    match = _ASKED.search(text) or _ABOUT.search(text)
    return shorten(match["what"] if match else text)


def shorten(text: str) -> str:
    """The text on one line without references and full stop, cut behind a word where it is long."""
    line = _OPENING.sub("", " ".join(_BRACKETS.sub("", text).split())).strip(" ,;:•–-")
    line = line[:-1].rstrip() if line.endswith(".") else line
    if len(line) > _LIMIT:
        line = line[: _LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return line[:1].upper() + line[1:] if line else line


def _without(text: str, due: str) -> str:
    return re.sub(rf",? ?{re.escape(due)}(?=[ ,.;]|\Z)", "", text, count=1) if due else text


_ABBREVIATED = re.compile(
    r"(?<!\w)(?:c\.s|nrs?|jl|a\.s|d\.d|dd|o\.a|m\.b\.t|i\.v\.m|mr|dr|drs|ir|prof)\.", re.IGNORECASE
)


def undotted(text: str) -> str:
    """The text without the dots of abbreviations, for patterns that end at a full stop; offsets are lost."""
    return _ABBREVIATED.sub(lambda match: match.group().replace(".", ""), text)
