"""Telling what a file is by its first bytes."""

import io
import zipfile

import pytest

from corpus.errors import Refusal, UnreadableFile
from corpus.readers.kind import sniff
from corpus.types import Format

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def _package(*names: str, **contents: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, contents.get(name, b"<x/>"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"%PDF-1.7\n1 0 obj", Format.PDF, id="pdf"),
        pytest.param(b"junk of a gateway\r\n" * 9 + b"%PDF-1.4\n1 0 obj endobj %%EOF", Format.PDF, id="pdf after junk"),
        pytest.param(_package("[Content_Types].xml", "word/document.xml"), Format.DOCX, id="docx"),
        pytest.param(b'<?xml version="1.0"?>\n<officiele-publicatie/>', Format.XML, id="xml"),
        pytest.param(b'\xef\xbb\xbf<?xml version="1.0"?><vlosCoreDocument/>', Format.XML, id="xml with a mark"),
        pytest.param(
            '<?xml version="1.0" encoding="UTF-16"?><brief/>'.encode("utf-16"), Format.XML, id="xml in UTF-16"
        ),
        pytest.param(b"<!-- c --><brief><p>x</p></brief>", Format.XML, id="xml without declaration"),
        pytest.param(b"<!DOCTYPE html>\n<html><body>x", Format.HTML, id="html"),
        pytest.param(b'<?xml version="1.0"?><!DOCTYPE html><html xmlns="x"/>', Format.HTML, id="xhtml"),
        pytest.param(b"\n  <div><p>Een brief</p></div>", Format.HTML, id="part of a page"),
        pytest.param("Geachte voorzitter,\n\nHierbij …".encode(), Format.TEXT, id="text"),
        pytest.param("Geachte voorzitter, caf\xe9".encode("cp1252"), Format.TEXT, id="text in Latin"),
        pytest.param("Geachte voorzitter".encode("utf-16"), Format.TEXT, id="text in UTF-16"),
        pytest.param(b"[1] NOS, 3 mei 2024.\n[2] Trouw.", Format.TEXT, id="text that begins as a list"),
        pytest.param(b"< 5 procent van de gemeenten", Format.TEXT, id="text that begins as a tag"),
        pytest.param(b"{Concept} Geachte voorzitter", Format.TEXT, id="text that begins as an object"),
    ],
)
def test_the_first_bytes_tell_the_format(data: bytes, expected: Format) -> None:
    """A file's name plays no part."""
    assert sniff(data) is expected


@pytest.mark.parametrize(
    ("data", "reason", "word"),
    [
        pytest.param(b"", Refusal.EMPTY, "no content", id="empty"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), Refusal.LEGACY_WORD, ".docx or PDF", id="doc"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), Refusal.ENCRYPTED, "password", id="locked docx"),
        pytest.param(OLE + "Workbook".encode("utf-16-le"), Refusal.UNKNOWN_KIND, "spreadsheet", id="xls"),
        pytest.param(_package("[Content_Types].xml", "xl/a.xml"), Refusal.UNKNOWN_KIND, "spreadsheet", id="xlsx"),
        pytest.param(
            _package("[Content_Types].xml", "ppt/presentation.xml"), Refusal.UNKNOWN_KIND, "presentation", id="pptx"
        ),
        pytest.param(
            _package("mimetype", "content.xml", mimetype=b"application/vnd.oasis.opendocument.text"),
            Refusal.UNKNOWN_KIND,
            "OpenDocument",
            id="odt",
        ),
        pytest.param(
            _package("[Content_Types].xml", "word/document.xml")[:60], Refusal.DAMAGED, "cut off", id="half docx"
        ),
        pytest.param(_package("brief.txt"), Refusal.UNKNOWN_KIND, "zip archive", id="zip"),
        pytest.param(b"{\\rtf1\\ansi Geachte", Refusal.UNKNOWN_KIND, "RTF", id="rtf"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 50, Refusal.UNKNOWN_KIND, "picture", id="picture"),
        pytest.param(b"Geachte\0voorzitter", Refusal.UNKNOWN_KIND, "binary", id="zero bytes"),
        pytest.param(bytes(range(1, 9)) * 400, Refusal.UNKNOWN_KIND, "binary", id="control characters"),
        pytest.param(b'{"id": 1, "tekst": "x"}\n{"id": 2}\n', Refusal.UNKNOWN_KIND, "data file", id="lines of JSON"),
        pytest.param(b'[\n {"id": 1}\n]', Refusal.UNKNOWN_KIND, "data file", id="JSON"),
    ],
)
def test_what_is_no_letter_is_refused_with_what_to_do(data: bytes, reason: Refusal, word: str) -> None:
    """Each refusal says what the file is."""
    with pytest.raises(UnreadableFile, match=word) as refused:
        sniff(data)
    assert refused.value.reason is reason


def test_odd_markup_is_told_quickly() -> None:
    """A document type full of open brackets does not keep the program busy."""
    assert sniff(b"<!DOCTYPE x " + b"[]" * 4000) is Format.XML
