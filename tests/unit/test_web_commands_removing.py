"""Removing letters and telling what changed, on the command line."""

from pathlib import Path

import pytest

from corpus.store import Store
from index.encode import load_encoder
from index.library import Library
from index.lock import writing
from tests.data_folders import build_folder
from tests.jobs_examples import a_text
from web.cli import main


@pytest.fixture
def data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A data folder with two letters in one generation."""
    for name in ("wonen", "zorg"):
        (tmp_path / f"{name}.txt").write_text(a_text(name))
    data = build_folder(tmp_path / "data", tmp_path / "wonen.txt", tmp_path / "zorg.txt")
    capsys.readouterr()
    return data


def test_a_removed_letter_is_gone_from_the_search_at_once(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No build is needed; what held it cannot be gone back to, and what is said of it is that it was removed."""
    letter = Store(data).letters()[0]
    assert main(["--data", str(data), "remove", letter, "--why", "dubbel"]) == 0
    assert capsys.readouterr().out == f"{letter}: removed\n"
    library = Library(data, load_encoder())
    assert [info.number for info in library.generations()] == [2]
    assert list(library.current().letters) == Store(data).letters() != [letter]
    removal = Store(data).removed(letter)
    assert removal is not None
    assert removal.why == "dubbel"


def test_a_letter_that_is_not_held_is_named_and_the_others_go(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 1 says that something failed."""
    letter, unknown = Store(data).letters()[0], "f" * 64
    assert main(["--data", str(data), "remove", unknown, letter]) == 1
    said = capsys.readouterr()
    assert said.out == f"{letter}: removed\n"
    assert f"no letter {unknown} is held" in said.err


def test_ingesting_it_again_brings_it_back(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever names the file wants it."""
    letter = Store(data).letters()[0]
    main(["--data", str(data), "remove", letter])
    capsys.readouterr()
    assert main(["--data", str(data), "ingest", str(tmp_path / "wonen.txt"), str(tmp_path / "zorg.txt")]) == 0
    assert sorted(line.split(": ")[1] for line in capsys.readouterr().out.splitlines()) == ["added", "unchanged"]
    assert Store(data).removed(letter) is None


def test_the_list_of_generations_says_what_changed(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Oldest first; who did it, and through what."""
    (tmp_path / "nieuw.txt").write_text(a_text("iets nieuws"))
    main(["--data", str(data), "ingest", str(tmp_path / "nieuw.txt")])
    main(["--data", str(data), "build"])
    main(["--data", str(data), "rollback"])
    capsys.readouterr()
    assert main(["--data", str(data), "generations"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("*    1  ")
    assert "2 letters" in first
    assert "2 added  (command by " in first
    assert second.startswith("     2  ")
    assert "1 added" in second


def test_what_is_removed_while_another_writes_is_found_no_more(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its files cannot go yet, which is said with what to do; no question, list or register shows it meanwhile."""
    letter = next(letter for letter in Store(data).letters() if Store(data).load(letter).file == "wonen.txt")
    asked = ["--data", str(data), "ask", "wonen", "--top", "20", "--json"]
    main(asked)
    assert letter in capsys.readouterr().out
    with writing(data, "ingest"):
        assert main(["--data", str(data), "remove", letter]) == 1
        said = capsys.readouterr()
        assert said.out == f"{letter}: removed\n"
        assert "not cleared off the disk yet: `vraagbaak ingest` (process" in said.err
        for command in (asked, ["--data", str(data), "commitments", "--json"], ["--data", str(data), "status"]):
            assert main(command) == 0
            assert letter not in capsys.readouterr().out
        assert main(["--data", str(data), "letter", letter[:12]]) == 1
        capsys.readouterr()
    assert Store(data).leaving() == [letter]
    assert main(["--data", str(data), "build"]) == 0
    assert Store(data).leaving() == []
