"""Questions made of labelled ones, that name another person or year."""

import numpy as np
import pytest

from corpus.types import Person
from qa.features import WeighedQuery
from qa.gold import GoldAnswer, GoldQuestion
from qa.types import Language, Question
from scripts.ranking.examples import Example
from scripts.ranking.swapping import swapped


def example(text: str, *people: str, kind: str = "fact", answers: bool = True) -> Example:
    """An example of a question about these people, which the document of its own text answers."""
    gold = GoldQuestion(text[:9], text, Language.DUTCH, kind, (GoldAnswer(text, "quote"),) if answers else ())
    question = Question(text, Language.DUTCH, text, people=tuple(Person(name) for name in people))
    rarity = {word.casefold(): 1.0 for word in text.split()}
    weighed = WeighedQuery({}, rarity, tuple(rarity))
    return Example(gold, text, question, weighed, (), np.zeros((0, 0)), np.zeros(0, dtype=np.bool_), lambda _word: True)


ASKED = example("Wat zei Proefstra over de drones?", "Proefstra")
OTHER = example("Wat vroeg Van Bakema over de wolf?", "Van Bakema")


def test_a_person_is_taken_from_another_question() -> None:
    """So that letters know whom it names."""
    made = [question.question for question, _ in swapped([ASKED, OTHER])]
    assert made == ["Wat zei Van Bakema over de drones?", "Wat vroeg Proefstra over de wolf?"]


def test_a_year_becomes_an_earlier_one() -> None:
    """What a letter says of one year answers nothing about another."""
    [(question, _)] = swapped([example("Hoeveel drones waren er in 2023?")])
    assert question.question == "Hoeveel drones waren er in 2019?"


def test_what_is_made_is_unanswerable_and_stays_with_its_question() -> None:
    """Both go into the same fold."""
    for (question, group), made_of in zip(swapped([ASKED, OTHER]), (ASKED, OTHER), strict=True):
        assert question.answers == ()
        assert group == made_of.group


@pytest.mark.parametrize(
    "left_out",
    [
        example("Wat zei Proefstra?", "Proefstra"),
        example("Wat wilde Proefstra met de drones?", "Proefstra", kind="document"),
        example("Wat zei Proefstra over de bomen?", "Proefstra", answers=False),
        example("Waarom zijn er zoveel drones?"),
    ],
)
def test_a_question_may_be_left_out(left_out: Example) -> None:
    """One with little beside the name, one for a motie, an unanswerable one, and one without name and year."""
    made = [question.question for question, _ in swapped([left_out, OTHER])]
    assert all("wolf" in text for text in made)
