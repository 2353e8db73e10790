"""Word documents: what a reader of the page sees is what is read."""

import pytest

from corpus.errors import Refusal, UnreadableFile
from corpus.readers.docx import read_docx
from corpus.reading import FactName, NoteMark, Reading, SourceNote
from corpus.types import BlockKind
from tests.word_examples import field, paragraph, table, text_box, word_file

LONG = "Hierbij zend ik u de antwoorden op de vragen van het lid Zwart over stille fietsbellen in de stad."
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


def _texts(reading: Reading) -> list[str]:
    return [each.text for each in reading.paragraphs]


def _outline(reading: Reading) -> list[tuple[str, str]]:
    return [(each.kind.value, each.text) for each in reading.paragraphs]


def _facts(reading: Reading) -> dict[FactName, str]:
    return {fact.name: fact.value for fact in reading.facts}


def _listed(text: str, list_id: int, level: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=numbering)


def _styled(text: str, style: str) -> str:
    return paragraph(text, properties=f'<w:pStyle w:val="{style}"/>')


# ------------------------------------------------------------------------------------------------------ running text


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
    assert _texts(reading) == [f"{LONG} Datum: 3 mei 2024.", "Antwoord: nee.", "Voor en na."]


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
    assert _texts(reading) == ["Ik stuur een brief hier.", "Eerste helft en tweede helft."]


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
    assert _texts(reading) == ["Zichtbaar en ingevuld."]


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
    assert _outline(reading) == [
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
    assert _texts(reading) == ["EU-recht en arbeidsmarkt"]


# ------------------------------------------------------------------------------------------- lists, headings, tables


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
    assert _outline(reading)[1:] == [
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
    assert _outline(reading)[1:] == [
        ("table", "Jaar | Aantal (x 1.000)"),
        ("table", "2023 | 12"),
        ("paragraph", "Alinea in een tabel."),
        ("paragraph", "En nog een."),
    ]


# ------------------------------------------------------------------------------------------------------------- notes


def _reference(kind: str, identifier: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{identifier}"/></w:r>'


def test_footnotes_and_endnotes_are_tied_to_their_marks() -> None:
    """Numbered in the order of the text; a reference to a note that is not there is none."""
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/><w:t> Noot {n}.</w:t></w:r></w:p></w:footnote>'
        for n in (5, 2)
    )
    reading = read_docx(
        word_file(
            paragraph(
                "Eerst",
                _reference("footnote", 2),
                " en dan",
                _reference("footnote", 5),
                _reference("footnote", 9),
                ".",
                _reference("endnote", 1),
            ),
            footnotes=notes,
            endnotes='<w:endnote w:id="1"><w:p><w:r><w:t>Slot.</w:t></w:r></w:p></w:endnote>',
        )
    )
    assert _texts(reading) == ["Eerst en dan."]
    assert reading.paragraphs[0].marks == (NoteMark(5, "f2"), NoteMark(12, "f5"), NoteMark(13, "e1"))
    assert reading.notes == (
        SourceNote("f2", "1", "Noot 2."),
        SourceNote("f5", "2", "Noot 5."),
        SourceNote("e1", "i", "Slot."),
    )


def test_notes_made_by_hand_become_notes() -> None:
    """The list at the end leaves the text, the marks leave the words."""
    reading = read_docx(
        word_file(
            paragraph("Vraag 1")
            + paragraph("Kent u het bericht «Stil» 1) en de wet 2)?")
            + paragraph("Antwoord 1")
            + paragraph("Ja, zie artikel 3, onderdeel (a).")
            + paragraph("1) De Bel, 3 mei 2024.")
            + paragraph("2) Kamerstuk 29398, nr. 7.")
        )
    )
    assert _texts(reading)[1] == "Kent u het bericht «Stil» en de wet?"
    assert reading.paragraphs[1].marks == (NoteMark(25, "h1"), NoteMark(35, "h2"))
    assert reading.notes == (
        SourceNote("h1", "1)", "De Bel, 3 mei 2024."),
        SourceNote("h2", "2)", "Kamerstuk 29398, nr. 7."),
    )
    assert _texts(reading)[-1] == "Ja, zie artikel 3, onderdeel (a)."


# ---------------------------------------------------------------------------------------- letterhead, heads and feet


def test_the_letterhead_of_a_ministry_is_facts() -> None:
    """Labels beside and above their values, in fields too; addresses leave the text."""
    reading = read_docx(
        word_file(
            table(
                ("&gt; Retouradres Postbus 20301 2500 EH Den Haag",),
                ("Aan de Voorzitter van de Tweede Kamer\nder Staten-Generaal",),
                (
                    paragraph(field(" DOCPROPERTY _datum ", "Datum")),
                    paragraph(field(" DOCPROPERTY datum ", "16 mei 2024")),
                ),
                ("Betreft", "Stille fietsbellen"),
            )
            + table(
                ("Ministerie van Verkeer\n\nContactpersoon\nA. Groen\n\nOns kenmerk\n5401166\n\nUw kenmerk\n2024Z1",)
            )
            + paragraph("Geachte voorzitter,")
            + paragraph(LONG)
        )
    )
    assert _facts(reading) == {
        FactName.DATE: "16 mei 2024",
        FactName.SUBJECT: "Stille fietsbellen",
        FactName.MINISTRY: "Ministerie van Verkeer",
        FactName.KENMERK: "5401166",
        FactName.OTHER_KENMERK: "2024Z1",
    }
    assert _outline(reading) == [("salutation", "Geachte voorzitter,"), ("paragraph", LONG)]
    assert "Aan de Voorzitter van de Tweede Kamer" in [line.text for line in reading.furniture]


def test_labels_in_lines_with_tabs_are_read_too() -> None:
    """A label, a tab and its value; a label on a line of its own above its value."""
    tab = "<w:r><w:tab/></w:r>"
    reading = read_docx(
        word_file(
            paragraph("Datum", tab, "3 maart 2025")
            + paragraph("Onderwerp:", tab, "Zwemles")
            + paragraph("Ons kenmerk")
            + paragraph("2025-17")
            + paragraph("Geachte voorzitter,")
            + paragraph(LONG)
        )
    )
    assert _facts(reading) == {
        FactName.DATE: "3 maart 2025",
        FactName.SUBJECT: "Zwemles",
        FactName.KENMERK: "2025-17",
    }
    assert _texts(reading) == ["Geachte voorzitter,", LONG]


def test_a_table_of_facts_below_its_own_head_is_no_letterhead() -> None:
    """Labels side by side are the head of a table."""
    reading = read_docx(word_file(table(("Datum", "Onderwerp"), ("3 mei", "Bellen"), ("4 mei", "Remmen"))))
    assert _texts(reading) == ["Datum | Onderwerp", "3 mei | Bellen", "4 mei | Remmen"]
    assert reading.facts == ()


def test_the_margin_column_in_a_text_box_is_no_text() -> None:
    """It is read once, though Word writes it twice; a box with text of the letter is text."""
    margin = paragraph("Datum") + paragraph("3 mei 2024") + paragraph() + paragraph("Ons kenmerk") + paragraph("17")
    reading = read_docx(
        word_file(
            paragraph(LONG, text_box(margin))
            + paragraph("Slot.", text_box(paragraph("In een kader staat meer tekst.")))
        )
    )
    assert _facts(reading) == {FactName.DATE: "3 mei 2024", FactName.KENMERK: "17"}
    assert _texts(reading) == [LONG, "Slot.", "In een kader staat meer tekst."]


SECTION = """<w:sectPr><w:headerReference w:type="even" r:id="rIdheader1"/>
<w:headerReference w:type="default" r:id="rIdheader2"/>
<w:footerReference w:type="default" r:id="rIdfooter1"/></w:sectPr>"""


def test_heads_and_feet_are_facts_and_furniture() -> None:
    """The date on the first page comes before the one in the head of the next pages."""
    reading = read_docx(
        word_file(
            table(("Datum", "16 mei 2024")) + paragraph(LONG) + SECTION,
            header1=paragraph("VERTROUWELIJK"),
            header2=paragraph("Datum")
            + paragraph("11 april 2024")
            + paragraph()
            + paragraph("Ons kenmerk")
            + paragraph("17"),
            footer1=paragraph("Pagina ", field(" PAGE ", "2"), " van ", field(" NUMPAGES ", "4")),
        )
    )
    assert _facts(reading) == {FactName.DATE: "16 mei 2024", FactName.KENMERK: "17"}
    assert _texts(reading) == [LONG]
    assert [line.text for line in reading.furniture if line.reason == "running foot"] == ["Pagina 2 van 4"]


def test_only_a_head_that_is_shown_makes_a_letter_confidential() -> None:
    """A template has heads for even pages too, which are not used unless the settings say so."""
    parts = {"header1": paragraph("VERTROUWELIJK"), "header2": paragraph("x"), "footer1": paragraph("x")}
    body = paragraph(LONG) + SECTION
    assert FactName.MARK not in _facts(read_docx(word_file(body, **parts)))
    shown = read_docx(word_file(body, settings="<w:evenAndOddHeaders/>", **parts))
    assert _facts(shown)[FactName.MARK] == "vertrouwelijk"


def test_a_draft_is_marked() -> None:
    """By a line above the letter, or by a watermark."""
    above = read_docx(word_file(paragraph("CONCEPT", bold=True) + paragraph(LONG)))
    assert (_facts(above), _texts(above)) == ({FactName.MARK: "concept"}, [LONG])
    watermark = '<w:p><w:r><w:pict><v:shape><v:textpath string="Concept"/></v:shape></w:pict></w:r></w:p>'
    behind = read_docx(
        word_file(paragraph(LONG) + SECTION, header1=paragraph(), header2=watermark, footer1=paragraph())
    )
    assert _facts(behind) == {FactName.MARK: "concept"}


# ------------------------------------------------------------------------------------------------------------ stukken


def test_a_motie_as_it_circulates_is_read_from_its_table() -> None:
    """Number, title and date stand in the text as they do on the page; the rest of the head is facts."""
    reading = read_docx(
        word_file(
            table(
                ("TWEEDE KAMER DER STATEN-GENERAAL", "2"),
                ("Vergaderjaar 2024-2025",),
                ("", ""),
                ("29 398", "Maatregelen verkeersveiligheid"),
                ("Nr. 78", "GEWIJZIGDE MOTIE VAN HET LID ZWART\nTer vervanging van die gedrukt onder nr. 77"),
                ("", "Voorgesteld 22 april 2025"),
                ("", "De Kamer,"),
                ("", "gehoord de beraadslaging,"),
                ("", "overwegende dat bellen stil zijn;\n\nverzoekt de regering te bellen,"),
                ("", "en gaat over tot de orde van de dag.\n\nZwart"),
            )
        )
    )
    assert _outline(reading) == [
        ("heading", "Nr. 78 GEWIJZIGDE MOTIE VAN HET LID ZWART"),
        ("paragraph", "Ter vervanging van die gedrukt onder nr. 77"),
        ("paragraph", "Voorgesteld 22 april 2025"),
        ("paragraph", "De Kamer,"),
        ("paragraph", "gehoord de beraadslaging,"),
        ("paragraph", "overwegende dat bellen stil zijn;"),
        ("dictum", "verzoekt de regering te bellen,"),
        ("paragraph", "en gaat over tot de orde van de dag."),
        ("signature", "Zwart"),
    ]
    assert _facts(reading) == {
        FactName.CHAMBER: "II",
        FactName.VERGADERJAAR: "2024-2025",
        FactName.DOSSIER: "29 398",
        FactName.DOSSIER_TITLE: "Maatregelen verkeersveiligheid",
        FactName.NUMBER: "78",
        FactName.DOCUMENT_TYPE: "GEWIJZIGDE MOTIE VAN HET LID ZWART",
        FactName.DATE: "22 april 2025",
        FactName.PROPOSER: "Zwart",
    }


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
