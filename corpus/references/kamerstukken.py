"""Recognising kamerstukken: "Kamerstukken II 2022/23, 32 824, nr. 372", "36200-XV-85", "nr. 456 (36800-XVI)"."""

import re

from corpus.references.pieces import (
    CHAPTER,
    DASH_NUMBER,
    DOSSIER,
    LETTER_NUMBER,
    MARKED_NUMBER,
    PAGE,
    PLAIN_NUMBER,
    SERIES,
    SERIES_DOSSIER,
    Cursor,
    Piece,
    Qualifiers,
    level,
    take_next_numbers,
    take_qualifiers,
)
from corpus.types import Reference, ReferenceKind, ReferenceMention

_KEYWORD = re.compile(
    r"(?:kamerstuk(?:ken)?(?:nummers?|nrs?\.?)?|kamerdossiers?|dossier(?:nummer)?|kst\.?)(?![a-z])"
    r"(?:[ :(]{1,3}(?:nrs?\.?|nummers?|dossier)(?=[ .:]))?",
    re.IGNORECASE,
)
_NEXT_DOSSIER = re.compile(r"(?:,|;| en| &|, en) {1,2}(?=\d\d[ .]?\d{3}(?!\d))")
_DOSSIER_LIST_LIMIT = 8
_REVERSED = re.compile(
    r"(?:nr|no|nummer)(?: ?\.)? {0,2}(?P<number>\d{1,4})"
    r"(?: {0,2}(?P<open>\() ?| (?:in|van|uit|of) (?:(?:het|the) )?(?:kamerstuk(?:dossier)?|dossier) )(?=\d\d)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r" ?\)")
_CUE = re.compile(r"(?:[(\[;]|(?:^|[\x00 ])- |(?i:t\.v\.v\.|moties?|stuk|stukken|zie|nrs?\.?|brief|dossier) )\Z")
_CUE_WIDTH = 9


def cited(text: str, start: int) -> list[ReferenceMention]:
    """A reference that begins with a word for kamerstukken; the dossier alone is enough."""
    cursor = Cursor(text, start)
    if not cursor.take(_KEYWORD):
        return []
    return _from_dossier(cursor, start, take_qualifiers(cursor), surely=True)


def headed(text: str, start: int) -> list[ReferenceMention]:
    """A reference that begins with a chamber or a vergaderjaar; it must have a number, or stand in brackets."""
    cursor = Cursor(text, start)
    qualifiers = take_qualifiers(cursor)
    mentions = _from_dossier(cursor, start, qualifiers, surely=bool(qualifiers.vergaderjaar))
    sure = all(mention.reference.number or _enclosed(text, start, mention) for mention in mentions)
    return mentions if sure else []


def bare(text: str, start: int) -> list[ReferenceMention]:
    """A reference that begins with the dossier; its form must leave no doubt."""
    cursor = Cursor(text, start)
    dossier = _take_dossier(cursor)
    if not dossier:
        return []
    if match := cursor.take(MARKED_NUMBER):
        return _with_numbers(cursor, start, Qualifiers(), (dossier, match))
    chapter = dossier.value.partition("-")[2]
    match = cursor.take(DASH_NUMBER)
    if match and (chapter or _surrounded(text, start, match.end())):
        return _with_numbers(cursor, start, Qualifiers(), (dossier, match))
    mention = _mention(Qualifiers(), dossier.value, "", Piece("", start, dossier.end))
    return [mention] if not match and _enclosed(text, start, mention) else []


def reversed_order(text: str, start: int) -> list[ReferenceMention]:
    """The number first: "nr. 456 (36800-XVI)", "nr. 456 van dossier 36800-XVI"."""
    cursor = Cursor(text, start)
    match = cursor.take(_REVERSED)
    dossier = _take_dossier(cursor) if match else None
    if match is None or dossier is None or (match["open"] and not cursor.take(_CLOSED)):
        return []
    return [_mention(Qualifiers(), dossier.value, match["number"], Piece("", start, cursor.position))]


