"""Drawing pages and reading where their characters stand."""

import io
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.web_examples import draw_pdf
from web.marked import pages
from web.marked.pages import UnreadablePage, draw, measure, read_glyphs

PLAIN = draw_pdf([["Eerste bladzijde."], ["Tweede bladzijde."]])


def picture_of(data: bytes, number: int = 1) -> Image.Image:
    """The drawn page, opened."""
    return Image.open(io.BytesIO(draw(data, number)))


def test_a_page_is_drawn_at_two_pixels_a_point() -> None:
    """The picture is sharp on a screen of high density, and has no colour where the page has none."""
    picture = picture_of(PLAIN)
    assert (picture.format, picture.size, picture.mode) == ("PNG", (800, 600), "L")


def test_colour_is_kept() -> None:
    """A page with a coloured stripe is drawn in colour."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(100, 100))
    canvas.setFillColorRGB(0.1, 0.3, 0.6)
    canvas.rect(0, 0, 100, 50, stroke=0, fill=1)
    canvas.save()
    picture = picture_of(target.getvalue())
    assert picture.mode == "RGB"
    assert picture.getpixel((100, 150)) == (26, 77, 153)
    assert picture.getpixel((100, 20)) == (255, 255, 255)


def test_each_page_is_drawn_for_itself() -> None:
    """Another number gives another picture."""
    assert draw(PLAIN, 1) != draw(PLAIN, 2)
    assert draw(PLAIN, 1) == draw(PLAIN, 1)


def test_a_huge_page_is_drawn_small() -> None:
    """The number of pixels is bounded, whatever the page says of its size."""
    width, height = picture_of(draw_pdf([["Poster"]], size=(14400, 14400))).size
    assert width == height
    assert width * height <= 6_100_000


def test_a_page_that_is_a_strip_is_drawn_short() -> None:
    """One point by a hundred million would take a gigabyte."""
    assert picture_of(draw_pdf([["."]], size=(1, 100_000_000))).size == (1, 15_000)


@pytest.mark.parametrize(
    "data",
    [b"", b"geen pdf", PLAIN[: len(PLAIN) // 3], b"%PDF-1.7\n" + bytes(200)],
    ids=["empty", "no PDF", "cut off", "NUL bytes"],
)
@pytest.mark.parametrize("use", [draw, measure, read_glyphs])
def test_a_damaged_file_is_said_to_be_unreadable(data: bytes, use: object) -> None:
    """Whatever is asked of a file that is no PDF, one error says so."""
    with pytest.raises(UnreadablePage):
        use(data, 1)  # type: ignore[operator]


@pytest.mark.parametrize("number", [0, -1, 3])
def test_a_page_that_the_file_does_not_have_is_unreadable(number: int) -> None:
    """Pages are counted from 1."""
    with pytest.raises(UnreadablePage, match=f"no page {number}"):
        draw(PLAIN, number)


def test_drawing_is_given_up_after_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that is made to be drawn for ever does not hold the server."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(500, 500))
    for step in range(3000):
        canvas.circle(250, 250, step % 240, fill=1)
    canvas.save()
    monkeypatch.setattr(pages, "_LONGEST_DRAWING", -1)
    with pytest.raises(UnreadablePage, match="given up"):
        draw(target.getvalue(), 1)


def test_characters_stand_where_they_are_printed() -> None:
    """Boxes count in points from the top left, in the order of the text."""
    printed = read_glyphs(draw_pdf([["AB"]]), 1)
    assert (printed.width, printed.height, printed.characters[:2]) == (400, 300, "AB")
    first, second = printed.box(0), printed.box(1)
    assert first.left == pytest.approx(40, abs=0.5)
    assert first.right == pytest.approx(second.left, abs=0.1)
    assert first.top < 40 < first.bottom


def test_a_turned_page_is_measured_as_it_is_shown() -> None:
    """A page of 300 by 400 points that is turned measures 400 by 300, and its text runs down the right side."""
    turned = draw_pdf([["AB"]], rotation=90)
    assert b"/MediaBox [ 0 0 300 400 ]" in turned
    assert measure(turned, 1) == (400, 300)
    printed = read_glyphs(turned, 1)
    first, second = printed.box(0), printed.box(1)
    assert first.left > 250
    assert second.top > first.top


def test_many_threads_may_draw_at_once() -> None:
    """The library pdfium is entered by one thread at a time; the pictures are the same as when drawn alone."""
    alone = draw(PLAIN, 2)
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda _: draw(PLAIN, 2), range(24)))
    assert set(drawn) == {alone}


def test_a_page_is_drawn_quickly() -> None:
    """A page full of text takes far less than the 300 ms that a reader may wait."""
    data = draw_pdf([[f"Regel {number} van een volle bladzijde met gewone tekst." for number in range(45)]], (595, 842))
    draw(data, 1)
    begin = time.process_time()
    draw(data, 1)
    assert time.process_time() - begin < 0.3
