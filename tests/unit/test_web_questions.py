"""The page with the box and the answer, through the client."""

import html
import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from corpus.references import write
from corpus.types import Reference, ReferenceKind
from index.types import Filters
from qa.errors import BadQuestion
from qa.types import FootNote, Language, MissingReference, Question, Suggestion, Verdict
from tests.web_examples import (
    BRIDGES,
    PROMISE,
    CannedAnswerer,
    make_app,
    make_letter,
    make_passage,
    make_record,
    page_at,
)
from web.services import Settings

LETTER = make_letter()
START = LETTER.text.index(PROMISE)
ADDRESS = f"/brief/{LETTER.id}/1/{START}-{START + len(PROMISE)}#citation"


def client_for(answerer: CannedAnswerer | None = None, settings: Settings | None = None) -> FlaskClient:
    """A browser before the app."""
    return make_app((LETTER, b"een brief"), answerer=answerer, settings=settings).test_client()


def test_home_shows_the_box_and_the_newest_letters() -> None:
    """One box, with a label, and where to begin."""
    page = page_at(client_for(), "/")
    assert '<label for="question" class="">Uw vraag, of een vindplaats</label>' in page
    assert f'href="/brief/{LETTER.id}" lang="nl">Plan voor fietsbruggen</a>' in page
    assert "Kamerbrief · 14 maart 2024" in page


def test_examples_are_for_the_sample_letters() -> None:
    """Questions that they answer; in a collection of one's own they would lead nowhere."""
    example = '<a href="/?vraag=Wat+is+er+toegezegd+aan+Aartsen?">Wat is er toegezegd aan Aartsen?</a>'
    assert example in page_at(client_for(settings=Settings(sample=True)), "/")
    assert "Aartsen" not in page_at(client_for(), "/")


def test_every_page_says_how_complete_the_collection_is() -> None:
    """The day that the generation was built, the number of letters, and the newest of them."""
    client = client_for()
    for address in ("/", "/?vraag=plan", "/brieven", f"/brief/{LETTER.id}"):
        assert "Bijgewerkt op 6 mei 2024: 1 brief, de nieuwste van 14 maart 2024." in page_at(client, address)


def test_the_answer_quotes_with_citation_and_address() -> None:
    """First the quotation; its citation leads to the words in the letter, its number to the passage."""
    page = page_at(client_for(), "/?vraag=plan")
    quotation = re.search(r'<figure class="quotation">(.*?)</figure>', page, re.DOTALL)
    assert quotation
    assert f"“{PROMISE}”" in quotation[1]
    assert f'<a href="{ADDRESS}">Kamerstukken II 2023/24, 29 398, nr. 1234</a>' in quotation[1]
    assert 'href="#passage-1"' in quotation[1]
    assert page.index("quotation") < page.index('id="passage-1"')


def test_a_passage_shows_all_that_is_known_about_it() -> None:
    """Title, date, kind, headings, question, speaker, notes, likelihood, original, and where else it stands."""
    passage = replace(
        make_passage(LETTER, PROMISE),
        headings=("Bruggen", "Toezegging"),
        question="Komt er een plan?",
        speaker="De heer De Boer (GL)",
        notes=(FootNote("2", "Kamerstuk 29 398, nr. 12."),),
        duplicates=(replace(make_record(LETTER), metadata=replace(BRIDGES, title="Dezelfde brief")),),
    )
    page = page_at(client_for(CannedAnswerer([passage])), "/?vraag=plan")
    for words in (
        f'<a href="/brief/{LETTER.id}">Plan voor fietsbruggen</a>',
        '<time datetime="2024-03-14">14 maart 2024</time>',
        "<span>Kamerbrief</span>",
        "<span>Bruggen</span><span>Toezegging</span>",
        "<p>Komt er een plan?</p>",
        "De heer De Boer (GL)",
        "Kamerstuk 29 398, nr. 12.",
        "Zeer waarschijnlijk het antwoord (83%)",
        f'href="/brief/{LETTER.id}/origineel"',
        ">Dezelfde brief</a> (14 maart 2024)",
        f"<mark>{PROMISE}</mark> Het lid De Boer (GL) vroeg daarnaar.",
    ):
        assert words in page


