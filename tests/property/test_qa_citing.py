"""Invariant: a quote is cited only when its words stand at its span and its span begins on its page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Letter, Span
from qa.citing import page_at, prove, quote_page
from qa.errors import WrongCitation
from qa.types import Quote
from tests.builders import letters


@given(letters(), st.data())
def test_every_sentence_can_be_proved_where_it_stands(letter: Letter, data: st.DataObject) -> None:
    """Any sentence of the body, with its page."""
    if letter.sentences:
        span = data.draw(st.sampled_from(letter.sentences))
        page = quote_page(letter, span, in_notes=False)
        prove(letter, Quote(span, letter.text[span.start : span.end], page), in_notes=False)
        assert page_at(letter.pages, span.start).number == page


@given(letters(), st.data())
def test_any_change_to_quote_or_page_raises(letter: Letter, data: st.DataObject) -> None:
    """Another letter, a longer or shorter span, or another page."""
    if not letter.sentences:
        return
    span = data.draw(st.sampled_from(letter.sentences))
    words = letter.text[span.start : span.end]
    page = quote_page(letter, span, in_notes=False)
    position = data.draw(st.integers(0, len(words) - 1))
    for wrong in (
        Quote(span, words[:position] + ("x" if words[position] != "x" else "y") + words[position + 1 :], page),
        Quote(Span(span.start, span.end - 1), words, page),
        Quote(span, words, (page or 0) + 1),
        Quote(Span(len(letter.text), len(letter.text) + len(words)), words, page),
    ):
        with pytest.raises(WrongCitation):
            prove(letter, wrong, in_notes=False)
