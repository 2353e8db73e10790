"""What kind of file some bytes are, told by the bytes and never by a name."""

import codecs
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence

from corpus.errors import Refusal, UnreadableFile
from corpus.types import Format

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# A mail gateway or an old scanner may put junk before the header; readers of PDF look through the first kilobyte.
_PDF_HEADER = re.compile(rb"%PDF-\d")
_PDF_REACH = 1024

_MARKUP_REACH = 8192
_MARKUP = re.compile(r"<(?:[?!]|[A-Za-z_][\w.:-]*[\s/>])")
# What may stand before the root element: declarations, comments, a document type without or with its own rules.
_PROLOGUE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[[^\]]*\])*>)+", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_HTML_DOCTYPE = re.compile(r"<!DOCTYPE\s+html\b", re.IGNORECASE)
_HTML_ROOTS = frozenset(
    "html head body title meta link main article section header nav div span p h1 h2 h3 h4 h5 h6 ul ol table a b i em "
    "strong br font center style script".split()
)

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")

DAMAGE = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    OverflowError,
    EOFError,
    struct.error,
    zlib.error,
)
"""What reading a damaged or odd zip can raise."""

_SAVE_AS = "open it and save it as .docx or PDF, then ingest that file"

_OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"this is an RTF file; {_SAVE_AS}"),
    (b"\x89PNG", "this is a picture; make a PDF with a text layer of it"),
    (b"\xff\xd8\xff", "this is a picture; make a PDF with a text layer of it"),
    (b"GIF8", "this is a picture; make a PDF with a text layer of it"),
    (b"II*\x00", "this is a picture; make a PDF with a text layer of it"),
    (b"MM\x00*", "this is a picture; make a PDF with a text layer of it"),
    (b"\x1f\x8b", "this is a gzip archive; unpack it, or pack the letters as .zip"),
    (b"7z\xbc\xaf\x27\x1c", "this is a 7z archive; unpack it, or pack the letters as .zip"),
    (b"Rar!", "this is a rar archive; unpack it, or pack the letters as .zip"),
    (b"%!PS", f"this is a PostScript file; {_SAVE_AS}"),
)

_PACKAGES: tuple[tuple[str, str], ...] = (
    ("xl/", "this is a spreadsheet; print it to PDF, then ingest that file"),
    ("ppt/", "this is a presentation; print it to PDF, then ingest that file"),
)
_DOCUMENT_TYPES: tuple[tuple[bytes, str], ...] = (
    (b"application/vnd.oasis.opendocument.text", f"this is an OpenDocument text; {_SAVE_AS}"),
    (b"application/vnd.oasis.opendocument", "this is an OpenDocument file; print it to PDF, then ingest that file"),
    (b"application/epub+zip", "this is an e-book"),
)

# Stream names of a compound (OLE) file, as they stand in its directory.
_COMPOUNDS: tuple[tuple[str, Refusal, str], ...] = (
    (
        "EncryptedPackage",
        Refusal.ENCRYPTED,
        "protected with a password; open it in Word, remove the password, save, and ingest it again",
    ),
    (
        "WordDocument",
        Refusal.LEGACY_WORD,
        "this is the format of Word 97-2003 (.doc); open it in Word and save it as .docx or PDF, then ingest that file",
    ),
    ("Workbook", Refusal.UNKNOWN_KIND, "this is an old spreadsheet (.xls); print it to PDF, then ingest that file"),
    ("PowerPoint Document", Refusal.UNKNOWN_KIND, "this is an old presentation (.ppt); print it to PDF"),
    ("__substg1.0", Refusal.UNKNOWN_KIND, "this is a message of Outlook (.msg); save the letter that is attached"),
)


def sniff(data: bytes) -> Format:
    """The format of a file by its first bytes; a Word file by the parts in its package.

    Raises `UnreadableFile` for what is empty, encrypted, damaged, or of no kind that can be read; its message says
    what the file is and what to do.
    """
    if not data:
        raise UnreadableFile(Refusal.EMPTY, "the file has no content")
    if _PDF_HEADER.match(data):
        return Format.PDF
    if is_zip(data):
        return _package(data)
    if data.startswith(_OLE):
        raise _compound(data)
    for beginning, message in _OTHER_KINDS:
        if data.startswith(beginning):
            raise UnreadableFile(Refusal.UNKNOWN_KIND, message)
    if _PDF_HEADER.search(data, 0, _PDF_REACH + len(b"%PDF-1")) and (b"endobj" in data or b"%%EOF" in data):
        return Format.PDF
    return _text(data)


