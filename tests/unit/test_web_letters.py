"""The list of letters, letters, and cited passages, through the client."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from corpus.types import Format, Kind, Metadata, Note
from tests.web_examples import BRIDGES, PROMISE, draw_pdf, make_app, make_letter, page_at, span_of

TEXT_LETTER = make_letter(notes=[("Zie de bijlage.", None)])
PDF = draw_pdf(
    [
        ["Over de fietsbruggen is veel te doen."],
        ["Ik zeg een plan toe, en dat stuur ik met de ge-"],
        ["meenten nog voor de zomer.", "^1 Zie de bijlage bij deze brief."],
    ]
)
PARAGRAPHS = (
    "Over de fietsbruggen is veel te doen.",
    "Ik zeg een plan toe, en dat stuur ik met de gemeenten nog voor de zomer.",
)
SECOND = len(PARAGRAPHS[0]) + 2
PDF_LETTER = make_letter(
    PDF,
    PARAGRAPHS,
    letter_format=Format.PDF,
    page_starts=(0, SECOND, SECOND + PARAGRAPHS[1].index("nog")),
    notes=[("Zie de bijlage bij deze brief.", 3)],
    file="brieven/plan.pdf",
)
QUOTE = span_of(PDF_LETTER.text, "dat stuur ik met de gemeenten nog voor de zomer.")
CITED = f"/brief/{PDF_LETTER.id}/1/{QUOTE.start}-{QUOTE.end}"


@pytest.fixture
def client() -> FlaskClient:
    """A browser before the app with a letter in text and one in PDF."""
    return make_app((TEXT_LETTER, b"een brief"), (PDF_LETTER, PDF)).test_client()


def test_a_letter_shows_what_is_known_about_it(client: FlaskClient) -> None:
    """Kind, date, sender, dossier, file, how it is cited, and the way to the original."""
    page = page_at(client, f"/brief/{TEXT_LETTER.id}")
    for words in (
        '<h1 lang="nl">Plan voor fietsbruggen</h1>',
        "14 maart 2024",
        "A.B. Jansen (Minister van Infrastructuur en Waterstaat)",
        "29 398, nr. 1234 (Maatregelen verkeersveiligheid)",
        "map/brief.txt",
        f'href="/brief/{TEXT_LETTER.id}/origineel"',
    ):
        assert words in page


def test_what_the_letter_does_not_say_is_said() -> None:
    """A letter without a date says that it has none; concept shows as a label."""
    letter = make_letter(metadata=Metadata(Kind.OVERIG, "", marks=("concept",)))
    page = page_at(make_app((letter, b"een brief")).test_client(), f"/brief/{letter.id}")
    assert "het document geeft geen datum" in page
    assert '<strong class="label">concept</strong>' in page
    assert '<h1 lang="nl">map/brief.txt</h1>' in page


def test_a_letter_without_pages_is_readable_text_with_the_passage_marked(client: FlaskClient) -> None:
    """Headings are headings; the marked words can be scrolled to."""
    span = span_of(TEXT_LETTER.text, PROMISE)
    page = page_at(client, f"/brief/{TEXT_LETTER.id}/1/{span.start}-{span.end}")
    assert '<h2 class="heading level-1">Aanleiding</h2>' in page
    assert f'<p class="block-paragraph"><mark id="citation">{PROMISE}</mark> Het lid' in page
    assert f'<blockquote lang="nl" tabindex="0"><p>“{PROMISE}”</p></blockquote>' in page


def test_a_cited_page_is_a_picture_with_marks_over_readable_text(client: FlaskClient) -> None:
    """Both pages of the citation are shown, with rectangles on each and the text below marked."""
    page = page_at(client, CITED)
    assert re.findall(r'src="([^"]+/pagina/\d+\.png)"', page) == [
        f"/brief/{PDF_LETTER.id}/pagina/{number}.png" for number in (2, 3)
    ]
    assert 'alt="Afbeelding van pagina 2; de tekst volgt"' in page
    first, second = re.findall(r"<svg viewBox=\"0 0 400\.0 300\.0\".*?</svg>", page, re.DOTALL)
    assert (first.count("<rect"), second.count("<rect")) == (1, 1)
    assert page.count('id="citation"') == 1
    assert "<mark>dat stuur ik met de gemeenten </mark>" in page
    assert "<mark>nog voor de zomer.</mark>" in page


def test_pages_are_turned_with_the_citation_kept(client: FlaskClient) -> None:
    """Before, behind, and back to the citation."""
    page = page_at(client, CITED)
    assert f'<a rel="prev" href="{CITED}?pagina=1">' in page
    assert 'rel="next"' not in page
    before = page_at(client, f"{CITED}?pagina=1")
    assert "De geciteerde woorden staan niet op deze pagina." in before
    assert f'href="{CITED}#citation"' in before
    assert f'<a rel="next" href="{CITED}?pagina=2">' in before


def test_a_letter_opens_at_its_first_page(client: FlaskClient) -> None:
    """Without marks, with the printed number beside the file's."""
    page = page_at(client, f"/brief/{PDF_LETTER.id}")
    assert "Pagina 1 <small>gedrukt als 11</small>" in page
    assert "<rect" not in page
    assert "<mark" not in page


