"""Handing letters in over the web, following that, and removing a letter."""

import io
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from index.errors import DiskFull
from tests.drawn_pdf import drawn_pdf
from tests.jobs_examples import Office, a_text, open_office, zipped
from web.jobs import JobKind, JobState, UploadLimits

ENGLISH = {"Accept-Language": "en"}
JSON = {"Accept": "application/json", "Accept-Language": "en"}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A data folder in which ten files of together 2,000 bytes can be handed in."""
    office = open_office(tmp_path, UploadLimits(files=10, total=2_000))
    with closing(office.desk.pool):
        yield office


@pytest.fixture
def client(office: Office) -> FlaskClient:
    """The page over it."""
    return office.client()


def form(**files: str) -> dict[str, object]:
    """A form with a name and files; in their names _ stands for a full stop."""
    chosen = [(io.BytesIO(content.encode()), name.replace("_", ".")) for name, content in files.items()]
    # A browser sends a field in which nothing was chosen as a file without a name.
    return {"name": "Ada", "bestanden": chosen, "map": (io.BytesIO(b""), "")}


def handed_in(client: FlaskClient, office: Office, **files: str) -> str:
    """Hand files in and have the job done; its address."""
    address = client.post("/brieven/toevoegen", data=form(**files)).location
    office.do()
    return address


def test_the_limits_are_shown_before_they_are_hit(client: FlaskClient) -> None:
    """Number, size, pages and time."""
    page = client.get("/brieven/toevoegen", headers=ENGLISH).text
    assert "at most 10 files and 2 kB at one time" in page
    assert "a letter has at most 100 MB and 5,000 pages; reading it may take 90 seconds" in page
    assert "a .zip holds at most 500,000 files, 20,000 MB when it is unpacked" in page


def test_what_is_handed_in_leads_to_its_job(client: FlaskClient, office: Office) -> None:
    """The answer comes when it is safe, not when it is done."""
    answer = client.post("/brieven/toevoegen", data=form(een_txt=a_text("wonen")))
    (job,) = office.jobs.recent()
    assert (answer.status_code, answer.location) == (303, f"/brieven/toevoegen/{job.id}")
    assert (job.by, job.state, [upload.name for upload in job.uploads]) == ("Ada", JobState.WAITING, ["een.txt"])


def test_a_page_without_a_program_loads_itself_again_until_all_is_done(client: FlaskClient, office: Office) -> None:
    """The part that a program loads says when that is."""
    address = client.post("/brieven/toevoegen", data=form(een_txt=a_text("wonen"))).location
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in client.get(address).text
    assert "data-final" not in client.get(f"{address}/stand").text
    office.do()
    assert "http-equiv" not in client.get(address).text
    assert "data-final" in client.get(f"{address}/stand").text


def test_the_results_tell_what_was_read_and_what_failed(client: FlaskClient, office: Office) -> None:
    """Title, date, kind and promises; why and what to do next."""
    promise = "Ik zeg toe dat ik de Kamer voor de zomer informeer."
    address = handed_in(
        client, office, een_txt=a_text("wonen").replace("Hoogachtend", promise), kapot_pdf="%PDF-1.4 kapot"
    )
    page = client.get(address, headers=ENGLISH).text
    assert "Ready: 1 letter can be searched now, 1 file failed." in page
    assert "no date in the letter · Letter to parliament · 1 promise" in page
    assert "The file is damaged or cut off. Fetch it again, or open it in a PDF reader and save it anew." in page
    assert ">a PDF that is cut off or damaged<" in page
    letter = next(result.letter for result in office.job(address.rpartition("/")[2]).results if result.letter)
    assert f'href="/brief/{letter}"' in page


def test_a_file_of_an_archive_is_told_with_its_archive(client: FlaskClient, office: Office) -> None:
    """By name alone nobody knows which of twenty archives to open; and its own line says what to do."""
    packed = zipped({"../uit.txt": "x", "blad.pdf": b"\x89PNG\r\n", "goed.txt": a_text("wonen")})
    data = {"name": "Ada", "bestanden": (io.BytesIO(packed), "post.zip")}
    address = client.post("/brieven/toevoegen", data=data).location
    office.do()
    page = " ".join(re.sub("<[^>]*>", " ", client.get(address).text).split())
    assert "../uit.txt in post.zip Dit archief, of een bestand erin, wordt niet uitgepakt" in page
    assert (
        "blad.pdf in post.zip Dit soort bestand kan niet worden gelezen. Maak er een PDF met een tekstlaag van." in page
    )
    assert "goed.txt in post.zip" in page


def test_a_scan_is_told_with_the_command_that_recognises_it(client: FlaskClient, office: Office) -> None:
    """With the file's own name, fit for a shell."""
    scan = drawn_pdf([[], []])
    data = {"name": "Ada", "bestanden": (io.BytesIO(scan), "een scan.pdf")}
    address = client.post("/brieven/toevoegen", data=data).location
    office.do()
    page = client.get(address, headers=ENGLISH).text
    assert "ocrmypdf --language nld --skip-text &#39;een scan.pdf&#39; &#39;een scan-tekst.pdf&#39;" in page


