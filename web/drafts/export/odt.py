"""A document as an OpenDocument text with real footnotes, as OASIS OpenDocument 1.3 has it."""

import io
import zipfile
from collections.abc import Sequence

from lxml import etree

from web.drafts.export.document import SOURCES, Document, Paragraph, Style

_TYPE = "application/vnd.oasis.opendocument.text"
_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_BASE}office:1.0",
    "text": f"{_BASE}text:1.0",
    "style": f"{_BASE}style:1.0",
    "fo": f"{_BASE}xsl-fo-compatible:1.0",
    "meta": f"{_BASE}meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "manifest": f"{_BASE}manifest:1.0",
}
_VERSION = "1.3"
_STYLES = {
    Style.TITLE: "Title",
    Style.HEADING: "Heading_20_2",
    Style.QUESTION: "Quotations",
    Style.BODY: "Text_20_body",
}
_LEVELS = {Style.TITLE: "1", Style.HEADING: "2"}
_NOTE_STYLE = "Footnote"
_SIGN_STYLE = "Footnote_20_Symbol"
# A fixed date: the same document makes the same file.
_DATE = (1980, 1, 1, 0, 0, 0)


def odt(document: Document) -> bytes:
    """The document as the bytes of an .odt file."""
    members = (
        ("content.xml", _content(document)),
        ("styles.xml", _styles()),
        ("meta.xml", _meta(document.title)),
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        # The first member, not packed: by it other programs tell what the file is.
        archive.writestr(zipfile.ZipInfo("mimetype", _DATE), _TYPE, zipfile.ZIP_STORED)
        for name, root in (*members, ("META-INF/manifest.xml", _manifest([name for name, _ in members]))):
            content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            archive.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _name(prefixed: str) -> str:
    prefix, _, local = prefixed.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def _element(parent: etree._Element | None, name: str, text: str = "", **attributes: str) -> etree._Element:
    """An element with attributes, written `office_version` for `office:version` and `fo_font__size` for a hyphen."""
    named = {_name(key.replace("__", "-").replace("_", ":", 1)): value for key, value in attributes.items()}
    if parent is None:
        element = etree.Element(_name(name), attrib=named, nsmap=_SPACES)
    else:
        element = etree.SubElement(parent, _name(name), attrib=named)
    element.text = text or None
    return element


def _content(document: Document) -> etree._Element:
    root = _element(None, "office:document-content", office_version=_VERSION)
    text = _element(_element(root, "office:body"), "office:text")
    for paragraph in document.paragraphs:
        _write(text, paragraph, document.notes)
    if document.sources:
        _element(text, "text:h", SOURCES, text_style__name="Heading_20_2", text_outline__level="2")
        listed = _element(text, "text:list", text_style__name="List")
        for source in document.sources:
            item = _element(listed, "text:list-item")
            _add_text(_element(item, "text:p", text_style__name="Text_20_body"), source)
    return root


def _write(parent: etree._Element, paragraph: Paragraph, notes: Sequence[str]) -> None:
    level = _LEVELS.get(paragraph.style)
    style = _STYLES[paragraph.style]
    if level:
        written = _element(parent, "text:h", text_style__name=style, text_outline__level=level)
    else:
        written = _element(parent, "text:p", text_style__name=style)
    for run in paragraph.runs:
        if run.note:
            _add_note(written, run.note, notes[run.note - 1])
        else:
            _add_text(written, run.text)


def _add_note(parent: etree._Element, number: int, words: str) -> None:
    note = _element(parent, "text:note", text_id=f"ftn{number}", text_note__class="footnote")
    _element(note, "text:note-citation", str(number))
    body = _element(note, "text:note-body")
    _add_text(_element(body, "text:p", text_style__name=_NOTE_STYLE), words)


def _add_text(parent: etree._Element, text: str) -> None:
    """Text behind what the element holds already; blanks beyond the first need a sign of their own."""
    for place, line in enumerate(text.split("\n")):
        if place:
            _element(parent, "text:line-break")
        if not len(parent):
            parent.text = (parent.text or "") + line
        else:
            parent[-1].tail = (parent[-1].tail or "") + line


def _styles() -> etree._Element:
    root = _element(None, "office:document-styles", office_version=_VERSION)
    styles = _element(root, "office:styles")
    default = _element(styles, "style:default-style", style_family="paragraph")
    _element(default, "style:text-properties", fo_language="nl", fo_country="NL", fo_font__size="11pt")
    _paragraph_style(styles, "Standard", "")
    _paragraph_style(styles, "Text_20_body", "Standard", below="0.25cm")
    _paragraph_style(styles, "Title", "Standard", below="0.5cm", size="18pt", bold=True)
    _paragraph_style(styles, "Heading_20_2", "Standard", below="0.2cm", size="13pt", bold=True)
    _paragraph_style(styles, "Quotations", "Standard", below="0.25cm", italic=True)
    _paragraph_style(styles, _NOTE_STYLE, "Standard", size="9pt")
    sign = _element(styles, "style:style", style_name=_SIGN_STYLE, style_family="text")
    _element(sign, "style:text-properties", style_text__position="super 58%")
    _element(
        styles,
        "text:notes-configuration",
        text_note__class="footnote",
        text_citation__style__name=_SIGN_STYLE,
        text_citation__body__style__name=_SIGN_STYLE,
        text_default__style__name=_NOTE_STYLE,
        style_num__format="1",
        style_num__suffix=" ",
        text_footnotes__position="page",
    )
    bullets = _element(styles, "text:list-style", style_name="List")
    level = _element(bullets, "text:list-level-style-bullet", text_level="1", text_bullet__char="•")
    _element(level, "style:list-level-properties", text_space__before="0.3cm", text_min__label__width="0.5cm")
    layout = _element(_element(root, "office:automatic-styles"), "style:page-layout", style_name="A4")
    _element(layout, "style:page-layout-properties", fo_page__width="21cm", fo_page__height="29.7cm", fo_margin="2.5cm")
    masters = _element(root, "office:master-styles")
    _element(masters, "style:master-page", style_name="Standard", style_page__layout__name="A4")
    return root


def _paragraph_style(
    parent: etree._Element,
    name: str,
    base: str,
    *,
    below: str = "",
    size: str = "",
    bold: bool = False,
    italic: bool = False,
) -> None:
    style = _element(
        parent,
        "style:style",
        style_name=name,
        style_display__name=name.replace("_20_", " "),
        style_family="paragraph",
        **({"style_parent__style__name": base} if base else {}),
    )
    if below:
        _element(style, "style:paragraph-properties", fo_margin__bottom=below)
    worn = {
        **({"fo_font__size": size} if size else {}),
        **({"fo_font__weight": "bold"} if bold else {}),
        **({"fo_font__style": "italic"} if italic else {}),
    }
    if worn:
        _element(style, "style:text-properties", **worn)


def _meta(title: str) -> etree._Element:
    root = _element(None, "office:document-meta", office_version=_VERSION)
    meta = _element(root, "office:meta")
    _element(meta, "dc:title", title)
    _element(meta, "dc:language", "nl-NL")
    return root


def _manifest(names: Sequence[str]) -> etree._Element:
    root = _element(None, "manifest:manifest", manifest_version=_VERSION)
    whole = {"manifest_full__path": "/", "manifest_version": _VERSION, "manifest_media__type": _TYPE}
    _element(root, "manifest:file-entry", **whole)
    for name in names:
        _element(root, "manifest:file-entry", manifest_full__path=name, manifest_media__type="text/xml")
    return root
