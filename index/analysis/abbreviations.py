"""Abbreviations and what they stand for: as letters explain them, and those that nobody explains."""

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from corpus.parties import find_party
from index.analysis.fold import fold, words
from index.analysis.stopwords import FUNCTION_WORDS

ABBREVIATIONS_VERSION = "1"
"""Recorded in each generation; raised when letters would be found to explain others."""

_LISTED = Path(__file__).parent / "abbreviations.txt"
# "loonkostensubsidie (LKS)", "… (hierna: LKS)", "… (afgekort LKS)"
_AFTER = re.compile(
    r"\((?:hierna(?: te noemen)?|verder|afgekort|kortweg)?:? ?"
    r"['\"‘’“”«»]?((?=[^)]*[A-Z])[A-Za-z][\w&./-]{1,9})['\"‘’“”«»]?\)"
)
# "LKS (loonkostensubsidie)"
_BEFORE = re.compile(r"\b([A-Z][A-Za-z]*[A-Z][A-Za-z]*)\s\(([^()]{6,90})\)")
_WORDS = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CLAUSE_END = re.compile(r"[.;:!?()]\s")
_WINDOW = 120  # characters before the brackets
_SHORT = 4
_CHAPTER = re.compile(r"[IVX]+")  # of the budget: "Justitie en Veiligheid (VI)"


def find_abbreviations(text: str) -> list[tuple[str, str]]:
    """Short and long form of each abbreviation that the text explains, in order, each pair once.

    The long form is the shortest run of words before the brackets whose letters hold those of the short form in order,
    beginning with its first letter at the beginning of a word (Schwartz and Hearst, 2003).
    """
    found: list[tuple[int, str, str]] = []
    for match in _AFTER.finditer(text):
        short = match[1].strip(".")
        begin = max(0, match.start() - _WINDOW)
        # A word that the window cuts in two is left out.
        before = text[begin : match.start()].partition(" ")[2] if begin else text[: match.start()]
        long = _long_form(short, _CLAUSE_END.split(before)[-1].rstrip())
        if long and not find_party(short):
            found.append((match.start(), short, long))
    for match in _BEFORE.finditer(text):
        short, inside = match.groups()
        long = _long_form(short, inside.strip())
        if long and long == inside.strip():
            found.append((match.start(), short, long))
    return list(dict.fromkeys((short, long) for _, short, long in sorted(found)))


def _long_form(short: str, text: str) -> str:
    """The end of the text that the short form abbreviates, "" where there is none."""
    letters = [letter for letter in fold(short) if letter.isalnum()]
    folded = fold(text)
    if len(letters) < 2 or len(folded) != len(text) or _CHAPTER.fullmatch(short):
        return ""
    place = len(folded) - 1
    for number, letter in reversed(list(enumerate(letters))):
        while place >= 0 and not (folded[place] == letter and (number > 0 or _begins_word(folded, place))):
            place -= 1
        if place < 0:
            return ""
        place -= 1
    long = text[place + 1 :].rstrip(" '\"’”»")
    words = _WORDS.findall(long)
    too_many = len(words) > min(len(letters) + 5, 2 * len(letters))
    return "" if too_many or len(long) < 2 * len(letters) or fold(short) in fold(long).split() else long


def _begins_word(text: str, place: int) -> bool:
    """Whether a word that carries meaning begins here: a long form does not begin with "van"."""
    word = _WORDS.match(text, place)
    return (place == 0 or not text[place - 1].isalnum()) and word is not None and word[0] not in FUNCTION_WORDS


def agreed_on(explanations: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of short and long form that stand, of the explanations of all letters; one for each letter that has it.

    Of several long forms those stay that about as many letters give as the most usual one: initials of other words
    agree by chance. A longer word with no capital but its first is a short form only when letters agree on it.
    """
    counts = Counter((short, tuple(words(long))) for short, long in explanations)
    most: dict[str, int] = {}
    for (short, _), count in counts.items():
        most[short] = max(most.get(short, 0), count)
    return [
        (short, " ".join(long))
        for (short, long), count in counts.items()
        if 2 * count >= most[short] and (count > 1 or len(short) <= _SHORT or short[1:] != short[1:].lower())
    ]


class Abbreviations:
    """Pairs of short and long form, to be looked up by either."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._by_short: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        self._by_start: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for short, long in pairs:
            long_words = tuple(words(long))
            if long_words:
                self._by_short.setdefault(fold(short), []).append((short, long_words))
                self._by_start.setdefault(long_words[0], []).append((long_words, fold(short)))

    def long_forms(self, written: str, is_word: Callable[[str], bool]) -> list[tuple[str, ...]]:
        """The folded words of what a word abbreviates.

        "OM" stands for something, "om" does not; but people write "uwv" too: capitals may be wrong in a short form of
        three letters or more that `is_word` does not take for a Dutch word.
        """
        folded = fold(written)
        loose = len(folded) > 2 and not is_word(folded)
        return [long for short, long in self._by_short.get(folded, ()) if short == written or loose]

    def short_forms(self, asked: Sequence[str]) -> list[tuple[str, str]]:
        """The folded short forms of what is written out among folded words, each with its first word there."""
        return [
            (short, word)
            for place, word in enumerate(asked)
            for long, short in self._by_start.get(word, ())
            if tuple(asked[place : place + len(long)]) == long
        ]


@functools.cache
def listed_abbreviations() -> Abbreviations:
    """Abbreviations that letters use without explaining them."""
    lines = _LISTED.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines if line and not line.startswith("#"))
    return Abbreviations((short, long) for short, _, long in pairs)
