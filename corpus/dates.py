"""Dutch dates, and the vergaderjaar that a date lies in."""

import datetime
import re
from dataclasses import dataclass

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_MONTH_BY_NAME = {name: number for number, name in enumerate(MONTHS, start=1)} | {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mrt": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
_NAMES = "|".join(sorted(_MONTH_BY_NAME, key=len, reverse=True))
_SPACE = r"[ \u00a0\t\n]{1,3}"
_DASH = r"[-\u2010\u2011\u2013/.]"
_DATE = re.compile(
    rf"(?<![\w])(?P<day>[0-3]?\d){_SPACE}(?P<name>{_NAMES})\.?{_SPACE}(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"|(?<![\w.,/-])(?P<year2>(?:19|20)\d\d)-(?P<month2>[01]\d)-(?P<day2>[0-3]\d)(?=T\d\d:|[^\w/-]|$)"
    rf"|(?<![\w.,/-])(?P<day3>[0-3]?\d)(?P<dash>{_DASH})(?P<month3>[01]?\d)(?P=dash)(?P<year3>(?:19|20)\d\d)(?![\w/-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A whole date in a text."""

    date: datetime.date
    start: int
    end: int


def find_dates(text: str) -> list[DateMention]:
    """The dates with day, month and year, in order: "11 maart 2014", "24-03-2024", "2024-03-24".

    A day that does not exist is no date; a date without its year ("6 september jl.") is not one of these.
    """
    mentions = []
    for match in _DATE.finditer(text):
        date = _date(match)
        if date:
            mentions.append(DateMention(date, match.start(), match.end()))
    return mentions


def parse_date(text: str) -> datetime.date | None:
    """The first whole date in `text`, which may hold other words ("d.d. 29 november 2022"); None without one."""
    mentions = find_dates(text)
    return mentions[0].date if mentions else None


def _date(match: re.Match[str]) -> datetime.date | None:
    if match["name"]:
        year, month, day = match["year"], _MONTH_BY_NAME[match["name"].lower()], match["day"]
    elif match["year2"]:
        year, month, day = match["year2"], int(match["month2"]), match["day2"]
    else:
        year, month, day = match["year3"], int(match["month3"]), match["day3"]
    try:
        return datetime.date(int(year), month, int(day))
    except ValueError:
        return None


def write_date(date: datetime.date) -> str:
    """The date in Dutch words: "18 oktober 2023"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def prinsjesdag(year: int) -> datetime.date:
    """The third Tuesday of September, on which a vergaderjaar begins."""
    first = datetime.date(year, 9, 1)
    return first + datetime.timedelta(days=(1 - first.weekday()) % 7 + 14)


def vergaderjaar_of(date: datetime.date) -> str:
    """The vergaderjaar that holds the date, as "2022-2023"; it runs from Prinsjesdag to the day before the next."""
    first = date.year if date >= prinsjesdag(date.year) else date.year - 1
    return f"{first}-{first + 1}"


def short_vergaderjaar(vergaderjaar: str) -> str:
    """The form used in citations: "2022/23" of "2022-2023", and "1999/2000" at the turn of the century."""
    first, _, second = vergaderjaar.partition("-")
    return f"{first}/{second}" if second.endswith("00") else f"{first}/{second[2:]}"


_VERGADERJAAR = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d\d)\s{0,2}[-\u2010\u2011\u2013/]\s{0,2}(?P<second>(?:19|20)?\d\d)(?!\d)",
)


def parse_vergaderjaar(text: str) -> str:
    """The first vergaderjaar in `text` as "2022-2023"; "" without one."""
    for match in _VERGADERJAAR.finditer(text):
        following = str(int(match["first"]) + 1)
        if match["second"] in {following, following[2:]}:
            return f"{match['first']}-{following}"
    return ""
