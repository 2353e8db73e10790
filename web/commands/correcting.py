"""The commands on the register: `correct` and `register`."""

import getpass
from collections.abc import Sequence
from pathlib import Path

from corpus.types import CommitmentStatus
from qa.commitments.book import CommitmentBook
from qa.commitments.official import OfficialRegister
from qa.commitments.types import Correction, CorrectionKind, Entry
from qa.database import Database
from qa.errors import BadQuestion, UnknownEntry
from web.commands.console import complain, write_json, write_line
from web.commands.opening import open_all
from web.register.finding import find_entry
from web.register.taking_in import NamedFile, take_in
from web.safety.audit_log import AuditLog


def correct(data: Path, typed: str, kind: CorrectionKind, value: str, *, by: str, reason: str) -> int:
    """Correct an entry, which may be named by its id, its page or its official number; writes the correction's number.

    `value` is the state for STATUS and the other entry for MERGE. Raises BadQuestion for what is missing or has no
    meaning, UnknownEntry, BadCorrection.
    """
    if not by.strip() or not reason.strip():
        raise BadQuestion("a correction needs --by NAME and --reason TEXT.")
    status = _status(value) if kind is CorrectionKind.STATUS else CommitmentStatus.ONBEKEND
    book = open_all(data).book
    entry = _entry(book, typed)
    if kind is CorrectionKind.WRONG:
        number = book.mark_wrong(entry.id, by, reason)
    elif kind is CorrectionKind.STATUS:
        number = book.set_status(entry.id, status, by, reason)
    else:
        number = book.merge(entry.id, _entry(book, value).id, by, reason)
    AuditLog(data).write("correction", by, entry=entry.id, number=number, kind=kind.value)
    write_line(f"correction {number}: {kind} {entry.id} ({entry.what})")
    return 0


def withdraw(data: Path, number: int, by: str) -> int:
    """Take a correction back; raises BadQuestion without a name, UnknownEntry where none is in force by this number."""
    if not by.strip():
        raise BadQuestion("taking a correction back needs --by NAME.")
    open_all(data).book.withdraw(number, by)
    AuditLog(data).write("correction", by, number=number, kind="withdrawn")
    write_line(f"correction {number}: withdrawn")
    return 0


def list_corrections(data: Path, *, as_json: bool) -> int:
    """Write all corrections ever made, newest first, those taken back too."""
    for each in open_all(data).book.corrections():
        if as_json:
            write_json(_as_json(each))
        else:
            write_line(_line(each))
    return 0


def take_in_register(data: Path, files: Sequence[Path], *, whole: bool, by: str) -> int:
    """Take files of the official register in; 1 when a file or a row could not be read, each named."""
    by = by or getpass.getuser()
    named = [NamedFile(str(path), path.read_bytes) for path in files]
    taken = take_in(OfficialRegister(Database(data)), named, by, whole=whole)
    for line in (*taken.refused, *taken.remarks):
        complain(line)
    if taken.done is None:
        complain("nothing was taken in")
        return 1
    done = taken.done
    AuditLog(data).write("official register", by, added=done.added, changed=done.changed, dropped=done.dropped)
    write_line(
        f"{done.added} added, {done.changed} changed, {done.unchanged} unchanged, {done.dropped} dropped; "
        f"the register holds {done.held}"
    )
    return 1 if taken.refused or taken.lost else 0


def _entry(book: CommitmentBook, typed: str) -> Entry:
    found = find_entry(book, typed)
    if found is None:
        raise UnknownEntry(f"Er is geen toezegging of motie {typed}. / There is no entry {typed}.")
    return found


def _status(word: str) -> CommitmentStatus:
    try:
        return CommitmentStatus(word.strip().casefold())
    except ValueError:
        raise BadQuestion(f"No status {word!r}; there are: {', '.join(CommitmentStatus)}.") from None


def _as_json(correction: Correction) -> dict[str, str | int | None]:
    return {
        "id": correction.id,
        "kind": correction.kind.value,
        "entry": correction.entry,
        "status": correction.status.value if correction.status else None,
        "other": correction.other,
        "by": correction.by,
        "reason": correction.reason,
        "made": correction.made.isoformat(),
        "withdrawn": correction.withdrawn.isoformat() if correction.withdrawn else None,
    }


def _line(correction: Correction) -> str:
    about = correction.entry or "(no letter of this generation holds its words)"
    state = f" {correction.status}" if correction.status else ""
    taken_back = f", withdrawn {correction.withdrawn.date()}" if correction.withdrawn else ""
    made = f"{correction.made.date()} {correction.by}"
    return f"{correction.id:>4} {correction.kind}{state} {about} | {made}: {correction.reason}{taken_back}"
