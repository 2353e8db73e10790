"""The lines that announce a question, an answer or a speaker, and where a letter greets and signs."""

import re
from dataclasses import dataclass

_NUMBER = r"\d{1,3}\s?[a-z]?(?![\w.]*\d)"
_SEPARATOR = r"\s*(?:,\s*en|,|en|&|t/m|tot en met|tot|[-–])\s*"
_NUMBERS = rf"{_NUMBER}(?:{_SEPARATOR}{_NUMBER})*"
_LABEL = r"(?:\s*(?:nummers?|nrs?\.?))?"
_TAIL = r"\s*(?:\([^()]{1,60}\))?\s*[.:]?"

_QUESTION = re.compile(rf"(?:deel)?vra(?:ag|gen){_LABEL}\s*(?P<numbers>{_NUMBERS}){_TAIL}", re.IGNORECASE)
_ANSWER = re.compile(
    rf"(?:gezamenlijk\s+)?(?:be)?antwoord(?:en|ing)?(?:\s+(?:op|van))?(?:\s+de)?(?:\s+(?:deel)?vra(?:ag|gen))?"
    rf"{_LABEL}\s*(?P<numbers>{_NUMBERS})?{_TAIL}",
    re.IGNORECASE,
)
_RUN_IN_QUESTION = re.compile(
    rf"vra(?:ag|gen){_LABEL}\s*(?P<numbers>{_NUMBERS})\s*[.:]\s+(?=[A-ZÀ-Þ«\"“‘'])", re.IGNORECASE
)
_RUN_IN_ANSWER = re.compile(
    rf"antwoord(?:en)?(?:\s+op)?(?:\s+de)?(?:\s+vra(?:ag|gen))?{_LABEL}\s*(?P<numbers>{_NUMBERS})?\s*[.:]\s+(?=\S)",
    re.IGNORECASE,
)

_PARTICLE = (
    r"(?:van|der|den|de|het|ten|ter|te|tot|in|op|op't|el|al|la|le|du|von|zu|['’]t|['’]s|uit|aan|bij|onder|over|voor|"
    r"en|e|d['’])"
)
_CAPITALISED = r"[A-ZÀ-ÞĀ-Ž][\w'’´`.-]*"
_NAME = rf"(?:{_PARTICLE}\s+)*{_CAPITALISED}(?:\s+(?:{_PARTICLE}|{_CAPITALISED}))*"
_SPEAKER_TITLE = (
    r"(?:De\s+heer|Mevrouw|Mevr\.|Minister(?:-[Pp]resident)?|Staatssecretaris|Kamerlid|Het\s+lid|"
    r"De\s+(?:[Mm]inister|[Ss]taatssecretaris)|Meneer|Dhr\.)"
)
_SPEAKER = re.compile(
    rf"(?:De\s+(?:\w{{0,12}}\s)?(?:[Vv]oorzitter|griffier|[Mm]inister|[Ss]taatssecretaris)"
    rf"(?:\s+(?:van|voor)\s+{_NAME}(?:,\s+{_NAME}){{0,3}})?|{_SPEAKER_TITLE}\s+{_NAME}"
    rf"(?:\s*\([^()]{{1,60}}\))?)\s*:"
)

