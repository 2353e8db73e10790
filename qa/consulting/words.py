"""What an answer from the register says beside quotes, in both languages."""

import calendar
import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.dates import MONTHS
from corpus.types import CommitmentKind
from corpus.types import CommitmentStatus as Status
from qa.commitments.types import Standing
from qa.types import Language


@dataclass(frozen=True, slots=True)
class RegisterWords:
    """One language's words; `{}` takes what the name of the field says."""

    kinds: Mapping[CommitmentKind, tuple[str, str]]
    standings: Mapping[Standing, str]
    counted: Mapping[Standing, str]
    statuses: Mapping[Status, str]
    related: str
    below: tuple[str, str]
    state: str
    corrected: str
    receiver: str
    proposer: str
    promiser: str
    occasion: str
    due: str
    proposed: str
    reference: str
    unknown_sender: str
    not_said: str
    official: str
    more: str


_DUTCH_STATUS = {
    **{status: status.value for status in Status},
    Status.DEELS: "deels voldaan",
    Status.VOORGESTELD: "ingediend",
    Status.OORDEEL_KAMER: "oordeel Kamer",
    Status.ONBEKEND: "niet bekend",
}
_ENGLISH_STATUS = {
    Status.NIEUW: "new",
    Status.OPEN: "open",
    Status.DEELS: "partly kept",
    Status.VOLDAAN: "kept",
    Status.VERVALLEN: "lapsed",
    Status.VOORGESTELD: "proposed",
    Status.OORDEEL_KAMER: "left to the judgement of the Kamer",
    Status.ONTRADEN: "advised against",
    Status.OVERGENOMEN: "taken over by the government",
    Status.AANGEHOUDEN: "held over",
    Status.AANGENOMEN: "adopted",
    Status.VERWORPEN: "rejected",
    Status.IN_UITVOERING: "being carried out",
    Status.UITGEVOERD: "carried out",
    Status.ONBEKEND: "not known",
}
_WORDS = {
    Language.DUTCH: RegisterWords(
        kinds={
            CommitmentKind.TOEZEGGING: ("toezegging", "toezeggingen"),
            CommitmentKind.MOTIE: ("motie", "moties"),
        },
        standings={
            Standing.OVERDUE: "Te laat",
            Standing.OPEN: "Nog te doen",
            Standing.UNKNOWN: "Afloop niet bekend",
            Standing.CLOSED: "Afgehandeld",
        },
        counted={
            Standing.OVERDUE: "te laat",
            Standing.OPEN: "nog te doen",
            Standing.UNKNOWN: "afloop niet bekend",
            Standing.CLOSED: "afgehandeld",
        },
        statuses=_DUTCH_STATUS,
        related="Verwante moties",
        below=("daarnaast {} verwante motie", "daarnaast {} verwante moties"),
        state="status: {}",
        corrected="{} (vastgesteld door {})",
        receiver="aan: {}",
        proposer="van: {}",
        promiser="door: {}",
        occasion="bij: {}",
        due="termijn: {}",
        proposed="ingediend op: {}",
        reference="verwijzing: {}",
        unknown_sender="de afzender, die de brief niet noemt",
        not_said="niet genoemd",
        official="officieel register: {} ({})",
        more="Nog {} andere: zie {}",
    ),
    Language.ENGLISH: RegisterWords(
        kinds={
            CommitmentKind.TOEZEGGING: ("promise", "promises"),
            CommitmentKind.MOTIE: ("motion", "motions"),
        },
        standings={
            Standing.OVERDUE: "Overdue",
            Standing.OPEN: "Still to do",
            Standing.UNKNOWN: "Outcome not known",
            Standing.CLOSED: "Closed",
        },
        counted={
            Standing.OVERDUE: "overdue",
            Standing.OPEN: "still to do",
            Standing.UNKNOWN: "outcome not known",
            Standing.CLOSED: "closed",
        },
        statuses=_ENGLISH_STATUS,
        related="Related motions",
        below=("also {} related motion", "also {} related motions"),
        state="status: {}",
        corrected="{} (set by {})",
        receiver="to: {}",
        proposer="by: {}",
        promiser="by: {}",
        occasion="at: {}",
        due="due: {}",
        proposed="tabled on: {}",
        reference="reference: {}",
        unknown_sender="the sender, whom the letter does not name",
        not_said="not stated",
        official="official register: {} ({})",
        more="{} more: see {}",
    ),
}


def register_words(language: Language) -> RegisterWords:
    """The words in one language."""
    return _WORDS[language]


def written_day(day: datetime.date, language: Language) -> str:
    """A day as people read it: "31 maart 2023", "31 March 2023"."""
    months = MONTHS if language is Language.DUTCH else list(calendar.month_name)[1:]
    return f"{day.day} {months[day.month - 1]} {day.year}"
