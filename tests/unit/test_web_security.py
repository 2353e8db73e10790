"""Headers, hosts and methods, through the client."""

import re

import pytest
from flask.testing import FlaskClient

from tests.web_examples import make_app, make_letter
from web.services import Settings

LETTER = make_letter()


@pytest.fixture
def client() -> FlaskClient:
    """A browser before the app with one letter."""
    return make_app((LETTER, b"een brief")).test_client()


@pytest.mark.parametrize("address", ["/", "/?q=plan", "/brieven", "/nergens", "/health", "/static/vraagbaak.css"])
def test_every_response_carries_the_headers(client: FlaskClient, address: str) -> None:
    """Nothing from elsewhere, nothing inline, no frame around it, no sniffing."""
    with client.get(address) as response:
        headers = response.headers
    assert headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ["/", "/?q=plan", "/brieven", f"/brief/{LETTER.id}", "/nergens"])
def test_pages_obey_their_own_policy(client: FlaskClient, address: str) -> None:
    """No inline script or style, no handler, and nothing from another host."""
    page = client.get(address).text
    assert not re.search(r"<script(?! src=\"/static/)", page)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", page)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", ""])
def test_another_host_name_is_refused(client: FlaskClient, host: str) -> None:
    """A page of another name cannot be pointed at this server."""
    response = client.get("/", headers={"Host": host})
    assert response.status_code == 400


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000"])
def test_this_machine_s_own_names_are_served(client: FlaskClient, host: str) -> None:
    """With or without a port."""
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_other_host_names_can_be_trusted() -> None:
    """An organisation names its own."""
    client = make_app((LETTER, b""), settings=Settings(trusted_hosts=("vraagbaak.example",))).test_client()
    assert client.get("/", headers={"Host": "vraagbaak.example"}).status_code == 200
    assert client.get("/", headers={"Host": "localhost"}).status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("address", ["/", "/brieven", f"/brief/{LETTER.id}", "/health"])
def test_addresses_can_only_be_read(client: FlaskClient, method: str, address: str) -> None:
    """Nothing is changed through the page."""
    assert client.open(address, method=method).status_code == 405


def test_a_large_request_is_refused(client: FlaskClient) -> None:
    """Nobody sends this server files."""
    assert client.post("/", data={"q": "a" * 100_000}).status_code in {405, 413}


def test_pages_are_not_kept_by_others(client: FlaskClient) -> None:
    """Questions may be confidential."""
    assert client.get("/?q=plan").headers["Cache-Control"] == "private, no-cache"
