"""Time answers in the running server, and one question from the shell.

python -m scripts.benchmark --data DIR QUESTIONS.jsonl [--rounds N]

Prints the milliseconds of an answer alone and of an answer's page from the running server, at the median and the 95th
percentile, one client at a time, after a round that is not counted; then how long the register of promises takes to
make, its page, the page with each kind of filter, an entry's page and the exports; then the seconds of `vraagbaak ask`
in a process of its own.
"""

import argparse
import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen

import numpy as np

from index.seal import Check
from qa.commitments.book import CommitmentBook
from web.app import create_app
from web.commands.opening import open_all
from web.server import open_server
from web.services import Services

_KINDS = ["toezegging", "motie", "alle"]


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("questions", type=Path)
    options = parser.parse_args()
    questions = [json.loads(line)["question"] for line in options.questions.read_text(encoding="utf-8").splitlines()]
    opened = open_all(options.data, Check.SIZES)
    generation = opened.library.current()
    passages = generation.info.manifest.chunk_count
    print(f"letters {len(generation.letters)}, passages {passages}, questions {len(questions)}")
    for text in questions:
        opened.answerer.ask(text)
    report("answer alone", [timed(lambda text=text: opened.answerer.ask(text)) for text in questions])
    services = Services(opened.answerer, opened.library, opened.store, book=opened.book, official=opened.official)
    server = open_server(create_app(services), "127.0.0.1", 0)
    threading.Thread(target=server.run, daemon=True).start()
    pages = [f"http://127.0.0.1:{server.port}/?vraag={quote(text)}" for text in questions]
    for page in pages:
        fetch(page)
    report("answer page", [timed(lambda page=page: fetch(page)) for page in pages * options.rounds])
    time_register(
        CommitmentBook(opened.library, opened.letters, opened.database),
        f"http://127.0.0.1:{server.port}/toezeggingen",
        options.rounds,
    )
    server.close()
    shell = [sys.executable, "-m", "web.cli", "--data", str(options.data), "ask", questions[0], "--json"]
    seconds = [timed(lambda: subprocess.run(shell, check=True, capture_output=True)) / 1000 for _ in range(3)]
    print(f"ask from the shell: {min(seconds):.2f} to {max(seconds):.2f} s")


def time_register(book: CommitmentBook, page: str, rounds: int) -> None:
    """Time the pages of the register; filters are asked for by values that they have here."""
    began = time.perf_counter()
    every = book.entries()
    print(f"register: {len(every)} entries, made in {(time.perf_counter() - began) * 1000:.0f} ms")
    options = book.options()
    filters = {
        "persoon": options.people,
        "partij": options.parties,
        "ministerie": options.ministries,
        "dossier": options.dossiers,
    }
    words = [f"{name}={quote(each.value)}" for name, found in filters.items() for each in found[:10]]
    words += ["status=voldaan", "stand=te-laat", "voor=2025-01-01", "zoek=fiets", "volgorde=persoon", "pagina=2"]
    fetch(page)
    report("register page", [timed(lambda kind=kind: fetch(f"{page}?soort={kind}")) for kind in _KINDS * rounds])
    report("filtered page", [timed(lambda each=each: fetch(f"{page}?soort=alle&{each}")) for each in words * rounds])
    places = [f"{page}/{quote(entry.id)}" for entry in every[:: max(1, len(every) // 50)]]
    report("entry page", [timed(lambda place=place: fetch(place)) for place in places])
    for ending in ("csv", "xlsx", "ics"):
        report(f"all as {ending}", [timed(lambda ending=ending: fetch(f"{page}.{ending}?soort=alle"))])


def fetch(address: str) -> bytes:
    """The bytes of a page."""
    with urlopen(address) as response:  # noqa: S310 - the address is this program's own server
        content: bytes = response.read()
        return content


def timed(run: object) -> float:
    """Milliseconds that a call takes."""
    assert callable(run)
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000


def report(name: str, milliseconds: list[float]) -> None:
    """Print median and 95th percentile."""
    median, high = np.percentile(milliseconds, [50, 95])
    print(f"{name}: median {median:.1f} ms, 95th percentile {high:.1f} ms ({len(milliseconds)} requests)")


if __name__ == "__main__":
    main()
