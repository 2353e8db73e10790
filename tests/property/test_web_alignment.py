"""Alignment for any text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from web.marked.alignment import align, inked

WORDS = st.lists(st.text("abcdefghijklmnoprstuvwz", min_size=1, max_size=12), min_size=1, max_size=60)


@given(st.text(), st.text())
def test_places_hold_the_same_character_and_only_grow(text: str, printed: str) -> None:
    """Whatever the two sides are, what is found is the same character, further on than the one before."""
    words, glyphs = inked(text).characters, inked(printed).characters
    places = align(words, glyphs)
    found = [(word, place) for word, place in zip(words, places, strict=True) if place is not None]
    assert all(glyphs[place] == word for word, place in found)
    assert all(one[1] < other[1] for one, other in pairwise(found))


@given(WORDS, st.text(), st.text())
def test_a_text_with_something_before_and_behind_is_found_whole(words: list[str], before: str, behind: str) -> None:
    """Heads and feet around the text do not keep any of it from being found where it stands once."""
    text = " ".join(words)
    folded = inked(text).characters
    printed = inked(f"{before}\n{text}\n{behind}").characters
    if printed.count(folded) == 1 and len(folded) >= 24:
        assert None not in align(folded, printed)


@given(WORDS)
def test_ink_knows_where_it_stood(words: list[str]) -> None:
    """Every inked character is the one at its position."""
    text = "-\n".join(words)
    folded = inked(text, 100)
    assert [text[position - 100] for position in folded.positions] == list(folded.characters)
