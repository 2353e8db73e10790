"""Taking files of the official register in, from the page or the command line, and telling what could not be read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask_babel import gettext

from qa.commitments.importing import Imported, import_official
from qa.commitments.official import OfficialRegister
from qa.commitments.official_file import KEPT, OfficialFile, Reason, Trouble, read_official_file
from qa.errors import BadRegister


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file to take in: what to call it, and what reads its bytes."""

    name: str
    read: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of the files. `done` is None where nothing was taken in.

    `refused` are the files that could not be read, with why; `remarks` are about rows, of which `lost` were left out.
    """

    done: Imported | None
    refused: tuple[str, ...]
    remarks: tuple[str, ...]
    lost: int


def take_in(register: OfficialRegister, files: Sequence[NamedFile], by: str, *, whole: bool) -> TakenIn:
    """Take the files in together; with `whole` they replace all rows, and nothing is done unless all can be read."""
    read: list[tuple[str, OfficialFile]] = []
    refused: list[str] = []
    for file in files:
        try:
            read.append((file.name, read_official_file(file.read())))
        except (BadRegister, OSError) as error:
            refused.append(f"{file.name}: {error}")
    troubles = [(name, trouble) for name, file in read for trouble in file.troubles]
    remarks = tuple(f"{name}, {trouble_line(trouble)}" for name, trouble in troubles)
    lost = sum(trouble.reason not in KEPT for _, trouble in troubles)
    if not read or (whole and refused):
        return TakenIn(None, tuple(refused), remarks, lost)
    joined = OfficialFile(
        rows=tuple({row.number: row for _, file in read for row in file.rows}.values()),
        withdrawn=tuple(number for _, file in read for number in file.withdrawn),
    )
    return TakenIn(import_official(register, joined, by, whole=whole), tuple(refused), remarks, lost)


def trouble_line(trouble: Trouble) -> str:
    """Place, number and reason of a row that could not be read, or not wholly; in English outside a request."""
    reasons = {
        Reason.NOT_A_ROW: gettext("no row of a register: left out"),
        Reason.NO_NUMBER: gettext("no number such as TZ202503-014: left out"),
        Reason.NO_TEXT: gettext("no text: left out"),
        Reason.DATE: gettext("a date that cannot be read: taken in without it"),
        Reason.TWICE: gettext("stands there twice: the last one counts"),
    }
    told = trouble.detail or trouble.number
    place = gettext("row %(place)s", place=trouble.place)
    return f"{place}{f' ({told})' if told else ''}: {reasons[trouble.reason]}"
