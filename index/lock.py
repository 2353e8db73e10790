"""One writer of letters and generations at a time; readers never wait.

The lock is the operating system's, on the file `writer.lock` in the data folder: it ends with the process that holds
it, however that ends. The file's content only tells a person who holds it.
"""

import contextlib
import datetime
import fcntl
import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path

from index.errors import Busy

LOCK_FILE = "writer.lock"


@contextlib.contextmanager
def writing(data_folder: Path, command: str, file: str = LOCK_FILE) -> Iterator[None]:
    """Be the one writer of a data folder, which is made where it is not there; raises `Busy` at once.

    `command` is what the holder does, in the words of the command line ("build"). Not to be entered twice: a second
    entry by the same process is as busy as one by another. Under another `file` it is another lock.
    """
    data_folder.mkdir(parents=True, exist_ok=True)
    held = [os.open(data_folder / file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)]
    # A child made by fork would share the lock, and hold it when this process is killed and the child is not.
    os.register_at_fork(after_in_child=lambda: _close(held))
    try:
        try:
            fcntl.flock(held[0], fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"{_holder(held[0])}; try again when that is done") from None
        _tell(held[0], _this_holder(command))
        try:
            yield
        finally:
            if held:
                _tell(held[0], b"")
    finally:
        _close(held)


def _close(held: list[int]) -> None:
    while held:
        os.close(held.pop())


def _this_holder(command: str) -> bytes:
    holder = {
        "command": command,
        "process": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.datetime.now().astimezone().isoformat(timespec="seconds"),
    }
    return json.dumps(holder).encode()


def _holder(descriptor: int) -> str:
    try:
        held = json.loads(os.pread(descriptor, 4096, 0))
        return (
            f"`vraagbaak {held['command']}` (process {held['process']} on {held['host']}) "
            f"is writing since {held['since']}"
        )
    except (ValueError, KeyError, TypeError):
        # Met in the instant between taking the lock and writing down who did.
        return "another process is writing"


def _tell(descriptor: int, content: bytes) -> None:
    # On a full disk nobody can read who holds the lock; it is held all the same.
    with contextlib.suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, content, 0)
