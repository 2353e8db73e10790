"""How far an entry is, by all that was said of it, and what that leaves to do today."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Commitment, CommitmentKind
from corpus.types import CommitmentStatus as Status
from qa.commitments.types import Mention, OfficialRow, Source, Standing

CLOSED = frozenset({Status.VOLDAAN, Status.VERVALLEN, Status.UITGEVOERD, Status.VERWORPEN})
# A motie that was only proposed or judged may have been adopted or not: what is left to do is not known.
_OWED = frozenset(
    {Status.NIEUW, Status.OPEN, Status.DEELS, Status.AANGENOMEN, Status.OVERGENOMEN, Status.IN_UITVOERING}
)
# How far along; of what is said on one day the farthest counts.
_STEPS = (
    Status.ONBEKEND,
    Status.VOORGESTELD,
    Status.ONTRADEN,
    Status.OORDEEL_KAMER,
    Status.AANGEHOUDEN,
    Status.NIEUW,
    Status.OPEN,
    Status.OVERGENOMEN,
    Status.AANGENOMEN,
    Status.IN_UITVOERING,
    Status.DEELS,
    Status.VERVALLEN,
    Status.VERWORPEN,
    Status.VOLDAAN,
    Status.UITGEVOERD,
)
_FAR = {status: place for place, status in enumerate(_STEPS)}
_OFFICIAL = {
    "openstaand": Status.OPEN,
    "voldaan": Status.VOLDAAN,
    "afgedaan": Status.VOLDAAN,
    "deels voldaan": Status.DEELS,
    "deels afgedaan": Status.DEELS,
    "vervallen": Status.VERVALLEN,
}
OF_PROMISES = frozenset({Status.NIEUW, Status.OPEN, Status.DEELS, Status.VOLDAAN, Status.VERVALLEN, Status.ONBEKEND})
OF_MOTIES = frozenset(Status) - (OF_PROMISES - {Status.ONBEKEND})


@dataclass(frozen=True, slots=True)
class Said:
    """A state that a source gave on a day, None where its day is not known.

    `silent` is "open" only because nothing else is said: a mention in passing. `turn` orders what people said on one
    day, after the letters of that day.
    """

    status: Status
    day: datetime.date | None
    source: Source
    silent: bool = False
    turn: int = 0


def said_by_mentions(kind: CommitmentKind, mentions: Sequence[Mention]) -> list[Said]:
    """What the letters say of an entry of this kind; a promise that goes with a motie says nothing of the motie."""
    return [
        Said(each.commitment.status, each.letter.metadata.date, Source.LETTER, _silent(each.commitment))
        for each in mentions
        if each.commitment.kind is kind and each.commitment.status is not Status.ONBEKEND
    ]


def said_by_register(row: OfficialRow) -> list[Said]:
    """What the official register says: "open" since the day of the promise, anything else on the day it was kept."""
    status = official_status(row)
    if status is Status.ONBEKEND:
        return []
    return [Said(status, row.made if status is Status.OPEN else row.closed, Source.OFFICIAL, status is Status.OPEN)]


def official_status(row: OfficialRow) -> Status:
    """The state of a row in this program's words; ONBEKEND for a word that nobody announced."""
    return _OFFICIAL.get(" ".join(row.status.casefold().split()), Status.ONBEKEND)


def settle(said: Sequence[Said]) -> tuple[Status, Source]:
    """The state that counts: the newest said; ONBEKEND where nothing is.

    What is done follows what is to do, so that of a letter without a date the state counts where it is farther than
    the newest known, unless a person said that; a mention in passing reopens nothing.
    """
    loud = [each for each in said if not each.silent]
    closing = [each for each in said if each.status in CLOSED]
    counted = loud if closing else said
    dated = [each for each in counted if each.day is not None]
    undated = [each for each in counted if each.day is None]
    newest = max(dated, key=lambda each: (each.day, each.turn, _FAR[each.status]), default=None)
    farthest = max(undated, key=lambda each: _FAR[each.status], default=None)
    if newest is None or farthest is None:
        counts = newest or farthest
    elif newest.source is Source.PERSON or _FAR[newest.status] >= _FAR[farthest.status]:
        counts = newest
    else:
        counts = farthest
    return (counts.status, counts.source) if counts else (Status.ONBEKEND, Source.LETTER)


def standing(status: Status, due: datetime.date | None, today: datetime.date) -> Standing:
    """What is left to do today; what is due today is not yet overdue."""
    if status in CLOSED:
        return Standing.CLOSED
    if status not in _OWED:
        return Standing.UNKNOWN
    return Standing.OVERDUE if due is not None and due < today else Standing.OPEN


def due_of(mentions: Sequence[Mention], official: OfficialRow | None) -> tuple[str, datetime.date | None]:
    """The newest words for when, with their day; of letters without a date only where no dated one says it."""
    told = [each for each in mentions if each.commitment.due]
    dated = [each for each in told if each.letter.metadata.date is not None]
    for each in (*reversed(dated), *reversed([each for each in told if each.letter.metadata.date is None])):
        return each.commitment.due, each.commitment.due_date
    return ("", official.due) if official is not None else ("", None)


def _silent(made: Commitment) -> bool:
    return made.status is Status.OPEN and not made.due
