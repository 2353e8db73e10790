"""The text of an answer: what is quoted, and what is said beside it."""

from dataclasses import replace

from qa.composing import compose
from qa.types import Language, Question, Verdict
from tests.web_examples import PROMISE, make_letter, make_passage

LETTER = make_letter()
QUESTION = Question("plan", Language.DUTCH, "plan")
QUOTED = f"“{PROMISE}” (Kamerstukken II 2023/24, 29 398, nr. 1234)"


def test_words_that_two_passages_of_a_letter_share_are_quoted_once() -> None:
    """Passages may overlap, and the same sentence may answer in both."""
    first = make_passage(LETTER, PROMISE)
    again = replace(first, rank=2, start=3)
    other = make_passage(LETTER, "Dat verzoek begrijp ik goed.", rank=3)
    lines = compose(QUESTION, Verdict.ANSWERED, [first, again, other], [], 0).split("\n")
    assert lines == [QUOTED, "“Dat verzoek begrijp ik goed.” (Kamerstukken II 2023/24, 29 398, nr. 1234)"]


def test_the_same_words_of_two_letters_are_both_quoted() -> None:
    """Each is a source of its own."""
    other = make_letter(b"een andere brief")
    passages = [make_passage(LETTER, PROMISE), make_passage(other, PROMISE, rank=2)]
    assert compose(QUESTION, Verdict.ANSWERED, passages, [], 0) == f"{QUOTED}\n{QUOTED}"


def test_one_letter_without_a_date_is_one() -> None:
    """A number and its noun agree."""
    assert compose(QUESTION, Verdict.NO_EVIDENCE, [], [], 1).endswith("1 brief zonder datum is niet meegenomen.")
    assert compose(QUESTION, Verdict.NO_EVIDENCE, [], [], 2).endswith("2 brieven zonder datum zijn niet meegenomen.")
