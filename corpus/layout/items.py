"""Numbers and bullets that begin the item of a list or a numbered heading."""

import re
from dataclasses import dataclass
from enum import StrEnum


class MarkerStyle(StrEnum):
    """What an item is marked with; items of one list share a style."""

    DECIMAL = "decimal"  # 1. 2) 3°
    SECTION = "section"  # 2.1
    LETTER = "letter"  # a. b)
    ROMAN = "roman"  # ii) IV.
    BULLET = "bullet"  # •
    DASH = "dash"  # – -
    CIRCLE = "circle"  # o


@dataclass(frozen=True, slots=True)
class Marker:
    """The mark before an item: its style, its number without punctuation, and its length with the space behind it."""

    style: MarkerStyle
    number: str
    length: int


# The space behind the mark is required, and a year, a sum or a date ("2.400 rapporten", "1 juni") is no mark.
_STYLES: tuple[tuple[MarkerStyle, re.Pattern[str]], ...] = (
    (MarkerStyle.SECTION, re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[^\W\d_a-z]|[«\"“‘'(])")),
    (MarkerStyle.DECIMAL, re.compile(r"\(?(?P<number>\d{1,3})(?:[.)]|°\.?|º\.?)\)?\s+(?=\S)")),
    (MarkerStyle.ROMAN, re.compile(r"\(?(?P<number>[ivx]{2,5}|[IVX]{1,5}|i(?=\)))[.)]\s+(?=\S)")),
    (MarkerStyle.LETTER, re.compile(r"\(?(?P<number>[a-z])[.)]\)?\s+(?=\S)|(?P<capital>[A-H])[.)]\s+(?=[^\W\d_]{2})")),
    (MarkerStyle.BULLET, re.compile("(?P<number>)[•●▪■◦‣⁃∙·\uf0b7\uf0a7\uf0d8\uf02d\u2022\u25a0\u25aa►✓➢]\\s*(?=\\S)")),
    (MarkerStyle.DASH, re.compile(r"(?P<number>)[-–—−‒]\s+(?=\S)")),
    (MarkerStyle.CIRCLE, re.compile(r"(?P<number>)o\s+(?=[A-ZÀ-Þ«\"“‘'])")),
)


def item_marker(text: str) -> Marker | None:
    """The mark that the text begins with, or None."""
    for style, pattern in _STYLES:
        match = pattern.match(text)
        if match:
            number = match["number"] or (match.groupdict().get("capital") or "")
            return Marker(style, number, match.end())
    return None


def is_next_item(first: str, second: str) -> bool:
    """Whether the second text begins with the mark that comes after the first text's: 2. after 1., • after •."""
    before, after = item_marker(first), item_marker(second)
    if before is None or after is None or before.style is not after.style:
        return False
    if after.style is MarkerStyle.DECIMAL:
        return int(after.number) == int(before.number) + 1
    if after.style is MarkerStyle.LETTER:
        return ord(after.number) == ord(before.number) + 1
    return after.style is MarkerStyle.BULLET


def begins_item(text: str) -> bool:
    """Whether the text begins with the mark of an item and does not run on to the next ("1) lezen, 2) schrijven")."""
    marker = item_marker(text)
    if marker is None:
        return False
    if marker.style is not MarkerStyle.DECIMAL:
        return True
    return re.search(rf"[\s,;]{int(marker.number) + 1}[.)]\s", text) is None
