"""How far an entry is, by what was said of it and when."""

import datetime

import pytest

from corpus.types import CommitmentStatus as Status
from qa.commitments.states import Said, official_status, said_by_register, settle, standing
from qa.commitments.types import OfficialRow, Source, Standing

EARLY, LATE = datetime.date(2022, 1, 1), datetime.date(2023, 1, 1)


def said(status: Status, day: datetime.date | None = None, *, silent: bool = False) -> Said:
    """A letter of a day says so."""
    return Said(status, day, Source.LETTER, silent)


def test_the_newest_letter_counts() -> None:
    """In whatever order they are given."""
    newest = [said(Status.DEELS, LATE), said(Status.OPEN, EARLY)]
    assert settle(newest) == settle(newest[::-1]) == (Status.DEELS, Source.LETTER)
    assert settle([said(Status.VOLDAAN, EARLY), said(Status.DEELS, LATE)])[0] is Status.DEELS


def test_nothing_said_is_not_known() -> None:
    """No state is made up."""
    assert settle([]) == (Status.ONBEKEND, Source.LETTER)


def test_a_mention_in_passing_reopens_nothing() -> None:
    """That a later letter only names the promise (so "open") does not undo that an earlier one kept it."""
    assert settle([said(Status.VOLDAAN, EARLY), said(Status.OPEN, LATE, silent=True)])[0] is Status.VOLDAAN
    assert settle([said(Status.VOLDAAN, EARLY), said(Status.OPEN, LATE)])[0] is Status.OPEN


def test_of_one_day_the_farthest_counts() -> None:
    """A letter that makes the promise anew and says that it is kept, keeps it."""
    assert settle([said(Status.NIEUW, EARLY), said(Status.VOLDAAN, EARLY)])[0] is Status.VOLDAAN
    assert settle([said(Status.OORDEEL_KAMER, EARLY), said(Status.UITGEVOERD, EARLY)])[0] is Status.UITGEVOERD


def test_a_closing_letter_without_a_date_closes() -> None:
    """What is done comes after what is to do, also where the day is not known."""
    assert settle([said(Status.OPEN, LATE), said(Status.VOLDAAN)])[0] is Status.VOLDAAN
    assert settle([said(Status.VOLDAAN, LATE), said(Status.OPEN)])[0] is Status.VOLDAAN
    assert settle([said(Status.NIEUW), said(Status.DEELS)])[0] is Status.DEELS


@pytest.mark.parametrize(
    ("status", "due", "expected"),
    [
        (Status.OPEN, None, Standing.OPEN),
        (Status.NIEUW, EARLY, Standing.OVERDUE),
        (Status.DEELS, LATE, Standing.OPEN),
        (Status.IN_UITVOERING, EARLY, Standing.OVERDUE),
        (Status.VOLDAAN, EARLY, Standing.CLOSED),
        (Status.VERVALLEN, EARLY, Standing.CLOSED),
        (Status.UITGEVOERD, None, Standing.CLOSED),
        (Status.VERWORPEN, None, Standing.CLOSED),
        (Status.VOORGESTELD, EARLY, Standing.UNKNOWN),
        (Status.ONTRADEN, None, Standing.UNKNOWN),
        (Status.ONBEKEND, EARLY, Standing.UNKNOWN),
    ],
)
def test_what_is_left_to_do_follows_from_state_and_day(
    status: Status, due: datetime.date | None, expected: Standing
) -> None:
    """Due today is not late; what is closed never is; of a motie that was only proposed it is not known."""
    assert standing(status, due, LATE) is expected


def test_the_official_register_speaks_its_own_words() -> None:
    """Each announced word has its state; one that nobody announced is not known."""
    words = ["Openstaand", "Voldaan", "Afgedaan", "Deels Voldaan", "deels  afgedaan", "Vervallen", "Herhaald"]
    assert [official_status(row(word)) for word in words] == [
        Status.OPEN, Status.VOLDAAN, Status.VOLDAAN, Status.DEELS, Status.DEELS, Status.VERVALLEN, Status.ONBEKEND
    ]  # fmt: skip


def test_the_official_register_is_behind_the_letters() -> None:
    """Still open there, kept by a letter: kept; kept there without a day, only named by letters: kept."""
    kept = said(Status.VOLDAAN, EARLY)
    assert settle([kept, *said_by_register(row("Openstaand"))]) == (Status.VOLDAAN, Source.LETTER)
    assert settle([said(Status.NIEUW, LATE), *said_by_register(row("Voldaan"))]) == (Status.VOLDAAN, Source.OFFICIAL)


def row(status: str) -> OfficialRow:
    """A row of the official register."""
    return OfficialRow("TZ202301-001", "De minister stuurt een brief.", status, LATE, None, "", "", (), "")
