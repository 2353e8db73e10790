"""What speaks for and against an answer."""

import datetime

import numpy as np
import pytest

from corpus.types import Kind, Metadata, Person
from index.analysis import analyse_query
from qa.candidates import Candidate
from qa.directory import Directory
from qa.evidence import AGAINST, CIRCUMSTANCES, FOR, Ranked, all_held, weigh_evidence
from qa.features import feature_table, weigh
from qa.ranking import load_model
from qa.registered import NOTHING
from qa.understanding import understand
from tests.builders import Plan, assemble, part
from tests.unit.fakes import MemoryIndex

PASSAGE = "In Fryslân zijn er 212 meldingen van discriminatie gedaan. | Een melding is kosteloos."


def found(question: str, *passages: str, kind: Kind = Kind.KAMERBRIEF, known: bool = True) -> dict[str, float]:
    """The evidence when a letter of Minister Proefstra of 2023 holds these passages, ranked as they are given."""
    metadata = Metadata(kind, "Meldingen", date=datetime.date(2023, 5, 1), senders=(Person("Proefstra"),))
    letters = [assemble(Plan([part(text)], page_starts=[], metadata=metadata, file=text)) for text in passages]
    search_index = MemoryIndex(letters)
    understood = understand(question, Directory([]), datetime.date(2025, 1, 1))
    weighed = weigh(analyse_query(understood.content), search_index)
    candidates = [Candidate(stored) for stored in search_index.fetch(range(len(letters)))]
    table = feature_table(understood, weighed, candidates, NOTHING)
    scores = np.arange(len(letters), 0, -1, dtype=np.float64)
    return weigh_evidence(understood, weighed, Ranked(candidates, scores, table), lambda _word: known)


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Hoeveel meldingen zijn er in Fryslân?", 0),
        ("Hoeveel meldingen zijn er in Drenthe?", 1),
        ("Hoeveel meldingen zijn er in Drenthe en Zeeland?", 2),
        ("Hoeveel meldingen zijn er bij Jan Zeeland Bouw?", 1),
        ("Wat zei Proefstra over de meldingen?", 0),
        ("Meldingen van discriminatie", 0),
    ],
)
def test_names_that_the_best_passage_lacks_are_counted(question: str, missing: int) -> None:
    """A passage on another province is no answer; who wrote the letter is known, and a first word is no name."""
    assert found(question, PASSAGE)["names_missing"] == missing


def test_a_name_that_no_letter_has_counts_for_nothing() -> None:
    """It may be misspelt."""
    assert found("Hoeveel meldingen zijn er in Drente?", PASSAGE, known=False)["names_missing"] == 0


@pytest.mark.parametrize(("year", "missing"), [("2023", 0), ("2022", 1)])
def test_a_year_stands_in_the_passage_or_is_that_of_the_letter(year: str, missing: int) -> None:
    """A letter of 2023 speaks of 2023."""
    assert found(f"Hoeveel meldingen waren er in {year}?", PASSAGE)["numbers_missing"] == missing


@pytest.mark.parametrize(
    ("question", "passage", "missing"),
    [
        ("Hoeveel kost een melding?", "Een melding kost 12 euro.", 0),
        ("Hoeveel kost een melding?", "Een melding kost moeite.", 1),
        ("Hoeveel meldingen waren er?", "Een melding kost moeite.", 0),
    ],
)
def test_who_asks_for_a_price_wants_an_amount_of_money(question: str, passage: str, missing: int) -> None:
    """The sentences to be quoted must name one."""
    assert found(question, passage)["money_missing"] == missing


def test_the_best_passage_is_held_against_the_others() -> None:
    """By how far its score lies above their mean, and by how many are of its letter."""
    evidence = found("Hoeveel meldingen?", PASSAGE, "Bomen groeien.", "Water stroomt.")
    assert evidence["score"] == 3
    assert evidence["standing"] == 1
    assert evidence["together"] == pytest.approx(1 / 3)


def test_a_motie_is_told() -> None:
    """Many moties are about the same."""
    assert found("Meldingen", PASSAGE, kind=Kind.MOTIE)["is_motion"] == 1
    assert found("Meldingen", PASSAGE)["is_motion"] == 0


def test_without_candidates_there_is_nothing_to_weigh() -> None:
    """No passage, no evidence."""
    understood = understand("Meldingen", Directory([]), datetime.date(2025, 1, 1))
    weighed = weigh(analyse_query("Meldingen"), MemoryIndex([]))
    empty = Ranked([], np.zeros(0), np.zeros((0, 0)))
    assert weigh_evidence(understood, weighed, empty, lambda _word: True) == {}


def test_the_shipped_decision_looks_at_all_of_it_the_right_way_round() -> None:
    """What speaks for an answer never makes it less likely, what speaks against one never more."""
    weights = load_model().answer.weights
    assert set(weights) == {*FOR, *AGAINST, *CIRCUMSTANCES}
    assert all(weights[name] >= 0 for name in FOR)
    assert all(weights[name] <= 0 for name in AGAINST)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("discriminatie", True),
        ("Zijn er meldingen van discriminatie?", True),
        ("discriminatie in Drenthe", False),
        ("discriminatie in 2019", False),
        ("Worden meldingen van discriminatie door burgemeesters behandeld?", False),
    ],
)
def test_keywords_that_one_passage_holds_are_answered(question: str, held: bool) -> None:
    """However short a question is, a passage with all of its words is about what it asks."""
    assert all_held(found(question, PASSAGE)) is held


def test_nothing_is_held_where_nothing_was_found() -> None:
    """A collection without candidates holds nothing."""
    assert not all_held({})
