"""Jobs: what is handed in is safe first, then read and built in; what comes of it is told."""

import errno
import io
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.intake import Status, ingest
from index.errors import DiskFull
from tests.jobs_examples import Office, a_text, incoming, open_office, zipped
from web.history import Through
from web.jobs import Incoming, JobKind, JobState, NoRoom, RefusedUpload, TooLargeUpload, UploadLimits
from web.jobs.book import new_job


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """An empty data folder with its jobs."""
    office = open_office(tmp_path)
    with closing(office.desk.pool):
        yield office


# -------------------------------------------------------------------------------------------------- handing in


def test_what_is_accepted_is_on_the_disk_before_anything_is_done_with_it(office: Office, tmp_path: Path) -> None:
    """The files under their places, and who handed them in."""
    job_id = office.jobs.submit(incoming({"map/brief.txt": "een", "brief.txt": "twee"}), "Ada")
    folder = tmp_path / "inbox" / job_id
    assert [(folder / name).read_text() for name in ("0", "1")] == ["een", "twee"]
    listing = json.loads((folder / "job.json").read_text())
    assert (listing["by"], [file["name"] for file in listing["files"]]) == ("Ada", ["map/brief.txt", "brief.txt"])
    job = office.job(job_id)
    assert (job.kind, job.state, job.by) == (JobKind.UPLOAD, JobState.WAITING, "Ada")
    assert [(upload.name, upload.size) for upload in job.uploads] == [("map/brief.txt", 3), ("brief.txt", 4)]


def test_names_are_made_fit_to_show(office: Office) -> None:
    """No steps up, no other separators, nothing that cannot be seen."""
    names = ["..\\..\\brief.txt", "/etc/./brief.txt", "bel\x07.txt", "../.."]
    job = office.job(office.jobs.submit([Incoming(name, io.BytesIO(b"x")) for name in names], ""))
    assert [upload.name for upload in job.uploads] == ["brief.txt", "etc/brief.txt", "bel\ufffd.txt", "zonder naam"]


@pytest.mark.parametrize(
    ("files", "refusal"),
    [
        ({}, RefusedUpload),
        ({f"{number}.txt": "x" for number in range(4)}, TooLargeUpload),
        ({"een.txt": "x" * 60, "twee.txt": "x" * 50}, TooLargeUpload),
    ],
    ids=["no file", "too many files", "too many bytes"],
)
def test_what_goes_beyond_the_limits_is_refused_whole(
    tmp_path: Path, files: dict[str, str], refusal: type[Exception]
) -> None:
    """And nothing of it stays behind."""
    office = open_office(tmp_path, UploadLimits(files=3, total=100))
    with pytest.raises(refusal):
        office.jobs.submit(incoming(files), "Ada")
    assert list((tmp_path / "inbox").glob("*")) == []
    assert office.jobs.recent() == []


class FullDisk(io.BytesIO):
    """A file that cannot be copied, since the disk is full."""

    def read(self, _size: int | None = -1) -> bytes:
        """Fail."""
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_refuses_what_is_handed_in(office: Office, tmp_path: Path) -> None:
    """It names the file and what is free; nothing was taken and nothing stays behind."""
    with pytest.raises(NoRoom, match=r"no space is left to write \S+: [\d,]+ MB is free .*none of them was taken"):
        office.jobs.submit([*incoming({"een.txt": "x"}), Incoming("twee.txt", FullDisk())], "Ada")
    assert list((tmp_path / "inbox").glob("[!.]*")) == []


def test_what_a_server_left_half_received_is_cleared(office: Office, tmp_path: Path) -> None:
    """It was never accepted; what another server is receiving stays."""
    for process in (2**22 + 1, 1):
        (tmp_path / "inbox" / f".receiving-{process}-0000").mkdir(parents=True)
    office.desk.inbox.sweep()
    assert [entry.name for entry in (tmp_path / "inbox").iterdir()] == [".receiving-1-0000"]


