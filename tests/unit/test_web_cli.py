"""The command line over the sample letters, from files to answers, as other programs call it."""

import json
import re
from pathlib import Path

import pytest

from tests.data_folders import SAMPLES, run
from web.cli import main

PASSAGE_KEYS = {
    "rank", "letter", "file", "title", "date", "kind", "page", "page_end", "start", "end", "text", "quote",
    "quote_page", "citation", "score",
}  # fmt: skip
COMMITMENT_KEYS = (
    "entry", "letter", "file", "page", "kind", "quote", "by", "by_person", "to", "occasion", "reference",
    "reference_text", "what", "due", "due_date", "status",
)  # fmt: skip


def test_commitments_gives_one_json_object_for_each_mention(
    capsys: pytest.CaptureFixture[str], sample_data: Path
) -> None:
    """All members, null where the letter does not say it; mentions of one promise share their entry."""
    status, lines, _ = run(capsys, sample_data, "commitments", "--json", "--person", "Aartsen")
    rows = [json.loads(line) for line in lines]
    assert status == 0
    assert {tuple(row) for row in rows} == {COMMITMENT_KEYS}
    startbanen = [row for row in rows if row["kind"] == "toezegging"]
    assert {row["file"] for row in startbanen} == {
        "brief-plan-van-aanpak-statushouders.pdf",
        "overzicht-moties-en-toezeggingen.pdf",
    }
    assert len({row["entry"] for row in startbanen}) == 1
    assert {(row["by"], row["status"], row["due_date"]) for row in startbanen} == {("afzender", "voldaan", None)}
    assert all({"name": "Aartsen", "party": "VVD"} in row["to"] for row in startbanen)


def test_commitments_can_be_filtered(capsys: pytest.CaptureFixture[str], sample_data: Path) -> None:
    """By state and by due date, the earliest first; what has no day is not due before one."""
    _, lines, _ = run(capsys, sample_data, "commitments", "--json", "--status", "nieuw", "--due-before", "2024-07-01")
    rows = [json.loads(line) for line in lines]
    assert {row["status"] for row in rows} == {"nieuw"}
    days = [row["due_date"] for row in rows]
    assert days == sorted(days)
    assert "2024-06-30" in days
    assert max(days) < "2024-07-01"


def test_commitments_without_json_is_a_line_each(capsys: pytest.CaptureFixture[str], sample_data: Path) -> None:
    """State, time, what, to whom, and in which letter."""
    _, lines, _ = run(capsys, sample_data, "commitments", "--status", "voorgesteld")
    assert any("motie: " in line and "Proefstra" in line and line.endswith("motie-blauwalg.xml") for line in lines)


@pytest.mark.parametrize("filters", [("--status", "klaar"), ("--due-before", "zomer")])
def test_a_filter_without_meaning_is_wrong_use(
    capsys: pytest.CaptureFixture[str], sample_data: Path, filters: tuple[str, str]
) -> None:
    """Exit status 2, and what there is to choose."""
    status, lines, complaint = run(capsys, sample_data, "commitments", *filters)
    assert (status, lines) == (2, [])
    assert filters[1] in complaint


def test_ask_gives_one_json_object_with_the_promised_members(
    capsys: pytest.CaptureFixture[str], sample_data: Path
) -> None:
    """Question, language, verdict, answer, and the passages best first."""
    status, lines, _ = run(
        capsys, sample_data, "ask", "Wat is er toegezegd aan Aartsen over startbanen?", "--json", "--top", "3"
    )
    assert (status, len(lines)) == (0, 1)
    answer = json.loads(lines[0])
    assert (answer["language"], answer["verdict"]) == ("nl", "answered")
    assert [passage["rank"] for passage in answer["passages"]] == [1, 2, 3]
    first = answer["passages"][0]
    assert first.keys() >= PASSAGE_KEYS
    assert "startba" in first["quote"]
    assert first["citation"] in answer["answer"]
    assert len(first["text"]) == first["end"] - first["start"] <= 2000


def test_an_english_question_finds_the_dutch_sentence(capsys: pytest.CaptureFixture[str], sample_data: Path) -> None:
    """With the official citation and the page."""
    _, lines, _ = run(
        capsys, sample_data, "ask", "How much does a guarded place in the bicycle parking cost?", "--json"
    )
    answer = json.loads(lines[0])
    assert answer["language"] == "en"
    first = answer["passages"][0]
    assert (first["file"], first["page"], first["date"]) == ("brief-fietsenstallingen.pdf", 1, "2023-10-18")
    assert "140 euro" in first["quote"]


def test_filters_narrow_what_is_found(capsys: pytest.CaptureFixture[str], sample_data: Path) -> None:
    """Kind, dates (both ends included), person and dossier."""
    for arguments, expected in (
        (["--kind", "motie"], {"motie-blauwalg.xml", "motie-brede-plaatsen.xml", "motie-dorpshuizen.xml"}),
        (["--from", "2024-06-25", "--to", "2024-06-25"], {"motie-blauwalg.xml"}),
        (["--dossier", "36 600 VII"], {"motie-dorpshuizen.xml"}),
        (["--person", "exempel"], {"motie-dorpshuizen.xml", "antwoorden-bibliotheek.docx"}),
    ):
        _, lines, _ = run(capsys, sample_data, "ask", "wat verzoekt de motie", "--json", "--top", "10", *arguments)
        assert {passage["file"] for passage in json.loads(lines[0])["passages"]} == expected, arguments


