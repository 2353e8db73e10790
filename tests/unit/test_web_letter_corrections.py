"""Correcting letters, taking that back, what needs it, and what is said of forms and versions, through the client."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import pytest
from flask import Flask
from flask.testing import FlaskClient

from corpus.types import Format, Kind, Letter, Metadata
from index.types import Forms
from qa.database import Database
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.corrections import MetadataCorrections
from qa.metadata.fields import MetadataField
from qa.types import CorrectedValue, Remarks
from tests.web_examples import (
    BRIDGES,
    INFO,
    PROMISE,
    CannedAnswerer,
    CannedGeneration,
    CannedLibrary,
    CannedStore,
    make_letter,
    make_passage,
    make_record,
)
from web.app import create_app
from web.jobs import Jobs
from web.services import Services

KNOWN = make_letter(b"de een", metadata=BRIDGES)
BARE = make_letter(b"de ander", metadata=Metadata(Kind.KAMERBRIEF, "Brief zonder gegevens"), file="map/kaal.docx")
FORM = {"reden": "staat in de kop", "name": "Jan Bakker"}


@dataclass
class CountedJobs:
    """Remembers who asked for a build."""

    asked: list[str] = field(default_factory=list)

    def build(self, by: str) -> str:
        """The job's id."""
        self.asked.append(by)
        return "job"


@dataclass
class Desk:
    """The app with what is behind it."""

    app: Flask
    corrections: MetadataCorrections
    jobs: CountedJobs

    @property
    def client(self) -> FlaskClient:
        """A browser in Dutch."""
        return self.app.test_client()


def make_desk(
    folder: Path, letters: Sequence[Letter], forms: Forms | None = None, remarks: Remarks | None = None
) -> Desk:
    """The app over these letters, with corrections in a folder."""
    store = CannedStore({letter.id: (letter, b"") for letter in letters})
    records = {letter.id: make_record(letter) for letter in letters}
    newer = {old: records[new] for old, new in (forms or Forms()).replaced.items()}
    library = CannedLibrary(CannedGeneration(records, INFO, newer, forms or Forms()))
    corrected = CorrectedLetters(store, MetadataCorrections(Database(folder)))
    passages = [make_passage(letter, PROMISE) for letter in letters[:1]]
    if remarks:
        passages = [replace(passage, remarks=remarks) for passage in passages]
    jobs = CountedJobs()
    services = Services(CannedAnswerer(passages), library, corrected, jobs=cast("Jobs", jobs), corrected=corrected)
    app = create_app(services)
    app.testing = True
    return Desk(app, corrected.corrections, jobs)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A letter of which all is known, and one of which nothing is."""
    return make_desk(tmp_path, [KNOWN, BARE])


def filled(client: FlaskClient, letter: Letter, **changed: str) -> dict[str, str]:
    """What the form of a letter sends, with some of it changed."""
    page = client.get(f"/brief/{letter.id}/corrigeren?taal=nl").text
    sent = dict(re.findall(r'<input id="field-\w+" name="(\w+)"[^>]* value="([^"]*)"', page))
    sent |= dict(re.findall(r'<textarea [^>]*name="(\w+)"[^>]*>([^<]*)</textarea>', page))
    for name, options in re.findall(r'<select id="field-\w+" name="(\w+)">(.*?)</select>', page, re.DOTALL):
        sent[name] = re.findall(r'value="([^"]*)" selected', options)[0]
    assert set(changed) <= sent.keys() | {"ontbreekt"} | FORM.keys()
    return {**sent, **FORM, **changed}


def words(page: str) -> str:
    """The words of a page, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_correction_is_kept_and_built_in(desk: Desk) -> None:
    """Only what was changed is corrected; the letter shows it with what was read, the name and the reason."""
    sent = filled(desk.client, KNOWN, datum="15 maart 2024")
    response = desk.client.post(f"/brief/{KNOWN.id}/corrigeren", data=sent)
    assert (response.status_code, response.location) == (303, f"/brief/{KNOWN.id}#gecorrigeerd")
    (kept,) = desk.corrections.of(KNOWN.id)
    assert (kept.field, kept.value, kept.by, kept.reason) == (
        MetadataField.DATE,
        "2024-03-15",
        "Jan Bakker",
        "staat in de kop",
    )
    assert desk.jobs.asked == ["Jan Bakker"]
    page = words(desk.client.get(f"/brief/{KNOWN.id}?taal=nl").text)
    assert "Datum: 15 maart 2024 (was: 14 maart 2024), door Jan Bakker op" in page
    assert "staat in de kop" in page
    assert "de zoekfunctie kent de correctie nog niet" in page


