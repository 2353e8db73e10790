"""Aligning the text of a page with what is printed on it."""

import pytest

from web.marked.alignment import align, inked


def aligned(text: str, printed: str) -> str:
    """The printed characters that the text was aligned with, a dot for each that was not found."""
    words, glyphs = inked(text), inked(printed)
    return "".join(
        "." if place is None else glyphs.characters[place] for place in align(words.characters, glyphs.characters)
    )


def test_white_space_hyphens_and_control_characters_leave_no_ink() -> None:
    """Only what is printed is compared, and each character remembers where it stood."""
    assert inked("a b-\x02c\u00ad – d").characters == "abcd"
    assert inked("a b").positions == (0, 2)
    assert inked("b", 7).positions == (7,)


@pytest.mark.parametrize(
    ("character", "expected"),
    [("ﬁ", "fi"), ("é", "e"), ("…", "..."), ("’", "'"), ("„", '"'), ("½", "1⁄2")],
    ids=["ligature", "accent", "ellipsis", "apostrophe", "quotation mark", "fraction"],
)
def test_signs_are_taken_apart_and_made_alike(character: str, expected: str) -> None:
    """One sign may become several characters that stand at the same place."""
    folded = inked("x" + character)
    assert folded.characters == "x" + expected
    assert folded.positions == (0, *[1] * len(expected))


def test_a_hyphenated_word_is_found_over_the_line_end() -> None:
    """The hyphen and the line end disappear on the printed side."""
    assert aligned("de gemeenteraad besluit", "de gemeen-\r\nteraad besluit") == "degemeenteraadbesluit"


def test_a_footnote_mark_is_skipped() -> None:
    """The digit that the reader took out is not among what is found."""
    text = "zoals verzocht in de motie van het lid De Boer over fietsbruggen in het veen"
    printed = "zoals verzocht in de motie van het lid De Boer2 over fietsbruggen in het veen"
    places = align(inked(text).characters, inked(printed).characters)
    assert None not in places
    assert inked(printed).characters.index("2") not in places


def test_the_right_one_of_two_equal_sentences_is_found() -> None:
    """What surrounds a sentence that occurs twice decides which one it is."""
    text = "Vraag 1 Is dat zo? Ja. Vraag 2 Komt er een plan? Ja. Vraag 3"
    glyphs = inked("12 Tweede Kamer " + text).characters
    second = text.index("Ja.", 25)
    words = inked(text)
    places = align(words.characters, glyphs)
    assert glyphs[places[words.positions.index(second)] - 6 :][:9] == "nplan?Ja."  # type: ignore[operator]


def test_what_is_not_printed_is_not_found() -> None:
    """A word that the page does not have stays without a place."""
    assert aligned("de minister zegt niets toe", "de minister zegt veel toe").endswith("toe")
    assert "." in aligned("de minister zegt niets toe", "de minister zegt veel toe")


def test_texts_that_share_nothing_are_left_alone() -> None:
    """Two long texts without a stretch in common are not compared character by character."""
    assert set(aligned("ab" * 400, "cd" * 400)) == {"."}
