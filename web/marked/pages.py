"""Pages of a PDF file as pictures, and where each of their characters stands. The only door to pdfium."""

import io
import math
import threading
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_int
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
from PIL import Image, ImageChops
from pypdfium2 import raw

_SCALE = 2.0  # pixels per point: sharp on the screens that people have
_LARGEST_PICTURE = 6_000_000  # pixels
_LONGEST_SIDE = 15_000  # pixels
_LONGEST_DRAWING = 5.0  # seconds
_FINE = 100  # device units per point, since pdfium hands out whole ones
_PDFIUM = threading.Lock()  # pdfium keeps state of its own and must be entered by one thread at a time


class UnreadablePage(Exception):
    """A page that cannot be drawn: the file is damaged, has no such page, or takes too long."""


class Box(NamedTuple):
    """A rectangle on the page as it is shown, in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """What is printed on one page, in the order of the file: `box(i)` surrounds `characters[i]`.

    `width` and `height` are those of the page as it is shown, in points. Characters that pdfium inferred (spaces,
    line ends) are among them. `edges` holds four numbers a character; boxes are made when asked for, since thousands
    of objects at once would have Python search all its memory for garbage.
    """

    width: float
    height: float
    characters: str
    edges: "array[float]"

    def box(self, position: int) -> Box:
        """Where a character stands."""
        return Box(*self.edges[4 * position : 4 * position + 4])


def draw(data: bytes, number: int) -> bytes:
    """Page `number` (from 1) of a PDF file as a PNG picture; raises UnreadablePage."""
    with _page(data, number) as page:
        picture = _draw(page)
    red, green, blue = picture.split()
    if not ImageChops.difference(red, green).getbbox() and not ImageChops.difference(green, blue).getbbox():
        picture = red  # a third of the size, and nothing is lost
    target = io.BytesIO()
    picture.save(target, "PNG", compress_level=6)
    return target.getvalue()


def measure(data: bytes, number: int) -> tuple[float, float]:
    """Width and height of page `number` as it is shown, in points; raises UnreadablePage."""
    with _page(data, number) as page:
        width, height = page.get_size()
        return float(width), float(height)


def read_glyphs(data: bytes, number: int) -> PageGlyphs:
    """The characters of page `number` (from 1) and their places; raises UnreadablePage."""
    with _page(data, number) as page:
        text_page = page.get_textpage()
        positions = range(text_page.count_chars())
        characters = "".join(_character(raw.FPDFText_GetUnicode(text_page, position)) for position in positions)
        place = _Placement(page)
        edges = array("d")
        for position in positions:
            edges.extend(place.box(text_page.get_charbox(position, loose=True)))
        return PageGlyphs(page.get_width(), page.get_height(), characters, edges)


@contextmanager
def _page(data: bytes, number: int) -> Iterator[pdfium.PdfPage]:
    with _PDFIUM:
        try:
            document = pdfium.PdfDocument(data)
            try:
                if not 1 <= number <= len(document):
                    raise UnreadablePage(f"the file has no page {number}")
                yield document[number - 1]
            finally:
                document.close()
        except pdfium.PdfiumError as error:
            raise UnreadablePage(str(error)) from error


def _draw(page: pdfium.PdfPage) -> Image.Image:
    """Draw in steps, so that a page made to take for ever is given up."""
    width, height = page.get_size()
    longest = max(width, height, 1)
    # A strip of one by a hundred million has few pixels, and takes a gigabyte to draw all the same.
    scale = min(_SCALE, math.sqrt(_LARGEST_PICTURE / max(width * height, 1)), _LONGEST_SIDE / longest)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    bitmap = pdfium.PdfBitmap.new_native(*size, format=raw.FPDFBitmap_BGR, rev_byteorder=True)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
    latest = time.monotonic() + _LONGEST_DRAWING
    pause = raw.IFSDK_PAUSE(version=1)
    pdfium.internal.set_callback(pause, "NeedToPauseNow", lambda _: int(time.monotonic() > latest))
    flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
    state = raw.FPDF_RenderPageBitmap_Start(bitmap, page, 0, 0, *size, 0, flags, pause)
    raw.FPDF_RenderPage_Close(page)
    if state != raw.FPDF_RENDER_DONE:
        raise UnreadablePage("drawing the page was given up")
    picture: Image.Image = bitmap.to_pil().copy()
    return picture


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\0"


class _Placement:
    """From the coordinates of a page's content to those of the page as it is shown: cropped, turned, upside up."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        self._size = round(page.get_width() * _FINE), round(page.get_height() * _FINE)
        self._left, self._top = self._point(0, 0)
        right = self._point(1000, 0)
        up = self._point(0, 1000)
        self._across = (right[0] - self._left) / 1000, (right[1] - self._top) / 1000
        self._upward = (up[0] - self._left) / 1000, (up[1] - self._top) / 1000

    def box(self, corners: tuple[float, float, float, float]) -> Box:
        """The rectangle between the left bottom and the right top corner, as shown."""
        xs, ys = zip(self._move(*corners[:2]), self._move(*corners[2:]), strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def _move(self, x: float, y: float) -> tuple[float, float]:
        return (
            self._left + x * self._across[0] + y * self._upward[0],
            self._top + x * self._across[1] + y * self._upward[1],
        )

    def _point(self, x: float, y: float) -> tuple[float, float]:
        across, down = c_int(), c_int()
        raw.FPDF_PageToDevice(self._page, 0, 0, *self._size, 0, x, y, byref(across), byref(down))
        return across.value / _FINE, down.value / _FINE
