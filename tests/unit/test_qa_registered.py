"""What the register has on the people whom a question names."""

import datetime

import pytest

from qa.registered import NOTHING, Register, asked_kinds
from qa.understanding.directory import Directory
from qa.understanding.question import understand
from tests.builders import a_letter, part
from tests.unit.fakes import MemoryIndex

PROMISE = a_letter(part("Zoals toegezegd aan het lid Proefstra (SP) stuur ik u een brief over de stallingen."))
OTHER = a_letter(part("Het lid Modelman (VVD) vroeg naar de bomen langs de weg. | Die zijn gekapt."))


@pytest.fixture
def search_index() -> MemoryIndex:
    """A letter with a promise, and one without."""
    return MemoryIndex([PROMISE, OTHER])


def found(search_index: MemoryIndex, text: str) -> list[str]:
    """The letters that the register names for a question."""
    question = understand(text, Directory([]), datetime.date(2025, 1, 1))
    return Register(search_index.commitments).find(question).letters


def test_a_promise_is_found_by_whom_it_was_made_to(search_index: MemoryIndex) -> None:
    """The letter with the promise, and the passage that begins it."""
    question = understand("Wat is er toegezegd aan het lid Proefstra?", Directory([]), datetime.date(2025, 1, 1))
    registered = Register(search_index.commitments).find(question)
    assert registered.letters == [PROMISE.id]
    (chunk,) = [stored.chunk for stored in search_index.fetch([0, 1]) if stored.letter.id == PROMISE.id]
    assert registered.holds(PROMISE.id, chunk)
    assert not NOTHING.holds(PROMISE.id, chunk)


def test_other_people_and_other_questions_get_nothing(search_index: MemoryIndex) -> None:
    """Neither someone to whom nothing was promised, nor a question that asks for no promise."""
    assert found(search_index, "Wat is er toegezegd aan het lid Modelman?") == []
    assert found(search_index, "Hoeveel stallingen bezocht het lid Proefstra?") == []


def test_only_questions_about_people_ask_the_register() -> None:
    """A promise to nobody in particular is left to the ranking."""
    question = understand("Wat is er toegezegd over stallingen?", Directory([]), datetime.date(2025, 1, 1))
    assert asked_kinds(question) == set()
