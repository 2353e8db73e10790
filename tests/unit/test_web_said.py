"""The page that tells whether a paragraph was said before."""

import html
import re
from dataclasses import replace

import pytest

from qa.differences import Difference, Differing
from qa.saying import Alike, Said, SaidBefore, load_saying
from tests.web_examples import PROMISE, CannedAnswerer, make_app, make_letter, make_passage, make_record

LETTER = make_letter()
QUOTE = make_passage(LETTER, PROMISE).quotes[0]
ALIKE = Alike(
    make_record(LETTER), QUOTE, in_notes=False, citation="Kamerstukken II, nr. 1", probability=0.9, differences=()
)
MODEL = load_saying()


def page(*sentences: Said, text: str = "Een alinea.", language: str = "nl") -> str:
    """What is shown after a paragraph was sent."""
    answerer = CannedAnswerer(said=SaidBefore(sentences, MODEL))
    client = make_app((LETTER, b"een brief"), answerer=answerer).test_client()
    response = client.post(f"/eerder-gezegd?taal={language}", data={"tekst": text})
    assert response.status_code == 200
    return html.unescape(response.text)


@pytest.mark.parametrize(
    ("alike", "verdict"),
    [
        ((ALIKE,), "Eerder gezegd"),
        ((replace(ALIKE, differences=(Difference(Differing.NUMBER, ("12",), ()),)),), "Eerder gezegd, met verschillen"),
        ((replace(ALIKE, probability=MODEL.same - 0.01),), "Niet gevonden; deze komen in de buurt"),
        ((), "Niet gevonden"),
    ],
)
def test_each_sentence_gets_a_verdict_in_words(alike: tuple[Alike, ...], verdict: str) -> None:
    """Not by colour alone."""
    shown = page(Said("Een zin van ons.", compared=True, alike=alike))
    assert re.search(r'<p class="verdict[^>]*>([^<]*)</p>', shown)[1] == verdict  # type: ignore[index]


def test_a_short_sentence_is_said_not_to_be_compared() -> None:
    """It was neither found nor not found."""
    assert "Te kort om te vergelijken" in page(Said("Akkoord.", compared=False, alike=()))


def test_what_differs_stands_in_the_words_of_both() -> None:
    """And what only one of them says."""
    differences = (
        Difference(Differing.NUMBER, ("12", "13"), ()),
        Difference(Differing.MOMENT, ("2024",), ("2025",)),
        Difference(Differing.NEGATION, (), ("niet",)),
    )
    shown = page(Said("Een zin.", compared=True, alike=(replace(ALIKE, differences=differences),)))
    assert "een getal: in uw tekst “12”, “13”, in de brief niets" in shown
    assert "een datum of periode: in uw tekst “2024”, in de brief “2025”" in shown
    assert "een ontkenning: in uw tekst niets, in de brief “niet”" in shown
    assert "Bijna dezelfde woorden (90%)" in shown


def test_the_quote_can_be_copied_and_looked_up() -> None:
    """With its citation, where else it stands, and the address of its words."""
    shown = page(Said("Een zin.", compared=True, alike=(replace(ALIKE, also=(make_record(LETTER),)),)))
    assert f'data-copy="“{PROMISE}” (Kamerstukken II, nr. 1)"' in shown
    assert f'href="/brief/{LETTER.id}/1/{QUOTE.span.start}-{QUOTE.span.end}#citation"' in shown
    assert "en in 1 andere brief" in shown


def test_the_page_says_how_sure_it_is() -> None:
    """The measured shares, in either language."""
    found, wrong = round(100 * MODEL.found), round(100 * MODEL.wrong)
    sentence = Said("Een zin.", compared=True, alike=())
    assert f"werd {found}% gevonden als dezelfde" in page(sentence)
    assert f"{wrong}% got a sentence that was not it" in page(sentence, language="en")


def test_the_text_comes_back_in_the_form_and_nowhere_else() -> None:
    """It is text, whatever it holds, and no part of an address."""
    hostile = '</textarea><script>alert(1)</script> "x'
    answerer = CannedAnswerer(said=SaidBefore((Said(hostile, compared=True, alike=()),), MODEL))
    client = make_app((LETTER, b"een brief"), answerer=answerer).test_client()
    response = client.post("/eerder-gezegd", data={"tekst": hostile})
    assert "<script>alert" not in response.text
    assert html.escape(hostile).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in response.text


def test_a_text_that_cannot_be_taken_is_a_400_that_keeps_it() -> None:
    """With what is wrong with it."""
    client = make_app((LETTER, b"een brief"), answerer=CannedAnswerer()).test_client()
    response = client.post("/eerder-gezegd", data={"tekst": ""})
    assert response.status_code == 400
    assert 'role="alert"' in response.text
