"""Dutch dates and vergaderjaren."""

import datetime

import pytest

from corpus.dates import (
    find_dates,
    parse_date,
    parse_vergaderjaar,
    prinsjesdag,
    short_vergaderjaar,
    vergaderjaar_of,
    write_date,
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Den Haag, 11 maart 2014", datetime.date(2014, 3, 11)),
        ("d.d. 29 november 2022", datetime.date(2022, 11, 29)),
        ("Donderdag 5 april 2018", datetime.date(2018, 4, 5)),
        ("1 MEI 2020", datetime.date(2020, 5, 1)),
        ("3 sept. 2021", datetime.date(2021, 9, 3)),
        ("24-03-2024", datetime.date(2024, 3, 24)),
        ("24/3/2024", datetime.date(2024, 3, 24)),
        ("24.03.2024", datetime.date(2024, 3, 24)),
        ("2024-03-24", datetime.date(2024, 3, 24)),
        ("2024-03-24T00:00:00", datetime.date(2024, 3, 24)),
        ("18\u00a0oktober\n2023", datetime.date(2023, 10, 18)),
        ("31 februari 2024", None),
        ("6 september jl.", None),
        ("2023-2024", None),
        ("kst-2024-01-02", None),
        ("12-13-2024", None),
        ("", None),
    ],
)
def test_dates_are_read_as_letters_write_them(text: str, date: datetime.date | None) -> None:
    """A whole date in words or figures; a day that does not exist, or without its year, is none."""
    assert parse_date(text) == date


def test_dates_are_found_with_their_place() -> None:
    """Every whole date in order, with its span."""
    text = "van 1 mei 2020 tot 02-06-2021"
    assert [(mention.date, text[mention.start : mention.end]) for mention in find_dates(text)] == [
        (datetime.date(2020, 5, 1), "1 mei 2020"),
        (datetime.date(2021, 6, 2), "02-06-2021"),
    ]


@pytest.mark.parametrize(("year", "day"), [(2022, 20), (2023, 19), (2024, 17), (2025, 16), (2015, 15), (2020, 15)])
def test_prinsjesdag_is_the_third_tuesday_of_september(year: int, day: int) -> None:
    """The vergaderjaar begins on that day."""
    assert prinsjesdag(year) == datetime.date(year, 9, day)


def test_a_vergaderjaar_runs_from_prinsjesdag_to_prinsjesdag() -> None:
    """The day itself belongs to the new year."""
    assert vergaderjaar_of(datetime.date(2023, 9, 18)) == "2022-2023"
    assert vergaderjaar_of(datetime.date(2023, 9, 19)) == "2023-2024"
    assert vergaderjaar_of(datetime.date(2024, 1, 1)) == "2023-2024"


@pytest.mark.parametrize(
    ("year", "short"), [("2022-2023", "2022/23"), ("1999-2000", "1999/2000"), ("2008-2009", "2008/09")]
)
def test_a_vergaderjaar_has_a_short_form(year: str, short: str) -> None:
    """Citations shorten it, but not at the turn of the century."""
    assert short_vergaderjaar(year) == short
    assert parse_vergaderjaar(short) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [("Vergaderjaar 2022–2023", "2022-2023"), ("2022/2023", "2022-2023"), ("2022–2024", ""), ("geen", "")],
)
def test_a_vergaderjaar_is_read_in_any_form(text: str, year: str) -> None:
    """Two years that do not follow each other are none."""
    assert parse_vergaderjaar(text) == year


def test_dates_are_written_in_dutch() -> None:
    """Day without a nought, month in words."""
    assert write_date(datetime.date(2023, 10, 8)) == "8 oktober 2023"
