"""Drafts as files: Word, OpenDocument, Markdown, plain text, RIS and CSL-JSON."""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx as word_files
import pytest
from docx.oxml.ns import qn
from lxml import etree

from corpus.letter import read_letter
from tests.drafts_examples import BRIDGES, FERRIES, make_draft, source_of
from tests.web_examples import make_record
from web.drafts.export.bibliography import csl_json, ris
from web.drafts.export.document import document
from web.drafts.export.docx import docx
from web.drafts.export.odt import odt
from web.drafts.export.text import markdown, plain
from web.drafts.types import Section

FIRST = "Kamerstukken II 2023/24, 29398, nr. 7, p. 1"
SECOND = "Kamerstukken II 2023/24, 29398, nr. 8, p. 1"
SOURCES = (
    source_of(BRIDGES, "Dat verzoek begrijp ik goed.", 1),
    source_of(FERRIES, "Het veer bij Wijk", 2),
)
DRAFT = make_draft(
    Section(
        "a", "Bent u <b>bekend</b> & *vet*?", "Ja: “Dat verzoek begrijp ik goed.”[^1] Zie ook[^2].\nTweede regel", "3"
    ),
    Section("b", "", "Slot met <i>tekens</i> & [koppeling](http://x) [^9].\n\n- geen punt[^1]"),
    sources=SOURCES,
    title="Antwoord <op> *vragen* & “meer”",
)
DOCUMENT = document(DRAFT)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def word_notes(data: bytes) -> list[tuple[str, str]]:
    """The ids that the text of a Word file refers to, each with the words of its footnote."""
    opened = word_files.Document(io.BytesIO(data))
    part = next(part for part in opened.part.package.iter_parts() if part.partname == "/word/footnotes.xml")
    root = etree.fromstring(part.blob)
    words = {note.get(f"{W}id"): "".join(map(str, note.itertext())).strip() for note in root.iter(f"{W}footnote")}
    return [
        (sign.get(qn("w:id")), words[sign.get(qn("w:id"))])
        for sign in opened.element.body.iter(qn("w:footnoteReference"))
    ]


def test_the_word_file_opens_with_its_footnotes() -> None:
    """Each sign in the text leads to a footnote with the citation of its source, in the order of the text."""
    assert word_notes(docx(DOCUMENT)) == [("1", FIRST), ("2", SECOND), ("3", FIRST)]


def test_the_word_file_holds_the_text_as_it_was_typed() -> None:
    """Title, question, answer, line breaks; markup is text, and a note without a source stays as it is."""
    opened = word_files.Document(io.BytesIO(docx(DOCUMENT)))
    assert [(paragraph.style and paragraph.style.name, paragraph.text) for paragraph in opened.paragraphs] == [
        ("Title", "Antwoord <op> *vragen* & “meer”"),
        ("Heading 2", "Vraag 3"),
        ("Quote", "Bent u <b>bekend</b> & *vet*?"),
        ("Heading 2", "Antwoord 3"),
        ("Normal", "Ja: “Dat verzoek begrijp ik goed.” Zie ook.\nTweede regel"),
        ("Normal", "Slot met <i>tekens</i> & [koppeling](http://x) [^9]."),
        ("Normal", "- geen punt"),
        ("Heading 2", "Bronnen"),
        ("List Bullet", f"Brief bruggen. {FIRST}"),
        ("List Bullet", f"Brief veren. {SECOND}"),
    ]
    assert opened.core_properties.title == "Antwoord <op> *vragen* & “meer”"


def test_the_reader_of_letters_reads_the_word_file_back() -> None:
    """The footnotes stand where they were put."""
    letter = read_letter(docx(DOCUMENT), "concept.docx")
    assert [letter.notes_text[note.start : note.end] for note in letter.notes] == [FIRST, SECOND, FIRST]
    anchor = letter.notes[0].anchor
    assert anchor is not None
    assert letter.text[:anchor].endswith("begrijp ik goed.”")


def test_a_draft_without_notes_makes_files_too() -> None:
    """Without a part for footnotes."""
    empty = document(make_draft("Tekst.", title=""))
    names = zipfile.ZipFile(io.BytesIO(docx(empty))).namelist()
    assert "word/footnotes.xml" not in names
    assert markdown(empty) == "Tekst.\n"
    assert plain(document(make_draft("", title=""))) == "\n"


def test_the_open_document_holds_text_and_footnotes() -> None:
    """Its type stands first, unpacked, as the standard asks; the notes stand in the text."""
    archive = zipfile.ZipFile(io.BytesIO(odt(DOCUMENT)))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
    content = etree.fromstring(archive.read("content.xml"))
    notes = ["".join(map(str, body.itertext())) for body in content.iter(f"{TEXT}note-body")]
    assert notes == [FIRST, SECOND, FIRST]
    titles = ["".join(map(str, head.itertext())) for head in content.iter(f"{TEXT}h")]
    assert titles == ["Antwoord <op> *vragen* & “meer”", "Vraag 3", "Antwoord 3", "Bronnen"]