def test_quote_and_citation_can_be_copied_without_script() -> None:
    """The citation is text; the button, which needs script, is hidden until there is any."""
    page = page_at(client_for(), "/?vraag=plan")
    assert '<cite lang="nl">Kamerstukken II 2023/24, 29 398, nr. 1234</cite>' in page
    button = re.search(
        r'<button type="button" class="copy quiet" data-key="c" aria-keyshortcuts="c" data-copy="([^"]*)"[^>]* hidden>',
        page,
    )
    assert button
    assert html.unescape(button[1]) == f"“{PROMISE}” (Kamerstukken II 2023/24, 29 398, nr. 1234)"


def test_no_evidence_is_clearly_apart() -> None:
    """The heading says so, and the passages are only the nearest."""
    answerer = CannedAnswerer([make_passage(LETTER, PROMISE, score=0.1)], Verdict.NO_EVIDENCE)
    page = page_at(client_for(answerer), "/?vraag=bestaat+dit")
    assert '<h1 id="answer">Niet gevonden</h1>' in page
    assert "Passages die het dichtst in de buurt komen" in page
    assert '<figure class="quotation">' not in page


def test_a_reference_that_is_not_held_is_said_apart() -> None:
    """Not the same as not found."""
    reference = Reference(ReferenceKind.KAMERSTUK, dossier="29398", number="9999")
    said = f"{write(reference)} is niet in deze verzameling.\nNiet gevonden."
    rest = {
        "missing": (MissingReference(reference),),
        "text": said,
        "suggestions": (Suggestion("29398-9999", "29 398, nr. 999", "29 398, nr. 999"),),
    }
    page = page_at(client_for(CannedAnswerer([], Verdict.NO_EVIDENCE, rest)), "/?vraag=29398-9999")
    absent = re.search(r'<p class="statement absent"[^>]*>(.*?)</p>', page, re.DOTALL)
    assert absent
    assert write(reference) in absent[1]
    assert '<p class="statement" lang="nl">Niet gevonden.</p>' in page
    assert '<a href="/?vraag=29+398%2C+nr.+999">29 398, nr. 999</a>' in page


def test_a_dossier_that_is_held_is_offered_for_a_reference_that_is_not() -> None:
    """What the number is of may be there in other letters."""
    for dossier, offered in (("29398", True), ("99999", False)):
        missing = MissingReference(Reference(ReferenceKind.KAMERSTUK, dossier=dossier, number="9999"))
        answerer = CannedAnswerer([], Verdict.NO_EVIDENCE, {"missing": (missing,)})
        page = page_at(client_for(answerer), "/?vraag=nr.+9999")
        assert ('<a class="onward" href="/brieven?zoek=29398">1 brief van dossier 29398</a>' in page) is offered


@pytest.mark.parametrize(("content", "named"), [("", True), ("plan", False)])
def test_a_question_that_is_a_reference_leads_to_the_document(content: str, named: bool) -> None:
    """Its title stands above the passages; a question about the document is answered as any."""
    reference = LETTER.metadata.reference
    assert reference is not None
    question = Question("29 398, nr. 1234", Language.DUTCH, content, references=(reference,))
    answerer = CannedAnswerer([make_passage(LETTER, PROMISE)], rest={"question": question})
    page = page_at(client_for(answerer), "/?vraag=29398")
    shown = f'<p class="document"><a href="/brief/{LETTER.id}" lang="nl">Plan voor fietsbruggen</a>'
    assert (shown in page) is named


def test_a_quotation_in_the_answer_can_be_copied_with_its_citation() -> None:
    """Without looking up its passage first."""
    quotation = re.search(r'<figure class="quotation">(.*?)</figure>', page_at(client_for(), "/?vraag=plan"), re.DOTALL)
    assert quotation
    copied = f"“{PROMISE}” (Kamerstukken II 2023/24, 29 398, nr. 1234)"
    assert f'class="copy link" data-copy="{copied}"' in html.unescape(quotation[1])


