"""Paragraphs that are one: a sentence that was cut where its line ended."""

import re
from dataclasses import replace

from corpus.layout.items import item_marker
from corpus.reading import NoteMark, Paragraph
from corpus.types import BlockKind

_CUT = re.compile(r"[\w%€’'»”\",-]\Z")
_COMPLETE = re.compile(r"(?:de\s+kamer|beraadslaging)\s*,\Z", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[a-zà-ÿ(]|['’][a-z]\b)")
# What begins small in a motie or above a signature, and yet begins anew.
_BEGINS_ANEW = re.compile(
    r"(?:gehoord|gelezen|gelet|gezien|kennisgenomen|overwegende?|constaterende?|constateerde|voorts|verder|tevens|"
    r"van\s+(?:mening|oordeel)|verzoekt|spreekt|roept|draagt|besluit|dringt|zegt|vraagt|nodigt|erkent|wijst|betreurt|"
    r"en\s+gaa[tn]\s+over\s+tot|gaat\s+over\s+tot|ter\s+vervanging|mede\s+namens|namens|"
    r"(?:(?:de|het)\s+)?(?:minister|staatssecretaris|kabinet|voorzitter|griffier)\b)",
    re.IGNORECASE,
)
# A line that ends in one of these goes on, whatever letter follows.
_WAITS = re.compile(
    r"\b(?:de|het|een|van|en|of|in|op|te|om|voor|met|aan|bij|door|naar|tot|uit|over|onder|per|ter|als|dat|die|deze|dit|"
    r"mijn|uw|hun|zijn|haar|onze?|tussen|zonder|tegen|volgens|namens)\Z"
)
_WORD = re.compile(r"[«“\"‘']?\w")
_ALREADY_HYPHENATED = re.compile(r"\w-\Z")
_SECOND_HALF = re.compile(r"(?:en|of|dan\s+wel|tot)\b")


def continues(before: str, after: str) -> bool:
    """Whether the text goes on in mid-sentence: it does not end, and what follows begins in small letters."""
    if item_marker(after) or _COMPLETE.search(before):
        return False
    if _WAITS.search(before):
        return _WORD.match(after) is not None
    return _CUT.search(before) is not None and _GOES_ON.match(after) is not None and _BEGINS_ANEW.match(after) is None


def joined(first: Paragraph, second: Paragraph) -> Paragraph:
    """Both as one paragraph of the first one's kind; a hyphen at the cut stays, "arbeids- en" keeps its space."""
    tight = _ALREADY_HYPHENATED.search(first.text) and not _SECOND_HALF.match(second.text)
    text = first.text + ("" if tight else " ")
    marks = tuple(NoteMark(mark.offset + len(text), mark.key) for mark in second.marks)
    return replace(first, text=text + second.text, marks=first.marks + marks)


def join_cut(paragraphs: list[Paragraph], following: Paragraph) -> bool:
    """Write the paragraph on to the last one when it continues it; whether it did."""
    if not paragraphs or following.kind is not BlockKind.PARAGRAPH or paragraphs[-1].kind is BlockKind.HEADING:
        return False
    if not continues(paragraphs[-1].text, following.text):
        return False
    paragraphs[-1] = joined(paragraphs[-1], following)
    return True
