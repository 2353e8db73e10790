"""The official print of the States General: kamerstukken and the Aanhangsel van de Handelingen.

Page 1 has a head (chamber, session year, dossiers, number and title, addressee, date) and an imprint in the lower
left corner; every page has a foot that names the document and the page. Dossiers, title and date stay in the text.
"""

import re
from collections.abc import Sequence

from corpus.layout.findings import Findings
from corpus.layout.hyphens import Vocabulary, join_all, join_lines
from corpus.layout.page import Line, PageContent, join_cells, without_raised
from corpus.reading import FactName

_FOOT = re.compile(
    r"(?P<chamber>Tweede Kamer|Eerste Kamer|Staten-Generaal|Verenigde Vergadering)(?: der Staten-Generaal)?, "
    r"vergaderjaar (?P<year>\d{4}\s?[–-]\s?\d{4}), "
    r"(?P<document>.*?(?:\bnrs?\. ?\w+|Aanhangsel(?: \d{3,})?|,\s[A-Z]{1,4}))"
    r"(?:\s+(?P<page>\d{1,5}))?"
)
_DOSSIER = r"\d{2} \d{3}(?:[ -](?:\d{2}|[IVXLC]+|[A-Z]))?(?: \(R ?\d+\))?"
_FOOT_DOSSIER = re.compile(
    rf"(?P<dossier>{_DOSSIER})\b.*?,\s(?:nrs?\. ?(?P<number>\w+)|(?P<letter>[A-Z]{{1,4}})(?:\s\d+)?$)"
)
_IMPRINT = re.compile(
    r"(?P<identifier>(?:kst|ah|h|kv|blg|stb|trb)-[\w-]+)|ISSN\s?[\d\s-]+X?|[’']s-Gravenhage \d{4}|KST\d+|"
    r"\d{4}tk\w+-?\w*|Sdu Uitgevers",
    re.IGNORECASE,
)
_CHAMBER = re.compile(r"(?P<chamber>Tweede|Eerste) Kamer der Staten-Generaal|Staten-Generaal")
_YEAR = re.compile(r"Vergaderjaar (?P<year>\d{4}\s?[–-]\s?\d{4})(?:\s*Aanhangsel van de Handelingen)?")
_SUPPLEMENT = re.compile(
    r"Aanhangsel van de Handelingen|Vragen gesteld door de leden der Kamer, met de daarop door de.*|"
    r"regering gegeven antwoorden|Vragen gesteld door de leden der Kamer"
)
_HEAD_DOSSIER = re.compile(_DOSSIER)
_NUMBER = re.compile(r"(?:Nrs?\.?\s?(?P<number>\w+)|(?P<letter>[A-Z]{1,3}))(?:\s+(?P<title>[A-Z]{2}.*))?")
_ADDRESSEE = re.compile(r"Aan de (?:heer )?[Vv]oorzitter.*|der Staten-Generaal|(?:en )?Staten-Generaal")
_DATE = re.compile(
    r"(?:(?:Den Haag|[’']s-Gravenhage|Amsterdam|Utrecht)\s?,|Voorgesteld|Ontvangen|Vastgesteld|Gedateerd|Ingezonden|"
    r"Gewijzigd|Aangeboden|Opgesteld|Verzonden)\s(?:(?:door|op)\s.{0,40})?"
    r"(?P<date>\d{1,2} [a-z]+ \d{4})\.?"
)
_QUESTIONS = re.compile(
    r"(?P<title>Vragen? van .*?\bover\b\s(?P<subject>.*?))\s?"
    r"\((?:ingezonden|ingediend) (?P<asked>\d{1,2} \w+ \d{4})\)\.?"
)
_ANSWERED = re.compile(
    r"(?P<title>(?:Nader |Aanvullend |Gewijzigd )?(?:Antwoord|Mededeling) van .*?)\s?"
    r"(?:\((?:ontvangen|ingezonden)\s*)+(?P<date>\d{1,2} \w+ \d{4})\)"
)

_FOOT_ZONE = 0.12
_FOOT_HEIGHT = 3.0  # points: nothing that stands so low is text
_HUGE = 25.0  # the chamber's number is printed as an ornament


def find_official_print(contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], findings: Findings) -> bool:
    """Remove head, imprint and feet of an official print and note what they say; False where it is none."""
    feet = [_foot(content, page) for content, page in zip(contents, lines, strict=True)]
    if not any(feet):
        return False
    _find_imprint(contents, lines, findings)
    for content, page, foot in zip(contents, lines, feet, strict=True):
        if foot is not None:
            _read_foot(content, page, foot, findings)
    _Head(lines[0], findings).read()
    return True


def _foot(content: PageContent, page: Sequence[Line]) -> Line | None:
    low = (line for line in page if line.y < _FOOT_ZONE * content.height)
    return next((line for line in low if _FOOT.fullmatch(line.text)), None)


