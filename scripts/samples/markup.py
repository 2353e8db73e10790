"""The other layouts of the sample letters: Word, official XML, a web page, and text."""

import re
import zipfile
from html import escape
from io import BytesIO

import docx
from docx.shared import Pt
from lxml import etree

from scripts.samples.content import Part, Sample
from scripts.samples.pdf import EXAMPLE

_MARK = re.compile(r"\[\^(\d+)\]")
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_MOMENT = (2025, 1, 1, 0, 0, 0)


def word_docx(sample: Sample) -> bytes:
    """A letter as it leaves a ministry's word processor: head in a table, notes made by hand at the end."""
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(10)
    section = document.sections[0]
    section.header.paragraphs[0].text = EXAMPLE
    section.footer.paragraphs[0].text = sample.kenmerk
    if sample.title.startswith("CONCEPT"):
        document.add_paragraph("CONCEPT")
    rows = [
        ("> Retouradres Postbus 16375 2500 BJ  Den Haag", ""),
        ("Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", ""),
        ("Datum", sample.date),
        ("Onderwerp", sample.subject),
        ("Ons kenmerk", sample.kenmerk),
    ]
    table = document.add_table(rows=len(rows), cols=2)
    for row, (left, right) in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = left, right
    document.add_paragraph("Geachte voorzitter,")
    for part in sample.parts:
        _add_part(document, part)
    document.add_paragraph(f"{sample.role},")
    document.add_paragraph(sample.signatory)
    for number, note in enumerate(sample.notes, start=1):
        document.add_paragraph(f"{number}) {note}")
    buffer = BytesIO()
    document.save(buffer)
    return _without_moments(buffer.getvalue())


def _add_part(document: "docx.document.Document", part: Part) -> None:
    words = _MARK.sub(r" \1)", part.text)
    if part.kind == "heading":
        document.add_heading(words, level=2)
    elif part.kind in ("question", "answer"):
        document.add_paragraph(f"{'Vraag' if part.kind == 'question' else 'Antwoord op vraag'} {part.number}")
        document.add_paragraph(words)
    else:
        document.add_paragraph(f"{part.number} {words}".strip())


def _without_moments(data: bytes) -> bytes:
    # A zip records when each member was written; the same letter must give the same bytes.
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>2025-01-01T00:00:00Z", content)
            target.writestr(zipfile.ZipInfo(name, _MOMENT), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def motion_xml(sample: Sample) -> bytes:
    """A motie as official XML."""
    root = etree.Element("officiele-publicatie")
    stuk_root = etree.SubElement(root, "kamerstuk")
    head = etree.SubElement(stuk_root, "kamerstukkop")
    for name, words in (
        ("vergaderjaar", f"Vergaderjaar {sample.vergaderjaar}"),
        ("kameraanduiding", "Tweede Kamer der Staten-Generaal"),
        ("kamernummer", "2"),
        ("documenttype", "Kamerstukken"),
    ):
        etree.SubElement(head, "tekstregel", inhoud=name).text = words
    dossier = etree.SubElement(stuk_root, "dossier")
    number = etree.SubElement(dossier, "dossiernummer")
    digits, _, chapter = sample.dossier.rpartition(" ") if sample.dossier.count(" ") > 1 else (sample.dossier, "", "")
    etree.SubElement(number, "dossiernr").text = digits
    if chapter:
        etree.SubElement(number, "begrotingshoofdstuk").text = chapter
    etree.SubElement(dossier, "titel").text = sample.dossier_title
    stuk = etree.SubElement(stuk_root, "stuk")
    stuknr = etree.SubElement(stuk, "stuknr")
    stuknr.text = "Nr. "
    etree.SubElement(stuknr, "ondernummer", kamer="2").text = sample.number
    etree.SubElement(stuk, "titel").text = sample.title
    date = etree.SubElement(stuk, "datumtekst")
    date.text = "Voorgesteld "
    etree.SubElement(date, "datum", isodatum=sample.date).text = _in_words(sample.date)
    body = etree.SubElement(etree.SubElement(etree.SubElement(stuk, "algemeen"), "vrije-tekst"), "tekst", status="goed")
    closing = ("en gaat over tot de orde van de dag.", *sample.signatory.split("\n"))
    for words in (
        f"[{EXAMPLE}]",
        "De Kamer,",
        "gehoord de beraadslaging,",
        *(part.text for part in sample.parts),
        *closing,
    ):
        etree.SubElement(body, "al").text = words
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _in_words(iso: str) -> str:
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{day} {_MONTHS[month - 1]} {year}"


def html_page(sample: Sample) -> bytes:
    """A letter as a saved web page."""
    body = "".join(
        f"<h2>{escape(part.text)}</h2>" if part.kind == "heading" else f"<p>{escape(part.text)}</p>"
        for part in sample.parts
    )
    return (
        f'<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>{escape(sample.title)}</title></head><body>'
        f"<header><nav><a href='#'>Home</a></nav><p>{EXAMPLE}</p></header><main><h1>{escape(sample.title)}</h1>"
        f"<p>Datum: {sample.date}</p><p>Kenmerk: {sample.kenmerk}</p><p>Geachte voorzitter,</p>{body}"
        f"<p>{escape(sample.role)},</p><p>{escape(sample.signatory)}</p></main><footer>{EXAMPLE}</footer></body></html>\n"
    ).encode()


def plain_text(sample: Sample) -> bytes:
    """A letter or report as plain text."""
    lines = [sample.title, f"Datum: {sample.date}"]
    if sample.dossier:
        lines.append(f"Kamerstuk {sample.dossier}, nr. {sample.number}")
    lines += ["", f"[{EXAMPLE}]", ""]
    for part in sample.parts:
        if part.kind in ("question", "answer"):
            lines.append(f"{'Vraag' if part.kind == 'question' else 'Antwoord'} {part.number}")
        lines += [part.text, ""]
    return "\n".join(lines).encode()