def is_zip(data: bytes) -> bool:
    """Whether the bytes begin as a zip does: an archive of letters, or a package such as .docx."""
    return data.startswith(_ZIP)


def is_package(names: Sequence[str]) -> bool:
    """Whether a zip with these members is one document, such as .docx, .xlsx or .odt, and no archive of letters."""
    return "[Content_Types].xml" in names or (len(names) > 0 and names[0] == "mimetype")


# ----------------------------------------------------------------------------------------------------- packages


def _package(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            stated = package.read("mimetype")[:100] if is_package(names) and names[0] == "mimetype" else b""
    except DAMAGE as wrong:
        raise UnreadableFile(
            Refusal.DAMAGED, "a Word file or zip archive that is cut off or damaged; fetch or save it again"
        ) from wrong
    if not is_package(names):
        raise UnreadableFile(Refusal.UNKNOWN_KIND, "a zip archive inside a place where one letter is expected")
    for stated_type, message in _DOCUMENT_TYPES:
        if stated.startswith(stated_type):
            raise UnreadableFile(Refusal.UNKNOWN_KIND, message)
    if any(name.startswith("word/") for name in names):
        return Format.DOCX
    for folder, message in _PACKAGES:
        if any(name.startswith(folder) for name in names):
            raise UnreadableFile(Refusal.UNKNOWN_KIND, message)
    raise UnreadableFile(Refusal.UNKNOWN_KIND, "a package of an unknown kind; save the letter as .docx or PDF")


def _compound(data: bytes) -> UnreadableFile:
    for stream, reason, message in _COMPOUNDS:
        if stream.encode("utf-16-le") in data:
            return UnreadableFile(reason, message)
    return UnreadableFile(Refusal.LEGACY_WORD, f"an old Office file; {_SAVE_AS}")


# --------------------------------------------------------------------------------------------------------- text


def _text(data: bytes) -> Format:
    beginning = _decode(data)
    if beginning is None:
        raise UnreadableFile(
            Refusal.UNKNOWN_KIND, "binary data, no letter (a letter is a PDF, .docx, .xml, .html or text file)"
        )
    stripped = beginning.lstrip()
    if _MARKUP.match(stripped):
        return _markup(stripped)
    if stripped[:1] in {"{", "["} and _is_data(stripped, data):
        raise UnreadableFile(Refusal.UNKNOWN_KIND, "a data file (JSON), not a letter")
    return Format.TEXT


def _decode(data: bytes) -> str | None:
    """The beginning of a text, as far as telling its kind needs; None when the bytes are no text."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[: 2 * _MARKUP_REACH].decode(encoding, "ignore").lstrip("\ufeff")
    # Text has no zero bytes, and hardly a control character. `translate` looks at all of it, quickly.
    if b"\0" in data or len(data) - len(data.translate(None, _CONTROL)) > len(data) // 1000:
        return None
    return data[:_MARKUP_REACH].decode("latin-1")


def _markup(beginning: str) -> Format:
    if _HTML_DOCTYPE.search(beginning):
        return Format.HTML
    prologue = _PROLOGUE.match(beginning)
    root = _ROOT.match(beginning, prologue.end() if prologue else 0)
    return Format.HTML if root and root[1].lower() in _HTML_ROOTS else Format.XML


def _is_data(beginning: str, data: bytes) -> bool:
    """Whether the text is JSON, or lines of JSON."""
    first_line = beginning.split("\n", 1)[0]
    for candidate in (first_line, data):
        try:
            value = json.loads(candidate)
        except (ValueError, RecursionError):
            continue
        # A letter may begin with "[1]"; data is an object, or a list of more than a number.
        return isinstance(value, dict) or (isinstance(value, list) and any(not isinstance(item, int) for item in value))
    return False
