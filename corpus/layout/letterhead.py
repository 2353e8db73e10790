"""The house style of the ministries: address block, Datum and Betreft, and a margin column on every page."""

import re
from collections import defaultdict
from collections.abc import Sequence

from corpus.layout.findings import Findings
from corpus.layout.heads import is_salutation
from corpus.layout.hyphens import Vocabulary, join_all
from corpus.layout.page import Line, PageContent
from corpus.layout.running import page_of
from corpus.reading import FactName

_RETURN_ADDRESS = re.compile(r">?\s*Retouradres\b.*", re.IGNORECASE)
_REMARK = re.compile(
    r"(?:Bij beantwoording|Wilt u)\b.*\b(?:kenmerk|brief|vermelden|behandelen)\b.*|in uw brief behandelen\.",
    re.IGNORECASE,
)
_TOP_LABEL = re.compile(
    r"(?P<label>Datum|Betreft|Onderwerp|Ons kenmerk|Kenmerk|Uw kenmerk|Bijlagen?|Bijlage\(n\))"
    r"\s*(?::\s*|\s|$)(?P<value>.*)"
)
FACT_OF_LABEL = {
    "Datum": FactName.DATE,
    "Betreft": FactName.SUBJECT,
    "Onderwerp": FactName.SUBJECT,
    "Kenmerk": FactName.KENMERK,
    "Ons kenmerk": FactName.KENMERK,
    "Uw kenmerk": FactName.OTHER_KENMERK,
}
"""What a labelled line above a letter tells; the value of any other label is left out."""
# Labels of the margin column; None ends the value before it.
_MARGIN_LABELS: tuple[tuple[re.Pattern[str], FactName | None], ...] = (
    (re.compile(r"(?:ons |onze )?(?:kenmerk|referentie|nummer|zaaknummer)", re.IGNORECASE), FactName.KENMERK),
    (re.compile(r"uw (?:kenmerk|referentie|brief|nummer)\b.{0,20}", re.IGNORECASE), FactName.OTHER_KENMERK),
    (re.compile(r"datum", re.IGNORECASE), FactName.DATE),
    (re.compile(r"betreft|onderwerp", re.IGNORECASE), FactName.SUBJECT),
    (
        re.compile(
            r"bijlage.{0,6}|contactperso.{0,4}|project\w*|telefoon\w*|inlichtingen.{0,5}|behandeld door|"
            r"afschrift.{0,5}|kopie.{0,5}|aantal pagina.s|auteurs?|doorkies\w*|[TFEM]",
            re.IGNORECASE,
        ),
        None,
    ),
)
_MINISTRY = re.compile(r"Ministerie van\b\s*(?P<rest>.*)")
_UNFINISHED = re.compile(r"(?:\b(?:van|voor|en)|,)$")
_DIRECTORATE = re.compile(r"(?:Direct|DG\b|Bestuurs|Afdeling|Programma|Dienst)")
_ADDRESS = re.compile(
    r".*\bPostbus \d+.*|\d{4}\s?[A-Z]{2}\b.*|(?:Aan )?[Dd]e (?:heer )?[Vv]oorzitter\b.*|.*\bStaten-Generaal|DEN HAAG"
)
_HIGHEST_LABEL = 0.3  # labelled lines stand above this part of the page's height
_SAME_EDGE = 4.0  # points
_MARGIN_SIZE = 0.93  # of the body's letters
_RUNNING_WIDTH = 0.4  # of the page: a line of running text is at least as wide


def find_letterhead(
    contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], body_size: float, findings: Findings
) -> None:
    """Remove the margin column, the address block and the labelled lines above a letter; note what they say."""
    for page, margin in zip(lines, margin_columns(contents, lines, body_size), strict=True):
        _Margin(findings).read(margin)
        findings.remove(margin, "margin column")
        findings.remove((line for line in page if _REMARK.fullmatch(line.text)), "letterhead")
    _read_top(contents[0], lines[0], findings)


