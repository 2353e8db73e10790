"""The head of a kamerstuk as it circulates in Word: chamber, year, dossiers, number, title, date."""

import re
from collections.abc import Sequence

from corpus.reading import Fact, FactName

_CHAMBER = re.compile(r"(?P<which>tweede|eerste)\s+kamer\s+der\s+staten-generaal|staten-generaal", re.IGNORECASE)
_ORNAMENT = re.compile(r"[12](?:/2)?")
_YEAR = re.compile(r"vergaderjaar\s+(?P<year>\d{4}\s?[-–]\s?\d{4})", re.IGNORECASE)
_DOSSIER = re.compile(
    r"(?P<dossier>\d{2}[\s.]?\d{3}(?:[\s-]+(?:\d{2}|[IVXLC]{1,6}|[A-J])\b)?)(?:\s*\(\s*R\s?\d+\s*\))?", re.IGNORECASE
)
_NUMBER = re.compile(r"nrs?\.?\s*(?P<number>\w+)", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:(?:tweede|derde|nader|gewijzigd\w*|gewijzgide|geamendeerde?|herziene?|aanvullende?|sub)\s+)*"
    r"(?:motie|amendement|subamendement|brief|nota|verslag|lijst|voorstel|memorie|koninklijke|initiatiefnota|rapport)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?:voorgesteld|ontvangen|vastgesteld|ingediend|gewijzigd|aangeboden)\b.{0,60}?(?P<date>\d{1,2}\s*[a-z]+\s+\d{4})",
    re.IGNORECASE,
)


class StukHead:
    """Reads the head of a stuk row by row; `aside` are the lines that are no part of the text."""

    def __init__(self, facts: list[Fact]) -> None:
        self.aside: list[str] = []
        self.title = ""
        self._number = ""
        self._facts = facts

    def read(self, cells: Sequence[str]) -> list[str] | None:
        """Read one row; what of it stands in the text: its heading, its date. None for a row that is no head."""
        filled = [cell for cell in cells if cell]
        if not filled:
            return []
        first, rest = filled[0], " ".join(filled[1:])
        for reader in (self._sitting, self._dossier, self._titled, self._dated):
            kept = reader(first, rest)
            if kept is not None:
                return kept
        return None

    def is_heading(self, text: str) -> bool:
        """Whether a line that was kept is the number and the title."""
        return bool(self.title) and text.endswith(self.title)

    def _sitting(self, first: str, rest: str) -> list[str] | None:
        """Chamber and session year."""
        if year := _YEAR.fullmatch(first):
            self._note(FactName.VERGADERJAAR, re.sub(r"\s?[-–]\s?", "-", year["year"]))
        elif chamber := _CHAMBER.fullmatch(first):
            which = (chamber["which"] or "").lower()
            self._note(FactName.CHAMBER, {"eerste": "I", "tweede": "II"}.get(which, "I/II"))
        elif rest or not _ORNAMENT.fullmatch(first):
            return None
        self.aside.append(f"{first} {rest}".strip())
        return []

    def _dossier(self, first: str, rest: str) -> list[str] | None:
        dossier = None if self.title else _DOSSIER.fullmatch(first)
        if not dossier:
            return None
        self._note(FactName.DOSSIER, " ".join(dossier["dossier"].split()))
        self._note(FactName.DOSSIER_TITLE, rest)
        self.aside.append(f"{first} {rest}".strip())
        return []

    def _titled(self, first: str, rest: str) -> list[str] | None:
        if self.title:
            return None
        if number := _NUMBER.fullmatch(first):
            self._note(FactName.NUMBER, number["number"])
            self._number = first
            return self._entitle(rest) if rest else []
        if _TITLE.match(first) and not rest and (self._number or first.isupper()):
            return self._entitle(first)
        return None

    def _dated(self, first: str, _rest: str) -> list[str] | None:
        date = _DATE.fullmatch(first)
        if not date:
            return None
        self._note(FactName.DATE, date["date"])
        return [first]

    def _entitle(self, title: str) -> list[str]:
        self.title = title
        self._note(FactName.DOCUMENT_TYPE, title)
        return [f"{self._number} {title}".strip()]

    def _note(self, name: FactName, value: str) -> None:
        if value:
            self._facts.append(Fact(name, value))


def begins_stuk(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of cells hold the head of a stuk: a session year or a numbered title stands in it."""
    for cells in rows:
        filled = [cell for cell in cells if cell]
        if filled and _YEAR.fullmatch(filled[0]):
            return True
        if len(filled) > 1 and _NUMBER.fullmatch(filled[0]) and _TITLE.match(filled[1]):
            return True
    return False
