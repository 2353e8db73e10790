"""The order in which a page is read."""

from corpus.layout.columns import columns_of, gutter_of
from corpus.layout.page import Line


def column(x: float, width: float, name: str, count: int, top: float = 700) -> list[Line]:
    """Lines below each other: "<name>1", "<name>2", …."""
    return [Line(1, f"{name}{place}", x, x + width, top - 10 * place, 9) for place in range(1, count + 1)]


def read(page: list[Line]) -> list[str]:
    """The texts of a page in reading order, its gutter found on the page itself."""
    columns = columns_of(page, gutter_of([page]))
    return [cell.text for each in columns for row in each.rows for cell in row.cells]


def test_two_columns_are_read_one_after_the_other() -> None:
    """All of the left column comes before the right one."""
    page = column(55, 230, "links", 8) + column(305, 235, "rechts", 8)
    assert read(page) == [f"links{n}" for n in range(1, 9)] + [f"rechts{n}" for n in range(1, 9)]


def test_a_title_over_both_columns_divides_the_page() -> None:
    """What stands above it is read first, then it, then the columns below it."""
    title = Line(1, "titel", 55, 540, 605, 12)
    page = column(55, 230, "a", 8) + column(305, 235, "b", 8) + [title]
    page += column(55, 230, "c", 8, top=600) + column(305, 235, "d", 8, top=600)
    order = read(page)
    assert [order.index(text) for text in ("a1", "b1", "titel", "c1", "d1")] == [0, 8, 16, 17, 25]


def test_running_text_has_no_gutter() -> None:
    """Lines over the whole width are one column."""
    assert gutter_of([column(80, 380, "regel", 40)]) is None


def test_columns_of_unequal_width_are_a_table_or_a_margin() -> None:
    """Cells beside each other are no columns of text."""
    page = column(80, 60, "nummer", 20) + column(200, 340, "omschrijving", 20)
    assert gutter_of([page]) is None


def test_the_gutter_of_most_pages_holds_for_a_page_that_is_hardly_filled() -> None:
    """On the last page the right column may have two lines."""
    full = column(55, 230, "links", 20) + column(305, 235, "rechts", 20)
    last = column(55, 230, "links", 4) + column(305, 235, "rechts", 2)
    columns = columns_of(last, gutter_of([full, full, last]))
    assert [len(each.rows) for each in columns] == [4, 2]


def test_cells_on_one_height_are_one_row() -> None:
    """A row holds its cells from left to right."""
    page = [Line(1, "b", 200, 260, 700, 9), Line(1, "a", 80, 150, 700.5, 9), Line(1, "c", 80, 150, 680, 9)]
    (only,) = columns_of(page, None)
    assert [[cell.text for cell in row.cells] for row in only.rows] == [["a", "b"], ["c"]]
