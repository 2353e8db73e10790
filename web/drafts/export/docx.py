"""A document as a Word file with real footnotes.

python-docx knows no footnotes, so their part is made here, through its package interface, as ISO/IEC 29500-1 has it
(17.11): the two separators that Word asks for, one footnote for each note, and the styles that they wear.
"""

import io
from collections.abc import Sequence

import docx as word_files
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from web.drafts.export.document import SOURCES, Document, Paragraph, Style

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STYLES = {Style.TITLE: "Title", Style.HEADING: "Heading 2", Style.QUESTION: "Quote", Style.BODY: "Normal"}
_NOTE_TEXT, _NOTE_SIGN = "footnote text", "footnote reference"
_SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))


def docx(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    word = word_files.Document()
    _set_up(word, document.title)
    for paragraph in document.paragraphs:
        _write(word, paragraph)
    if document.sources:
        word.add_paragraph(SOURCES, style=_STYLES[Style.HEADING])
        for source in document.sources:
            word.add_paragraph(source, style="List Bullet")
    if document.notes:
        _add_footnotes(word, document.notes)
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def _set_up(word: WordDocument, title: str) -> None:
    """A4, Dutch, the styles of notes; nothing of the template's own properties."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    properties = word.core_properties
    properties.title, properties.language = title, "nl-NL"
    properties.author = properties.comments = ""
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
    text = word.styles.add_style(_NOTE_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = word.styles["Normal"]
    text.font.size = Pt(9)
    text.paragraph_format.space_after = Pt(0)
    sign = word.styles.add_style(_NOTE_SIGN, WD_STYLE_TYPE.CHARACTER, builtin=True)
    sign.font.superscript = True


def _write(word: WordDocument, paragraph: Paragraph) -> None:
    written = word.add_paragraph(style=_STYLES[paragraph.style])
    for run in paragraph.runs:
        if run.note:
            _refer(written, run.note, word.styles[_NOTE_SIGN].style_id)
            continue
        for place, line in enumerate(run.text.split("\n")):
            if place:
                written.add_run().add_break(WD_BREAK.LINE)
            written.add_run(line)


def _refer(paragraph: WordParagraph, number: int, style: str) -> None:
    run = paragraph.add_run()._r  # noqa: SLF001 - the element itself, which python-docx documents as its way out
    properties = etree.SubElement(run, qn("w:rPr"))
    etree.SubElement(properties, qn("w:rStyle")).set(qn("w:val"), style)
    etree.SubElement(run, qn("w:footnoteReference")).set(qn("w:id"), str(number))


def _add_footnotes(word: WordDocument, notes: Sequence[str]) -> None:
    root = etree.Element(qn("w:footnotes"), nsmap={"w": _WORD})
    for kind, own in _SEPARATORS:
        separator = etree.SubElement(root, qn("w:footnote"))
        separator.set(qn("w:type"), kind)
        separator.set(qn("w:id"), own)
        run = etree.SubElement(etree.SubElement(separator, qn("w:p")), qn("w:r"))
        etree.SubElement(run, qn(f"w:{kind}"))
    for number, note in enumerate(notes, start=1):
        _add_footnote(root, number, note, (word.styles[_NOTE_TEXT].style_id, word.styles[_NOTE_SIGN].style_id))
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    package = word.part.package
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, content, package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    _announce_separators(word)


def _add_footnote(root: etree._Element, number: int, note: str, styles: tuple[str, str]) -> None:
    text_style, sign_style = styles
    footnote = etree.SubElement(root, qn("w:footnote"))
    footnote.set(qn("w:id"), str(number))
    paragraph = etree.SubElement(footnote, qn("w:p"))
    properties = etree.SubElement(paragraph, qn("w:pPr"))
    etree.SubElement(properties, qn("w:pStyle")).set(qn("w:val"), text_style)
    sign = etree.SubElement(paragraph, qn("w:r"))
    etree.SubElement(etree.SubElement(sign, qn("w:rPr")), qn("w:rStyle")).set(qn("w:val"), sign_style)
    etree.SubElement(sign, qn("w:footnoteRef"))
    text = etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t"))
    text.set(_SPACE, "preserve")
    text.text = f" {note}"


def _announce_separators(word: WordDocument) -> None:
    """Name the separators in the settings, at the place that the schema gives them."""
    settings = word.settings.element
    footnotes = etree.Element(qn("w:footnotePr"))
    for _, number in _SEPARATORS:
        etree.SubElement(footnotes, qn("w:footnote")).set(qn("w:id"), number)
    behind = settings.find(qn("w:compat"))
    if behind is None:
        settings.append(footnotes)
    else:
        behind.addprevious(footnotes)
