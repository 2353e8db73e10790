"""Periods that a question names, in Dutch and English, as days with both ends included."""

import calendar
import datetime
import re
from collections.abc import Callable

from corpus.dates import MONTHS
from qa.types import Period

_ENGLISH_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH_NUMBERS = {**{name: number for number, name in enumerate(MONTHS, start=1)}, **_ENGLISH_MONTHS}
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_QUARTERS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "1e": 1, "2e": 2, "3e": 3, "4e": 4, "q1": 1, "q2": 2, "q3": 3, "q4": 4,
}  # fmt: skip
_QUARTER = "|".join(_QUARTERS)


def find_period(text: str, today: datetime.date) -> Period | None:
    """The first period that a question names; `today` gives "last year" its meaning; None when it names none."""
    for pattern, build in _PATTERNS:
        match = pattern.search(text)
        if match:
            start, end = build(match, today)
            return Period(start, end, match.group(0))
    return None


def _month(year: int, month: int) -> tuple[datetime.date, datetime.date]:
    return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])


def _year(first: int, last: int) -> tuple[datetime.date, datetime.date]:
    return datetime.date(first, 1, 1), datetime.date(last, 12, 31)


def _quarter(match: re.Match[str], _: datetime.date) -> tuple[datetime.date, datetime.date]:
    year, quarter = int(match["year"]), _QUARTERS[match["quarter"].casefold()]
    return _month(year, quarter * 3 - 2)[0], _month(year, quarter * 3)[1]


def _day(match: re.Match[str], _: datetime.date) -> tuple[datetime.date, datetime.date]:
    year, month = int(match["year"]), _MONTH_NUMBERS[match["month"].casefold()]
    day = datetime.date(year, month, min(int(match["day"]), calendar.monthrange(year, month)[1]))
    return day, day


def _since(match: re.Match[str], today: datetime.date) -> tuple[datetime.date, datetime.date]:
    first, last = _year(int(match["year"]), int(match["year"]))
    return first, max(today, last)


_Build = Callable[[re.Match[str], datetime.date], tuple[datetime.date, datetime.date]]


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", re.IGNORECASE)


# The more exact form comes first: "maart 2023" before "2023".
_PATTERNS: tuple[tuple[re.Pattern[str], _Build], ...] = (
    (
        _pattern(rf"(?P<quarter>{_QUARTER})(?: kwartaal| quarter)?(?: van| of)? (?P<year>{_YEAR})"),
        _quarter,
    ),
    (_pattern(rf"(?P<day>[123]?\d) (?P<month>{_MONTH}) (?P<year>{_YEAR})"), _day),
    (
        _pattern(rf"(?P<month>{_MONTH}) (?P<year>{_YEAR})"),
        lambda match, _: _month(int(match["year"]), _MONTH_NUMBERS[match["month"].casefold()]),
    ),
    (
        _pattern(rf"(?:tussen|between|van|from) (?P<first>{_YEAR}) (?:en|and|tot|to|until) (?P<last>{_YEAR})"),
        lambda match, _: _year(*sorted((int(match["first"]), int(match["last"])))),
    ),
    (_pattern(rf"(?:sinds|since|vanaf) (?P<year>{_YEAR})"), _since),
    (_pattern(rf"(?P<year>{_YEAR})"), lambda match, _: _year(int(match["year"]), int(match["year"]))),
    (_pattern("vorig jaar|last year|afgelopen jaar"), lambda _, today: _year(today.year - 1, today.year - 1)),
    (_pattern("dit jaar|this year"), lambda _, today: _year(today.year, today.year)),
)
