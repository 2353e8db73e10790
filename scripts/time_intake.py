"""Time how soon a new letter is found, and a removed one is not and is off the disk, in a collection of many.

python -m scripts.time_intake --data DIR [--rounds 5]

Starts a server on a copy of a data folder. For each round a letter with a word of its own is handed in and asked for
until it is found, then removed and asked for until it is not; then its files are waited for to go. The first round
includes starting the process that reads.
"""

import argparse
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from index.encode import load_encoder
from index.library import Library
from qa.database import Database
from qa.metadata.corrected import open_letters
from scripts.strain.serving import Serving, wait_until
from web.jobs.book import JobBook
from web.jobs.types import Job

_LONGEST = 300.0  # seconds


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "data")
        shutil.copytree(options.data, data)
        Library(data, load_encoder()).build(open_letters(data))
        server = Serving(data, Path(folder, "log"))
        try:
            print(f"letters: {server.health()['letters']}")
            for number in range(options.rounds):
                found, gone, cleared = _round(server, data, f"fietsbrugproef{'abcdefghij'[number % 10]}")
                print(
                    f"handed in and found: {found:.1f} s; removed and gone: {gone:.2f} s, off the disk: {cleared:.1f} s"
                )
        finally:
            server.stop()


def _round(server: Serving, data: Path, word: str) -> tuple[float, float, float]:
    """Seconds until a letter with this word was found, until it was gone, and until it was cleared off the disk."""
    text = f"Geachte voorzitter,\n\nIk informeer uw Kamer over de {word}.\n\nHoogachtend,\n\nDe minister"
    began = time.perf_counter()
    reply = server.hand_in({f"{word}.txt": text.encode()})
    _wait(lambda: _finds(server, word))
    found = time.perf_counter() - began
    letter = _done(data, reply.location).results[0].letter
    began = time.perf_counter()
    reply = server.post(f"/brief/{letter}/verwijderen")
    _wait(lambda: not _finds(server, word))
    gone = time.perf_counter() - began
    _done(data, reply.location)
    return found, gone, time.perf_counter() - began


def _done(data: Path, address: str) -> Job:
    """The job at this address, as soon as it is done."""
    book, job_id = JobBook(Database(data)), address.rpartition("/")[2]
    wait_until(lambda: (known := book.get(job_id)) is not None and known.is_final, _LONGEST, "the job is done")
    job = book.get(job_id)
    assert job is not None
    return job


def _finds(server: Serving, word: str) -> bool:
    return re.search(f"uw Kamer over de (?:<[^>]*>)*{word}", server.get(f"/?vraag={word}").text) is not None


def _wait(condition: Callable[[], bool]) -> None:
    wait_until(condition, _LONGEST, "the search moved on")


if __name__ == "__main__":
    main()
