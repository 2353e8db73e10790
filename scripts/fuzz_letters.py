"""Hand in PDF files that are damaged or made to take for ever, and look at what is made of them.

python -m scripts.fuzz_letters [--files 2000] [--seed 1]

Each is to be added or refused with a reason, within the time and memory that reading one file may take; the letters
that were added are built in, and their pages are shown and drawn. Ends with exit status 1 on what goes otherwise.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from corpus.intake import IntakeResult, Status, ingest
from corpus.intake.pool import DEFAULT_LIMITS
from corpus.letter import read_letter
from corpus.store import Store
from corpus.types import Letter
from scripts.hostile.pdfs import hostile_pdfs
from scripts.sample_data import SAMPLES, open_app
from web.cli import main as vraagbaak

_SLACK = 1.0  # seconds for handing a file over
_LOG = "VRAAGBAAK_FUZZ_LOG"


def read_all(data: Path, letters: Iterable[tuple[str, bytes]]) -> tuple[list[IntakeResult], list[float]]:
    """What became of each file, and how long each took that was not ended from outside, in seconds."""
    folder, log = data / "handed-in", data / "seconds.txt"
    folder.mkdir(parents=True)
    for name, content in letters:
        (folder / name).write_bytes(content)
    os.environ[_LOG] = str(log)
    results = list(ingest(Store(data), [folder], reader="scripts.fuzz_letters:read_timed"))
    for result in results:
        if result.status is Status.FAILED and not (result.reason and result.message):
            raise AssertionError(f"{result.name} was refused without a reason")
    return results, [float(line) for line in log.read_text(encoding="ascii").split()]


def read_timed(data: bytes, name: str) -> Letter:
    """Read a letter as the workers do, and write down how long it took."""
    begun = time.monotonic()
    try:
        return read_letter(data, name)
    finally:
        with Path(os.environ[_LOG]).open("a", encoding="ascii") as log:
            log.write(f"{time.monotonic() - begun:.3f}\n")


def show_all(data: Path, results: Iterable[IntakeResult]) -> Counter[int]:
    """How many pages and pictures there are of each status."""
    client = open_app(data).test_client()
    counted: Counter[int] = Counter()
    for result in results:
        if not result.letter_id:
            continue
        address = f"/brief/{result.letter_id}"
        for path in (address, f"{address}/pagina/1.png", f"{address}?pagina=1"):
            status = client.get(path).status_code
            counted[status] += 1
            if status not in {200, 404}:
                raise AssertionError(f"{status} for {path} of {result.name}")
    return counted


def main() -> int:
    """Hand them in, build, show, and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=2000, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    options = parser.parse_args()
    sound = [file.read_bytes() for file in sorted(SAMPLES.glob("*.pdf"))]
    with tempfile.TemporaryDirectory() as folder:
        data, begun = Path(folder), time.monotonic()
        results, took = read_all(data, hostile_pdfs(sound, options.files, options.seed))
        seconds = time.monotonic() - begun
        built = vraagbaak(["--data", str(data), "build"])
        shown = show_all(data, results)
    reasons = Counter(result.reason.value if result.reason else result.status.value for result in results)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(results)} files in {seconds:.0f} s, the longest {max(took):.0f} s: {dict(reasons.most_common())}")
    print(f"built: {built == 0}; pages and pictures by status: {dict(shown)}; this process took at most {memory} MB")
    return 0 if built == 0 and max(took) < DEFAULT_LIMITS.wall_seconds + _SLACK else 1


if __name__ == "__main__":
    sys.exit(main())
