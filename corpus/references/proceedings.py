"""Recognising Handelingen and their Aanhangsel: "Handelingen II 2010/11, nr. 108, item 5, p. 25-36"."""

import re

from corpus.references.pieces import (
    ITEM,
    MARKED_NUMBER,
    PAGE,
    VERGADERJAAR,
    Cursor,
    Piece,
    Qualifiers,
    take_next_numbers,
    take_qualifiers,
    vergaderjaar,
)
from corpus.types import Reference, ReferenceKind, ReferenceMention

_APPENDIX = re.compile(
    r"Aanhangsel(?:en|s)?(?: {1,3}(?:(?:van|bij|tot|aan|op) {1,3}(?:de|het)|der|bij|van))?"
    r"(?: {0,3}\(?Handelingen\)?)?(?![a-z])"
    r"|Handelingen {0,2}\(?Aanhangsel\)?",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(r"Handelingen|Hand\.|(?=[TE]K \d{1,3}-\d{1,2}-\d)")
_UNMARKED = re.compile(r"(?P<number>\d{1,4})(?![\d-])")
_JOINED = re.compile(r"(?P<number>\d{1,3})-(?P<second>\d{1,5})(?:-(?P<page>\d{1,5}(?:-\d{1,5})?))?(?![\d/-])")
_LATE_YEAR = re.compile(r"[ ,(]{1,3}(?=(?:vergaderjaar |zitting)?(?:19|20)\d\d ?[-/])", re.IGNORECASE)
_HIGHEST_ITEM = 99  # what joins a meeting's number beyond this is a page of the older, continuous numbering


def appendix(text: str, start: int) -> list[ReferenceMention]:
    """Answered questions: "Aanhangsel Handelingen II 2024/25, nr. 2391"."""
    cursor = Cursor(text, start)
    if not cursor.take(_APPENDIX):
        return []
    qualifiers = take_qualifiers(cursor)
    match = cursor.take(MARKED_NUMBER)
    if not match and qualifiers.vergaderjaar:
        match = cursor.take(_UNMARKED)
    if not match:
        return []
    mark = match.groupdict().get("mark") or ""
    numbers = [Piece(match["number"], match.start("number"), match.end()), *take_next_numbers(cursor, mark)]
    qualifiers = _late_year(cursor, qualifiers)
    if not (qualifiers.chamber or qualifiers.vergaderjaar or "handelingen" in text[start : match.start()].lower()):
        return []
    return _appendix_mentions(cursor, start, qualifiers, numbers)


def _late_year(cursor: Cursor, qualifiers: Qualifiers) -> Qualifiers:
    """The vergaderjaar behind the number: "nr. 1121, vergaderjaar 2023-2024"."""
    before = cursor.position
    if not qualifiers.vergaderjaar and cursor.take(_LATE_YEAR) and (match := cursor.take(VERGADERJAAR)):
        return Qualifiers(qualifiers.chamber, vergaderjaar(match))
    cursor.position = before
    return qualifiers


def _appendix_mentions(
    cursor: Cursor,
    start: int,
    qualifiers: Qualifiers,
    numbers: list[Piece],
) -> list[ReferenceMention]:
    page = cursor.take(PAGE)
    mentions = []
    for position, number in enumerate(numbers):
        last = position == len(numbers) - 1
        reference = Reference(
            ReferenceKind.AANHANGSEL,
            number=number.value,
            chamber=qualifiers.chamber,
            vergaderjaar=qualifiers.vergaderjaar,
            page=page["page"] if page and last else "",
        )
        end = cursor.position if last else number.end
        mentions.append(ReferenceMention(reference, start if position == 0 else number.start, end))
    return mentions


def proceedings(text: str, start: int) -> list[ReferenceMention]:
    """A meeting, an item of it or its pages."""
    cursor = Cursor(text, start)
    if not cursor.take(_PROCEEDINGS):
        return []
    qualifiers = take_qualifiers(cursor)
    if not (qualifiers.chamber or qualifiers.vergaderjaar):
        return []
    number = item = page = ""
    if match := cursor.take(_JOINED):
        number, item, page = match["number"], match["second"], match["page"] or ""
        if int(item) > _HIGHEST_ITEM:
            item, page = "", item
    elif match := cursor.take(MARKED_NUMBER) or (cursor.take(_UNMARKED) if qualifiers.vergaderjaar else None):
        number = match["number"]
    if match := cursor.take(ITEM):
        item = match["item"]
    if match := cursor.take(PAGE):
        page = match["page"]
    if not (number or page):
        return []
    qualifiers = _late_year(cursor, qualifiers)
    reference = Reference(
        ReferenceKind.HANDELINGEN,
        number=number,
        chamber=qualifiers.chamber,
        vergaderjaar=qualifiers.vergaderjaar,
        item=item,
        page=page,
    )
    return [ReferenceMention(reference, start, cursor.position)]
