"""A letter composed of what a reader saw."""

import hashlib

from corpus.letter import compose, read_letter
from corpus.reading import Fact, FactName, NoteMark, PageBreak, Paragraph, Reading, SourceNote
from corpus.types import BlockKind, Format, Furniture, Kind, Letter, Note, Page, ReferenceKind, Span


def letter_of(*paragraphs: Paragraph, **reading: object) -> Letter:
    """The letter of these paragraphs, without pages unless labels are given."""
    return compose("0" * 64, "brief.pdf", Reading(Format.PDF, paragraphs, **reading))  # type: ignore[arg-type]


def pages(letter: Letter) -> list[str]:
    """The text of each page."""
    return [letter.text[page.start : page.end] for page in letter.pages]


def test_the_body_is_the_paragraphs_with_a_blank_line_between() -> None:
    """Each paragraph is a block with its kind, level and number; empty ones are left out."""
    letter = letter_of(
        Paragraph("Inleiding", BlockKind.HEADING, level=2),
        Paragraph(" \u00ad "),
        Paragraph("1. Dit is het eerste.", BlockKind.ITEM, level=1, number="1"),
    )
    assert letter.text == "Inleiding\n\n1. Dit is het eerste."
    assert [(block.kind, block.start, block.end, block.level, block.number) for block in letter.blocks] == [
        (BlockKind.HEADING, 0, 9, 2, ""),
        (BlockKind.ITEM, 11, 32, 1, "1"),
    ]


def test_a_format_without_pages_has_one_page_without_number() -> None:
    """It spans the whole text."""
    assert letter_of(Paragraph("Een brief.")).pages == (Page(None, "", 0, 10),)


def test_pages_tile_the_text_and_empty_ones_have_an_empty_span() -> None:
    """A page begins where its first paragraph does; a page without text where the next one begins."""
    letter = letter_of(
        Paragraph("Eerste.", page=1),
        Paragraph("Derde.", page=3),
        Paragraph("Ook derde."),
        page_labels=(None, "2", "3", "4"),
    )
    assert pages(letter) == ["Eerste.\n\n", "", "Derde.\n\nOok derde.", ""]
    assert [(page.number, page.label) for page in letter.pages] == [(1, ""), (2, "2"), (3, "3"), (4, "4")]


def test_a_page_may_begin_inside_a_paragraph() -> None:
    """The break is at a word; the sentence goes on over it."""
    letter = letter_of(
        Paragraph("Deze zin loopt door op de volgende.", page=1, breaks=(PageBreak(15, 2),)), page_labels=("1", "2")
    )
    assert pages(letter) == ["Deze zin loopt ", "door op de volgende."]
    assert letter.sentences == (Span(0, 35),)


def test_pages_never_go_back() -> None:
    """A paragraph that was found out of order, or on a page that is not there, stays where it was met."""
    letter = letter_of(
        Paragraph("Tweede.", page=2), Paragraph("Kader.", page=1), Paragraph("Slot.", page=9), page_labels=("1", "2")
    )
    assert pages(letter) == ["", "Tweede.\n\nKader.\n\nSlot."]


def test_offsets_follow_the_text_that_was_cleaned() -> None:
    """Breaks and marks point at the same words after hard blanks and soft hyphens were taken out."""
    raw = "De  arbeids\u00admarkt\u00a0groeit\u00a0 en bloeit."
    letter = letter_of(
        Paragraph(
            raw,
            page=1,
            breaks=(PageBreak(raw.index("groeit"), 2), PageBreak(raw.index(" en"), 3)),
            marks=(NoteMark(raw.index("\u00a0groeit"), "a"),),
        ),
        notes=(SourceNote("a", "1", "Zie\u00a0CBS."),),
        page_labels=("1", "2", "3"),
    )
    assert letter.text == "De arbeidsmarkt groeit en bloeit."
    assert pages(letter) == ["De arbeidsmarkt ", "groeit ", "en bloeit."]
    assert letter.text[: letter.notes[0].anchor] == "De arbeidsmarkt"
    assert letter.notes_text == "Zie CBS."


