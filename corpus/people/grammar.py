"""How a name is built in running text, and reading one at a given place."""

import re
from dataclasses import dataclass

from corpus.government import department_behind, department_name, is_department_word
from corpus.names import PREFIXES, TWO_WORD_SURNAMES, fold, split_name
from corpus.parties import find_party, party_behind
from corpus.types import Person

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x250) if chr(code).isupper())
_LETTER = r"(?:[^\W\d_]|['’´])"
GAP = r"(?:[ \u00a0\t]{1,3}\n?[ \u00a0]{0,3}|\n[ \u00a0]{0,3})"  # white space within a paragraph
_SMALL_PREFIX = (
    r"(?:[Vv]an|[Vv]on|[Vv]om|[Dd]e[nr]?|[Hh]et|['’´][ts]|[Tt]e[nr]?|[Oo]p|[Aa]an|[Oo]nder|[Ii]n|[Uu]it"
    r"|[Ee]l|[Aa]l|[Ll]a|[Ll]e|[Dd]u|[Dd]a|[Dd]os|[Dd]i|[Aa]it|VAN|DE[NR]?|HET|['’´][TS]|TE[NR]?|EL|AL)"
)
_WORD = (
    rf"[{_UPPER}]{_LETTER}{{0,30}}"
    rf"(?:- ?(?:[Vv]an {{1,2}})?(?:[Dd]e[nr]? {{1,2}})?[{_UPPER}]{_LETTER}{{0,30}}){{0,2}}"
)
TOKEN = re.compile(rf"(?P<prefix>{_SMALL_PREFIX}(?!\w)|(?:van|de|der|den)(?=[{_UPPER}]))|(?P<word>{_WORD})")
INITIALS = re.compile(rf"(?:(?:IJ|[{_UPPER}][a-z]{{0,2}})\.[ -]?){{1,7}}")
_GAP = re.compile(GAP)
_PARTY = re.compile(
    rf"\d{{0,2}}{GAP}{{0,1}}\((?P<all>(?:beiden|allen|allebei) )?(?P<party>[^()\n]{{1,40}}(?:\n[^()\n]{{1,30}})?)\)",
)
_DEPARTMENT = re.compile(rf"{GAP}{{0,1}}\((?P<department>[^()]{{2,120}})\)")
_TOKEN_LIMIT = 6
# Words with a capital that may follow "de leden", "motie" or "minister" without being a name.
_NO_NAMES = frozenset(
    """
    aan aangehouden aangenomen afgewezen algemene beiden betreft bijlage bijlagen c.s commissie dames dank dat de deze
    die eerste en europese europees gehoord gewijzigde heer heren het hierbij ja kamer kamerbrief kamerleden kamerlid
    kamerstuk kamerstukken lid leden mevrouw meneer minister ministers minister-president ministerraad ministerie
    motie moties nader nee nederland nederlandse nr ontraden oordeel over overgenomen overheid parlement president
    raad regering staat staatssecretaris staten staten-generaal ter tijdens toezegging tweede uw vaste verworpen via
    voor voorgesteld voorstel voorzitter vragen wet wetsvoorstel zaken zie
    """.split(),
)
_HEADING_ENDS = frozenset("c.s. en over ter inzake aan betreffende naar tot met bij dat die om tijdens namens".split())
# Prefixes only before another one ("in 't Veld", "op den Camp"), and else words of the sentence.
_NEED_ANOTHER = frozenset({"in", "op", "aan", "onder", "uit", "tot", "te"})
_NEXT_PREFIX = re.compile(r"(?:['’´]t|de[nr]?|het)(?!\w)", re.IGNORECASE)
_FIRST_NAMES_OF_TWO_WORDS = frozenset({"mei li"})


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name read from a text: its span, and `resume`, the place behind the party where one is given.

    `for_all` says that the party is given to the names before it too: "Van Eijk en Aartsen (beiden VVD)".
    """

    person: Person
    start: int
    end: int
    resume: int
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    prefix: bool


def read_name(text: str, start: int) -> ReadName | None:
    """The name that begins at `start`, with the party behind it; None where no name begins there."""
    initials = INITIALS.match(text, start)
    tokens = _choose(text, _tokens(text, initials.end() if initials else start))
    return build_name(text, start, tokens[-1].end) if tokens else None


def build_name(text: str, start: int, end: int) -> ReadName | None:
    """The name written at that span; None where the words are no name."""
    separated = re.sub(rf"\b(van|de|der|den)(?=[{_UPPER}])", r"\1 ", text[start:end])  # "Inge vanDijk"
    first, name = split_name(re.sub(r"-\s+", "-", separated))
    words = [word for word in fold(name).split() if word not in PREFIXES]
    if not words or len(words[0]) < 2 or words[0].strip(".,'") in _NO_NAMES or (find_party(name) and not first):
        return None
    if text[start].islower() and text[end - 2 : end].isupper():  # "collega van OCW"
        return None
    party, resume, for_all = _read_party(text, end)
    return ReadName(Person(name, first, party), start, end, resume, for_all)


def _read_party(text: str, position: int) -> tuple[str, int, bool]:
    """The party in brackets at `position`, the place behind it, and whether it is given to several."""
    match = _PARTY.match(text, position)
    party = find_party(match["party"]) if match else ""
    if match and party:
        return party, match.end(), bool(match["all"])
    return party_behind(text, position), position, False


def read_department(text: str, position: int) -> str:
    """The department behind a name: "(Financiën – Fiscaliteit en Belastingdienst)", "van LNV"; "" without one."""
    match = _DEPARTMENT.match(text, position)
    if not match:
        return department_behind(text, position)
    whole = " ".join(match["department"].split())
    return department_name(whole) or department_name(re.split(r" [–-] ", whole)[0])


def _tokens(text: str, start: int) -> list[_Token]:
    """The words from `start` on that may belong to a name."""
    gap = _GAP.match(text, start)
    position = gap.end() if gap else start
    capitals = _in_capitals(text, position)
    tokens: list[_Token] = []
    while len(tokens) < _TOKEN_LIMIT:
        match = TOKEN.match(text, position)
        if not match or (capitals and match.group().isupper() and match.group().lower() in _HEADING_ENDS):
            break
        if len(match.group()) == 1 and text[match.end() : match.end() + 1] == ".":  # "C.S.", or initials
            break
        gap = _GAP.match(text, match.end())
        if fold(match.group()) in _NEED_ANOTHER and not (gap and _NEXT_PREFIX.match(text, gap.end())):
            break
        tokens.append(_Token(match.group(), match.start(), match.end(), fold(match.group()) in PREFIXES))
        glued = match["prefix"] and text[match.end() : match.end() + 1].isalpha()
        if not (gap or glued):
            break
        position = gap.end() if gap else match.end()
    return tokens


def _in_capitals(text: str, start: int) -> bool:
    words = text[start : start + 20].split()[:2]
    return bool(words) and all(word.upper() == word and word.lower() != word for word in words)


def _choose(text: str, tokens: list[_Token]) -> list[_Token]:
    """The tokens that make the name: a first name of at most two words, prefixes, and a surname."""
    first_prefix = next((position for position, token in enumerate(tokens) if token.prefix), len(tokens))
    if first_prefix and party_behind(text, tokens[first_prefix - 1].end):
        return _choose_plain(tokens[:first_prefix])
    position = first_prefix
    while position < len(tokens) and tokens[position].prefix:
        position += 1
    if first_prefix > 2 or position == len(tokens):  # a prefix with nothing behind it belongs to the sentence
        return _choose_plain(tokens[:first_prefix])
    if first_prefix and is_department_word(tokens[position].text):  # "Minister Adema van Landbouw"
        return _choose_plain(tokens[:first_prefix])
    pair = fold(" ".join(token.text for token in tokens[position : position + 2]))
    return tokens[: position + 2] if pair in TWO_WORD_SURNAMES else tokens[: position + 1]


def _choose_plain(tokens: list[_Token]) -> list[_Token]:
    """One word, or first name and surname where a second word can be one."""
    words = [token.text for token in tokens]
    if len(words) > 2 and (
        fold(" ".join(words[1:3])) in TWO_WORD_SURNAMES or fold(" ".join(words[:2])) in _FIRST_NAMES_OF_TWO_WORDS
    ):
        return tokens[:3]
    second = words[1] if len(words) > 1 else ""
    if second and not (fold(second) in _NO_NAMES or find_party(second) or is_department_word(second)):
        return tokens[:2]
    return tokens[:1]


def name_before(text: str, end: int) -> ReadName | None:
    """The name that ends at `end`, as before a party: "(…) Jasper van Dijk" at the bracket of "(SP)"."""
    begin = max(0, end - _WINDOW)
    tokens = [
        _Token(match.group(), match.start(), match.end(), bool(match["prefix"]))
        for match in TOKEN.finditer(text, begin, end)
    ]
    if not tokens or text[tokens[-1].end : end].strip("0123456789 \u00a0\n"):
        return None
    chosen = [tokens.pop()]
    while tokens and tokens[-1].prefix and _adjacent(text, tokens[-1], chosen[0]):
        chosen.insert(0, tokens.pop())
    if tokens and _adjacent(text, tokens[-1], chosen[0]) and _is_first_name(text, tokens[-1], chosen[0]):
        chosen.insert(0, tokens.pop())
    start = _initials_before(text, chosen[0].start)
    return None if chosen[-1].prefix else build_name(text, start, chosen[-1].end)


_WINDOW = 60


def _adjacent(text: str, first: _Token, second: _Token) -> bool:
    gap = text[first.end : second.start]
    return not gap or bool(_GAP.fullmatch(gap))


def _is_first_name(text: str, token: _Token, following: _Token) -> bool:
    """Whether the word before a surname belongs to it; a word that begins the sentence does only before "van"."""
    if fold(token.text) in _NO_NAMES or find_party(token.text) or token.text.isupper():
        return False
    before = text[max(0, token.start - 3) : token.start].strip(" \u00a0")
    begins_sentence = not before or before[-1] in '.?!:;\n«"“'
    return following.text.islower() or not begins_sentence


def _initials_before(text: str, start: int) -> int:
    match = _INITIALS_END.search(text, max(0, start - 20), start)
    return match.start() if match else start


_INITIALS_END = re.compile(rf"(?<![\w.])(?:(?:IJ|[{_UPPER}][a-z]{{0,2}})\.[ -]?){{1,7}} ?\Z")
