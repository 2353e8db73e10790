"""A pool of processes that read letters; one that hangs, grows or dies is replaced, and its file is reported."""

import contextlib
import json
import os
import pickle
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import IO

from corpus.errors import CorpusError, Refusal
from corpus.intake.worker import LARGEST_MESSAGE, READY, Answer, load_answer

_MEGABYTE = 1024 * 1024
_START_SECONDS = 120.0
# The numeric libraries would start a thread for each core, with address space for each.
_ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_BOOTSTRAP = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from corpus.intake.worker import main; main()"


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take."""

    wall_seconds: float = 90.0
    cpu_seconds: int = 60
    memory: int = 1536 * _MEGABYTE


DEFAULT_LIMITS = Limits()


class WorkersFail(CorpusError):
    """The processes that read letters cannot be started."""


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read; `ticket` names it in the answer."""

    ticket: int
    name: str
    data: bytes


class _Worker:
    """One process, the tasks that it has, and until when it may take for the first of them."""

    def __init__(self, target: str, limits: Limits) -> None:
        self._limits = limits
        ours, theirs = socket.socketpair()
        self._complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `end`
        arguments = [theirs.fileno(), target, limits.cpu_seconds, limits.memory]
        self.process = subprocess.Popen(  # noqa: S603 - the same interpreter, no words of a user
            [sys.executable, "-c", _BOOTSTRAP, json.dumps([str(path) for path in sys.path]), json.dumps(arguments)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._complaints,
            env={**os.environ, **_ENVIRONMENT},
            pass_fds=[theirs.fileno()],
        )
        theirs.close()
        self.connection = Connection(ours.detach())
        self.tasks: deque[Task] = deque()
        self.ready = False
        self.has_read = 0
        self.deadline = time.monotonic() + _START_SECONDS

    @property
    def idle(self) -> bool:
        return not self.tasks

    def give(self, tasks: Sequence[Task]) -> None:
        """Hand over tasks; only to a worker that is idle, so that it listens and nobody waits for each other."""
        self.tasks.extend(tasks)
        if self.ready:
            self._send()

    def receive(self) -> tuple[Task, Answer] | None:
        """The next answer; None for the word that it is ready. Raises `EOFError`, `OSError` when the process ended."""
        message = self.connection.recv_bytes(LARGEST_MESSAGE)
        if not self.ready:
            if message != READY:
                raise EOFError
            self.ready = True
            if self.tasks:
                self._send()
            return None
        answer = load_answer(message)
        self.has_read += 1
        self.deadline = time.monotonic() + self._limits.wall_seconds
        return self.tasks.popleft(), answer

    def end(self) -> str:
        """Kill the process; returns the last line of what it complained of."""
        self.connection.close()
        self.process.kill()
        self.process.wait()
        self._complaints.seek(0)
        lines = self._complaints.read().decode(errors="replace").strip().splitlines()
        self._complaints.close()
        return lines[-1] if lines else ""

    def _send(self) -> None:
        self.deadline = time.monotonic() + self._limits.wall_seconds
        batch = [(task.name, task.data) for task in self.tasks]
        # One that has just died is met when its answer is waited for.
        with contextlib.suppress(OSError):
            self.connection.send_bytes(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL))


class Pool:
    """At most `size` workers, started when there is work for them. Used by one thread; `close` ends them all."""

    def __init__(self, size: int, target: str, limits: Limits = DEFAULT_LIMITS) -> None:
        self._size = max(size, 1)
        self._target = target
        self._limits = limits
        self._workers: list[_Worker] = []
        self._again: deque[Task] = deque()

    @property
    def has_room(self) -> bool:
        """Whether `submit` finds a worker that is idle, or may start one."""
        return len(self._workers) < self._size or any(worker.idle for worker in self._workers)

    def warm(self) -> None:
        """Start a worker before there is work, if there is none."""
        if not self._workers:
            self._workers.append(_Worker(self._target, self._limits))

    def submit(self, tasks: Sequence[Task]) -> None:
        """Give tasks to one worker, to be done in order; only when there is room."""
        worker = next((each for each in self._workers if each.idle), None)
        if worker is None:
            worker = _Worker(self._target, self._limits)
            self._workers.append(worker)
        worker.give(tasks)

    def answers(self, *, at_once: bool) -> list[tuple[Task, Answer]]:
        """What became of files, in no order; without `at_once`, waits until a worker answers or has to be ended.

        May be empty. Raises `WorkersFail` when workers cannot be started.
        """
        self._retry()
        busy = [worker for worker in self._workers if not worker.idle]
        if not busy:
            return []
        nearest = min(worker.deadline for worker in busy)
        patience = 0.0 if at_once else max(nearest - time.monotonic(), 0.0)
        spoken = wait([worker.connection for worker in busy], patience)
        result: list[tuple[Task, Answer]] = []
        for worker in busy:
            if worker.connection in spoken:
                result.extend(self._hear(worker))
            elif worker.deadline <= time.monotonic():
                seconds = f"{self._limits.wall_seconds:.0f} seconds"
                result.extend(self._replace(worker, (Refusal.TOO_SLOW, f"reading it took more than {seconds}")))
        return result

    def close(self) -> None:
        """End all workers, whatever they are doing; what they had to do is forgotten."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._again.clear()

    def _hear(self, worker: _Worker) -> list[tuple[Task, Answer]]:
        try:
            heard = worker.receive()
        except (EOFError, OSError, pickle.UnpicklingError):
            return self._replace(worker, None)
        if heard is None:
            return []
        task, answer = heard
        if isinstance(answer, tuple) and answer[0] is Refusal.TOO_MUCH_MEMORY:
            worker.tasks.appendleft(task)
            worker.has_read -= 1
            return self._replace(worker, answer)
        return [heard]

    def _replace(self, worker: _Worker, refusal: tuple[Refusal, str] | None) -> list[tuple[Task, Answer]]:
        """End a worker; the file that it had in hand is refused, the ones after it go to another worker."""
        self._workers.remove(worker)
        try:
            status: int | None = worker.process.wait(0.0 if refusal else 5.0)
        except subprocess.TimeoutExpired:
            status = None
        complaint = worker.end()
        if not worker.ready:
            raise WorkersFail(f"the processes that read letters cannot be started: {complaint or 'they do not answer'}")
        task = worker.tasks.popleft()
        self._again.extend(worker.tasks)
        refusal = refusal or _why_it_ended(status, self._limits)
        if worker.has_read and refusal[0] is not Refusal.TOO_SLOW:
            # What earlier files left behind may have been the cause: once more, in a process of its own.
            self._again.appendleft(task)
            return []
        return [(task, refusal)]

    def _retry(self) -> None:
        while self._again and self.has_room:
            self.submit([self._again.popleft()])


def _why_it_ended(status: int | None, limits: Limits) -> tuple[Refusal, str]:
    if status == -signal.SIGXCPU:
        return Refusal.TOO_SLOW, f"reading it took more than {limits.cpu_seconds} seconds of processor time"
    if status == -signal.SIGKILL:
        return Refusal.TOO_MUCH_MEMORY, "the system ended the process that read it, most likely for want of memory"
    how = signal.Signals(-status).name if status is not None and status < 0 else f"status {status}"
    return Refusal.DAMAGED, f"the process that read it crashed ({how}); the file is probably damaged"
