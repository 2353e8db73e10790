"""The commands on letters: `ingest` and `remove`."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from corpus.errors import CorpusError
from corpus.intake import IntakeResult, ingest
from corpus.store import Store
from index.lock import writing
from web.commands.console import Progress, complain, write_json, write_line


def ingest_paths(data: Path, paths: Sequence[Path], *, as_json: bool) -> int:
    """Read files, folders and archives; a line for each file; 1 when any of them failed."""
    store = Store(data)
    counts: Counter[str] = Counter()
    with writing(data, "ingest"):
        for result in ingest(store, paths, workers=os.cpu_count() or 1, progress=Progress("brieven")):
            counts[result.status] += 1
            if as_json:
                write_json(asdict(result))
            else:
                write_line(_line(result))
            if result.status == "failed":
                complain(f"{result.name}: {result.message}")
    complain(", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "nothing to read")
    return 1 if counts["failed"] else 0


def _line(result: IntakeResult) -> str:
    if result.status == "failed":
        return f"{result.name}: failed: {result.message}"
    return f"{result.name}: {result.status}" + (f" ({result.message})" if result.message else "")


def remove_letters(data: Path, identifiers: Sequence[str]) -> int:
    """Forget letters; 1 when one of them is not held. They leave the search with the next `build`."""
    store = Store(data)
    failures = 0
    with writing(data, "remove"):
        for identifier in identifiers:
            try:
                store.remove(identifier)
                write_line(f"{identifier}: removed")
            except CorpusError as error:
                failures += 1
                complain(str(error))
    return 1 if failures else 0
