"""The blocks of an official publication: headings, paragraphs, lists, tables, footnotes, signatures, in reading order.

The names are those of the schema `op-xsd-2014-05-15` of KOOP. An element that is not known keeps its text: what holds
only inline elements is a paragraph, the rest is a container.
"""

from collections.abc import Iterable

from lxml import etree

from corpus.hygiene import clean
from corpus.readers.continuation import join_cut
from corpus.readers.markup import TextBuilder, add_inline, child, children, inline_text, local_name
from corpus.reading import Paragraph, SourceNote
from corpus.types import BlockKind, Furniture

_INLINE = frozenset(
    "nadruk noot nootref extref intref dossierref sup inf sub br naam achternaam voornaam voorvoegsels politiek "
    "functie organisatie datum plaats term dossiernr begrotingshoofdstuk ondernummer raadnr rijkswetnr "
    "kamervraagonderwerp stuknummer dossiernummer redactie".split()
)
_DROPPED = frozenset("metadata plaatje illustratie colspec kamerstukkop kamervraagkop".split())
# From the most to the least prominent.
_PROMINENCE = ("vet", "halfvet", "vetcur", "cur", "rom", "ondlijn")


class Blocks:
    """Collects what stands in the elements that it is told to walk through."""

    def __init__(self, root: etree._Element) -> None:
        self.paragraphs: list[Paragraph] = []
        self.notes: list[SourceNote] = []
        self.furniture: list[Furniture] = []
        self._note_ids: dict[str, str] = {}
        self._styles = _heading_styles(root)
        self._readers = {
            "kop": self._heading,
            "tussenkop": self._subheading,
            "lijst": self._list,
            "table": self._table,
            "definitie-item": self._definition,
            "lid": self._clause,
            "ondertekening": self._signature,
            "noot": self._loose_note,
            "officiele-inhoudsopgave": self._contents,
        }

    def walk(self, element: etree._Element, depth: int = 0, skipped: str = "") -> None:
        """Take in what stands in an element but its `skipped` children; `depth` counts the divisions around it."""
        self._stray(element.text)
        joinable = False
        for part in element:
            name = local_name(part)
            if not name or name in _DROPPED or name == skipped:
                joinable = False
            elif name in self._readers:
                self._readers[name](part, depth)
                joinable = False
            elif _is_paragraph(part):
                self._paragraph(part, joinable=joinable)
                joinable = name == "al"
            else:
                self.walk(part, depth + (name in {"divisie", "bijlage", "artikel", "circulaire.divisie"}))
                joinable = False
            self._stray(part.tail)

    def walk_into(self, element: etree._Element) -> None:
        """Take in an element itself: as a paragraph when it holds running text."""
        if _is_paragraph(element):
            self._paragraph(element)
        else:
            self.walk(element)

    def taken(self) -> list[Paragraph]:
        """The paragraphs up to now; they are handed over, so that the next ones stand alone."""
        paragraphs, self.paragraphs = self.paragraphs, []
        return paragraphs

    def aside(self, text: str, reason: str) -> None:
        """Keep a line that does not belong to the text."""
        if text.strip():
            self.furniture.append(Furniture(None, text.strip(), reason))

    def text(self, element: etree._Element) -> TextBuilder:
        """The running text of an element; its footnotes are kept apart."""
        builder = TextBuilder()
        self._add(element, builder)
        return builder

    def heading(self, text: str, level: int = 1, number: str = "") -> None:
        """A heading that stands in the text, whatever element it came from."""
        if text:
            self.paragraphs.append(Paragraph(text, BlockKind.HEADING, level=level, number=number))

    def _add(self, element: etree._Element, builder: TextBuilder) -> None:
        add_inline(element, builder, {"noot": self._note, "nootref": self._note_reference})

    # ----------------------------------------------------------------------------------------- paragraphs, headings

    def _paragraph(self, element: etree._Element, *, joinable: bool = False) -> None:
        paragraph = self.text(element).paragraph()
        if paragraph.text and not (joinable and join_cut(self.paragraphs, paragraph)):
            self.paragraphs.append(paragraph)

    def _stray(self, text: str | None) -> None:
        """Text between the elements of a container, which the schema does not foresee."""
        if text and not text.isspace():
            paragraph = Paragraph(clean(text))
            if any(character.isalnum() for character in paragraph.text):
                self.paragraphs.append(paragraph)

    def _heading(self, element: etree._Element, depth: int) -> None:
        builder = TextBuilder()
        for part in element:
            self._add(part, builder)
            builder.add(" ")
        number = inline_text(child(element, "nr")).rstrip(".")
        paragraph = builder.paragraph(BlockKind.HEADING, level=max(depth, 1), number=number)
        if paragraph.text:
            self.paragraphs.append(paragraph)

    def _subheading(self, element: etree._Element, depth: int) -> None:
        level = depth + 1 + self._styles.index(element.get("kopopmaak", ""))
        paragraph = self.text(element).paragraph(BlockKind.HEADING, level=level)
        if paragraph.text:
            self.paragraphs.append(paragraph)

    # -------------------------------------------------------------------------------------------------------- lists

    def _list(self, element: etree._Element, depth: int, level: int = 1) -> None:
        for item in element:
            if local_name(item) == "li":
                self._item(item, inline_text(child(item, "li.nr")), depth, level)
            elif local_name(item):
                self._paragraph(item)

    def _item(self, element: etree._Element, mark: str, depth: int, level: int) -> None:
        """An item as ITEM with its mark in the text; further paragraphs in it are items without one."""
        number = "".join(mark.split()).strip(".)(°") if any(sign.isalnum() for sign in mark) else ""
        for part in element:
            name = local_name(part)
            if name in {"li.nr", "lidnr"} or not name:
                continue
            if name == "lijst":
                self._list(part, depth, level + 1)
            elif name == "al-groep":
                self._item(part, mark, depth, level)
                mark = ""
            elif _is_paragraph(part):
                builder = TextBuilder()
                builder.add(f"{mark} " if mark else "")
                self._add(part, builder)
                paragraph = builder.paragraph(BlockKind.ITEM, level=level, number=number if mark else "")
                if paragraph.text:
                    self.paragraphs.append(paragraph)
                mark = ""
            else:
                self.walk(part, depth)

    def _clause(self, element: etree._Element, depth: int) -> None:
        self._item(element, inline_text(child(element, "lidnr")), depth, 1)

    def _definition(self, element: etree._Element, _depth: int) -> None:
        builder = TextBuilder()
        self._flatten(element, builder)
        paragraph = builder.paragraph(BlockKind.ITEM, level=1)
        if paragraph.text:
            self.paragraphs.append(paragraph)

    # ------------------------------------------------------------------------------------------------------- tables

    def _table(self, element: etree._Element, _depth: int) -> None:
        for title in children(element, "title"):
            self._paragraph(title)
        for row in element.iter():
            if local_name(row) in {"row", "tr"}:
                self._row(row)

    def _row(self, row: etree._Element) -> None:
        builder = TextBuilder()
        for position, entry in enumerate(part for part in row if local_name(part)):
            builder.add(" | " if position else "")
            self._flatten(entry, builder)
        paragraph = builder.paragraph(BlockKind.TABLE)
        if any(sign.isalnum() for sign in paragraph.text):
            self.paragraphs.append(paragraph)

    def _flatten(self, element: etree._Element, builder: TextBuilder) -> None:
        """All text in an element on one line."""
        if _is_paragraph(element):
            self._add(element, builder)
            return
        builder.add(element.text)
        for part in element:
            if local_name(part):
                builder.add(" ")
                self._flatten(part, builder)
                builder.add(" ")
            builder.add(part.tail)

    # -------------------------------------------------------------------------------------------- notes, signatures

    def _note(self, element: etree._Element) -> str:
        """Keep a footnote; its key is its number in the order of the document."""
        mark = inline_text(child(element, "noot.nr")) or str(len(self.notes) + 1)
        parts = [inline_text(part) for part in element if local_name(part) not in {"noot.nr", ""}]
        text = " ".join(part for part in parts if part)
        if not text:
            return ""
        key = str(len(self.notes) + 1)
        self.notes.append(SourceNote(key, mark, text))
        identifier = element.get("id")
        if identifier:
            self._note_ids[identifier] = key
        return key

    def _note_reference(self, element: etree._Element) -> str:
        return self._note_ids.get(element.get("refid", ""), "")

    def _loose_note(self, element: etree._Element, _depth: int) -> None:
        self._note(element)

    def _signature(self, element: etree._Element, _depth: int) -> None:
        parts: Iterable[etree._Element] = element if len(element) else [element]
        for part in parts:
            paragraph = self.text(part).paragraph(BlockKind.SIGNATURE)
            if paragraph.text:
                self.paragraphs.append(paragraph)

    def _contents(self, element: etree._Element, _depth: int) -> None:
        self.aside(inline_text(element), "table of contents")


def _is_paragraph(element: etree._Element) -> bool:
    """Whether the element holds running text, and no blocks."""
    if local_name(element) == "al":
        return True
    return all(local_name(part) in _INLINE or not local_name(part) for part in element)


def _heading_styles(root: etree._Element) -> list[str]:
    """The styles of the subheadings that the document has, the most prominent first."""
    found = {heading.get("kopopmaak", "") for heading in root.iter() if local_name(heading) == "tussenkop"}
    known = [style for style in _PROMINENCE if style in found]
    return known + sorted(found - set(known))
