"""The pieces that references are made of: chamber, vergaderjaar, dossier, number, page.

Patterns are matched on levelled text (see `level`), never on the original. No repetition in them is without a
limit, so that a match takes constant time at each place, whatever the text.
"""

import re
from dataclasses import dataclass

# Characters of equal width, so that offsets stay those of the original text.
_SPACES = "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\xad"
_SPACES += "".join(map(chr, range(0x2000, 0x200B)))
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u02bc\xb4`"
_LEVEL = str.maketrans(
    dict.fromkeys(_SPACES, " ") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_APOSTROPHES, "'"),
)
_BLANK_LINE = re.compile(r"\n[ \t\r\xa0]*\n")
_BARRIER = "\x00"  # stands where a blank line parts two paragraphs: no reference runs across it


def level(text: str) -> str:
    """Write every space as " ", every dash as "-", every apostrophe as "'": same length, same offsets."""
    parted = _BLANK_LINE.sub(lambda match: _BARRIER * len(match.group()), text.replace(_BARRIER, " "))
    return parted.translate(_LEVEL)


_YEARS = r"(?P<from>(?:19|20)\d\d) {0,2}[-/]{1,2} {0,2}-? ?(?P<to>(?:19|20)\d\d|\d\d)(?!\d)"
VERGADERJAAR = re.compile(rf"(?:(?:vergader|zittings)jaar |zitting )?(?<!\d){_YEARS}", re.IGNORECASE)
SINGLE_YEAR = re.compile(r"(?:vergaderjaar )?(?:19|20)\d\d(?=[ ,])", re.IGNORECASE)

# "ll", "Il" and "lI" are typing errors for II; a digit counts only where a vergaderjaar follows.
_YEAR_AHEAD = r"(?=[ ,]{1,2}(?:19|20)\d\d)"
_ALONE = r"(?![A-Za-z])"
CHAMBER = re.compile(
    rf"(?P<both>I/II{_ALONE})"
    rf"|(?P<second>(?:TK|Tweede Kamer)(?:,? {{0,2}}(?:II|ll))?{_ALONE}|[Il]{{2}}{_ALONE}|2{_YEAR_AHEAD})"
    rf"|(?P<first>(?:EK|Eerste Kamer)(?:,? {{0,2}}I)?{_ALONE}|[Il]{_ALONE}|1{_YEAR_AHEAD})",
)
GENERAL = re.compile(r"(?:der|van de) {1,2}(?:Staten-Generaal|Tweede Kamer|Kamer)", re.IGNORECASE)
SEPARATOR = re.compile(r"[ ,;:/.(]{1,4}")

_ROMAN = r"[IVX]{1,6}[A-E]?"
DOSSIER = re.compile(r"(?P<high>[1-4]\d)[ .-]{0,2}(?P<low>\d{3})(?!\d)(?: {0,2}-? ?\(? ?R ?\d{3,4} ?\)?)?")
SERIES_DOSSIER = "21501"  # the meetings of the European Council are told apart by two digits: 21 501-02
SERIES = re.compile(r"[ .]{0,2}-? ?(?P<series>\d\d)(?!\d)")
# A roman chapter in small letters, as people type it, counts only before "nr."; one after a comma only before a
# number: "31 700, VIII, nr. 32" is chapter VIII, "34 700, A" stuk A of the Eerste Kamer.
CHAPTER = re.compile(
    rf"[ .-]{{0,3}}(?P<open>\()?(?i:(?:hoofdstuk|hfst\.?) {{1,2}})?"
    rf"(?P<chapter>{_ROMAN}|(?i:{_ROMAN})(?=[ ,.-]{{1,3}}nr)|[A-Z])(?![\w'])(?!\.[A-Z ])(?(open)\))"
    rf"|, {{1,2}}(?P<late>{_ROMAN})(?=[ ,.-]{{1,3}}(?:(?i:nrs?|no)\b|\d|[A-Z]\b))",
)

_NR = r"(?:(?:stuk {1,2})?(?:nrs?|nummers?|no|ondernummer)(?: ?\.)?(?![a-z])|n°)"
_DIGITS = r"\d{1,4}(?:-n\d)?(?!\d)"
MARKED_NUMBER = re.compile(
    rf"[ ,;:.-]{{0,4}}(?P<mark>{_NR}) {{0,2}}(?P<number>{_DIGITS}|(?-i:[A-Z]{{1,2}})(?![\w'.]))",
    re.IGNORECASE,
)
# Without "nr." a number counts only where the reference can end after it; and a year is no number.
_CAN_END = r"(?= {0,2}(?:[,.;:)\]»\"'\x00]|$)| {1,2}(?:pp?\.|blz|en |\())"
PLAIN_NUMBER = re.compile(rf"(?:[ ,]{{1,3}}| ?- ?)(?!(?:19|20)\d\d\b)(?P<number>{_DIGITS}){_CAN_END}")
DASH_NUMBER = re.compile(rf"-(?P<number>{_DIGITS})(?![\w-])")
LETTER_NUMBER = re.compile(r"(?:, {0,2}|-)(?P<number>[A-Z]{1,2})(?=[ ,.;:)\]\x00]|$)(?!\.[A-Z])")
NEXT_NUMBER = re.compile(
    rf"(?:, {{0,2}}| {{1,2}}(?:en|&|t/m|tot en met) {{1,2}}|, en )(?P<mark>{_NR} {{0,2}})?(?P<number>{_DIGITS})"
    r"(?![ .]?\d{3}(?!\d))",  # the dossier of a reference that follows
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
CAN_END = re.compile(_CAN_END)

_PAGES = r"\d{1,5}(?: ?- ?\d{1,5})?(?!\d)"
PAGE = re.compile(
    rf"[ ,;(]{{0,3}}\b(?:pp?|blz|pag|bladzijden?|pagina(?:'s)?)(?: ?\.)? {{0,2}}"
    rf"(?P<page>{_PAGES}(?:(?:, {{0,2}}| en | e){_PAGES}{_CAN_END}){{0,6}})",
    re.IGNORECASE,
)
ITEM = re.compile(r"[ ,;]{0,3}(?:item|agendapunt) {0,2}(?P<item>\d{1,3})(?!\d)", re.IGNORECASE)


def vergaderjaar(match: re.Match[str]) -> str:
    """The vergaderjaar as "2022-2023"; "" where the second year does not follow the first: then none was said."""
    first, second = int(match["from"]), match["to"]
    following = str(first + 1)
    return f"{first}-{following}" if second in {following, following[2:]} else ""


def chamber(match: re.Match[str]) -> str:
    """The chamber as "I", "II" or "I/II"."""
    if match["both"]:
        return "I/II"
    return "II" if match["second"] else "I"


@dataclass
class Cursor:
    """A place in levelled text that moves on over each piece that is taken."""

    text: str
    position: int

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match at this place, moving to its end; None, staying, where there is none."""
        match = pattern.match(self.text, self.position)
        if match:
            self.position = match.end()
        return match


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What stands between the keyword and the dossier or number; "" for what is not said."""

    chamber: str = ""
    vergaderjaar: str = ""


_QUALIFIERS = 8  # more pieces than any reference has before its dossier


def take_qualifiers(cursor: Cursor) -> Qualifiers:
    """Take chamber, vergaderjaar and what parts them, in any order."""
    said_chamber = said_year = ""
    for _ in range(_QUALIFIERS):
        if match := cursor.take(VERGADERJAAR):
            said_year = vergaderjaar(match)
        elif match := cursor.take(CHAMBER):
            said_chamber = chamber(match)
        elif not (cursor.take(GENERAL) or cursor.take(SINGLE_YEAR) or cursor.take(SEPARATOR)):
            break
    return Qualifiers(said_chamber, said_year)


@dataclass(frozen=True, slots=True)
class Piece:
    """A dossier or a number with its span."""

    value: str
    start: int
    end: int


_LIST_LIMIT = 30


def take_next_numbers(cursor: Cursor, mark: str) -> list[Piece]:
    """Take the numbers that follow a first one: "nrs. 520, 521 en 548".

    After a plural mark ("nrs.") each counts; after "nr." only one with a mark of its own, or after which the
    reference can end: "nr. 12 en 13 mei" is one number.
    """
    plural = mark.lower().rstrip(" .").endswith("s")
    numbers: list[Piece] = []
    for _ in range(_LIST_LIMIT):
        before = cursor.position
        match = cursor.take(NEXT_NUMBER)
        if not match:
            break
        sure = plural or match["mark"] or CAN_END.match(cursor.text, match.end())
        if not sure or (not plural and _YEAR.fullmatch(match["number"])):
            cursor.position = before
            break
        numbers.append(Piece(match["number"], match.start("number"), match.end()))
    return numbers
