"""Saved web pages of letters, such as those of officielebekendmakingen.nl and rijksoverheid.nl."""

import re

from lxml import etree

from corpus.errors import Refusal, UnreadableFile
from corpus.layout.classify import classify
from corpus.layout.heads import question_or_answer_head
from corpus.readers.continuation import continues, joined
from corpus.readers.hand_notes import take_hand_notes
from corpus.readers.letterhead import Letterhead, below_letterhead
from corpus.readers.markup import TextBuilder, local_name
from corpus.readers.moties import proposers, signed, with_dictum
from corpus.readers.website.content import content_facts, is_shown, main_content, page_facts, remove_surroundings
from corpus.readers.website.notes import WebNotes
from corpus.readers.word.numbering import written
from corpus.reading import Fact, FactName, Paragraph, Reading
from corpus.types import BlockKind, Format, Furniture

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_BLOCKS = frozenset(
    "p div section article main header footer address blockquote pre figure figcaption center fieldset details summary "
    "h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th hr body form aside nav".split()
)
_HEADING = re.compile(r"h([1-6])")
_LIST_KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_PRINTED_MARK = frozenset({"ol", "li-nr", "nr"})  # classes of the official site for a mark that stands in the text
_MOTIE = re.compile(r"\bmotie\b", re.IGNORECASE)
_DOSSIER_TITLE = "dossiertitel"
_DEEPEST = 120


def read_html(data: bytes) -> Reading:
    """Read a web page; raises `UnreadableFile`."""
    root = _parse(data)
    body = next(root.iter("body"), root)
    facts = list(dict.fromkeys(page_facts(root)))
    furniture = remove_surroundings(body)
    content = main_content(body)
    known = {fact.name for fact in facts}
    facts.extend(fact for fact in dict.fromkeys(content_facts(content)) if fact.name not in known)
    page = _Page(WebNotes(content))
    page.read(content)
    paragraphs, hand_made = take_hand_notes(page.paragraphs)
    letterhead = Letterhead()
    paragraphs = below_letterhead(paragraphs, letterhead)
    facts.extend(fact for fact in letterhead.facts if fact.name not in known)
    title = next((each.text for each in paragraphs if each.kind is BlockKind.HEADING), "") or _title(root)
    if title and not {FactName.TITLE, FactName.DOCUMENT_TYPE} & {fact.name for fact in facts}:
        facts.append(Fact(FactName.TITLE, title))
    if _MOTIE.search(title):
        paragraphs = signed(paragraphs)
        named = any(fact.name is FactName.PROPOSER for fact in facts)
        facts.extend(Fact(FactName.PROPOSER, name) for name in proposers(paragraphs) if not named)
    return Reading(
        Format.HTML,
        with_dictum(classify(paragraphs)),
        notes=(*page.notes.taken, *hand_made),
        facts=tuple(facts),
        furniture=(*furniture, *page.furniture, *letterhead.furniture),
    )


def _parse(data: bytes) -> etree._Element:
    try:
        parser = _parser(_encoding(data))
    except LookupError:
        parser = _parser("cp1252")
    try:
        root = etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, LookupError) as wrong:
        raise UnreadableFile(Refusal.DAMAGED, "a web page that is cut off or damaged; save it again") from wrong
    if root is None:
        raise UnreadableFile(Refusal.NO_TEXT, "a web page without any text")
    return root


def _parser(encoding: str) -> etree.HTMLParser:
    return etree.HTMLParser(encoding=encoding, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)


