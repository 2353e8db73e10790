"""Official publications of the States General in the XML of KOOP: kamerstukken, and written questions with answers.

Of the official elements the reader makes facts; the title, the date line and the text become paragraphs. Moties get
their proposers from the names under the text, with the initials that the metadata may give.
"""

import re
from dataclasses import replace

from lxml import etree

from corpus.layout.classify import classify
from corpus.readers.handelingen import read_minutes
from corpus.readers.koop import Blocks
from corpus.readers.letterhead import Letterhead, below_letterhead
from corpus.readers.markup import child, children, inline_text, local_name, parse_xml
from corpus.readers.moties import proposers, signed, with_dictum
from corpus.readers.official_facts import Facts, identity
from corpus.reading import FactName, Paragraph, Reading
from corpus.types import BlockKind, Format

_MOTIE = re.compile(r"\bmotie\b", re.IGNORECASE)
_ASKED = re.compile(r"(Vra(?:gen|ag)\b.*?)\s*(?:\((?:ingezonden|ingediend)\b.*)?\Z", re.DOTALL)
_ANSWERED = re.compile(
    r"((?:\w+ )?(?:Antwoord|Mededeling)\b.*?)\s*(?:\((?:ontvangen|ingezonden)\b.*)?\Z", re.DOTALL | re.IGNORECASE
)
_GLUED = re.compile(r"(?<=\d)(?=[a-z]{3})")
_NUMBERS = re.compile(r"\d.*", re.DOTALL)


def read_official(data: bytes) -> Reading:
    """Read an `officiele-publicatie`; raises `UnreadableFile`."""
    return read_publication(parse_xml(data))


def read_publication(root: etree._Element) -> Reading:
    """Read the root element of an `officiele-publicatie`, of whichever kind it holds."""
    for part in root:
        name = local_name(part)
        if name == "kamerstuk":
            return _kamerstuk(root, part)
        if name == "kamervragen":
            return _kamervragen(root, part)
        if name == "handelingen":
            return read_minutes(root, part)
    return _other(root)


# ---------------------------------------------------------------------------------------------------- kamerstukken


def _kamerstuk(root: etree._Element, kamerstuk: etree._Element) -> Reading:
    facts = identity(root, child(kamerstuk, "kamerstukkop"))
    blocks = Blocks(root)
    for dossier in children(kamerstuk, "dossier"):
        number = _dossier_number(child(dossier, "dossiernummer"))
        title = inline_text(child(dossier, "titel"))
        facts.add(FactName.DOSSIER, number)
        facts.add(FactName.DOSSIER_TITLE, title)
        blocks.aside(f"{number} {title}", "head of the stuk")
    for part in kamerstuk:
        if local_name(part) == "stuk":
            _stuk(part, blocks, facts)
        elif local_name(part) not in {"kamerstukkop", "dossier", ""}:
            blocks.walk(part)
    return _reading(blocks, facts, with_dictum(classify(blocks.paragraphs)))


def _dossier_number(element: etree._Element | None) -> str:
    """As in "36 725 XXIII" or "21 501-02"; the number of a Rijkswet is left out."""
    if element is None:
        return ""
    number = inline_text(child(element, "dossiernr"))
    council = inline_text(child(element, "raadnr"))
    chapter = inline_text(child(element, "begrotingshoofdstuk"))
    return number + (f"-{council}" if council else "") + (f" {chapter}" if chapter else "")


def _stuk(stuk: etree._Element, blocks: Blocks, facts: Facts) -> None:
    number = inline_text(child(stuk, "stuknr"))
    title = inline_text(child(stuk, "titel"))
    date = child(stuk, "datumtekst")
    facts.add(FactName.NUMBER, inline_text(next(stuk.iter("{*}ondernummer"), None)) or number)
    facts.add_first(FactName.DOCUMENT_TYPE, title)
    blocks.heading(f"{number} {title}".strip())
    if date is not None:
        facts.add(FactName.DATE, _date(date))
    for part in stuk:
        if local_name(part) not in {"stuknr", "titel", ""}:
            blocks.walk_into(part)
    if _MOTIE.search(title):
        blocks.paragraphs = signed(blocks.paragraphs)
        facts.propose(proposers(blocks.paragraphs))
    else:
        letterhead = Letterhead()
        blocks.paragraphs = below_letterhead(blocks.paragraphs, letterhead)
        blocks.furniture.extend(letterhead.furniture)
        for fact in letterhead.facts:
            facts.add(fact.name, fact.value)


