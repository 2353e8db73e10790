"""Which glyph of a drawn page shows which character of the text that was read from it.

The two differ: the reader joined hyphenated words, took out footnote marks, running heads and margins. What they
share stands in the same order, so the two are aligned the way a patience diff does it: stretches that occur once on
both sides are pinned first, and what lies between two pins is aligned by shorter and shorter stretches.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_STRETCHES = (24, 12, 6)  # characters; the first one pins whole paragraphs, the last one single words
_INKLESS = frozenset({"Pd", "Cc", "Cf", "Cn", "Co", "Cs", "Mn"})  # Unicode categories
_LARGEST_DIFFERENCE = 200_000  # pairs of characters; beyond it the two sides have nothing to do with each other
_SAME_SIGN = str.maketrans({"‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Inked:
    """The characters of a text that leave ink and are compared, and where each stood in the text.

    White space, control characters, hyphens and dashes are left out (line ends add and remove them), accents and
    ligatures are taken apart.
    """

    characters: str
    positions: tuple[int, ...]


def inked(text: Sequence[str], offset: int = 0) -> Inked:
    """Fold a text to what is compared; `offset` is added to every position."""
    characters: list[str] = []
    positions: list[int] = []
    for position, character in enumerate(text, offset):
        ink = _ink(character)
        characters.append(ink)
        positions.extend([position] * len(ink))
    return Inked("".join(characters), tuple(positions))


@lru_cache(maxsize=4096)
def _ink(character: str) -> str:
    """What of a character is compared: nothing, itself, or the several that it is made of."""
    parts = unicodedata.normalize("NFKD", character.translate(_SAME_SIGN))
    return "".join(part for part in parts if not part.isspace() and unicodedata.category(part) not in _INKLESS)


def align(words: str, glyphs: str) -> list[int | None]:
    """For each character of `words` the position in `glyphs` of the same character, None where there is none.

    Positions only grow. Both sides are folded by `inked` before.
    """
    found: list[int | None] = [None] * len(words)
    for run in _runs(_Stretch(words, 0, len(words)), _Stretch(glyphs, 0, len(glyphs)), _STRETCHES):
        found[run.word : run.word + run.length] = range(run.glyph, run.glyph + run.length)
    return found


@dataclass(frozen=True, slots=True)
class _Stretch:
    text: str
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def part(self, start: int, end: int) -> "_Stretch":
        return _Stretch(self.text, start, end)

    def once(self, length: int) -> dict[str, int]:
        """Where each stretch of this length begins that occurs exactly once."""
        places: dict[str, int] = {}
        for place in range(self.start, self.end - length + 1):
            piece = self.text[place : place + length]
            places[piece] = -1 if piece in places else place
        return places


@dataclass(frozen=True, slots=True)
class _Run:
    """`length` characters that stand on both sides, from `word` and from `glyph` on."""

    word: int
    glyph: int
    length: int


def _runs(words: _Stretch, glyphs: _Stretch, lengths: tuple[int, ...]) -> Iterator[_Run]:
    """The stretches that both sides share, in order."""
    if not words or not glyphs:
        return
    if not lengths:
        yield from _remaining_runs(words, glyphs)
        return
    word, glyph = words.start, glyphs.start
    for run in _joined(_pins(words, glyphs, lengths[0]), lengths[0]):
        yield from _runs(words.part(word, run.word), glyphs.part(glyph, run.glyph), lengths[1:])
        yield run
        word, glyph = run.word + run.length, run.glyph + run.length
    yield from _runs(words.part(word, words.end), glyphs.part(glyph, glyphs.end), lengths[1:])


def _pins(words: _Stretch, glyphs: _Stretch, length: int) -> list[tuple[int, int]]:
    """The longest series of stretches that occur once on both sides and stand in the same order."""
    places = glyphs.once(length)
    pairs = [
        (word, places[piece]) for piece, word in words.once(length).items() if word >= 0 and places.get(piece, -1) >= 0
    ]
    pairs.sort()
    return _longest_increasing(pairs)


def _joined(pins: Sequence[tuple[int, int]], length: int) -> list[_Run]:
    """Overlapping pins as one run; a pin that contradicts the one before it is dropped."""
    runs: list[_Run] = []
    for word, glyph in pins:
        last = runs[-1] if runs else None
        if last is None or (word >= last.word + last.length and glyph >= last.glyph + last.length):
            runs.append(_Run(word, glyph, length))
        elif word - last.word == glyph - last.glyph:
            runs[-1] = _Run(last.word, last.glyph, word + length - last.word)
    return runs


def _longest_increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second members grow (patience sorting)."""
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, glyph) in enumerate(pairs):
        pile = bisect_left(tops, glyph)
        before.append(last[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [glyph]
        last[pile : pile + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    chain.reverse()
    return chain


def _remaining_runs(words: _Stretch, glyphs: _Stretch) -> Iterator[_Run]:
    if len(words) * len(glyphs) > _LARGEST_DIFFERENCE:
        return
    matcher = SequenceMatcher(
        None, words.text[words.start : words.end], glyphs.text[glyphs.start : glyphs.end], autojunk=False
    )
    for block in matcher.get_matching_blocks():
        if block.size:
            yield _Run(words.start + block.a, glyphs.start + block.b, block.size)
