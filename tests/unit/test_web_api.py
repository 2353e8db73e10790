"""The API, over the sample letters."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import OpenAPIV31SpecValidator

from qa.database import Database
from scripts.fuzz_api import Target, fuzz, make_target
from web.accounts.store import Accounts
from web.cli import main
from web.problems import API
from web.safety.access import Role, permissions

QUESTION = "Wat is er toegezegd aan Aartsen over startbanen?"


@pytest.fixture(scope="module")
def target(sample_data: Path) -> Target:
    """The app over it; jobs are written down and not begun."""
    return make_target(sample_data)


@pytest.fixture
def client(target: Target) -> FlaskClient:
    """A program on the machine itself."""
    return target.app.test_client()


def get(client: FlaskClient, path: str, **query: Any) -> Any:
    """What is answered with 200."""
    response = client.get(f"{API}/{path}", query_string=query)
    assert response.status_code == 200, response.text
    return response.get_json()


def refused(client: FlaskClient, path: str, **query: Any) -> dict[str, Any]:
    """The problem that is answered."""
    response = client.get(f"{API}/{path}", query_string=query)
    assert response.content_type == "application/problem+json"
    said: dict[str, Any] = json.loads(response.data)
    assert said["status"] == response.status_code
    return said


# ---- questions ----


def test_a_question_is_answered_as_on_the_command_line(
    client: FlaskClient, sample_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By GET and by POST, with the same members and values as `ask --json`."""
    assert main(["--data", str(sample_data), "ask", QUESTION, "--json", "--top", "3"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert get(client, "ask", question=QUESTION, top=3) == said
    assert client.post(f"{API}/ask", json={"question": QUESTION, "top": 3}).get_json() == said


def test_filters_narrow_what_is_found(client: FlaskClient) -> None:
    """Several kinds, dates with both ends included, person and dossier; in an address and in a body."""
    for filters, files in (
        ({"kind": ["motie"]}, {"motie-blauwalg.xml", "motie-brede-plaatsen.xml", "motie-dorpshuizen.xml"}),
        ({"from": "2024-06-25", "to": "2024-06-25"}, {"motie-blauwalg.xml"}),
        ({"dossier": "36 600 VII"}, {"motie-dorpshuizen.xml"}),
    ):
        asked = {"question": "wat verzoekt de motie", "top": 10, **filters}
        answers = get(client, "ask", **asked), client.post(f"{API}/ask", json=asked).get_json()
        for answer in answers:
            assert {passage["file"] for passage in answer["passages"]} == files


@pytest.mark.parametrize(
    ("query", "where", "detail"),
    [
        ({}, "question", "needed"),
        ({"question": "x" * 2001}, "question", "has 2001 characters; at most 2000 can be taken"),
        ({"question": "x", "top": "21"}, "top", "21 is greater than the maximum of 20"),
        ({"question": "x", "top": "drie"}, "top", "'drie' is not of type 'integer'"),
        ({"question": ["x", "y"]}, "question", "is not of type 'string'"),
        ({"question": "x", "kind": "brief"}, "kind", "'brief' is not one of"),
        ({"question": "x", "from": "2024-02-30"}, "from", "is not a 'date'"),
        ({"question": "x", "vraag": "y"}, "vraag", "There is no such parameter; there are: question, top"),
    ],
)
def test_what_is_wrong_in_an_address_is_named(
    client: FlaskClient, query: dict[str, Any], where: str, detail: str
) -> None:
    """With 400, where it stands, and why."""
    said = refused(client, "ask", **query)
    assert said["status"] == 400
    assert any(error["where"] == where and detail in error["detail"] for error in said["errors"])


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ({"question": " \0 "}, "Stel een vraag."),
        ({"question": "x", "party": "Partij van de Kat"}, "No party"),
        ({"question": "x", "from": "2024-02-02", "to": "2024-02-01"}, "before it begins"),
    ],
)
def test_a_question_without_meaning_is_refused(client: FlaskClient, query: dict[str, Any], detail: str) -> None:
    """With 400, and why."""
    said = refused(client, "ask", **query)
    assert (said["status"], detail in said["detail"]) == (400, True)


@pytest.mark.parametrize(
    ("body", "media_type", "status"),
    [
        ("", "application/json", 400),
        ("{", "application/json", 400),
        ("[" * 60_000, "application/json", 400),
        ('{"question": "\\ud800"}', "application/json", 400),
        ('{"question": 3}', "application/json", 400),
        ('{"question": "x", "tip": 3}', "application/json", 400),
        ('{"question": "x", "top": NaN}', "application/json", 400),
        ("[]", "application/json", 400),
        ('{"question": "x"}', "text/plain", 415),
        ('{"question": "' + "x" * 70_000 + '"}', "application/json", 413),
    ],
)
def test_a_body_that_is_not_as_described_is_refused(
    client: FlaskClient, body: str, media_type: str, status: int
) -> None:
    """As a problem, never as a failure of the server."""
    response = client.post(f"{API}/ask", data=body, content_type=media_type)
    assert (response.status_code, response.content_type) == (status, "application/problem+json")