def _encoding(data: bytes) -> str:
    """The encoding of a page: what its bytes can be comes before what it says, since saving may change the bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        stated = _CHARSET.search(data, 0, 4096)
        name = stated[1].decode("ascii").lower() if stated else "cp1252"
        # Pages that say Latin-1 have the quotation marks of Windows in them.
        return "cp1252" if name in {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "utf-8", "utf8"} else name
    return "utf-8"


def _title(root: etree._Element) -> str:
    element = next(root.iter("title"), None)
    return "" if element is None else " ".join("".join(str(text) for text in element.itertext()).split())


class _Page:
    """Collects the paragraphs of a page: text runs on until a block begins or ends, or a line is broken."""

    def __init__(self, notes: WebNotes) -> None:
        self.paragraphs: list[Paragraph] = []
        self.furniture: list[Furniture] = []
        self.notes = notes
        self._open = TextBuilder()
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._number = ""
        self._broken = False
        self._lists = 0
        self._depth = 0

    def read(self, element: etree._Element) -> None:
        """Take in what stands in an element."""
        self._inside(element)
        self._end()

    def _inside(self, element: etree._Element) -> None:
        self._depth += 1
        self._open.add(element.text)
        for part in element:
            if self._depth > _DEEPEST:
                self._open.add(" ".join(str(text) for text in part.itertext()))
            elif local_name(part) and is_shown(part) and not self.notes.is_note(part):
                self._part(part, local_name(part))
            self._open.add(part.tail)
        self._depth -= 1

    def _part(self, part: etree._Element, name: str) -> None:
        heading = _HEADING.fullmatch(name)
        if name == "br":
            self._end()
            self._broken = True
        elif name == "a" and self.notes.key(part):
            self._open.mark(self.notes.key(part))
        elif heading and _DOSSIER_TITLE in part.get("class", "").split():
            text = " ".join("".join(str(text) for text in part.itertext()).split())
            self.furniture.append(Furniture(None, text, "head of the stuk"))
        elif heading:
            self._block(part, BlockKind.HEADING, int(heading[1]))
        elif name in {"ul", "ol"}:
            self._list(part, name)
        elif name == "table":
            self._table(part)
        elif name in _BLOCKS:
            self._block(part, self._kind, self._level)
        else:
            self._inside(part)

    def _block(self, element: etree._Element, kind: BlockKind, level: int) -> None:
        self._end()
        outside = self._kind, self._level
        self._kind, self._level = kind, level
        self._inside(element)
        self._end()
        self._kind, self._level = outside

    def _end(self) -> None:
        """What has run on up to here is a paragraph; after a broken line it may go on in mid-sentence."""
        paragraph = self._open.paragraph(self._kind, level=self._level, number=self._number)
        self._open = TextBuilder()
        broken, self._broken = self._broken, False
        if not paragraph.text:
            return
        last = self.paragraphs[-1] if self.paragraphs else None
        if broken and last and last.kind is paragraph.kind and continues(last.text, paragraph.text):
            self.paragraphs[-1] = joined(last, paragraph)
        else:
            self.paragraphs.append(paragraph)
        # Only the first paragraph of an item bears its number.
        self._number = ""

    # ------------------------------------------------------------------------------------------------ lists, tables

    def _list(self, element: etree._Element, name: str) -> None:
        self._end()
        self._lists += 1
        kind = _LIST_KINDS.get(element.get("type", ""), "decimal")
        count = _whole(element.get("start", ""), 1)
        for item in element:
            if local_name(item) != "li":
                if local_name(item):
                    self._part(item, local_name(item))
                continue
            count = _whole(item.get("value", ""), count)
            self._item(item, f"{written(count, kind)}." if name == "ol" else "•")
            count += 1
        self._lists -= 1

    def _item(self, item: etree._Element, mark: str) -> None:
        self._end()
        printed = any(_PRINTED_MARK & set(part.get("class", "").split()) for part in item.iter())
        if not printed and not _begins_with_mark(item):
            self._open.add(f"{mark} ")
            self._number = mark.rstrip(".") if mark != "•" else ""
        outside = self._kind, self._level
        self._kind, self._level = BlockKind.ITEM, self._lists
        # The mark and the first block in the item are one paragraph.
        first = next((part for part in item if local_name(part)), None)
        if first is not None and local_name(first) in {"p", "div", "span"} and not (item.text or "").strip():
            self._inside(first)
            if local_name(first) != "span":
                self._end()
            self._open.add(first.tail)
            rest = list(item)[list(item).index(first) + 1 :]
            for part in rest:
                if local_name(part) and is_shown(part) and not self.notes.is_note(part):
                    self._part(part, local_name(part))
                self._open.add(part.tail)
        else:
            self._inside(item)
        self._end()
        self._kind, self._level = outside

    def _table(self, element: etree._Element) -> None:
        """Rows of facts, or blocks that a table only puts in their place."""
        self._end()
        rows = [row for row in element.iter() if local_name(row) == "tr"]
        cells = [[cell for cell in row if local_name(cell) in {"td", "th"}] for row in rows]
        layout = element.get("role") in {"presentation", "none"} or any(
            local_name(inner) == "table" for inner in element.iter() if inner is not element
        )
        if layout or all(sum(bool("".join(map(str, cell.itertext())).strip()) for cell in row) <= 1 for row in cells):
            self._block(element, self._kind, self._level)
            return
        for caption in (part for part in element if local_name(part) == "caption"):
            self._block(caption, BlockKind.PARAGRAPH, 0)
        for row in cells:
            for position, cell in enumerate(row):
                self._open.add(" | " if position else "")
                self._on_one_line(cell)
            paragraph = self._open.paragraph(BlockKind.TABLE)
            self._open = TextBuilder()
            if any(sign.isalnum() for sign in paragraph.text):
                self.paragraphs.append(paragraph)

    def _on_one_line(self, element: etree._Element) -> None:
        self._open.add(element.text)
        for part in element:
            name = local_name(part)
            if name == "a" and self.notes.key(part):
                self._open.mark(self.notes.key(part))
            elif name and is_shown(part) and not self.notes.is_note(part):
                self._on_one_line(part)
            self._open.add(" " if name in _BLOCKS or name == "br" else "")
            self._open.add(part.tail)


def _begins_with_mark(item: etree._Element) -> bool:
    text = "".join(str(text) for text in item.itertext()).strip()
    return question_or_answer_head(text[:60]) is not None


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.strip().isdigit() and len(text) < 6 else otherwise
