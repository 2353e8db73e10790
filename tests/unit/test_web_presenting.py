"""An answer made ready for the page."""

from dataclasses import replace

from corpus.references import write
from corpus.types import Reference, ReferenceKind, Span
from qa.types import Answer, MissingReference, Verdict
from tests.web_examples import PROMISE, make_answer, make_app, make_letter, make_passage
from web.answers.presenting import AnswerView, present

LETTER = make_letter()
PASSAGE = make_passage(LETTER, PROMISE)
CITATION = "Kamerstukken II 2023/24, 29 398, nr. 1234"


def shown(answer: Answer) -> AnswerView:
    """The answer in Dutch."""
    with make_app().test_request_context("/?taal=nl"):
        return present(answer)


def test_a_quoting_line_becomes_a_quotation_with_its_passage() -> None:
    """The words, their citation, and where they stand."""
    (quotation,) = shown(make_answer("wat?", PASSAGE)).quotations
    start = LETTER.text.index(PROMISE)
    assert (quotation.words, quotation.citation, quotation.rank) == (PROMISE, CITATION, 1)
    assert quotation.address.letter == LETTER.id
    assert quotation.address.spans == (Span(start, start + len(PROMISE)),)


def test_two_passages_with_one_citation_are_told_apart_by_their_words() -> None:
    """Two quotations from the same page each point to their own passage."""
    other = make_passage(LETTER, "Dat verzoek begrijp ik goed.", rank=2)
    text = f"“Dat verzoek begrijp ik goed.” ({CITATION})\n“{PROMISE}” ({CITATION})"
    answer = replace(make_answer("wat?", PASSAGE, other), text=text)
    assert [quotation.rank for quotation in shown(answer).quotations] == [2, 1]


def test_other_lines_are_statements() -> None:
    """What is not held stands apart from what was not found."""
    reference = Reference(ReferenceKind.KAMERSTUK, dossier="29398", number="9999")
    said = f"{write(reference)} is niet in deze verzameling.\nNiet gevonden."
    answer = replace(
        make_answer("wat?", verdict=Verdict.NO_EVIDENCE), text=said, missing=(MissingReference(reference),)
    )
    view = shown(answer)
    assert [(statement.text, statement.absent) for statement in view.statements] == [
        (f"{write(reference)} is niet in deze verzameling.", True),
        ("Niet gevonden.", False),
    ]
    assert not view.answered


def test_quotes_are_marked_in_the_passage() -> None:
    """The marked pieces are the quotes, whichever offsets the passage has in its letter."""
    start = LETTER.text.index("De gemeenten")
    passage = replace(PASSAGE, start=start, text=LETTER.text[start:])
    (view,) = shown(make_answer("wat?", passage)).passages
    pieces = [piece for paragraph in view.excerpt.whole for piece in paragraph]
    assert [piece.text for piece in pieces if piece.marked] == [PROMISE]


def test_neighbouring_quotes_make_one_address() -> None:
    """Two sentences in a row are one span; a sentence further on is another."""
    passage = make_passage(
        LETTER, PROMISE, "Het lid De Boer (GL) vroeg daarnaar.", "Over de kosten bericht ik u later."
    )
    (view,) = shown(make_answer("wat?", passage)).passages
    assert [LETTER.text[span.start : span.end] for span in view.address.spans] == [
        f"{PROMISE} Het lid De Boer (GL) vroeg daarnaar.",
        "Over de kosten bericht ik u later.",
    ]


def test_what_is_copied_is_the_quote_with_its_citation() -> None:
    """Ready to be pasted into a draft."""
    (view,) = shown(make_answer("wat?", PASSAGE)).passages
    assert view.copied == f"“{PROMISE}” ({CITATION})"


def test_a_passage_without_quotes_is_shown_and_addressed_whole() -> None:
    """The nearest passages of an answer without evidence may have no answering sentence."""
    passage = make_passage(LETTER)
    (view,) = shown(make_answer("wat?", passage, verdict=Verdict.NO_EVIDENCE)).passages
    assert view.address.spans == (Span(0, len(LETTER.text)),)


def test_likelihood_is_said_in_words() -> None:
    """The calibrated probability, never nought or one hundred per cent."""
    words = {}
    for score in (0.999, 0.93, 0.71, 0.5, 0.3, 0.001):
        (view,) = shown(make_answer("wat?", make_passage(LETTER, PROMISE, score=score))).passages
        words[score] = (view.likelihood, view.percentage)
    assert words == {
        0.999: ("Vrijwel zeker het antwoord", 99),
        0.93: ("Vrijwel zeker het antwoord", 93),
        0.71: ("Zeer waarschijnlijk het antwoord", 71),
        0.5: ("Waarschijnlijk het antwoord", 50),
        0.3: ("Mogelijk het antwoord", 30),
        0.001: ("Waarschijnlijk niet het antwoord", 1),
    }
