"""The register of any mentions, with any corrections."""

import datetime
import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.types import CommitmentStatus as Status
from corpus.types import Person
from index.types import StoredCommitment
from qa.commitments.book import CommitmentBook
from qa.commitments.states import CLOSED, OF_MOTIES, OF_PROMISES
from qa.commitments.types import Entry, EntryFilters, Standing
from tests.register_examples import MOTIE, PROMISE, Shelf, book_of, mention, record

DAYS = (None, datetime.date(2022, 1, 1), datetime.date(2023, 1, 1), datetime.date(2024, 1, 1))
SUBJECTS = (
    "de stallingen voor fietsen te tellen", "bomen langs alle wegen te snoeien", "een brief over zwemwater te sturen",
    "met gemeenten over parkeren te spreken",
)  # fmt: skip
LETTERS = [record(name, day) for name, day in zip("abcd", DAYS, strict=True)]


@st.composite
def registers(draw: st.DrawFn) -> list[StoredCommitment]:
    """Mentions in four letters, each letter and quote once, in up to four entries of one kind each."""
    made = []
    for place, (letter, what) in enumerate(
        draw(st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from(SUBJECTS)), unique=True, max_size=8))
    ):
        kind = draw(st.sampled_from((PROMISE, MOTIE)))
        made.append(
            mention(
                f"{kind}-{draw(st.integers(1, 3))}",
                letter,
                what,
                kind=kind,
                start=place * 100,
                status=draw(st.sampled_from(sorted(OF_PROMISES if kind is PROMISE else OF_MOTIES))),
                to=(draw(st.sampled_from((Person("Proefstra"), Person("Modelman", party="SP")))),),
                due_date=draw(st.sampled_from(DAYS)),
                due="dan",
            )
        )
    return made


def shown(book: CommitmentBook) -> list[Entry]:
    """All entries, the wrong ones too."""
    return [*book.entries(), *book.entries(EntryFilters(wrong=True))]


@given(registers(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_mentions_changes_nothing(made: list[StoredCommitment], chance: random.Random) -> None:
    """The same letters give the same register; every mention stands in one entry, its own."""
    shuffled = chance.sample(made, len(made))
    with tempfile.TemporaryDirectory() as folder:
        entries = book_of(Shelf(made), Path(folder)).entries()
        assert entries == book_of(Shelf(shuffled), Path(folder)).entries()
    places = [(entry.id, each.letter.id, each.commitment.start) for entry in entries for each in entry.mentions]
    assert sorted(places) == sorted((each.entry, each.letter.id, each.commitment.start) for each in made)


@given(registers())
@settings(max_examples=60, deadline=None)
def test_closed_is_never_shown_as_open(made: list[StoredCommitment]) -> None:
    """What the newest letter calls closed is closed; what nobody calls anything is not known; the order holds."""
    with tempfile.TemporaryDirectory() as folder:
        entries = book_of(Shelf(made), Path(folder)).entries()
    for entry in entries:
        assert (entry.standing is Standing.CLOSED) == (entry.status in CLOSED)
        last = entry.mentions[-1].commitment.status
        if len(entry.mentions) == 1:
            assert entry.status is last
        if all(each.commitment.status is Status.ONBEKEND for each in entry.mentions):
            assert entry.standing is Standing.UNKNOWN
    standings = [list(Standing).index(entry.standing) for entry in entries]
    assert standings == sorted(standings)


@given(registers(), st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_taken_back_leaves_no_trace(made: list[StoredCommitment], data: st.DataObject) -> None:
    """Any corrections, all withdrawn in any order, leave the register as it was."""
    with tempfile.TemporaryDirectory() as folder:
        book = book_of(Shelf(made), Path(folder))
        before = shown(book)
        given_numbers = [number for _ in range(data.draw(st.integers(0, 4))) if (number := correct(book, data))]
        for number in data.draw(st.permutations(given_numbers)):
            book.withdraw(number, "Al")
        assert shown(book) == before
        assert len(book.corrections()) == len(given_numbers)


@given(registers(), st.data())
@settings(max_examples=40, deadline=None)
def test_corrections_outlive_other_ids(made: list[StoredCommitment], data: st.DataObject) -> None:
    """A generation that names its entries otherwise has the same register; without its letters only orphans."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(made)
        book = book_of(shelf, Path(folder))
        numbers = [number for _ in range(data.draw(st.integers(1, 4))) if (number := correct(book, data))]
        before = contents(shown(book))
        shelf.put([StoredCommitment(f"x{each.entry}", each.letter, each.commitment) for each in made])
        assert contents(shown(book)) == before
        assert book.orphans() == ()
        shelf.put([])
        assert shown(book) == []
        assert [each.id for each in book.orphans()] == numbers


def contents(entries: list[Entry]) -> list[object]:
    """What entries hold beside their ids."""
    return sorted(
        [
            ([(each.letter.id, each.commitment.start) for each in entry.mentions], entry.status, entry.wrong)
            for entry in entries
        ],
        key=repr,
    )


def correct(book: CommitmentBook, data: st.DataObject) -> int | None:
    """Make one correction on something that is there; None where nothing is."""
    entries = book.entries()
    if not entries:
        return None
    entry = data.draw(st.sampled_from(entries))
    others = [other for other in entries if other.id != entry.id]
    what = data.draw(st.sampled_from(("wrong", "status", *(["merge"] if others else []))))
    if what == "wrong":
        return book.mark_wrong(entry.id, "Jo", "onjuist")
    if what == "merge":
        return book.merge(entry.id, data.draw(st.sampled_from(others)).id, "Jo", "zelfde")
    fitting = OF_PROMISES if entry.kind is PROMISE else OF_MOTIES
    return book.set_status(entry.id, data.draw(st.sampled_from(sorted(fitting))), "Jo", "gezien")