def test_a_correction_is_taken_back(desk: Desk) -> None:
    """The letter is as it was read, another build is asked for, and the history tells of it."""
    number = desk.corrections.correct(KNOWN.id, MetadataField.DATE, "", by="Els", reason="x")
    response = desk.client.post(f"/brief/{KNOWN.id}/correctie/{number}/terugnemen", data={"name": "Jan"})
    assert (response.status_code, response.location) == (303, f"/brief/{KNOWN.id}")
    assert desk.corrections.of(KNOWN.id) == ()
    assert desk.jobs.asked == ["Jan"]
    assert "ingetrokken door Jan" in words(desk.client.get(f"/brief/{KNOWN.id}/corrigeren?taal=nl").text)
    again = desk.client.post(f"/brief/{KNOWN.id}/correctie/{number}/terugnemen", data={"name": "Jan"})
    assert again.status_code == 404


def test_a_correction_of_another_letter_is_not_taken_back(desk: Desk) -> None:
    """Its number in the address of this letter leads nowhere."""
    number = desk.corrections.correct(KNOWN.id, MetadataField.DATE, "", by="Els", reason="x")
    assert desk.client.post(f"/brief/{BARE.id}/correctie/{number}/terugnemen", data={"name": "Jan"}).status_code == 404
    assert len(desk.corrections.of(KNOWN.id)) == 1


def test_a_form_with_something_wrong_comes_back_whole(desk: Desk) -> None:
    """Nothing of it is kept; what was filled in stands there still, the message with its field."""
    sent = filled(desk.client, KNOWN, datum="ooit", titel="Beter plan")
    response = desk.client.post(f"/brief/{KNOWN.id}/corrigeren?taal=nl", data=sent)
    assert response.status_code == 400
    assert "«ooit» is geen datum" in response.text
    assert "is no date" not in response.text
    assert 'value="ooit"' in response.text
    assert 'value="Beter plan"' in response.text
    assert desk.corrections.history(KNOWN.id) == ()
    assert desk.jobs.asked == []


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({}, "Er is niets veranderd"),
        ({"titel": "Beter plan", "reden": " "}, "Geef een reden"),
        ({"titel": "Beter plan", "name": ""}, "Zeg wie dit corrigeert"),
    ],
)
def test_a_form_that_says_too_little_is_refused(desk: Desk, missing: dict[str, str], said: str) -> None:
    """A change, a name and a reason are needed."""
    sent = filled(desk.client, KNOWN, **missing)
    response = desk.client.post(f"/brief/{KNOWN.id}/corrigeren?taal=nl", data=sent)
    assert response.status_code == 400
    assert said in response.text
    assert desk.corrections.history(KNOWN.id) == ()


def test_people_are_corrected_a_line_each(desk: Desk) -> None:
    """With party and role in brackets, whichever way the browser ends its lines."""
    sent = filled(desk.client, BARE, afzender="A.B. Jansen (Minister van Financiën)\r\nStaatssecretaris van Financiën")
    assert desk.client.post(f"/brief/{BARE.id}/corrigeren", data=sent).status_code == 303
    page = words(desk.client.get(f"/brief/{BARE.id}?taal=nl").text)
    assert "A.B. Jansen (Minister van Financiën); Staatssecretaris van Financiën" in page


def test_what_the_document_does_not_say_can_be_said(desk: Desk) -> None:
    """A tick takes the letter off the list without a value."""
    sent = filled(desk.client, BARE, ontbreekt="datum")
    assert desk.client.post(f"/brief/{BARE.id}/corrigeren", data=sent).status_code == 303
    (kept,) = desk.corrections.of(BARE.id)
    assert (kept.field, kept.value) == (MetadataField.DATE, "")
    assert "datum ontbreekt" not in desk.client.get("/brieven/aandacht?taal=nl").text


