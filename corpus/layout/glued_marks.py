"""Note marks in text that has lost its geometry: a number glued to a word, where a note with that number exists."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Most sure first: behind lower-case letters or a bracket, behind a year, behind capitals ("VIA3").
_BEFORE = (
    r"(?:[a-zà-ÿ]{2}[»”’\"')\]]*[.,;:?!]?|[)»”\]][.,;:?!]?)",
    r"(?<!\d)(?:19|20)\d\d",
    r"[A-ZÀ-Þ]{2}[»”’\"')\]]*[.,;:?!]?",
)
_BEHIND = r"(?=[\s.,;:?!)»”’\]]|$)"


@dataclass(frozen=True, slots=True)
class GluedMark:
    """A mark found: the position of its text among the texts searched, and its span there."""

    text: int
    start: int
    end: int
    mark: str


def find_glued_marks(texts: Sequence[str], marks: Iterable[tuple[str, int]]) -> list[GluedMark]:
    """Where in the texts the given marks stand glued to a word, in order; a mark that is not found is left out.

    `marks` are the printed marks in the order of their notes, each with the number of texts that come before its note:
    it stands in one of these, behind the mark before it.
    """
    found: list[GluedMark] = []
    behind = (0, 0)
    for mark, limit in marks:
        place = _find(texts, mark, behind, limit)
        if place is not None:
            found.append(place)
            behind = (place.text, place.end)
    return found


def _find(texts: Sequence[str], mark: str, behind: tuple[int, int], limit: int) -> GluedMark | None:
    for before in _BEFORE:
        pattern = re.compile(rf"(?P<before>{before})(?P<mark>{re.escape(mark)}){_BEHIND}")
        for position in range(behind[0], min(limit, len(texts))):
            match = pattern.search(texts[position], behind[1] if position == behind[0] else 0)
            if match:
                return GluedMark(position, match.start("mark"), match.end("mark"), mark)
    return None
