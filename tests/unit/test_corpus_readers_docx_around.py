"""Word documents: what stands around the running text: notes, letterheads, heads and feet, the table of a motie."""

from corpus.readers.docx import read_docx
from corpus.reading import FactName, NoteMark, SourceNote
from tests.readings import facts, outline, texts
from tests.word_examples import LONG, field, paragraph, table, text_box, word_file


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
    assert texts(reading) == ["Eerst en dan."]
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
    assert texts(reading)[1] == "Kent u het bericht «Stil» en de wet?"
    assert reading.paragraphs[1].marks == (NoteMark(25, "h1"), NoteMark(35, "h2"))
    assert reading.notes == (
        SourceNote("h1", "1)", "De Bel, 3 mei 2024."),
        SourceNote("h2", "2)", "Kamerstuk 29398, nr. 7."),
    )
    assert texts(reading)[-1] == "Ja, zie artikel 3, onderdeel (a)."


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
    assert facts(reading) == {
        FactName.DATE: "16 mei 2024",
        FactName.SUBJECT: "Stille fietsbellen",
        FactName.MINISTRY: "Ministerie van Verkeer",
        FactName.KENMERK: "5401166",
        FactName.OTHER_KENMERK: "2024Z1",
    }
    assert outline(reading) == [("salutation", "Geachte voorzitter,"), ("paragraph", LONG)]
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
    assert facts(reading) == {
        FactName.DATE: "3 maart 2025",
        FactName.SUBJECT: "Zwemles",
        FactName.KENMERK: "2025-17",
    }
    assert texts(reading) == ["Geachte voorzitter,", LONG]


def test_a_table_of_facts_below_its_own_head_is_no_letterhead() -> None:
    """Labels side by side are the head of a table."""
    reading = read_docx(word_file(table(("Datum", "Onderwerp"), ("3 mei", "Bellen"), ("4 mei", "Remmen"))))
    assert texts(reading) == ["Datum | Onderwerp", "3 mei | Bellen", "4 mei | Remmen"]
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
    assert facts(reading) == {FactName.DATE: "3 mei 2024", FactName.KENMERK: "17"}
    assert texts(reading) == [LONG, "Slot.", "In een kader staat meer tekst."]


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
    assert facts(reading) == {FactName.DATE: "16 mei 2024", FactName.KENMERK: "17"}
    assert texts(reading) == [LONG]
    assert [line.text for line in reading.furniture if line.reason == "running foot"] == ["Pagina 2 van 4"]


def test_only_a_head_that_is_shown_makes_a_letter_confidential() -> None:
    """A template has heads for even pages too, which are not used unless the settings say so."""
    parts = {"header1": paragraph("VERTROUWELIJK"), "header2": paragraph("x"), "footer1": paragraph("x")}
    body = paragraph(LONG) + SECTION
    assert FactName.MARK not in facts(read_docx(word_file(body, **parts)))
    shown = read_docx(word_file(body, settings="<w:evenAndOddHeaders/>", **parts))
    assert facts(shown)[FactName.MARK] == "vertrouwelijk"


def test_a_draft_is_marked() -> None:
    """By a line above the letter, or by a watermark."""
    above = read_docx(word_file(paragraph("CONCEPT", bold=True) + paragraph(LONG)))
    assert (facts(above), texts(above)) == ({FactName.MARK: "concept"}, [LONG])
    watermark = '<w:p><w:r><w:pict><v:shape><v:textpath string="Concept"/></v:shape></w:pict></w:r></w:p>'
    behind = read_docx(
        word_file(paragraph(LONG) + SECTION, header1=paragraph(), header2=watermark, footer1=paragraph())
    )
    assert facts(behind) == {FactName.MARK: "concept"}


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
    assert outline(reading) == [
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
    assert facts(reading) == {
        FactName.CHAMBER: "II",
        FactName.VERGADERJAAR: "2024-2025",
        FactName.DOSSIER: "29 398",
        FactName.DOSSIER_TITLE: "Maatregelen verkeersveiligheid",
        FactName.NUMBER: "78",
        FactName.DOCUMENT_TYPE: "GEWIJZIGDE MOTIE VAN HET LID ZWART",
        FactName.DATE: "22 april 2025",
        FactName.PROPOSER: "Zwart",
    }
