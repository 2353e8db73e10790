"""Drafts in the browser, through the client."""

import io
import json
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.drafts_examples import BRIDGES, FERRIES, drafts_app
from tests.web_examples import READING, span_of
from tests.word_examples import paragraph, word_file
from web.safety.access import Actor, Role, needed_role
from web.services import EXTENSION

PLAN = "Ik zeg de Kamer toe dat ik voor de zomer een plan voor de fietsbruggen stuur."
JSON = {"Accept": "application/json"}


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """An app over two letters that keeps drafts."""
    return drafts_app(tmp_path, BRIDGES, FERRIES, quoted=PLAN)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without script, in Dutch."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "nl"
    return client


def address_of(words: str = PLAN) -> dict[str, str]:
    """The form that puts these words in a draft."""
    span = span_of(BRIDGES.text, words)
    return {"brief": BRIDGES.id, "lezing": READING, "plaats": f"{span.start}-{span.end}", "terug": "/?q=plan"}


def begun(client: FlaskClient, title: str = "Bruggen") -> str:
    """The address of a new draft."""
    return client.post("/concepten", data={"titel": title}).location


def form(answer: str, revision: int = 1, action: str = "bewaar", **rest: str) -> dict[str, str]:
    """The editor's form with one section."""
    return {
        "titel": "Bruggen",
        "sectie": "s1",
        "vraag-s1": "",
        "antwoord-s1": answer,
        "nummer-s1": "",
        "versie": str(revision),
        "actie": action,
        **rest,
    }


def held(response: TestResponse, name: str) -> str:
    """What a text field of the page holds."""
    found = re.search(rf'<textarea[^>]*name="{name}"[^>]*>\n?(.*?)</textarea>', response.text, re.DOTALL)
    assert found is not None
    return found[1].replace("&#34;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def test_a_draft_is_begun_saved_and_listed(client: FlaskClient) -> None:
    """What was typed is there again, whatever stands in it."""
    place = begun(client, "Bruggen & <b>")
    assert client.post(place, data=form("\nRegel </textarea> “ja”\r\n\r\ntwee")).status_code == 303
    page = client.get(place)
    assert held(page, "antwoord-s1") == "\nRegel </textarea> “ja”\n\ntwee"
    assert "Bruggen" in client.get("/concepten").text


def test_a_draft_without_a_title_is_called_so_and_takes_no_such_title_along(client: FlaskClient) -> None:
    """On the pages it needs a name; in the field and in the file there is none to take out again."""
    place = begun(client, "")
    assert 'name="titel" value=""' in client.get(place).text
    assert "Concept zonder titel" in client.get("/concepten").text
    assert "zonder titel" not in client.get(f"{place}/bestand.txt").text


def test_a_passage_is_put_in_with_one_action(client: FlaskClient) -> None:
    """From an answer: the first makes the draft, the next go into the same one, and the way leads back."""
    page = client.get("/?q=plan").text
    assert 'data-key="d"' in page
    first = client.post("/concept/erin", data=address_of())
    assert (first.status_code, first.location) == (303, "/?q=plan")
    client.post("/concept/erin", data=address_of("Dat verzoek begrijp ik goed."))
    after = client.get("/?q=plan").text
    assert "2 bronnen" in after
    assert "In concept" in after
    [draft] = client.application.extensions[EXTENSION].drafts.all_heads()
    assert draft.sources == 2


def test_the_script_is_told_what_to_insert(client: FlaskClient) -> None:
    """The quotation word for word with its note, and what to say."""
    told = client.post("/concept/erin", data=address_of(), headers=JSON).json
    assert told is not None
    assert told["quotation"] == f"“{PLAN}”[^1]"
    assert told["note"] == "[^1]"
    assert told["count"] == "1 bron"


def test_cited_words_on_their_page_are_put_in_too(client: FlaskClient) -> None:
    """With the reading and the spans of the address; without script the way leads back to where it began."""
    form_of = address_of()
    page = client.get(f"/brief/{BRIDGES.id}/{READING}/{form_of['plaats']}").text
    for name in ("brief", "lezing", "plaats"):
        assert f'name="{name}" value="{form_of[name]}"' in page
    assert 'name="terug" value="/?q=plan#passage-1"' in client.get("/?q=plan").text


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"plaats": "9999-10000"}, 400),
        ({"plaats": "5-1"}, 400),
        ({"plaats": "x"}, 400),
        ({"brief": "0" * 64}, 404),
        ({"lezing": "99"}, 404),
        ({"concept": "0" * 16}, 404),
    ],
)
def test_a_passage_that_does_not_stand_in_a_letter_is_refused(
    client: FlaskClient, changed: dict[str, str], status: int
) -> None:
    """And no draft is made for it."""
    assert client.post("/concept/erin", data=address_of() | changed).status_code == status
    assert client.application.extensions[EXTENSION].drafts.all_heads() == []


