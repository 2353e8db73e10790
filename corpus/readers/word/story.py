"""The running text of a Word document: fields give their result, tracked changes their outcome, hidden text nothing.

Word calls a flow of text a story: the body, a header, a note, a text box. A field may begin in one paragraph and end in
another one, so the state of the fields belongs to the story.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from corpus.hygiene import clean_with_offsets
from corpus.readers.markup import TextBuilder, child, local_name
from corpus.readers.word.numbering import Label, Numbering
from corpus.readers.word.styles import (
    SWITCHED_ON,
    Style,
    Styles,
    attribute,
    with_paragraph_properties,
    with_run_properties,
)
from corpus.reading import NoteMark

RAISED_OPEN, RAISED_CLOSE = "⁽", "⁾"
"""What is written around a number that stands raised: it may be the mark of a note that was made by hand."""

# Stands for a tab until the line is read: it tells a label from its value.
_TAB = "⇥"
_LEFT_OUT = frozenset("del movefrom instrtext deltext ppr rpr sectpr tblpr tblgrid trpr tcpr sdtpr sdtendpr".split())
_LOOKS = ("bold", "italic", "underlined")
_SEPARATE_LINES = frozenset({"br", "cr"})

NoteTaker = Callable[[str, str, str], str]
"""Takes the kind ("footnote", "endnote"), the id and the printed mark ("" for the next number); gives the key."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in a paragraph up to a line break: its text, its note marks, and its parts between tabs."""

    text: str
    marks: tuple[NoteMark, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(slots=True)
class WordParagraph:
    """One paragraph: its lines, its style with what it is all over, its label, and the text boxes that hang on it.

    A framed one stands in a place of its own on the page, as the margin column of a letter does.
    """

    lines: list[Line]
    style: Style
    label: Label | None = None
    boxes: list[etree._Element] = field(default_factory=list)
    framed: bool = False

    @property
    def text(self) -> str:
        """All lines on one line."""
        return " ".join(line.text for line in self.lines if line.text)


@dataclass(slots=True)
class _Field:
    in_result: bool = False


class Story:
    """Reads the paragraphs of one story in order."""

    def __init__(self, styles: Styles, numbering: Numbering, take_note: NoteTaker) -> None:
        self._styles = styles
        self._numbering = numbering
        self._take_note = take_note
        self._fields: list[_Field] = []
        self._unfinished: _Runs | None = None

    def paragraph(self, element: etree._Element) -> WordParagraph:
        """Read one paragraph; when its end was deleted, it comes together with the next one."""
        properties = child(element, "ppr")
        style = self._style(properties)
        runs = self._unfinished or _Runs(self._fields, self._styles, self._take_note)
        self._unfinished = None
        runs.read(element, style)
        if _end_is_deleted(properties):
            self._unfinished = runs
            return WordParagraph([], style)
        lines = runs.lines()
        has_text = any(line.text for line in lines)
        label = self._numbering.next(style) if has_text and style.list_id not in {"", "0"} else None
        framed = properties is not None and child(properties, "framepr") is not None
        return WordParagraph(lines, runs.all_over(style), label, runs.boxes, framed)

    def _style(self, properties: etree._Element | None) -> Style:
        reference = None if properties is None else child(properties, "pstyle")
        style = self._styles.default if reference is None else self._styles.get(attribute(reference, "val"))
        return with_paragraph_properties(style, properties)


class _Runs:
    """Collects the visible text of a paragraph."""

    def __init__(self, fields: list[_Field], styles: Styles, take_note: NoteTaker) -> None:
        self.boxes: list[etree._Element] = []
        self._fields = fields
        self._styles = styles
        self._take_note = take_note
        self._done: list[Line] = []
        self._builder = TextBuilder()
        self._letters = {"": 0, "bold": 0, "italic": 0, "underlined": 0}
        self._custom_mark = ""

    def read(self, element: etree._Element, style: Style) -> None:
        """Take in the content of a paragraph, or of an element inside it."""
        for part in element:
            name = local_name(part)
            if name == "r":
                self._run(part, style)
            elif name == "alternatecontent":
                for choice in _chosen(part):
                    self.read(choice, style)
            elif name in {"drawing", "pict", "object"}:
                self.boxes.extend(_boxes(part))
            elif name == "sdt" and _is_placeholder(part):
                continue
            elif name and name not in _LEFT_OUT:
                self.read(part, style)

    def lines(self) -> list[Line]:
        """What stands in the paragraph, broken where the writer broke it."""
        self._break()
        return [line for line in self._done if line.text or line.marks]

    def all_over(self, style: Style) -> Style:
        """The style, bold, italic or underlined where every letter is."""
        total = self._letters[""]
        bold, italic, underlined = (0 < total == self._letters[name] for name in _LOOKS)
        return replace(style, bold=bold, italic=italic, underlined=underlined)

    def _run(self, element: etree._Element, style: Style) -> None:
        properties = child(element, "rpr")
        reference = None if properties is None else child(properties, "rstyle")
        if reference is not None:
            named = self._styles.get(attribute(reference, "val"))
            style = replace(
                style,
                bold=style.bold or named.bold,
                italic=style.italic or named.italic,
                underlined=style.underlined or named.underlined,
                hidden=style.hidden or named.hidden,
            )
        style = with_run_properties(style, properties)
        position = None if properties is None else child(properties, "vertalign")
        raised = position is not None and attribute(position, "val") == "superscript"
        for part in element:
            self._part(part, style, raised=raised)

    def _part(self, part: etree._Element, style: Style, *, raised: bool) -> None:
        name = local_name(part)
        if name == "fldchar":
            self._field(attribute(part, "fldCharType"))
        elif name in {"drawing", "pict", "object"}:
            self.boxes.extend(_boxes(part))
        elif name == "alternatecontent":
            for choice in _chosen(part):
                for inner in choice:
                    self._part(inner, style, raised=raised)
        elif style.hidden or not all(each.in_result for each in self._fields):
            return
        elif name in {"footnotereference", "endnotereference"}:
            self._note(part, name.removesuffix("reference"))
        elif name in _SEPARATE_LINES:
            self._break()
        else:
            self._text(_characters(part, name), style, raised=raised)

    def _text(self, text: str, style: Style, *, raised: bool) -> None:
        if self._custom_mark and text.strip():
            # The printed mark of the note before it was given by hand.
            kind, _, identifier = self._custom_mark.partition(" ")
            self._custom_mark = ""
            self._builder.mark(self._take_note(kind, identifier, text.strip()))
            return
        for name in _LOOKS:
            self._letters[name] += len(text.strip()) if getattr(style, name) else 0
        self._letters[""] += len(text.strip())
        if raised and text.strip().strip("()[]").isdigit():
            text = f"{RAISED_OPEN}{text.strip()}{RAISED_CLOSE}"
        self._builder.add(text)

    def _note(self, element: etree._Element, kind: str) -> None:
        identifier = attribute(element, "id")
        if attribute(element, "customMarkFollows") in SWITCHED_ON:
            self._custom_mark = f"{kind} {identifier}"
            return
        key = self._take_note(kind, identifier, "")
        if key:
            self._builder.mark(key)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _break(self) -> None:
        self._done.append(_line(*self._builder.build()))
        self._builder = TextBuilder()


def _line(text: str, marks: tuple[NoteMark, ...]) -> Line:
    if _TAB not in text:
        return Line(text, marks, (text,))
    columns = tuple(part.strip() for part in text.split(_TAB))
    plain, offsets = clean_with_offsets(text.replace(_TAB, " "), [mark.offset for mark in marks])
    moved = tuple(NoteMark(offset, mark.key) for offset, mark in zip(offsets, marks, strict=True))
    return Line(plain, moved, tuple(part for part in columns if part))


def _characters(part: etree._Element, name: str) -> str:
    if name == "t":
        return part.text or ""
    if name in {"tab", "ptab"}:
        return f" {_TAB} "
    if name == "nobreakhyphen":
        return "-"
    if name == "sym":
        return "•"
    return ""


def _chosen(element: etree._Element) -> Iterator[etree._Element]:
    """The one of several versions of the same content that is to be shown."""
    versions = [part for part in element if local_name(part) in {"choice", "fallback"}]
    yield from versions[:1]


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes in a drawing; not those of a drawing that is hidden."""
    properties = next((part for part in element.iter() if local_name(part) == "docpr"), None)
    if properties is not None and attribute(properties, "hidden") in {"1", "true"}:
        return
    waiting = [element]
    while waiting:
        part = waiting.pop(0)
        name = local_name(part)
        if name == "txbxcontent":
            yield part
        elif name == "alternatecontent":
            waiting.extend(_chosen(part))
        elif name:
            waiting.extend(part)


def _is_placeholder(element: etree._Element) -> bool:
    properties = child(element, "sdtpr")
    return properties is not None and child(properties, "showingplchdr") is not None


def _end_is_deleted(properties: etree._Element | None) -> bool:
    run = None if properties is None else child(properties, "rpr")
    return run is not None and child(run, "del") is not None
