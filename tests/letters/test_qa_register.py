"""What was promised to a member, answered from the real letters that tell of it, alone and among all others."""

import dataclasses
import datetime
import time
from pathlib import Path

import pytest

from corpus.intake import ingest
from corpus.types import CommitmentKind
from corpus.types import CommitmentStatus as Status
from qa.commitments.book import CommitmentBook
from qa.commitments.types import Entry, EntryFilters, Standing
from qa.service import Answerer
from qa.types import Answer, Verdict
from web.commands.opening import open_all

pytestmark = pytest.mark.letters

OVERVIEW, PLAN, APPRECIATION = "brief__000", "brief__002", "brief__004"
QUESTIONS = ("Wat is er toegezegd aan Aartsen?", "what was promised to Aartsen?")


@dataclasses.dataclass(frozen=True)
class Desk:
    """Answers and the register over one data folder."""

    answerer: Answerer
    book: CommitmentBook

    def named(self, answer: Answer) -> tuple[list[Entry], list[Entry]]:
        """The entries that an answer lists, and those that stand below them as related."""
        assert answer.register is not None
        *groups, last = answer.register.groups
        listed = [self.entry(each.entry) for group in groups for each in group.entries]
        return listed, [self.entry(each.entry) for each in last.entries]

    def entry(self, entry: str) -> Entry:
        """An entry that is there."""
        found = self.book.entry(entry)
        assert found is not None
        return found


def desk_over(data: Path, letters: list[Path]) -> Desk:
    """Read letters into a data folder, build, and open."""
    opened = open_all(data)
    assert sum(result.status != "failed" for result in ingest(opened.store, letters, workers=2)) >= len(letters)
    opened.library.build(opened.letters)
    return Desk(opened.answerer, opened.book)


@pytest.fixture(scope="module")
def alone(letters_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The three letters that speak of the member, and nothing else."""
    return desk_over(tmp_path_factory.mktemp("three"), sorted(letters_folder.glob("brief__00*.txt")))


@pytest.fixture(scope="module")
def among_all(letters_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """All real letters, thousands of moties among them."""
    return desk_over(tmp_path_factory.mktemp("all"), [letters_folder])


def holds(desk: Desk, question: str) -> None:
    """One promise, kept, with its history; below it three moties, each by itself; all of it proved."""
    answer = desk.answerer.ask(question)
    assert answer.verdict is Verdict.ANSWERED
    (promise,), related = desk.named(answer)
    assert "startbanen" in promise.what
    assert (promise.kind, promise.status, promise.standing) == (
        CommitmentKind.TOEZEGGING, Status.VOLDAAN, Standing.CLOSED
    )  # fmt: skip
    assert promise.occasion_date == datetime.date(2022, 11, 21)
    assert [reference.identifier for reference in promise.references] == ["kst-36200-XV-85"]
    assert {each.letter.file[:10] for each in promise.mentions} == {OVERVIEW, PLAN}
    assert all(entry.kind is CommitmentKind.MOTIE for entry in related)
    assert sorted(sorted({each.letter.file[:10] for each in entry.mentions}) for entry in related) == [
        [OVERVIEW], [OVERVIEW], [APPRECIATION]
    ]  # fmt: skip
    numbered = {entry.id for entry in related if entry.references}
    assert numbered == {"kst-32824-373"}
    informed = desk.entry("kst-32824-373").mentions
    assert {each.commitment.kind for each in informed} == set(CommitmentKind)
    quotes = [
        quote
        for group in (answer.register.groups if answer.register else ())
        for each in group.entries
        for quote in each.quotes
    ]
    assert {quote.letter.file[:10] for quote in quotes} == {OVERVIEW, PLAN, APPRECIATION}
    assert all(
        f"“{' '.join(quote.quote.text.split())}” ({quote.citation})" in answer.text.split("\n") for quote in quotes
    )
    assert [passage.letter.file[:10] for passage in answer.passages[:3]] == [OVERVIEW, PLAN, PLAN]
    assert APPRECIATION in [passage.letter.file[:10] for passage in answer.passages]
    assert "ongedateerd" in answer.text


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_was_promised_to_a_member_in_three_letters(alone: Desk, question: str) -> None:
    """The startbanen, once; the moties below it, not merged; nothing else."""
    holds(alone, question)
    assert alone.answerer.ask(question).register == alone.answerer.ask(question, top=1).register


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_was_promised_to_a_member_among_all_letters(among_all: Desk, question: str) -> None:
    """The same among thousands of moties, also of the same member."""
    holds(among_all, question)


@pytest.mark.slow
def test_the_register_of_all_letters_opens_and_filters_at_once(among_all: Desk) -> None:
    """In less than 300 and 100 milliseconds, once it was made."""
    among_all.book.entries()

    def best(filters: EntryFilters) -> float:
        times = []
        for _ in range(3):
            begun = time.process_time()
            among_all.book.entries(filters)
            times.append(time.process_time() - begun)
        return min(times)

    assert len(among_all.book.entries()) > 5_000
    assert best(EntryFilters()) < 0.3
    for filters in (
        EntryFilters(person="van dijk (SP)"), EntryFilters(text="statushouders werk"), EntryFilters(party="VVD"),
        EntryFilters(dossier="32824"), EntryFilters(standing=Standing.OPEN),
    ):  # fmt: skip
        assert best(filters) < 0.1
