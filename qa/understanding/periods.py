"""Periods that a question names, in Dutch and English, as days with both ends included."""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import replace

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
# The first and the last month of each.
_SEASONS = {
    "voorjaar": (3, 5), "lente": (3, 5), "spring": (3, 5), "zomer": (6, 8), "summer": (6, 8),
    "najaar": (9, 12), "herfst": (9, 11), "autumn": (9, 11),
}  # fmt: skip
_SEASON = "|".join(_SEASONS)
_LAST_BEFORE_SUMMER = 6
_NUMBERS = {
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "acht": 8, "tien": 10, "twaalf": 12,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12,
}  # fmt: skip
_MONTHS_OF = {"jaar": 12, "year": 12, "years": 12, "kwartalen": 3, "quarters": 3}
_TUESDAY = 1


def find_period(text: str, today: datetime.date) -> Period | None:
    """The first period that a question names; `today` gives "last year" its meaning; None when it names none."""
    for pattern, build in _PATTERNS:
        match = pattern.search(text)
        if match:
            start, end = build(match, today)
            return Period(start, end, match.group(0))
    return None


def past(period: Period, today: datetime.date) -> Period:
    """The period when letters are meant, which nobody has written yet: "voor de zomer" is then the last one."""
    if period.start <= today or re.search(_YEAR, period.words):
        return period
    return replace(period, start=_year_before(period.start), end=_year_before(period.end))


def _year_before(day: datetime.date) -> datetime.date:
    last = calendar.monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=min(day.day, last))


# Which days these are, no question says; they are told to be left aside, not guessed.
_SAYING = (
    r"(?:geschreven|gezegd|toegezegd|gevraagd|verschenen|gestuurd|besloten|schreef|zei|written|said|sent|promised|asked"
    r"|decided|wrote)"
)
_LATELY = r"(?:onlangs|recentelijk|kortgeleden|recently|lately)"
_VAGUE = re.compile(
    r"\b(?P<words>(?:sinds|since|vanaf) (?:de |het |the )?(?:laatste |vorige |afgelopen |nieuwe |last |new |previous )?"
    r"(?:(?:tweede )?kamerverkiezingen|verkiezingen|elections?|aantreden van \S+(?: \S+)?|kabinetsformatie"
    r"|kabinetswissel|new cabinet took office)"
    r"|(?:in |tijdens )?(?:deze|de vorige|de huidige|this|the previous|the current) "
    r"(?:kabinetsperiode|zittingsperiode|regeerperiode|parlementaire periode|cabinet period|parliamentary term)"
    r"|(?:de )?(?:afgelopen|laatste) (?:tijd|jaren|maanden|weken|dagen)|(?:in )?recent (?:years|months|weeks)"
    rf"|{_LATELY}(?=(?: \S+){{0,3}} {_SAYING}\b))\b",
    re.IGNORECASE,
)
_SAID_LATELY = re.compile(rf"\b{_SAYING}(?: \S+){{0,2}} (?P<words>{_LATELY})\b", re.IGNORECASE)


def vague_periods(text: str) -> tuple[str, ...]:
    """The words of a question that mean a period of letters without telling which days."""
    found = [match["words"] for pattern in (_VAGUE, _SAID_LATELY) for match in pattern.finditer(text)]
    return tuple(dict.fromkeys(found))


def find_periods(text: str, today: datetime.date) -> list[tuple[Period, tuple[int, int]]]:
    """All periods that a text names, in its order, with where each stands; the more exact form of two that overlap."""
    found: list[tuple[Period, tuple[int, int]]] = []
    for pattern, build in _PATTERNS:
        for match in pattern.finditer(text):
            if all(match.end() <= start or end <= match.start() for _, (start, end) in found):
                found.append((Period(*build(match, today), match.group(0)), match.span()))
    return sorted(found, key=lambda each: each[1])


