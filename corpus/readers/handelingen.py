"""Handelingen in the XML of KOOP: who speaks, what is said, which moties are moved, and the lists with a meeting."""

import re

from lxml import etree

from corpus.layout.classify import classify
from corpus.readers.koop import Blocks
from corpus.readers.markup import child, inline_text, local_name, parse_xml
from corpus.readers.official_facts import Facts, identity, vergaderjaar
from corpus.reading import FactName, Reading
from corpus.types import BlockKind, Format

_IDENTIFIER = re.compile(r"h-(tk|ek|vv)-(\d{4})(\d{4})-(\d+)-(\w+)")
_CHAMBERS = {"tk": "II", "ek": "I", "vv": "I/II"}
_CONTAINERS = frozenset({"spreekbeurt", "agendapunt", "handeling_bijlage", "opening", "sluiting", "tekst"})


def read_handelingen(data: bytes) -> Reading:
    """Read an `officiele-publicatie` with `handelingen` in it; raises `UnreadableFile`."""
    root = parse_xml(data)
    minutes = child(root, "handelingen")
    return read_minutes(root, root if minutes is None else minutes)


def read_minutes(root: etree._Element, minutes: etree._Element) -> Reading:
    """Read the `handelingen` element of a publication."""
    facts = identity(root, child(minutes, "handelingenkop"))
    _from_identifier(facts)
    reader = _Minutes(Blocks(root), facts)
    reader.walk(minutes)
    facts.add(FactName.DOCUMENT_TYPE, "Handelingen")
    return Reading(
        Format.XML,
        classify(reader.blocks.paragraphs),
        notes=tuple(reader.blocks.notes),
        facts=facts.all(),
        furniture=tuple(reader.blocks.furniture),
    )


def _from_identifier(facts: Facts) -> None:
    """The meeting's number, the item, the year and the chamber are in the identifier, often nowhere else."""
    for fact in facts.all():
        found = _IDENTIFIER.fullmatch(fact.value) if fact.name is FactName.IDENTIFIER else None
        if found:
            facts.add(FactName.CHAMBER, _CHAMBERS[found[1]])
            facts.add(FactName.VERGADERJAAR, f"{found[2]}-{found[3]}")
            facts.add(FactName.NUMBER, found[4])
            facts.add(FactName.ITEM, found[5])


class _Minutes:
    """Walks through a meeting or one item of it."""

    def __init__(self, blocks: Blocks, facts: Facts) -> None:
        self.blocks = blocks
        self._facts = facts

    def walk(self, element: etree._Element) -> None:
        for part in element:
            name = local_name(part)
            if name == "vergadering":
                self._meeting(part)
            elif name in {"item-titel", "titel"} and local_name(element) in {"agendapunt", "handeling_bijlage"}:
                self._title(part)
            elif name == "nr":
                self._facts.add(FactName.ITEM, inline_text(part))
                self.blocks.aside(inline_text(part), "number of the item")
            elif name == "spreker":
                self._speaker(part)
            elif name == "motie":
                self._motie(part)
            elif name in _CONTAINERS:
                self.walk(part)
            else:
                self.blocks.walk_into(part)

    def _meeting(self, element: etree._Element) -> None:
        for part in element:
            name, text = local_name(part), inline_text(part)
            if name == "vergaderdatum":
                self._facts.add(FactName.DATE, part.get("isodatum") or text)
            elif name == "vergaderjaar":
                self._facts.add(FactName.VERGADERJAAR, vergaderjaar(text))
            elif name == "vergadering-nummer" and (found := re.match(r"\d+", text)):
                self._facts.add(FactName.NUMBER, found[0])
            self.blocks.walk_into(part)

    def _title(self, element: etree._Element) -> None:
        title = inline_text(element)
        self._facts.add(FactName.TITLE, title)
        self.blocks.heading(title)

    def _speaker(self, element: etree._Element) -> None:
        paragraph = self.blocks.text(element).paragraph(BlockKind.SPEAKER)
        if paragraph.text:
            self.blocks.paragraphs.append(paragraph)

    def _motie(self, element: etree._Element) -> None:
        """A motie in a speech: its heading stands under the speaker, so that what follows is still theirs."""
        for part in element:
            if local_name(part) == "kop":
                self.blocks.heading(inline_text(child(part, "titel")) or inline_text(part), 2)
            elif local_name(part) == "motie-info":
                self.walk(part)
            else:
                self.blocks.walk_into(part)