# --------------------------------------------------------------------------------------------------- doing them


def test_an_upload_becomes_letters_that_are_searched(office: Office, tmp_path: Path) -> None:
    """Each file with its result: read, held already, or failed and why; nothing of it is left in the inbox."""
    promise = "Ik zeg toe dat ik de Kamer voor de zomer over de fietsbruggen informeer."
    files: dict[str, str | bytes] = {
        "een.txt": a_text("wonen").replace("Hoogachtend", f"{promise}\n\nHoogachtend"),
        "map.zip": zipped({"map/twee.txt": a_text("zorg"), "map/een kopie.txt": a_text("zorg")}),
        "kapot.pdf": b"%PDF-1.7\nkapot",
    }
    job = office.hand_in(files)
    assert (job.state, job.generation, job.added, job.unchanged, job.failed) == (JobState.DONE, 1, 2, 1, 1)
    assert [(result.upload, result.name, result.status) for result in job.results] == [
        (0, "een.txt", Status.ADDED),
        (1, "map/een kopie.txt", Status.ADDED),
        (1, "map/twee.txt", Status.UNCHANGED),
        (2, "kapot.pdf", Status.FAILED),
    ]
    assert [result.promises for result in job.results] == [1, 0, 0, None]
    assert job.results[3].reason == "damaged"
    assert set(office.library.current().letters) == {office.letter(job), office.letter(job, 1)}
    assert list((tmp_path / "inbox").glob("[!.]*")) == []


def test_the_same_file_again_says_which_letter_it_is(office: Office) -> None:
    """Nothing is built for it."""
    first = office.hand_in({"een.txt": a_text("wonen")})
    again = office.hand_in({"twee.txt": a_text("wonen")}, by="Bea")
    (result,) = again.results
    assert (again.state, again.generation, result.status) == (JobState.DONE, 1, Status.UNCHANGED)
    assert (result.letter, result.title) == (office.letter(first), first.results[0].title)
    assert [change.by for change in office.desk.history.recent()] == ["Ada"]