# "moties uit 2024" and "welke brief van vorig jaar" tell the date of the letters. "de motie van 21 november" is often
# asked about in later ones, and "in 2023" may be when something happened.
_DOCUMENTS = (
    r"(?:(?:kamer)?brieven|moties|kamervragen|schriftelijke vragen|kamerstukken|stukken|verslagen|antwoorden|documenten"
    r"|letters|motions|(?:parliamentary|written) questions|reports|documents|answers"
    r"|(?:welke|which) (?:recente |recent )?(?:(?:kamer)?brief|motie|kamerstuk|letter|motion|document))"
)
SINCE = re.compile(r"(?:sinds|since|vanaf)\b", re.IGNORECASE)
# Right behind the documents any of these words will do; further on only those that speak of when something was written.
_BETWEEN = (
    r"(?:(?: (?:aan|naar|to) (?:de|the) (?:kamer|house|tweede kamer))?(?: (?:van|uit|in|sinds|from|of|since|dated))?"
    r"|(?: [^\s.,;?!]+){1,6} (?:uit|dated))"
)


def dates_letters(text: str, period: Period) -> bool:
    """Whether a question gives its period, of more than a day, as the date of the letters that it wants."""
    if period.start == period.end:
        return False
    return (
        re.search(rf"\b{_DOCUMENTS}{_BETWEEN} (?:de |het |the )?{re.escape(period.words)}", text, re.IGNORECASE)
        is not None
    )


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


def _half(match: re.Match[str], _: datetime.date) -> tuple[datetime.date, datetime.date]:
    year, first = int(match["year"]), match["half"].casefold() in {"eerste", "first"}
    return (
        (datetime.date(year, 1, 1), _month(year, 6)[1]) if first else (datetime.date(year, 7, 1), _month(year, 12)[1])
    )


def _until_summer(match: re.Match[str], today: datetime.date) -> tuple[datetime.date, datetime.date]:
    # The recess begins in the first days of July; after it the next summer is meant.
    year = int(match["year"]) if match["year"] else today.year + (today.month > _LAST_BEFORE_SUMMER)
    return datetime.date(year, 1, 1), _month(year, _LAST_BEFORE_SUMMER)[1]


def _season(match: re.Match[str], _: datetime.date) -> tuple[datetime.date, datetime.date]:
    return _season_of(int(match["year"]), match["season"])


def _season_of(year: int, season: str) -> tuple[datetime.date, datetime.date]:
    first, last = _SEASONS[season.casefold()]
    return _month(year, first)[0], _month(year, last)[1]


def _past_season(match: re.Match[str], today: datetime.date) -> tuple[datetime.date, datetime.date]:
    this_year = _season_of(today.year, match["season"])
    return this_year if this_year[0] <= today else _season_of(today.year - 1, match["season"])


