"""Correcting the register and taking in the official one from the command line, over letters that were built."""

import getpass
import json
import shutil
from pathlib import Path

import pytest

from tests.data_folders import build_folder, run
from web.cli import main

WHO = ("--by", "J. de Vries", "--reason", "zo staat het er niet")
LETTERS = {
    "plan.txt": "Geachte voorzitter,\n\nIk zal uw Kamer voor 1 mei 2024 over de veren informeren.\n",
    "motie.txt": (
        "Geachte voorzitter,\n\n"
        "Daarmee geef ik uitvoering aan de motie-Pieterse over veren (Kamerstuk 31 409, nr. 377).\n"
    ),
}
ROW = {
    "Nummer": "TZ202503-014",
    "Functie": "Minister van Defensie",
    "Status": "Openstaand",
    "DatumNakoming": "0001-01-01T00:00:00Z",
    "Tekst": "De minister stuurt een brief over fietsbruggen.",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a promise and a motie, built."""
    folder = tmp_path_factory.mktemp("built")
    letters = folder / "brieven"
    letters.mkdir()
    for name, text in LETTERS.items():
        (letters / name).write_text(text, encoding="utf-8")
    return build_folder(folder / "data", letters)


@pytest.fixture
def data(built: Path, tmp_path: Path) -> Path:
    """A copy of it, for each test its own."""
    return Path(shutil.copytree(built, tmp_path / "data"))


def corrections(capsys: pytest.CaptureFixture[str], data: Path) -> list[dict[str, object]]:
    """All corrections, newest first."""
    status, lines, _ = run(capsys, data, "correct", "--list", "--json")
    assert status == 0
    return [json.loads(line) for line in lines]


def test_a_correction_is_kept_with_name_and_reason_and_can_be_taken_back(
    capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    """It survives a build, stays on record when withdrawn, and cannot be withdrawn twice."""
    status, lines, _ = run(capsys, data, "correct", "31 409, nr. 377", "--status", "uitgevoerd", *WHO)
    assert (status, lines) == (0, ["correction 1: status kst-31409-377 (Over veren)"])
    assert run(capsys, data, "build")[0] == 0
    kept = corrections(capsys, data)
    assert [(each["id"], each["kind"], each["entry"], each["status"], each["by"], each["reason"]) for each in kept] == [
        (1, "status", "kst-31409-377", "uitgevoerd", "J. de Vries", "zo staat het er niet")
    ]
    assert kept[0]["withdrawn"] is None
    assert run(capsys, data, "correct", "--withdraw", "1", "--by", "K. Bakker")[0] == 0
    assert corrections(capsys, data)[0]["withdrawn"] is not None
    status, _, complaint = run(capsys, data, "correct", "--withdraw", "1", "--by", "K. Bakker")
    assert (status, "There is no correction 1 in force" in complaint) == (1, True)


def test_an_entry_can_be_marked_wrong_and_merged(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    """The list of corrections tells what was said of what, a line each, newest first."""
    _, lines, _ = run(capsys, data, "commitments", "--json")
    promise = next(row["entry"] for row in map(json.loads, lines) if row["kind"] == "toezegging")
    assert run(capsys, data, "correct", promise, "--merge", "kst-31409-377", *WHO)[0] == 0
    assert run(capsys, data, "correct", "--withdraw", "1", "--by", "x")[0] == 0
    assert run(capsys, data, "correct", promise, "--wrong", *WHO)[0] == 0
    _, lines, _ = run(capsys, data, "correct", "--list")
    assert lines[0].startswith(f"   2 wrong {promise} | ")
    assert "J. de Vries: zo staat het er niet" in lines[0]
    assert lines[1].startswith("   1 merge ")
    assert "withdrawn" in lines[1]


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (("kst-31409-377", "--wrong"), 2, "needs --by NAME and --reason TEXT"),
        (("kst-31409-377", "--wrong", "--by", "x"), 2, "needs --by NAME and --reason TEXT"),
        (("--wrong", *WHO), 2, "name the ENTRY"),
        (("kst-31409-377", "--status", "klaar", *WHO), 2, "No status 'klaar'"),
        (("--withdraw", "1"), 2, "needs --by NAME"),
        (("kst-1-1", "--wrong", *WHO), 1, "There is no entry kst-1-1"),
        (("kst-31409-377", "--merge", "kst-1-1", *WHO), 1, "There is no entry kst-1-1"),
        (("kst-31409-377", "--status", "voldaan", *WHO), 1, "A motie cannot be 'voldaan'"),
    ],
)
def test_what_is_missing_or_makes_no_sense_is_refused(
    capsys: pytest.CaptureFixture[str], data: Path, arguments: tuple[str, ...], status: int, complaint: str
) -> None:
    """Exit status 2 for wrong use, 1 for what is not there; nothing is kept."""
    found, lines, told = run(capsys, data, "correct", *arguments)
    assert (found, lines) == (status, [])
    assert complaint in told
    assert corrections(capsys, data) == []


def test_without_saying_what_it_is_wrong_use(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    """One of the ways to correct must be named."""
    with pytest.raises(SystemExit) as stopped:
        main(["--data", str(data), "correct", "kst-31409-377", *WHO])
    assert stopped.value.code == 2


def test_files_of_the_official_register_are_taken_in(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    """All files together; rows that cannot be read are named on standard error and make the exit status 1."""
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    first.write_text(json.dumps({"value": [ROW, ROW | {"Nummer": None}]}), encoding="utf-8")
    second.write_text(json.dumps(ROW | {"Nummer": "TZ202503-015"}), encoding="utf-8")
    status, lines, complaint = run(capsys, data, "register", str(first), str(second))
    assert status == 1
    assert lines == ["2 added, 0 changed, 0 unchanged, 0 dropped; the register holds 2"]
    assert f"{first}, row 2 (De minister stuurt een brief over fietsbruggen.): no number" in complaint
    status, lines, _ = run(capsys, data, "register", str(second), "--replace", "--by", "J. de Vries")
    assert (status, lines) == (0, ["0 added, 0 changed, 1 unchanged, 1 dropped; the register holds 1"])
    told = [json.loads(line) for line in (data / "audit" / "audit.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["by"] for line in told if line["action"] == "official register"] == [
        getpass.getuser(),
        "J. de Vries",
    ]


def test_a_file_that_cannot_be_read_leaves_the_whole_register_in_place(
    capsys: pytest.CaptureFixture[str], data: Path, tmp_path: Path
) -> None:
    """With --replace nothing is dropped before all files were read; without it the others are taken in."""
    good, bad = tmp_path / "1.json", tmp_path / "2.pdf"
    good.write_text(json.dumps(ROW), encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7")
    status, lines, complaint = run(capsys, data, "register", "--replace", str(good), str(bad), str(tmp_path / "geen"))
    assert (status, lines) == (1, [])
    for words in (f"{bad}: ", "This file holds no promises", "geen", "nothing was taken in"):
        assert words in complaint
    status, lines, _ = run(capsys, data, "register", str(good), str(bad))
    assert (status, len(lines)) == (1, 1)
