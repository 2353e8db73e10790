"""Dutch words for when something will be done, and the last day that they allow.

A day follows only from a period of the calendar whose end is fixed: a quarter, a half-year, a month, a year, a day, the
days before Christmas or Prinsjesdag. Seasons, recesses, "medio", "begin" and events have no day, and none is invented.
"""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.dates import MONTHS, prinsjesdag

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_NOT_NAMED = r"(?:dit|volgend|komend|aankomend|dat)(?: kalender)?jaar|(?:dit|volgend|komend|aankomend|dat|het) jaar"
_YEAR = rf"(?P<year>20\d\d|{_NOT_NAMED})"
_OF_YEAR = rf"(?:,? (?:van |in )?{_YEAR})?"
_ORDINAL = r"(?P<part>eerste|tweede|derde|vierde|laatste|1e|2e|3e|4e)"
_CALENDAR = "|".join(
    [
        rf"(?:het )?{_ORDINAL} kwartaal{_OF_YEAR}",
        rf"(?P<quarter>Q[1-4]){_OF_YEAR}",
        rf"(?:de |het )?(?P<edge>eerste helft) van {_MONTH}{_OF_YEAR}",
        rf"(?:de |het )?(?P<second>tweede) helft van {_MONTH}{_OF_YEAR}",
        rf"(?:de |het )?(?P<half>eerste|tweede|1e|2e) (?:helft|half ?jaar){_OF_YEAR}",
        rf"(?P<edge>(?:het )?eind(?:e)? van) het {_ORDINAL} kwartaal{_OF_YEAR}",
        # Only with its month or year: "een einde maken aan" is no time.
        (
            r"(?P<edge>(?:het )?(?:begin|eind(?:e)?|medio|half|midden|ultimo))"
            rf"(?:(?: van)? (?:de maand )?{_MONTH}{_OF_YEAR}|(?: van)?,? (?:van |in )?{_YEAR})"
        ),
        rf"(?P<day>[0-3]?\d) {_MONTH}(?: (?P<of>20\d\d))?",
        rf"(?:de maand )?{_MONTH}{_OF_YEAR}",
        r"(?P<feast>(?:de )?[Kk]erst(?:mis)?(?!\w)|(?:de )?jaarwisseling|Prinsjesdag)" + _OF_YEAR,
        r"(?<!begin )(?P<this>deze|volgende|komende) maand(?!en)",
        rf"(?:nog |later |in de loop van )?{_YEAR}",
    ]
)


