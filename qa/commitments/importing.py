"""Taking a file of the official register into the register: what came in, and what changed."""

from dataclasses import dataclass

from qa.commitments.official import OfficialRegister
from qa.commitments.official_file import OfficialFile


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, in rows; `held` are all that the register has now."""

    added: int
    changed: int
    unchanged: int
    dropped: int
    held: int


def import_official(register: OfficialRegister, file: OfficialFile, by: str, *, whole: bool) -> Imported:
    """Add the rows of a file, in the place of those with the same numbers; with `whole` they replace all rows."""
    before = {row.number: row for row in register.rows()}
    if whole:
        register.replace(file.rows, by)
    else:
        register.update(file.rows, file.withdrawn, by)
    after = {row.number: row for row in register.rows()}
    kept = before.keys() & after.keys()
    changed = sum(before[number] != after[number] for number in kept)
    return Imported(
        added=len(after) - len(kept),
        changed=changed,
        unchanged=len(kept) - changed,
        dropped=len(before) - len(kept),
        held=len(after),
    )
