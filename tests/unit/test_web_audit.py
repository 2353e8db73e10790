"""The audit log."""

import json
import stat
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qa.database import Database
from web.history import History, Through
from web.safety.audit_log import AuditLog


def rows(data: Path) -> list[dict[str, Any]]:
    """The lines of the file that is written now."""
    return [json.loads(line) for line in (data / "audit" / "audit.jsonl").read_text("ascii").splitlines()]


def test_each_action_is_a_line(tmp_path: Path) -> None:
    """When, what, who and the details, in the order written."""
    log = AuditLog(tmp_path)
    log.write("question", "Zoë", question="wat is\u2028er\ntoegezegd?", passages=5)
    log.write("build", "", generation=2)
    first, second = rows(tmp_path)
    assert first.pop("time").endswith("+00:00")
    assert first == {"action": "question", "by": "Zoë", "question": "wat is\u2028er\ntoegezegd?", "passages": 5}
    assert (second["action"], second["by"], second["generation"]) == ("build", "", 2)


def test_questions_can_be_left_out(tmp_path: Path) -> None:
    """Then it says that one was asked, and not which."""
    AuditLog(tmp_path, questions=False).write("question", "Zoë", question="vertrouwelijk", passages=5)
    assert rows(tmp_path)[0].keys() == {"time", "action", "by", "passages"}


def test_full_files_are_numbered_and_the_oldest_go(tmp_path: Path) -> None:
    """The newest is number 1, no file passes the limit, and no more are kept than were asked for."""
    log = AuditLog(tmp_path, largest=200, kept=2)
    for number in range(12):
        log.write("draft", "a", number=number)
    files = sorted(path.name for path in (tmp_path / "audit").glob("*.jsonl"))
    assert files == ["audit.1.jsonl", "audit.2.jsonl", "audit.jsonl"]
    assert all((tmp_path / "audit" / name).stat().st_size <= 200 for name in files)
    numbers = [
        json.loads(line)["number"]
        for name in ("audit.2.jsonl", "audit.1.jsonl", "audit.jsonl")
        for line in (tmp_path / "audit" / name).read_text().splitlines()
    ]
    assert numbers == list(range(12 - len(numbers), 12))


def test_a_generation_in_force_is_written_down(tmp_path: Path) -> None:
    """Whatever put it there: a job, a command, or somebody who went back."""

    @dataclass(frozen=True)
    class Report:
        generation: int | None = 3
        up_to_date: bool = False
        added: tuple[str, ...] = ("a", "b")
        changed: tuple[str, ...] = ()
        removed: tuple[str, ...] = ("c",)

    history = History(Database(tmp_path))
    history.built(Report(), "Zoë", Through.UPLOAD, "job")
    history.built(Report(up_to_date=True), "Zoë", Through.BUILD)
    history.went_back(2, "Jan")
    told = [{name: value for name, value in row.items() if name != "time"} for row in rows(tmp_path)]
    activation = {"action": "activation", "by": "Zoë", "generation": 3, "through": "upload"}
    assert told == [
        {**activation, "added": 2, "changed": 0, "removed": 1},
        {"action": "activation", "by": "Jan", "generation": 2, "through": "rollback"},
    ]


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    """It names people and what they asked."""
    AuditLog(tmp_path).write("login", "a")
    assert stat.S_IMODE((tmp_path / "audit" / "audit.jsonl").stat().st_mode) == 0o600


def test_a_detail_has_an_end(tmp_path: Path) -> None:
    """A very long text is cut."""
    AuditLog(tmp_path).write("draft", "a", title="x" * 100_000)
    assert len(rows(tmp_path)[0]["title"]) == 4_000


def test_threads_do_not_mix_their_lines(tmp_path: Path) -> None:
    """Every line of eight threads is whole."""
    log = AuditLog(tmp_path)

    def work(name: str) -> None:
        for number in range(50):
            log.write("question", name, number=number)

    threads = [threading.Thread(target=work, args=(str(name),)) for name in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rows(tmp_path)) == 400
