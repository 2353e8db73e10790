"""The letterhead of a ministry where there is no layout to go by: labels with their values, addresses, marks."""

import re
from collections.abc import Iterable, Sequence

from corpus.reading import Fact, FactName, Paragraph
from corpus.types import BlockKind, Furniture

_LABELS: tuple[tuple[re.Pattern[str], FactName | None], ...] = (
    (re.compile(r"(?:ons |onze )?(?:kenmerk|referentie|zaaknummer|nummer)", re.IGNORECASE), FactName.KENMERK),
    (re.compile(r"uw (?:kenmerk|referentie|brief|nummer)(?: van| \(letter\))?", re.IGNORECASE), FactName.OTHER_KENMERK),
    (re.compile(r"datum", re.IGNORECASE), FactName.DATE),
    (re.compile(r"betreft|onderwerp", re.IGNORECASE), FactName.SUBJECT),
    (
        re.compile(
            r"bijlagen?|bijlage\(n\)|contactperso(?:on|nen)|project\w*|telefoon\w*|inlichtingen(?: bij)?|"
            r"behandeld door|afschrift(?: aan)?|kopie(?: aan)?|aantal pagina.s|auteurs?|doorkies\w*|opdrachtgever|"
            r"e-?mail\w*|afdeling|van|aan|[TFEM]",
            re.IGNORECASE,
        ),
        None,
    ),
)
_LABEL_WITH_VALUE = re.compile(
    r"(?:(?P<label>Datum|Betreft|Onderwerp|(?:Ons|Uw) kenmerk|(?:Onze|Uw) referentie|Kenmerk)\s*:\s*|"
    r"(?P<day>Datum)\s+(?=\d)|(?P<code>(?:Ons|Uw) kenmerk|Onze referentie)\s+(?=\S*\d)|(?P<matter>Betreft)\s+)"
    r"(?P<value>\S.*)",
    re.IGNORECASE,
)
_MINISTRY = re.compile(r"(?:Ministerie van|Ministry of)\b.{3,}", re.IGNORECASE)
_ADDRESS = re.compile(
    r">?\s*Retour(?:adres|postadres)\b.*|.*\bPostbus\s+\d+.*|.*\b\d{4}\s?[A-Z]{2}\s+['’A-Z][\w’'-].{0,30}|"
    r"(?:Aan\s+)?de\s+(?:heer\s+|mevrouw\s+)?voorzitter\b.*|(?:Kamer\s+)?der\s+Staten-Generaal|(?:www\.)?rijksoverheid\.nl\S*|"
    r"[TF]\s+[\d (+).-]{8,}|den\s+haag",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    r"(?:['’]s[ -]?Gravenhage|Den Haag|Amsterdam|Rotterdam|Utrecht|Brussel|Willemstad|Oranjestad|Philipsburg)\s*,\s*"
    r"(?P<date>\d{1,2}\s+[a-z]+\s+\d{4})\.?",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:Bij beantwoording|Wilt u)\b.*\b(?:kenmerk|brief|zaak|vermelden|behandelen)\b.*", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(r"(?:pagina|blad|p\.)?\s*\d*\s*(?:van|/)?\s*\d*", re.IGNORECASE)
_LINES = (_LABEL_WITH_VALUE, _MINISTRY, _ADDRESS, _DATE_LINE, _REMARK, _PAGE_NUMBER)
_CLASSIFIED = re.compile(r"\b(concept|vertrouwelijk|staatsgeheim|embargo)\b", re.IGNORECASE)
_LONGEST_MARK = 60
_SENTENCE = 150  # a longer paragraph is no line of a letterhead
_LONGEST_LABEL_CELL = 60


