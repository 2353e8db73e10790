"""The numbers and bullets that Word puts before the paragraphs of its lists; they do not stand in the text."""

import re
from dataclasses import dataclass, field

from lxml import etree

from corpus.readers.markup import child, children, local_name
from corpus.readers.word.styles import Style, attribute, number

_PLACE = re.compile(r"%(\d)")
_MOST = 30_000  # of what a number is written out for
# Bullets of symbol fonts are private characters; a dash among them stays a dash.
_DASHES = frozenset("\uf02d\uf0be-–—")
_PLAIN_BULLETS = frozenset("•◦▪■●○‣∙·*+>►✓")


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: as printed ("2.1", "a)", "•"), its bare number ("" for a bullet), its depth."""

    text: str
    number: str
    level: int


@dataclass(slots=True)
class _Level:
    start: int = 1
    kind: str = "decimal"
    pattern: str = ""


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts on through a document; to be asked for each paragraph in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstract = {
            attribute(element, "abstractNumId"): _List(dict(_levels(element)))
            for element in root
            if local_name(element) == "abstractnum"
        }
        for element in children(root, "num"):
            link = child(element, "abstractnumid")
            shared = abstract.get("" if link is None else attribute(link, "val"))
            if shared is not None:
                overrides = dict(_overrides(element, shared))
                own = _List({**shared.levels, **overrides}) if overrides else shared
                self._lists[attribute(element, "numId")] = own

    def next(self, style: Style) -> Label | None:
        """The label of the next paragraph of that style; None when it is in no list."""
        counted = self._lists.get(style.list_id)
        level = counted.levels.get(style.list_level) if counted else None
        if counted is None or level is None:
            return None
        counted.counts[style.list_level] = counted.counts.get(style.list_level, level.start - 1) + 1
        for deeper in [each for each in counted.counts if each > style.list_level]:
            del counted.counts[deeper]
        if level.kind == "none":
            return None
        depth = style.list_level + 1
        if level.kind == "bullet":
            return Label(_bullet(level.pattern), "", depth)
        text = _PLACE.sub(lambda place: _counted(counted, int(place[1]) - 1), level.pattern).strip()
        return Label(text, text.strip(".)(°: "), depth) if text else None


def _levels(element: etree._Element) -> list[tuple[int, _Level]]:
    result = []
    for level in children(element, "lvl"):
        parts = {local_name(part): attribute(part, "val") for part in level}
        result.append(
            (
                number(attribute(level, "ilvl"), 0),
                _Level(number(parts.get("start", ""), 1), parts.get("numfmt", "decimal"), parts.get("lvltext", "")),
            )
        )
    return result


def _overrides(element: etree._Element, shared: _List) -> list[tuple[int, _Level]]:
    result = []
    for override in children(element, "lvloverride"):
        place = number(attribute(override, "ilvl"), 0)
        start = child(override, "startoverride")
        own = dict(_levels(override)).get(place) or shared.levels.get(place)
        if own is not None:
            first = own.start if start is None else number(attribute(start, "val"), own.start)
            result.append((place, _Level(first, own.kind, own.pattern)))
    return result


def _bullet(pattern: str) -> str:
    sign = pattern.strip()[:1]
    if sign in _DASHES:
        return "–" if sign != "-" else "-"
    return sign if sign in _PLAIN_BULLETS or sign.isalpha() else "•"


def _counted(counted: _List, place: int) -> str:
    level = counted.levels.get(place)
    count = counted.counts.get(place, level.start if level else 1)
    return written(count, level.kind if level else "decimal")


def written(count: int, kind: str) -> str:
    """A number in the kind of figures that Word calls so ("lowerLetter", "upperRoman", …)."""
    if not 0 < count < _MOST:
        return str(count)
    if kind in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters.upper() if kind == "upperLetter" else letters
    if kind in {"lowerRoman", "upperRoman"}:
        return roman(count).upper() if kind == "upperRoman" else roman(count)
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def roman(count: int) -> str:
    """A number in small Roman figures."""
    result = ""
    for value, figure in (
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        result += figure * (count // value)
        count %= value
    return result
