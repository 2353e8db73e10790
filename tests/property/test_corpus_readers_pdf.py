"""Any damage to a PDF gives a reading or a refusal, and any page a reading that holds together."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.layout.page import PageContent, Piece
from corpus.layout.reading import read_pages
from corpus.readers.pdf import read_pdf
from corpus.readers.pdf.content import operations
from corpus.reading import Reading
from corpus.types import Format
from tests.drawn_pdf import BOLD, Words, drawn_pdf, lines, official_feet

FIRST, SECOND = official_feet("36 200, nr. 12", 2)
WHOLE = drawn_pdf(
    [
        [*FIRST, Words(203, 750, "Kop", 9, BOLD), *lines(203, 730, ["Een zin die door-", "loopt.1", "Vraag 1", "Hoe?"]),
         Words(203, 120, "1 Een noot.", 7)],
        [*SECOND, *lines(203, 730, ["Antwoord 1", "Zo.", "– een punt", "– nog een"])],
    ]
)  # fmt: skip

# (how, where as a share of the file, what)
edits = st.lists(
    st.tuples(
        st.sampled_from(("change", "cut", "insert", "truncate")),
        st.floats(0, 1, exclude_max=True),
        st.binary(min_size=1, max_size=20),
    ),
    min_size=1,
    max_size=12,
)

pieces = st.builds(
    lambda text, x, width, y, size, bold, artifact, slanted: Piece(
        text, x, x + width, y, size, bold, bold, artifact, slanted
    ),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12),
    st.floats(-50, 650),
    st.floats(0, 120),
    st.floats(-20, 860),
    st.sampled_from((0.6, 5.5, 7.0, 9.0, 12.0)),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


def damaged(data: bytes, changes: list[tuple[str, float, bytes]]) -> bytes:
    """The data after these changes."""
    for how, where, what in changes:
        place = int(where * len(data))
        rest = {"change": place + len(what), "cut": place + 5 * len(what), "insert": place}.get(how, len(data))
        data = data[:place] + (b"" if how in ("cut", "truncate") else what) + data[rest:]
    return data


def check(reading: Reading, pages: int) -> None:
    """Offsets lie inside their paragraphs in order, pages rise, every mark has its note, nothing is blank."""
    keys = {note.key for note in reading.notes}
    assert len(keys) == len(reading.notes)
    assert len(reading.page_labels) == pages
    for paragraph in reading.paragraphs:
        assert paragraph.text.strip()
        assert "\n" not in paragraph.text
        offsets = [each.offset for each in paragraph.breaks]
        assert offsets == sorted(set(offsets))
        assert all(0 < offset <= len(paragraph.text) for offset in offsets)
        numbers = [paragraph.page or 0, *(each.page for each in paragraph.breaks)]
        assert numbers == sorted(set(numbers))
        assert all(0 <= mark.offset <= len(paragraph.text) and mark.key in keys for mark in paragraph.marks)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits)
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[str, float, bytes]]) -> None:
    """No other error comes out, and what is read holds together."""
    try:
        reading = read_pdf(damaged(WHOLE, changes))
    except UnreadableFile:
        return
    check(reading, len(reading.page_labels))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(pieces, max_size=25), min_size=1, max_size=3))
def test_any_pages_give_a_reading_that_holds_together(pages: list[list[Piece]]) -> None:
    """Wherever pieces stand, whatever they say."""
    contents = [PageContent(number, 595, 842, tuple(page)) for number, page in enumerate(pages, start=1)]
    check(read_pages(contents, Format.PDF), len(pages))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_content_stream(data: bytes) -> None:
    """What is no token is passed over."""
    for operator, operands in operations(data):
        assert operator
        assert isinstance(operands, list)
