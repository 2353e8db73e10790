"""From rows of text to paragraphs."""

from corpus.layout.columns import Column, columns_of
from corpus.layout.hyphens import Vocabulary
from corpus.layout.notes import Notes
from corpus.layout.page import Line
from corpus.layout.paragraphs import make_paragraphs
from corpus.layout.style import Style
from corpus.reading import NoteMark, PageBreak, Paragraph
from corpus.types import BlockKind, Span

STYLE = Style(size=9, distance=1.2, right_edges={80: 400})


def line(text: str, y: float, x0: float = 80, x1: float = 395, **look: object) -> Line:
    """A line that reaches the right edge unless told otherwise."""
    return Line(**{"page": 1, "text": text, "x0": x0, "x1": x1, "y": y, "size": 9, **look})  # type: ignore[arg-type]


def column(*lines: Line) -> Column:
    """The one column of a page."""
    (only,) = columns_of(lines, None)
    return Column(only.page, 80, 400, only.rows)


def make(*columns: Column, notes: Notes | None = None) -> list[Paragraph]:
    """The paragraphs of these columns."""
    return make_paragraphs(columns, STYLE, notes or Notes(), Vocabulary(()))


def texts(*columns: Column) -> list[str]:
    """The texts of the paragraphs of these columns."""
    return [paragraph.text for paragraph in make(*columns)]


def test_lines_at_the_usual_distance_are_one_paragraph() -> None:
    """Their words are joined."""
    assert texts(column(line("De eerste re-", 700), line("gel gaat door", 689))) == ["De eerste regel gaat door"]


def test_a_wider_distance_begins_a_paragraph() -> None:
    """A blank line lies between them."""
    assert texts(column(line("Een zin.", 700), line("Nog een.", 678))) == ["Een zin.", "Nog een."]


def test_a_sentence_that_leaves_room_for_the_next_word_ends_a_paragraph() -> None:
    """Prints without blank lines between paragraphs show it so."""
    assert texts(column(line("Het einde.", 700, x1=200), line("Een begin", 689))) == ["Het einde.", "Een begin"]


def test_a_sentence_that_fills_its_line_may_go_on() -> None:
    """There was no room for the next word."""
    assert texts(column(line("Het einde.", 700), line("Een begin", 689))) == ["Het einde. Een begin"]


def test_a_line_that_ends_early_within_a_sentence_goes_on() -> None:
    """A day stays with its month, though the day would have fitted."""
    assert texts(column(line("de brief van", 700, x1=340), line("24 april is", 689))) == ["de brief van 24 april is"]


def test_an_indented_line_after_a_full_stop_begins_a_paragraph() -> None:
    """Old prints show it so."""
    assert texts(column(line("Een.", 700), line("Twee.", 689, x0=92), line("Drie", 678))) == ["Een.", "Twee. Drie"]


def test_items_of_a_list_are_apart_and_hang_together() -> None:
    """A line back at the left edge ends the last item."""
    assert texts(
        column(
            line("– een lang", 700), line("item", 689, x0=90, x1=200), line("– nog een", 678, x1=200),
            line("Daarna", 667),
        )
    ) == ["– een lang item", "– nog een", "Daarna"]  # fmt: skip


def test_a_dash_within_a_sentence_is_no_item() -> None:
    """The line before it is full and not ended."""
    assert texts(column(line("dat meedoen", 700), line("– in de samenleving – mist", 689))) == [
        "dat meedoen – in de samenleving – mist"
    ]


def test_numbers_that_run_on_within_a_sentence_are_no_items() -> None:
    """Several stand on one line."""
    assert texts(
        column(line("vaardigheden:", 700), line("1) lezen, 2) schrijven,", 689), line("3) spreken.", 678))
    ) == ["vaardigheden: 1) lezen, 2) schrijven, 3) spreken."]


def test_a_paragraph_goes_on_in_the_next_column_and_page() -> None:
    """From the break on its words stand on the new page."""
    assert make(column(line("Het begin van", 700)), column(line("een zin.", 740, page=2))) == [
        Paragraph("Het begin van een zin.", page=1, breaks=(PageBreak(14, 2),))
    ]


