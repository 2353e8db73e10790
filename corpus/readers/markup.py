"""XML parsed without entities, network or DTD, and its running text: white space folded, footnote marks taken out."""

import re
from collections.abc import Callable, Iterator

from lxml import etree

from corpus.errors import Refusal, UnreadableFile
from corpus.hygiene import clean, clean_with_offsets
from corpus.reading import NoteMark, Paragraph
from corpus.types import BlockKind

# No letter comes near: the official schema nests about 15 deep, a saved web page 60.
_DEEPEST = 150

# Files that were printed again with an indent have line ends around inline elements, also where no space belongs.
_CLOSES = frozenset(",.;:!?)]»")
_OPENS = frozenset("([«")
_PARTS_OF_A_NAME = frozenset({"naam", "voornaam", "voorvoegsels", "achternaam"})
_BREAK_AT_END = re.compile(r"[ \t]*\r?\n\s*\Z")
_BREAK_AT_START = re.compile(r"\A\s*\n\s*")


def parse_xml(data: bytes) -> etree._Element:
    """The root element; comments and processing instructions left out.

    Raises `UnreadableFile` for XML that is not well-formed, nests absurdly deep, or defines entities of its own.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as wrong:
        message = f"XML that is cut off or damaged ({wrong}); fetch it again"
        raise UnreadableFile(Refusal.DAMAGED, message) from wrong
    # lxml leaves an entity that the file defines itself standing as it is written.
    if any(True for _ in root.iter(etree.Entity)):
        raise UnreadableFile(Refusal.DAMAGED, "XML with entities of its own, which no official publication has")
    check_depth(root)
    return root


def check_depth(root: etree._Element) -> None:
    """Raise `UnreadableFile` when elements stand deeper in each other than in any letter."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise UnreadableFile(Refusal.DAMAGED, f"elements nested more than {_DEEPEST} deep, as in no letter")


def local_name(element: etree._Element) -> str:
    """The element's name without its namespace, in lower case; "" for what is no element."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].lower() if isinstance(tag, str) else ""


class TextBuilder:
    """Running text put together from the pieces of a tree, with the places of its footnote marks."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._last_sign = ""  # that is not blank
        self._marks: list[tuple[int, str]] = []

    def add(self, text: str | None) -> None:
        """Add a piece as it stands; white space is folded at the end."""
        if text:
            self._pieces.append(text)
            self._length += len(text)
            self._last_sign = text.rstrip()[-1:] or self._last_sign

    def add_at_boundary(self, text: str | None) -> None:
        """Add a piece that begins or ends an element: a line end before closing punctuation is layout and goes out."""
        if text and (text.lstrip()[:1] in _CLOSES or self._last_sign in _OPENS):
            self.tighten()
            text = _BREAK_AT_START.sub("", text)
        self.add(text)

    def mark(self, key: str) -> None:
        """A footnote mark stands here."""
        self._marks.append((self._length, key))

    def tighten(self) -> None:
        """Take out a line end that stands last, so that what follows is written on."""
        while self._pieces:
            last = self._pieces.pop()
            self._length -= len(last)
            last = _BREAK_AT_END.sub("", last)
            if last:
                self.add(last)
                return

    def build(self) -> tuple[str, tuple[NoteMark, ...]]:
        """The text and its marks."""
        raw = "".join(self._pieces)
        if not self._marks:
            return clean(raw), ()
        text, offsets = clean_with_offsets(raw, [offset for offset, _ in self._marks])
        return text, tuple(NoteMark(offset, key) for offset, (_, key) in zip(offsets, self._marks, strict=True))

    def paragraph(self, kind: BlockKind = BlockKind.PARAGRAPH, *, level: int = 0, number: str = "") -> Paragraph:
        """The text as a paragraph; its text may be blank."""
        text, marks = self.build()
        return Paragraph(text, kind, level=level, number=number, marks=marks)


NoteTaker = Callable[[etree._Element], str]  # noqa: SLF001 - lxml names its elements so
"""Takes a note out of the text; returns the key under which it is kept, "" for none."""


def add_inline(element: etree._Element, builder: TextBuilder, notes: dict[str, NoteTaker]) -> None:
    """Add the text in an element; elements named in `notes` are handed to their taker instead."""
    builder.add_at_boundary(element.text)
    for child in element:
        name = local_name(child)
        taker = notes.get(name)
        if taker:
            key = taker(child)
            if key:
                builder.mark(key)
        elif name in {"br", "cr"}:
            builder.add(" ")
        elif name in {"inf", "sub", "sup"}:
            builder.tighten()
            builder.add(inline_text(child))
        else:
            if name in _PARTS_OF_A_NAME and _follows_directly(child):
                builder.add(" ")
            add_inline(child, builder, notes)
        builder.add_at_boundary(child.tail)


def _follows_directly(element: etree._Element) -> bool:
    previous = element.getprevious()
    return previous is not None and not (previous.tail or "").strip()


def inline_text(element: etree._Element | None) -> str:
    """The text in an element, footnotes and their marks left out; "" for None."""
    if element is None:
        return ""
    builder = TextBuilder()
    skip: NoteTaker = lambda _note: ""  # noqa: E731 - a note that nobody keeps
    add_inline(element, builder, {"noot": skip, "nootref": skip})
    return builder.build()[0]


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The child elements of that name, whatever their namespace."""
    return (child for child in element if local_name(child) == name)


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first child element of that name, whatever its namespace."""
    return next(children(element, name), None)
