"""Watching a folder: what is put there is read and built in, while the server goes on answering."""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.errors import CorpusError
from corpus.intake import WorkersFail
from index.errors import IndexProblem
from web.commands.console import complain

_PAUSE = 2.0  # seconds between two looks


def watch(folder: Path, take_in: Callable[[], None], stop: threading.Event, pause: float = _PAUSE) -> None:
    """Call `take_in` whenever the folder's files have changed and then stayed as they are for one pause.

    What goes wrong is said, and tried again at the next look; returns when `stop` is set.
    """
    taken: Mapping[str, tuple[int, int]] = {}
    seen = look(folder)
    while not stop.wait(pause):
        present = look(folder)
        # A file that still grows is being copied.
        if present != taken and present == seen:
            try:
                take_in()
                taken = present
            except (CorpusError, IndexProblem, WorkersFail, OSError) as trouble:
                complain(f"vraagbaak serve --watch {folder}: {trouble}; trying again")
        seen = present


def look(folder: Path) -> dict[str, tuple[int, int]]:
    """The files under a folder with their time of change, in nanoseconds, and size; hidden ones are passed over."""
    found = {}
    for path in folder.rglob("*"):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            try:
                told = path.stat()
            except OSError:
                continue  # gone between listing and looking
            if path.is_file():
                found[str(path)] = (told.st_mtime_ns, told.st_size)
    return found
