"""Correcting the register in the browser: who may, what is kept, and how it is taken back."""

import io
import json
import re
from pathlib import Path

import pytest
from flask import g
from flask.testing import FlaskClient

from tests.register_examples import a_book
from tests.register_site import BY, DONE, ROW, app_of, get, listed, told
from web.safety.access import Actor, Role, needed_role


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A browser before the register of `told`, on 20 May 2025."""
    return app_of(tmp_path, a_book(tmp_path, told())).test_client()


def follow(client: FlaskClient, address: str, **data: str) -> str:
    """The page that a form leads to."""
    response = client.post(address, data=data)
    assert response.status_code == 303
    return get(client, response.headers["Location"].partition("#")[0])


def test_marked_wrong_it_leaves_the_list_and_says_who_and_why(client: FlaskClient, tmp_path: Path) -> None:
    """Its page stays, shows the correction, and it is on a list of its own; taken back, all is as before."""
    page = follow(client, "/toezeggingen/laat/onjuist", **BY)
    for words in (
        "telt niet mee",
        "J. de Vries",
        "Zo staat het er niet.",
        "Als onjuist gemarkeerd: geen toezegging",
    ):
        assert words in page
    assert listed(get(client, "/toezeggingen")) == ["straks", "ooit", "klaar"]
    assert listed(get(client, "/toezeggingen?soort=alle&onjuist=1")) == ["laat"]
    assert "/toezeggingen/laat" not in client.get("/toezeggingen.csv").text
    page = follow(client, "/toezeggingen/correcties/1/terugnemen", name="K. Bakker")
    assert "Nog niemand heeft dit gecorrigeerd." in page
    assert "laat" in listed(get(client, "/toezeggingen"))
    kept = get(client, "/toezeggingen/correcties")
    assert "ingetrokken op" in kept
    actions = [json.loads(line) for line in (tmp_path / "audit" / "audit.jsonl").read_text().splitlines()]
    assert [(line["action"], line["kind"], line["by"]) for line in actions if line["action"] == "correction"] == [
        ("correction", "wrong", "J. de Vries"),
        ("correction", "withdrawn", "K. Bakker"),
    ]


def test_a_state_that_somebody_set_shows_as_such(client: FlaskClient) -> None:
    """According to a correction, and on the list too."""
    page = follow(client, "/toezeggingen/laat/status", status="voldaan", **BY)
    assert "status: voldaan" in page
    assert "volgens een correctie" in page
    assert "gecorrigeerd" in get(client, "/toezeggingen?zoek=stallingen")


@pytest.mark.parametrize(
    ("field", "typed"),
    [("keuze", "ooit"), ("met", "ooit"), ("met", "http://localhost/toezeggingen/ooit"), ("met", "32 824, nr. 9")],
)
def test_two_entries_are_merged_however_the_other_is_named(client: FlaskClient, field: str, typed: str) -> None:
    """Chosen from the list, by its id, the address of its page, or its official number."""
    page = follow(client, "/toezeggingen/laat/samenvoegen", **BY, **{field: typed})
    assert "Samengevoegd met een andere" in page
    assert len(re.findall(r'<p class="said">', page)) == 3
    assert len(listed(get(client, "/toezeggingen?soort=alle"))) == 4


@pytest.mark.parametrize(
    ("form", "data", "message"),
    [
        ("onjuist", {"name": "J. de Vries", "reden": " "}, "Geef een reden voor de correctie."),
        ("onjuist", {"reden": "fout"}, "Zeg wie dit corrigeert."),
        ("status", {**BY, "status": "af"}, "Kies een status."),
        ("status", {**BY, "status": "aangenomen"}, "kan niet 'aangenomen' zijn."),
        ("samenvoegen", BY, "Kies de andere regel."),
        ("samenvoegen", {**BY, "met": "TZ209901-001 / x"}, "Er is geen regel “TZ209901-001 / x”."),
        ("samenvoegen", {**BY, "met": "laat"}, "Dit is al dezelfde toezegging of motie."),
    ],
)
def test_a_form_that_cannot_be_taken_comes_back_with_what_is_wrong(
    client: FlaskClient, form: str, data: dict[str, str], message: str
) -> None:
    """In one language, and nothing is kept."""
    response = client.post(f"/toezeggingen/laat/{form}", data=data)
    assert response.status_code == 400
    assert message in response.text.replace("&#39;", "'")
    assert "There is" not in response.text
    if data.get("reden", "").strip():
        assert f'name="reden" value="{data["reden"]}"' in response.text
    assert "Nog niemand heeft het register gecorrigeerd." in get(client, "/toezeggingen/correcties")


def test_nothing_is_changed_by_somebody_without_a_name(client: FlaskClient) -> None:
    """Neither taken back nor taken in."""
    page = client.post("/toezeggingen/laat/status", data=BY | {"status": "voldaan"})
    client.delete_cookie("naam")
    response = client.post("/toezeggingen/correcties/1/terugnemen")
    assert (response.status_code, "Zeg wie dit corrigeert." in response.text) == (400, True)
    assert "Status gewijzigd in" in get(client, "/toezeggingen/laat")
    data = {"bestand": (io.BytesIO(json.dumps(ROW).encode()), "rijen.json")}
    response = client.post("/toezeggingen/officieel", data=data)
    assert (response.status_code, "Vermeld wie dit inleest." in response.text) == (400, True)
    assert page.status_code == 303


def test_a_correction_that_is_not_in_force_cannot_be_taken_back(client: FlaskClient) -> None:
    """Neither one that never was."""
    assert client.post("/toezeggingen/correcties/7/terugnemen", data=BY).status_code == 404


def test_a_correction_without_its_letter_is_told_apart(tmp_path: Path) -> None:
    """It stands on the list of corrections, can be taken back there, and the register says that there is one."""
    a_book(tmp_path, told()).mark_wrong("laat", "J. de Vries", "fout")
    client = app_of(tmp_path, a_book(tmp_path, told()[2:])).test_client()
    assert "Alle correcties (1 zonder bijbehorende regel)" in get(client, "/toezeggingen")
    assert "de woorden staan in geen brief die nu doorzocht wordt" in get(client, "/toezeggingen/correcties")
    assert "ingetrokken op" in follow(client, "/toezeggingen/correcties/1/terugnemen", name="K. Bakker")


def test_what_changes_the_register_asks_for_an_editor(client: FlaskClient) -> None:
    """Everybody who may read may look and export."""
    views = client.application.view_functions
    asked = {name: needed_role(view) for name, view in views.items() if name.split(".")[0] in _PARTS}
    changing = {
        "corrections.mark_wrong",
        "corrections.set_status",
        "corrections.merge",
        "corrections.withdraw",
        "official_register.take_rows_in",
    }
    assert {name for name, role in asked.items() if role is Role.EDITOR} == changing
    assert all(role is Role.READER for name, role in asked.items() if name not in changing)


_PARTS = {"commitments", "corrections", "official_register"}


def test_a_reader_sees_corrections_but_no_forms(tmp_path: Path) -> None:
    """Nothing is offered that would be refused."""
    book = a_book(tmp_path, told())
    book.set_status("laat", DONE, BY["name"], BY["reden"])
    app = app_of(tmp_path, book)

    @app.before_request
    def as_reader() -> None:
        g.actor = Actor("lezer", Role.READER)

    client = app.test_client()
    for address in ("/toezeggingen/laat", "/toezeggingen/correcties", "/toezeggingen/officieel"):
        assert 'action="/toezeggingen/' not in get(client, address)
    assert "Zo staat het er niet." in get(client, "/toezeggingen/laat")
    assert "/toezeggingen/officieel" not in get(client, "/toezeggingen")