def parse_dossier(written: str) -> str:
    """The dossier in normal form: "36200-XV" of "36 200 XV", "21501-02" of "21 501-02"; "" where none begins."""
    dossier = _take_dossier(Cursor(level(written), 0))
    return dossier.value if dossier else ""


def _mention(qualifiers: Qualifiers, dossier: str, number: str, place: Piece) -> ReferenceMention:
    """A mention at the span of `place`, whose value is the page."""
    reference = Reference(
        ReferenceKind.KAMERSTUK,
        dossier=dossier,
        number=number,
        chamber=qualifiers.chamber,
        vergaderjaar=qualifiers.vergaderjaar,
        page=place.value,
    )
    return ReferenceMention(reference, place.start, place.end)


def _take_dossier(cursor: Cursor) -> Piece | None:
    match = cursor.take(DOSSIER)
    if not match:
        return None
    value = match["high"] + match["low"]
    if value == SERIES_DOSSIER:
        if series := cursor.take(SERIES):
            value += f"-{series['series']}"
    elif chapter := cursor.take(CHAPTER):
        value += f"-{(chapter['chapter'] or chapter['late']).upper()}"
    return Piece(value, match.start(), cursor.position)


def _from_dossier(cursor: Cursor, start: int, qualifiers: Qualifiers, *, surely: bool) -> list[ReferenceMention]:
    """The dossier or dossiers at the cursor with the number, which counts in the first of them.

    `surely` says that a number without "nr." may be believed.
    """
    first = _take_dossier(cursor)
    if not first:
        return []
    dossiers = [first]
    while len(dossiers) < _DOSSIER_LIST_LIMIT:
        if match := _take_number(cursor, surely=surely):
            return _with_numbers(cursor, start, qualifiers, (first, match))
        before = cursor.position
        following = _take_dossier(cursor) if cursor.take(_NEXT_DOSSIER) else None
        if not following:
            cursor.position = before
            break
        dossiers.append(following)
    return [
        _mention(qualifiers, dossier.value, "", Piece("", dossier.start if position else start, dossier.end))
        for position, dossier in enumerate(dossiers)
    ]


def _take_number(cursor: Cursor, *, surely: bool) -> re.Match[str] | None:
    match = cursor.take(MARKED_NUMBER) or cursor.take(DASH_NUMBER)
    if match or not surely:
        return match
    return cursor.take(PLAIN_NUMBER) or cursor.take(LETTER_NUMBER)


def _with_numbers(
    cursor: Cursor,
    start: int,
    qualifiers: Qualifiers,
    stuk: tuple[Piece, re.Match[str]],
) -> list[ReferenceMention]:
    """One mention a number of the dossier; a page belongs to the last."""
    dossier, match = stuk
    mark = match.groupdict().get("mark") or ""
    numbers = [Piece(match["number"], start, match.end()), *take_next_numbers(cursor, mark)]
    page = cursor.take(PAGE)
    mentions = [_mention(qualifiers, dossier.value, each.value, Piece("", each.start, each.end)) for each in numbers]
    last = numbers[-1]
    place = Piece(page["page"] if page else "", last.start, cursor.position)
    return [*mentions[:-1], _mention(qualifiers, dossier.value, last.value, place)]


def _enclosed(text: str, start: int, mention: ReferenceMention) -> bool:
    """Whether the dossier of a budget chapter stands alone in brackets: "(36410-VI)", "(TK 36820-B)"."""
    opened = text[max(0, start - 2) : start].strip() == "("
    return opened and "-" in mention.reference.dossier and _CLOSED.match(text, mention.end) is not None


def _surrounded(text: str, start: int, end: int) -> bool:
    """Whether "33576-433" stands where a reference would: alone, in brackets, or after a word that announces one."""
    alone = start < _CUE_WIDTH and end + _CUE_WIDTH > len(text) and not (text[:start] + text[end:]).strip()
    before = text[max(0, start - _CUE_WIDTH) : start]
    return alone or text[end : end + 1] in {")", ";"} or _CUE.search(before) is not None
