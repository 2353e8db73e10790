"""Taking in the official register in the browser, and its rows beside the letters."""

import io
import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from corpus.types import Reference, ReferenceKind
from tests.register_examples import a_book, mention, record
from tests.register_site import DAY, ROW, app_of, get, listed, told


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A browser before the register of `told`, on 20 May 2025."""
    return app_of(tmp_path, a_book(tmp_path, told())).test_client()


def upload(client: FlaskClient, *rows: object, whole: bool = False, name: str = "J. de Vries") -> str:
    """The page after taking these rows in."""
    data = {"bestand": (io.BytesIO(json.dumps({"value": rows}).encode()), "rijen.json"), "name": name}
    response = client.post("/toezeggingen/officieel", data=data | ({"geheel": "1"} if whole else {}))
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_rows_of_the_official_register_join_the_promises(client: FlaskClient) -> None:
    """With their own words, who promised, and how far it is; and the entry's page shows the row."""
    page = upload(client, ROW, {"Nummer": None, "Tekst": "zonder nummer"})
    assert "1 rij toegevoegd" in page
    assert "rijen.json, rij 2 (zonder nummer): geen nummer als TZ202503-014: weggelaten" in page
    assert "TZ202503-014" in listed(get(client, "/toezeggingen?stand=te-laat"))
    entry = get(client, "/toezeggingen/TZ202503-014")
    for words in (
        "In het officiële register",
        "A.B. van den Berg",
        "Openstaand",
        "1 april 2025",
        "volgens het officiële register",
    ):
        assert words in entry
    assert "Geen brief in deze verzameling noemt haar" in entry


def test_taking_rows_in_again_changes_those_with_the_same_number(client: FlaskClient) -> None:
    """What a file does not hold stays, unless it is the whole register."""
    upload(client, ROW, ROW | {"Nummer": "TZ202503-015"})
    assert "0 rijen toegevoegd</strong>; 1 gewijzigd, 1 gelijk gebleven, 0 vervallen. Er zijn er nu 2." in upload(
        client, ROW | {"Status": "Afgedaan"}
    )
    assert "0 gewijzigd, 1 gelijk gebleven, 1 vervallen. Er zijn er nu 1." in upload(
        client, ROW | {"Status": "Afgedaan"}, whole=True
    )


def test_several_files_are_taken_in_together(client: FlaskClient) -> None:
    """As they come from the open data, 250 rows at a time; one that cannot be read is named and the rest goes on."""
    files = [
        (io.BytesIO(json.dumps({"value": [ROW | {"Nummer": f"TZ202503-{number:03}"}]}).encode()), f"{number}.json")
        for number in (1, 2)
    ]
    response = client.post(
        "/toezeggingen/officieel",
        data={"bestand": [*files, (io.BytesIO(b"niets"), "leeg.json")], "name": "J. de Vries"},
    )
    assert response.status_code == 200
    assert "2 rijen toegevoegd" in response.text
    assert "leeg.json: Dit bestand bevat geen toezeggingen" in response.text


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"%PDF-1.7", "Dit bestand bevat geen toezeggingen"), (None, "Kies een bestand.")],
)
def test_a_file_that_is_no_register_changes_nothing(client: FlaskClient, content: bytes | None, message: str) -> None:
    """It is said what it should hold."""
    upload(client, ROW)
    data = {"name": "J. de Vries", **({"bestand": (io.BytesIO(content), "x.pdf")} if content is not None else {})}
    response = client.post("/toezeggingen/officieel", data=data)
    assert response.status_code == 400
    assert message in response.text
    assert "Er is 1 rij uit het officiële register." in get(client, "/toezeggingen/officieel")


def test_a_file_beyond_what_forms_may_hold_is_taken_in(client: FlaskClient) -> None:
    """The whole register is larger than any other form."""
    rows = [ROW | {"Nummer": f"TZ202503-{number:03}", "Tekst": "x" * 500} for number in range(400)]
    assert "400 rijen toegevoegd" in upload(client, *rows)


def test_the_official_row_joins_the_letter_that_mentions_its_number(tmp_path: Path) -> None:
    """One entry, with the letter as history and the row beside it."""
    number = Reference(ReferenceKind.TOEZEGGING, number="TZ202503-014")
    client = app_of(
        tmp_path, a_book(tmp_path, [mention("TZ202503-014", record("a", DAY(2025, 5, 8)), reference=number)])
    ).test_client()
    upload(client, ROW)
    page = get(client, "/toezeggingen/TZ202503-014")
    assert "In het officiële register" in page
    assert re.findall(r'<p class="said">([^<]+)</p>', page) == ["Toegezegd", "Genoemd als nog open"]