# ---- letters ----


def test_letters_come_a_page_at_a_time(client: FlaskClient) -> None:
    """Following `next` gives each letter once, newest first."""
    found, address = [], f"{API}/letters?limit=5&search=e"
    while address:
        page = client.get(address).get_json()
        found += page["items"]
        address = page["next"]
    assert len({letter["id"] for letter in found}) == len(found) == page["total"] == 13
    dates = [letter["date"] or "" for letter in found]
    assert dates == sorted(dates, reverse=True)


def test_a_letter_its_text_and_its_pages(client: FlaskClient) -> None:
    """The pages tile the text; a page has its citation, and a picture where it can be drawn."""
    letter = next(row for row in get(client, "letters", kind="kamerbrief")["items"] if row["pages"])
    assert get(client, f"letters/{letter['id']}") == letter
    text = get(client, f"letters/{letter['id']}/text")["text"]
    pages = [get(client, f"letters/{letter['id']}/pages/{number}") for number in range(1, letter["pages"] + 1)]
    assert "".join(page["text"] for page in pages) == text
    assert pages[0]["citation"].startswith(letter["citation"])
    picture = client.get(pages[0]["picture"])
    assert (picture.content_type, picture.data[:4]) == ("image/png", b"\x89PNG")
    original = client.get(f"{API}/letters/{letter['id']}/original")
    assert original.data.startswith(b"%PDF")
    assert original.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    "path",
    [f"letters/{'0' * 64}", "letters/..%2f..%2fetc", "letters/x", "commitments/x", "jobs/x", "drafts/x", "nothing", ""],
)
def test_what_is_not_there_is_a_problem(client: FlaskClient, path: str) -> None:
    """With 404, also for an address that the API does not have."""
    assert refused(client, path)["status"] == 404


