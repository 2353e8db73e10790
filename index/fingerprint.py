"""What of a letter tells whether another one is the same letter in another form, or a newer version of it."""

import re
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.names import fold
from corpus.types import Letter

FORMS_VERSION = "1"
"""Recorded in each generation; raised when letters would be grouped differently."""

SHINGLE = 4
"""Words of one shingle: a changed word changes four of them."""
SKETCH = 512
"""The shingles that are kept, those with the lowest hashes. A letter with fewer, as most are, is compared exactly."""
_HEAD = 400  # characters in which a reprint says that it is one
_LINES = 20  # of what was taken out of the text, idem
_WORD = re.compile(r"\w+")
_MIX = np.uint64(0x9E3779B97F4A7C15)
_REPRINT = re.compile(r"\bherdruk\b", re.IGNORECASE)
_REPRINT_NAME = re.compile(r"-h(\d)(?=\.\w+\Z|\Z)", re.IGNORECASE)
_TELLING = re.compile(
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|januari|februari|maart|april|mei|juni|juli"
    r"|augustus|september|oktober|november|december|voorjaars\w+|najaars\w+)\Z"
)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`sketch` are the lowest hashes of the text's shingles, ascending; `shingles` how many different ones there are.

    `telling` are the words that make one of two letters of the same wording another letter: numbers, months, ordinals.
    `reprint` is 0 of a first print.
    """

    sketch: NDArray[np.uint32]
    shingles: int
    telling: frozenset[str] = frozenset()
    reprint: int = 0


def fingerprint(letter: Letter) -> Fingerprint:
    """The fingerprint of a letter; how its lines and words were broken off does not matter, nor do its notes."""
    words = _WORD.findall(fold(letter.text))
    hashes = np.unique(_shingles(words))
    telling = frozenset(word for word in words if any(map(str.isdigit, word)) or _TELLING.match(word))
    return Fingerprint(hashes[:SKETCH], len(hashes), telling, _reprint(letter))


def _shingles(words: list[str]) -> NDArray[np.uint32]:
    known: dict[str, int] = {}
    codes = np.array([known.setdefault(word, zlib.crc32(word.encode())) for word in words], dtype=np.uint64)
    count = max(len(codes) - SHINGLE + 1, min(len(codes), 1))
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(min(SHINGLE, len(codes))):
        mixed = (mixed ^ codes[place : place + count]) * _MIX
        mixed ^= mixed >> np.uint64(29)
    return (mixed >> np.uint64(32)).astype(np.uint32)


def _reprint(letter: Letter) -> int:
    name = _REPRINT_NAME.search(letter.file)
    if name:
        return int(name[1])
    metadata = letter.metadata
    head = [metadata.number, metadata.title, letter.text[:_HEAD], *(line.text for line in letter.furniture[:_LINES])]
    return 1 if _REPRINT.search("\n".join(head)) else 0
