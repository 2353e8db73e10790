"""Ask a running server from several clients, first in quiet, then while generations are built and put in force.

python -m scripts.strain_server [--data DIR] [--requests 2000] [--clients 8] [--builds 10]

Starts from a copy of a data folder (else from none). A dozen letters of one edition are added, which say in every
passage which edition they are of; before every build all of them are removed and those of the next edition put in.
Half of the questions find them: an answer that quotes two editions mixes generations. Prints errors, mixed answers, and
the milliseconds at the median and the 99th percentile, in quiet and during builds, with the ratio of the latter.
"""

import argparse
import hashlib
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import numpy as np

from corpus.intake import ingest
from corpus.store import Store
from index.lock import writing
from scripts.strain.serving import Serving, wait_until

_EDITION = re.compile(r"Uitgave (\d+) van brief")
# One letter each; what they say differs enough to be found side by side.
_SUBJECTS = (
    "het onderhoud van houten bruggen in natuurgebieden",
    "de veiligheid van scholieren op weg naar huis",
    "subsidies voor gemeenten met hoge bouwkosten",
    "de bediening van beweegbare bruggen op afstand",
    "vergunningen langs het spoor en de planning daarvan",
    "toegankelijkheid voor mensen met een handicap",
    "de gevolgen van laagwater voor de binnenvaart",
    "verlichting en camera's bij donkere onderdoorgangen",
    "een proef met hergebruik van staal en beton",
    "de wachttijden voor hulpdiensten bij openstelling",
    "snelle fietsroutes tussen steden en dorpen",
    "het beheer door waterschappen en provincies",
)
_QUESTIONS = (
    "uitgave van een brief over fietsbruggen",
    "Wat is er toegezegd over statushouders?",
    "Wat staat er in de uitgave over fietsbruggen?",
    "Hoe staat het met de kinderopvang?",
)
_A_BUILD = 300.0  # seconds at most


@dataclass
class Outcome:
    """What the clients met. Milliseconds of each request, in quiet and during builds."""

    quiet: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    mixed: list[str] = field(default_factory=list)
    editions: set[str] = field(default_factory=set)
    builds: int = 0

    @property
    def ratio(self) -> float:
        """The 99th percentile during builds, in that of quiet."""
        return float(np.percentile(self.busy, 99) / np.percentile(self.quiet, 99))


def strain(data: Path, log: Path, *, requests: int, clients: int, builds: int) -> Outcome:
    """Ask so many times in quiet, and at least so many times while so many generations are built."""
    outcome = Outcome()
    _put_in(data, 0)
    server = Serving(data, log)
    try:
        number = _build(server)
        for question in _QUESTIONS:
            _ask(server, question, outcome, [])
        _ask_all(server, outcome, outcome.quiet, clients, lambda: len(outcome.quiet) >= requests)
        building = threading.Event()
        asking = threading.Thread(
            target=_ask_all,
            args=(server, outcome, outcome.busy, clients, lambda: building.is_set() and len(outcome.busy) >= requests),
        )
        asking.start()
        for edition in range(1, builds + 1):
            _put_in(data, edition)
            now = _build(server)
            outcome.builds += now > number
            number = now
        building.set()
        asking.join()
    finally:
        server.stop()
    return outcome


def _put_in(data: Path, edition: int) -> None:
    """Remove the letters of the edition before, put in those of this one; nothing is built yet."""
    store = Store(data)
    with tempfile.TemporaryDirectory() as folder, writing(data, "ingest"):
        for place in range(len(_SUBJECTS)):
            (Path(folder) / f"{place}.txt").write_text(_letter(edition, place), "utf-8")
            before = hashlib.sha256(_letter(edition - 1, place).encode()).hexdigest()
            if store.has(before):
                store.mark_removed(before, "")
        for result in ingest(store, [Path(folder)]):
            if result.message:
                raise RuntimeError(f"{result.name}: {result.message}")


def _letter(edition: int, place: int) -> str:
    said = f"Uitgave {edition} van brief {place} gaat over fietsbruggen en over {_SUBJECTS[place]}."
    return f"Geachte voorzitter,\n\n{said}\n\nHoogachtend,\n\nDe minister"


def _build(server: Serving) -> int:
    """Have the server's own process build; the number of the generation that serves then."""
    before = server.health().get("generation")
    reply = server.post("/beheer/bouwen")
    wait_until(lambda: "data-final" in server.get(f"{reply.location}/stand").text, _A_BUILD, "a build is done")
    wait_until(lambda: server.health().get("generation") != before, _A_BUILD, "the server moved on")
    return int(str(server.health()["generation"]))


def _ask_all(server: Serving, outcome: Outcome, times: list[float], clients: int, enough: Callable[[], bool]) -> None:
    def ask(client: int) -> None:
        asked = client
        while not enough():
            _ask(server, _QUESTIONS[asked % len(_QUESTIONS)], outcome, times)
            asked += 1

    threads = [threading.Thread(target=ask, args=(client,)) for client in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _ask(server: Serving, question: str, outcome: Outcome, times: list[float]) -> None:
    began = time.perf_counter()
    try:
        reply = server.get(f"/?vraag={quote(question)}&aantal=20")
    except OSError as error:
        outcome.errors.append(f"{question}: {error}")
        return
    times.append((time.perf_counter() - began) * 1000)
    if reply.status != 200:
        outcome.errors.append(f"{question}: {reply.status} {reply.text[:300]}")
    editions = set(_EDITION.findall(reply.text))
    outcome.editions |= editions
    if len(editions) > 1:
        outcome.mixed.append(f"{question}: editions {sorted(editions)}")


def main() -> int:
    """Run and print; 1 when a request failed or an answer was mixed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a data folder to start from; it is copied")
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--builds", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "data")
        if options.data:
            shutil.copytree(options.data, data)
        outcome = strain(
            data, Path(folder, "log"), requests=options.requests, clients=options.clients, builds=options.builds
        )
    _report("in quiet", outcome.quiet)
    _report(f"during {outcome.builds} builds", outcome.busy)
    print(f"99th percentile: {outcome.ratio:.2f} times that of quiet")
    print(f"errors: {len(outcome.errors)}, mixed answers: {len(outcome.mixed)}, editions seen: {len(outcome.editions)}")
    for trouble in (outcome.errors + outcome.mixed)[:20]:
        print(f"  {trouble}")
    return 1 if outcome.errors or outcome.mixed else 0


def _report(name: str, milliseconds: Sequence[float]) -> None:
    median, high = np.percentile(milliseconds, [50, 99])
    print(f"{name}: median {median:.1f} ms, 99th percentile {high:.1f} ms ({len(milliseconds)} requests)")


if __name__ == "__main__":
    raise SystemExit(main())