def test_the_list_leads_to_what_is_missing(desk: Desk) -> None:
    """Each letter with its gaps, each gap with its place in the form; counted on the page of all letters."""
    page = desk.client.get("/brieven/aandacht?taal=nl").text
    assert "Brief zonder gegevens" in page
    assert "Plan voor fietsbruggen" not in page
    for place in ("datum", "nummer", "afzender"):
        assert f'href="/brief/{BARE.id}/corrigeren#{place}"' in page
    assert "1 brief vraagt aandacht" in desk.client.get("/brieven?taal=nl").text
    assert "Vraagt aandacht" in desk.client.get(f"/brief/{BARE.id}?taal=nl").text
    assert "Vraagt aandacht" not in desk.client.get(f"/brief/{KNOWN.id}?taal=nl").text


def test_the_list_is_narrowed_to_one_gap(desk: Desk) -> None:
    """By its name in the address; another name is no page."""
    assert "Brief zonder gegevens" in desk.client.get("/brieven/aandacht?mist=date").text
    assert "Brief zonder gegevens" not in desk.client.get("/brieven/aandacht?mist=text").text
    assert desk.client.get("/brieven/aandacht?mist=alles").status_code == 404


def test_a_letter_in_several_forms_is_listed_once(tmp_path: Path) -> None:
    """In the form to cite, found by what any form says, with a link to the others; so does the letter's page."""
    print_, word = (
        make_letter(b"druk", metadata=BRIDGES, letter_format=Format.PDF, page_starts=(0,), file="kst.pdf"),
        BARE,
    )
    group = (print_.id, word.id)
    desk = make_desk(tmp_path, [word, print_], Forms(dict.fromkeys(group, group)))
    listed = desk.client.get("/brieven?taal=nl&zoek=kaal").text
    assert "1 brief" in words(listed)
    assert "Plan voor fietsbruggen" in listed
    assert f'href="/brief/{word.id}"' in listed
    assert "Dezelfde brief als" in words(desk.client.get(f"/brief/{word.id}?taal=nl").text)
    assert "kst.pdf" in desk.client.get(f"/brief/{word.id}").text
    assert "aandacht" not in words(listed)


def test_a_replaced_letter_says_so(tmp_path: Path) -> None:
    """On its page and in the list; the newer one says what it replaces."""
    newer = make_letter(b"nieuw", metadata=replace(BRIDGES, title="Nieuw plan"))
    desk = make_desk(tmp_path, [KNOWN, newer], Forms({}, {KNOWN.id: newer.id}))
    old = desk.client.get(f"/brief/{KNOWN.id}?taal=nl").text
    assert "Vervangen door een nieuwere versie" in old
    assert f'href="/brief/{newer.id}"' in old
    assert "Deze versie vervangt" in desk.client.get(f"/brief/{newer.id}?taal=nl").text
    assert words(desk.client.get("/brieven?taal=nl").text).count("vervangen") == 1


def test_an_answer_says_what_was_replaced_and_corrected(tmp_path: Path) -> None:
    """With the passage and its citation, not only in the letter."""
    newer = make_letter(b"nieuw", metadata=replace(BRIDGES, title="Nieuw plan"))
    told = CorrectedValue(7, "date", "2024-03-13", "2024-03-14", "Els de Wit", "datum van verzending", INFO.created)
    remarks = Remarks((make_record(newer),), make_record(newer), (), (told,))
    desk = make_desk(tmp_path, [KNOWN, newer], remarks=remarks)
    page = words(desk.client.get("/?vraag=komt+er+een+plan&taal=nl").text)
    assert "Datum: 14 maart 2024 (was: 13 maart 2024), door Els de Wit op 6 mei 2024: datum van verzending" in page
    assert page.lower().count("vervangen door een nieuwere versie") == 2
    assert "Dezelfde brief als" in page


def test_without_corrections_there_is_no_form(tmp_path: Path) -> None:
    """An app that keeps none shows no link to it."""
    made = make_desk(tmp_path, [KNOWN])
    services = replace(made.app.extensions["vraagbaak"], corrected=None)
    client = create_app(services).test_client()
    assert "corrigeren" not in client.get(f"/brief/{KNOWN.id}?taal=nl").text
    assert client.get(f"/brief/{KNOWN.id}/corrigeren").status_code == 404
    assert client.get("/brieven/aandacht").status_code == 404
