"""Watching a folder for letters."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.errors import Busy
from web.commands.watching import look, watch

PAUSE = 0.02


@contextmanager
def watching(folder: Path, take_in: Callable[[], None]) -> Iterator[None]:
    """Watch in a thread while the body runs."""
    stop = threading.Event()
    thread = threading.Thread(target=watch, args=(folder, take_in, stop, PAUSE))
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds, at most five seconds."""
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(PAUSE)


def test_new_and_changed_files_are_taken_in_once(tmp_path: Path) -> None:
    """Nothing happens for an empty folder or for files that were taken in."""
    calls: list[list[str]] = []
    with watching(tmp_path, lambda: calls.append(sorted(path.name for path in tmp_path.iterdir()))):
        time.sleep(5 * PAUSE)
        assert calls == []
        (tmp_path / "een.txt").write_text("brief")
        wait_for(lambda: len(calls) == 1)
        time.sleep(5 * PAUSE)
        assert calls == [["een.txt"]]
        (tmp_path / "twee.txt").write_text("brief")
        wait_for(lambda: len(calls) == 2)
    assert calls == [["een.txt"], ["een.txt", "twee.txt"]]


def test_what_fails_is_said_and_tried_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another writer may hold the lock for a while."""
    (tmp_path / "een.txt").write_text("brief")
    calls: list[int] = []

    def take_in() -> None:
        calls.append(len(calls))
        if len(calls) == 1:
            raise Busy("`vraagbaak build` is writing")

    with watching(tmp_path, take_in):
        wait_for(lambda: len(calls) == 2)
    assert "is writing; trying again" in capsys.readouterr().err


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """Those that other programs keep while they copy."""
    (tmp_path / ".half").write_text("x")
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "brief.txt").write_text("brief")
    os.utime(tmp_path / "map" / "brief.txt", ns=(1, 1))
    assert look(tmp_path) == {str(tmp_path / "map" / "brief.txt"): (1, 5)}
