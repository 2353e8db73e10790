"""Requests that another site has a browser send."""

import itertools

import pytest

from tests.web_examples import make_app, make_letter
from web.safety.cross_site import may_pass

HOST = "vraagbaak.example"
OWN = "https://vraagbaak.example"
ORIGINS = (None, OWN, "https://evil.example", "null", "https://vraagbaak.example.evil.example", "https://[")
SITES = (None, "same-origin", "none", "same-site", "cross-site", "anything")
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


def headers(site: str | None, origin: str | None, mode: str = "cors", destination: str = "empty") -> dict[str, str]:
    """What a browser sends along."""
    said = {"Sec-Fetch-Site": site, "Origin": origin}
    if site:
        said |= {"Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": destination}
    return {name: value for name, value in said.items() if value is not None}


@pytest.mark.parametrize(("method", "site", "origin"), list(itertools.product(METHODS, SITES, ORIGINS)))
def test_who_may_do_what(method: str, site: str | None, origin: str | None) -> None:
    """The whole table: what the browser says of the site decides, the origin only where it says nothing."""
    passes = may_pass(method, headers(site, origin), HOST)
    if site in {"same-origin", "none"}:
        assert passes
    elif site is not None:
        assert not passes
    elif method in {"GET", "HEAD", "OPTIONS"}:
        assert passes
    else:
        assert passes == (origin in {None, OWN})


@pytest.mark.parametrize("site", ["same-site", "cross-site"])
@pytest.mark.parametrize(
    ("method", "mode", "destination", "expected"),
    [
        ("GET", "navigate", "document", True),
        ("GET", "navigate", "iframe", False),
        ("GET", "navigate", "embed", False),
        ("GET", "no-cors", "image", False),
        ("GET", "no-cors", "script", False),
        ("POST", "navigate", "document", False),
    ],
)
def test_elsewhere_a_link_may_be_followed_and_no_more(
    site: str, method: str, mode: str, destination: str, expected: bool
) -> None:
    """No picture, frame, script or form of another site reaches this server."""
    assert may_pass(method, headers(site, None, mode, destination), HOST) is expected


@pytest.mark.parametrize(
    ("origin", "expected"), [("http://127.0.0.1:8000", 405), ("http://127.0.0.1:9000", 403), ("null", 403)]
)
def test_the_port_is_part_of_an_origin(origin: str, expected: int) -> None:
    """Another program on the same machine is another site; what passes is then handled as usual."""
    client = make_app((make_letter(), b"een brief")).test_client()
    sent = {"Host": "127.0.0.1:8000", "Origin": origin}
    assert client.post("/brieven", headers=sent).status_code == expected
