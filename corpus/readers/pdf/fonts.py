"""What the codes of a PDF font mean and how wide their letters are."""

import re
from typing import cast

from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

# The only place in pypdf that knows widths and meanings of all kinds of fonts; the version is pinned for it.
from pypdf.generic._font import Font

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|kursiv|(?<![a-z])it(?![a-z])", re.IGNORECASE)
_FLAG_ITALIC = 1 << 6
_FLAG_FORCE_BOLD = 1 << 18
# Codes without a meaning of their own show a bullet (ISO 32000-2, D.2, note 3 to WinAnsiEncoding).
_UNUSED = dict.fromkeys((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D), "•")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MOST_REMEMBERED = 20_000


class FontFace:
    """One font of a page: turns shown bytes into text and its width in thousandths of the font size."""

    def __init__(self, resource: DictionaryObject) -> None:
        font = Font.from_font_resource(resource)
        self._encoding = font.encoding
        self._meaning = font.character_map
        self._widths = font.character_widths
        self._default_width = float(font.character_widths["default"])
        self._remembered: dict[bytes, tuple[str, float, int, int]] = {}
        self.readable = font.interpretable
        descriptor = font.font_descriptor
        flags = descriptor.flags if isinstance(descriptor.flags, int) else 0
        self.bold = bool(_BOLD.search(font.name)) or bool(flags & _FLAG_FORCE_BOLD) or _weight(descriptor.weight) >= 600
        self.italic = bool(_ITALIC.search(font.name)) or bool(flags & _FLAG_ITALIC)
        # A Type 3 font measures in its own units.
        self.unit = _type3_unit(resource) if font.sub_type == "Type3" else 0.001

    def show(self, shown: bytes) -> tuple[str, float, int, int]:
        """The text of shown bytes, its width in units of the font, and how many codes and one-byte spaces it has."""
        known = self._remembered.get(shown)
        if known is None:
            known = self._read(shown)
            if len(self._remembered) < _MOST_REMEMBERED:
                self._remembered[shown] = known
        return known

    def _read(self, shown: bytes) -> tuple[str, float, int, int]:
        if isinstance(self._encoding, str):
            # Composite: widths and meanings go by the decoded code.
            codes = shown.decode(self._encoding, "replace")
            text = "".join(str(self._meaning.get(code, code)) for code in codes)
            spaces = 0
        else:
            # Simple: widths go by the byte, meanings by what the encoding makes of it.
            codes = shown.decode("latin-1")
            letters = (self._encoding.get(byte, chr(byte)) for byte in shown)
            text = "".join(str(self._meaning.get(letter, letter)) for letter in letters).translate(_UNUSED)
            spaces = shown.count(b" ")
        width = sum(self._width(code) for code in codes)
        return _CONTROL.sub("", text), width, len(codes), spaces

    def _width(self, code: str) -> float:
        width = self._widths.get(code, self._default_width)
        return width if isinstance(width, (int, float)) else self._default_width


def page_fonts(resources: DictionaryObject, known: dict[int, FontFace | None]) -> dict[str, FontFace | None]:
    """The fonts of a resource dictionary by their names; None for one that cannot be read.

    `known` remembers fonts by their object number, since most pages of a file share them.
    """
    table = resources.get("/Font")
    table = table.get_object() if table is not None else None
    if not isinstance(table, DictionaryObject):
        return {}
    faces: dict[str, FontFace | None] = {}
    for name, reference in table.items():
        number = getattr(reference, "idnum", None)
        if number is None:
            faces[name[1:]] = _face(reference.get_object())
            continue
        if number not in known:
            known[number] = _face(reference.get_object())
        faces[name[1:]] = known[number]
    return faces


def _face(resource: object) -> FontFace | None:
    if not isinstance(resource, DictionaryObject):
        return None
    try:
        return FontFace(resource)
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # One damaged font costs its own letters, not the page.
        return None


def _weight(weight: object) -> float:
    return float(weight) if isinstance(weight, (int, float)) else 0.0


def _type3_unit(resource: DictionaryObject) -> float:
    matrix = cast("list[float]", resource.get("/FontMatrix") or [0.001])
    unit = matrix[0]
    return abs(float(unit)) if isinstance(unit, (int, float)) else 0.001
