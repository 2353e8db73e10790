"""Kill the server or the process that does its jobs while letters are handed in, and count what was lost.

python -m scripts.strain_kills [--rounds 50] [--data DIR] [--seed N]

Starts from a copy of a data folder (else from none). After every kill the server is started again where it was the one,
and must serve the last generation that was seen, or a later one. In the end every file that was accepted must be a
letter that is searched, no job may be left undone, and every byte of every generation must be right.
"""

import argparse
import hashlib
import random
import shutil
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.store import Store
from index.encode import load_encoder
from index.library import Library
from index.seal import Check
from qa.database import Database
from scripts.strain.serving import Serving, wait_until
from web.jobs.book import JobBook

_LONGEST = 5.0  # seconds before a kill
_PATIENCE = 300.0  # seconds for what was left to be done


@dataclass
class Outcome:
    """What was seen: kills by what was killed, the letters accepted, and what went wrong, a line each."""

    kills: dict[str, int] = field(default_factory=lambda: {"server": 0, "worker": 0})
    accepted: set[str] = field(default_factory=set)
    troubles: list[str] = field(default_factory=list)
    jobs: int = 0
    generations: int = 0


class Sender:
    """Hands letters in, one form after the other, until it is stopped; knows which the server accepted."""

    def __init__(self, server: Serving, outcome: Outcome, first: int, chance: random.Random) -> None:
        self._server, self._outcome, self._chance = server, outcome, chance
        self.next = first
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._send)
        self._thread.start()

    def stop(self) -> int:
        """Hand in no more; returns the number of the next letter."""
        self._stop.set()
        self._thread.join()
        return self.next

    def _send(self) -> None:
        while not self._stop.is_set():
            files = dict(self._letters(self._chance.randint(1, 4)))
            try:
                reply = self._server.hand_in(files)
            except OSError:
                return  # the server was killed
            if reply.status == 303:
                self._outcome.accepted |= {hashlib.sha256(content).hexdigest() for content in files.values()}
                self._outcome.jobs += 1
            else:
                self._outcome.troubles.append(f"a form was answered with {reply.status}: {reply.text[:200]}")
            self._stop.wait(self._chance.uniform(0, 0.4))

    def _letters(self, count: int) -> Iterator[tuple[str, bytes]]:
        for _ in range(count):
            text = f"Geachte voorzitter,\n\nDit is brief {self.next} over wonen en zorg.\n\nHoogachtend,\n\nDe minister"
            yield f"brief-{self.next}.txt", text.encode()
            self.next += 1


def strain(data: Path, log: Path, rounds: int, chance: random.Random) -> Outcome:
    """Kill for so many rounds, then let all be done, and look at what is there."""
    outcome, number, seen = Outcome(), 0, 0
    server = Serving(data, log)
    for _ in range(rounds):
        sender = Sender(server, outcome, number, chance)
        threading.Event().wait(chance.uniform(0, _LONGEST))
        if chance.random() < 0.5:
            server.kill()
            number = sender.stop()
            outcome.kills["server"] += 1
            server = Serving(data, log)
        else:
            outcome.kills["worker"] += server.kill_worker()
            number = sender.stop()
        seen = _look(server, outcome, seen)
    book = JobBook(Database(data))
    _settle(server, book)
    _look(server, outcome, seen)
    server.stop()
    _compare(data, book, outcome)
    return outcome


def _look(server: Serving, outcome: Outcome, seen: int) -> int:
    """See whether the server still serves what it served; returns the generation in force."""
    health = server.health()
    number = int(str(health.get("generation", 0)))
    if number < seen:
        outcome.troubles.append(f"generation {number} serves, after {seen} did: {health}")
    outcome.generations = max(outcome.generations, number)
    return max(seen, number)


def _settle(server: Serving, book: JobBook) -> None:
    """Wait until nothing is left to do; what was given up is tried again, as a person would."""
    wait_until(lambda: not book.unfinished(), _PATIENCE, "all jobs are done")
    again = [job.id for job in book.recent(1000) if job.may_retry]
    for job_id in again:
        server.post(f"/brieven/toevoegen/{job_id}/opnieuw")
    wait_until(lambda: not book.unfinished(), _PATIENCE, "all jobs are done")


def _compare(data: Path, book: JobBook, outcome: Outcome) -> None:
    library = Library(data, load_encoder(), check=Check.FULL)
    searched = set(library.current().letters)
    for letter in sorted(outcome.accepted - searched):
        held = "held" if Store(data).has(letter) else "not held"
        outcome.troubles.append(f"letter {letter} was accepted and is not searched ({held})")
    outcome.troubles += [f"not done: {job.kind} {job.id}: {job.message}" for job in book.recent(1000) if job.may_retry]
    outcome.troubles += [f"verify: {problem}" for problem in library.verify()]
    places = (("generations", ".*"), ("letters", ".*"), ("inbox", "[!.]*"), ("inbox", ".receiving*"))
    left = [path for place, pattern in places for path in (data / place).glob(pattern)]
    outcome.troubles += [f"left behind: {path}" for path in left]


def main() -> int:
    """Run and print; 1 when something was lost or left behind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--data", type=Path, help="a data folder to start from; it is copied")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "data")
        if options.data:
            shutil.copytree(options.data, data)
        outcome = strain(data, Path(folder, "log"), options.rounds, random.Random(options.seed))  # noqa: S311 - moments, no secrets
    print(f"kills: {outcome.kills['server']} of the server, {outcome.kills['worker']} of the worker")
    print(f"accepted: {len(outcome.accepted)} letters in {outcome.jobs} jobs; last generation {outcome.generations}")
    print(f"troubles: {len(outcome.troubles)}")
    for trouble in outcome.troubles:
        print(f"  {trouble}")
    return 1 if outcome.troubles else 0


if __name__ == "__main__":
    raise SystemExit(main())
