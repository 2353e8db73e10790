"""Dutch and English."""

import io
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import web
from tests.web_examples import make_app, make_letter

CATALOGUE = Path(web.__file__).parent / "translations" / "nl" / "LC_MESSAGES" / "messages.po"
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [("", "nl"), ("nl", "nl"), ("en-GB,en;q=0.9", "en"), ("de-DE,de", "nl"), ("de,en;q=0.5,nl;q=0.3", "en")],
)
def test_the_browser_s_preference_decides(accepted: str, expected: str) -> None:
    """Dutch unless English is preferred."""
    client = make_app((make_letter(), b"")).test_client()
    page = client.get("/", headers={"Accept-Language": accepted}).text
    assert f'<html lang="{expected}">' in page


def test_the_switch_decides_and_is_remembered() -> None:
    """An address with the language sets it for the pages after it, by a cookie that other sites do not get."""
    client = make_app((make_letter(), b"")).test_client()
    response = client.get("/?taal=en", headers={"Accept-Language": "nl"})
    assert '<html lang="en">' in response.text
    cookie = response.headers["Set-Cookie"]
    assert "taal=en;" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert '<html lang="en">' in client.get("/brieven", headers={"Accept-Language": "nl"}).text


def test_a_language_that_is_not_spoken_changes_nothing() -> None:
    """Neither the page nor the cookie."""
    response = make_app((make_letter(), b"")).test_client().get("/?taal=xx")
    assert '<html lang="nl">' in response.text
    assert "Set-Cookie" not in response.headers


def test_the_switch_keeps_the_address() -> None:
    """The same question with its filters, in the other language."""
    page = make_app((make_letter(), b"")).test_client().get("/?q=plan&kind=motie&kind=besluit").text
    assert 'href="/?q=plan&amp;kind=motie&amp;kind=besluit&amp;taal=en" hreflang="en"' in page


def test_pages_vary_with_what_decides_their_language() -> None:
    """A cache must not give a Dutch page to an English reader."""
    response = make_app((make_letter(), b"")).test_client().get("/")
    assert {"Accept-Language", "Cookie"} <= set(response.vary)


def test_every_text_has_a_dutch_translation() -> None:
    """Whatever templates and code say in English stands in the Dutch catalogue, and nothing else does."""
    keywords = {"_": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}
    options = {"templates/**.html": {"trimmed": "true"}}
    said = {
        message
        for _, _, message, _, _ in extract_from_dir(Path(web.__file__).parent, METHODS, options, keywords=keywords)
    }
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    translated = {message.id: message.string for message in catalogue if message.id}
    assert {tuple(text) if isinstance(text, list) else text for text in said} == set(translated)
    assert [
        text for text, string in translated.items() if not string or (isinstance(string, tuple) and not all(string))
    ] == []


def test_the_compiled_catalogue_is_the_one_that_was_written() -> None:
    """After a change in the Dutch texts, `scripts/translations` must be run."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    assert compiled.getvalue() == CATALOGUE.with_suffix(".mo").read_bytes()
