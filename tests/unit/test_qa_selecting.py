"""Which sentences of a passage are marked as the answer."""

import datetime

import pytest

from index.analysis import analyse_query
from qa.features import weigh
from qa.selecting import select_sentences
from qa.understanding.directory import Directory
from qa.understanding.question import understand
from tests.builders import a_letter, part
from tests.unit.fakes import MemoryIndex


def selected(question: str, *paragraphs: str) -> list[str]:
    """The sentences chosen from a letter of one passage."""
    letter = a_letter(*[part(paragraph) for paragraph in paragraphs])
    search_index = MemoryIndex([letter])
    understood = understand(question, Directory([]), datetime.date(2025, 1, 1))
    weighed = weigh(analyse_query(understood.content), search_index)
    (stored,) = search_index.fetch([0])
    return [letter.text[span.start : span.end] for span in select_sentences(understood, weighed, stored)]


def test_the_sentence_with_the_words_is_chosen() -> None:
    """Not the ones around it."""
    assert selected(
        "Wanneer gaat het zwembad open?",
        "De begroting is rond. | Het zwembad gaat in maart 2025 open. | De gemeente kocht bomen.",
    ) == ["Het zwembad gaat in maart 2025 open."]


def test_the_sentence_that_goes_on_about_the_subject_comes_along() -> None:
    """The amount stands in the sentence after the one that names the subject."""
    assert selected(
        "Hoeveel kost een plaats in de fietsenstalling?",
        "Over de plaats in de fietsenstalling vroeg men iets. | Die kost 140 euro. | Bomen groeien traag.",
    ) == ["Over de plaats in de fietsenstalling vroeg men iets.", "Die kost 140 euro."]


def test_a_heading_is_not_the_answer() -> None:
    """It has the words, but says nothing."""
    assert selected(
        "laadpalen op het platteland", "Laadpalen op het platteland", "Buiten de stad zijn er te weinig."
    ) == ["Buiten de stad zijn er te weinig."]


def test_the_head_of_a_document_is_not_the_answer() -> None:
    """A line in capitals names the document."""
    head = "Nr. 12 MOTIE VAN HET LID LAADPAAL OVER LAADPALEN."
    assert selected("motie laadpalen", head, "De laadpalen komen er.") == ["De laadpalen komen er."]


@pytest.mark.parametrize("asked", ["Is de stalling voor fietsen vol?", "Vraag 2"])
def test_a_question_in_the_letter_is_not_the_answer(asked: str) -> None:
    """What repeats the question, or only labels it, is passed over."""
    assert selected("Is de stalling voor fietsen vol?", f"{asked} | De stalling is vol op dinsdag.") == [
        "De stalling is vol op dinsdag."
    ]
