"""Word documents for tests, put together from the XML of their parts."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LONG = "Hierbij zend ik u de antwoorden op de vragen van het lid Zwart over stille fietsbellen in de stad."
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"header": "hdr", "footer": "ftr", "styles": "styles", "numbering": "numbering", "settings": "settings"}


def word_file(body: str, **parts: str) -> bytes:
    """A .docx with this content of its body; `header1`, `footer1`, `footnotes`, `styles`, … hold further parts.

    A section that refers to header1 does so by the id "rIdheader1".
    """
    names = {"document": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"}
    for name, content in parts.items():
        root = _ROOTS.get(name.rstrip("0123456789"), name)
        names[name] = f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.'
        f'{"document.main" if name == "document" else name.rstrip("0123456789")}+xml"/>'
        for name in names
    )
    relations = "".join(
        f'<Relationship Id="rId{name}" Type="{R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in names
        if name != "document"
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" '
            f'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        )
        for name, content in names.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def paragraph(*texts: str, properties: str = "", bold: bool = False) -> str:
    """A paragraph with a run for each text; a text that is XML stands as it is."""
    runs = "".join(
        text
        if text.startswith("<")
        else f'<w:r><w:rPr>{"<w:b/>" * bold}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for text in texts
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with one paragraph for each line of their text; a cell that is XML stands as it is."""
    content = ""
    for row in rows:
        cells = (cell if cell.startswith("<") else "".join(map(paragraph, cell.split("\n"))) for cell in row)
        content += "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"
    return f"<w:tbl>{content}</w:tbl>"


def field(code: str, *results: str) -> str:
    """A field with its code and its result, in runs."""
    result = "".join(f"<w:r><w:t>{text}</w:t></w:r>" for text in results)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def text_box(content: str) -> str:
    """A text box in both of the forms in which Word writes it."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>{box}</wps:txbx>'
        f"</wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox>"
        f"</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
