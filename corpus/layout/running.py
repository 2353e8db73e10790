"""Running heads and feet of any file: lines that come back in the same place, page numbers, marked artifacts."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from corpus.layout.findings import Findings
from corpus.layout.heads import question_or_answer_head, speaker_length
from corpus.layout.page import Line, PageContent
from corpus.reading import FactName

_DIGITS = re.compile(r"\d+")
_PAGE_OF = re.compile(
    r"(?:(?:Pagina|pagina|PAGINA|Pag\.|pag\.|Blz\.|blz\.|Bladzijde|Page)\s*)(\d{1,4})(?:\s*(?:van|of|/)\s*(\d{1,4}))?"
)
_BARE_NUMBER = re.compile(r"[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s*(?:van|/)\s*\d{1,4})?")
_MARK = re.compile(
    r"(?P<concept>concept|ontwerp)|(?:departementaal\s+|strikt\s+|zeer\s+|dep\.?\s*)?(?P<secret>vertrouwelijk)|"
    r"(?:ter\s+)?(?P<looking>vertrouwelijke\s+(?:inzage|kennisneming))",
    re.IGNORECASE,
)

_TOP = 0.86  # of the page's height: above it is the head …
_FOOT = 0.11  # … below it the foot
_SAME_HEIGHT, _SAME_EDGE = 4.0, 8.0  # points that a running line may shift
_MOST_ARTIFACT = 0.6  # a file that marks more than this of its letters marks them for nothing


def page_of(text: str) -> str | None:
    """The page that a line such as "Pagina 2 van 7" names; None for any other line."""
    match = _PAGE_OF.fullmatch(text)
    return match[1] if match else None


def find_running_lines(contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], findings: Findings) -> None:
    """Remove what runs along: artifacts, bare page numbers, repeated heads and feet; note page labels and marks."""
    _marks(contents, lines, findings)
    _bare_numbers(contents, lines, findings)
    _repeated(contents, lines, findings)
    _artifacts(lines, findings)


def in_margin(line: Line, content: PageContent) -> bool:
    """Whether the line stands in the head or the foot of its page."""
    return line.y > _TOP * content.height or line.y < _FOOT * content.height


def _artifacts(lines: Sequence[Sequence[Line]], findings: Findings) -> None:
    letters = sum(len(line.text) for page in lines for line in page)
    marked = [line for page in lines for line in page if line.artifact]
    if sum(len(line.text) for line in marked) <= _MOST_ARTIFACT * letters:
        findings.remove(marked, "marked in the file as no part of the text")


def _marks(contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], findings: Findings) -> None:
    for content, page in zip(contents, lines, strict=True):
        slanted = "".join(piece.text for piece in content.pieces if piece.slanted)
        if match := _MARK.fullmatch(slanted.strip()):
            findings.fact(FactName.MARK, _mark_name(match))
        for line in page:
            match = _MARK.fullmatch(line.text.strip(" .:-–*[]()"))
            apart = line.text.isupper() or in_margin(line, content) or line.artifact
            if match and apart:
                findings.fact(FactName.MARK, _mark_name(match))
                findings.remove([line], "mark")


def _mark_name(match: re.Match[str]) -> str:
    return "concept" if match["concept"] else "vertrouwelijk"


def find_page_numbers(contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], findings: Findings) -> None:
    """Remove lines such as "Pagina 2 van 7" with what stands below them, and note the page's label."""
    for content, page in zip(contents, lines, strict=True):
        for line in page:
            if label := page_of(line.text.strip()):
                findings.labels.setdefault(line.page, label)
                findings.remove([line], "page number")
                if line.y < _FOOT * content.height:
                    findings.remove((other for other in page if other.y < line.y + _SAME_HEIGHT), "running foot")


def _bare_numbers(contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], findings: Findings) -> None:
    places: dict[tuple[int, int], list[tuple[Line, str]]] = defaultdict(list)
    for content, page in zip(contents, lines, strict=True):
        for line in page:
            match = _BARE_NUMBER.fullmatch(line.text.strip()) if in_margin(line, content) else None
            if match and line not in findings.removed:
                # Page numbers keep their distance to the count of pages, and their height.
                places[int(match[1]) - content.number, round(line.y / _SAME_HEIGHT)].append((line, match[1]))
    for found in places.values():
        if len({line.page for line, _ in found}) >= max(2, len(contents) // 2):
            for line, number in found:
                findings.labels.setdefault(line.page, number)
                findings.remove([line], "page number")


def _repeated(contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], findings: Findings) -> None:
    places: dict[str, list[Line]] = defaultdict(list)
    for content, page in zip(contents, lines, strict=True):
        for line in page:
            if line not in findings.removed and in_margin(line, content) and not _is_head(line):
                places[_DIGITS.sub("0", line.text)].append(line)
    # The first page often has a head of its own.
    enough = max(2, (len(contents) - 1) * 0.5)
    for candidates in places.values():
        for line, same in _same_places(candidates):
            if len(same) >= enough:
                top = line.y > 0.5 * contents[line.page - 1].height
                findings.remove([line], "running head" if top else "running foot")


def _same_places(candidates: Sequence[Line]) -> Iterable[tuple[Line, set[int]]]:
    """Each line with the pages on which the same words stand in its place."""
    heights = Counter(round(line.y / _SAME_HEIGHT) for line in candidates)
    for line in candidates:
        height = round(line.y / _SAME_HEIGHT)
        if heights[height - 1] + heights[height] + heights[height + 1] < 2:
            continue
        yield (
            line,
            {
                other.page
                for other in candidates
                if abs(other.y - line.y) <= _SAME_HEIGHT
                and (abs(other.x0 - line.x0) <= _SAME_EDGE or abs(other.x1 - line.x1) <= _SAME_EDGE)
            },
        )


def _is_head(line: Line) -> bool:
    # Every page of a report may begin with the chair's name.
    return question_or_answer_head(line.text) is not None or speaker_length(line.text) > 0
