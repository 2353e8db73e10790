"""What speaks for and against an answer."""

import datetime

import numpy as np
import pytest

from corpus.types import Kind, Metadata, Person
from qa.candidates import Candidate
from qa.evidence import AGAINST, CIRCUMSTANCES, FOR, Ranked, all_held, weigh_evidence
from qa.features import feature_table, weigh
from qa.querying import make_query
from qa.ranking import load_model
from qa.registered import NOTHING
from qa.understanding.directory import Directory
from qa.understanding.question import understand
from tests.builders import Plan, assemble, part
from tests.unit.fakes import HashEncoder, MemoryIndex

PASSAGE = "In Fryslân zijn er 212 meldingen van discriminatie gedaan. | Een melding is kosteloos."


def found(question: str, *passages: str, kind: Kind = Kind.KAMERBRIEF, known: bool = True) -> dict[str, float]:
    """The evidence when a letter of Minister Proefstra of 2023 holds these passages, ranked as they are given."""
    metadata = Metadata(kind, "Meldingen", date=datetime.date(2023, 5, 1), senders=(Person("Proefstra"),))
    letters = [assemble(Plan([part(text)], page_starts=[], metadata=metadata, file=text)) for text in passages]
    search_index = MemoryIndex(letters)
    understood = understand(question, Directory([]), datetime.date(2025, 1, 1))
    weighed = weigh(make_query(understood, HashEncoder()).terms, search_index)
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
    ("question", "passages", "unquoted", "untold"),
    [
        ("Hoeveel kost een melding?", ["Een melding kost 12 euro."], 0, 0),
        ("Hoeveel kost een melding?", ["Een melding kost moeite."], 1, 1),
        (
            "Wat kost een melding?",
            ["Een melding kost moeite. | Bomen groeien. | Water stroomt. | Het waait. | Vis is 12 euro."],
            1,
            0,
        ),
        ("Wanneer is er een melding?", ["Een melding kost moeite."], 1, 1),
        ("Waarom is er een melding?", ["Een melding kost moeite."], 0, 0),
    ],
)
def test_what_is_asked_for_must_be_told(question: str, passages: list[str], unquoted: int, untold: int) -> None:
    """By the sentences to be quoted, or at least by the passage."""
    evidence = found(question, *passages)
    assert (evidence["unquoted"], evidence["untold"]) == (unquoted, untold)


@pytest.mark.parametrize(
    ("question", "kind", "requested"),
    [
        ("Wanneer komt er een melding?", Kind.MOTIE, 1),
        ("Wanneer komt er een melding?", Kind.KAMERBRIEF, 0),
        ("Welke motie vraagt om een melding?", Kind.MOTIE, 0),
        ("Wie vroeg om een melding?", Kind.MOTIE, 0),
        ("Melding van discriminatie", Kind.MOTIE, 0),
    ],
)
def test_a_motie_tells_only_what_is_requested(question: str, kind: Kind, requested: int) -> None:
    """It holds no answer of the government; whoever only names a subject finds it there."""
    assert found(question, PASSAGE, kind=kind)["only_requested"] == requested


REQUEST = "overwegende dat er elk jaar 212 meldingen zijn; | verzoekt de regering om 30 meldingen te onderzoeken."


@pytest.mark.parametrize(
    ("question", "requested"),
    [
        ("Hoeveel meldingen zijn er elk jaar?", 0),
        ("Waarom zijn er elk jaar meldingen?", 1),
        ("Wat vindt het lid Proefstra van de meldingen?", 0),
        ("Wat is er toegezegd aan het lid Proefstra over de meldingen?", 1),
    ],
)
def test_a_motie_states_facts_and_what_its_proposer_wants(question: str, requested: int) -> None:
    """A number, price or moment before what it requests; but what was promised to the proposer stands elsewhere."""
    assert found(question, REQUEST, kind=Kind.MOTIE)["only_requested"] == requested


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("Wat zei Proefstra over de meldingen?", 0),
        ("Wat zei het lid Bakema over de meldingen?", 1),
        ("Wat is er gezegd over de meldingen?", 0),
    ],
)
def test_people_asked_about_are_named_or_wrote_the_letter(question: str, missing: int) -> None:
    """A letter by the minister asked about need not name her."""
    assert found(question, PASSAGE)["people_missing"] == missing


def test_a_name_in_english_is_known_by_what_it_is_searched_by() -> None:
    """The letters write Spanje for Spain; a passage about another country lacks it."""
    spain = "How many reports of discrimination are there in Spain?"
    assert found(spain, PASSAGE, "In Spanje groeien bomen.", known=False)["names_missing"] == 1
    assert found(spain, "In Spanje is discriminatie gemeld.", known=False)["names_missing"] == 0


def test_what_is_searched_as_one_is_one_name() -> None:
    """The Algemene Rekenkamer is called Court of Audit."""
    assert found("What did the Court of Audit say about reports?", PASSAGE)["names_missing"] == 1


def test_a_short_name_is_no_part_of_a_word() -> None:
    """EMI does not stand in a passage about "emissies", Schiphol does in one about "Schipholtarieven"."""
    assert found("Zijn er cijfers over EMI?", "Er zijn cijfers over emissies.")["names_missing"] == 1
    assert found("Zijn er cijfers over Schiphol?", "Er zijn cijfers over Schipholtarieven.")["names_missing"] == 0


def test_offices_are_no_names() -> None:
    """Letters write them in many ways."""
    assert found("Wat zei de minister van JenV over meldingen?", PASSAGE)["names_missing"] == 0


def test_the_best_passage_is_held_against_the_others() -> None:
    """By how far its score lies above their mean, and by how many rare words it holds."""
    evidence = found("Hoeveel meldingen?", PASSAGE, "Bomen groeien.", "Water stroomt.")
    assert evidence["standing"] == 1
    assert evidence["held"] > 0
    assert found("Hoeveel meldingen van discriminatie?", PASSAGE, "Bomen groeien.")["held"] > evidence["held"]


def test_a_word_held_counts_for_one_at_most() -> None:
    """Whether there are three passages or three hundred: in few, no word is as rare as in many."""
    few, many = (found("Discriminatie?", PASSAGE, *["Bomen groeien."] * others)["held"] for others in (2, 300))
    assert 0 < few <= 1
    assert 0 < many <= 1
    assert many < 2 * few


@pytest.mark.parametrize(("question", "searched"), [("Meldingen Fryslân", 1), ("Zijn er meldingen?", 0)])
def test_a_subject_named_is_told_from_a_question(question: str, searched: int) -> None:
    """What is about a subject is what was searched for; a question wants to be answered."""
    assert found(question, PASSAGE)["is_search"] == searched


def test_without_candidates_there_is_nothing_to_weigh() -> None:
    """No passage, no evidence."""
    understood = understand("Meldingen", Directory([]), datetime.date(2025, 1, 1))
    weighed = weigh(make_query(understood, HashEncoder()).terms, MemoryIndex([]))
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