class Letterhead:
    """Collects what stands around a letter; what is noted first counts, as the first page comes before the others."""

    def __init__(self) -> None:
        self.facts: list[Fact] = []
        self.furniture: list[Furniture] = []

    def note(self, name: FactName, value: str) -> None:
        """Note a fact unless there is one of that name; a placeholder such as "-" is none."""
        value = " ".join(value.split())
        if any(sign.isalnum() for sign in value) and not any(fact.name is name for fact in self.facts):
            self.facts.append(Fact(name, value))

    def classify(self, text: str) -> None:
        """Note the marks in a line that stands by itself: CONCEPT, VERTROUWELIJK."""
        if len(text) <= _LONGEST_MARK:
            for found in _CLASSIFIED.finditer(text):
                mark = Fact(FactName.MARK, found[1].lower())
                if mark not in self.facts:
                    self.facts.append(mark)

    def take_rows(self, rows: Iterable[Sequence[Sequence[str]]], reason: str) -> None:
        """Take in a table, as rows of cells of lines: a label has its value in the next cell, or below it."""
        for row in rows:
            cells = [cell for cell in row if cell]
            position = 0
            while position < len(cells):
                label = is_label(cells[position][0]) if len(cells[position]) == 1 else None
                if label and position + 1 < len(cells):
                    self._value(cells[position][0], " ".join(cells[position + 1]))
                    self._aside([*cells[position], *cells[position + 1]], reason)
                    position += 2
                else:
                    self.take_lines(cells[position], reason)
                    position += 1

    def take_lines(self, lines: Sequence[str], reason: str) -> None:
        """Take in lines that stand below each other; an empty one ends a value."""
        label = ""
        value: list[str] = []
        for text in [*lines, ""]:
            paired = _LABEL_WITH_VALUE.fullmatch(text)
            if not text or paired or is_label(text) or _MINISTRY.fullmatch(text) or _REMARK.fullmatch(text):
                self._value(label, " ".join(value))
                label, value = text if is_label(text) else "", []
            elif label:
                value.append(text)
            if paired:
                named = next(paired[name] for name in ("label", "day", "code", "matter") if paired[name])
                self._value(named, paired["value"])
            if _MINISTRY.fullmatch(text):
                self.note(FactName.MINISTRY, text)
            if dated := _DATE_LINE.fullmatch(text):
                self.note(FactName.DATE, dated["date"])
        self._aside([text for text in lines if text], reason)

    def _value(self, label: str, value: str) -> None:
        name = label_fact(label)
        if name:
            self.note(name, value)

    def _aside(self, lines: Iterable[str], reason: str) -> None:
        for text in lines:
            self.classify(text)
            self.furniture.append(Furniture(None, text, reason))


def is_label(text: str) -> bool:
    """Whether a line is a label of a letterhead and nothing else."""
    plain = text.strip(" :\t")
    return len(plain) <= _LONGEST_LABEL_CELL and any(pattern.fullmatch(plain) for pattern, _ in _LABELS)


def label_fact(text: str) -> FactName | None:
    """The fact that a label announces; None for another line, and for a label whose value is no fact."""
    plain = text.strip(" :\t")
    return next((name for pattern, name in _LABELS if pattern.fullmatch(plain)), None)


def is_letterhead(rows: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether a table above a letter is its letterhead: it has an address, or labels that each have a value.

    Several labels side by side in the first row are the head of a table of facts.
    """
    if not rows:
        return False
    beside = [sum(label_fact(cell[0]) is not None for cell in row if len(cell) == 1) for row in rows]
    if beside[0] > 1 and len(rows) > 1:
        return False
    lines = [text for row in rows for cell in row for text in cell]
    labelled = sum(label_fact(text) is not None or _LABEL_WITH_VALUE.fullmatch(text) is not None for text in lines)
    placed = sum(_ADDRESS.fullmatch(text) is not None for text in lines)
    return labelled + placed > 0


def is_letterhead_line(text: str) -> bool:
    """Whether a line by itself above a letter belongs to the letterhead."""
    return any(
        pattern.fullmatch(text.strip())
        for pattern in (_LABEL_WITH_VALUE, _MINISTRY, _ADDRESS, _DATE_LINE, _REMARK, _PAGE_NUMBER)
    )


def below_letterhead(paragraphs: Sequence[Paragraph], letterhead: Letterhead) -> list[Paragraph]:
    """The paragraphs without the labelled lines, the address and the date line above the letter; those are noted."""
    end = next((place for place, each in enumerate(paragraphs) if len(each.text) > _SENTENCE), len(paragraphs))
    kept = []
    for paragraph in paragraphs[:end]:
        if paragraph.kind is BlockKind.PARAGRAPH and is_letterhead_line(paragraph.text):
            letterhead.take_lines([paragraph.text], "letterhead")
        else:
            kept.append(paragraph)
    return [*kept, *paragraphs[end:]]
