"""The footnotes of a web page: a link that is no more than a mark, and the place on the page that it leads to."""

import re

from lxml import etree

from corpus.readers.markup import TextBuilder, local_name
from corpus.reading import SourceNote

_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡]{1,3}|[a-z]|[ivx]{1,5})[\])]?", re.IGNORECASE)
_BLOCKS = frozenset("p li div dd td section aside blockquote".split())
_LONGEST = 4000


class WebNotes:
    """Finds the notes of a page first, so that they can be left out where they stand."""

    def __init__(self, root: etree._Element) -> None:
        self.taken: list[SourceNote] = []
        self._places = _places(root)
        self._order = {element: position for position, element in enumerate(root.iter())}
        self._blocks: dict[etree._Element, str] = {}
        self._links: dict[etree._Element, str] = {}
        for link in root.iter("a", "{*}a"):
            self._read(link)

    def key(self, link: etree._Element) -> str:
        """The key of the note that a link is the mark of; "" for another link."""
        return self._links.get(link, "")

    def is_note(self, element: etree._Element) -> bool:
        """Whether the element is a note, to be left out of the text."""
        return element in self._blocks

    def _read(self, link: etree._Element) -> None:
        mark = "".join(str(text) for text in link.itertext()).strip()
        target = link.get("href", "")
        place = self._places.get(target[1:]) if target.startswith("#") else None
        if place is None or not _MARK.fullmatch(mark) or self._order[place] < self._order[link]:
            return
        block: etree._Element | None = place
        while block is not None and local_name(block) not in _BLOCKS:
            block = block.getparent()
        # A link within a note leads back; a block that holds the link itself is no note.
        if block is None or link in block.iter() or any(parent in self._blocks for parent in link.iterancestors()):
            return
        if block not in self._blocks:
            text = _text(block, mark)
            if not text or len(text) > _LONGEST:
                return
            key = f"w{len(self.taken) + 1}"
            self.taken.append(SourceNote(key, mark, text))
            self._blocks[block] = key
        self._links[link] = self._blocks[block]


def _places(root: etree._Element) -> dict[str, etree._Element]:
    places: dict[str, etree._Element] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name") if local_name(element) == "a" else None):
            if name and local_name(element):
                places.setdefault(name, element)
    return places


def _text(block: etree._Element, mark: str) -> str:
    """The text of a note without its mark and the link that leads back."""
    builder = TextBuilder()
    _add(block, builder)
    text = builder.build()[0]
    plain = mark.strip("[]()")
    return re.sub(rf"\A[\[(]?{re.escape(plain)}[\])]?[.:]?\s+(?=\S)", "", text)


def _add(element: etree._Element, builder: TextBuilder) -> None:
    builder.add(element.text)
    for part in element:
        back = local_name(part) == "a" and part.get("href", "").startswith("#")
        if not back:
            _add(part, builder)
        if local_name(part) in _BLOCKS or local_name(part) in {"br", "sup"}:
            builder.add(" ")
        builder.add(part.tail)
