"""Removing for good: nothing of the letter is left in anything that is kept."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.errors import UnknownLetter
from corpus.intake import Status
from corpus.store import Store
from index.backup import backup, restore
from index.errors import DiskFull
from index.types import Field, Term
from qa.metadata.fields import MetadataField
from tests.index_examples import words
from tests.jobs_examples import Office, a_text, incoming, open_office, zipped
from web.history import Through
from web.jobs import JobKind, JobState

SECRET = "geheimwoord"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """A data folder in which the third generation and the second hold the letter that is to go."""
    office = open_office(tmp_path / "data")
    with closing(office.desk.pool):
        office.hand_in({"een.txt": a_text("wonen")})
        office.hand_in({f"{SECRET}.txt": a_text(f"het {SECRET}")})
        office.hand_in({"drie.txt": a_text("zorg")})
        yield office


def secret_letter(office: Office) -> str:
    """The id of the letter that is to go."""
    return next(letter for letter, record in office.library.current().letters.items() if SECRET in record.file)


def files_with(folder: Path, *needles: str) -> list[str]:
    """The names of the files that hold one of these words or bear one in their name, whatever their format."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        content = path.read_bytes() if path.is_file() else b""
        if any(needle in name or needle.encode() in content for needle in needles):
            found.append(name)
    return found


