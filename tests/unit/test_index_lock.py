"""One writer at a time."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.errors import Busy
from index.lock import LOCK_FILE, writing

HOLD = """
import sys, time
from pathlib import Path
from index.lock import writing
with writing(Path(sys.argv[1]), "ingest"):
    print("held", flush=True)
    time.sleep(60)
"""
HOLD_AND_FORK = """
import os, sys, time
from pathlib import Path
from index.lock import writing
with writing(Path(sys.argv[1]), "build"):
    child = os.fork()
    if child == 0:
        time.sleep(60)
    print(child, flush=True)
    time.sleep(60)
"""


def start(program: str, folder: Path) -> tuple[subprocess.Popen[str], str]:
    """Run a program in a process of its own; returns it with the first line that it prints."""
    process = subprocess.Popen([sys.executable, "-c", program, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def end(process: subprocess.Popen[str]) -> None:
    """Kill a program outright, and see it gone."""
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def test_a_second_writer_is_told_who_is_writing(tmp_path: Path) -> None:
    """While one process writes another is refused at once, with command, process, host and time."""
    process, _ = start(HOLD, tmp_path)
    try:
        with pytest.raises(Busy) as refused, writing(tmp_path, "build"):
            pass
        holder = rf"`vraagbaak ingest` \(process {process.pid} on .+\) is writing since 20\d\d-.*"
        assert re.match(holder, str(refused.value))
    finally:
        end(process)


def test_the_lock_of_a_killed_process_does_not_block(tmp_path: Path) -> None:
    """A writer that was killed holds nothing, whatever its note says."""
    process, _ = start(HOLD, tmp_path)
    end(process)

    assert json.loads((tmp_path / LOCK_FILE).read_text())["process"] == process.pid
    with writing(tmp_path, "build"):
        assert json.loads((tmp_path / LOCK_FILE).read_text())["command"] == "build"


def test_a_child_of_a_killed_process_does_not_hold_the_lock(tmp_path: Path) -> None:
    """A worker process that outlives the writer that made it does not keep others out."""
    process, child = start(HOLD_AND_FORK, tmp_path)
    end(process)
    try:
        with writing(tmp_path, "build"):
            pass
    finally:
        os.kill(int(child), signal.SIGKILL)


def test_threads_of_one_process_exclude_each_other(tmp_path: Path) -> None:
    """A thread that wants to write while another does is as busy as another process."""
    refused: list[str] = []

    def write() -> None:
        try:
            with writing(tmp_path, "build"):
                pass
        except Busy as busy:
            refused.append(str(busy))

    with writing(tmp_path, "ingest"):
        thread = threading.Thread(target=write)
        thread.start()
        thread.join()

    assert [f"process {os.getpid()}" in message for message in refused] == [True]


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    """Writing that fails lets go, and its note is cleared."""
    with pytest.raises(RuntimeError), writing(tmp_path, "build"):
        raise RuntimeError

    assert (tmp_path / LOCK_FILE).read_bytes() == b""
    with writing(tmp_path, "build"):
        pass


def test_a_note_that_cannot_be_read_still_says_busy(tmp_path: Path) -> None:
    """The note is for people only: the lock holds without it."""
    with writing(tmp_path, "build"):
        (tmp_path / LOCK_FILE).write_text("[]")
        with pytest.raises(Busy, match="another process is writing"), writing(tmp_path, "ingest"):
            pass


def test_the_data_folder_is_made(tmp_path: Path) -> None:
    """The first writer makes the data folder."""
    with writing(tmp_path / "new" / "data", "ingest"):
        assert (tmp_path / "new" / "data").is_dir()
