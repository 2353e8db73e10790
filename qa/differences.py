"""In what two sentences that say nearly the same differ: numbers, dates and periods, and negation.

Only what can be compared by rule is pointed at. That nothing is pointed at does not mean that they agree.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa.understanding.periods import find_periods


class Differing(StrEnum):
    """What differs."""

    NUMBER = "number"
    MOMENT = "moment"
    NEGATION = "negation"


@dataclass(frozen=True, slots=True)
class Difference:
    """What one sentence says and the other does not, in their own words; () where one of them says nothing of it."""

    kind: Differing
    here: tuple[str, ...]
    there: tuple[str, ...]


_NUMBER_WORDS = {
    word: number
    for number, words in enumerate(
        "|twee two|drie three|vier four|vijf five|zes six|zeven seven|acht eight|negen nine|tien ten|elf eleven"
        "|twaalf twelve".split("|"),
        start=1,
    )
    for word in words.split()
}
_NUMBER = re.compile(
    rf"(?<![\w.,/-])(?:\d{{1,3}}(?:[. ]\d{{3}})+|\d+)(?:,\d+)?(?![\w/]|-\w)|\b(?:{'|'.join(_NUMBER_WORDS)})\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:kamerstuk\w*|nr\.?|vraag|vragen|artikel|art\.|p\.|blz\.)\s*[\d\s.,XVI-]*\d", re.IGNORECASE
)
_LOOSE_MOMENT = re.compile(
    r"\b(?:voorjaar|najaar|zomer(?:reces)?|kerst(?:reces)?|winter|herfst|lente|prinsjesdag|jaarwisseling"
    r"|spring|summer|autumn|christmas|(?:eerste|tweede|derde|vierde|first|second|third|fourth) (?:kwartaal|quarter)"
    r"|begin|medio|eind|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|binnenkort|volgend jaar|dit jaar|vorig jaar|next year|this year|last year)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:niet(?! alleen\b)|geen|nooit|nergens|niemand|niets|noch|zonder|evenmin|not(?! only\b)|no|never|none"
    r"|without|neither|nor)\b|n['’]t\b",
    re.IGNORECASE,
)
_NO_DAY = datetime.date(2000, 1, 1)


def differences(here: str, there: str) -> tuple[Difference, ...]:
    """What two sentences differ in, each kind at most once."""
    found = []
    for kind, read in (
        (Differing.NUMBER, _numbers),
        (Differing.MOMENT, _moments),
        (Differing.NEGATION, _negations),
    ):
        difference = _difference(kind, read, here, there)
        if difference:
            found.append(difference)
    return tuple(found)


def _difference(
    kind: Differing, read: Callable[[str], Sequence[tuple[object, str]]], here: str, there: str
) -> Difference | None:
    """The words whose meaning stands in one of the sentences only."""
    one, other = read(here), read(there)
    only_here = _only(one, {meaning for meaning, _ in other})
    only_there = _only(other, {meaning for meaning, _ in one})
    return Difference(kind, only_here, only_there) if only_here or only_there else None


def _only(said: Iterable[tuple[object, str]], elsewhere: set[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for meaning, words in said if meaning not in elsewhere))


def _numbers(text: str) -> list[tuple[object, str]]:
    """The numbers that are neither of a date nor of a reference, by value."""
    plain = _blanked(text, [match.span() for match in _REFERENCE.finditer(text)])
    plain = _blanked(plain, [span for _, span in find_periods(plain, _NO_DAY)])
    found: list[tuple[object, str]] = []
    for match in _NUMBER.finditer(plain):
        word = match.group()
        digits = word.replace(".", "").replace(" ", "").replace(",", ".")
        found.append((_NUMBER_WORDS.get(word.casefold()) or float(digits), word))
    return found


def _moments(text: str) -> list[tuple[object, str]]:
    """Periods of the calendar by their days; seasons and the like by their words."""
    periods = [(period, span) for period, span in find_periods(text, _NO_DAY) if not _relative(period.words)]
    found: list[tuple[object, str]] = [((period.start, period.end), period.words) for period, _ in periods]
    rest = _blanked(text, [span for _, span in periods])
    return [*found, *((match.group().casefold(), match.group()) for match in _LOOSE_MOMENT.finditer(rest))]


def _relative(words: str) -> bool:
    # What such words mean depends on the day on which they were written.
    return not re.search(r"(?:19|20)\d\d", words)


def _negations(text: str) -> list[tuple[object, str]]:
    return [("negation", match.group()) for match in _NEGATION.finditer(text)]


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