@pytest.mark.parametrize("elsewhere", ["https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "javascript:x"])
def test_the_way_back_never_leads_elsewhere(client: FlaskClient, elsewhere: str) -> None:
    """Only to an address of this server."""
    answer = client.post("/concept/erin", data=address_of() | {"terug": elsewhere})
    assert answer.location.startswith("/concept/")


def test_buttons_insert_without_script(client: FlaskClient) -> None:
    """At the end of the section that was chosen; what was typed is saved with it."""
    place = begun(client)
    client.post("/concept/erin", data=address_of())
    client.post(place, data=form("Zie", action="citaat:1", doel="s1"))
    client.post(place, data=form(f"Zie “{PLAN}”[^1] en", revision=2, action="noot:1"))
    assert held(client.get(place), "antwoord-s1") == f"Zie “{PLAN}”[^1] en[^1]"


def test_sections_come_move_and_go(client: FlaskClient) -> None:
    """Each keeps its text."""
    place = begun(client)
    client.post(place, data=form("een", action="sectie-erbij"))
    two = form("een", revision=2, action="omhoog:s2") | {"sectie": ["s1", "s2"], "antwoord-s2": "twee"}
    client.post(place, data=two)
    assert re.findall(r'name="sectie" value="(\w+)"', client.get(place).text) == ["s2", "s1"]
    client.post(place, data=two | {"versie": "3", "actie": "sectie-weg:s1"})
    page = client.get(place)
    assert re.findall(r'name="sectie" value="(\w+)"', page.text) == ["s2"]
    assert held(page, "antwoord-s2") == "twee"


def test_the_script_saves_while_somebody_types(client: FlaskClient) -> None:
    """It is told the revision; an unknown one is refused with what stands there, and nothing is overwritten."""
    place = begun(client)
    saved = client.post(place, data=form("een", action="vanzelf"), headers=JSON)
    assert saved.json is not None
    assert saved.json["revision"] == 2
    refused = client.post(place, data=form("twee", action="vanzelf"), headers=JSON)
    assert (refused.status_code, refused.json and refused.json["revision"]) == (409, 2)
    assert held(client.get(place), "antwoord-s1") == "een"


def test_without_script_both_texts_of_a_conflict_are_shown(client: FlaskClient) -> None:
    """Whichever is taken, the other stands among the versions."""
    place = begun(client)
    client.post(place, data=form("van Anna"))
    conflict = client.post(place, data=form("van Bram"))
    assert conflict.status_code == 409
    assert "van Anna" in conflict.text
    assert "van Bram" in conflict.text
    client.post(place, data=form("van Bram", revision=2, action="andere"))
    assert held(client.get(place), "antwoord-s1") == "van Anna"
    client.post(place, data=form("van Bram", revision=2, action="mijne"))
    assert held(client.get(place), "antwoord-s1") == "van Bram"
    texts = [
        client.get(path).text
        for path in re.findall(r'href="(/concept/\w+/versies/\d+)"', client.get(f"{place}/versies").text)
    ]
    assert any("van Anna" in text for text in texts)
    assert any("van Bram" in text for text in texts)


def test_a_version_is_looked_at_and_put_back(client: FlaskClient) -> None:
    """The editor shows it again."""
    place = begun(client)
    client.post(place, data=form("eerste"))
    client.post(place, data=form("tweede", revision=2))
    assert "eerste" in client.get(f"{place}/versies/2").text
    assert client.post(f"{place}/versies/2").status_code == 303
    assert held(client.get(place), "antwoord-s1") == "eerste"
    assert client.get(f"{place}/versies/99").status_code == 404
    assert client.post(f"{place}/versies/99").status_code == 404


def test_pasted_questions_become_sections_with_their_passages(client: FlaskClient) -> None:
    """Each with its number; the passages of a question are fetched apart."""
    text = "Vragen over bruggen\n\n1\nKomt er een plan?\n\n2\nWat kost dat?"
    place = client.post("/concepten/vragen", data={"tekst": text}).location
    page = client.get(place)
    assert "Vragen over bruggen" in page.text
    assert (held(page, "vraag-s1"), held(page, "vraag-s2")) == ("Komt er een plan?", "Wat kost dat?")
    passages = client.get(f"{place}/passages/s1")
    assert PLAN in passages.text
    assert "<html" not in passages.text
    asked = client.application.extensions[EXTENSION].answerer.asked
    assert asked[-1][0] == "Komt er een plan? Vragen over bruggen"
    assert client.get(f"{place}/passages/s9").status_code == 404


def test_questions_are_taken_from_a_file(client: FlaskClient) -> None:
    """A Word file with a question in each numbered paragraph."""
    content = word_file(
        "".join(paragraph(line) for line in ("Vraag 1", "Komt er een plan?", "Vraag 2", "Wat kost dat?"))
    )
    answer = client.post(
        "/concepten/vragen", data={"bestand": (io.BytesIO(content), "vragen.docx"), "titel": "Mijn titel"}
    )
    page = client.get(answer.location)
    assert held(page, "vraag-s2") == "Wat kost dat?"
    assert "Mijn titel" in page.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"tekst": "Niets gevraagd."}, "Geen genummerde vragen"),
        ({"bestand": (io.BytesIO(b"\0\0"), "x.bin")}, "niet worden gelezen"),
    ],
)
def test_what_holds_no_questions_is_said(client: FlaskClient, data: dict[str, object], said: str) -> None:
    """And what was pasted stays in the form."""
    answer = client.post("/concepten/vragen", data=data)
    assert answer.status_code == 422
    assert said in answer.text
    if "tekst" in data:
        assert held(answer, "tekst") == data["tekst"]