def _read_foot(content: PageContent, page: Sequence[Line], foot: Line, findings: Findings) -> None:
    match = _FOOT.fullmatch(foot.text)
    assert match is not None
    at_foot = [line for line in page if line.y < foot.y + _FOOT_HEIGHT]
    number = match["page"] or next((line.text for line in at_foot if line.text.isdigit() and line.x0 > foot.x1), None)
    if number:
        findings.labels.setdefault(content.number, number)
    findings.remove(at_foot, "running foot")
    whole = foot.text if match["page"] or not number else f"{foot.text} {number}"
    findings.fact(FactName.PAGE_FOOT, whole, content.number)
    findings.fact(FactName.CHAMBER, "I" if match["chamber"].startswith("Eerste") else "II")
    findings.fact(FactName.VERGADERJAAR, _year(match["year"]))


def _year(written: str) -> str:
    return re.sub(r"\s?[–-]\s?", "-", written)


def _find_imprint(contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], findings: Findings) -> None:
    for content, page in zip(contents, lines, strict=True):
        for line in page:
            match = _IMPRINT.fullmatch(line.text.strip()) if line.y < _FOOT_ZONE * content.height else None
            if match:
                findings.remove([line], "imprint")
                findings.fact(FactName.IDENTIFIER, match["identifier"] or "")


class _Head:
    """The head of page 1, read from top to bottom."""

    def __init__(self, page: Sequence[Line], findings: Findings) -> None:
        self.lines = [line for line in page if line not in findings.removed]
        self.findings = findings
        self.vocabulary = Vocabulary(line.text for line in page)
        self.position = 0

    def read(self) -> None:
        """Note what the head says and take it out of the text."""
        self._chamber()
        self._dossiers()
        self._number()
        self._addressee_and_date()
        self._from_foot()
        self._questions()

    def _take(self, reason: str = "head of the print") -> Line:
        line = self.lines[self.position]
        self.findings.remove([line], reason)
        self.position += 1
        return line

    def _next(self) -> Line | None:
        return self.lines[self.position] if self.position < len(self.lines) else None

    def _chamber(self) -> None:
        known_year = False
        while line := self._next():
            year = _YEAR.fullmatch(line.text)
            ornament = line.text in ("1", "2") and (line.size > _HUGE or not known_year)
            known_year = known_year or year is not None
            if not (year or ornament or _CHAMBER.fullmatch(line.text) or _SUPPLEMENT.fullmatch(line.text)):
                break
            if year:
                self.findings.fact(FactName.VERGADERJAAR, _year(year["year"]))
            self._take()

    def _dossiers(self) -> None:
        while (line := self._next()) and line.bold and _HEAD_DOSSIER.fullmatch(line.text):
            self.findings.fact(FactName.DOSSIER, line.text)
            self.findings.fact(FactName.DOSSIER_TITLE, self._title_beside(line))

    def _number(self) -> None:
        line = self._next()
        if line is None or not line.bold:
            return
        if line.text.isdigit() and not self.findings.knows(FactName.DOSSIER):
            # The Aanhangsel has a number of its own and no dossier.
            self._take()
            self.findings.fact(FactName.NUMBER, line.text)
        elif match := _NUMBER.fullmatch(line.text):
            self.findings.fact(FactName.NUMBER, match["number"] or match["letter"])
            self.findings.fact(FactName.DOCUMENT_TYPE, self._title_beside(line, match["title"] or ""))

    def _title_beside(self, line: Line, title: str = "") -> str:
        """The title to the right of a number, both of which stay in the text; its first line joins the number's.

        `title` is what stands on the number's own line.
        """
        self.position += 1
        last, beside = line, None
        left = line.x0 if title else line.x1
        while (part := self._next()) and part.bold and part.x0 > left - 1 and last.y - part.y < 2 * line.size:
            if _HEAD_DOSSIER.fullmatch(part.text):
                break
            if not title:
                beside = self.findings.merged[line] = part
            title = join_lines(title, without_raised(part), self.vocabulary)
            last = part
            self.position += 1
        self.findings.headings.add(join_cells(line, beside) if beside else line)
        return title

    def _addressee_and_date(self) -> None:
        while line := self._next():
            date = _DATE.fullmatch(line.text)
            if date:
                self.findings.fact(FactName.DATE, date["date"])
                break
            if _ADDRESSEE.fullmatch(line.text):
                self._take("addressee")
            else:
                break

    def _from_foot(self) -> None:
        """What the head does not say, the foot may."""
        for fact in [each for each in self.findings.facts if each.name is FactName.PAGE_FOOT]:
            match = _FOOT_DOSSIER.search(fact.value)
            if match and not self.findings.knows(FactName.DOSSIER):
                self.findings.fact(FactName.DOSSIER, match["dossier"])
            if match and not self.findings.knows(FactName.NUMBER):
                self.findings.fact(FactName.NUMBER, match["number"] or match["letter"])

    def _questions(self) -> None:
        """Who asked what, and when it was answered, stays in the text; the facts are noted."""
        lines = self.lines[self.position : self.position + 25]
        start = join_all((without_raised(line) for line in lines), self.vocabulary)
        if asked := _QUESTIONS.match(start):
            self.findings.fact(FactName.TITLE, asked["title"])
            self.findings.fact(FactName.SUBJECT, asked["subject"])
            answered = _ANSWERED.search(start, asked.end())
            if answered:
                self.findings.fact(FactName.DOCUMENT_TYPE, answered["title"])
            self.findings.fact(FactName.DATE, answered["date"] if answered else asked["asked"])
