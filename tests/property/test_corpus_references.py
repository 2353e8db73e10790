"""What holds for every reference and for every text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.references import recognise, write
from corpus.types import Reference, ReferenceKind

NUMBERS = st.integers(1, 4999).map(str)
PAGES = st.one_of(
    st.just(""),
    st.integers(1, 999).map(str),
    st.tuples(st.integers(1, 99), st.integers(1, 99)).map("{0[0]}-{0[1]}".format),
)
YEARS = st.integers(1960, 2060).map(lambda year: f"{year}-{year + 1}")
DOSSIERS = st.integers(10_000, 49_999).filter(lambda number: number != 21501).map(str)
CHAPTERS = st.sampled_from(["I", "IIA", "IV", "V", "VIII", "IXB", "XIV", "XV", "XXIII", "A", "B", "J", "K", "L"])
LETTERS = st.sampled_from(["A", "D", "E", "K", "AA", "AI", "BC"])


@st.composite
def kamerstukken(draw: st.DrawFn) -> Reference:
    """A reference to a kamerstuk of either chamber."""
    plain = draw(DOSSIERS)
    dossier = draw(st.one_of(st.just(plain), CHAPTERS.map(lambda chapter: f"{plain}-{chapter}"), st.just("21501-07")))
    chamber = draw(st.sampled_from(["", "I", "II"]))
    number = draw(st.one_of(NUMBERS, LETTERS) if chamber == "I" else st.one_of(NUMBERS, st.just("")))
    return Reference(
        ReferenceKind.KAMERSTUK,
        dossier=dossier,
        number=number,
        chamber=chamber,
        vergaderjaar=draw(st.one_of(st.just(""), YEARS)),
        page=draw(PAGES) if number else "",
    )


@st.composite
def proceedings(draw: st.DrawFn) -> Reference:
    """A reference to Handelingen or their Aanhangsel."""
    kind = draw(st.sampled_from([ReferenceKind.HANDELINGEN, ReferenceKind.AANHANGSEL]))
    return Reference(
        kind,
        number=str(draw(st.integers(1, 199))),
        chamber=draw(st.sampled_from(["I", "II"])),
        vergaderjaar=draw(YEARS),
        item=str(draw(st.integers(1, 60))) if kind is ReferenceKind.HANDELINGEN else "",
        page=draw(PAGES),
    )


CODES = st.one_of(
    st.builds("TZ{}{:02}-{:03}".format, st.integers(2010, 2040), st.integers(1, 12), st.integers(1, 999)).map(
        lambda number: Reference(ReferenceKind.TOEZEGGING, number=number),
    ),
    st.builds("{}D{:05}".format, st.integers(2010, 2040), st.integers(1, 99999)).map(
        lambda number: Reference(ReferenceKind.DOCUMENT, number=number),
    ),
    st.builds("{}Z{:05}".format, st.integers(2010, 2040), st.integers(1, 99999)).map(
        lambda number: Reference(ReferenceKind.ZAAK, number=number),
    ),
    st.integers(1000, 9_999_999).map(lambda number: Reference(ReferenceKind.BIJLAGE, number=str(number))),
)
REFERENCES = st.one_of(kamerstukken(), proceedings(), CODES)
SURROUNDINGS = st.sampled_from(
    [("", ""), ("(", ")"), ("zie ", "."), ("Op 3 mei is ", " verschenen"), ("2023\n\n", "\n\n2024")]
)


@given(REFERENCES, SURROUNDINGS)
def test_what_is_written_is_recognised(reference: Reference, around: tuple[str, str]) -> None:
    """A reference written officially is read back as itself, at its place, in any surroundings."""
    written = write(reference)
    before, after = around
    mentions = recognise(before + written + after)
    assert [mention.reference for mention in mentions] == [reference]
    assert (mentions[0].start, mentions[0].end) == (len(before), len(before) + len(written))


@given(st.one_of(kamerstukken().filter(lambda reference: bool(reference.number)), proceedings()))
def test_an_identifier_is_recognised(reference: Reference) -> None:
    """The identifier of a document leads to the same document."""
    found = recognise(reference.identifier)
    assert [mention.reference.identifier for mention in found] == [reference.identifier]


PARTS = st.sampled_from(
    [
        *(
            "Kamerstuk",
            "Kamerstukken",
            "II",
            "I",
            "Handelingen",
            "Aanhangsel",
            "nr.",
            "nrs.",
            "en",
            ",",
            ";",
            "p.",
            "item",
        ),
        *(
            "2022",
            "2022-2023",
            "2022/23",
            "33 111",
            "36 200",
            "21 501-02",
            "XV",
            "12",
            "1.234",
            "€",
            "(",
            ")",
            "-",
            "–",
        ),
        *(" ", "\u00a0", "\n", "\n\n", "kst-", "TZ", "2022D1234", "TK", "hoofdstuk", "R 1234", "nr", ".", "motie", "a"),
    ],
)


@given(
    st.one_of(
        st.text(max_size=200), st.lists(PARTS, max_size=40).map("".join), st.lists(PARTS, max_size=40).map(" ".join)
    )
)
def test_mentions_lie_in_order_within_the_text(text: str) -> None:
    """Spans are not empty, do not overlap, lie in order and within the text."""
    mentions = recognise(text)
    ends = [0, *(mention.end for mention in mentions)]
    assert all(end <= mention.start < mention.end for end, mention in zip(ends, mentions, strict=False))
    assert ends[-1] <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        *("1", "1 ", "33 111, ", "33 111 en ", "nr. 1, ", "nr. 12 (", "Kamerstuk ", "Kamerstukken II 2022/23, "),
        *(
            "II, ",
            "I ",
            " ",
            "\n",
            "\n ",
            "- ",
            "2022-",
            "20 ",
            "Aanhangsel Handelingen ",
            "Handelingen II, ",
            "kst-",
            "p. 1, ",
        ),
    ],
)
def test_recognising_takes_linear_time(unit: str) -> None:
    """A hundred thousand characters of what references are made of take a moment, whatever their order."""
    text = unit * (100_000 // len(unit))
    started = time.process_time()
    recognise(text)
    assert time.process_time() - started < 2.0
