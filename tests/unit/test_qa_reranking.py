"""A second ranking by a model that somebody configured."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from index.encode import CrossEncoderReranker
from index.errors import UnsupportedEncoder
from qa.service import Answerer
from qa.types import Verdict
from tests.builders import a_letter, part
from tests.unit.fakes import HashEncoder, MemoryIndex, MemoryLetters, MemoryLibrary

TEXTS = ("De fietsenstalling kost 140 euro per jaar.", "De fietsenstalling kost niets.", "Bomen groeien traag.")


class Counting:
    """Prefers the texts that hold one of some words, and remembers how many it was given."""

    def __init__(self, *words: str) -> None:
        self._words = words
        self.given = 0

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """1 for a text that holds one of the words; for the question, nothing."""
        assert question
        self.given = len(texts)
        return [float(any(word in text for word in self._words)) for text in texts]


def asked(reranker: Counting | None, texts: Sequence[str] = TEXTS) -> list[tuple[str, float]]:
    """The passages in order with their probabilities."""
    letters = [a_letter(part(text), file=f"{number}.pdf") for number, text in enumerate(texts)]
    answerer = Answerer(
        MemoryLibrary(MemoryIndex(letters)),
        MemoryLetters(letters),
        HashEncoder(),
        today=lambda: datetime.date(2025, 5, 20),
        reranker=reranker,
    )
    answer = answerer.ask("Hoeveel kost de fietsenstalling?")
    assert answer.verdict in Verdict
    return [(passage.text, passage.score) for passage in answer.passages]


def test_its_order_goes_before_the_learned_one() -> None:
    """What it likes best comes first, what it likes alike stays as it was."""
    plain = [text for text, _ in asked(None)]
    second = "140" if "niets" in plain[0] else "niets"
    assert [text for text, _ in asked(Counting(second))] == [plain[1], plain[0], plain[2]]


def test_the_probabilities_stay_the_same_ones() -> None:
    """They belong to the rank; the model's own numbers mean nothing to a reader."""
    plain = asked(None)
    dealt = asked(Counting(plain[0][0], plain[2][0]))
    assert [text for text, _ in dealt] == [plain[0][0], plain[2][0], plain[1][0]]
    assert [score for _, score in dealt] == [score for _, score in plain]


def test_nothing_is_likely_to_answer_when_what_comes_first_does_not() -> None:
    """Whether there is an answer is judged by what the model put first."""
    assert asked(Counting("Bomen"))[0][1] < asked(None)[0][1]


def test_only_the_first_thirty_are_read() -> None:
    """Reading together costs much."""
    reranker = Counting("niets")
    asked(reranker, [f"De fietsenstalling nummer {number} kost geld." for number in range(40)])
    assert reranker.given == 30


@pytest.mark.slow
def test_a_model_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    """With what to do next."""
    with pytest.raises(UnsupportedEncoder, match=r"nothing here.*name a folder"):
        CrossEncoderReranker(str(tmp_path / "nothing here"))