@pytest.mark.parametrize(
    ("files", "status", "problem"),
    [
        ({}, 400, "Choose at least one file."),
        ({f"f{number}_txt": "x" for number in range(11)}, 413, "This is more than can be handed in at one time."),
        ({"groot_txt": "x" * 3_000}, 413, "This is more than can be handed in at one time."),
    ],
    ids=["no file", "too many", "too large"],
)
def test_what_is_refused_is_refused_with_the_limits(
    client: FlaskClient, office: Office, files: dict[str, str], status: int, problem: str
) -> None:
    """On the page with the form, and to a program as JSON."""
    answer = client.post("/brieven/toevoegen", data=form(**files), headers=ENGLISH)
    assert answer.status_code == status
    assert problem in answer.text
    assert "at most 10 files" in answer.text
    told = client.post("/brieven/toevoegen", data=form(**files), headers=JSON)
    assert told.status_code == status
    assert told.get_json()["problem"].startswith(problem)
    assert office.jobs.recent() == []


def test_a_body_beyond_all_bounds_is_refused_unread(client: FlaskClient, office: Office) -> None:
    """Four megabytes are for the headings of the form itself."""
    claimed = {"CONTENT_LENGTH": "5000000"}
    answer = client.post("/brieven/toevoegen", data=form(een_txt="x"), headers=ENGLISH, environ_overrides=claimed)
    assert (answer.status_code, office.jobs.recent()) == (413, [])


def test_a_program_is_told_the_address_of_the_job(client: FlaskClient, office: Office) -> None:
    """So that it can show how the sending goes."""
    answer = client.post("/brieven/toevoegen", data=form(een_txt="x"), headers=JSON)
    assert (answer.status_code, answer.json) == (201, {"address": f"/brieven/toevoegen/{office.jobs.recent()[0].id}"})


@pytest.mark.parametrize("name", ["20260101000000-00000000", "onzin", "..%2f..%2fetc"])
def test_a_job_that_there_is_not_is_not_found(client: FlaskClient, name: str) -> None:
    """Whatever stands in the address."""
    for address in (f"/brieven/toevoegen/{name}", f"/brieven/toevoegen/{name}/stand"):
        assert client.get(address).status_code == 404
    assert client.post(f"/brieven/toevoegen/{name}/opnieuw").status_code == 404


def test_a_job_that_failed_can_be_tried_again(client: FlaskClient, office: Office) -> None:
    """By whoever may hand in."""
    address = client.post("/brieven/toevoegen", data=form(een_txt=a_text("wonen"))).location
    job_id = address.rpartition("/")[2]
    office.desk.book.finish(job_id, JobState.FAILED, message="no space is left", may_retry=True)
    assert "no space is left" in client.get(address).text
    assert client.post(f"{address}/opnieuw").location == address
    assert office.job(job_id).state is JobState.WAITING


# ----------------------------------------------------------------------------------------------------- removing


@pytest.fixture
def letter(client: FlaskClient, office: Office) -> str:
    """A letter that was handed in."""
    address = handed_in(client, office, een_txt=a_text("wonen"))
    return office.job(address.rpartition("/")[2]).results[0].letter


def test_removing_is_asked_once_more(client: FlaskClient, letter: str) -> None:
    """The page of the letter leads to the question, and that says what will be gone."""
    assert f'href="/brief/{letter}/verwijderen"' in client.get(f"/brief/{letter}").text
    page = client.get(f"/brief/{letter}/verwijderen", headers=ENGLISH).text
    assert "every earlier generation that holds it" in page


def test_a_removed_letter_says_so_at_every_address_it_had(client: FlaskClient, office: Office, letter: str) -> None:
    """At once, with 410 and not 404: who removed it, when and why."""
    answer = client.post(f"/brief/{letter}/verwijderen", data={"name": "Bea", "reden": "op verzoek"})
    (job, *_) = office.jobs.recent()
    assert (answer.location, job.kind, job.letters) == (f"/brieven/toevoegen/{job.id}", JobKind.REMOVAL, (letter,))
    for done in (False, True):
        if done:
            office.do()
        for address in (f"/brief/{letter}", f"/brief/{letter}/1/0-5", f"/brief/{letter}/origineel"):
            gone = client.get(address, headers=ENGLISH)
            assert gone.status_code == 410
            assert "by Bea. Reason given: op verzoek" in gone.text
    assert "wonen" not in client.get(f"/brief/{letter}").text
    assert client.get(f"/brief/{'f' * 64}").status_code == 404


def test_a_removal_says_from_the_first_moment_that_it_counts(
    client: FlaskClient, office: Office, letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it waits, and also where the files could not go."""
    address = client.post(f"/brief/{letter}/verwijderen", data={"name": "Bea"}).location
    assert "It can no longer be found; its files are being cleared away." in client.get(address, headers=ENGLISH).text

    def full(*_: object) -> None:
        raise DiskFull("no space is left to write /x/1: a new generation needs about 9 MB and 1 MB is free; make room")

    with monkeypatch.context() as patched:
        patched.setattr(office.library, "build", full)
        office.do()
    page = client.get(address, headers=ENGLISH).text
    assert "It can no longer be found, but its files could not be cleared away yet." in page
    assert "There is no room left on the disk of the server." in page
