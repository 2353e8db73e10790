"""Reading what an address asks for."""

import datetime

import pytest
from werkzeug.datastructures import MultiDict

from corpus.types import Kind
from index.types import Filters
from tests.web_examples import make_app
from web.answers.asking import Asked, read_asked


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
        ("soort", "motie"),
        ("soort", "kamerbrief"),
        ("van", "2022-01-01"),
        ("tot", "2022-12-31"),
        ("persoon", "De Boer"),
        ("dossier", "36 200 XV"),
        ("ministerie", "SZW"),
        ("afzender", "Van Gennip"),
        ("partij", "GL-PvdA"),
    ).filters
    assert filters == Filters(
        kinds=frozenset({Kind.MOTIE, Kind.KAMERBRIEF}),
        date_from=datetime.date(2022, 1, 1),
        date_to=datetime.date(2022, 12, 31),
        person="De Boer",
        dossier="36200-XV",
        ministry="Sociale Zaken en Werkgelegenheid",
        sender="Van Gennip",
        party="GroenLinks-PvdA",
    )


def test_addresses_of_the_first_version_mean_what_they_meant() -> None:
    """English names of parameters are read as the Dutch ones, and addresses made from them are in Dutch."""
    result = asked(("q", "plan"), ("kind", "motie"), ("from", "2022-01-01"), ("person", "De Boer"), ("top", "7"))
    assert (result.text, result.top, result.filters.person) == ("plan", 7, "De Boer")
    assert result.changed(aantal=10) == {
        "vraag": ["plan"],
        "soort": ["motie"],
        "van": ["2022-01-01"],
        "persoon": ["De Boer"],
        "aantal": ["10"],
    }


def test_order_and_what_is_not_understood_are_read() -> None:
    """Parts that are taken off are named one by one; another order than by date is the usual one."""
    result = asked(("vraag", "plan"), ("zonder", "periode"), ("zonder", "persoon:de boer"), ("sorteer", "datum"))
    assert (result.by_date, result.without) == (True, frozenset({"periode", "persoon:de boer"}))
    assert not asked(("sorteer", "naam")).by_date


def test_filters_in_force_can_be_taken_off_one_by_one() -> None:
    """Each chip's address holds everything but its own filter, and not the language."""
    chips = asked(
        ("vraag", "plan"), ("soort", "motie"), ("soort", "besluit"), ("dossier", "29398"), ("taal", "en")
    ).chips
    assert [(chip.label, chip.without) for chip in chips] == [
        ("Motie", {"vraag": ["plan"], "soort": ["besluit"], "dossier": ["29398"]}),
        ("Besluit", {"vraag": ["plan"], "soort": ["motie"], "dossier": ["29398"]}),
        ("dossier 29 398", {"vraag": ["plan"], "soort": ["motie", "besluit"]}),
    ]


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("van", "maart", "“maart” is geen datum; schrijf die als 2023-03-24."),
        ("soort", "memo", "Er is geen soort document dat “memo” heet."),
        ("ministerie", "Weer", "Er is geen ministerie dat “Weer” heet; schrijf de naam of de afkorting."),
        ("partij", "Weer", "Er is geen partij die “Weer” heet."),
        ("dossier", "x%sx", "“x%sx” is geen dossiernummer; schrijf dat als 32824, 36200-XV of 21501-02."),
    ],
)
def test_a_filter_without_meaning_is_a_problem(name: str, value: str, problem: str) -> None:
    """The problem names the value; nothing is searched with half of the filters."""
    result = asked((name, value), ("persoon", "De Boer"))
    assert result.problems == (problem,)
    assert result.filters == Filters()
    assert result.values[name] == value


def test_a_period_that_ends_before_it_begins_is_a_problem() -> None:
    """Both dates are fine by themselves."""
    assert asked(("van", "2023-01-02"), ("tot", "2023-01-01")).problems == ("De periode eindigt voordat zij begint.",)


def test_a_question_of_2000_characters_is_taken_and_no_longer_one() -> None:
    """The problem says how long the question is."""
    assert asked(("vraag", "a" * 2000)).problems == ()
    assert asked(("vraag", "a" * 2001), language="en").problems == (
        "The question has 2001 characters; at most 2000 can be taken.",
    )


@pytest.mark.parametrize(("given", "top"), [("", 5), ("10", 10), ("0", 1), ("-3", 1), ("900", 20), ("veel", 5)])
def test_the_number_of_passages_is_kept_within_bounds(given: str, top: int) -> None:
    """Nonsense means the usual number."""
    assert asked(("aantal", given)).top == top