def test_the_check_shows_what_differs(client: FlaskClient) -> None:
    """The button saves first and leads there."""
    place = begun(client)
    client.post("/concept/erin", data=address_of())
    text = f"“{PLAN}”[^1] en “{PLAN.replace('zomer', 'winter')}”[^1]. Ik stuur de Kamer voor 1 juni 2030 een brief."
    answer = client.post(place, data=form(text, action="controle"))
    page = client.get(answer.location).text
    assert "1 citaat of noot klopt niet" in page
    assert re.search(r"<del>.*zomer</del>\s*<ins>.*winter</ins>", page)
    assert "31 mei 2030" in page


def test_every_kind_of_file_is_handed_out(client: FlaskClient) -> None:
    """As a download, named after the draft."""
    place = begun(client, "Bruggen / 2024")
    client.post("/concept/erin", data=address_of())
    client.post(place, data=form(f"“{PLAN}”[^1]", titel="Bruggen / 2024"))
    beginnings = {"docx": b"PK", "odt": b"PK", "md": b"# Bruggen", "txt": b"Bruggen", "ris": b"TY  -", "csl.json": b"["}
    for kind, beginning in beginnings.items():
        answer = client.get(f"{place}/bestand.{kind}")
        assert answer.status_code == 200
        assert answer.data.startswith(beginning)
        assert answer.headers["Content-Disposition"] == f"attachment; filename=Bruggen-2024.{kind}"
    assert b"Brief bruggen. Kamerstukken" in client.get(f"{place}/bestand.bronnen.txt").data
    assert client.get(f"{place}/bestand.exe").status_code == 404


