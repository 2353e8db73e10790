"""The process that reads letters for another one, under limits: one batch in, one answer a file out.

It is started by `corpus.intake.pool`, which kills it when a file takes too long. Only what it sends back is believed,
and only values of the corpus can be in it.
"""

import importlib
import io
import json
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from corpus.errors import Refusal, UnreadableFile
from corpus.types import Letter

READY = b"ready"
LARGEST_MESSAGE = 1024 * 1024 * 1024

ReadLetter = Callable[[bytes, str], Letter]
Batch = list[tuple[str, bytes]]
"""Names and contents of the files to read, in order."""
Answer = Letter | tuple[Refusal, str]
"""What became of one file: the letter, or why there is none."""

_TRUSTED = frozenset({"corpus.types", "corpus.errors", "datetime"})


def main() -> None:
    """Serve until the other side hangs up; the arguments are fd, reader, CPU seconds a file, and bytes of memory."""
    # Ctrl-C goes to every process of the terminal; the one that started this one decides what to do.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    descriptor, target, cpu_seconds, memory = json.loads(sys.argv[-1])
    connection = Connection(descriptor)
    read = _reader(target)
    _limit_memory(memory)
    connection.send_bytes(READY)
    while True:
        try:
            batch: Batch = pickle.loads(connection.recv_bytes(LARGEST_MESSAGE))  # noqa: S301 - from the one that started this process
        except EOFError:
            return
        for name, data in batch:
            _limit_cpu(cpu_seconds)
            answer = read_one(read, name, data)
            connection.send_bytes(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))
            if isinstance(answer, tuple) and answer[0] is Refusal.TOO_MUCH_MEMORY:
                return  # what a process is worth that ran out of memory, nobody knows


def read_one(read: ReadLetter, name: str, data: bytes) -> Answer:
    """The letter in one file, or why there is none; an error that the reader did not foresee counts as damage."""
    try:
        return read(data, name)
    except UnreadableFile as refused:
        return refused.reason, str(refused)
    except MemoryError:
        return Refusal.TOO_MUCH_MEMORY, "reading it took more memory than a letter may take"
    except Exception as unforeseen:  # noqa: BLE001 - one odd file must not stop the other ones
        what = f"{type(unforeseen).__name__}: {unforeseen}".strip()
        return Refusal.DAMAGED, f"cannot be read ({what[:200]})"


def load_answer(message: bytes) -> Answer:
    """The answer in a message of a worker; raises `pickle.UnpicklingError` for anything but values of the corpus."""
    answer = _Unpickler(io.BytesIO(message)).load()
    if isinstance(answer, Letter):
        return answer
    reason, text = answer
    return Refusal(reason), str(text)


class _Unpickler(pickle.Unpickler):
    """Makes no objects but those of the corpus, whatever a hostile file made of the worker."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        if module_name not in _TRUSTED or "." in global_name:
            raise pickle.UnpicklingError(f"a worker may not send a {module_name}.{global_name}")
        return super().find_class(module_name, global_name)


def _reader(target: str) -> ReadLetter:
    module, _, function = target.partition(":")
    read: ReadLetter = getattr(importlib.import_module(module), function)
    return read


def _limit_memory(memory: int) -> None:
    # The libraries' own address space comes on top; it is what the process has before the first file.
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - no path but a window on the process
        own = int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (own + memory, own + memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_cpu(seconds: int) -> None:
    """From now on, so many seconds of processor time; the system ends the process that takes more."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    ceiling = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, ceiling))
