"""The audit log: who did what and when, a JSON object a line, in files that follow each other.

It holds no secret (no password, token or cookie), and no text of a letter. Questions may be left out of it.
"""

import datetime
import fcntl
import json
import os
import threading
from pathlib import Path

FOLDER = "audit"
_CURRENT = "audit.jsonl"
_LOCK = "lock"
_LARGEST = 10_000_000  # bytes of one file, before the next is begun
_KEPT = 20  # files, the current one not counted
_QUESTION = "question"
_LONGEST = 4_000  # characters of one detail


class AuditLog:
    """Appends to `audit/audit.jsonl` in the data folder; full files are numbered, `audit.1.jsonl` the newest.

    Several processes may write to one folder; a lock keeps their lines whole while files are numbered.
    """

    def __init__(self, data: Path, *, questions: bool = True, largest: int = _LARGEST, kept: int = _KEPT) -> None:
        self._folder = data / FOLDER
        self._questions = questions
        self._largest = largest
        self._kept = kept
        self._lock = threading.Lock()

    def write(self, action: str, by: str, **details: str | int) -> None:
        """One line: the time in UTC, the action, who ("" where nobody had to say), and the details.

        Where questions are left out, only that one was asked is written.
        """
        shown = {name: value[:_LONGEST] if isinstance(value, str) else value for name, value in details.items()}
        if not self._questions:
            shown.pop(_QUESTION, None)
        moment = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": moment, "action": action, "by": by, **shown}, ensure_ascii=True)
        with self._lock:
            self._append(line.encode("ascii") + b"\n")

    def _append(self, line: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / _LOCK).open("w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self._append_alone(line)

    def _append_alone(self, line: bytes) -> None:
        path = self._folder / _CURRENT
        if path.exists() and path.stat().st_size + len(line) > self._largest:
            self._rotate()
        # Names of people and their questions: for the owner of the data folder only.
        target = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(target, line)
        finally:
            os.close(target)

    def _rotate(self) -> None:
        for number in range(self._kept, 0, -1):
            source = self._numbered(number - 1)
            if source.exists():
                source.replace(self._numbered(number))

    def _numbered(self, number: int) -> Path:
        return self._folder / (f"audit.{number}.jsonl" if number else _CURRENT)