def test_markup_shows_as_text_on_every_page(client: FlaskClient) -> None:
    """Title, question and answer never become elements."""
    place = begun(client, "<script>alert(1)</script>")
    client.post(place, data=form("<img src=x> “<b>een citaat van vijf woorden</b>”", titel="<script>alert(1)</script>"))
    for path in ("/concepten", place, f"{place}/controle", f"{place}/versies", f"{place}/versies/1", "/"):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert "<img src=x>" not in page


def test_a_draft_is_its_owners_until_it_is_shared(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """To others it is as if it were not there; sharing and throwing away stay the owner's."""
    who = Actor("anna", Role.EDITOR)
    for module in ("web.desk", "web.views.drafts", "web.safety.access"):
        monkeypatch.setattr(f"{module}.actor", lambda: who)
    client = app.test_client()
    place = begun(client)
    who = Actor("bram", Role.EDITOR)
    for path in (place, f"{place}/controle", f"{place}/versies", f"{place}/bestand.docx", f"{place}/bronnen"):
        assert client.get(path).status_code == 404
    assert client.post(place, data=form("x")).status_code == 404
    assert "Bruggen" not in client.get("/concepten").text
    who = Actor("anna", Role.EDITOR)
    client.post(f"{place}/delen", data={"delen": "1"})
    who = Actor("bram", Role.EDITOR)
    assert client.get(place).status_code == 200
    assert client.post(place, data=form("van Bram")).status_code == 303
    assert client.post(f"{place}/delen", data={"delen": "0"}).status_code == 403
    assert client.post(f"{place}/weg").status_code == 403


def test_a_draft_is_thrown_away_and_taken_back(client: FlaskClient) -> None:
    """It stays in a list of its own, and passages no longer go into it."""
    place = begun(client)
    client.post(f"{place}/weg")
    assert "weggegooid" in client.get("/concepten").text
    client.post("/concept/erin", data=address_of())
    assert len(client.application.extensions[EXTENSION].drafts.all_heads()) == 2
    client.post(f"{place}/weg", data={"terugzetten": "1"})
    assert "weggegooid" not in client.get("/concepten").text


def test_every_view_of_drafts_asks_for_an_editor(app: Flask) -> None:
    """Readers read letters, not drafts."""
    views = {name: view for name, view in app.view_functions.items() if name.startswith("drafts.")}
    assert len(views) > 10
    assert {needed_role(view) for view in views.values()} == {Role.EDITOR}


def test_readers_are_not_offered_drafts(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """No button under a passage, no bar, no link."""
    for module in ("web.desk", "web.safety.access"):
        monkeypatch.setattr(f"{module}.actor", lambda: Actor("rob", Role.READER))
    page = app.test_client().get("/?q=plan").text
    assert "/concept" not in page


def test_what_is_done_is_written_down(client: FlaskClient, tmp_path: Path) -> None:
    """Beginning, sources, saving, checking and exporting; what is typed is not."""
    place = begun(client)
    client.post("/concept/erin", data=address_of())
    client.post(place, data=form("geheim"))
    client.get(f"{place}/controle")
    client.get(f"{place}/bestand.md")
    lines = [json.loads(line) for line in (tmp_path / "audit" / "audit.jsonl").read_text().splitlines()]
    steps = [(line["action"], line.get("step", line.get("kind"))) for line in lines if line["action"] != "question"]
    assert steps == [
        ("draft", "begun"),
        ("draft", "source"),
        ("draft", "saved"),
        ("draft", "checked"),
        ("export", "md"),
    ]
    assert "geheim" not in json.dumps(lines)


def test_a_form_that_is_too_large_is_refused(client: FlaskClient) -> None:
    """More than a million characters is no draft; a long one is taken."""
    place = begun(client)
    assert client.post(place, data=form("é" * 300_000)).status_code == 303
    assert client.post(place, data=form("a" * 1_000_001, revision=2)).status_code == 413
    assert client.post(place, data=form("a" * 9_000_000, revision=2)).status_code == 413
