"""Rows whose cells stand side by side."""

from corpus.layout.columns import Row
from corpus.layout.page import Line
from corpus.layout.tables import TableRow, TextRow, rows_of_text


def row(y: float, *cells: tuple[float, str]) -> Row:
    """A row with cells at these places, five points a letter."""
    return Row(tuple(Line(1, text, x, x + 5 * len(text), y, 9) for x, text in cells))


def read(*rows: Row) -> list[list[str]]:
    """The text of each row's cells; a line of running text has one."""
    return [
        [" ".join(line.text for line in cell) for cell in each.cells]
        if isinstance(each, TableRow)
        else ["".join(cell.text for cell in each.cells)]
        for each in rows_of_text(rows)
    ]


def test_rows_with_wide_gaps_below_each_other_are_a_table() -> None:
    """Numbers begin a row each."""
    assert read(
        row(700, (80, "Grond"), (200, "2021"), (300, "2022")),
        row(684, (80, "Leeftijd"), (200, "12"), (300, "14")),
        row(676, (80, "Afkomst"), (200, "3"), (300, "6")),
    ) == [["Grond", "2021", "2022"], ["Leeftijd", "12", "14"], ["Afkomst", "3", "6"]]


def test_lines_of_one_cell_are_read_together() -> None:
    """Rows stand further apart than the lines of a cell."""
    assert read(
        row(700, (80, "1"), (110, "Motie over"), (300, "Uitgevoerd met")),
        row(690, (110, "startbanen"), (300, "de brief")),
        row(672, (80, "2"), (110, "Toezegging"), (300, "Loopt")),
    ) == [["1", "Motie over startbanen", "Uitgevoerd met de brief"], ["2", "Toezegging", "Loopt"]]


def test_a_single_row_with_a_gap_is_a_line_of_text() -> None:
    """One such row makes no table."""
    assert read(row(700, (80, "Den Haag,"), (200, "3 mei"))) == [["Den Haag,3 mei"]]


def test_a_mark_and_its_item_are_a_line_of_text() -> None:
    """The words of the item begin where they hang."""
    (made,) = rows_of_text([row(700, (80, "–"), (95, "een stap"))])
    assert isinstance(made, TextRow)
    assert ([cell.text for cell in made.cells], made.hang) == (["–", "een stap"], 95)


def test_stretched_spaces_are_spaces() -> None:
    """Justified text has gaps wider than a space, and is no table."""
    rows = [row(700, (80, "dit is"), (122, "gerekt")), row(689, (80, "en ook"), (122, "dit"))]
    assert read(*rows) == [["dit is gerekt"], ["en ook dit"]]


def test_officials_who_sign_beside_each_other_are_read_one_by_one() -> None:
    """Each office with the name below it."""
    assert read(
        row(700, (80, "De Minister van Financiën,"), (300, "De Staatssecretaris van Defensie,")),
        row(640, (80, "A. de Vries"), (300, "B. Jansen")),
    ) == [["De Minister van Financiën,"], ["A. de Vries"], ["De Staatssecretaris van Defensie,"], ["B. Jansen"]]
