"""What holds for every date."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import (
    find_dates,
    parse_date,
    parse_vergaderjaar,
    prinsjesdag,
    short_vergaderjaar,
    vergaderjaar_of,
    write_date,
)

DATES = st.dates(datetime.date(1901, 1, 1), datetime.date(2098, 12, 31))


@given(DATES)
def test_a_written_date_is_read_back(date: datetime.date) -> None:
    """In words, in figures and in ISO form."""
    assert parse_date(f"Den Haag, {write_date(date)}.") == date
    assert parse_date(date.isoformat()) == date
    assert parse_date(date.strftime("%d-%m-%Y")) == date


@given(DATES)
def test_a_vergaderjaar_holds_its_date(date: datetime.date) -> None:
    """The date lies between the Prinsjesdagen of its two years, and the short form leads back."""
    year = vergaderjaar_of(date)
    first, second = map(int, year.split("-"))
    assert prinsjesdag(first) <= date < prinsjesdag(second)
    assert parse_vergaderjaar(short_vergaderjaar(year)) == year


@given(st.text(max_size=80))
def test_dates_lie_in_order_within_any_text(text: str) -> None:
    """Spans are within the text and do not overlap."""
    mentions = find_dates(text)
    ends = [0, *(mention.end for mention in mentions)]
    assert all(end <= mention.start < mention.end for end, mention in zip(ends, mentions, strict=False))