def test_a_word_divided_by_a_page_belongs_to_the_page_where_it_begins() -> None:
    """The break stands at the next word."""
    assert make(column(line("Het onder-", 700)), column(line("zoek is klaar.", 740, page=2)))[0].breaks == (
        PageBreak(14, 2),
    )


def test_a_divided_word_alone_on_its_line_moves_the_break_to_the_next_line() -> None:
    """There is no other word on the new page's first line."""
    made = make(column(line("Het onder-", 700)), column(line("zoek", 740, page=2), line("is klaar.", 729, page=2)))
    assert (made[0].text, made[0].breaks) == ("Het onderzoek is klaar.", (PageBreak(14, 2),))


def test_marks_leave_the_words_and_are_kept() -> None:
    """The offset is the end of the word that bore the mark."""
    notes = Notes(places={"1": [(1, "1")]})
    (made,) = make(column(line("de motie1 is kort", 700, raised=(Span(8, 9),))), notes=notes)
    assert (made.text, made.marks) == ("de motie is kort", (NoteMark(8, "1"),))


def test_a_mark_before_a_full_stop_leaves_no_blank() -> None:
    """Typists put a blank before a mark."""
    notes = Notes(places={"1": [(1, "1")]})
    (made,) = make(column(line("het rapport 1.", 700, raised=(Span(12, 13),))), notes=notes)
    assert (made.text, made.marks) == ("het rapport.", (NoteMark(11, "1"),))


def test_a_mark_between_two_sentences_leaves_a_blank() -> None:
    """The next sentence may stand right behind the mark."""
    notes = Notes(places={"3": [(1, "3")]})
    (made,) = make(column(line("gesproken.3Later volgt", 700, raised=(Span(10, 11),))), notes=notes)
    assert (made.text, made.marks) == ("gesproken. Later volgt", (NoteMark(10, "3"),))


def test_bold_lines_are_headings_and_larger_ones_stand_above_them() -> None:
    """The level follows the look."""
    made = make(
        column(
            line("Groot", 720, x1=150, size=12, bold=True),
            line("Vet", 690, x1=150, bold=True),
            line("Tekst van een alinea", 679),
        )
    )
    assert [(each.kind, each.level, each.text) for each in made] == [
        (BlockKind.HEADING, 1, "Groot"),
        (BlockKind.HEADING, 2, "Vet"),
        (BlockKind.PARAGRAPH, 0, "Tekst van een alinea"),
    ]


def test_a_short_line_right_above_a_paragraph_is_a_heading() -> None:
    """There is room above it and none below."""
    made = make(
        column(
            line("Een alinea.", 720, x1=300),
            line("Benelux", 690, x1=150),
            line("Het verdrag", 679),
            line("is oud.", 668),
        )
    )
    assert [each.kind for each in made] == [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_a_head_of_a_question_stands_alone() -> None:
    """Whatever the distances."""
    assert texts(column(line("Vraag 3", 700, x1=120), line("klopt dit", 689), line("Antwoord 3", 678))) == [
        "Vraag 3",
        "klopt dit",
        "Antwoord 3",
    ]


def test_clauses_of_a_motie_stand_apart() -> None:
    """They begin in lower case after a comma or semicolon."""
    assert texts(
        column(line("De Kamer,", 700, x1=120)),
        column(line("gehoord de beraadslaging,", 740, x1=200), line("verzoekt de regering", 729), line("iets,", 718)),
    ) == ["De Kamer,", "gehoord de beraadslaging,", "verzoekt de regering iets,"]


def test_a_table_row_of_single_lines_is_quoted_as_it_stands() -> None:
    """Longer cells are set apart."""
    made = make(
        column(
            line("Jaar", 700, x1=110), line("2023", 700, x0=200, x1=230),
            line("Aantal", 690, x1=110), line("12", 690, x0=200, x1=230),
        )
    )  # fmt: skip
    assert [(each.kind, each.text) for each in made] == [
        (BlockKind.TABLE, "Jaar 2023"),
        (BlockKind.TABLE, "Aantal 12"),
    ]