def test_a_cited_note_is_shown_on_its_page(client: FlaskClient) -> None:
    """The address of a note counts in the notes."""
    page = page_at(client, f"/brief/{PDF_LETTER.id}/1/4-14?notes=1")
    assert '<h2 id="page-3">' in page
    assert page.count("<rect") == 1
    assert "Zie <mark>de bijlage</mark> bij deze brief." in page
    assert '<input type="hidden" name="notes" value="1">' in page


def test_words_that_are_not_on_the_picture_are_said_to_be_missing() -> None:
    """Nothing is marked on the picture; the text is."""
    letter = make_letter(PDF, ["Er komt nooit een plan."], letter_format=Format.PDF, page_starts=(0,))
    page = page_at(make_app((letter, PDF)).test_client(), f"/brief/{letter.id}/1/0-23")
    assert "op de afbeelding van de pagina niet teruggevonden" in page
    assert "<rect" not in page
    assert '<mark id="citation">Er komt nooit een plan.</mark>' in page


def test_a_damaged_file_is_said_to_be_damaged() -> None:
    """The text that was read from it is still there."""
    letter = make_letter(b"stuk", ["Een plan."], letter_format=Format.PDF, page_starts=(0,))
    client = make_app((letter, b"stuk")).test_client()
    page = page_at(client, f"/brief/{letter.id}/1/0-9")
    assert "Deze pagina kan niet worden getekend: het bestand is beschadigd." in page
    assert '<mark id="citation">Een plan.</mark>' in page
    assert client.get(f"/brief/{letter.id}/pagina/1.png").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        f"/brief/{'0' * 64}",
        "/brief/abc",
        f"/brief/{PDF_LETTER.id}/2/0-10",
        f"/brief/{PDF_LETTER.id}/1/0-999",
        f"/brief/{PDF_LETTER.id}/1/5-5",
        f"/brief/{PDF_LETTER.id}/1/0-10?pagina=9",
        f"/brief/{PDF_LETTER.id}/1/20-40?notes=1",
        f"/brief/{PDF_LETTER.id}/pagina/4.png",
        f"/brief/{TEXT_LETTER.id}/pagina/1.png",
        "/brieven?kind=memo",
    ],
)
def test_an_address_that_points_to_nothing_is_a_404(client: FlaskClient, address: str) -> None:
    """With a page that says what to do."""
    response = client.get(address)
    assert response.status_code == 404
    assert "Alle brieven" in response.text


def test_the_list_shows_the_letters(client: FlaskClient) -> None:
    """Date, title, kind, number, and pages where there are any."""
    page = page_at(client, "/brieven")
    rows = re.findall(r"<tr>\s*<td.*?</tr>", page, re.DOTALL)
    assert len(rows) == 2
    row = next(row for row in rows if PDF_LETTER.id in row)
    for words in (
        "14 maart 2024",
        "Plan voor fietsbruggen",
        "Kamerbrief",
        "29 398, nr. 1234",
        '<td class="figure">3</td>',
    ):
        assert words in row


def test_the_list_is_narrowed_and_says_when_nothing_is_left(client: FlaskClient) -> None:
    """What was typed stays in the form."""
    assert "2 brieven" in page_at(client, "/brieven?zoek=jansen")
    page = page_at(client, "/brieven?zoek=spoor&kind=motie")
    assert "Geen brief past bij deze filters." in page
    assert 'value="spoor"' in page
    assert '<option value="motie" selected>' in page


def test_a_long_list_has_pages_that_keep_the_filter() -> None:
    """Next and previous."""
    letters = [(make_letter(f"brief {number}".encode()), b"") for number in range(60)]
    client = make_app(*letters).test_client()
    assert 'href="/brieven?zoek=plan&amp;pagina=2"' in page_at(client, "/brieven?zoek=plan")
    assert 'href="/brieven?zoek=plan&amp;pagina=1"' in page_at(client, "/brieven?zoek=plan&pagina=2")


def test_note_signs_lead_to_their_notes() -> None:
    """The sign in the text is a link with a name; a note on another page has no link."""
    letter = make_letter(paragraphs=["Een plan komt er."], notes=[("Zie bijlage.", None)])
    letter = replace(letter, notes=(Note("1", 0, 12, None, 8),), metadata=BRIDGES)
    page = page_at(make_app((letter, b"een brief")).test_client(), f"/brief/{letter.id}")
    assert 'Een plan<sup class="sign"><a href="#note-0" aria-label="noot 1">1</a></sup> komt er.' in page
    assert '<li id="note-0">' in page