def _branches() -> str:
    """The alternatives with the names of their groups made distinct, since Python allows each name once."""
    count = 0

    def number(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"(?P<{match[1]}_{count}>"

    return re.sub(r"\(\?P<([a-z]+)>", number, _CALENDAR)


_LEAD = (
    r"(?P<lead>(?:nog |pas |direct |kort |later |naar verwachting |eind |begin )?"
    r"(?:in de loop van|gedurende|tijdens|met ingang van|omstreeks|rondom|rond|uiterlijk|binnen|tegen|vanaf|voor"
    r"|vóór|v[oó]{2}r"
    r"|per|aan|op|in|na|tot)"
    r" (?:uiterlijk )?)"
)
_DATED = re.compile(rf"(?<!\w)(?:{_LEAD})?(?:{_branches()})(?![\w-])", re.IGNORECASE)
_SEASON = (
    r"(?:(?:de|het|deze|dit|komend[e]?|aankomend[e]?|volgend[e]?|eerstvolgende) )?(?:vroege |late )?"
    r"(?:voorjaar|najaar|zomer|winter|lente|herfst|zomerreces|herfstreces|kerstreces|meireces|voorjaarsreces"
    r"|reces|zomervakantie)"
    r"(?!\w)(?: (?:van )?(?:20\d\d|dit jaar|volgend jaar))?"
)
_LOOSE = re.compile(
    "|".join(
        [
            rf"(?<!\w)(?:nog |kort |direct |begin |eind |ruim )?(?:voor|vóór|na|in|rond|tijdens|tegen) {_SEASON}",
            rf"(?<!\w)(?:begin|einde?|tegen het einde)(?: van)? {_SEASON}",
            r"(?<!\w)(?:dit|deze|komende?|aankomende?|volgende?) (?:voorjaar|najaar|zomer|winter|herfst)(?!\w)",
            (
                r"(?<!\w)(?:in |gedurende )?(?:de )?(?:komende|aankomende|eerstkomende) (?:\w+ )?"
                r"(?:dagen|weken|maanden|periode|tijd|week|jaren)(?!\w)"
            ),
            (
                r"(?<!\w)binnen (?:een (?:dag|week|maand|kwartaal|jaar|half ?jaar)"
                r"|(?:enkele|een paar|een aantal|\w+|\d+)(?: tot \w+)? (?:dagen|weken|maanden|jaar))(?!\w)"
            ),
            (
                r"(?<!\w)binnen afzienbare tijd|op (?:zeer |de )?korte termijn"
                r"|op (?:de )?(?:middel)?lange(?:re)? termijn"
            ),
            (
                r"(?<!\w)(?:zo (?:spoedig|snel) mogelijk|te zijner tijd|op een later moment|tussentijds|binnenkort"
                r"|spoedig)(?!\w)"
                r"(?: na [^,.;]{3,60})?"
            ),
            r"(?<!\w)(?:deze|volgende|komende) week(?!\w)",
        ]
    ),
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?<!\w)(?:"
    r"(?:wanneer|zodra|totdat|nadat|voordat) [^,.;:]{3,120}?(?=,| (?:zal|zullen|kom|komt|komen|informeer|stuur"
    r"|zend|meld|bericht|deel|laat|leg|ontvangt|wordt|worden) (?:ik|wij|we|u|uw|de|het)\b|[.;:]|\Z)"
    r"|voorafgaand aan (?:de |het |een |mijn |ons |onze )?(?:\w+ )?[\w-]+"
    r"|(?:voor|vóór|na|direct na|bij|tijdens|gelijktijdig met|parallel aan) (?:de |het |een |mijn "
    r"|onze )?(?:eerst)?(?:volgende |nieuwe |jaarlijkse "
    r"|afronding |bespreking |ontvangst )?(?:[\w-]*(?:begroting|behandeling|nota|debat|overleg|rapportage"
    r"|verzamelbrief"
    r"|voortgangsbrief|jaarverslag|evaluatie|vervolg|monitor|stand-van-zakenbrief))(?:(?: van| met"
    r"| over)?(?: (?:de|het|deze|dit))? (?!te\b|om\b|zal\b|zullen\b|ontvangt\b|wordt\b|kom\b)[\w-]+){0,3}?"
    r"(?=,| (?:zal|zullen|kom|komt|ontvangt|ontvangen|wordt|worden|ga|weer|op|ook|aan|uw|de|het|te|nader|verder"
    r"|om)\b|[.;:]|\Z)"
    r"|(?:in|bij) (?:de|een|mijn|onze) (?:eerst)?(?:volgende|eerstvolgende|nieuwe|jaarlijkse"
    r"|komende) [\w-]*(?:rapportage|brief|monitor|nota|verzamelbrief)(?: [\w-]+)??(?= (?:zal|zullen|kom|wordt"
    r"|worden|ga)|[.,;:]|\Z)"
    r"|(?:direct )?na (?:de |het )?(?:afronding|bespreking|ontvangst|afloop|oplevering|publicatie|vaststelling"
    r"|besluitvorming|ommekomst"
    r"|voltooiing|behandeling|verschijnen|inwerkingtreding)[^,.;:]{0,90}?"
    r"(?=,| (?:zal|zullen|kom|komt|ontvangt|wordt|worden|ga|nader|verder|zo|uw Kamer|de Kamer|informeer)\b|[.;:]|\Z)"
    r")",
    re.IGNORECASE,
)
# The day of a debate is not the last day of what comes before it.
_AHEAD_OF = re.compile(
    rf"(?<!\w)(?:nog |uiterlijk )?(?:voor|vóór|v[oó]{{2}}r|voorafgaand aan) (?:de|het|ons) (?:\w+ )?"
    rf"[\w-]*(?:debat|overleg|vergadering|zitting|behandeling|raad|top|bijeenkomst|hoorzitting)(?!\w)"
    rf"(?: [^.;,]{{0,80}}?)? (?:op|van) (?:\w+dag )?(?P<day>[0-3]?\d) {_MONTH}(?: (?P<of>20\d\d))?"
    r"(?: a\.s\.| aanstaande)?",
    re.IGNORECASE,
)
_QUARTERS = {"eerste": 1, "1e": 1, "tweede": 2, "2e": 2, "derde": 3, "3e": 3, "vierde": 4, "4e": 4, "laatste": 4}
# What begins at or after the period says no day by which it will have been done.
_OPEN_ENDED = re.compile(r"\b(?:na|vanaf|rond|rondom|omstreeks|met ingang van|per)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:voor|v[oó]{2}r|vóór)\b", re.IGNORECASE)
# A year or month that belongs to a thing: "de begroting van 2023", "het debat van 6 april", "sinds 2019", "jl.".
_OF_A_THING = re.compile(
    r"(?:\bvan|\buit|\bsinds|\bover|\bd\.d\.|\bdd\.?|\btot en met|\btussen|\bfebruari|\ben)\s*\Z", re.IGNORECASE
)
_PAST = re.compile(r"\s*(?:jl\b|j\.l\.|jongstleden|afgelopen)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Due:
    """When: the words at `text[start:end]`, and the last day that they allow."""

    words: str
    start: int
    end: int
    date: datetime.date | None


def find_due(text: str, written: datetime.date | None) -> Due | None:
    """When a promise or a request in `text` is to be carried out; `written` is the date of the letter.

    A period of the calendar goes before a season or "op korte termijn", and those before an event. A period that
    was over when the letter was written is no due date.
    """
    ahead = _AHEAD_OF.search(text)
    if ahead and not _PAST.match(text, ahead.end()):
        period = _Period(
            MONTHS.index(ahead["month"].lower()) + 1, MONTHS.index(ahead["month"].lower()) + 1, int(ahead["day"])
        )
        year = int(ahead["of"]) if ahead["of"] else _next_year(period, written)
        day = _end(period, year, before=True) if year else None
        if day is None or written is None or day >= written:
            return Due(ahead.group().strip(), ahead.start(), ahead.end(), day)
    for due in _dated(text, written):
        if due.date is None or written is None or due.date >= written:
            return due
    match = _LOOSE.search(text) or _EVENT.search(text)
    return Due(match.group().strip(), match.start(), match.end(), None) if match else None


def _dated(text: str, written: datetime.date | None) -> Iterator[Due]:
    for match in _DATED.finditer(text):
        groups = {name.rpartition("_")[0] or name: value for name, value in match.groupdict().items() if value}
        lead = groups.get("lead", "")
        bare = (
            not lead
            and not groups.keys() & {"quarter", "part", "half", "second", "edge", "this"}
            and not _relative(match.group())
        )
        if bare or _PAST.match(text, match.end()) or (not lead and _OF_A_THING.search(text, 0, match.start())):
            continue
        if _is_span_of_years(text, match):
            continue
        yield Due(match.group().strip(), match.start(), match.end(), _last_day(groups, match.group(), lead, written))


def _is_span_of_years(text: str, match: re.Match[str]) -> bool:
    """Whether the year is the first of two, as in "2022-2023" or "2022/23"."""
    return bool(re.match(r"\s?[-–/]\s?\d", text[match.end() : match.end() + 3]))


def _relative(words: str) -> bool:
    return bool(re.match(r"(?:nog |later |in de loop van )?(?:dit|volgend|komend|aankomend)\b", words, re.IGNORECASE))


def _last_day(groups: dict[str, str], words: str, lead: str, written: datetime.date | None) -> datetime.date | None:
    if _OPEN_ENDED.search(lead) or re.search(
        r"begin|medio|half$|half |midden|eerste helft", groups.get("edge", ""), re.IGNORECASE
    ):
        return None
    if "feast" in groups:
        return _feast(groups, lead, written)
    if "this" in groups:
        return _month_from(written, 0 if groups["this"].lower() == "deze" else 1)
    period = _period(groups, words)
    if period is None:
        return None
    year = _year(groups.get("year") or groups.get("of"), written)
    if year is None:
        year = _next_year(period, written)
    if year is None:
        return None
    return _end(period, year, before=bool(_BEFORE.search(lead)) and "edge" not in groups)


@dataclass(frozen=True, slots=True)
class _Period:
    """From the first of a month to the last day of another, or one day of a month."""

    first: int
    last: int
    day: int = 0


def _period(groups: dict[str, str], words: str) -> _Period | None:
    month = MONTHS.index(groups["month"].lower()) + 1 if "month" in groups else 0
    if "quarter" in groups or "part" in groups:
        number = int(groups["quarter"][1]) if "quarter" in groups else _QUARTERS[groups["part"].lower()]
        return _Period(3 * number - 2, 3 * number)
    if "half" in groups:
        return _Period(1, 6) if groups["half"].lower() in {"eerste", "1e"} else _Period(7, 12)
    if month:
        return _Period(month, month, int(groups.get("day", 0)))
    if "edge" in groups and "year" not in groups:
        return None
    return _Period(1, 12) if words else None


def _end(period: _Period, year: int, *, before: bool) -> datetime.date | None:
    try:
        if before:
            return datetime.date(year, period.first, period.day or 1) - datetime.timedelta(days=1)
        return datetime.date(year, period.last, period.day or calendar.monthrange(year, period.last)[1])
    except ValueError:
        return None


def _year(words: str | None, written: datetime.date | None) -> int | None:
    if words is None:
        return None
    if words.isdigit():
        return int(words)
    if written is None:
        return None
    return written.year + (0 if words.lower().startswith(("dit", "het", "dat")) else 1)


def _next_year(period: _Period, written: datetime.date | None) -> int | None:
    """The year of the first such period that is not over yet."""
    if written is None:
        return None
    end = _end(period, written.year, before=False)
    return written.year if end is not None and end >= written else written.year + 1


def _month_from(written: datetime.date | None, months: int) -> datetime.date | None:
    if written is None:
        return None
    month = written.month - 1 + months
    year = written.year + month // 12
    return datetime.date(year, month % 12 + 1, calendar.monthrange(year, month % 12 + 1)[1])


def _feast(groups: dict[str, str], lead: str, written: datetime.date | None) -> datetime.date | None:
    year = _year(groups.get("year"), written) or (written.year if written else None)
    name = groups["feast"].lower()
    if year is None:
        return None
    if "prinsjesdag" in name:
        if "year" not in groups and written and prinsjesdag(year) < written:
            year += 1
        day = prinsjesdag(year)
    else:
        # The turn of the year ends with 31 December; before it and before "het einde van het jaar" is the same day.
        day = datetime.date(year, 12, 25) if "kerst" in name else datetime.date(year + 1, 1, 1)
    return day - datetime.timedelta(days=1) if _BEFORE.search(lead) else day if "prinsjesdag" in name else None
