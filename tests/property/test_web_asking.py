"""Addresses of questions: whatever they say, following their links says the same, but for what was changed."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from corpus.types import Kind
from tests.web_examples import make_app
from web.answers.asking import Arguments, Asked, read_asked

APP = make_app()
DATES = st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1)).map(datetime.date.isoformat)
VALUES = {
    "vraag": st.text(max_size=40),
    "soort": st.sampled_from([*Kind, "memo", ""]),
    "van": DATES | st.text(max_size=5),
    "tot": DATES,
    "persoon": st.text(max_size=20),
    "afzender": st.text(max_size=20),
    "partij": st.sampled_from(["VVD", "gl", "SP ", "geen partij"]),
    "ministerie": st.sampled_from(["SZW", "Financiën", "weer"]),
    "dossier": st.sampled_from(["29398", "36 200 XV", "x"]),
    "brief": st.sampled_from(["a" * 64, "a", "/"]),
    "zonder": st.sampled_from(["taal", "periode", "persoon:de boer"]),
    "sorteer": st.sampled_from(["datum", "naam"]),
    "aantal": st.integers().map(str) | st.text(max_size=3),
    "taal": st.sampled_from(["nl", "en"]),
    "iets": st.text(max_size=5),
}
PAIRS = st.sampled_from(sorted(VALUES)).flatmap(lambda name: st.tuples(st.just(name), VALUES[name]))
ADDRESSES = st.lists(PAIRS, max_size=12)


def read(arguments: MultiDict[str, str]) -> Asked:
    """What an address asks for."""
    with APP.test_request_context("/?taal=nl"):
        return read_asked(arguments)


def as_pairs(arguments: Arguments) -> MultiDict[str, str]:
    """Parameters as an address holds them."""
    return MultiDict([(name, value) for name, values in arguments.items() for value in values])


@settings(max_examples=150, deadline=None)
@given(ADDRESSES)
def test_the_address_of_a_question_asks_the_same_question(pairs: list[tuple[str, str]]) -> None:
    """Text, filters, order, number and parts are what they were."""
    asked = read(MultiDict(pairs))
    assert read(as_pairs(asked.changed())) == asked


@settings(max_examples=150, deadline=None)
@given(ADDRESSES)
def test_taking_off_every_filter_leaves_the_question_without_any(pairs: list[tuple[str, str]]) -> None:
    """One after the other, in any number; none comes back, and the question stays."""
    asked = read(MultiDict(pairs))
    text, chips = asked.text, len(asked.chips)
    for left in range(chips, 0, -1):
        assert len(asked.chips) == left
        asked = read(as_pairs(asked.chips[0].without))
    assert (asked.text, asked.chips) == (text, ())
