"""What was read of a letter, told and corrected on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from tests.data_folders import build_folder, run

TEXT = """Geachte voorzitter,

Hierbij zeg ik uw Kamer toe dat het plan voor de fietsbruggen voor de zomer komt.

Hoogachtend,
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one letter of which little is known, built."""
    return make_data(tmp_path)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, for tests that change nothing."""
    return make_data(tmp_path_factory.mktemp("untouched"))


def make_data(beside: Path) -> Path:
    """A data folder with the letter."""
    file = beside / "brief.txt"
    file.write_text(TEXT, encoding="utf-8")
    return build_folder(beside / "data", file)


def as_json(capsys: pytest.CaptureFixture[str], data: Path, *arguments: str) -> Any:
    """What a command with --json says."""
    return json.loads("".join(run(capsys, data, *arguments, "--json")[1]))


def test_a_correction_counts_at_once_and_can_be_taken_back(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    """Date, citation, filter and JSON follow; `letter` tells who, why and what was read; then all is as before."""
    (letter,) = Store(data).letters()
    said = ("--by", "Els de Wit", "--reason", "staat in de mail")
    status, lines, _ = run(
        capsys, data, "correct-letter", letter[:8], "--field", "date", "--value", "24 maart 2023", *said
    )
    assert status == 0
    assert lines[0] == f"correction 1: date of {letter} is 2023-03-24"
    assert "1 changed" in lines[-1]
    assert "0 embedded" in lines[-1]

    question = ("ask", "fietsbruggen", "--from", "2023-03-01", "--to", "2023-03-31")
    (passage,) = as_json(capsys, data, *question)["passages"]
    assert passage["date"] == "2023-03-24"
    assert passage["citation"].endswith("», 24 maart 2023")
    (told,) = passage["corrected"]
    assert {name: told[name] for name in ("field", "was", "now", "by", "reason")} == {
        "field": "date",
        "was": "",
        "now": "2023-03-24",
        "by": "Els de Wit",
        "reason": "staat in de mail",
    }
    assert "gecorrigeerd, date: 2023-03-24 (was: niet bekend; Els de Wit" in "".join(
        run(capsys, data, "ask", "fietsbruggen")[1]
    )
    registered = as_json(capsys, data, "ask", "Welke toezeggingen zijn er over fietsbruggen?")
    assert "», 24 maart 2023)" in registered["answer"]
    shown = as_json(capsys, data, "letter", letter)
    assert (shown["date"], shown["needs"]) == ("2023-03-24", ["number", "sender"])
    assert [(each["value"], each["was"]) for each in shown["corrections"]] == [("2023-03-24", "")]

    assert run(capsys, data, "correct-letter", "--withdraw", "1", "--by", "Els de Wit")[0] == 0
    assert as_json(capsys, data, *question)["passages"] == []
    shown = as_json(capsys, data, "letter", letter)
    assert shown["date"] is None
    assert [each["withdrawn_by"] for each in shown["corrections"]] == ["Els de Wit"]


def test_status_counts_what_needs_attention(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    """What somebody said is not in the letter no longer counts."""
    assert "letters that need attention: 1" in run(capsys, data, "status")[1]
    (letter,) = Store(data).letters()
    for field in ("date", "number", "senders"):
        said = ("--by", "Els", "--reason", "staat er niet")
        assert run(capsys, data, "correct-letter", letter, "--field", field, "--value", "", *said)[0] == 0
    assert "letters that need attention: 0" in run(capsys, data, "status")[1]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--field", "datum", "--value", "x", "--by", "a", "--reason", "b"), 2, "no field 'datum'; there are: kind, "),
        (("--field", "date", "--value", "ooit", "--by", "a", "--reason", "b"), 1, "“ooit” is no date"),
        (("--field", "date", "--value", "2023-03-24", "--by", "a"), 2, "--reason TEXT"),
        (("--field", "date", "--by", "a", "--reason", "b"), 2, "--value"),
        (("--withdraw", "9", "--by", "a"), 1, "There is no correction 9 in force"),
        (("--withdraw", "9"), 2, "--by NAME"),
    ],
)
def test_what_cannot_be_taken_is_said(
    capsys: pytest.CaptureFixture[str], untouched: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """With the next step, and nothing is kept."""
    (letter,) = Store(untouched).letters()
    found, _, complaint = run(capsys, untouched, "correct-letter", letter, *arguments)
    assert (found, said in complaint) == (status, True), complaint
    assert as_json(capsys, untouched, "letter", letter)["corrections"] == []


@pytest.mark.parametrize("typed", ["0" * 64, "", "zz"])
def test_a_letter_that_is_not_held_is_said(capsys: pytest.CaptureFixture[str], untouched: Path, typed: str) -> None:
    """With what gives ids."""
    status, _, complaint = run(capsys, untouched, "letter", typed)
    assert status == 1
    assert "ingest --json" in complaint
