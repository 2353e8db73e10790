"""Which documents a question wants: of which kind, by which party, by whom, of when.

"Moties van de SP over wonen" wants moties by one party; "de motie van de SP" may be told of anywhere. Only what a
question clearly says counts, since it leaves the other letters out.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.names import PREFIXES, fold, surname_parts
from corpus.types import Kind, Person
from qa.types import Period
from qa.understanding.offices import PARTY, ministries_in, office_spans
from qa.understanding.periods import dates_letters


@dataclass(frozen=True, slots=True)
class DocumentsWanted:
    """The documents that a question wants; what is empty is not said. `dated` tells whether its period is theirs."""

    kinds: frozenset[Kind] = frozenset()
    party: bool = False
    author: bool = False
    ministry: bool = False
    dated: bool = False


# What stands in the place of what was found, so that the patterns below need not know any name.
_PARTY, _AUTHOR, _MINISTRY, _PERIOD = "QPARTIJ", "QIEMAND", "QDEPARTEMENT", "QPERIODE"
_TITLES = frozenset(
    "het lid leden kamerlid kamerleden de heer mevrouw mevr mw dhr meneer oud minister ministers staatssecretaris mp mr"
    " mrs ms the member".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?|\d+|\S")

_PLURALS = {
    Kind.MOTIE: r"moties|motions",
    Kind.VRAGEN: (
        r"kamervragen|schriftelijke vragen|(?:parliamentary|written) questions"
        r"|vragen(?= (?:van )?(?:de |het )?(?:QIEMAND|QPARTIJ))|questions(?= (?:by|from) (?:the )?(?:QIEMAND|QPARTIJ))"
    ),
    Kind.KAMERBRIEF: r"(?:kamer)?brieven|letters",
}
_TOGETHER = {
    Kind.VRAGEN: frozenset({Kind.VRAGEN, Kind.ANTWOORD}),
    # The government answers questions in a letter.
    Kind.KAMERBRIEF: frozenset({Kind.KAMERBRIEF, Kind.ANTWOORD}),
}
# What may stand in front of the documents that are asked for.
_BEFORE = (
    r"(?:(?:zoek|toon|geef|noem|vind|laat|zien|alle|welke|wat|zijn|er|all|which|what|show|list|find|give|me|mij|de|the|any"
    r"|ander[e]?|other|open|recente|recent|eerdere|earlier|nieuwste|newest|latest|overzicht van|list of) )"
)
_BEHIND = (
    r"(?:van|door|over|uit|sinds|aan|inzake|tussen|by|about|on|from|of|since|that|die|met|with"
    r"|QPARTIJ|QIEMAND|QPERIODE)"
)
# "Wat vroeg hij in zijn moties over wonen" may be told of anywhere.
_NOT_OWN = "".join(rf"(?<!\b{word} )" for word in ("zijn", "haar", "hun", "his", "her", "their"))
_ASKED_FOR = {
    kind: re.compile(
        rf"^\W*{_BEFORE}{{0,5}}(?:{nouns})\b|{_NOT_OWN}\b(?:{nouns}) {_BEHIND}\b|(?:QPARTIJ|QIEMAND)[- ](?:{nouns})\b",
        re.IGNORECASE,
    )
    for kind, nouns in _PLURALS.items()
}
_WHICH = {
    Kind.MOTIE: re.compile(r"\b(?:welke|which) (?:\S+ )?(?:motie|motion)\b", re.IGNORECASE),
}
_NOUNS = {
    Kind.MOTIE: re.compile(r"^\W*(?:motie|motion)\b", re.IGNORECASE),
    Kind.KAMERBRIEF: re.compile(r"^\W*(?:kamerbrief|brief|letter)\b", re.IGNORECASE),
}
# What came of moties is told by other documents.
_OUTCOME = re.compile(
    r"\b(?:uitgevoerd|uitvoering|uitvoert|afgedaan|afgehandeld|reacties?|reageer\w*|appreciatie|oordeel\w*|opvolging"
    r"|gevolg|gedaan met|stand van zaken|carried out|implement\w*|responses?|reply|replies|replied|verdict|opinion"
    r"|followed up|status|adopted|rejected|aangenomen|verworpen|stemming\w*|votes?)\b",
    re.IGNORECASE,
)

_SHORT = r"(?:motie|moties|kamervragen|vragen|amendement|amendementen|motions?|questions?|amendments?|initiatiefnota)"
_OF = r"(?:van|door|by|from|of)(?: (?:de|het|the|fractie|leden|members|group))*(?: van(?: de| het)?)?"
_MANY = (
    rf"(?:(?:alle|welke|which|what|any|een|a|an) (?:\S+ )?{_SHORT}"
    r"|\b(?:moties|kamervragen|vragen|amendementen|motions|questions|amendments))"
)
_BY_PARTY = re.compile(
    rf"(?:^\W*{_SHORT}|\b{_MANY}) (?:\S+ )?{_OF} QPARTIJ"
    rf"|^\W*{_SHORT} QPARTIJ|^\W*QPARTIJ[- ]{_SHORT}|\bQPARTIJ[- ](?:moties|kamervragen|vragen|motions|questions)\b"
    rf"|\b(?:welke|which|what|een|an?) QPARTIJ[- ]{_SHORT}"
    r"|\b(?:vroeg|vroegen|vraagt|wil|wilde|verzocht|verzoekt|stelde|diende|dienden|did|does|do|has|have)"
    r"(?: de| het| the)? QPARTIJ\b"
    r"|\b(?:heeft|hebben)(?: de| het)? QPARTIJ\b.*\b(?:gevraagd|ingediend|voorgesteld|verzocht)\b"
    r"|\b(?:asked|tabled|proposed|submitted|gevraagd|ingediend|voorgesteld|gesteld|moties|motions|kamervragen|questions)"
    r"(?: (?:over|on|about)(?: \S+){1,5})? (?:by|door)(?: de| het| the)? QPARTIJ\b"
    r"|^\W*(?:wat )?(?:de |het |the )?QPARTIJ"
    r" (?:wil|wilde|vroeg|vraagt|verzoekt|verzocht|stelde|stelt|diende"
    r"|asked|asks|wants|wanted|tabled|proposed|requests?)\b",
    re.IGNORECASE,
)
_SOMEBODY = r"(?: (?:van|door|by|from|of))?(?: (?:de|het|the))? QIEMAND"
_BY_AUTHOR = re.compile(
    rf"\b(?:(?:kamer)?brie(?:f|ven)|letters?|moties|kamervragen|vragen|motions)(?: aan de Kamer)?{_SOMEBODY}"
    rf"|\b(?:schreef|schrijft|schreven|stuurde|stuurden|wrote){_SOMEBODY}"
    r"|\b(?:did|does|has)(?: the)? QIEMAND (?:write|written|send|sent)"
    r"|\bQIEMAND (?:schreef|schrijft|stuurde|wrote|sent)\b|\bquestions (?:by|from) QIEMAND"
    r"|\bQIEMAND[- ](?:moties|kamervragen|motions)\b",
    re.IGNORECASE,
)
_BY_MINISTRY = re.compile(
    r"\b(?:(?:kamer)?brie(?:f|ven)|letters?)(?: aan de Kamer)? (?:van|door|by|from|of)(?: het| the)? QDEPARTEMENT"
    r"|\b(?:schreef|schrijft)(?: het)? QDEPARTEMENT|\b(?:did|does|has)(?: the)? QDEPARTEMENT (?:write|written)"
    r"|\bQDEPARTEMENT[- ](?:brieven|letters)\b",
    re.IGNORECASE,
)
_WRITING = re.compile(
    r"\b(?:schreef|schreven|geschreven|stuurde|stuurden|gestuurd|verstuurd|verscheen|verschenen|wrote|write|written|sent)\b",
    re.IGNORECASE,
)
_WRITTEN_SINCE = re.compile(r"(?:sinds|since)\b", re.IGNORECASE)
_WHEN_WRITTEN = re.compile(r"(?<!\S)(?:in|uit|sinds|from|during|tijdens|since)?(?: ?(?:de|het|the))? ?QPERIODE")
_ABOUT = re.compile(r"\b(?:over|about|on|inzake|naar|voor|for|van|of)\b", re.IGNORECASE)
_ASKING_THEN = re.compile(
    r"\b(?:vroeg|vroegen|vraagt|stelde|stelden|diende|dienden|did|has)(?: de| het| the)? (?:QPARTIJ|QIEMAND)"
    r"(?: (?:ask|write|table|propose|asked|written))?(?: (?:in|sinds|since|during|tijdens))?"
    r"(?: de| het| the)? QPERIODE",
    re.IGNORECASE,
)
_NAMED_BY_YEAR = re.compile(
    r"^\W*(?:moties?|(?:kamer)?brie(?:f|ven)|kamervragen|motions?|letters?)"
    r"(?: (?!over\b|about\b|on\b|inzake\b|en\b)\S+){0,5}"
    r"(?: (?:in|van|uit|from|of))?(?: de| het| the)? QPERIODE\W*$",
    re.IGNORECASE,
)


_LETTER_OF_A_DAY = re.compile(
    r"^\W*(?:de |the )?(?:(?:kamer)?brie(?:f|ven)|letters?)(?: (?:van|door|from|by))?(?: de| het| the)?(?: QIEMAND)?"
    r"(?: (?:van|of|from|dated|d\.d\.))? QPERIODE",
    re.IGNORECASE,
)
_IN_THAT_TIME = re.compile(r" in(?: het| the)? QPERIODE\W*$", re.IGNORECASE)
_A_QUARTER = datetime.timedelta(days=92)


def documents_wanted(text: str, people: Sequence[Person], period: Period | None) -> DocumentsWanted:
    """What documents a question wants. `people` are those it names, by surname."""
    masked = _mask(text, people, period)
    parties, authors, ministries = (masked.count(name) for name in (_PARTY, _AUTHOR, _MINISTRY))
    return DocumentsWanted(
        kinds=_kinds(masked),
        party=parties == 1 and _BY_PARTY.search(masked) is not None and not _OUTCOME.search(masked),
        author=authors == 1 and _BY_AUTHOR.search(masked) is not None and not _OUTCOME.search(masked),
        ministry=ministries == 1 and not authors and _BY_MINISTRY.search(masked) is not None,
        dated=period is not None and _is_dated(text, masked, period),
    )


def _kinds(masked: str) -> frozenset[Kind]:
    found = [kind for kind, pattern in _ASKED_FOR.items() if pattern.search(masked)]
    named = _NAMED_BY_YEAR.search(masked)
    found += [kind for kind, pattern in _NOUNS.items() if kind not in found and named and pattern.search(named.group())]
    found += [kind for kind, pattern in _WHICH.items() if kind not in found and pattern.search(masked)]
    if len(found) != 1 or (found == [Kind.MOTIE] and _OUTCOME.search(masked)):
        return frozenset()
    return _TOGETHER.get(found[0], frozenset(found))


def _is_dated(text: str, masked: str, period: Period) -> bool:
    if period.start == period.end:
        return _LETTER_OF_A_DAY.search(masked) is not None
    if dates_letters(text, period) or _NAMED_BY_YEAR.search(masked) or _ASKING_THEN.search(masked):
        return True
    if any(pattern.search(masked) for pattern in _ASKED_FOR.values()) and _is_of_documents(masked, period):
        return True
    then = _WHEN_WRITTEN.search(masked)
    if then is None or not _WRITING.search(masked):
        return False
    # "Wat schreef hij over de begroting van 2024" says what it is about.
    return not _ABOUT.search(" ".join(masked[: then.start()].split()[-3:]))


def _is_of_documents(masked: str, period: Period) -> bool:
    """Whether a question for documents gives their time: "sinds 2023", "vorig jaar", at its end "in Q1 2023"."""
    if _WRITTEN_SINCE.match(period.words):
        return True
    if _IN_THAT_TIME.search(masked) and period.end - period.start <= _A_QUARTER:
        return True
    before = masked[: masked.find(_PERIOD)]
    return not any(map(str.isdigit, period.words)) and not _ABOUT.search(" ".join(before.split()[-2:]))


def _mask(text: str, people: Sequence[Person], period: Period | None) -> str:
    """The question with a word for each party, person or office, and for its period."""
    spans = [(start, end, _AUTHOR) for start, end in (*office_spans(text), *_named(text, people))]
    spans += [(start, end, _MINISTRY) for _, start, end in ministries_in(text)]
    spans += [(match.start(), match.end(), _PARTY) for match in PARTY.finditer(text)]
    if period is not None and (at := text.find(period.words)) >= 0:
        spans.append((at, at + len(period.words), _PERIOD))
    kept, position = [], 0
    for start, end, name in sorted(spans):
        if start >= position:
            kept += [text[position:start], name]
            position = end
    return " ".join("".join([*kept, text[position:]]).split())


def _named(text: str, people: Iterable[Person]) -> list[tuple[int, int]]:
    """Where these people are named, with title, first name and prefix."""
    surnames = {part for person in people for part in surname_parts(person.name)}
    firsts = {fold(word) for person in people for word in person.first.split()}
    words = list(_WORD.finditer(text))
    spans: list[tuple[int, int]] = []
    for place, match in enumerate(words):
        if not surnames & {*surname_parts(match.group()), fold(match.group())}:
            continue
        first = place
        while first and _belongs(words[first - 1].group(), firsts):
            first -= 1
        # "van" alone in front of it announces the name as often as it is part of it.
        while first < place and fold(words[first].group()) in {"van", "aan", "door"} and place - first == 1:
            first += 1
        spans.append((words[first].start(), match.end()))
    return spans


def _belongs(word: str, firsts: set[str]) -> bool:
    plain = fold(word).rstrip(".")
    return plain in PREFIXES or plain in _TITLES or fold(word) in firsts or (len(plain) == 1 and plain.isalpha())
