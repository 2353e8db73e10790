"""The page of the generations: what changed, going back, checking, building, a copy."""

import io
import tarfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index.backup import restore
from index.lock import writing
from tests.jobs_examples import Office, a_text, open_office
from tests.web_examples import make_app
from web.history import Through
from web.jobs import JobKind
from web.keeping import Keeper

ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A data folder with two generations."""
    office = open_office(tmp_path / "data")
    with closing(office.desk.pool):
        office.hand_in({"een.txt": a_text("wonen")}, by="Ada")
        office.hand_in({"twee.txt": a_text("zorg")}, by="Bea")
        yield office


@pytest.fixture
def client(office: Office) -> FlaskClient:
    """The page over it."""
    return office.client()


def test_each_generation_tells_what_changed_and_by_whom(client: FlaskClient) -> None:
    """Newest first, with the letters' titles; the one in force is marked."""
    page = client.get("/beheer/generaties", headers=ENGLISH).text
    newest, oldest = page.index("Generation 2"), page.index("Generation 1")
    assert newest < page.index("in-force") < oldest
    assert newest < page.index("letters added · Bea") < oldest < page.index("letters added · Ada")
    assert page.count("Added: 1") == 2
    assert 'href="/brief/' in page


def test_what_was_not_written_down_is_found_by_comparing(office: Office) -> None:
    """A process was ended between putting a generation in force and saying by whom."""
    with office.desk.book._database.change() as connection:
        connection.execute("DELETE FROM changes")
    newest, oldest = Keeper(office.data, office.library, office.desk.history).kept()
    assert (newest.change, newest.is_first, len(newest.added), newest.removed) == (None, False, 1, ())
    assert (oldest.change, oldest.is_first, oldest.added) == (None, True, ())


def test_one_step_goes_back(client: FlaskClient, office: Office) -> None:
    """The generation is in force when the page is shown again, and it is written down who did it."""
    answer = client.post("/beheer/generaties/1/terug", data={"name": "Cor"})
    assert (answer.status_code, answer.location) == (303, "/beheer/generaties")
    assert office.library.current().info.number == 1
    (change, *_) = office.desk.history.recent()
    assert (change.generation, change.by, change.through) == (1, "Cor", Through.ROLLBACK)
    assert "gone back to" in client.get("/beheer/generaties", headers=ENGLISH).text


def test_a_generation_that_there_is_not_cannot_be_gone_back_to(client: FlaskClient) -> None:
    """It may have been cleared away since the page was loaded."""
    assert client.post("/beheer/generaties/7/terug").status_code == 404


def test_a_damaged_generation_is_not_put_in_force(client: FlaskClient, office: Office) -> None:
    """The page says why, and what serves goes on serving."""
    file = office.data / "generations" / "1" / "vectors.faiss"
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    answer = client.post("/beheer/generaties/1/terug", headers=ENGLISH)
    assert answer.status_code == 503
    assert "vectors.faiss has changed since it was written" in answer.text
    assert office.library.current().info.number == 2


def test_while_another_writes_it_is_said_who(client: FlaskClient, office: Office) -> None:
    """Going back and a copy wait for nobody; they are tried again by hand."""
    with writing(office.data, "ingest"):
        for address in ("/beheer/generaties/1/terug", "/beheer/reservekopie"):
            answer = client.post(address, headers=ENGLISH)
            assert answer.status_code == 503
            assert "`vraagbaak ingest` (process" in answer.text


@pytest.mark.parametrize(("address", "kind"), [("/beheer/nakijken", JobKind.VERIFY), ("/beheer/bouwen", JobKind.BUILD)])
def test_checking_and_building_are_jobs(client: FlaskClient, office: Office, address: str, kind: JobKind) -> None:
    """Whose page shows what came of them."""
    answer = client.post(address, data={"name": "Cor"}, headers=ENGLISH)
    (job, *_) = office.jobs.recent()
    assert (job.kind, job.by, answer.location) == (kind, "Cor", f"/brieven/toevoegen/{job.id}")
    office.do()
    said = {JobKind.VERIFY: "All files are as they were written.", JobKind.BUILD: "generation 2 is in use"}
    assert said[kind] in client.get(answer.location, headers=ENGLISH).text


def test_what_is_damaged_is_named_with_what_to_do(client: FlaskClient, office: Office) -> None:
    """A build mends it."""
    file = office.data / "generations" / "2" / "vectors.faiss"
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    address = client.post("/beheer/nakijken").location
    office.do()
    page = client.get(address, headers=ENGLISH).text
    assert "1 file is damaged." in page
    assert "Build: what is damaged is made anew from the letters." in page
    assert "vectors.faiss has changed since it was written" in page
    client.post("/beheer/bouwen")
    office.do()
    again = client.post("/beheer/nakijken").location
    office.do()
    assert (office.library.current().info.number, office.library.problems) == (3, ())
    # The damaged one is still there, to be looked into; it is not in force any more, and no build would mend it.
    page = client.get(again, headers=ENGLISH).text
    assert "1 file is damaged." in page
    assert "The generation in use is whole. Do not go back to the damaged one" in page
    assert "Build:" not in page


def test_a_removed_letter_is_told_as_removed(client: FlaskClient, office: Office) -> None:
    """With its address, which says by whom and when; nothing else is known of it any more."""
    letter = next(iter(office.library.current().letters))
    office.jobs.remove([letter], "Bea")
    office.do()
    page = client.get("/beheer/generaties", headers=ENGLISH).text
    assert f'<a class="unknown" href="/brief/{letter}">removed for good</a>' in page


def test_a_copy_restores_to_the_same(client: FlaskClient, office: Office, tmp_path: Path) -> None:
    """What is taken along from the page is a backup as the command makes it."""
    answer = client.post("/beheer/reservekopie", buffered=True)
    assert (answer.status_code, answer.mimetype) == (200, "application/x-tar")
    with tarfile.open(fileobj=io.BytesIO(answer.data)) as archive:
        assert "app.db" in archive.getnames()
    (tmp_path / "kopie.tar").write_bytes(answer.data)
    restore(tmp_path / "kopie.tar", tmp_path / "terug")
    again = open_office(tmp_path / "terug")
    assert again.library.current().info.manifest == office.library.current().info.manifest
    assert again.store.letters() == office.store.letters()
    assert [job.by for job in again.jobs.recent()] == ["Bea", "Ada"]
    assert [change.by for change in again.desk.history.recent()] == ["Bea", "Ada"]


def test_a_page_over_letters_alone_has_none_of_this() -> None:
    """Without jobs there is nothing to hand in, and no link to it."""
    client = make_app().test_client()
    for address in ("/brieven/toevoegen", "/beheer/generaties"):
        assert client.get(address).status_code == 404
    assert "/beheer/generaties" not in client.get("/").text
