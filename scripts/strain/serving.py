"""A running `vraagbaak serve`, and what a browser would do with it."""

import contextlib
import http.client
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_START_SECONDS = 60.0
_WAIT = 120.0  # seconds for one answer, on a machine that does a lot besides


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server answered; `location` is "" where it does not lead on."""

    status: int
    text: str
    location: str


class Serving:
    """One server on a free port of the loopback. Its state is the process."""

    def __init__(self, data: Path, log: Path) -> None:
        """Start it and wait until it listens."""
        self.data = data
        self._log = log.open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "web.cli", "--data", str(data), "serve", "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )
        self.port = self._port()

    def _port(self) -> int:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if "http://" not in line:
            self._close()
            said = Path(self._log.name).read_text("utf-8", errors="replace")[-2000:]
            raise RuntimeError(f"the server did not start: {said}")
        return int(line.rsplit(":", 1)[1])

    @property
    def worker(self) -> int | None:
        """The id of the process that does the jobs, None while there is none."""
        process = self._process.pid
        try:
            children = Path("/proc", str(process), "task").glob("*/children")
            found = [int(child) for file in children for child in file.read_text().split()]
        except OSError:
            return None
        return found[0] if found else None

    def get(self, path: str) -> Reply:
        """A page."""
        return self._ask("GET", path)

    def health(self) -> Mapping[str, object]:
        """What the server says of itself."""
        said: Mapping[str, object] = json.loads(self.get("/health").text)
        return said

    def post(self, path: str) -> Reply:
        """A form without fields."""
        return self._ask("POST", path, b"", {"Content-Type": "application/x-www-form-urlencoded"})

    def hand_in(self, files: Mapping[str, bytes]) -> Reply:
        """Files, as the form on the page sends them."""
        border = uuid.uuid4().hex
        body = b"".join(
            b"--%s\r\nContent-Disposition: form-data; name=bestanden; filename=%s\r\n\r\n%s\r\n"
            % (border.encode(), json.dumps(name).encode(), content)
            for name, content in files.items()
        )
        body += b"--%s--\r\n" % border.encode()
        return self._ask(
            "POST", "/brieven/toevoegen", body, {"Content-Type": f"multipart/form-data; boundary={border}"}
        )

    def kill(self) -> None:
        """End it as a power cut would, the process that does its jobs left to itself."""
        self._process.send_signal(signal.SIGKILL)
        self._close()

    def stop(self) -> None:
        """End it as a system does that shuts down."""
        self._process.terminate()
        self._close()

    def kill_worker(self) -> bool:
        """End the process that does the jobs as a power cut would; False where there is none."""
        worker = self.worker
        if worker is None:
            return False
        with contextlib.suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
        return True

    def _ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_WAIT)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, answer.read().decode(), answer.headers.get("Location", ""))
        finally:
            connection.close()

    def _close(self) -> None:
        self._process.wait(_START_SECONDS)
        if self._process.stdout is not None:
            self._process.stdout.close()
        self._log.close()


def wait_until(condition: object, seconds: float, what: str) -> None:
    """Wait until a call gives something true; raises `TimeoutError` that says what was waited for."""
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"after {seconds:.0f} seconds still not: {what}")
        time.sleep(0.05)