def test_a_batch_answers_line_by_line_and_names_the_bad_one(
    capsys: pytest.CaptureFixture[str], sample_data: Path, tmp_path: Path
) -> None:
    """The good lines are answered, the exit status says that one was not."""
    questions = tmp_path / "questions.jsonl"
    questions.write_text('{"id": "a", "question": "laadpalen"}\n{"id": "b"}\n{"id": "c", "question": "blauwalg"}\n')
    status, lines, errors = run(capsys, sample_data, "batch", str(questions), "--top", "1")
    assert status == 1
    assert [json.loads(line)["id"] for line in lines] == ["a", "c"]
    assert "line 2" in errors


def test_a_second_ingest_and_build_change_nothing(capsys: pytest.CaptureFixture[str], sample_data: Path) -> None:
    """Every file is unchanged, and no generation is made."""
    status, lines, _ = run(capsys, sample_data, "ingest", str(SAMPLES), "--json")
    assert status == 0
    assert {json.loads(line)["status"] for line in lines} == {"unchanged"}
    status, lines, _ = run(capsys, sample_data, "build")
    assert (status, "up to date" in lines[0]) == (0, True)
    _, lines, _ = run(capsys, sample_data, "generations")
    assert [line[:6] for line in lines] == ["*    1"]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_goes_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Exit status 1, the reason on standard error."""
    (tmp_path / "leeg.pdf").write_bytes(b"")
    (tmp_path / "brief.txt").write_text("Geachte voorzitter,\n\nDe laadpalen komen in 2026.\n")
    status, lines, errors = run(
        capsys, tmp_path / "data", "ingest", str(tmp_path / "leeg.pdf"), str(tmp_path / "brief.txt")
    )
    assert status == 1
    assert [re.sub(r":.*", "", line) for line in lines] == ["leeg.pdf", "brief.txt"]
    assert "leeg.pdf" in errors


def test_evaluate_prints_figures_of_labelled_questions(
    capsys: pytest.CaptureFixture[str], sample_data: Path, tmp_path: Path
) -> None:
    """One JSON object with groups and outcomes."""
    gold = tmp_path / "gold.jsonl"
    rows = [
        {"id": "1", "lang": "nl", "question": "Wat vraagt de motie over dorpshuizen?", "doc": "motie-dorpshuizen"},
        {"id": "2", "lang": "nl", "question": "Hoeveel tanks heeft Luxemburg?", "answers": []},
    ]
    gold.write_text("\n".join(json.dumps(row) for row in rows))
    status, lines, _ = run(capsys, sample_data, "evaluate", str(gold), "--json")
    assert status == 0
    evaluation = json.loads(lines[0])
    assert evaluation["groups"][0]["hit_1"]["mean"] == 1.0
    assert [outcome["answerable"] for outcome in evaluation["outcomes"]] == [True, False]


def test_removal_and_rollback(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A removed letter leaves the search with the next build; the generation before it can be put back."""
    folder = tmp_path / "data"
    for name in ("motie-blauwalg.xml", "motie-dorpshuizen.xml"):
        run(capsys, folder, "ingest", str(SAMPLES / name))
        run(capsys, folder, "build")
    _, lines, _ = run(capsys, folder, "ask", "dorpshuizen", "--json")
    identifier = json.loads(lines[0])["passages"][0]["letter"]
    assert run(capsys, folder, "remove", identifier)[0] == 0
    run(capsys, folder, "build")
    _, lines, _ = run(capsys, folder, "ask", "dorpshuizen", "--json")
    assert {passage["file"] for passage in json.loads(lines[0])["passages"]} == {"motie-blauwalg.xml"}
    status, lines, _ = run(capsys, folder, "rollback", "1")
    assert (status, lines[0].startswith("generation 1 ")) == (0, True)
    assert run(capsys, folder, "verify")[0] == 0


def test_nothing_built_is_said_with_the_next_step(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Exit status 1, and what to run."""
    status, _, errors = run(capsys, tmp_path / "none", "ask", "iets")
    assert status == 1
    assert "vraagbaak build" in errors


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "x", "--kind", "gedicht"],
        ["ask", "x", "--from", "gisteren"],
        ["ask", "x", "--top", "0"],
    ],
)
def test_arguments_without_a_meaning_are_exit_status_2(
    capsys: pytest.CaptureFixture[str], sample_data: Path, arguments: list[str]
) -> None:
    """And the one that has none is named."""
    status, lines, complaint = run(capsys, sample_data, *arguments)
    assert (status, lines) == (2, [])
    assert arguments[-1] in complaint


@pytest.mark.parametrize("arguments", [["ask"], ["fly"]])
def test_wrong_use_is_exit_status_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """With the usage."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: vraagbaak" in capsys.readouterr().err


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Each command says what it does."""
    commands = "ingest build ask batch evaluate remove generations rollback verify backup restore status serve".split()
    for command in commands:
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert ended.value.code == 0
        assert re.search(r"usage: vraagbaak " + command, capsys.readouterr().out)
