"""The letters on disk: the originals, and what each version of the reader made of them.

    <data>/letters/<sha256>/original                            the bytes
    <data>/letters/<sha256>/names.json                          the names it was met under, the first as ingested
    <data>/letters/<sha256>/readings/<version>/letter.json.gz   the `Letter` as that version of the reader saw it

A letter that was marked as removed (`corpus.removals`) is not held any more, though its files are there until `remove`.
A letter and a reading are written once: into a folder beside the place, flushed to the disk, then renamed, so that a
reader (or a power cut) meets the whole or nothing. One process writes at a time; its lock is the caller's.
"""

import contextlib
import datetime
import gzip
import hashlib
import json
import os
import re
import shutil
import uuid
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.codec import CodecError, from_json, to_json
from corpus.errors import DamagedStore, Removal, RemovedLetter, UnknownLetter
from corpus.removals import Removals
from corpus.types import Letter

READING_VERSION = "1"
"""The version of everything that makes a `Letter`; raised whenever the same file would be read differently."""

_ID = re.compile(r"[0-9a-f]{64}")
_VERSION = re.compile(r"[1-9][0-9]{0,8}")
_REPAIR = "put the file back from a backup, or remove the letter ({id}) and ingest its file again"
# Higher levels take longer for files that are at most 4 % smaller.
_COMPRESSION = 3


