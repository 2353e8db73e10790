"""Reading what an address asks for."""

import datetime

import pytest
from werkzeug.datastructures import MultiDict

from corpus.types import Kind
from index.types import Filters
from tests.web_examples import make_app
from web.asking import Asked, read_asked


def asked(*arguments: tuple[str, str], language: str = "nl") -> Asked:
    """What these arguments of an address ask for."""
    with make_app().test_request_context(f"/?taal={language}"):
        return read_asked(MultiDict(arguments))


def test_the_question_is_taken_without_surplus_white_space() -> None:
    """Line breaks and NUL characters become single spaces."""
    assert asked(("q", "  wat is\r\n er\0toegezegd? ")).text == "wat is er toegezegd?"


def test_filters_are_read() -> None:
    """Kinds may be named together or one by one; dates, person and dossier once."""
    filters = asked(
        ("kind", "motie"),
        ("kind", "kamerbrief"),
        ("from", "2022-01-01"),
        ("to", "2022-12-31"),
        ("person", "De Boer"),
        ("dossier", "36 200 XV"),
    ).filters
    assert filters == Filters(
        kinds=frozenset({Kind.MOTIE, Kind.KAMERBRIEF}),
        date_from=datetime.date(2022, 1, 1),
        date_to=datetime.date(2022, 12, 31),
        person="De Boer",
        dossier="36200-XV",
    )


def test_filters_in_force_can_be_taken_off_one_by_one() -> None:
    """Each chip's address holds everything but its own filter, and not the language."""
    chips = asked(("q", "plan"), ("kind", "motie"), ("kind", "besluit"), ("dossier", "29398"), ("taal", "en")).chips
    assert [(chip.label, chip.without) for chip in chips] == [
        ("Motie", {"q": ["plan"], "kind": ["besluit"], "dossier": ["29398"]}),
        ("Besluit", {"q": ["plan"], "kind": ["motie"], "dossier": ["29398"]}),
        ("dossier 29 398", {"q": ["plan"], "kind": ["motie", "besluit"], "dossier": []}),
    ]


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("from", "maart", "“maart” is geen datum; schrijf die als 2023-03-24."),
        ("kind", "memo", "Er is geen soort document dat “memo” heet."),
        ("dossier", "x%sx", "“x%sx” is geen dossiernummer; schrijf dat als 32824, 36200-XV of 21501-02."),
    ],
)
def test_a_filter_without_meaning_is_a_problem(name: str, value: str, problem: str) -> None:
    """The problem names the value; nothing is searched with half of the filters."""
    result = asked((name, value), ("person", "De Boer"))
    assert result.problems == (problem,)
    assert result.filters == Filters()
    assert result.values[name] == value


def test_a_period_that_ends_before_it_begins_is_a_problem() -> None:
    """Both dates are fine by themselves."""
    assert asked(("from", "2023-01-02"), ("to", "2023-01-01")).problems == ("De periode eindigt voordat zij begint.",)


def test_a_question_of_2000_characters_is_taken_and_no_longer_one() -> None:
    """The problem says how long the question is."""
    assert asked(("q", "a" * 2000)).problems == ()
    assert asked(("q", "a" * 2001), language="en").problems == (
        "The question has 2001 characters; at most 2000 can be taken.",
    )


@pytest.mark.parametrize(("given", "top"), [("", 5), ("10", 10), ("0", 1), ("-3", 1), ("900", 20), ("veel", 5)])
def test_the_number_of_passages_is_kept_within_bounds(given: str, top: int) -> None:
    """Nonsense means the usual number."""
    assert asked(("top", given)).top == top
