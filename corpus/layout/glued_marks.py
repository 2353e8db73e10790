"""Note marks in text that has lost its geometry: a number glued to a word, where a note with that number exists."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.reading import NoteMark, Paragraph, SourceNote

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


def tie_loose_notes(paragraphs: Sequence[Paragraph], notes: Sequence[SourceNote]) -> list[Paragraph]:
    """The paragraphs with the marks of notes that nothing points at yet, where these stand glued on the note's page."""
    result = list(paragraphs)
    tied = {mark.key for paragraph in result for mark in paragraph.marks}
    for note in notes:
        if note.key in tied or not note.mark.isdigit():
            continue
        places = [place for place, each in enumerate(result) if _stands_on(each, note.page)]
        found = find_glued_marks([result[place].text for place in places], [(note.mark, len(places))])
        for mark in found:
            place = places[mark.text]
            result[place] = without_mark(result[place], mark, note.key)
    return result


def without_mark(paragraph: Paragraph, mark: GluedMark, key: str) -> Paragraph:
    """The paragraph without a mark in its words; the mark is kept as that of the note with this key."""
    length = mark.end - mark.start
    marks = [replace(each, offset=_moved(each.offset, mark, length)) for each in paragraph.marks]
    return replace(
        paragraph,
        text=paragraph.text[: mark.start] + paragraph.text[mark.end :],
        breaks=tuple(replace(each, offset=_moved(each.offset, mark, length)) for each in paragraph.breaks),
        marks=tuple(sorted([*marks, NoteMark(mark.start, key)], key=lambda each: each.offset)),
    )


def _moved(offset: int, mark: GluedMark, length: int) -> int:
    return offset - length if offset > mark.start else offset


def _stands_on(paragraph: Paragraph, page: int | None) -> bool:
    return page in {paragraph.page, *(each.page for each in paragraph.breaks)}


def _find(texts: Sequence[str], mark: str, behind: tuple[int, int], limit: int) -> GluedMark | None:
    for before in _BEFORE:
        pattern = re.compile(rf"(?P<before>{before})(?P<mark>{re.escape(mark)}){_BEHIND}")
        for position in range(behind[0], min(limit, len(texts))):
            match = pattern.search(texts[position], behind[1] if position == behind[0] else 0)
            if match:
                return GluedMark(position, match.start("mark"), match.end("mark"), mark)
    return None
