"""Joins what the end of a line divided: words at their hyphens, numbers, web addresses."""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W_]+)*", re.UNICODE)
_LAST_PART = re.compile(r"[^\s(«\"“‘'’/\u2010-]*$")
_LAST_TOKEN = re.compile(r"\S*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_CONJUNCTION = re.compile(r"(?:en|of|en/of|t/m|dan wel|respectievelijk|resp\.|alsook|alsmede|noch|,)(?:\s|$)")
_ADDRESS = re.compile(r"(?:https?:|www\.|\w+\.(?:nl|com|eu|org|net|int|be|uk|gov)/)", re.IGNORECASE)
_ADDRESS_GOES_ON = re.compile(r"[%/&?=_#~.+]|\S*[/=&%?]\S|[\w-]+\.(?:pdf|html?|aspx|docx?)\b")
_ADDRESS_UNFINISHED = re.compile(r"[/=&?%_#~+:-]$")

_VOWELS = "aeiouyáéíóúàèäëïöü"
# Where these vowels meet in a compound, Dutch puts a hyphen between them; a syllable never ends between them.
_CLASHES = frozenset({"aa", "ae", "ai", "au", "ee", "ei", "eu", "ii", "ij", "oe", "oi", "oo", "ou", "ui", "uu"})
_ADJECTIVE = re.compile(r"(?:lijk|isch|eel|aal|air|ief|eus|iek)$")
_ADJECTIVE_INFLECTED = re.compile(r"(?:lijke?|ische?|eel|ele|aal|ale|aire?|ief|ieve|eus|euze|ieke?|baar|bare)$")
_ALWAYS_HYPHENATED = frozenset({"niet", "non", "oud", "vice", "adjunct", "collega", "kandidaat", "aspirant"})
# Prefixes are joined to their word, even where one also begins a chain such as "ver-van-mijn-bedshow".
_PREFIXES = frozenset(
    "aan achter bij door her mede mis naar onder ont over samen tegen toe uit ver voor weer wan".split()
)


class Vocabulary:
    """The words of one document, as evidence for how a divided word is written."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        self._first_parts: Counter[str] = Counter()
        for line in lines:
            for match in _WORD.finditer(line):
                word = match[0].lower().replace("\u2010", "-")
                # The word that a line's end divides is no evidence.
                if line[match.end() : match.end() + 1] not in ("-", "\u2010", "\u00ad"):
                    self._words[word] += 1
                if "-" in word:
                    self._first_parts[word.partition("-")[0]] += 1

    def count(self, word: str) -> int:
        """How often the word occurs, hyphens included, in any case of letters."""
        return self._words[word.lower()]

    def begins_compounds(self, part: str) -> bool:
        """Whether other words are written with this part and a hyphen."""
        return self._first_parts[part.lower()] > 0


def join_lines(before: str, after: str, vocabulary: Vocabulary) -> str:
    """The text of two lines as one: with a space between them, or joined where the end of the line divided a word."""
    before, after = before.rstrip(), after.lstrip()
    if not before or not after:
        return before + after
    if before.endswith("\u00ad"):
        return before[:-1] + after
    attached = len(before) > 1 and not before[-2].isspace()
    if attached and before[-1] in "-\u2010":
        return _join_hyphen(before, after, vocabulary)
    slash = attached and before[-1] == "/" and after[0].isalnum()
    years = before[-1] == "–" and before[-2:-1].isdigit() and after[0].isdigit()
    if slash or years or _goes_on_as_address(before, after):
        return before + after
    return f"{before} {after}"


def join_all(lines: Iterable[str], vocabulary: Vocabulary) -> str:
    """The text of any number of lines as one."""
    text = ""
    for line in lines:
        text = join_lines(text, line, vocabulary)
    return text


def _goes_on_as_address(before: str, after: str) -> bool:
    match = _LAST_TOKEN.search(before)
    token = match[0] if match else ""
    if not _ADDRESS.search(token):
        return False
    return bool(_ADDRESS_UNFINISHED.search(token)) or bool(_ADDRESS_GOES_ON.match(after))


def _join_hyphen(before: str, after: str, vocabulary: Vocabulary) -> str:
    if _CONJUNCTION.match(after):
        return f"{before} {after}"
    stem = before[:-1]
    part_match = _LAST_PART.search(stem)
    part = part_match[0] if part_match else ""
    word_match = _FIRST_WORD.match(after)
    word = word_match[0] if word_match else ""
    if _goes_on_as_address(before, after) or not part or not word or _keeps_hyphen(part, word, vocabulary):
        return before + after
    return stem + after


def _keeps_hyphen(part: str, word: str, vocabulary: Vocabulary) -> bool:
    """Whether the hyphen belongs to the word `part-word` and was not put there by the end of the line."""
    if any(character.isdigit() for character in part):
        return True
    joined, hyphenated = vocabulary.count(part + word), vocabulary.count(f"{part}-{word}")
    if joined != hyphenated:
        return hyphenated > joined
    return _has_capitals(part, word) or _rule_keeps(part.lower(), word.lower(), vocabulary)


def _has_capitals(part: str, word: str) -> bool:
    if part.isupper() and len(part) > 1:
        # A title in capitals divides its words as any text does.
        return not word.isupper() or len(part) <= 3
    return word[0].isupper() or any(letter.isupper() for letter in part[1:])


def _rule_keeps(part: str, word: str, vocabulary: Vocabulary) -> bool:
    if len(part) == 1 or not any(letter in _VOWELS for letter in part):
        # e-mail, mkb-bedrijf, tbs-maatregel
        return True
    if part[-1] + word[0] in _CLASHES:
        return True
    if part in _ALWAYS_HYPHENATED and len(word) > 3:
        return True
    two_adjectives = len(part) > 5 and _ADJECTIVE.search(part) and len(word) > 5 and _ADJECTIVE_INFLECTED.search(word)
    if two_adjectives and not word.startswith("rechtelijk"):
        return True
    return len(part) > 2 and part not in _PREFIXES and vocabulary.begins_compounds(part)