def _date(element: etree._Element) -> str:
    for part in element.iter("{*}datum"):
        return part.get("isodatum") or inline_text(part)
    return _GLUED.sub(" ", inline_text(element))


# ----------------------------------------------------------------------------------------------- written questions


def _kamervragen(root: etree._Element, kamervragen: etree._Element) -> Reading:
    facts = identity(root, child(kamervragen, "kamervraagkop"))
    blocks = Blocks(root)
    questions = _Questions(blocks)
    classified: list[Paragraph] = []
    for part in kamervragen:
        name = local_name(part)
        if name == "kamervraagnummer":
            facts.add(FactName.NUMBER, inline_text(part))
            blocks.aside(inline_text(part), "number of the stuk")
        elif name in {"vraag", "antwoord"}:
            questions.read(part, is_answer=name == "antwoord")
            classified.extend(blocks.taken())
        elif name not in {"kamervraagkop", ""}:
            _describe(part, facts)
            blocks.walk_into(part)
            classified.extend(classify(blocks.taken()))
    return _reading(blocks, facts, tuple(classified))


def _describe(element: etree._Element, facts: Facts) -> None:
    """Who asked what when, and who answered when; the document is of the day of the answer, where there is one."""
    text = inline_text(element)
    asked, answered = _ASKED.match(text), _ANSWERED.match(text)
    if asked:
        facts.add(FactName.TITLE, asked[1])
    elif answered:
        facts.add_first(FactName.DOCUMENT_TYPE, answered[1])
    for part in element.iter("{*}kamervraagonderwerp"):
        facts.add(FactName.SUBJECT, inline_text(part))
    dates = [part.get("isodatum") or inline_text(part) for part in element.iter("{*}datum")]
    for date in dates[:1]:
        if answered:
            facts.add_first(FactName.DATE, date)
        else:
            facts.add(FactName.DATE, date)


class _Questions:
    """Reads questions and answers one after the other."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._unanswered: list[str] = []

    def read(self, element: etree._Element, *, is_answer: bool) -> None:
        """The line "Vraag 3" as a heading, what follows as QUESTION or ANSWER, all with the number "3"."""
        label = "Antwoord" if is_answer else "Vraag"
        kind = BlockKind.ANSWER if is_answer else BlockKind.QUESTION
        line = inline_text(child(element, "nr"))
        start = len(self._blocks.paragraphs)
        self._blocks.walk(element, skipped="nr")
        paragraphs = self._blocks.paragraphs[start:]
        del self._blocks.paragraphs[start:]
        if not line and paragraphs and paragraphs[0].text.lower().startswith(label.lower()) and len(paragraphs) > 1:
            line = paragraphs.pop(0).text
        number = self._number(line, is_answer=is_answer)
        self._blocks.heading(line if not line[:1].isdigit() and line else f"{label} {line}".strip(), 1, number)
        for paragraph in paragraphs:
            if paragraph.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
                self._blocks.paragraphs.append(replace(paragraph, kind=kind, level=0, number=number))
            else:
                self._blocks.paragraphs.append(paragraph)

    def _number(self, line: str, *, is_answer: bool) -> str:
        found = _NUMBERS.search(line)
        number = found[0].strip(" .:") if found else ""
        if not is_answer:
            self._unanswered.append(number)
            return number
        waiting, self._unanswered = [each for each in self._unanswered if each], []
        if number or not waiting:
            return number
        return ", ".join(waiting[:-1]) + (" en " if len(waiting) > 1 else "") + waiting[-1]


# ---------------------------------------------------------------------------------------------------------- others


def _other(root: etree._Element) -> Reading:
    """A publication of another kind: its text, and what its metadata says."""
    facts = identity(root, None)
    blocks = Blocks(root)
    blocks.walk(root)
    return _reading(blocks, facts, classify(blocks.paragraphs))


def _reading(blocks: Blocks, facts: Facts, paragraphs: tuple[Paragraph, ...]) -> Reading:
    return Reading(
        Format.XML,
        paragraphs,
        notes=tuple(blocks.notes),
        facts=facts.all(),
        furniture=tuple(blocks.furniture),
    )
