"""Measure whether the server's memory stays flat over many questions and rebuilds.

python -m scripts.measure_memory [--questions 50000] [--rebuilds 50] [--data DIR]

Without a data folder the sample letters are read into one that is thrown away. Between the questions a letter comes or
goes, and a generation is built in a process of its own, as the server does. Prints the resident memory as it goes; ends
with exit status 1 where it is over 5 % more at the end than after the first fifth.
"""

import argparse
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from flask.testing import FlaskClient

from scripts.sample_data import data_or_samples, open_app

_MOST_GROWTH = 0.05
_STEPS = 50  # how many times the memory is looked at
_LETTER = "Geachte voorzitter,\n\nIk zeg de Kamer toe dat er een brug komt, en daarna nog een.\n"


def resident() -> float:
    """The resident memory of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / 1024**2


def growth(measured: Sequence[float]) -> float:
    """By which share the memory of the last tenth is over that of the second tenth; the first is for warming up."""
    tenth = max(len(measured) // 10, 1)
    settled, final = sorted(measured[tenth : 3 * tenth]), sorted(measured[-tenth:])
    return final[len(final) // 2] / settled[len(settled) // 2] - 1


def measure(client: FlaskClient, questions: int, rebuild: Callable[[int], None], rebuilds: int) -> Iterator[float]:
    """Ask that many questions, and rebuild in between; the memory after each step."""
    chance = random.Random(1)  # noqa: S311 - no secret
    words = _words(client)
    done = 0
    for step in range(1, _STEPS + 1):
        while done < step * questions // _STEPS:
            question = " ".join(chance.choices(words, k=chance.randint(2, 10)))
            response = client.get("/", query_string={"vraag": question})
            if response.status_code != 200:
                raise AssertionError(f"{response.status_code} for {question!r}")
            done += 1
        for number in range((step - 1) * rebuilds // _STEPS, step * rebuilds // _STEPS):
            rebuild(number)
        yield resident()


def _words(client: FlaskClient) -> list[str]:
    rows = client.get("/api/v1/letters?limit=100").get_json()["items"]
    return sorted({word for row in rows for word in row["title"].split()} | {"toegezegd", "promised", "wanneer"})


def _rebuild(data: Path, number: int) -> None:
    """A letter comes with each even number, and goes with each odd one."""

    def run(*arguments: str) -> str:
        command = [sys.executable, "-m", "web.cli", "--data", str(data), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    if number % 2 == 0:
        file = data / "measured.txt"
        file.write_text(f"{_LETTER}{number}\n", encoding="utf-8")
        (data / "measured.json").write_text(run("ingest", str(file), "--json"), encoding="utf-8")
    else:
        run("remove", json.loads((data / "measured.json").read_text(encoding="utf-8"))["letter_id"])
    run("build")


def main() -> int:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=50_000, metavar="N")
    parser.add_argument("--rebuilds", type=int, default=50, metavar="N")
    parser.add_argument("--data", type=Path, metavar="DIR")
    options = parser.parse_args()
    with data_or_samples(options.data) as data:
        client = open_app(data).test_client()
        measured = []
        for step in measure(client, options.questions, lambda number: _rebuild(data, number), options.rebuilds):
            measured.append(step)
            print(f"{len(measured)} of {_STEPS}: {step:.0f} MB", file=sys.stderr)
    found = growth(measured)
    print(f"{options.questions} questions, {options.rebuilds} rebuilds: {measured[0]:.0f} MB after the first step, "
          f"{measured[-1]:.0f} MB at the end; {found:+.1%} since it settled")  # fmt: skip
    return 0 if found <= _MOST_GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