class Store:
    """The letters of one data folder. Holds no state but the folder's name; safe to use from many threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "letters"
        self._removals = Removals(folder)

    # ------------------------------------------------------------------------------------------------ asking

    def letters(self) -> list[str]:
        """The ids of all letters, sorted; those that were removed left out."""
        return sorted(self._folders() - self._removals.all())

    def has(self, letter_id: str) -> bool:
        """Whether the letter is held, read by the present version of the reader."""
        if not _ID.fullmatch(letter_id):
            return False
        # Asked for every letter before each build: paths as objects would take four times as long.
        reading = f"{self._folder}/{letter_id}/readings/{READING_VERSION}/letter.json.gz"
        return os.path.isfile(reading) and not self._removals.has(letter_id)  # noqa: PTH113 - idem

    def removed(self, letter_id: str) -> Removal | None:
        """When a letter was removed for good, by whom and why; None for one that was not."""
        return self._removals.get(letter_id)

    def leaving(self) -> list[str]:
        """The ids of letters that were marked as removed and whose files are still there, sorted."""
        return sorted(self._folders() & self._removals.all())

    def removed_letters(self) -> frozenset[str]:
        """The ids of all letters that were marked as removed."""
        return self._removals.all()

    def readings(self, letter_id: str) -> list[str]:
        """The versions of the readings that are held, oldest first; raises `UnknownLetter`."""
        folder = self._letter(letter_id) / "readings"
        versions = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
        return sorted((version for version in versions if _VERSION.fullmatch(version)), key=int)

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """The letter as one reading saw it; without `reading`, the present one or else the newest.

        Raises `RemovedLetter` for a letter that was removed, `UnknownLetter` for another or a reading that is not held,
        `DamagedStore` for one that cannot be read.
        """
        self._refuse_removed(letter_id)
        return _parse(self._held_reading(letter_id, reading), letter_id)

    def original(self, letter_id: str) -> bytes:
        """The file's bytes; raises what `load` raises, `DamagedStore` also when they are not those ingested."""
        self._refuse_removed(letter_id)
        path = self._letter(letter_id) / "original"
        data = _read(path, letter_id)
        if hashlib.sha256(data).hexdigest() != letter_id:
            raise _damaged(path, letter_id, "its content has changed")
        return data

    def known_names(self, letter_id: str) -> tuple[str, ...]:
        """The names that the file was met under, the first as ingested; raises `UnknownLetter`.

        Where the list is lost (it is not flushed with the letter), the name in the reading is the one that is known.
        """
        path = self._letter(letter_id) / "names.json"
        try:
            names = from_json(tuple[str, ...], json.loads(path.read_bytes()))
        except (OSError, ValueError):
            names = ()
        return names or (self.load(letter_id).file,)

    def name(self, letter_id: str) -> str:
        """The file's name as ingested; raises `UnknownLetter`."""
        return self.known_names(letter_id)[0]

    # ----------------------------------------------------------------------------------------------- writing

    def add(self, data: bytes, letter: Letter) -> None:
        """Keep a file and the present reading of it; what is held already stays as it is.

        Raises `ValueError` when the letter's id is not the sha256 of the bytes.
        """
        if hashlib.sha256(data).hexdigest() != letter.id:
            raise ValueError(f"letter {letter.id} was not read from these bytes")
        if self.has(letter.id):
            return
        if self._removals.get(letter.id) and (self._folder / letter.id).is_dir():
            # It was on its way out. What comes in now is all new.
            self.remove(letter.id)
        self._add(data, letter)
        self._removals.drop(letter.id)

    def _add(self, data: bytes, letter: Letter) -> None:
        content = gzip.compress(json.dumps(to_json(letter), separators=(",", ":")).encode(), _COMPRESSION, mtime=0)
        with self._draft() as draft:
            if (self._folder / letter.id).is_dir():
                _write(draft / "letter.json.gz", content)
                _publish(draft, self._reading(letter.id, READING_VERSION).parent)
                return
            _write(draft / "original", data)
            (draft / "names.json").write_bytes(_names(letter.file))
            _write(draft / "readings" / READING_VERSION / "letter.json.gz", content)
            _publish(draft, self._folder / letter.id)

    def add_name(self, letter_id: str, name: str) -> None:
        """Remember that the same bytes were met under another name; raises `UnknownLetter`."""
        known = self.known_names(letter_id)
        if name in known:
            return
        draft = self._folder / f".{uuid.uuid4().hex}"
        _write(draft, _names(*known, name))
        draft.replace(self._letter(letter_id) / "names.json")

    def mark_removed(self, letter_id: str, by: str, why: str = "") -> Removal:
        """From now on a letter is not held, and who asks for it is told when it was removed; its files still stand.

        Unlike all else that writes this may be done while another process writes. Raises `UnknownLetter`.
        """
        known = self._removals.get(letter_id)
        if known is not None:
            return known
        self._letter(letter_id)
        removal = Removal(letter_id, datetime.datetime.now(datetime.UTC), by, why)
        self._removals.add(removal)
        return removal

    def remove(self, letter_id: str) -> None:
        """Clear away a letter with all its readings; raises `UnknownLetter`."""
        leaving = self._folder / f".{uuid.uuid4().hex}"
        self._letter(letter_id).rename(leaving)
        shutil.rmtree(leaving)

    def sweep(self) -> None:
        """Clear away what a writer left that was ended half-way; only for the one that holds the writer's lock."""
        for leftover in self._folder.glob(".*"):
            if leftover.is_dir():
                shutil.rmtree(leftover)
            else:
                leftover.unlink()

    # ------------------------------------------------------------------------------------------------- places

    def _folders(self) -> set[str]:
        try:
            names = os.listdir(self._folder)  # noqa: PTH208 - Path.iterdir makes 6,000 objects for nothing
        except FileNotFoundError:
            return set()
        return {name for name in names if _ID.fullmatch(name)}

    def _refuse_removed(self, letter_id: str) -> None:
        removal = self._removals.get(letter_id)
        if removal is not None:
            raise RemovedLetter(removal)

    def _letter(self, letter_id: str) -> Path:
        folder = self._folder / letter_id
        # The pattern comes first: an id may come from an address typed by anyone.
        if not _ID.fullmatch(letter_id) or not folder.is_dir():
            raise UnknownLetter(f"no letter {letter_id} is held")
        return folder

    def _reading(self, letter_id: str, version: str) -> Path:
        return self._folder / letter_id / "readings" / version / "letter.json.gz"

    def _held_reading(self, letter_id: str, version: str | None) -> Path:
        held = self.readings(letter_id)
        if version is None and held:
            version = READING_VERSION if READING_VERSION in held else held[-1]
        if version is None or version not in held:
            raise UnknownLetter(f"no reading {version or READING_VERSION} of letter {letter_id} is held")
        return self._reading(letter_id, version)

    @contextlib.contextmanager
    def _draft(self) -> Iterator[Path]:
        """An empty folder to write in; gone afterwards, unless it was published."""
        draft = self._folder / f".{uuid.uuid4().hex}"
        draft.mkdir(parents=True)
        try:
            yield draft
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise


def _parse(path: Path, letter_id: str) -> Letter:
    try:
        value: Any = json.loads(gzip.decompress(_read(path, letter_id)))
        letter = from_json(Letter, value)
    except (OSError, EOFError, ValueError, zlib.error) as wrong:
        newer = "it was written by another version of the program" if isinstance(wrong, CodecError) else str(wrong)
        raise _damaged(path, letter_id, newer) from wrong
    if letter.id != letter_id:
        raise _damaged(path, letter_id, f"it holds letter {letter.id}")
    return letter


def _names(*names: str) -> bytes:
    return json.dumps(names).encode()


def _read(path: Path, letter_id: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise _damaged(path, letter_id, wrong.strerror or str(wrong)) from wrong


def _damaged(path: Path, letter_id: str, what: str) -> DamagedStore:
    return DamagedStore(f"{path} cannot be used: {what}; {_REPAIR.format(id=letter_id)}")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        # Half a millisecond. Without it a power cut can leave a file that is renamed but empty.
        os.fsync(file.fileno())


def _publish(draft: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft.rename(place)
