"""The paragraph and character styles of a Word document, with what they inherit."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from corpus.readers.markup import child, local_name

_HEADING = re.compile(r"(?:heading|kop|titel|title|subtitle|ondertitel|tussenkop)\s*(\d)?\b", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|inhopg|inhoudsopgave)\b.*|toc\s*\d+", re.IGNORECASE)
_BODY_LEVEL = 9

SWITCHED_ON = frozenset({"1", "true", "on"})
"""The values of a switch that is on."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says; `level` is the depth of a heading from 1, 0 for no heading; `list_id` "" for no list."""

    name: str = ""
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    hidden: bool = False
    level: int = 0
    list_id: str = ""
    list_level: int = 0

    @property
    def is_contents(self) -> bool:
        """Whether paragraphs of this style make up a table of contents."""
        return _CONTENTS.match(self.name) is not None


class Styles:
    """All styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default = Style()
        for element in () if root is None else root:
            if local_name(element) == "style":
                identifier = attribute(element, "styleId")
                self._elements[identifier] = element
                if attribute(element, "default") in SWITCHED_ON and attribute(element, "type") == "paragraph":
                    self.default = self.get(identifier)

    def get(self, identifier: str) -> Style:
        """The style with that id; the plain one for an id that is not defined."""
        return self._get(identifier, 0)

    def _get(self, identifier: str, depth: int) -> Style:
        known = self._resolved.get(identifier)
        if known:
            return known
        element = self._elements.get(identifier)
        # A damaged file may define styles in a circle.
        if element is None or depth > 20:
            return Style()
        based_on = child(element, "basedon")
        parent = Style() if based_on is None else self._get(attribute(based_on, "val"), depth + 1)
        name = child(element, "name")
        style = replace(parent, name="" if name is None else attribute(name, "val"))
        heading = _HEADING.match(style.name)
        if heading and "char" not in style.name.lower():
            style = replace(style, level=int(heading[1] or style.level or 1))
        # The outline level of the style itself comes before what its name tells.
        style = with_paragraph_properties(with_run_properties(style, child(element, "rpr")), child(element, "ppr"))
        self._resolved[identifier] = style
        return style


def with_run_properties(style: Style, properties: etree._Element | None) -> Style:
    """The style as the run properties `rPr` change it."""
    if properties is None:
        return style
    changes: dict[str, bool] = {}
    for element in properties:
        name = local_name(element)
        if name == "b":
            changes["bold"] = is_on(element)
        elif name == "i":
            changes["italic"] = is_on(element)
        elif name == "u":
            changes["underlined"] = attribute(element, "val") not in {"none", ""}
        elif name in {"vanish", "specvanish"}:
            changes["hidden"] = is_on(element)
    return replace(style, **changes) if changes else style  # type: ignore[arg-type]  # all of them booleans


def with_paragraph_properties(style: Style, properties: etree._Element | None) -> Style:
    """The style as the paragraph properties `pPr` change it."""
    if properties is None:
        return style
    outline = child(properties, "outlinelvl")
    if outline is not None:
        level = number(attribute(outline, "val"), _BODY_LEVEL)
        style = replace(style, level=0 if level >= _BODY_LEVEL else level + 1)
    numbering = child(properties, "numpr")
    if numbering is not None:
        list_id, list_level = child(numbering, "numid"), child(numbering, "ilvl")
        if list_id is not None:
            style = replace(style, list_id=attribute(list_id, "val"))
        if list_level is not None:
            style = replace(style, list_level=number(attribute(list_level, "val"), 0))
    return style


def is_on(element: etree._Element) -> bool:
    """Whether a switch such as `<w:b/>` or `<w:b w:val="0"/>` is on."""
    value = attribute(element, "val")
    return not value or value in SWITCHED_ON


def attribute(element: etree._Element, name: str) -> str:
    """An attribute's value whatever its namespace; "" where it is missing."""
    plain = element.get(name)
    if plain is not None:
        return plain
    return next((str(value) for key, value in element.items() if str(key).endswith("}" + name)), "")


def number(text: str, otherwise: int) -> int:
    """A whole number, or the other one when the text is none."""
    try:
        return int(text)
    except ValueError:
        return otherwise