def test_the_same_draft_makes_the_same_open_document() -> None:
    """Byte for byte."""
    assert odt(DOCUMENT) == odt(document(DRAFT))


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "write"), [("docx", docx), ("odt", odt)])
def test_libreoffice_opens_the_files(kind: str, write: Callable[..., bytes], tmp_path: Path) -> None:
    """With the footnotes in their places, and the citations in them."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("no LibreOffice: install libreoffice-writer")
    source = tmp_path / f"concept.{kind}"
    source.write_bytes(write(DOCUMENT))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = [soffice, profile, "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    content = etree.parse(tmp_path / "out" / "concept.fodt")
    bodies = [" ".join("".join(map(str, body.itertext())).split()) for body in content.iter(f"{TEXT}note-body")]
    assert bodies == [FIRST, SECOND, FIRST]
    whole = "".join(map(str, content.getroot().itertext()))
    assert "Bent u <b>bekend</b> & *vet*?" in whole
    assert "[koppeling](http://x) [^9]" in whole


def test_markdown_shows_as_text_what_is_typed() -> None:
    """Everything that could mean something has a backslash before it; the notes are footnotes."""
    assert markdown(DOCUMENT) == (
        "# Antwoord \\<op\\> \\*vragen\\* \\& “meer”\n\n"
        "## Vraag 3\n\n"
        "> Bent u \\<b\\>bekend\\</b\\> \\& \\*vet\\*?\n\n"
        "## Antwoord 3\n\n"
        "Ja: “Dat verzoek begrijp ik goed.”[^1] Zie ook[^2].\\\nTweede regel\n\n"
        "Slot met \\<i\\>tekens\\</i\\> \\& \\[koppeling\\](http://x) \\[\\^9\\].\n\n"
        "\\- geen punt[^3]\n\n"
        "## Bronnen\n\n"
        f"- Brief bruggen. {FIRST}\n"
        f"- Brief veren. {SECOND}\n\n"
        f"[^1]: {FIRST}\n\n[^2]: {SECOND}\n\n[^3]: {FIRST}\n"
    )


@pytest.mark.parametrize("line", ["1. een", "12) twee", "+ drie", "= vier", ": vijf", "# zes", "> zeven"])
def test_a_line_begins_no_list_or_heading_of_its_own(line: str) -> None:
    """What stands at the beginning of a line is text as well."""
    written = markdown(document(make_draft(line, title="")))
    assert "\\" in written
    assert written.replace("\\", "").strip() == line


def test_plain_text_has_its_notes_at_the_end() -> None:
    """Numbered as in the text."""
    assert plain(DOCUMENT) == (
        "Antwoord <op> *vragen* & “meer”\n===============================\n\n"
        "Vraag 3\n\nBent u <b>bekend</b> & *vet*?\n\nAntwoord 3\n\n"
        "Ja: “Dat verzoek begrijp ik goed.”[1] Zie ook[2].\nTweede regel\n\n"
        "Slot met <i>tekens</i> & [koppeling](http://x) [^9].\n\n- geen punt[3]\n\n"
        f"[1] {FIRST}\n[2] {SECOND}\n[3] {FIRST}\n\n"
        f"Bronnen\n- Brief bruggen. {FIRST}\n- Brief veren. {SECOND}\n"
    )


def test_only_sources_with_a_note_are_listed() -> None:
    """In the order of the text; of a text without notes all of them."""
    assert document(make_draft("Zie[^2].", sources=SOURCES)).sources == (f"Brief veren. {SECOND}",)
    assert len(document(make_draft("Niets.", sources=SOURCES)).sources) == 2


def test_a_question_of_ones_own_is_a_heading() -> None:
    """Without a number there is no "Vraag" to announce."""
    paragraphs = document(make_draft(Section("a", "Wat nu?", "Dit."), title="")).paragraphs
    assert [(paragraph.style.value, paragraph.runs[0].text) for paragraph in paragraphs] == [
        ("heading", "Wat nu?"),
        ("body", "Dit."),
    ]


def test_ris_holds_a_record_for_each_source() -> None:
    """With what is known of the letter; of one that is no longer held what the draft kept."""
    written = ris(SOURCES, {BRIDGES.id: make_record(BRIDGES)})
    first, second = written.strip("\r\n").split("\r\n\r\n")
    assert first.split("\r\n") == [
        "TY  - GOVDOC",
        "ID  - bron-1",
        "TI  - Brief bruggen",
        "AU  - Minister van Infrastructuur en Waterstaat",
        "PY  - 2024",
        "DA  - 2024/03/14",
        "PB  - Infrastructuur en Waterstaat",
        "SN  - Kamerstukken II 2023/24, 29398, nr. 7",
        "M3  - kamerbrief",
        "SP  - 1",
        f"N1  - {FIRST}",
        "AB  - Dat verzoek begrijp ik goed.",
        "LA  - nl",
        "ER  - ",
    ]
    assert "TI  - Brief veren" in second
    assert "AU" not in second


def test_csl_json_is_read_by_programs() -> None:
    """A list of items with the names that the schema gives."""
    first, second = json.loads(csl_json(SOURCES, {BRIDGES.id: make_record(BRIDGES)}))
    assert first == {
        "id": "bron-1",
        "type": "report",
        "title": "Brief bruggen",
        "language": "nl-NL",
        "note": FIRST,
        "abstract": "Dat verzoek begrijp ik goed.",
        "page": "1",
        "author": [{"literal": "Minister van Infrastructuur en Waterstaat"}],
        "issued": {"date-parts": [[2024, 3, 14]]},
        "publisher": "Infrastructuur en Waterstaat",
        "number": "Kamerstukken II 2023/24, 29398, nr. 7",
        "genre": "kamerbrief",
    }
    assert (second["id"], second["note"]) == ("bron-2", SECOND)