def _stretch(match: re.Match[str], today: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The days of the last so many years or months up to today."""
    written = match["count"].casefold()
    count = int(written) if written.isdigit() else _NUMBERS[written]
    months = count * _MONTHS_OF.get(match["unit"].casefold(), 1)
    return _months_up_to(today, months)


def _months_up_to(today: datetime.date, months: int) -> tuple[datetime.date, datetime.date]:
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    first, last = _month(year, month + 1)
    return first.replace(day=min(today.day, last.day)), today


def _quarter_of(day: datetime.date, back: int) -> tuple[datetime.date, datetime.date]:
    """The quarter so many before the one of a day."""
    year, quarter = divmod(day.year * 4 + (day.month - 1) // 3 - back, 4)
    return _month(year, quarter * 3 + 1)[0], _month(year, quarter * 3 + 3)[1]


def _week_of(day: datetime.date, back: int) -> tuple[datetime.date, datetime.date]:
    """The week, from Monday, so many before the one of a day."""
    monday = day - datetime.timedelta(days=day.weekday() + 7 * back)
    return monday, monday + datetime.timedelta(days=6)


def _day_before(today: datetime.date) -> tuple[datetime.date, datetime.date]:
    return (today - datetime.timedelta(days=1),) * 2


def _since_month(match: re.Match[str], today: datetime.date) -> tuple[datetime.date, datetime.date]:
    first, last = _month(int(match["year"]), _MONTH_NUMBERS[match["month"].casefold()])
    return first, max(today, last)


def _budget_day(year: int) -> datetime.date:
    """The third Tuesday of September, on which a parliamentary year begins."""
    first = datetime.date(year, 9, 1)
    return first + datetime.timedelta(days=(_TUESDAY - first.weekday()) % 7 + 14)


def _parliamentary_year(match: re.Match[str], _: datetime.date) -> tuple[datetime.date, datetime.date]:
    year = int(match["year"])
    return _budget_day(year), _budget_day(year + 1) - datetime.timedelta(days=1)


def _month_before(today: datetime.date) -> tuple[int, int]:
    return (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)


_Build = Callable[[re.Match[str], datetime.date], tuple[datetime.date, datetime.date]]


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", re.IGNORECASE)


# The more exact form comes first: "maart 2023" before "2023".
_PATTERNS: tuple[tuple[re.Pattern[str], _Build], ...] = (
    (
        _pattern(rf"(?P<quarter>{_QUARTER})(?: kwartaal| quarter)?(?: van| of)? (?P<year>{_YEAR})"),
        _quarter,
    ),
    (_pattern(rf"(?P<day>[12]\d|3[01]|[1-9]) (?P<month>{_MONTH}) (?P<year>{_YEAR})"), _day),
    (_pattern(rf"(?:sinds|since|vanaf) (?P<month>{_MONTH}) (?P<year>{_YEAR})"), _since_month),
    (
        _pattern(rf"(?P<month>{_MONTH}) (?P<year>{_YEAR})"),
        lambda match, _: _month(int(match["year"]), _MONTH_NUMBERS[match["month"].casefold()]),
    ),
    (
        _pattern(rf"(?:tussen|between|van|from) (?P<first>{_YEAR}) (?:en|and|tot|to|until) (?P<last>{_YEAR})"),
        lambda match, _: _year(*sorted((int(match["first"]), int(match["last"])))),
    ),
    (
        _pattern(rf"(?:vergaderjaar|parliamentary year) (?P<year>{_YEAR}) ?[-–/] ?(?:(?:19|20)?\d\d)"),
        _parliamentary_year,
    ),
    (_pattern(rf"(?:sinds|since|vanaf) (?P<year>{_YEAR})"), _since),
    (
        _pattern(rf"(?P<half>eerste|tweede|first|second) (?:helft|half(?:jaar| of)?)(?: van| of)? (?P<year>{_YEAR})"),
        _half,
    ),
    (
        _pattern(
            rf"(?:voor|vóór|before) (?:de |the )?(?:zomer|summer)(?:reces| recess)?(?:(?: van| of)? (?P<year>{_YEAR}))?"
        ),
        _until_summer,
    ),
    (_pattern(rf"(?P<season>{_SEASON})(?: van| of)? (?P<year>{_YEAR})"), _season),
    (_pattern(rf"(?:de |the )?(?P<past>afgelopen|vorige|last) (?P<season>{_SEASON})"), _past_season),
    (
        _pattern(
            rf"(?:de |the )?(?:afgelopen|laatste|past|last) (?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})"
            r" (?P<unit>jaar|years|maanden|months|kwartalen|quarters)"
        ),
        _stretch,
    ),
    (
        _pattern("(?:het )?(?:afgelopen|vorig|laatste) kwartaal|(?:last|past|previous) quarter"),
        lambda _, today: _quarter_of(today, 1),
    ),
    (_pattern("dit kwartaal|this quarter"), lambda _, today: _quarter_of(today, 0)),
    (_pattern("(?:het )?(?:afgelopen|laatste) half ?jaar"), lambda _, today: _months_up_to(today, 6)),
    (_pattern("(?:de )?(?:afgelopen|vorige) week|(?:last|past) week"), lambda _, today: _week_of(today, 1)),
    (_pattern("deze week|this week"), lambda _, today: _week_of(today, 0)),
    (_pattern("gisteren|yesterday"), lambda _, today: _day_before(today)),
    (_pattern("vandaag|today"), lambda _, today: (today, today)),
    (
        _pattern("(?:de )?(?:afgelopen|vorige) maand|(?:last|past|previous) month"),
        lambda _, today: _month(*_month_before(today)),
    ),
    (_pattern("deze maand|this month"), lambda _, today: _month(today.year, today.month)),
    (_pattern(rf"(?P<year>{_YEAR})"), lambda match, _: _year(int(match["year"]), int(match["year"]))),
    (
        _pattern("(?:het )?(?:vorig|afgelopen) jaar|(?:last|past|previous) year"),
        lambda _, today: _year(today.year - 1, today.year - 1),
    ),
    (_pattern("dit jaar|this year"), lambda _, today: _year(today.year, today.year)),
)