_SALUTATION = re.compile(
    r"(?:Zeer\s+)?(?:Geachte|Beste|Waarde|Hooggeachte)\b[^.?!]{0,90}[,:!]?|Excellentie[,.]?", re.IGNORECASE
)
_CLOSING = re.compile(
    r"(?:(?:Met\s+)?(?:de\s+meeste\s+)?hoogachtend|met\s+de\s+meeste\s+hoogachting|met\s+vriendelijke\s+groet(?:en)?|"
    r"hoogachtend\s+en\s+met\s+vriendelijke\s+groet)[,.]?",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:namens\s+)?de\s+(?:(?:demissionair|waarnemend|plaatsvervangend)e?\s+)?"
    r"(?:minister|staatssecretaris|minister-president|president|voorzitter|griffier|secretaris|directeur)(?:-\w+)?"
    r"(?P<rest>(?:[\s,].{0,200})?)",
    re.IGNORECASE,
)
# In the name of an office each word is a name but for these.
_OFFICE_PARTICLES = frozenset("van voor en de der het in aan des tevens wnd ad interim plv".split())
_PERSON_LINE = re.compile(
    rf"(?:(?:drs|dr|mr|ir|ing|prof|jhr|Drs|Dr|Mr|Ir|Ing|Prof|Jhr|Jkvr|H\.E)\.?\s+)*{_NAME}(?:\s*\([^()]{{1,40}}\))?"
    r"(?:,?\s+(?:MA|MSc|MPA|RA|CPC|BA|LLM|MBA|PhD|RE|EMPA))*,?"
)
_MOTIE_OPENING = re.compile(r"de\s+kamer\s*,", re.IGNORECASE)
_MOTIE_CLOSING = re.compile(r"(?:en\s+)?gaat\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag\s*[.,;]?", re.IGNORECASE)
_MOTIE_CLAUSE = re.compile(
    r"(?:gehoord|gelezen|gezien|gelet op|kennisgenomen|constaterende|overwegende|van mening|van oordeel|indachtig|"
    r"erkennende|vaststellende|tevens|voorts|en gaat over tot|verzoekt|roept|spreekt|draagt|nodigt|vraagt)\b"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A line that announces a question or an answer; `length` characters of the text are the line itself."""

    is_answer: bool
    numbers: str  # "3, 4 en 5" as written, "" for an answer without a number
    length: int


def question_or_answer_head(text: str) -> Head | None:
    """What a whole paragraph such as "Vraag 3, 4 en 5" or "Antwoord op vraag 2" announces; None for other text."""
    text = text.strip()
    for pattern, is_answer in ((_QUESTION, False), (_ANSWER, True)):
        match = pattern.fullmatch(text)
        if match:
            return Head(is_answer, _normal(match["numbers"]), len(text))
    # In the Aanhangsel a "Mededeling" says instead of an answer when or where that comes.
    return Head(is_answer=True, numbers="", length=len(text)) if text.rstrip(" :") == "Mededeling" else None


def run_in_head(text: str) -> Head | None:
    """A head with its text behind it in one paragraph ("Vraag 3: Bent u bekend met …?"); None without one."""
    for pattern, is_answer in ((_RUN_IN_QUESTION, False), (_RUN_IN_ANSWER, True)):
        match = pattern.match(text)
        if match:
            return Head(is_answer, _normal(match["numbers"]), match.end())
    return None


def speaker_length(text: str) -> int:
    """How many characters at the beginning name who speaks ("Mevrouw Podt (D66):"); 0 where nobody is named."""
    match = _SPEAKER.match(text)
    return match.end() if match else 0


def opens_motie(text: str) -> bool:
    """Whether the paragraph is the "De Kamer," that a motie begins with."""
    return _MOTIE_OPENING.fullmatch(text.strip()) is not None


def closes_motie(text: str) -> bool:
    """Whether the paragraph is the "en gaat over tot de orde van de dag." that a motie ends with."""
    return _MOTIE_CLOSING.fullmatch(text.strip()) is not None


def begins_motie_clause(before: str, text: str) -> bool:
    """Whether a text begins a clause of a motie, after the opening or another clause."""
    after_clause = _MOTIE_CLAUSE.match(before) is not None and before.rstrip().endswith((";", ","))
    return _MOTIE_CLAUSE.match(text) is not None and (opens_motie(before) or after_clause)


def is_salutation(text: str) -> bool:
    """Whether the paragraph greets the receiver ("Geachte voorzitter,")."""
    return len(text) <= 100 and _SALUTATION.fullmatch(text.strip()) is not None


def is_closing(text: str) -> bool:
    """Whether the paragraph closes a letter ("Hoogachtend,")."""
    return _CLOSING.fullmatch(text.strip()) is not None


def is_office(text: str) -> bool:
    """Whether the paragraph could be the office above a signature ("De Minister van Financiën,")."""
    stripped = text.strip()
    match = _OFFICE.fullmatch(stripped) if len(stripped) <= 220 else None
    if match is None:
        return False
    words = [word.strip("(),.:–-&") for word in match["rest"].split()]
    return all(not word or word[0].isupper() or word in _OFFICE_PARTICLES for word in words)


def is_person_line(text: str) -> bool:
    """Whether the paragraph could be no more than a name, as under a letter or a motie."""
    stripped = text.strip()
    return len(stripped) <= 60 and len(stripped.split()) <= 8 and _PERSON_LINE.fullmatch(stripped) is not None


def stands_alone(text: str) -> bool:
    """Whether the words are a whole paragraph wherever they stand: a head, a speaker, the office above a name."""
    return (
        question_or_answer_head(text) is not None
        or 0 < speaker_length(text) == len(text)
        or opens_motie(text)
        or closes_motie(text)
        or is_closing(text)
        or (text.endswith(",") and is_office(text))
    )


def could_be_heading(text: str) -> bool:
    """Whether the words alone allow a heading: short, begun with a capital, digit or quote, not ended as a sentence."""
    stripped = text.strip()
    if not 2 <= len(stripped) <= 160 or len(stripped.split()) > 20:
        return False
    first, last = stripped[0], stripped[-1]
    if last == ":":
        return first.isupper() and len(stripped) <= 80
    return (first.isupper() or first.isdigit() or first in "«\"“‘'’(") and last not in ".,;!–-"


def _normal(numbers: str | None) -> str:
    return " ".join((numbers or "").split())
