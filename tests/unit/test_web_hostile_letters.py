"""Letters that try to act as programs, on every page and in every file that links lead to."""

import csv
import io
import re
import zipfile
from collections import deque
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from flask.testing import FlaskClient
from lxml import etree, html
from werkzeug.test import TestResponse

from scripts.fuzz_api import make_target
from tests.data_folders import build_folder
from tests.hostile_letters import TRICKS, hostile_letters
from web.problems import API

pytestmark = pytest.mark.slow

MOST_PAGES = 400
STARTS = ("/", "/?vraag=wat+is+toegezegd+over+fietsbruggen", "/?vraag=fietsbruggen&sorteer=datum", "/nergens/<script>")
NEVER = {"iframe", "object", "embed", "base", "style", "frame", "applet", "link"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A browser before a server with those letters, and a draft that quotes them."""
    folder = tmp_path_factory.mktemp("hostile")
    letters = folder / "letters"
    letters.mkdir()
    for name, content in hostile_letters().items():
        (letters / name).write_bytes(content)
    client = make_target(build_folder(folder / "data", letters)).app.test_client()
    _write_draft(client)
    return client


def _write_draft(client: FlaskClient) -> None:
    sections = [{"question": trick, "answer": f"{trick}\n\n“{trick}” [^1]"} for trick in TRICKS]
    draft: dict[str, Any] = client.post(f"{API}/drafts", json={"title": TRICKS[0], "sections": sections}).get_json()
    question = {"question": "wat is toegezegd over fietsbruggen", "top": 5}
    answer: dict[str, Any] = client.get(f"{API}/ask", query_string=question).get_json()
    for passage in answer["passages"]:
        place = {name: passage[name] for name in ("letter", "reading", "in_notes")}
        span = {"start": passage["start"], "end": passage["end"]}
        added = client.post(f"{API}/drafts/{draft['id']}/sources", json={**place, "spans": [span]})
        assert added.status_code == 201


@pytest.fixture(scope="module")
def answers(client: FlaskClient) -> dict[str, TestResponse]:
    """What is answered by every address that links lead to, from the first page on."""
    found: dict[str, TestResponse] = {}
    waiting = deque(STARTS)
    while waiting and len(found) < MOST_PAGES:
        address = waiting.popleft()
        if address in found:
            continue
        response = client.get(address)
        response.get_data()
        response.close()
        found[address] = response
        if response.content_type.startswith("text/html"):
            waiting.extend(_links(response.text, address))
    return found


def _links(page: str, address: str) -> list[str]:
    place = f"http://localhost{address.partition('?')[0]}"
    links = [
        urljoin(place, value)
        for element in _elements(page)
        for name, value in element.attrib.items()
        if name in {"href", "src"}
    ]
    # A page in the other language says the same.
    ours = [link for link in links if link.startswith("http://localhost/") and "taal=" not in link]
    return [link.removeprefix("http://localhost").partition("#")[0] for link in ours]


def _elements(page: str) -> Iterator[Any]:
    """Every element of a page."""
    return html.fromstring(page).iter(etree.Element)


def test_links_lead_to_all_kinds_of_pages(answers: dict[str, TestResponse]) -> None:
    """So that what follows is about all of them."""
    kinds = {response.content_type.partition(";")[0] for response in answers.values()}
    assert kinds >= {"text/html", "image/png", "text/csv", "application/octet-stream"}
    paths = {re.sub(r"[0-9a-f]{16,}", "…", urlsplit(address).path) for address in answers}
    assert {"/", "/brieven", "/brief/…", "/toezeggingen", "/concepten", "/concept/…"} <= paths
    assert not [address for address, response in answers.items() if response.status_code >= 500]


def test_nothing_of_a_letter_becomes_markup(answers: dict[str, TestResponse]) -> None:
    """No script but ours, no handler, no style, no frame, no address that is a program."""
    for address, response in answers.items():
        if not response.content_type.startswith("text/html"):
            continue
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]
        for element in _elements(response.text):
            _check(element, address)


def _check(element: Any, address: str) -> None:
    attributes = {name.lower(): value for name, value in element.attrib.items()}
    if element.tag == "script":
        assert attributes["src"].startswith("/static/"), address
        assert not element.text, address
    elif element.tag == "link":
        assert attributes["href"].startswith("/static/"), address
    else:
        assert element.tag not in NEVER, (address, element.tag)
    for name, value in attributes.items():
        assert not name.startswith("on"), (address, name)
        assert name not in {"style", "srcdoc", "http-equiv"}, (address, name)
        if name in {"href", "src", "action", "formaction", "xlink:href"}:
            assert urlsplit(value.strip()).scheme in {"", "http", "https"}, (address, value)


def test_each_trick_is_shown_as_text(answers: dict[str, TestResponse]) -> None:
    """Word for word."""
    said = "".join(
        "".join(str(text) for text in html.fromstring(response.text).itertext())
        for response in answers.values()
        if response.content_type.startswith("text/html")
    )
    for trick in TRICKS:
        assert trick in said


def test_files_are_downloads_and_hold_no_program(answers: dict[str, TestResponse]) -> None:
    """No cell of a table is a formula, no document leads out of itself, and no browser guesses what a file is."""
    for address, response in answers.items():
        kind = response.content_type.partition(";")[0]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        if kind == "text/html" or kind.startswith("image/") or address.startswith(("/static/", "/health", "/api/")):
            continue
        assert response.headers["Content-Disposition"].startswith("attachment"), address
        if kind == "text/csv":
            rows = csv.reader(io.StringIO(response.data.decode("utf-8-sig")), delimiter=_delimiter(response.data))
            assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        elif zipfile.is_zipfile(io.BytesIO(response.data)):
            _check_package(response.data, address)


def _delimiter(data: bytes) -> str:
    return ";" if b";" in data.splitlines()[0] else ","


def _check_package(data: bytes, address: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            content = package.read(name)
            if not name.endswith((".xml", ".rels")):
                continue
            for element in etree.fromstring(content).iter(etree.Element):
                leads_out = element.get("TargetMode") == "External"
                assert not leads_out or element.get("Target", "").startswith("http://localhost/"), (address, name)
                assert not element.tag.endswith("}f"), (address, name)  # a formula in a cell
                for value in element.attrib.values():
                    assert not str(value).strip().lower().startswith("javascript:"), (address, name)


def test_the_file_of_a_letter_is_sealed(client: FlaskClient) -> None:
    """Whatever is in it, no browser opens it or runs anything in it."""
    page: dict[str, Any] = client.get(f"{API}/letters?limit=100").get_json()
    for letter in page["items"]:
        original = client.get(f"/brief/{letter['id']}/origineel")
        assert original.content_type == "application/octet-stream"
        assert original.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
