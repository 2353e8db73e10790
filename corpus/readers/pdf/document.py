"""Opens a PDF file with pypdf and gives the content of its pages."""

import io
import logging
import math
from collections.abc import Iterator
from contextlib import contextmanager

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError
from pypdf.generic import DictionaryObject, StreamObject

from corpus.errors import Refusal, UnreadableFile
from corpus.layout.page import PageContent
from corpus.readers.pdf.fonts import FontFace, page_fonts
from corpus.readers.pdf.pieces import IDENTITY, Form, FormLookup, Interpreter, Matrix, multiply

# What pypdf is known to let through on damaged files, beside its own errors.
STRAY_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    RecursionError,
    TypeError,
    UnicodeError,
    ValueError,
    EOFError,
    OSError,
)

_DEFAULT_WIDTH, _DEFAULT_HEIGHT = 595.0, 842.0
MOST_PAGES = 5_000
_MOSTLY = 0.7  # of a page's letters: their direction is the page's


@contextmanager
def damage_reported() -> Iterator[None]:
    """Turn whatever pypdf raises on a bad file into UnreadableFile, and keep its remarks out of the log."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    except UnreadableFile:
        raise
    except (FileNotDecryptedError, DependencyError) as error:
        raise _encrypted() from error
    except (PyPdfError, *STRAY_ERRORS) as error:
        raise UnreadableFile(
            Refusal.DAMAGED,
            "a PDF that is cut off or damaged; fetch it again, or open it in a PDF reader and save it anew",
        ) from error
    finally:
        logger.setLevel(level)


def pages(data: bytes) -> Iterator[PageContent]:
    """The pages of a PDF file in order.

    Call inside `damage_reported`. Raises UnreadableFile when a password is needed or the file has no pages.
    """
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise _encrypted()
    count = len(reader.pages)
    if not count:
        raise UnreadableFile(Refusal.DAMAGED, "a PDF without pages; fetch it again")
    if count > MOST_PAGES:
        raise UnreadableFile(Refusal.TOO_LARGE, f"{count:,} pages; a letter may have {MOST_PAGES:,}: split the file")
    known: dict[int, FontFace | None] = {}
    for number in range(1, count + 1):
        yield _page(reader.pages[number - 1], number, known)


def _encrypted() -> UnreadableFile:
    return UnreadableFile(Refusal.ENCRYPTED, "protected with a password; save it without one and ingest it again")


def _page(page: PageObject, number: int, known: dict[int, FontFace | None]) -> PageContent:
    resources = _dictionary(page.get("/Resources"))
    contents = page.get_contents()
    data = contents.get_data() if contents is not None else b""
    fonts, forms = page_fonts(resources, known), _lookup(resources, known)
    rotation = page.rotation % 360
    interpreter, width, height = _run(page, rotation, data, fonts, forms)
    quarters = interpreter.letters_by_quarter
    main = max(range(4), key=lambda quarter: quarters[quarter])
    if main != 0 and quarters[main] > _MOSTLY * sum(quarters):
        # A table drawn sideways on an upright page.
        interpreter, width, height = _run(page, (rotation + 90 * main) % 360, data, fonts, forms)
    return PageContent(number, width, height, tuple(interpreter.pieces), _has_images(resources))


def _run(
    page: PageObject, rotation: int, data: bytes, fonts: dict[str, FontFace | None], forms: FormLookup
) -> tuple[Interpreter, float, float]:
    """What running a page's content gives when the page is turned by this angle, and its width and height then."""
    turned, width, height = _turned(rotation, *_box(page))
    interpreter = Interpreter(turned)
    interpreter.run(data, fonts, forms)
    return interpreter, width, height


def _box(page: PageObject) -> tuple[float, float, float, float]:
    box = page.cropbox
    left, bottom, width, height = float(box.left), float(box.bottom), float(box.width), float(box.height)
    if not (math.isfinite(left + bottom) and 1 < abs(width) < 1e6 and 1 < abs(height) < 1e6):
        return 0.0, 0.0, _DEFAULT_WIDTH, _DEFAULT_HEIGHT
    return min(left, left + width), min(bottom, bottom + height), abs(width), abs(height)


def _turned(rotation: int, left: float, bottom: float, width: float, height: float) -> tuple[Matrix, float, float]:
    """The matrix that turns a page clockwise with its lower left corner in the origin, and its size then."""
    origin: Matrix = (1.0, 0.0, 0.0, 1.0, -left, -bottom)
    if rotation == 90:
        return multiply(origin, (0.0, -1.0, 1.0, 0.0, 0.0, width)), height, width
    if rotation == 180:
        return multiply(origin, (-1.0, 0.0, 0.0, -1.0, width, height)), width, height
    if rotation == 270:
        return multiply(origin, (0.0, 1.0, -1.0, 0.0, height, 0.0)), height, width
    return origin, width, height


def _dictionary(value: object) -> DictionaryObject:
    resolved = value.get_object() if hasattr(value, "get_object") else value
    return resolved if isinstance(resolved, DictionaryObject) else DictionaryObject()


def _lookup(resources: DictionaryObject, known: dict[int, FontFace | None]) -> FormLookup:
    objects = _dictionary(resources.get("/XObject"))

    def form(name: str) -> Form | None:
        found = objects.get("/" + name)
        found = found.get_object() if found is not None else None
        if not isinstance(found, StreamObject) or found.get("/Subtype") != "/Form":
            return None
        # A form without resources of its own uses the page's.
        own = _dictionary(found.get("/Resources")) or resources
        return Form(found.get_data(), _matrix(found.get("/Matrix")), page_fonts(own, known), _lookup(own, known))

    return form


def _matrix(value: object) -> Matrix:
    if isinstance(value, list) and len(value) == 6 and all(isinstance(each, (int, float)) for each in value):
        a, b, c, d, e, f = (float(each) for each in value)
        return a, b, c, d, e, f
    return IDENTITY


def _has_images(resources: DictionaryObject) -> bool:
    objects = _dictionary(resources.get("/XObject"))
    return any(_dictionary(reference).get("/Subtype") == "/Image" for reference in objects.values())
