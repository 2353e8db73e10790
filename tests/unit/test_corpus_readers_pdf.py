"""Reading PDF files."""

import io
import logging
import re

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import Refusal, UnreadableFile
from corpus.layout.page import Piece
from corpus.readers.pdf import page_contents, read_pdf
from corpus.reading import NoteMark, PageBreak, SourceNote
from corpus.types import BlockKind, Format
from tests.drawn_pdf import BOLD, ITALIC, Words, drawn_pdf, lines, official_feet

SENTENCE = ["Het kabinet heeft in het voorjaar besloten dat gemeenten meer ruimte krijgen om", "zelf te kiezen."]


def refused(data: bytes) -> UnreadableFile:
    """The refusal that reading these bytes ends in."""
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(data)
    return caught.value


def saved(writer: PdfWriter) -> bytes:
    """The file that pypdf writes."""
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def scan(*, pages: int, text: str = "") -> bytes:
    """A file with text on page 1, if any, and pictures on the other pages."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer)
    if text:
        canvas.drawString(80, 700, text)
        canvas.showPage()
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("L", (40, 40), 200)), 0, 0, 500, 700)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_an_official_print_with_a_note_and_a_sentence_over_two_pages() -> None:
    """The whole way from a file to a reading."""
    first, second = official_feet("36 200, nr. 12", 2)
    first += lines(203, 700, ["Het onderzoek is besproken met de gemeenten1 en met de vertegenwoor-"])
    first[-1] = Words(203, 700, "Het onderzoek is besproken met de gemeenten")
    first += [Words(383, 703.6, "1", 5.5), Words(387, 700, " en met de vertegenwoor-")]
    first += [Words(203, 119.5, "1", 4.5), Words(208, 117, "Kamerstuk 36 200, nr. 3.", 7)]
    second += lines(203, 740, ["digers van werkgevers."])
    reading = read_pdf(drawn_pdf([first, second]))
    (paragraph,) = reading.paragraphs
    assert reading.format is Format.PDF
    assert paragraph.text == "Het onderzoek is besproken met de gemeenten en met de vertegenwoordigers van werkgevers."
    assert paragraph.marks == (NoteMark(43, "1"),)
    assert paragraph.breaks == (PageBreak(73, 2),)
    assert reading.notes == (SourceNote("1", "1", "Kamerstuk 36 200, nr. 3.", 1),)
    assert reading.page_labels == ("1", "2")


def test_places_sizes_and_looks_of_pieces() -> None:
    """Widths come from the font; bold and italics from its name."""
    (content,) = page_contents(drawn_pdf([[Words(80, 700, "iii", 10), Words(80, 680, "mm", 12, BOLD)]]))
    assert [
        (piece.text, piece.x0, round(piece.x1, 2), piece.y, piece.size, piece.bold) for piece in content.pieces
    ] == [
        ("iii", 80, 86.66, 700, 10, False),
        ("mm", 80, 101.34, 680, 12, True),
    ]
    (content,) = page_contents(drawn_pdf([[Words(80, 700, "cursief", 10, ITALIC)]]))
    assert content.pieces[0].italic


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_page_is_read_as_its_lines_run(rotation: int) -> None:
    """Also when the page is shown turned, or drawn sideways."""
    reading = read_pdf(drawn_pdf([lines(79, 700, SENTENCE)], rotation=rotation))
    assert [paragraph.text for paragraph in reading.paragraphs] == [" ".join(SENTENCE)]


def test_text_in_a_form_is_placed_where_the_form_is() -> None:
    """Letterheads are often painted so."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    canvas.beginForm("hoofd")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(10, 20, "Vormtekst")
    canvas.endForm()
    canvas.translate(100, 500)
    canvas.doForm("hoofd")
    canvas.showPage()
    canvas.save()
    (content,) = page_contents(buffer.getvalue())
    assert [(piece.text, piece.x0, piece.y) for piece in content.pieces] == [("Vormtekst", 110, 520)]


def test_text_that_stands_for_glyphs_is_read_instead_of_them() -> None:
    """A file may say what its glyphs mean."""
    page = b"BT /F1 10 Tf 80 700 Td /Span <</ActualText <FEFF00E9>>> BDC (x) Tj (y) Tj EMC (n) Tj ET"
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn_pdf([[Words(80, 700, "xyn")]]))))
    stream = writer.pages[0].get_contents()
    assert stream is not None
    stream.set_data(page)
    writer.pages[0].replace_contents(stream)
    (content,) = page_contents(saved(writer))
    assert "".join(piece.text for piece in content.pieces) == "én"


def test_a_file_with_a_password_is_refused() -> None:
    """The message says what to do."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn_pdf([lines(79, 700, SENTENCE)]))))
    writer.encrypt("geheim")
    refusal = refused(saved(writer))
    assert refusal.reason is Refusal.ENCRYPTED
    assert "save it without one" in str(refusal)


def test_a_file_that_only_forbids_changes_is_read() -> None:
    """Its password for reading is empty."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(drawn_pdf([lines(79, 700, SENTENCE)]))))
    writer.encrypt("", "eigenaar")
    assert read_pdf(saved(writer)).paragraphs[0].text == " ".join(SENTENCE)


def test_a_scan_is_refused_and_its_pages_are_named() -> None:
    """The message says what to do."""
    refusal = refused(scan(pages=3))
    assert refusal.reason is Refusal.NO_TEXT
    assert "pages 1-3" in str(refusal)


def test_pages_without_text_are_listed() -> None:
    """The rest is read."""
    reading = read_pdf(scan(pages=2, text="Tekst op de eerste bladzijde."))
    assert reading.textless_pages == (2, 3)
    assert [paragraph.kind for paragraph in reading.paragraphs] == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.4\n%%EOF", drawn_pdf([lines(79, 700, SENTENCE)])[:300]])
def test_damaged_files_are_refused(data: bytes) -> None:
    """Whatever pypdf makes of them."""
    assert refused(data).reason is Refusal.DAMAGED


def test_pypdf_is_quiet_while_reading_and_as_before_afterwards(caplog: pytest.LogCaptureFixture) -> None:
    """Its remarks on files are nobody's business; its logger is others' too."""
    before = logging.getLogger("pypdf").level
    whole = drawn_pdf([lines(79, 700, SENTENCE)])
    damaged = re.sub(rb"startxref\s+\d+", b"startxref\n1", whole)
    with caplog.at_level(logging.DEBUG):
        read_pdf(damaged)
    assert [record for record in caplog.records if record.name.startswith("pypdf")] == []
    assert logging.getLogger("pypdf").level == before


def test_hidden_specks_are_no_text() -> None:
    """Letters smaller than half a point are there for no reader."""
    (content,) = page_contents(drawn_pdf([[Words(80, 700, "verborgen", 0.1), Words(80, 680, "zichtbaar")]]))
    assert [piece.text for piece in content.pieces if isinstance(piece, Piece)] == ["zichtbaar"]
