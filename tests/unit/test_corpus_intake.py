"""Taking files in: only new ones are read, by workers that are replaced when a file brings them down."""

import dataclasses
import json
import os
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Generator
from pathlib import Path

import pytest

from corpus.errors import Refusal
from corpus.intake import IntakeResult, Limits, Status, WorkersFail, ingest
from corpus.store import Store

READER = "tests.reading_fakes:read_as_told"
SMALL = Limits(wall_seconds=1.5, cpu_seconds=1, memory=300_000_000)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "data")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """An empty folder to take files from."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def _take_in(store: Store, *paths: Path, limits: Limits = SMALL, workers: int = 2) -> list[IntakeResult]:
    return list(ingest(store, list(paths), workers=workers, limits=limits, reader=READER))


def _statuses(results: list[IntakeResult]) -> dict[str, str]:
    return {result.name: result.status.value for result in results}


def test_new_files_are_read_and_kept_in_order(store: Store, inbox: Path) -> None:
    """Every file becomes a letter in the store; the results come in the order of the files."""
    for number in range(40):
        (inbox / f"brief-{number:02d}.txt").write_text(f"brief nummer {number}")
    results = _take_in(store, inbox)
    assert [result.name for result in results] == [f"brief-{number:02d}.txt" for number in range(40)]
    assert {result.status for result in results} == {Status.ADDED}
    assert store.load(results[7].letter_id).text == "brief nummer 7"
    assert results[7].letter_summary is not None
    assert results[7].letter_summary.title == "brief nummer 7"


def test_a_result_can_be_written_as_json(store: Store, inbox: Path) -> None:
    """Every field is a value of JSON, for the command line to print."""
    (inbox / "a.txt").write_text("brief")
    (inbox / "b.txt").write_text("refuse")
    added, failed = (json.loads(json.dumps(dataclasses.asdict(result))) for result in _take_in(store, inbox))
    assert (added["status"], added["letter_summary"]["date"]) == ("added", "")
    assert (failed["status"], failed["reason"], failed["letter_summary"]) == ("failed", "encrypted", None)


def test_bytes_that_are_held_are_not_read_again(store: Store, inbox: Path) -> None:
    """A second intake of the same files changes nothing and starts no process."""
    (inbox / "a.txt").write_text("eerste")
    _take_in(store, inbox)
    # A reader that does not exist: a worker that were started would fail.
    results = list(ingest(store, [inbox], workers=2, reader="tests.no_such_module:read"))
    assert _statuses(results) == {"a.txt": "unchanged"}
    assert results[0].message == ""


def test_the_same_bytes_under_another_name_are_one_letter(store: Store, inbox: Path) -> None:
    """The second name is said to be the same letter, within one intake and in a later one."""
    (inbox / "a.txt").write_text("zelfde")
    (inbox / "b.txt").write_text("zelfde")
    first = _take_in(store, inbox)
    assert _statuses(first) == {"a.txt": "added", "b.txt": "unchanged"}
    assert "a.txt" in first[1].message
    (inbox / "c.txt").write_text("zelfde")
    later = _take_in(store, inbox / "c.txt")
    assert later[0].status is Status.UNCHANGED
    assert "a.txt" in later[0].message
    assert store.letters() == [first[0].letter_id]
    assert set(store.known_names(first[0].letter_id)) == {"a.txt", "b.txt", "c.txt"}


def test_one_bad_file_stops_nothing(store: Store, inbox: Path) -> None:
    """A file that hangs, grows, crashes or stumbles is reported with its reason; the others are added."""
    contents = {
        "0.txt": "goed nul",
        "1.txt": "sleep",
        "2.txt": "eat",
        "3.txt": "die",
        "4.txt": "exit",
        "5.txt": "stumble sleutel",
        "6.txt": "refuse",
        "7.txt": "spin",
        "8.txt": "lie",
        "9.txt": "goed negen",
    }
    for name, text in contents.items():
        (inbox / name).write_text(text)
    results = {result.name: result for result in _take_in(store, inbox)}
    assert {name: result.reason for name, result in results.items()} == {
        "0.txt": None,
        "1.txt": Refusal.TOO_SLOW,
        "2.txt": Refusal.TOO_MUCH_MEMORY,
        "3.txt": Refusal.DAMAGED,
        "4.txt": Refusal.DAMAGED,
        "5.txt": Refusal.DAMAGED,
        "6.txt": Refusal.ENCRYPTED,
        "7.txt": Refusal.TOO_SLOW,
        "8.txt": Refusal.DAMAGED,
        "9.txt": None,
    }
    assert "SIGSEGV" in results["3.txt"].message
    assert "KeyError" in results["5.txt"].message
    assert results["6.txt"].message == "protected with a password"
    assert len(store.letters()) == 2


def test_a_twin_of_a_failed_file_fails_with_the_same_reason(store: Store, inbox: Path) -> None:
    """The same bytes are tried once."""
    (inbox / "a.txt").write_text("refuse")
    (inbox / "b.txt").write_text("refuse")
    assert [result.reason for result in _take_in(store, inbox)] == [Refusal.ENCRYPTED, Refusal.ENCRYPTED]


def test_what_cannot_be_found_is_said(store: Store, tmp_path: Path) -> None:
    """A path that does not exist is one failed result."""
    results = _take_in(store, tmp_path / "nergens.pdf")
    assert _statuses(results) == {"nergens.pdf": "failed"}
    assert results[0].reason is Refusal.NOT_FOUND


def test_members_of_archives_are_taken_in_by_their_path(store: Store, inbox: Path) -> None:
    """A zip stands for the files in it."""
    with zipfile.ZipFile(inbox / "post.zip", "w") as archive:
        archive.writestr("map/een.txt", "een")
        archive.writestr("twee.txt", "twee")
    results = _take_in(store, inbox)
    assert _statuses(results) == {"map/een.txt": "added", "twee.txt": "added"}
    assert store.load(results[0].letter_id).file == "map/een.txt"


def test_progress_counts_all_files(store: Store, inbox: Path) -> None:
    """Progress is told after each file, out of all there are."""
    for number in range(3):
        (inbox / f"{number}.txt").write_text(f"tekst {number}")
    told: list[tuple[int, int]] = []
    list(ingest(store, [inbox], workers=1, reader=READER, progress=lambda done, total: told.append((done, total))))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_leaving_off_half_way_leaves_no_process(store: Store, inbox: Path) -> None:
    """When nobody asks for further results, the workers are ended."""
    (inbox / "0.txt").write_text("pid")
    (inbox / "1.txt").write_text("sleep")
    results = ingest(store, [inbox], workers=1, reader=READER)
    worker = int(store.load(next(results).letter_id).text)
    assert isinstance(results, Generator)
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_workers_that_cannot_start_are_an_error_of_their_own(store: Store, inbox: Path) -> None:
    """A broken installation is not blamed on the letters."""
    (inbox / "a.txt").write_text("tekst")
    with pytest.raises(WorkersFail, match="no_such_module"):
        list(ingest(store, [inbox], workers=1, reader="tests.no_such_module:read"))


def test_the_intake_runs_beside_other_threads(store: Store, inbox: Path) -> None:
    """A server with busy threads can take letters in: processes are started anew, not copied."""
    stop = threading.Event()
    threads = [threading.Thread(target=stop.wait) for _ in range(4)]
    for thread in threads:
        thread.start()
    (inbox / "a.txt").write_text("naast draden")
    results: list[IntakeResult] = []
    runner = threading.Thread(target=lambda: results.extend(_take_in(store, inbox)))
    runner.start()
    runner.join(30)
    stop.set()
    assert _statuses(results) == {"a.txt": "added"}


def test_looking_for_files_imports_no_library_of_a_format() -> None:
    """An intake with nothing new must be quick: importing it loads neither lxml nor pypdf, docx or nltk."""
    program = (
        "import sys, corpus.intake; print([n for n in ('lxml', 'pypdf', 'docx', 'nltk', 'numpy') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_second_intake_of_many_files_takes_a_moment(
    store: Store, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A thousand held files are looked through in well under a second."""
    monkeypatch.setattr(os, "fsync", lambda _file: None)
    with zipfile.ZipFile(inbox / "veel.zip", "w") as archive:
        for number in range(1000):
            archive.writestr(f"{number:04d}.txt", f"brief {number}")
    assert {result.status for result in _take_in(store, inbox)} == {Status.ADDED}
    start = time.monotonic()
    assert {result.status for result in _take_in(store, inbox)} == {Status.UNCHANGED}
    assert time.monotonic() - start < 1.0
