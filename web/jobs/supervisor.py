"""Keeps a process at work while there are jobs: started when it is needed, started again when it is ended."""

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

from web.jobs.book import JobBook

_BOOTSTRAP = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from web.jobs.worker import main; main()"
# The numeric libraries would start a thread for each core, and take them from those who answer.
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_SOONEST = 1.0  # seconds between two starts

_log = logging.getLogger(__name__)


class Supervisor:
    """One thread that looks after one process. Its state is that process."""

    def __init__(self, data: Path, book: JobBook) -> None:
        self._data = data
        self._book = book
        self._guard = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    def start(self) -> None:
        """Begin; the process is started at once, since an earlier one may have left work."""
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)
        self._launch()
        self._thread.start()

    def wake(self) -> None:
        """There is work."""
        if self._thread is None or self._stopping.is_set():
            return
        if not self._poke():
            self._launch()

    def stop(self) -> None:
        """Hang up; the process ends after the job in hand."""
        self._stopping.set()
        with self._guard:
            if self._process is not None:
                _hang_up(self._process.stdin)

    @property
    def process(self) -> int | None:
        """The id of the process, None while there is none."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def _poke(self) -> bool:
        """Tell the process that there is work; False where there is none to tell."""
        with self._guard:
            if self._process is None or self._process.poll() is not None or self._process.stdin is None:
                return False
            try:
                self._process.stdin.write(b"\n")
                self._process.stdin.flush()
            except OSError:
                return False
            return True

    def _launch(self) -> None:
        with self._guard:
            if self._stopping.is_set() or (self._process is not None and self._process.poll() is None):
                return
            if self._process is not None:
                _hang_up(self._process.stdin)
            self._process = subprocess.Popen(  # noqa: S603 - the same interpreter, no words of a user
                [sys.executable, "-c", _BOOTSTRAP, json.dumps([str(path) for path in sys.path]), str(self._data)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                env={**os.environ, **_ENVIRONMENT},
            )

    def _run(self) -> None:
        while not self._stopping.is_set():
            process, began = self._process, time.monotonic()
            if process is not None:
                process.wait()
            # It ends by itself when there is nothing to do, and may have missed what came in just then.
            if self._stopping.wait(max(0.1, _SOONEST - (time.monotonic() - began))):
                return
            try:
                if self._process is process and self._book.unfinished():
                    self._launch()
            except Exception:  # noqa: BLE001 - whatever it is
                # No memory for a process, no room for the database: that may pass, and then somebody must look again.
                _log.exception("the process that does the jobs cannot be started")


def _hang_up(pipe: IO[bytes] | None) -> None:
    if pipe is not None:
        with contextlib.suppress(OSError):
            pipe.close()