def checkpoint(data: Path) -> None:
    """Have what was written to the database stand in its file."""
    with closing(sqlite3.connect(data / "app.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_nothing_of_a_removed_letter_is_left(office: Office, tmp_path: Path) -> None:
    """Neither in generations, readings and originals nor in the jobs, and not in a backup that is made then."""
    letter, data = secret_letter(office), office.data
    assert office.library.current().search_lexical(Field.BODY, [Term(SECRET)], 5)
    checkpoint(data)
    assert len(files_with(data, SECRET)) > 4

    job_id = office.jobs.remove([letter], "Bea", "op verzoek")
    office.do()

    assert office.job(job_id).state is JobState.DONE
    generation = office.library.current()
    assert generation.search_lexical(Field.BODY, [Term(SECRET)], 5) == []
    assert letter not in generation.letters
    assert files_with(data, SECRET) == []
    # Its id is told by the job, and by the mark.
    assert set(files_with(data, letter)) <= {"app.db", "app.db-wal", f"removed/{letter}.json"}
    backup(data, tmp_path / "kopie.tar")
    assert SECRET.encode() not in (tmp_path / "kopie.tar").read_bytes()


def test_generations_that_held_it_are_cleared_away_and_no_others(office: Office) -> None:
    """What was before it came can still be gone back to."""
    office.jobs.remove([secret_letter(office)], "Bea")
    office.do()
    assert [info.number for info in office.library.generations()] == [1, 4]
    (change, *_) = office.desk.history.recent()
    assert (change.generation, change.by, change.through, len(change.removed)) == (4, "Bea", Through.REMOVAL, 1)


def test_it_is_not_held_nor_found_from_the_moment_that_it_is_marked(office: Office) -> None:
    """Before the job is done, though the generation in force holds it."""
    letter = secret_letter(office)
    terms = [Term(word) for word in words(SECRET)]
    assert len(office.library.current().search_lexical(Field.BODY, terms, 5)) == 1
    office.jobs.remove([letter], "Bea", "op verzoek")
    removal = office.store.removed(letter)
    assert removal is not None
    assert (removal.by, removal.why, letter in office.store.letters()) == ("Bea", "op verzoek", False)
    generation = office.library.current()
    assert (generation.info.number, generation.search_lexical(Field.BODY, terms, 5)) == (3, [])


def test_a_backup_between_the_mark_and_the_clearing_holds_nothing_of_it(office: Office, tmp_path: Path) -> None:
    """Rather no generation than one that holds it: that is built again from the letters."""
    letter = secret_letter(office)
    office.store.mark_removed(letter, "Bea")
    report = backup(office.data, tmp_path / "kopie.tar")
    assert (report.generation, len(report.problems)) == (None, 1)
    restore(tmp_path / "kopie.tar", tmp_path / "terug")
    assert len(Store(tmp_path / "terug").letters()) == 2
    assert [name for name in files_with(tmp_path / "terug", SECRET) if name != "app.db"] == []


def test_a_removal_that_is_broken_off_is_finished_by_the_next_build(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the disk was full: it says so, and can be tried again."""
    letter = secret_letter(office)

    def full(*_: object) -> None:
        raise DiskFull("no space is left")

    with monkeypatch.context() as patched:
        patched.setattr(office.library, "build", full)
        job_id = office.jobs.remove([letter], "Bea")
        office.do()
    assert (office.job(job_id).state, office.job(job_id).may_retry) == (JobState.FAILED, True)
    assert [info.number for info in office.library.generations()] == [1, 3]

    office.jobs.build("Ada")
    office.do()
    assert (office.store.leaving(), [info.number for info in office.library.generations()]) == ([], [1, 4])


def test_what_was_handed_in_before_it_was_removed_does_not_bring_it_back(office: Office) -> None:
    """Neither a file by itself nor one in an archive; what is handed in afterwards does."""
    letter = secret_letter(office)
    text = office.store.original(letter)
    waiting = office.jobs.submit(
        incoming({"los.txt": text, "map.zip": zipped({"in.txt": text, "anders.txt": a_text("water")})}), "Ada"
    )
    office.jobs.remove([letter], "Bea")
    office.do()
    results = office.job(waiting).results
    assert [(result.name, result.reason) for result in results] == [
        ("los.txt", "removed"),
        ("anders.txt", ""),
        ("in.txt", "removed"),
    ]
    assert letter not in office.library.current().letters

    again = office.hand_in({"opnieuw.txt": text}, by="Cor")
    assert (again.results[0].status, again.results[0].letter) == (Status.ADDED, letter)
    assert office.store.removed(letter) is None


def test_a_watched_folder_does_not_bring_it_back(office: Office, tmp_path: Path) -> None:
    """The file may lie there for ever."""
    folder = tmp_path / "post"
    folder.mkdir()
    letter = secret_letter(office)
    (folder / "brief.txt").write_bytes(office.store.original(letter))
    office.jobs.remove([letter], "Bea")
    office.do()
    office.jobs.watch(folder)
    office.do()
    assert letter not in office.library.current().letters
    assert office.store.removed(letter) is not None


def test_files_of_failed_jobs_that_hold_it_are_cleared_from_the_inbox(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They were kept to be tried again; the others stay."""
    letter = secret_letter(office)
    text = office.store.original(letter)

    def full(*_: object) -> None:
        raise DiskFull("no space is left")

    with monkeypatch.context() as patched:
        patched.setattr(office.library, "build", full)
        failed = office.hand_in({"kopie.txt": text, "nieuw.txt": a_text("water"), "in.zip": zipped({"a.txt": text})})
    assert failed.may_retry
    office.jobs.remove([letter], "Bea")
    office.do()
    folder = office.data / "inbox" / failed.id
    assert sorted(entry.name for entry in folder.iterdir()) == ["1", "job.json"]


def test_a_letter_that_is_not_held_cannot_be_removed(office: Office) -> None:
    """Nothing is asked for then."""
    with pytest.raises(UnknownLetter):
        office.jobs.remove(["f" * 64], "Bea")


def test_nothing_is_told_of_it_from_the_moment_that_it_is_marked(office: Office) -> None:
    """The jobs do not name it any more, and what people corrected of it is gone."""
    letter = secret_letter(office)
    office.desk.letters.corrections.correct(letter, MetadataField.TITLE, SECRET, by="Ada", reason="zo heet hij")
    office.jobs.remove([letter], "Bea")
    results = [result for job in office.jobs.recent() for result in office.job(job.id).results]
    assert [result.name for result in results if result.letter == letter] == [""]
    assert not any(SECRET in f"{result.name} {result.title}" for result in results)
    assert office.desk.letters.corrections.history(letter) == ()


def test_a_removal_that_nobody_asked_a_job_for_is_taken_up(office: Office) -> None:
    """The server was ended between the mark and the job."""
    letter = secret_letter(office)
    office.store.mark_removed(letter, "Bea")
    for _ in range(2):
        office.work.take_stock()
    (job,) = office.desk.book.unfinished()
    assert (job.kind, job.letters, job.by) == (JobKind.REMOVAL, (letter,), "Bea")
    office.do()
    office.work.take_stock()
    assert (office.desk.book.unfinished(), office.store.leaving()) == ([], [])
    assert files_with(office.data, SECRET) == []


def test_going_back_does_not_bring_it_back(office: Office, tmp_path: Path) -> None:
    """Neither while the removal waits nor, with a generation that somebody put there by hand, afterwards."""
    letter, kept = secret_letter(office), tmp_path / "oud"
    shutil.copytree(office.data / "generations" / "2", kept)
    office.jobs.remove([letter], "Bea")
    office.library.rollback(2)
    assert letter not in office.library.current().letters
    office.do()
    kept.rename(office.data / "generations" / "2")
    office.library.rollback(2)
    generation = office.library.current()
    assert (generation.info.number, letter in generation.letters) == (2, False)
    assert generation.search_lexical(Field.BODY, [Term(word) for word in words(SECRET)], 5) == []
