"""Pages that say what went wrong, through the client."""

import logging

import pytest

from corpus.errors import DamagedStore
from corpus.types import Letter
from index.errors import DamagedGeneration
from tests.web_examples import (
    CannedAnswerer,
    CannedGeneration,
    CannedLibrary,
    CannedStore,
    make_app,
    make_letter,
    make_record,
)
from web.app import create_app
from web.services import Services


def test_an_unknown_page_says_so_in_both_languages() -> None:
    """With a way on."""
    client = make_app((make_letter(), b"")).test_client()
    assert "<h1>Deze pagina bestaat niet</h1>" in client.get("/nergens").text
    english = client.get("/nergens?taal=en")
    assert english.status_code == 404
    assert "<h1>This page does not exist</h1>" in english.text
    assert '<html lang="en">' in english.text


def test_without_letters_the_page_says_how_to_begin() -> None:
    """Nothing was built yet: the commands, and no figures."""
    client = make_app().test_client()
    for address in ("/", "/brieven"):
        response = client.get(address)
        assert response.status_code == 503
        assert "Er zijn nog geen brieven" in response.text
        assert "vraagbaak --data data ingest" in response.text
        assert "Bijgewerkt op" not in response.text


def test_an_unexpected_failure_shows_nothing_of_the_inside(caplog: pytest.LogCaptureFixture) -> None:
    """The log has it; the page does not."""

    class Failing(CannedAnswerer):
        def ask(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise RuntimeError("secret inside")

    with caplog.at_level(logging.ERROR):
        response = make_app((make_letter(), b""), answerer=Failing()).test_client().get("/?q=plan")
    assert response.status_code == 500
    assert "Er ging iets mis" in response.text
    assert "secret" not in response.text
    assert "secret inside" in caplog.text


def test_a_damaged_letter_says_which_file_and_what_to_do() -> None:
    """In the words of the store."""

    class Damaged(CannedStore):
        def load(self, letter_id: str, reading: str | None = None) -> Letter:
            raise DamagedStore("letters/x/original cannot be used: its content has changed; put the file back")

    services = Services(CannedAnswerer(), CannedLibrary(CannedGeneration({})), Damaged({}))
    response = create_app(services).test_client().get(f"/brief/{'0' * 64}")
    assert response.status_code == 500
    assert "put the file back" in response.text


def test_a_search_that_is_not_possible_is_a_503() -> None:
    """Said on the page and to programs that watch."""

    class Broken(CannedLibrary):
        def current(self) -> CannedGeneration:
            raise DamagedGeneration("chunks.db does not match its checksum")

    client = create_app(Services(CannedAnswerer(), Broken(None), CannedStore({}))).test_client()
    page = client.get("/")
    assert page.status_code == 503
    assert "De brieven kunnen nu niet worden doorzocht" in page.text
    health = client.get("/health")
    assert (health.status_code, health.json) == (
        503,
        {
            "status": "unavailable",
            "reasons": [{"code": "DamagedGeneration", "detail": "chunks.db does not match its checksum"}],
        },
    )


def test_health_says_which_generation_serves() -> None:
    """Without anything that stands in the letters."""
    response = make_app((make_letter(), b"")).test_client().get("/health")
    assert (response.status_code, response.json) == (
        200,
        {"status": "ok", "reasons": [], "generation": 3, "letters": 1},
    )


def test_an_older_generation_that_serves_is_seen() -> None:
    """On every page, and by programs that watch."""
    letter = make_letter()
    library = CannedLibrary(
        CannedGeneration({letter.id: make_record(letter)}), problems=("generation 4: chunks.db is damaged",)
    )
    client = create_app(Services(CannedAnswerer(), library, CannedStore({}))).test_client()
    page = client.get("/brieven").text
    assert "Er wordt een oudere versie van de verzameling doorzocht" in page
    assert "generation 4: chunks.db is damaged" in page
    assert client.get("/health").json == {
        "status": "degraded",
        "reasons": [{"code": "OlderGeneration", "detail": "generation 4: chunks.db is damaged"}],
        "generation": 3,
        "letters": 1,
    }
