"""Reports of meetings as the Tweede Kamer delivers them from its own system (vlosCoreDocument)."""

from lxml import etree

from corpus.layout.classify import classify
from corpus.layout.heads import speaker_length
from corpus.readers.continuation import join_cut
from corpus.readers.markup import TextBuilder, add_inline, child, inline_text, local_name, parse_xml
from corpus.readers.official_facts import vergaderjaar
from corpus.reading import Fact, FactName, Paragraph, Reading
from corpus.types import BlockKind, Format, Furniture

_CHAMBERS = {"Tweede Kamer": "II", "Eerste Kamer": "I"}
_PLENARY = "Plenair"
# Such a report may still change: who cites it has to know.
_UNCORRECTED = "ongecorrigeerd"
_CONTAINERS = frozenset(
    "activiteithoofd activiteitdeel activiteititem woordvoerder interrumpant draadboekfragment".split()
)


def read_vlos(data: bytes) -> Reading:
    """Read a report; raises `UnreadableFile`."""
    return read_report(parse_xml(data))


def read_report(root: etree._Element) -> Reading:
    """Read the root element `vlosCoreDocument`."""
    meeting = child(root, "vergadering")
    if meeting is None:
        meeting = root
    reader = _Report()
    reader.walk(meeting)
    return Reading(
        Format.XML,
        classify(reader.paragraphs),
        facts=tuple(_facts(root, meeting)),
        furniture=tuple(reader.furniture),
    )


def _facts(root: etree._Element, meeting: etree._Element) -> list[Fact]:
    plenary = meeting.get("soort", _PLENARY) == _PLENARY
    title = inline_text(child(meeting, "titel"))
    candidates = [
        (FactName.DOCUMENT_TYPE, "Handelingen" if plenary else f"Verslag van een {meeting.get('soort', '').lower()}"),
        (FactName.TITLE, title),
        (FactName.DATE, inline_text(child(meeting, "datum"))[:10]),
        (FactName.VERGADERJAAR, vergaderjaar(inline_text(child(meeting, "vergaderjaar")))),
        (FactName.NUMBER, inline_text(child(meeting, "vergaderingnummer"))),
        (FactName.CHAMBER, _CHAMBERS.get(meeting.get("kamer", ""), "")),
        (FactName.MARK, _UNCORRECTED if root.get("status", "").lower() == _UNCORRECTED else ""),
    ]
    return [Fact(name, value) for name, value in candidates if value]


class _Report:
    """Walks through the activities of a meeting; texts stand in `tekst`, the speeches in the order of the file."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.furniture: list[Furniture] = []

    def walk(self, element: etree._Element) -> None:
        for part in element:
            name = local_name(part)
            if name == "activiteit":
                self._activity(part)
            elif name == "tekst":
                self._text(part)
            elif name in _CONTAINERS:
                self.walk(part)

    def _activity(self, element: etree._Element) -> None:
        title = inline_text(child(element, "titel"))
        if title:
            self.paragraphs.append(Paragraph(title, BlockKind.HEADING, level=1))
        self.walk(element)

    def _text(self, element: etree._Element) -> None:
        for part in element:
            name = local_name(part)
            if name == "alineagroep":
                self._text(part)
            elif name in {"alinea", "lijst"}:
                self._alinea(part)

    def _alinea(self, element: etree._Element) -> None:
        for part in element:
            name = local_name(part)
            if name == "lijst":
                self._alinea(part)
            elif name == "alineaitem":
                builder = TextBuilder()
                add_inline(part, builder, {})
                self._add(builder.paragraph())

    def _add(self, paragraph: Paragraph) -> None:
        text = paragraph.text
        if not text:
            return
        if speaker_length(text) == len(text):
            self.paragraphs.append(Paragraph(text, BlockKind.SPEAKER))
        elif self._repeats_heading(text):
            self.furniture.append(Furniture(None, text, "title of the item, repeated"))
        elif not join_cut(self.paragraphs, paragraph):
            self.paragraphs.append(paragraph)

    def _repeats_heading(self, text: str) -> bool:
        return (
            bool(self.paragraphs) and self.paragraphs[-1].kind is BlockKind.HEADING and self.paragraphs[-1].text == text
        )
