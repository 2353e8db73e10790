"""Recognising identifiers: kst-32824-372, ah-tk-20232024-1984, h-tk-20172018-70-4, TZ202309-010, 2022D12345."""

import re
from dataclasses import replace

from corpus.references.pieces import PAGE
from corpus.types import Reference, ReferenceKind, ReferenceMention

_END = r"(?![\w])"
_KST = re.compile(
    r"kst-(?P<dossier>\d{5})(?:-(?P<addition>\d\d(?=-)|(?:[IVX]{1,6}[A-E]?|[A-Z])(?=-|\b)(?!-n\d)))?"
    rf"(?:-(?P<number>\d{{1,4}}(?:-n\d)?|[A-Z]{{1,2}}))?{_END}",
    re.IGNORECASE,
)
_KST_ALONE = re.compile(rf"kst-(?P<number>\d{{6,8}}){_END}", re.IGNORECASE)
_AH = re.compile(
    rf"ah-(?P<chamber>tk|ek)-(?P<from>\d{{4}})-?(?P<to>\d{{4}})-(?P<number>\d{{1,5}}){_END}",
    re.IGNORECASE,
)
_AH_ALONE = re.compile(rf"ah-(?P<number>\d{{6,8}}){_END}", re.IGNORECASE)
_H = re.compile(
    r"h-(?P<chamber>tk|ek)-(?P<from>\d{4})-?(?P<to>\d{4})-(?P<number>\d{1,4})(?:-(?P<item>\d{1,5}))?" + _END,
    re.IGNORECASE,
)
_BLG = re.compile(rf"blg-(?P<number>\d{{4,8}}){_END}", re.IGNORECASE)
_CODE = re.compile(
    rf"(?P<toezegging>TZ\d{{6}}-\d{{3}})|(?P<document>20\d\dD\d{{5}})|(?P<zaak>20\d\dZ\d{{5}}){_END}",
    re.IGNORECASE,
)
_KV = re.compile(rf"kv-tk-(?P<zaak>20\d\dZ\d{{5}}){_END}", re.IGNORECASE)
_HIGHEST_MEETING = 200  # a year has at most some 115 meetings; older identifiers hold pages instead


def identifier(text: str, start: int) -> list[ReferenceMention]:
    """The identifier of an official publication that begins at `start`."""
    for pattern, build in (
        (_KST_ALONE, _paper_alone),
        (_KST, _paper),
        (_AH, _appendix),
        (_AH_ALONE, _appendix_alone),
        (_H, _proceedings),
        (_BLG, _attachment),
        (_KV, _question),
    ):
        if match := pattern.match(text, start):
            return [_with_page(build(match), text, match)]
    return []


def code(text: str, start: int) -> list[ReferenceMention]:
    """The number of a toezegging, document or zaak that begins at `start`."""
    match = _CODE.match(text, start)
    if not match or not match.lastgroup:
        return []
    return [_with_page(Reference(ReferenceKind(match.lastgroup), number=match.group().upper()), text, match)]


def _with_page(reference: Reference, text: str, match: re.Match[str]) -> ReferenceMention:
    page = PAGE.match(text, match.end())
    if not page or reference.page:
        return ReferenceMention(reference, match.start(), match.end())
    return ReferenceMention(replace(reference, page=page["page"]), match.start(), page.end())


def _paper(match: re.Match[str]) -> Reference:
    addition, number = (match["addition"] or "").upper(), (match["number"] or "").upper().replace("-N", "-n")
    if addition and not number and len(addition) == 1:
        addition, number = "", addition  # an identifier names a stuk, so a lone letter is one of the Eerste Kamer
    dossier = f"{match['dossier']}-{addition}" if addition else match["dossier"]
    return Reference(ReferenceKind.KAMERSTUK, dossier=dossier, number=number)


def _paper_alone(match: re.Match[str]) -> Reference:
    return Reference(ReferenceKind.KAMERSTUK, number=match["number"])


def _chamber(match: re.Match[str]) -> str:
    return "I" if match["chamber"].lower() == "ek" else "II"


def _appendix(match: re.Match[str]) -> Reference:
    return Reference(
        ReferenceKind.AANHANGSEL,
        number=match["number"],
        chamber=_chamber(match),
        vergaderjaar=f"{match['from']}-{match['to']}",
    )


def _appendix_alone(match: re.Match[str]) -> Reference:
    return Reference(ReferenceKind.AANHANGSEL, number=match["number"])


def _proceedings(match: re.Match[str]) -> Reference:
    number, item, page = match["number"], match["item"] or "", ""
    if int(number) > _HIGHEST_MEETING:
        number, item, page = "", "", f"{number}-{item}" if item else number
    return Reference(
        ReferenceKind.HANDELINGEN,
        number=number,
        chamber=_chamber(match),
        vergaderjaar=f"{match['from']}-{match['to']}",
        item=item,
        page=page,
    )


def _attachment(match: re.Match[str]) -> Reference:
    return Reference(ReferenceKind.BIJLAGE, number=match["number"])


def _question(match: re.Match[str]) -> Reference:
    return Reference(ReferenceKind.ZAAK, number=match["zaak"].upper())