def test_notes_stand_one_a_line_with_page_and_anchor() -> None:
    """A note without a mark in the text has no anchor; an empty note is left out; each has its own sentences."""
    letter = letter_of(
        Paragraph("Eerst dit."),
        Paragraph("De motie Aartsen vraagt iets.", marks=(NoteMark(16, "x"), NoteMark(29, "leeg"))),
        notes=(
            SourceNote("x", "2", "Kamerstuk 32 824, nr. 366. Zie ook aldaar.", page=4),
            SourceNote("leeg", "3", " "),
            SourceNote("los", "4", "Zonder merk."),
        ),
    )
    assert letter.notes_text == "Kamerstuk 32 824, nr. 366. Zie ook aldaar.\nZonder merk."
    assert letter.notes == (Note("2", 0, 42, 4, 28), Note("4", 43, 55, None, None))
    assert letter.text[:28].endswith("De motie Aartsen")
    assert letter.note_sentences == (Span(0, 26), Span(27, 42), Span(43, 55))


def test_sentences_do_not_cross_blocks() -> None:
    """A heading without a stop is a sentence of its own."""
    letter = letter_of(Paragraph("Werk", BlockKind.HEADING, level=1), Paragraph("Een zin. Nog een zin."))
    found = [letter.text[sentence.start : sentence.end] for sentence in letter.sentences]
    assert found == ["Werk", "Een zin.", "Nog een zin."]


def test_references_of_body_and_notes_are_told_apart() -> None:
    """Offsets count in their own text, those of the body first."""
    letter = letter_of(
        Paragraph("Zie Kamerstuk 32 824, nr. 366.", marks=(NoteMark(30, "a"),)),
        notes=(SourceNote("a", "1", "Ook Kamerstuk 36 200 XV, nr. 85."),),
    )
    body, note = letter.references
    assert (body.in_notes, letter.text[body.start : body.end]) == (False, "Kamerstuk 32 824, nr. 366")
    assert (note.in_notes, letter.notes_text[note.start : note.end]) == (True, "Kamerstuk 36 200 XV, nr. 85")
    assert (note.reference.kind, note.reference.identifier) == (ReferenceKind.KAMERSTUK, "kst-36200-XV-85")


def test_what_the_reader_knew_is_interpreted_and_kept() -> None:
    """Facts become metadata; furniture and pages without text are handed on."""
    letter = letter_of(
        Paragraph("De Kamer,", page=1),
        facts=(
            Fact(FactName.DOCUMENT_TYPE, "Motie van het lid Podt"),
            Fact(FactName.DOSSIER, "32\u00a0824"),
            Fact(FactName.NUMBER, "366"),
        ),
        furniture=(Furniture(1, "Tweede Kamer,\u00a0vergaderjaar", "foot"),),
        page_labels=("1", "2"),
        textless_pages=(2,),
    )
    assert letter.metadata.kind is Kind.MOTIE
    assert letter.metadata.dossiers[0].number == "32824"
    assert letter.furniture == (Furniture(1, "Tweede Kamer, vergaderjaar", "foot"),)
    assert letter.textless_pages == (2,)


def test_a_name_that_is_no_text_is_made_readable() -> None:
    """Bytes of a file's name that are no UTF-8 do not spoil what is written later."""
    assert compose("0" * 64, "brief-\udce9.pdf", Reading(Format.TEXT, ())).file == "brief-\ufffd.pdf"


def test_a_file_is_read_by_its_bytes() -> None:
    """The id is the sha256 of the bytes, the name is as given, the text is that of the file."""
    data = b"Geachte voorzitter,\n\nHierbij de toegezegde brief.\n"
    letter = read_letter(data, "brief.txt")
    assert letter.id == hashlib.sha256(data).hexdigest()
    assert letter.file == "brief.txt"
    assert letter.text == "Geachte voorzitter,\n\nHierbij de toegezegde brief."
