"""Word documents: what a reader of the page sees is what is read, and what is damaged is refused."""

import pytest

from corpus.errors import Refusal, UnreadableFile
from corpus.readers.docx import read_docx
from corpus.types import BlockKind
from tests.readings import outline, texts
from tests.word_examples import LONG, field, paragraph, table, word_file

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>"""
NUMBERING = """<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"""


def _listed(text: str, list_id: int, level: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=numbering)


def _styled(text: str, style: str) -> str:
    return paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')


def test_a_field_gives_its_result_and_not_its_code() -> None:
    """Also when one field stands in the code of another one, or ends in the next paragraph."""
    nested = field(" IF ", "nee").replace("<w:instrText> IF ", field(" NUMPAGES ", "7") + "<w:instrText> = 1 ")
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE </w:instrText></w:r>'
    reading = read_docx(
        word_file(
            paragraph(LONG, " Datum: ", field(" DOCPROPERTY datum ", "3 mei", " 2024"), ".")
            + paragraph("Antwoord: ", nested, ".")
            + paragraph("Voor ", open_field, "verborgen ")
            + paragraph("ook verborgen", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "en na.")
        )
    )
    assert texts(reading) == [f"{LONG} Datum: 3 mei 2024.", "Antwoord: nee.", "Voor en na."]


def test_tracked_changes_have_their_outcome() -> None:
    """What was inserted is read, what was deleted or moved away is not; a deleted paragraph end joins."""
    deleted_end = "<w:rPr><w:del/></w:rPr>"
    reading = read_docx(
        word_file(
            paragraph(
                "Ik stuur ",
                "<w:del><w:r><w:delText>geen</w:delText></w:r></w:del>",
                "<w:ins><w:r><w:t>een</w:t></w:r></w:ins>",
                " brief ",
                "<w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom>",
                "<w:moveTo><w:r><w:t>hier</w:t></w:r></w:moveTo>",
                ".",
            )
            + paragraph("Eerste helft ", properties=deleted_end)
            + paragraph("en tweede helft.")
        )
    )
    assert texts(reading) == ["Ik stuur een brief hier.", "Eerste helft en tweede helft."]


def test_hidden_text_and_empty_places_are_left_out() -> None:
    """By the run or by its style; the text that asks to fill something in too."""
    placeholder = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Klik</w:t></w:r></w:sdtContent></w:sdt>"
    )
    filled = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>ingevuld</w:t></w:r></w:sdtContent></w:sdt>"
    reading = read_docx(
        word_file(
            paragraph(
                "Zichtbaar ",
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>weg </w:t></w:r>",
                '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>en </w:t></w:r>',
                '<w:r><w:rPr><w:rStyle w:val="Weg"/></w:rPr><w:t>weg </w:t></w:r>',
                filled,
                placeholder,
                ".",
            ),
            styles=STYLES,
        )
    )
    assert texts(reading) == ["Zichtbaar en ingevuld."]


def test_a_broken_line_begins_anew_unless_the_sentence_goes_on() -> None:
    """Behind a line break "Antwoord op vraag 1" is the line that announces the answer."""
    line_break = "<w:r><w:br/></w:r>"
    reading = read_docx(
        word_file(
            paragraph("Vraag 1")
            + paragraph("Klopt het bericht", line_break, "over de bellen?")
            + paragraph(line_break, "Antwoord op vraag 1", line_break, "Ja.")
        )
    )
    assert outline(reading) == [
        ("heading", "Vraag 1"),
        ("question", "Klopt het bericht over de bellen?"),
        ("heading", "Antwoord op vraag 1"),
        ("answer", "Ja."),
    ]


def test_special_characters_stand_for_what_is_printed() -> None:
    """Hyphens that do not break, soft ones, tabs."""
    reading = read_docx(
        word_file(
            paragraph("EU", "<w:r><w:noBreakHyphen/><w:t>recht en arbeids</w:t><w:softHyphen/><w:t>markt</w:t></w:r>")
        )
    )
    assert texts(reading) == ["EU-recht en arbeidsmarkt"]


def test_lists_have_the_numbers_and_bullets_that_word_prints() -> None:
    """They stand in no text of the file; a deeper list begins anew under each item."""
    reading = read_docx(
        word_file(
            paragraph("Ik doe het volgende.")
            + _listed("Bellen testen.", 1)
            + _listed("Met de hand.", 1, 1)
            + _listed("Met de voet.", 1, 1)
            + _listed("Kamer informeren.", 1)
            + _listed("Opnieuw.", 1, 1)
            + _listed("Punt.", 2),
            numbering=NUMBERING,
        )
    )
    assert [(each.text, each.number, each.level) for each in reading.paragraphs[1:]] == [
        ("1. Bellen testen.", "1", 1),
        ("a) Met de hand.", "a", 2),
        ("b) Met de voet.", "b", 2),
        ("2. Kamer informeren.", "2", 1),
        ("a) Opnieuw.", "a", 2),
        ("• Punt.", "", 1),
    ]
    assert {each.kind for each in reading.paragraphs[1:]} == {BlockKind.ITEM}


def test_styles_make_headings_and_contents_are_left_out() -> None:
    """A style that is based on a heading is one too, of its own depth."""
    reading = read_docx(
        word_file(
            _styled("Aanleiding 2", "Inhopg1")
            + _styled("Aanleiding", "Kop1")
            + _styled("Cijfers", "Kop2")
            + paragraph(LONG),
            styles=STYLES,
        )
    )
    assert [(each.text, each.level) for each in reading.paragraphs if each.kind is BlockKind.HEADING] == [
        ("Aanleiding", 1),
        ("Cijfers", 2),
    ]
    assert [(line.text, line.reason) for line in reading.furniture] == [("Aanleiding 2", "table of contents")]


def test_a_short_bold_line_above_plain_text_is_a_heading() -> None:
    """A question in bold letters is not, and a signature is not."""
    reading = read_docx(
        word_file(
            paragraph(LONG)
            + paragraph("Stand van zaken", bold=True)
            + paragraph("Het gaat goed.")
            + paragraph("Vraag 1", bold=True)
            + paragraph("Gaat het goed", bold=True)
            + paragraph("Antwoord 1", bold=True)
            + paragraph("Ja.")
        )
    )
    assert outline(reading)[1:] == [
        ("heading", "Stand van zaken"),
        ("paragraph", "Het gaat goed."),
        ("heading", "Vraag 1"),
        ("question", "Gaat het goed"),
        ("heading", "Antwoord 1"),
        ("answer", "Ja."),
    ]


def test_a_table_of_facts_has_a_paragraph_a_row() -> None:
    """Its cells joined, note marks in place; a table that only puts text in its place is text."""
    reading = read_docx(
        word_file(
            paragraph(LONG)
            + table(("Jaar", "Aantal\n(x 1.000)"), ("2023", "12"), ("", ""))
            + table(("Alinea in een tabel.\nEn nog een.",))
        )
    )
    assert outline(reading)[1:] == [
        ("table", "Jaar | Aantal (x 1.000)"),
        ("table", "2023 | 12"),
        ("paragraph", "Alinea in een tabel."),
        ("paragraph", "En nog een."),
    ]


def test_a_damaged_package_is_refused_with_what_to_do() -> None:
    """Cut off anywhere."""
    whole = word_file(paragraph(LONG))
    for length in (40, len(whole) // 2, len(whole) - 30):
        with pytest.raises(UnreadableFile, match="Word") as refused:
            read_docx(whole[:length])
        assert refused.value.reason is Refusal.DAMAGED


def test_a_package_that_unpacks_to_too_much_is_refused() -> None:
    """Before anything of it is unpacked."""
    with pytest.raises(UnreadableFile, match="60 MB") as refused:
        read_docx(word_file(paragraph(LONG), footnotes=" " * (61 * 1024 * 1024)))
    assert refused.value.reason is Refusal.TOO_LARGE