def test_one_build_serves_all_that_waits_and_embeds_nothing_twice(office: Office) -> None:
    """Two uploads, one generation; a third embeds its own passages only."""
    for number in range(2):
        office.jobs.submit(incoming({"brief.txt": a_text(f"onderwerp {number}")}), f"Ada {number}")
    office.do()
    assert [job.generation for job in office.jobs.recent()] == [1, 1]
    (change,) = office.desk.history.recent()
    assert (change.by, change.through, len(change.added)) == ("Ada 0, Ada 1", Through.UPLOAD, 2)
    before = office.encoder.encoded
    office.hand_in({"drie.txt": a_text("iets anders")})
    chunks = office.library.current().info.manifest.chunk_count
    assert (before, office.encoder.encoded) == (2 * chunks // 3, chunks)


def test_work_that_was_broken_off_is_taken_up(office: Office, tmp_path: Path) -> None:
    """What was read but not built in counts as read by whoever takes it up."""
    job_id = office.jobs.submit(incoming({"een.txt": a_text("wonen"), "twee.txt": a_text("zorg")}), "Ada")
    office.desk.book.begin(job_id, JobState.READING)
    read_before = tmp_path / "een.txt"
    read_before.write_text(a_text("wonen"))
    assert [result.status for result in ingest(office.store, [read_before])] == [Status.ADDED]

    office.work.take_stock()
    office.do()
    job = office.job(job_id)
    assert (job.state, job.added, job.unchanged, job.generation) == (JobState.DONE, 2, 0, 1)


def test_files_without_a_job_become_one(office: Office, tmp_path: Path) -> None:
    """A server was ended between keeping the files and writing the job down."""
    kept = new_job(JobKind.UPLOAD, "Ada")
    office.desk.inbox.receive(kept, incoming({"een.txt": a_text("wonen")}))
    assert office.jobs.recent() == []
    office.work.take_stock()
    office.do()
    job = office.job(kept.id)
    assert (job.state, job.by, job.added, job.created) == (JobState.DONE, "Ada", 1, kept.created)


def test_files_of_a_job_that_is_done_are_cleared(office: Office, tmp_path: Path) -> None:
    """A process was ended between saying so and clearing them."""
    job_id = office.jobs.submit(incoming({"een.txt": a_text("wonen")}), "Ada")
    office.desk.book.finish(job_id, JobState.DONE)
    office.work.take_stock()
    assert list((tmp_path / "inbox").glob("[!.]*")) == []


def test_a_build_that_fails_keeps_what_was_handed_in(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says why, and can be tried again as it is."""
    office.hand_in({"nul.txt": a_text("water")})

    def full(*_: object) -> None:
        raise DiskFull("no space is left to write chunks.sqlite")

    with monkeypatch.context() as patched:
        patched.setattr(office.library, "build", full)
        job = office.hand_in({"een.txt": a_text("wonen")})
    assert (job.state, job.may_retry, job.message) == (
        JobState.FAILED,
        True,
        "no space is left to write chunks.sqlite",
    )
    assert (tmp_path / "inbox" / job.id).is_dir()
    assert office.library.current().info.number == 1

    assert office.jobs.retry(job.id)
    office.do()
    assert (office.job(job.id).state, office.job(job.id).added) == (JobState.DONE, 1)
    assert not office.jobs.retry(job.id)


def test_what_ends_every_process_is_given_up_and_said(office: Office) -> None:
    """After five times; by hand it can be tried once more."""
    job_id = office.jobs.submit(incoming({"een.txt": a_text("wonen")}), "Ada")
    for _ in range(5):
        office.desk.book.begin(job_id, JobState.READING)
    office.do()
    job = office.job(job_id)
    assert (job.state, job.may_retry) == (JobState.FAILED, True)
    assert job.message == "the process that does this was ended 5 times while it was at it"
    assert office.jobs.retry(job_id)
    office.do()
    assert office.job(job_id).state is JobState.DONE


def test_a_watched_folder_tells_only_what_is_new(office: Office, tmp_path: Path) -> None:
    """And leaves no job behind where nothing was."""
    folder = tmp_path / "post"
    folder.mkdir()
    (folder / "een.txt").write_text(a_text("wonen"))
    first = office.jobs.watch(folder)
    office.do()
    (folder / "twee.txt").write_text(a_text("zorg"))
    second = office.jobs.watch(folder)
    office.do()
    third = office.jobs.watch(folder)
    office.do()
    assert [result.name for result in office.job(first).results] == ["een.txt"]
    assert [result.name for result in office.job(second).results] == ["twee.txt"]
    assert office.jobs.get(third) is None


def test_checking_names_what_is_damaged(office: Office, tmp_path: Path) -> None:
    """A line for each file."""
    office.hand_in({"een.txt": a_text("wonen")})
    whole = office.jobs.verify("Ada")
    office.do()
    file = tmp_path / "generations" / "1" / "vectors.faiss"
    file.write_bytes(file.read_bytes()[:-1] + b"!")
    damaged = office.jobs.verify("Ada")
    office.do()
    assert (office.job(whole).state, office.job(whole).message) == (JobState.DONE, "")
    assert office.job(damaged).state is JobState.FAILED
    assert office.job(damaged).message == f"{file} has changed since it was written"


def test_only_the_newest_jobs_are_kept(office: Office) -> None:
    """Two hundred of those that are over."""
    for _ in range(205):
        office.desk.book.add(new_job(JobKind.BUILD, ""))
    for job in office.desk.book.unfinished():
        office.desk.book.finish(job.id, JobState.DONE)
    last = office.jobs.build("Ada")
    assert len(office.jobs.recent(1000)) == 200
    assert office.jobs.get(last) is not None
