"""Plain characters: what every text that enters a letter is made of.

Composed letters (NFC), one plain space between words, and nothing that cannot be seen: no control characters, soft
hyphens, zero-width marks, private-use or unpaired surrogates.
"""

import re
import unicodedata
from collections.abc import Sequence

_BLANKS = re.compile(r"\s+")
# Where one of these stood, words stay apart: tabs and line ends, and the controls that extraction puts between words.
_SEPARATORS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
# Cc controls, Cf formats (soft hyphen, zero-width, direction marks, BOM), Cs surrogates, Co private use.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})


def clean(text: str) -> str:
    """The text in plain characters, on one line, without blanks at either end."""
    if not text.isascii() or not text.isprintable():
        text = "".join(_plain(character) for character in text)
        text = unicodedata.normalize("NFC", text)
    return _BLANKS.sub(" ", text).strip()


def clean_with_offsets(text: str, offsets: Sequence[int]) -> tuple[str, list[int]]:
    """The clean text, and where each of the given offsets (0 … len(text)) has gone, in the order given.

    An offset that stood before a blank stays at the end of the word before it.
    """
    cleaned = clean(text)
    if cleaned == text:
        return cleaned, list(offsets)
    return cleaned, [min(len(clean(text[:offset])), len(cleaned)) for offset in offsets]


def _plain(character: str) -> str:
    if character in _SEPARATORS:
        return " "
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    return "" if category in _UNSEEN else character
