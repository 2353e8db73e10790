"""The print of the Handelingen: an item of a sitting in two columns, with a foot that names sitting, item and page."""

import re
from collections.abc import Sequence

from corpus.dates import parse_date, vergaderjaar_of
from corpus.layout.findings import Findings
from corpus.layout.page import Line, PageContent
from corpus.reading import FactName

_PAGE = re.compile(r"(?P<sitting>\d{1,3})-(?P<item>\d{1,3})-(?P<page>\d{1,4})")
_SITTING = re.compile(r"(?P<chamber>TK|EK|VV)\s?(?P<sitting>\d{1,3})")
_CHAMBER = re.compile(r"(?:Tweede|Eerste) Kamer|Verenigde Vergadering|Staten-Generaal")
_DATE = re.compile(r"\d{1,2} [a-z]+ \d{4}")

_FOOT_ZONE = 0.12
# The foot's lines stand within this many points of the page number.
_FOOT_HEIGHT = 14.0


def find_proceedings_print(
    contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], findings: Findings
) -> bool:
    """Remove feet and item number of a print of the Handelingen and note what they say; False where it is none."""
    feet = [_foot(content, page) for content, page in zip(contents, lines, strict=True)]
    if not any(feet):
        return False
    for content, foot in zip(contents, feet, strict=True):
        if foot:
            _read_foot(content.number, foot, findings)
    _item_number(lines[0], findings)
    return True


def _foot(content: PageContent, page: Sequence[Line]) -> list[Line]:
    """The lines of the foot from left to right, upper ones first; none when it is no foot of this print."""
    low = [line for line in page if line.y < _FOOT_ZONE * content.height]
    number = next((line for line in low if _PAGE.fullmatch(line.text)), None)
    if number is None or not any(_SITTING.fullmatch(line.text) for line in low):
        return []
    return [line for line in low if line.y - number.y < _FOOT_HEIGHT]


def _read_foot(number: int, foot: Sequence[Line], findings: Findings) -> None:
    findings.remove(foot, "running foot")
    ordered = sorted(foot, key=lambda line: (-round(line.y), line.x0))
    findings.fact(FactName.PAGE_FOOT, " ".join(line.text for line in ordered), number)
    findings.fact(FactName.DOCUMENT_TYPE, "Handelingen")
    for line in foot:
        if page := _PAGE.fullmatch(line.text):
            findings.labels.setdefault(number, line.text)
            findings.fact(FactName.NUMBER, page["sitting"])
            findings.fact(FactName.ITEM, page["item"])
        elif sitting := _SITTING.fullmatch(line.text):
            findings.fact(FactName.CHAMBER, {"TK": "II", "EK": "I"}.get(sitting["chamber"], "I/II"))
        elif _DATE.fullmatch(line.text):
            findings.fact(FactName.DATE, line.text)
            if day := parse_date(line.text):
                findings.fact(FactName.VERGADERJAAR, vergaderjaar_of(day))
        elif not _CHAMBER.fullmatch(line.text):
            findings.fact(FactName.TITLE, line.text)


def _item_number(page: Sequence[Line], findings: Findings) -> None:
    items = {fact.value for fact in findings.facts if fact.name is FactName.ITEM}
    for line in page:
        if line.bold and line.text in items:
            findings.remove([line], "item number")
            break
