"""The parts of a motie: its considerations, its dictum, and the names under it, which are its proposers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.layout.heads import is_person_line
from corpus.reading import Paragraph
from corpus.types import BlockKind

_CLOSING = re.compile(r"\bgaa[nt]\s+over\s+tot\s+(?:de\s+)?(?:orde\s+van\s+)?(?:de\s+)?dag\b", re.IGNORECASE)
_CONSIDERATION = re.compile(
    r"(?:gehoord|gelezen|gelet|gezien|kennisgenomen|kennisnemend|in\s+aanmerking|indachtig|van\s+(?:mening|oordeel)|"
    r"voorts|verder|tevens|[a-z]+ende?\b)|de\s+kamer\s*,?",
    re.IGNORECASE,
)


def signed(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs of a motie with what stands under it as SIGNATURE, also a line that hardly looks like a name."""
    start = _first_signature(paragraphs)
    return [
        replace(each, kind=BlockKind.SIGNATURE)
        if place >= start and each.kind is BlockKind.PARAGRAPH and any(sign.isalpha() for sign in each.text)
        else each
        for place, each in enumerate(paragraphs)
    ]


def proposers(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The names under a motie, in order."""
    for paragraph in paragraphs[_first_signature(paragraphs) :]:
        if paragraph.kind is BlockKind.SIGNATURE:
            for part in re.split(r",|;|\sen\s", paragraph.text):
                name = part.strip(" _.")
                if name:
                    yield name


def with_dictum(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of a motie that asks nothing in the usual words: what follows its considerations is its dictum."""
    opening = next((place for place, each in enumerate(paragraphs) if each.text.lower().startswith("de kamer,")), None)
    if opening is None or any(each.kind is BlockKind.DICTUM for each in paragraphs):
        return tuple(paragraphs)
    result = list(paragraphs)
    asking = False
    for position in range(opening + 1, _first_signature(result) - 1):
        each = result[position]
        asking = asking or (each.kind is BlockKind.PARAGRAPH and not _CONSIDERATION.match(each.text))
        if asking and each.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
            result[position] = replace(each, kind=BlockKind.DICTUM, level=0)
    return tuple(result)


def _first_signature(paragraphs: Sequence[Paragraph]) -> int:
    for position, paragraph in enumerate(paragraphs):
        if _CLOSING.search(paragraph.text):
            return position + 1
    # A motie without its closing words: the names are the lines at the end that are nothing else.
    nameable = {BlockKind.PARAGRAPH, BlockKind.SIGNATURE}
    start = len(paragraphs)
    while start and paragraphs[start - 1].kind in nameable and is_person_line(paragraphs[start - 1].text):
        start -= 1
    return start