def margin_columns(
    contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], body_size: float
) -> list[list[Line]]:
    """For each page the lines in smaller letters that stand to the right of all running text, from top to bottom."""
    ends: dict[float, list[float]] = defaultdict(list)
    for content, page in zip(contents, lines, strict=True):
        running = (line for line in page if line.x1 - line.x0 > _RUNNING_WIDTH * content.width and not line.artifact)
        ends[content.width].extend(line.x1 for line in running)
    columns = []
    for content, page in zip(contents, lines, strict=True):
        widest = sorted(ends[content.width])
        # One long address or table may stick out.
        edge = widest[int(0.97 * (len(widest) - 1))] if widest else content.width
        beyond = [line for line in page if line.x0 > edge - 1 and line.size < _MARGIN_SIZE * body_size]
        known = [line.x0 for line in beyond if line.artifact or _is_of_margin(line.text)]
        # A wide table in small letters reaches out too; a margin column says somewhere that it is one.
        columns.append([line for line in beyond if any(abs(line.x0 - left) < _SAME_EDGE for left in known)])
    return columns


def _is_of_margin(text: str) -> bool:
    stripped = text.strip()
    label = any(pattern.fullmatch(stripped.rstrip(" :")) for pattern, _ in _MARGIN_LABELS)
    return label or _MINISTRY.fullmatch(stripped) is not None or page_of(stripped) is not None


class _Margin:
    """Reads a margin column: labels with their values below them, and the ministry's name."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.name: FactName | None = None
        self.value: list[str] = []

    def read(self, column: Sequence[Line]) -> None:
        """Note what the column says."""
        last: Line | None = None
        for line in column:
            if line in self.findings.removed:
                continue
            text = line.text.strip()
            ministry = _MINISTRY.fullmatch(text)
            label = next((pair for pair in _MARGIN_LABELS if pair[0].fullmatch(text.rstrip(" :"))), None)
            close = last is not None and last.y - line.y < 1.7 * line.size
            goes_on = close and (_UNFINISHED.search(" ".join(self.value)) or (line.bold and last and last.bold))
            if ministry:
                self._begin(FactName.MINISTRY, text)
            elif label:
                self._begin(label[1])
            elif self.name is FactName.MINISTRY and (not goes_on or _DIRECTORATE.match(text)):
                self._begin(None)
            elif self.name is not None:
                self.value.append(text)
            last = line
        self._begin(None)

    def _begin(self, name: FactName | None, *value: str) -> None:
        if self.name is not None and not self.findings.knows(self.name):
            self.findings.fact(self.name, join_all(self.value, Vocabulary(())))
        self.name, self.value = name, list(value)


def _read_top(content: PageContent, page: Sequence[Line], findings: Findings) -> None:
    """Read the labelled lines of page 1 and take out all that stands above the letter."""
    rest = [line for line in page if line not in findings.removed]
    end = next((place for place, line in enumerate(rest) if is_salutation(line.text)), len(rest))
    rest = rest[:end]
    labels = [
        place
        for place, line in enumerate(rest)
        if _TOP_LABEL.fullmatch(line.text) and line.y > _HIGHEST_LABEL * content.height
    ]
    named = {_TOP_LABEL.fullmatch(rest[place].text)["label"] for place in labels}  # type: ignore[index]  # matched above
    addressed = any(_RETURN_ADDRESS.fullmatch(line.text) or _ADDRESS.fullmatch(line.text) for line in rest)
    if len(named & {"Datum", "Betreft", "Onderwerp"}) < 2 and not (named and addressed):
        return
    last = labels[-1]
    for place in labels:
        last = max(last, _read_label(rest, place, findings))
    for line in rest[: last + 1]:
        findings.remove([line], "letterhead")


def _read_label(rest: Sequence[Line], place: int, findings: Findings) -> int:
    """Note the value beside a label; returns the place of its last line."""
    line = rest[place]
    match = _TOP_LABEL.fullmatch(line.text)
    assert match is not None
    parts = [match["value"]] if match["value"] else []
    left = line.x0 if parts else 0.0
    last, height = place, line.y
    for position in range(place + 1, len(rest)):
        other = rest[position]
        beside = abs(other.y - line.y) < 0.3 * line.size and other.x0 > line.x1
        below = bool(parts) and other.x0 > line.x0 + 2 * line.size and height - other.y < 1.7 * line.size
        if _TOP_LABEL.fullmatch(other.text) or not (beside or (below and abs(other.x0 - left) < line.size)):
            break
        parts.append(other.text)
        left = other.x0 if beside else left
        last, height = position, other.y
    name = FACT_OF_LABEL.get(match["label"])
    if name is not None:
        findings.fact(name, join_all(parts, Vocabulary(())))
    return last