def test_a_method_that_is_not_there_names_those_that_are(client: FlaskClient) -> None:
    """In `Allow`."""
    response = client.delete(f"{API}/letters")
    assert (response.status_code, response.content_type) == (405, "application/problem+json")
    assert set(response.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


# ---- the register ----


def test_commitments_are_as_on_the_command_line(
    client: FlaskClient, sample_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same rows in the same order, under the same filters."""
    for arguments, query in (
        ([], {}),
        (["--person", "Aartsen"], {"person": "Aartsen"}),
        (["--status", "nieuw", "--due-before", "2024-07-01"], {"status": "nieuw", "due_before": "2024-07-01"}),
    ):
        capsys.readouterr()
        assert main(["--data", str(sample_data), "commitments", "--json", *arguments]) == 0
        rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        page = get(client, "commitments", limit=100, **query)
        assert (page["items"], page["total"]) == (rows[:100], len(rows))


def test_an_entry_has_its_mentions(client: FlaskClient) -> None:
    """All that letters say of it, and what is left to do."""
    mention = get(client, "commitments", person="Aartsen", kind="toezegging")["items"][0]
    entry = get(client, f"commitments/{mention['entry']}")
    assert mention in entry["mentions"]
    assert (entry["status"], entry["standing"]) == ("voldaan", "closed")


# ---- jobs and generations ----


def test_letters_are_handed_in_as_a_job(client: FlaskClient) -> None:
    """That says where to ask how far it is."""
    file = (io.BytesIO(b"Geachte voorzitter, ja."), "brief.txt")
    response = client.post(f"{API}/ingest", data={"files": file}, content_type="multipart/form-data")
    job = response.get_json()
    assert (response.status_code, response.headers["Location"]) == (202, f"{API}/jobs/{job['id']}")
    assert (job["kind"], job["state"]) == ("upload", "waiting")
    assert get(client, f"jobs/{job['id']}") == job
    assert job["id"] in [row["id"] for row in get(client, "jobs")["items"]]


def test_nothing_handed_in_is_refused(client: FlaskClient) -> None:
    """With 400."""
    response = client.post(f"{API}/ingest", data={"x": "y"}, content_type="multipart/form-data")
    assert (response.status_code, response.content_type) == (400, "application/problem+json")


def test_a_build_is_a_job(client: FlaskClient) -> None:
    """Written down with 202."""
    response = client.post(f"{API}/build")
    assert (response.status_code, response.get_json()["kind"]) == (202, "build")


def test_generations_can_be_put_back_in_force(client: FlaskClient) -> None:
    """The one that is named; one that is not there is not found."""
    rows = get(client, "generations")["items"]
    assert [(row["number"], row["current"], row["letters"]) for row in rows] == [(1, True, 13)]
    assert client.post(f"{API}/generations/1/activate").get_json()["current"] is True
    assert client.post(f"{API}/generations/9/activate").status_code == 404


# ---- drafts ----


def test_the_life_of_a_draft(client: FlaskClient) -> None:
    """Begun, written to, given a source, and thrown away; nothing is written over what was not seen."""
    made = client.post(f"{API}/drafts", json={"title": "Antwoord", "sections": [{"question": "Wat?", "answer": "Ja."}]})
    draft = made.get_json()
    assert (made.status_code, made.headers["Location"]) == (201, f"{API}/drafts/{draft['id']}")
    sections = [{**draft["sections"][0], "answer": "Nee."}, {"answer": "En ook dit."}]
    new = {"title": "Antwoord 2", "sections": sections, "revision": draft["revision"]}
    saved = client.put(f"{API}/drafts/{draft['id']}", json=new).get_json()
    assert [(section["key"], section["answer"]) for section in saved["sections"]] == [
        ("s1", "Nee."),
        ("s2", "En ook dit."),
    ]
    late = client.put(f"{API}/drafts/{draft['id']}", json={**new, "title": "Te laat"})
    assert (late.status_code, late.content_type) == (409, "application/problem+json")

    passage = get(client, "ask", question=QUESTION)["passages"][0]
    place = {"letter": passage["letter"], "reading": passage["reading"], "in_notes": passage["in_notes"]}
    span = {"start": passage["start"], "end": passage["start"] + 20}
    source = client.post(f"{API}/drafts/{draft['id']}/sources", json={**place, "spans": [span]})
    assert (source.status_code, source.get_json()["number"]) == (201, 1)
    assert get(client, f"drafts/{draft['id']}")["sources"] == [source.get_json()]
    outside = client.post(f"{API}/drafts/{draft['id']}/sources", json={**place, "spans": [{"start": 5, "end": 5}]})
    assert outside.status_code == 400

    assert draft["id"] in [row["id"] for row in get(client, "drafts")["items"]]
    assert client.delete(f"{API}/drafts/{draft['id']}").status_code == 204
    assert draft["id"] not in [row["id"] for row in get(client, "drafts")["items"]]


def test_a_draft_is_its_owner_s_until_it_is_shared(target: Target, sample_data: Path) -> None:
    """Another editor finds none by that address."""
    accounts = Accounts(Database(sample_data))
    headers = {}
    for name in ("anna", "bea"):
        accounts.add(name, Role.EDITOR, None)
        headers[name] = {"Authorization": f"Bearer {accounts.issue_token(name, '')}"}
    client = target.app.test_client()
    body = {"title": "Van Anna", "sections": []}
    draft = client.post(f"{API}/drafts", json=body, headers=headers["anna"]).get_json()
    address = f"{API}/drafts/{draft['id']}"
    assert draft["owner"] == "anna"
    assert client.get(address, headers=headers["anna"]).status_code == 200
    assert client.get(address, headers=headers["bea"]).status_code == 404
    assert client.put(address, json={**body, "revision": 1}, headers=headers["bea"]).status_code == 404
    assert client.delete(address, headers=headers["bea"]).status_code == 404


# ---- the description ----


def test_the_description_is_openapi_3_1(client: FlaskClient) -> None:
    """By the rules of OpenAPI itself."""
    description = get(client, "openapi.json")
    assert description["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(description).validate()


def test_the_description_is_of_the_code(target: Target, client: FlaskClient) -> None:
    """Every address and method of the API stands in it, and no other; with the role that it asks for."""
    description = get(client, "openapi.json")
    described = {
        (path, method.upper(), "" if "security" not in operation else operation["description"].split()[2])
        for path, methods in description["paths"].items()
        for method, operation in methods.items()
    }
    coded = {
        (_braces(permission.rule.removeprefix(API)), permission.method, permission.role.name.lower())
        for permission in permissions(target.app)
        if permission.rule.startswith(API) and permission.rule != f"{API}/openapi.json"
    }
    assert described == coded


def _braces(rule: str) -> str:
    """A rule of Flask's as OpenAPI writes it."""
    parts = [part.partition(">") for part in rule.split("<")]
    return parts[0][0] + "".join(f"{{{name.rpartition(':')[2]}}}{rest}" for name, _, rest in parts[1:])


@pytest.mark.slow
def test_every_answer_is_as_described(target: Target) -> None:
    """Requests made from the description, right ones and wrong ones: no failure, and nothing that it does not say."""
    counted = fuzz(target, 14)
    assert counted.total() > 400
    assert counted["200"] > 50
    assert not [status for status in counted if status.startswith("5")]


def test_without_a_token_a_server_that_asks_for_one_says_so(client: FlaskClient) -> None:
    """With 401 and how to send one; so does a token that is none."""
    response = client.get(f"{API}/letters", headers={"Authorization": "Bearer x"})
    assert (response.status_code, response.content_type) == (401, "application/problem+json")
    assert response.headers["WWW-Authenticate"] == 'Bearer realm="Vraagbaak"'
