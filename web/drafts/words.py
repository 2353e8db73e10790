"""Comparing a quotation with a letter word for word.

Words are compared as they are spelt, capitals included; only the first letter of a quotation may be a capital or not.
White space, the kind of quotation marks and the kind of dashes do not count.
"""

import difflib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Span
from web.drafts.marks import NOTE

_WORD = re.compile(r"\d+(?:[.,:]\d+)*(?:\w+)?|\w+(?:[-'/.]\w+)*|[€$£%§&+=<>]")
_STOP = re.compile(r"[.,;:!?()]")
# What says that words were left out, or that somebody put them in: […] (…) … [de Kamer]
_GAP = re.compile(r"\[\s*(?:…|\.{3})\s*\]|\(\s*(?:…|\.{3})\s*\)|…|\.{3}|\[[^\[\]]{2,200}\]")
_EDITED_LETTER = re.compile(r"\[(\w)\](?=\w)")
_MARKS = str.maketrans(dict.fromkeys("’‘`´‚ʼ", "'") | dict.fromkeys("–—‑‐−", "-"))
_LONGEST_GAP = 400  # words of a letter that a quotation may pass over at once
_LOOSE = 4  # words by which two words that belong together may have moved
_ALIKE = 0.5  # share of words in common below which two texts have nothing to do with each other


class Change(StrEnum):
    """What became of words."""

    SAME = "same"
    LEFT_OUT = "left out"  # the letter has them, the quotation does not
    PUT_IN = "put in"  # the quotation has them, the letter does not


@dataclass(frozen=True, slots=True)
class Step:
    """Some words of a comparison, as they are spelt, and what became of them."""

    change: Change
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words of a quotation stand in a text; `stops_differ` when only the punctuation is not the same."""

    span: Span
    stops_differ: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it is compared, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a quotation without gaps, and its words."""

    text: str
    words: tuple[_Word, ...]

    def spelt(self, first: int = 0, last: int | None = None) -> str:
        """The words from one to another as they are spelt, with what stands between them."""
        return _spelt(self.text, self.words[first:last])