def test_question_and_filters_reach_the_answerer_and_stay_in_the_form() -> None:
    """A stable address: everything is in the query string."""
    answerer = CannedAnswerer([make_passage(LETTER, PROMISE)])
    page = page_at(client_for(answerer), "/?vraag=plan&soort=motie&soort=besluit&persoon=De+Boer&aantal=7")
    ((text, top, filters),) = answerer.asked
    assert (text, top, filters.person, {kind.value for kind in filters.kinds}) == (
        "plan",
        7,
        "De Boer",
        {"motie", "besluit"},
    )
    assert 'name="vraag" type="search" value="plan"' in page
    assert 'value="motie" checked' in page
    assert (
        '<a href="/?vraag=plan&amp;soort=besluit&amp;persoon=De+Boer&amp;aantal=7" aria-label="Haal weg: Motie">'
        in page
    )


def test_more_passages_can_be_asked_for() -> None:
    """Only while there may be more, and never beyond the largest number."""
    passages = [make_passage(LETTER, PROMISE, rank=rank) for rank in range(1, 31)]
    client = client_for(CannedAnswerer(passages))
    assert 'href="/?vraag=plan&amp;aantal=10"' in page_at(client, "/?vraag=plan")
    assert 'href="/?vraag=plan&amp;aantal=20"' in page_at(client, "/?vraag=plan&aantal=15")
    assert "Meer passages" not in page_at(client, "/?vraag=plan&aantal=20")
    assert "Meer passages" not in page_at(client_for(), "/?vraag=plan")


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}",
    "javascript:alert(1)",
    "\u202egnal",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_text(text: str) -> None:
    """In the question, the letter, its title, its notes and its file name."""
    letter = make_letter(paragraphs=[text], metadata=replace(BRIDGES, title=text), file=text)
    passage = replace(
        make_passage(letter, text), headings=(text,), question=text, speaker=text, notes=(FootNote(text, text),)
    )
    app = make_app(
        (letter, b"een brief"),
        answerer=CannedAnswerer([passage], rest={"suggestions": (Suggestion(text, text, text),)}),
    )
    client = app.test_client()
    page = client.get("/", query_string={"vraag": text}).text
    assert str(html.escape(text, quote=False)) in html.unescape(page) or text in html.unescape(page)
    for address in ("/?vraag=x", f"/brief/{letter.id}", "/brieven", passage_address(letter.id, text)):
        page += client.get(address).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "49" not in re.sub(r"[0-9a-f]{12,}", "", page)
    assert 'href="javascript' not in page


def passage_address(letter_id: str, text: str) -> str:
    """Where the whole text is shown marked."""
    return f"/brief/{letter_id}/1/0-{len(text)}"


def test_a_question_that_is_too_long_is_refused() -> None:
    """With a message, and without asking."""
    answerer = CannedAnswerer()
    response = client_for(answerer).get("/", query_string={"vraag": "a" * 2001})
    assert response.status_code == 400
    assert "De vraag heeft 2001 tekens; het mogen er hoogstens 2000 zijn." in response.text
    assert answerer.asked == []


def test_a_question_that_the_answerer_refuses_is_a_400() -> None:
    """What it says is shown."""

    class Refusing(CannedAnswerer):
        def ask(  # type: ignore[override]
            self, text: str, top: int = 5, filters: Filters | None = None, without: frozenset[str] = frozenset()
        ) -> None:
            raise BadQuestion("Stel een vraag. / Ask a question.")

    response = client_for(Refusing()).get("/?vraag=%20.%20")
    assert response.status_code == 400
    assert "Stel een vraag. / Ask a question." in response.text


def test_a_filter_without_meaning_is_a_400_and_the_form_is_kept() -> None:
    """The value stays in the form, which is open."""
    response = client_for().get("/?vraag=plan&dossier=abc")
    assert response.status_code == 400
    assert '<details class="filters" open>' in response.text
    assert 'value="abc"' in response.text


def test_sample_letters_are_announced_on_every_page() -> None:
    """With the way to begin a collection of one's own."""
    client = client_for(settings=Settings(sample=True))
    for address in ("/", "/?vraag=plan", "/brieven", f"/brief/{LETTER.id}"):
        page = page_at(client, address)
        assert "<strong>Voorbeeldbrieven</strong>" in page
        assert "vraagbaak --data data ingest" in page
    assert "Voorbeeldbrieven" not in page_at(client_for(), "/")
