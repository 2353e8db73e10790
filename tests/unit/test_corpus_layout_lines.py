"""From pieces with a place to lines of text."""

from corpus.layout.lines import page_lines
from corpus.layout.page import Line, PageContent, Piece
from corpus.types import Span


def lines_of(*pieces: Piece) -> list[Line]:
    """The lines of a page with these pieces."""
    return page_lines(PageContent(1, 595, 842, pieces))


def texts(*pieces: Piece) -> list[str]:
    """The texts of the lines of a page with these pieces."""
    return [line.text for line in lines_of(*pieces)]


def test_pieces_of_one_baseline_make_one_line_from_left_to_right() -> None:
    """The order in the file does not matter."""
    assert texts(Piece("brief", 50, 70, 700, 10), Piece("Een ", 30, 48.8, 700, 10)) == ["Een brief"]


def test_lines_stand_from_top_to_bottom() -> None:
    """The highest baseline comes first."""
    assert texts(Piece("onder", 30, 60, 600, 10), Piece("boven", 30, 60, 700, 10)) == ["boven", "onder"]


def test_a_small_gap_inside_a_word_is_no_space() -> None:
    """Letters that a program sets apart by a tenth of their size stay one word: "P agina" is "Pagina"."""
    assert texts(
        Piece("P", 30, 36, 700, 10), Piece("agina", 37.5, 60, 700, 10), Piece(" ", 60, 63, 700, 10),
        Piece("2", 63, 69, 700, 10),
    ) == ["Pagina 2"]  # fmt: skip


def test_a_gap_is_a_space_where_spaces_are_not_written() -> None:
    """Some programs only move on between words."""
    assert texts(Piece("twee", 30, 50, 700, 10), Piece("woorden", 52.2, 90, 700, 10)) == ["twee woorden"]


def test_a_written_space_that_the_next_letter_covers_is_none() -> None:
    """A space may be shown and taken back."""
    assert texts(Piece("lucht", 30, 50, 700, 10), Piece(" ", 50, 52.8, 700, 10), Piece("vaart", 50, 70, 700, 10)) == [
        "luchtvaart"
    ]


def test_a_wide_gap_ends_a_line() -> None:
    """What stands far to the right on the same baseline is another cell or column."""
    assert texts(Piece("Kenmerk", 30, 70, 700, 10), Piece("2024-1", 120, 150, 700, 10)) == ["Kenmerk", "2024-1"]


def test_smaller_letters_close_to_a_line_are_apart() -> None:
    """The margin column stands close to the text."""
    assert texts(Piece("eind van de zin", 30, 200, 700, 9), Piece("Datum", 205, 225, 700, 6.5)) == [
        "eind van de zin",
        "Datum",
    ]


def test_a_small_raised_number_joins_its_word() -> None:
    """Its place in the text is kept as raised."""
    (line,) = lines_of(
        Piece("motie", 30, 50, 700, 9), Piece("12", 50, 56, 703.5, 5.5), Piece(" is kort", 56, 90, 700, 9)
    )
    assert (line.text, line.raised) == ("motie12 is kort", (Span(5, 7),))


def test_a_lowered_number_is_text_and_not_raised() -> None:
    """The 2 of CO2 stands below the line."""
    (line,) = lines_of(Piece("CO", 30, 45, 700, 9), Piece("2", 45, 49, 698, 5.5), Piece("-uitstoot", 49, 80, 700, 9))
    assert (line.text, line.raised) == ("CO2-uitstoot", ())


def test_an_accent_drawn_over_a_letter_joins_it() -> None:
    """Old fonts draw the letter and then the accent over it."""
    assert texts(Piece("Kostic", 30, 58.8, 700, 9), Piece("´ ", 54.8, 62.8, 700, 9), Piece("en", 62, 72, 700, 9)) == [
        "Kostić en"
    ]


def test_an_accent_drawn_before_its_letter_joins_it() -> None:
    """Other programs draw the accent first."""
    assert texts(Piece("caf", 30, 45, 700, 9), Piece("´", 45, 49, 700, 9), Piece("e", 45, 50, 700, 9)) == ["café"]


def test_look_of_a_line_is_the_look_of_most_letters() -> None:
    """One bold name does not make a bold line."""
    (line,) = lines_of(Piece("Vragen van het lid ", 30, 110, 700, 9), Piece("De Vries", 110, 145, 700, 9, bold=True))
    assert (line.bold, line.size, line.x0, line.x1) == (False, 9, 30, 145)


def test_ligatures_and_odd_blanks_become_plain() -> None:
    """Words are found whatever letters a font has."""
    assert texts(Piece("eﬃciënt\u00a0oﬀensief", 30, 110, 700, 9)) == ["efficiënt offensief"]


def test_bullets_of_symbol_fonts_become_bullets() -> None:
    """A private letter of Wingdings means a bullet."""
    assert texts(Piece("\uf0b7 item", 30, 60, 700, 9)) == ["• item"]


def test_a_soft_hyphen_inside_a_line_is_a_hyphen() -> None:
    """There it is shown; at the end it divides a word."""
    assert texts(Piece("mkb\u00adbedrijven en onder\u00ad", 30, 160, 700, 9)) == ["mkb-bedrijven en onder\u00ad"]


def test_slanted_pieces_are_in_no_line() -> None:
    """A watermark over the page is no text."""
    assert texts(Piece("CONCEPT", 100, 300, 400, 60, slanted=True), Piece("tekst", 30, 60, 700, 9)) == ["tekst"]
