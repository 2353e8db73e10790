"""What the check found of each quotation, in words, as the page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext

from web.drafts.quoting import WRONG, Agreement, Place, QuotationFinding
from web.drafts.words import Step


@dataclass(frozen=True, slots=True)
class FindingView:
    """One quotation. `tone` is wrong, look or right."""

    section: str
    words: str
    says: str
    tone: str
    place: Place | None
    steps: tuple[Step, ...]
    before: str
    after: str


def present_findings(findings: Iterable[QuotationFinding]) -> list[FindingView]:
    """The findings in the language of the page: what is wrong first, then what should be looked at, then the rest."""
    views = [
        FindingView(
            finding.section,
            finding.words,
            _says(finding),
            _tone(finding.agreement),
            finding.place,
            finding.steps,
            finding.before,
            finding.after,
        )
        for finding in findings
    ]
    return sorted(views, key=lambda view: ("wrong", "look", "right").index(view.tone))


def _tone(agreement: Agreement) -> str:
    if agreement is Agreement.EXACT:
        return "right"
    return "wrong" if agreement in WRONG else "look"


def _says(finding: QuotationFinding) -> str:
    notes = ", ".join(f"[^{number}]" for number in finding.notes)
    said: dict[Agreement, str] = {
        Agreement.DIFFERS: gettext("The source of %(notes)s says it in other words.", notes=notes),
        Agreement.OTHER_LETTER: gettext("These words stand in another letter than %(notes)s names.", notes=notes),
        Agreement.NOT_FOUND: gettext("Nothing like it stands in the source of %(notes)s.", notes=notes),
        Agreement.NO_SUCH_NOTE: gettext("Its note %(notes)s names no source of this draft.", notes=notes),
        Agreement.NOT_CLOSED: gettext("The quotation mark at its end is missing."),
        Agreement.ELSEWHERE: gettext("Word for word, but on another page than %(notes)s names.", notes=notes),
        Agreement.SHORTENED: gettext("Word for word, but words of the sentence are left out without “[…]”."),
        Agreement.STOPS: gettext("The same words, with other punctuation."),
        Agreement.NO_NOTE: gettext("Word for word in this letter, but no note says so."),
        Agreement.NO_SOURCE: gettext("No note, and no letter was found that has these words."),
        Agreement.EXACT: gettext("Word for word."),
    }
    return said[finding.agreement]
