"""Names of files and of members of archives that point elsewhere: on the command line, on the page and in the API."""

import io
import stat
import urllib.parse
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.intake import Status
from scripts.fuzz_api import make_target
from tests.data_folders import SAMPLES, build_folder
from tests.jobs_examples import Office, a_text, open_office
from web.cli import main
from web.jobs import Incoming
from web.problems import API

SAMPLE = SAMPLES / "motie-blauwalg.xml"
STEMS = (
    "brief", "../weg", "../../../../../../../../tmp/weg", "/etc/weg", "//server/weg", "C:\\weg", "..\\..\\weg",
    "./brief", "a/../../weg", "a/./../..//weg", "%2e%2e%2fweg", "..%2fweg", "..%c0%afweg", "....//weg", "..;/weg",
    "~/weg", "$HOME/weg", "CON", "PRN", "AUX", "NUL", "COM1", "LPT9", "con.tar", "-rf", "--help", "|weg", ">weg",
    "`id`", "$(id)", "&& id", "a\0b", "a\nb", "a\rb", "a\tb", "\x1b[31mrood", "a\u202etxt.exe", "a\u200bb",
    "\ufeffbrief", "é", "e\u0301", "漢字", "x" * 255, "x" * 5000, "a/" * 200 + "diep", " ", ".", "..", "...", "brief ",
    "brief.", ".verborgen", "__MACOSX/._brief", "<script>", '"><img>', "'; DROP TABLE letter; --", "{{ 7*7 }}", "%s%n",
    "\\\\?\\C:\\weg", "file:///etc/passwd", "http://evil.example/weg", "con", "a:b", "a*b?", "\u2215etc\u2215weg",
    "\uff0e\uff0e/weg",
)  # fmt: skip
ENDINGS = (".txt", ".TXT ", ".txt/")


def hostile_names() -> list[str]:
    """Two hundred of them."""
    names = [stem + ending for ending in ENDINGS for stem in STEMS]
    names += [urllib.parse.quote(stem, safe="") + ".txt" for stem in STEMS]
    return list(dict.fromkeys(names))[:200]


def outside(folder: Path, inside: Path) -> set[str]:
    """Everything below a folder that is not below another one in it."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if inside not in (path, *path.parents)}


def archive_of_names() -> bytes:
    """An archive with a member of each name, and links that point out of it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for number, name in enumerate(hostile_names()):
            member = zipfile.ZipInfo("x")
            member.filename = name
            archive.writestr(member, a_text(f"brug {number}"))
        for number, aim in enumerate(("/etc/passwd", "../../../../etc/passwd", "/dev/zero", ".")):
            link = zipfile.ZipInfo(f"link{number}.txt")
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, aim)
    return target.getvalue()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A data folder deep enough that a step up is seen."""
    office = open_office(tmp_path / "a" / "b" / "c" / "data")
    with closing(office.desk.pool):
        yield office


def test_there_are_two_hundred() -> None:
    """All different."""
    assert len(set(hostile_names())) == 200


@pytest.mark.slow
def test_members_of_an_archive_stay_in_the_data_folder(office: Office, tmp_path: Path) -> None:
    """Each is added or refused with a reason; nothing is written elsewhere, and no link is followed."""
    job = office.hand_in({"brieven.zip": archive_of_names()})
    # Names that end in a stroke are folders.
    assert len(job.results) >= 100
    assert all(result.status is not Status.FAILED or result.message for result in job.results)
    held = [office.store.load(result.letter) for result in job.results if result.letter]
    assert not [letter for letter in held if "root:" in letter.text]
    assert outside(tmp_path, office.data) == {"a", "a/b", "a/b/c"}
    assert not Path("/tmp/weg.txt").exists()


@pytest.mark.slow
def test_names_of_files_that_are_handed_in_stay_in_the_data_folder(office: Office, tmp_path: Path) -> None:
    """They are made fit to show, and are no paths of ours."""
    files = [Incoming(name, io.BytesIO(a_text(f"brug {n}").encode())) for n, name in enumerate(hostile_names())]
    job_id = office.jobs.submit(files, "Ada")
    office.do()
    job = office.job(job_id)
    assert len(job.results) == 200
    assert all(result.status is not Status.FAILED or result.message for result in job.results)
    for upload in job.uploads:
        assert ".." not in upload.name.split("/")
        assert not upload.name.startswith("/")
        assert upload.name.isprintable()
    assert outside(tmp_path, office.data) == {"a", "a/b", "a/b/c"}


@pytest.mark.slow
def test_names_sent_to_the_api_stay_in_the_data_folder(tmp_path: Path) -> None:
    """As a form sends them."""
    data = build_folder(tmp_path / "a" / "b" / "data", SAMPLE)
    client = make_target(data).app.test_client()
    for name in hostile_names():
        file = (io.BytesIO(b"Geachte voorzitter, ja."), name)
        response = client.post(f"{API}/ingest", data={"files": file}, content_type="multipart/form-data")
        assert response.status_code in {202, 400}, name
    assert outside(tmp_path, data) == {"a", "a/b"}


def test_links_on_the_disk_are_not_followed_out_of_what_was_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither to a file nor to a folder elsewhere."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "geheim.txt").write_text(a_text("een geheim"))
    named = tmp_path / "named"
    named.mkdir()
    (named / "brief.txt").write_text(a_text("een brug"))
    (named / "link.txt").symlink_to(elsewhere / "geheim.txt")
    (named / "map").symlink_to(elsewhere)
    (named / "kring").symlink_to(named)
    main(["--data", str(tmp_path / "data"), "ingest", str(named)])
    assert "geheim" not in capsys.readouterr().out
