"""Where something was promised or asked: the debate, letter or answer, and its day."""

import datetime
import re

from corpus.dates import MONTHS, parse_date

_MONTH = "|".join(MONTHS)
_DAY = rf"[0-3]?\d (?:{_MONTH})(?: (?:19|20)\d\d)?(?: jl\.?| j\.l\.| jongstleden)?"
_MEETING = (
    r"(?:[\w-]*(?:commissiedebat|wetgevingsoverleg|notaoverleg|tweeminutendebat|begrotingsbehandeling"
    r"|begrotingsdebat|plenaire? (?:debat|behandeling)|vragenuur(?:tje)?|ordedebat|rondvraag"
    r"|schriftelijk overleg|algemeen overleg|algemene politieke beschouwingen|algemene overleg|mondelinge vragen"
    r"|wetsbehandeling|kamerdebat|debat)|(?-i:WGO|AO|VAO|VSO|CD|NO|SO|APB))"
)
_OCCASION = re.compile(
    rf"(?<!\w)(?:de voortzetting van (?:de|het) )?(?:(?:het|de|een|mijn) )?(?:plenaire? |laatste |vorige "
    rf"|eerste |tweede )?{_MEETING}(?!\w)"
    rf"(?:(?: [^\s.;()]+){{0,14}}? (?:van|op|d\.d\.|dd\.?|in) (?:{_DAY}|(?:{_MONTH})(?: (?:19|20)\d\d)?)"
    rf"(?: en (?:het|de) {_MEETING} (?:van|op) {_DAY})?|(?: (?:over|van) (?:de |het )?(?:(?!(?:heb|is|was|stuur"
    rf"|zal|zullen|werd|geef|bied|ga|kom|wordt)\b)[\w’'-]+ ?){{1,9}}|(?: (?-i:[A-Z])[\w-]+){{1,6}})?)"
    rf"|(?<!\w)(?:(?:de|mijn|onze|een) )?(?:[\w-]*brief)(?: aan (?:uw|de) kamer)? (?:van|d\.d\.|dd\.?) {_DAY}"
    rf"|(?<!\w)(?:(?:de|het|een|mijn) )?(?:beantwoording van|antwoord op|antwoorden op) (?:de "
    rf"|mijn )?(?:schriftelijke )?(?:kamer)?vragen(?: van (?:(?!is |heb |wordt )[^.;,]){{3,90}})?",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"[dD]ebat|[oO]verleg|[bB]rief|[vV]ragen|[bB]ehandeling|[bB]eschouwing|[rR]ondvraag|(?:WGO|AO|VAO|VSO|CD|NO"
    r"|SO|APB)(?!\w)"
)
# "Voor de begrotingsbehandeling" says when, not where.
_STILL_TO_COME = re.compile(r"(?<!\w)(?:voor|vóór|na|volgende?|eerstvolgende)(?: (?:de|het))? \Z", re.IGNORECASE)
_PARTS = re.compile(rf"([0-3]?\d) ({_MONTH})(?: ((?:19|20)\d\d))?", re.IGNORECASE)


def find_occasion(text: str) -> str:
    """The first meeting, letter or answer that a text names, as it writes it; "" without one."""
    if not _HINT.search(text):
        return ""
    for match in _OCCASION.finditer(text):
        if not _STILL_TO_COME.search(text, 0, match.start()):
            return match.group().strip(" ,")
    return ""


def occasion_date(occasion: str, written: datetime.date | None) -> datetime.date | None:
    """The day of an occasion; one without a year is the last such day before the letter. None where none is told."""
    whole = parse_date(occasion)
    if whole is not None:
        return whole
    match = _PARTS.search(occasion)
    if match is None or written is None or match[3]:
        return None
    for year in (written.year, written.year - 1):
        try:
            day = datetime.date(year, MONTHS.index(match[2].lower()) + 1, int(match[1]))
        except ValueError:
            return None
        if day <= written:
            return day
    return None
