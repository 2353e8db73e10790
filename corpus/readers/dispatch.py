"""Each file to the reader for its kind."""

from corpus.errors import Refusal, UnreadableFile
from corpus.readers.docx import read_docx
from corpus.readers.html import read_html
from corpus.readers.kind import sniff
from corpus.readers.markup import local_name, parse_xml
from corpus.readers.official import read_publication
from corpus.readers.pdf import read_pdf
from corpus.readers.plain import read_plain
from corpus.readers.vlos import read_report
from corpus.reading import Reading
from corpus.types import Format

_READERS = {Format.PDF: read_pdf, Format.DOCX: read_docx, Format.HTML: read_html, Format.TEXT: read_plain}
_ROOTS = {"officiele-publicatie": read_publication, "vloscoredocument": read_report}
_ODD = "the file cannot be taken apart; fetch it again, or open it and save it as .docx or PDF"


def read_file(data: bytes) -> Reading:
    """Read a file of any kind that is known, by its first bytes; raises `UnreadableFile`."""
    kind = sniff(data)
    try:
        reading = _read_xml(data) if kind is Format.XML else _READERS[kind](data)
    except RecursionError as wrong:
        raise UnreadableFile(Refusal.DAMAGED, _ODD) from wrong
    if not any(sign.isalnum() for paragraph in reading.paragraphs for sign in paragraph.text):
        raise UnreadableFile(Refusal.NO_TEXT, _without_text(reading))
    return reading


def _read_xml(data: bytes) -> Reading:
    root = parse_xml(data)
    reader = _ROOTS.get(local_name(root))
    if reader is None:
        known = "officiele-publicatie, vlosCoreDocument"
        message = f"XML of a kind that is not known (<{local_name(root)[:60]}>); known are {known}"
        raise UnreadableFile(Refusal.UNKNOWN_KIND, message)
    return reader(root)


def _without_text(reading: Reading) -> str:
    if reading.textless_pages:
        pages = ", ".join(str(page) for page in reading.textless_pages[:20])
        return f"no text on page {pages}: a scan; make a PDF with a text layer of it (OCR) and ingest that file"
    return "no letter in it: it holds no word of text"
