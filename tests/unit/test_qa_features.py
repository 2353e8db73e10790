"""What the ranking looks at, in the words of a question and of a passage."""

import dataclasses
import math

import numpy as np
import pytest

from index.analysis import analyse
from index.types import Filters
from qa.candidates import Candidate, find_candidates
from qa.cues import asks_whether_known, says_yes_alone
from qa.features import FEATURES, WeighedQuery, covered_share, feature_table
from qa.querying import make_query
from qa.registered import NOTHING
from qa.types import Aim, Language, Question
from tests.builders import Plan, a_letter, assemble, part
from tests.unit.fakes import HashEncoder, MemoryIndex

WEIGHED = WeighedQuery({"dokter": ("dokter", 1.0), "huisarts": ("dokter", 0.5)}, {"dokter": 3.0}, ("dokter",))


def values(name: str, question: str, weighed: WeighedQuery, *passages: str) -> list[float]:
    """One feature of letters that hold a passage each."""
    letters = [assemble(Plan([part(text)], page_starts=[], file=text)) for text in passages]
    stored = MemoryIndex(letters).fetch(range(len(letters)))
    asked = Question(question, Language.DUTCH, question, frozenset({Aim.FACT}))
    table = feature_table(asked, weighed, [Candidate(each) for each in stored], NOTHING)
    found: list[float] = table[:, FEATURES.index(name)].tolist()
    return found


def test_how_often_is_the_saturated_count_of_a_word_and_its_alternatives_together() -> None:
    """A word and a half that stands for it, in a passage of few terms: 1.5 x 3 / (1.5 + 2), each over the length."""
    (found,) = values("often", "Wat doet de dokter?", WEIGHED, "De dokter belt de huisarts.")
    length = 5  # dokter, belt, huisarts, and the two parts of that
    count = 1.5 / (0.7 + 0.3 * length / 150)
    assert found == pytest.approx(count * 3 / (count + 2), rel=1e-6)


def test_more_often_tells_more_but_each_time_less() -> None:
    """Once, twice and three times the same word."""
    once, twice, thrice = values("often", "Wat doet de dokter?", WEIGHED, *("De dokter. " * n for n in (1, 2, 3)))
    assert 0 < thrice - twice < twice - once < once
    assert not math.isnan(thrice)


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Bent u bekend met het bericht «Tekort aan huisartsen»?", True),
        ("Bent u ervan op de hoogte dat de brug dicht is?", True),
        ("Kent u het rapport?", True),
        ("Heeft u kennisgenomen van de brief?", True),
        ("Herinnert u zich uw antwoord?", True),
        ("Kunt u deze vragen afzonderlijk beantwoorden?", True),
        ("Are you aware of the report?", True),
        ("Wat is er bekend over het tekort aan huisartsen?", False),
        ("Bent u bereid het rapport te sturen?", False),
        ("Kunt u de vragen toelichten?", False),
    ],
)
def test_some_questions_only_ask_whether_something_is_known(question: str, asks: bool) -> None:
    """A mere yes answers them."""
    assert asks_whether_known(question) is asks


@pytest.mark.parametrize(("text", "alone"), [("Ja.", True), ("Ja", True), ("Ja, dat klopt.", False), ("Nee.", False)])
def test_a_mere_yes_says_nothing_else(text: str, alone: bool) -> None:
    """What comes behind it says more."""
    assert says_yes_alone(text) is alone


def test_a_mere_yes_is_looked_for_by_its_own_word() -> None:
    """It holds none of the question's; no other question looks for it."""
    search_index = MemoryIndex(
        [assemble(Plan([part(text)], page_starts=[], file=text)) for text in ("Ja.", "De brug.")]
    )
    found = []
    for text in ("Bent u bekend met het bericht?", "Wat staat er in het bericht?"):
        query = make_query(Question(text, Language.DUTCH, text, frozenset({Aim.FACT})), HashEncoder())
        by_words = dataclasses.replace(query, vector=np.zeros_like(query.vector))
        hits = find_candidates(search_index, by_words, Filters())
        found.append([hit.stored.chunk.text for hit in hits if "expected" in hit.scores])
    assert found == [["Ja."], []]


def test_a_mere_yes_to_an_unknown_question_counts_where_it_is_asked_whether_something_is_known() -> None:
    """And nowhere else, and nothing that says more."""
    assert values("affirmed", "Bent u bekend met het bericht?", WEIGHED, "Ja.", "Ja, al lang.") == [1.0, 0.0]
    assert values("affirmed", "Wat staat er in het bericht?", WEIGHED, "Ja.") == [0.0]


@pytest.mark.parametrize(("asked", "share"), [("Kent u de dokter?", 1.0), ("Kent u de brug?", 0.0)])
def test_a_mere_yes_to_another_question_does_not_count(asked: str, share: float) -> None:
    """What it was said to stands in the letter: by that it is judged."""
    letter = a_letter("Ja.")
    (stored,) = MemoryIndex([letter]).fetch(range(1))
    context = dataclasses.replace(stored.chunk.context, question=asked)
    held = dataclasses.replace(
        stored, chunk=dataclasses.replace(stored.chunk, context=context), context_terms=tuple(analyse(asked))
    )
    question = Question("Bent u bekend met de dokter?", Language.DUTCH, "Bent u bekend met de dokter?", frozenset())
    table = feature_table(question, WEIGHED, [Candidate(held)], NOTHING)
    assert table[0, FEATURES.index("affirmed")] == share


def test_the_order_of_words_changes_no_share_not_even_by_a_rounding() -> None:
    """What is added up comes out of sets, whose order differs from one start of the program to the next."""
    rarity = {"a": 0.1, "b": 0.2, "c": 0.3}
    weighed = WeighedQuery({word: (word, 1.0) for word in rarity}, rarity, tuple(rarity))
    assert covered_share(weighed, [["a"], ["b"], ["c"]]) == covered_share(weighed, [["c"], ["b"], ["a"]])
