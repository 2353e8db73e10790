"""One entry of the register: its history with the proof of each letter."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.types import CommitmentStatus
from tests.register_examples import a_book, mention, motie, record
from tests.register_site import BY, DAY, WrittenOut, app_of, get, told


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A browser before the register of `told`, on 20 May 2025."""
    return app_of(tmp_path, a_book(tmp_path, told())).test_client()


def test_an_entry_shows_its_history_with_proof(client: FlaskClient) -> None:
    """Oldest letter first, each with its words, its citation, the way to the marked page, and what it says."""
    page = get(client, "/toezeggingen/laat")
    assert re.findall(r'<p class="said">([^<]+)</p>', page) == ["Toegezegd in deze brief", "Genoemd als nog open"]
    assert "“Ik heb toegezegd de stallingen te tellen.”" in page
    assert "Brief van de Minister van Sociale Zaken en Werkgelegenheid van 8 januari 2025" in page
    assert f'href="/brief/{"a" * 64}/1/0-41#citation"' in page
    assert 'data-copy="“Ik heb toegezegd de stallingen te tellen.” (Brief van de Minister' in page
    for words in (
        "Te laat",
        "2 maanden te laat",
        "status: open",
        "volgens de brieven",
        "Proefstra (SP)",
        "“voor 1 maart”",
    ):
        assert words in page


def test_a_quote_that_the_letter_does_not_hold_is_never_shown(tmp_path: Path) -> None:
    """A wrong citation ends in an error, on the page of the entry as everywhere."""
    book = a_book(tmp_path, told())
    store = WrittenOut(book)
    store.quotes["a" * 64, 0] = "Ik heb niets toegezegd."
    app = app_of(tmp_path, book, store)
    app.testing = False
    page = get(app.test_client(), "/toezeggingen/laat", 500)
    assert "de stallingen te tellen" not in page


def test_what_is_not_known_is_said(client: FlaskClient) -> None:
    """A letter without a date, an entry without a due date or occasion."""
    page = get(client, "/toezeggingen/straks")
    assert "brief zonder datum" in page
    assert '<dt>Datum van de gelegenheid</dt><dd class="unknown">niet bekend</dd>' in page


def test_moties_of_the_same_member_stand_beside_a_promise(client: FlaskClient) -> None:
    """As related, not as the same."""
    page = get(client, "/toezeggingen/laat")
    assert 'href="/toezeggingen/kst-32824-9"' in page[page.index('id="related"') :]


def test_a_motie_that_a_promise_goes_with_is_told_once_for_one_sentence(tmp_path: Path) -> None:
    """Words that name a motie and promise to act on it are one event, the motie's."""
    letter = record("a", DAY(2025, 1, 8))
    words = "Ik zal uw Kamer, zoals verzocht in de motie Proefstra, informeren."
    both = [
        motie("kst-32824-9", letter, quote=words, status=CommitmentStatus.IN_UITVOERING),
        mention("kst-32824-9", letter, quote=words),
    ]
    page = get(app_of(tmp_path, a_book(tmp_path, both)).test_client(), "/toezeggingen/kst-32824-9")
    assert re.findall(r'<p class="said">([^<]+)</p>', page) == ["In uitvoering, volgens deze brief"]


def test_when_it_was_made_stands_above_the_letters_that_speak_of_it(tmp_path: Path) -> None:
    """Where the letters speak of an earlier debate; its day only once."""
    told = mention("a", record("a"), occasion="het WGO van 21 november 2022", occasion_date=DAY(2022, 11, 21))
    page = get(app_of(tmp_path, a_book(tmp_path, [told])).test_client(), "/toezeggingen/a")
    assert '<p class="said">Toegezegd</p><p lang="nl">het WGO van 21 november 2022</p>' in page


def test_an_unknown_entry_does_not_exist(client: FlaskClient) -> None:
    """Nor do its forms."""
    get(client, "/toezeggingen/nergens", 404)
    for form in ("onjuist", "status", "samenvoegen"):
        assert client.post(f"/toezeggingen/nergens/{form}", data=BY).status_code == 404