class Words:
    """The words of one text, ready to be searched."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = list(_words(text))
        folded = [word.text.casefold() for word in self._words]
        self._places: dict[str, list[int]] = {}
        for place, word in enumerate(folded):
            self._places.setdefault(word, []).append(place)
        self._line = f" {' '.join(folded)} "
        self._starts: list[int] = []
        length = 1
        for word in folded:
            self._starts.append(length)
            length += len(word) + 1

    def find(self, quotation: str, near: Span | None = None) -> Found | None:
        """Where a quotation stands word for word, the place nearest to `near`; None where it does not."""
        whole = NOTE.sub(" ", quotation)
        # Brackets and dots may stand in the letter itself; only where they do not are they the gaps of who quotes.
        literal = self._find([_Part(whole, tuple(_words(whole)))], near)
        return literal or self._find(_parts(quotation), near)

    def _find(self, parts: Sequence[_Part], near: Span | None) -> Found | None:
        if not parts or not parts[0].words:
            return None
        beginnings = self._occurrences(parts[0], 0, len(self._words))
        if near is not None:
            beginnings.sort(key=lambda place: abs(self._words[place].start - near.start))
        for first in beginnings:
            found = self._from(first, parts)
            if found is not None:
                return found
        return None

    def nearest(self, quotation: str) -> tuple[tuple[Step, ...], Span] | None:
        """How a quotation differs from the stretch most like it, and that stretch; None where nothing is like it."""
        plain = " ".join(part.text for part in _parts(quotation))
        whole = _Part(plain, tuple(_words(plain)))
        quoted = [word.text for word in whole.words]
        window = self._window(quoted)
        if window is None:
            return None
        held = self._words[window.start : window.end]
        matcher = difflib.SequenceMatcher(None, [word.text for word in held], quoted, autojunk=False)
        codes = _trimmed(matcher.get_opcodes())
        same = sum(end - start for kind, start, end, _, _ in codes if kind == "equal")
        if same < _ALIKE * max(len(quoted), 1):
            return None
        first, last = codes[0][1], codes[-1][2]
        span = Span(held[first].start, held[max(last, first + 1) - 1].end)
        return tuple(_steps(codes, _Part(self._text, tuple(held)), whole)), span

    def between(self, start: int, end: int) -> str:
        """The words from one offset to another, on one line; "" when there are none."""
        inside = [word for word in self._words if start <= word.start and word.end <= end]
        return " ".join(self._text[inside[0].start : inside[-1].end].split()) if inside else ""

    def _from(self, first: int, parts: Sequence[_Part]) -> Found | None:
        """The quotation from this place on, its other parts behind each other."""
        differ = self._stops(first, parts[0])
        last = first + len(parts[0].words)
        for part in parts[1:]:
            places = self._occurrences(part, last, min(last + _LONGEST_GAP, len(self._words)))
            if not places:
                return None
            differ = differ or self._stops(places[0], part)
            last = places[0] + len(part.words)
        return Found(Span(self._words[first].start, self._words[last - 1].end), differ)

    def _occurrences(self, part: _Part, start: int, end: int) -> list[int]:
        needle = f" {' '.join(word.text.casefold() for word in part.words)} "
        result: list[int] = []
        if start >= end:
            return result
        position = self._line.find(needle, self._starts[start] - 1)
        while position >= 0:
            place = bisect_left(self._starts, position + 1)
            if place >= end:
                break
            if self._is_same(place, part):
                result.append(place)
            position = self._line.find(needle, position + 1)
        return result

    def _is_same(self, place: int, part: _Part) -> bool:
        held = [word.text for word in self._words[place : place + len(part.words)]]
        quoted = [word.text for word in part.words]
        return held[0][1:] == quoted[0][1:] and held[1:] == quoted[1:]

    def _stops(self, place: int, part: _Part) -> bool:
        """Whether the punctuation between the words differs."""
        held = self._words[place : place + len(part.words)]
        return _STOP.findall(_spelt(self._text, held)) != _STOP.findall(part.spelt())

    def _window(self, quoted: Sequence[str]) -> Span | None:
        """The stretch of words that shares most with the quotation, by how its words lie behind each other."""
        votes: Counter[int] = Counter()
        for place, word in enumerate(quoted):
            places = self._places.get(word.casefold(), [])
            for held in places:
                # A word that stands everywhere says little about where a quotation comes from.
                votes[(held - place) // _LOOSE] += 1000 // len(places) + 1
        if not votes:
            return None
        best = max(votes, key=lambda bucket: (votes[bucket] + votes[bucket - 1] + votes[bucket + 1], -bucket))
        start = max((best - 1) * _LOOSE - 2, 0)
        return Span(start, min(start + len(quoted) + 4 * _LOOSE + 4, len(self._words)))


def admits_gap(quotation: str, *, at_end: bool) -> bool:
    """Whether a quotation says itself that words are missing at its beginning, or at its end."""
    stripped = NOTE.sub(" ", quotation).strip().rstrip(".,;") if at_end else quotation.strip()
    if at_end and NOTE.sub(" ", quotation).strip().endswith("..."):
        return True
    gaps = list(_GAP.finditer(stripped))
    if not gaps:
        return False
    return not _WORD.search(stripped, gaps[-1].end()) if at_end else not _WORD.search(stripped[: gaps[0].start()])


def count_words(text: str) -> int:
    """The number of words in a text."""
    return sum(1 for _ in _words(text))


def _parts(quotation: str) -> list[_Part]:
    """A quotation cut where it says that words were left out or put in; parts without words are left out."""
    text = _EDITED_LETTER.sub(r"\1", NOTE.sub(" ", quotation))
    parts = [_Part(part, tuple(_words(part))) for part in _GAP.split(text)]
    return [part for part in parts if part.words]


def _words(text: str) -> Iterator[_Word]:
    plain = text.translate(_MARKS)
    for match in _WORD.finditer(plain):
        yield _Word(match.group(), match.start(), match.end())


_Code = tuple[str, int, int, int, int]


def _trimmed(codes: Sequence[_Code]) -> list[_Code]:
    """The comparison without what the letter says before and after; words put in at an edge take their places."""
    result = list(codes)
    if result[0][0] == "delete":
        result.pop(0)
    if result and result[-1][0] == "delete":
        result.pop()
    if result and result[0][0] == "replace":
        kind, start, end, first, last = result[0]
        result[0] = (kind, max(start, end - (last - first)), end, first, last)
    if result and result[-1][0] == "replace":
        kind, start, end, first, last = result[-1]
        result[-1] = (kind, start, min(end, start + (last - first)), first, last)
    return result or list(codes)


def _steps(codes: Sequence[_Code], held: _Part, quoted: _Part) -> Iterator[Step]:
    for kind, start, end, first, last in codes:
        if kind == "equal":
            yield Step(Change.SAME, held.spelt(start, end))
            continue
        if end > start:
            yield Step(Change.LEFT_OUT, held.spelt(start, end))
        if last > first:
            yield Step(Change.PUT_IN, quoted.spelt(first, last))


def _spelt(text: str, words: Sequence[_Word]) -> str:
    return " ".join(text[words[0].start : words[-1].end].split()) if words else ""
