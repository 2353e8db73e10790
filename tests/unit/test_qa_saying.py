"""Whether a text was said before, over letters in memory."""

import pytest

from corpus.types import Kind, Letter, Metadata
from qa.differences import Differing
from qa.errors import BadQuestion
from qa.saying import load_saying
from qa.service import Answerer
from tests.builders import Plan, assemble, part
from tests.unit.fakes import HashEncoder, MemoryIndex, MemoryLetters, MemoryLibrary

PROMISE = "Ik informeer de Kamer in 2024 over de veiligheid van fietsbruggen in twaalf gemeenten."
ANSWER = "De waterschappen meten elke week de kwaliteit van het zwemwater in de plassen."


def letter(text: str, file: str) -> Letter:
    """A letter of one paragraph."""
    return assemble(Plan([part(text)], page_starts=[], metadata=Metadata(Kind.KAMERBRIEF, "Voortgang"), file=file))


LETTERS = (letter(PROMISE, "a.pdf"), letter(ANSWER, "b.pdf"), letter(f"Dank voor uw vraag. | {PROMISE}", "c.pdf"))


@pytest.fixture
def answerer() -> Answerer:
    """An answerer over three letters, two of which say the same."""
    return Answerer(MemoryLibrary(MemoryIndex(LETTERS)), MemoryLetters(LETTERS), HashEncoder())


def test_each_sentence_gets_what_says_the_same_with_its_citation(answerer: Answerer) -> None:
    """The words as the letter has them; other letters with the same sentence are counted, not repeated."""
    said = answerer.said_before(f"{ANSWER} {PROMISE}")
    assert [each.text for each in said.sentences] == [ANSWER, PROMISE]
    first, second = (each.alike[0] for each in said.sentences)
    assert (first.quote.text, first.letter.file, first.differences) == (ANSWER, "b.pdf", ())
    assert first.citation == "«Voortgang», ongedateerd, p. 1"
    assert {second.letter.file, *(other.file for other in second.also)} == {"a.pdf", "c.pdf"}
    assert second.probability >= said.model.same


def test_what_differs_is_pointed_at(answerer: Answerer) -> None:
    """A year that was changed, and a negation that came in."""
    (said,) = answerer.said_before(PROMISE.replace("in 2024", "niet in 2025")).sentences
    assert [each.kind for each in said.alike[0].differences] == [Differing.MOMENT, Differing.NEGATION]


def test_a_sentence_that_no_letter_holds_gets_nothing(answerer: Answerer) -> None:
    """And one of a few words is not compared."""
    other, short = answerer.said_before("Konijnen mogen voortaan gratis met de trein reizen. Akkoord.").sentences
    assert (other.compared, other.alike) == (True, ())
    assert (short.compared, short.alike) == (False, ())


@pytest.mark.parametrize("text", ["", " \n ", "\x00", "x" * 6001])
def test_a_text_that_cannot_be_taken_is_refused(answerer: Answerer, text: str) -> None:
    """Nothing, or too much."""
    with pytest.raises(BadQuestion):
        answerer.said_before(text)


def test_the_model_says_what_it_is_worth() -> None:
    """Probabilities in order, and measured shares."""
    model = load_saying()
    assert 0 < model.resembling < model.same < 1
    assert model.found > 0.8
    assert model.wrong < 0.1
    assert model.measured >= 100
