"""The commands on letters: `ingest` and `remove`."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from corpus.errors import CorpusError
from corpus.intake import IntakeResult, ingest
from corpus.store import Store
from index.errors import IndexProblem
from index.lock import writing
from qa.database import Database
from web.commands.console import Progress, complain, operator, write_json, write_line
from web.commands.generations import rebuild
from web.history import Through
from web.jobs.inbox import Inbox
from web.jobs.removing import clear_inbox, forget
from web.safety.audit_log import AuditLog


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
    AuditLog(data).write("ingest", operator(), **counts)
    complain(", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "nothing to read")
    return 1 if counts["failed"] else 0


def _line(result: IntakeResult) -> str:
    if result.status == "failed":
        return f"{result.name}: failed: {result.message}"
    return f"{result.name}: {result.status}" + (f" ({result.message})" if result.message else "")


def remove_letters(data: Path, identifiers: Sequence[str], why: str = "") -> int:
    """Remove letters for good, out of all that is kept; 1 when one of them is not held (it is named).

    From the first moment they are not found; 1 also where their files could not be cleared away yet.
    """
    store, database = Store(data), Database(data)
    removed = []
    for identifier in identifiers:
        try:
            store.mark_removed(identifier, operator(), why)
            removed.append(identifier)
        except CorpusError as error:
            complain(str(error))
    cleared = not removed or _clear_away(data, database, removed)
    for identifier in removed:
        write_line(f"{identifier}: removed")
    if removed:
        AuditLog(data).write("removal", operator(), letters=" ".join(removed), why=why)
    return 0 if cleared and len(removed) == len(identifiers) else 1


def _clear_away(data: Path, database: Database, letters: Sequence[str]) -> bool:
    forget(database, letters)
    clear_inbox(Inbox(data), letters)
    try:
        rebuild(data, Through.REMOVAL)
    except IndexProblem as problem:
        complain(f"found and shown no more, but not cleared off the disk yet: {problem}; then run `vraagbaak build`")
        return False
    return True
