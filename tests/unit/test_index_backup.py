"""Backup and restore: everything comes back, and nothing else comes in."""

import gzip
import hashlib
import io
import json
import re
import shutil
import sqlite3
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.store import Store
from index.backup import backup, restore
from index.durable import files_under, sha256_of
from index.errors import Busy, DamagedGeneration, UnsupportedLayout, UnusableBackup
from index.lock import writing
from index.types import Field, Term
from qa.metadata.corrected import open_letters
from tests.builders import a_letter
from tests.library_examples import library


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with letters, two generations, a database in use, and what running processes leave."""
    folder = tmp_path_factory.mktemp("made") / "data"
    store = Store(folder)
    for number in (1, 2):
        content = f"Brief {number} over wonen.".encode()
        store.add(content, a_letter(content.decode()))
        library(folder).build(open_letters(folder))
    with sqlite3.connect(folder / "app.db") as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE correction (name TEXT)")
        database.execute("INSERT INTO correction VALUES ('Van Dam')")
    (folder / "audit").mkdir()
    (folder / "audit" / "2024.jsonl").write_text("{}\n")
    (folder / "letters" / ".half").mkdir()
    (folder / "letters" / ".half" / "original").write_text("half")
    return folder


@pytest.fixture
def data(made_once: Path, tmp_path: Path) -> Path:
    """A copy of that folder, to do anything with."""
    return Path(shutil.copytree(made_once, tmp_path / "data"))


@pytest.fixture(scope="module")
def whole(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole backup of that folder; for reading only."""
    file = tmp_path_factory.mktemp("whole") / "backup.tar"
    backup(made_once, file)
    return file


def kept(folder: Path) -> dict[str, str]:
    """The files that a backup should hold, with their digests; databases apart."""
    return {
        name: sha256_of(folder / name)
        for name in files_under(folder)
        if not name.startswith(("writer.lock", "app.db", "letters/.half", "generations/1/"))
    }


def rows(database: Path) -> list[tuple[str, ...]]:
    """What the database holds."""
    connection = sqlite3.connect(database)
    try:
        return connection.execute("SELECT name FROM correction").fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize("name", ["backup.tar", "backup.tar.gz", "backup.tgz"])
def test_a_restored_folder_equals_the_one_backed_up(data: Path, tmp_path: Path, name: str) -> None:
    """Letters, the generation in force, the database and all else come back to the byte, and answer the same."""
    report = backup(data, tmp_path / name)

    restore(tmp_path / name, tmp_path / "restored")

    assert kept(tmp_path / "restored") == kept(data)
    assert rows(tmp_path / "restored/app.db") == [("Van Dam",)]
    assert (report.generation, report.problems, report.files) == (2, (), len(kept(data)) + 1)
    here, there = library(data), library(tmp_path / "restored")
    terms = [Term("wonen"), Term("2", 0.5)]
    assert here.current().search_lexical(Field.BODY, terms, 5) == there.current().search_lexical(Field.BODY, terms, 5)
    assert there.current().info.manifest == here.current().info.manifest
    assert there.verify() == []
    assert there.build(open_letters(tmp_path / "restored")).up_to_date
    assert tarfile.is_tarfile(tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(b"\x1f\x8b") == name.endswith("gz")


def test_a_backup_of_letters_only_comes_back(tmp_path: Path) -> None:
    """Before the first build there are only letters; they are backed up and restored all the same."""
    content = b"Een brief."
    Store(tmp_path / "data").add(content, a_letter(content.decode()))

    report = backup(tmp_path / "data", tmp_path / "backup.tar")
    restore(tmp_path / "backup.tar", tmp_path / "restored")

    assert report.generation is None
    assert Store(tmp_path / "restored").letters() == Store(tmp_path / "data").letters()


def test_what_is_damaged_is_said(data: Path, tmp_path: Path) -> None:
    """A damaged generation is left out and a changed original is kept, and both are named."""
    vectors = data / "generations/2/vectors.faiss"
    vectors.write_bytes(vectors.read_bytes()[:-1] + b"?")
    (original, *_) = sorted(data.glob("letters/[0-9a-f]*/original"))
    original.write_bytes(b"changed")

    report = backup(data, tmp_path / "backup.tar")

    assert report.generation is None
    assert report.problems == (
        f"the generation in force is left out: {vectors} has changed since it was written",
        f"{original} has changed since it was ingested",
    )
    restore(tmp_path / "backup.tar", tmp_path / "restored")
    assert not (tmp_path / "restored/generations").exists()


def test_a_backup_waits_for_nobody(data: Path, tmp_path: Path) -> None:
    """While another writes a backup is refused: it would hold half of what is being written."""
    with writing(data, "ingest"), pytest.raises(Busy, match="`vraagbaak ingest`"):
        backup(data, tmp_path / "backup.tar")

    assert not (tmp_path / "backup.tar").exists()


def test_a_backup_replaces_the_one_before_in_one_step(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A backup that fails half-way leaves the earlier file of that name as it was, and nothing beside it."""
    (tmp_path / "backup.tar").write_text("the one before")

    def fail(_archive: tarfile.TarFile, _member: tarfile.TarInfo, _file: object = None) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(tarfile.TarFile, "addfile", fail)
    with pytest.raises(OSError, match="Input/output error"):
        backup(data, tmp_path / "backup.tar")

    assert (tmp_path / "backup.tar").read_text() == "the one before"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["backup.tar", "data"]


def test_a_backup_lies_outside_the_data_folder(data: Path, tmp_path: Path) -> None:
    """A file inside the data folder would be part of the next backup; a folder that is not there has none."""
    with pytest.raises(UnusableBackup, match="lies in the data folder itself"):
        backup(data, data / "audit" / ".." / "backup.tar")
    with pytest.raises(UnusableBackup, match="there is no data folder"):
        backup(tmp_path / "nothing", tmp_path / "backup.tar")


def test_a_folder_that_holds_something_is_left_alone(data: Path, tmp_path: Path) -> None:
    """A restore never overwrites or adds to what is there."""
    backup(data, tmp_path / "backup.tar")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "file").write_text("mine")

    with pytest.raises(UnusableBackup, match="is not empty: restore into a new folder"):
        restore(tmp_path / "backup.tar", tmp_path / "other")

    assert files_under(tmp_path / "other") == ["file"]


def test_a_restore_that_was_ended_can_be_done_again(data: Path, tmp_path: Path) -> None:
    """What a killed restore left does not count as content, and is cleared."""
    backup(data, tmp_path / "backup.tar")
    (tmp_path / "restored" / ".restoring-old" / "letters").mkdir(parents=True)

    restore(tmp_path / "backup.tar", tmp_path / "restored")

    assert kept(tmp_path / "restored") == kept(data)


# ------------------------------------------------------------------------------------------ damaged and hostile


def refused(file: Path, folder: Path) -> str:
    """Restore what cannot be restored; the message. Nothing may be left of it."""
    outside = sorted(entry.name for entry in folder.parent.iterdir() if entry != folder)
    with pytest.raises(UnusableBackup) as refusal:
        restore(file, folder)
    assert files_under(folder) == []
    assert list(folder.iterdir()) == []
    assert sorted(entry.name for entry in folder.parent.iterdir() if entry != folder) == outside
    return str(refusal.value)


def rewritten(
    source: Path, target: Path, change: Callable[[tarfile.TarInfo, bytes], list[tuple[tarfile.TarInfo, bytes]]]
) -> Path:
    """A copy of a backup in which each member is replaced by what `change` makes of it."""
    with tarfile.open(source) as old, tarfile.open(target, "w") as new:
        for member in old:
            content = old.extractfile(member)
            for made, made_content in change(member, content.read() if content else b""):
                made.size = len(made_content) if made.isreg() else 0
                new.addfile(made, io.BytesIO(made_content) if made.isreg() else None)
    return target


def test_a_changed_file_is_named(whole: Path, tmp_path: Path) -> None:
    """A member whose content changed is noticed, the list of contents too."""
    changed = rewritten(
        whole,
        tmp_path / "changed.tar",
        lambda member, content: [(member, content[:-1] + b"?" if member.name.endswith("2024.jsonl") else content)],
    )

    assert refused(changed, tmp_path / "restored").endswith(
        "is damaged: audit/2024.jsonl has changed since the backup was made"
    )


@pytest.mark.parametrize("missing", ["audit/2024.jsonl", "generations/CURRENT", "contents.json"])
def test_a_missing_file_is_named(whole: Path, tmp_path: Path, missing: str) -> None:
    """A member that is gone is noticed."""
    without = rewritten(
        whole,
        tmp_path / "without.tar",
        lambda member, content: [] if member.name == missing else [(member, content)],
    )

    said = "its list of contents is missing" if missing == "contents.json" else f"{missing} is missing"
    assert refused(without, tmp_path / "restored").endswith(f"is not a whole backup: {said}")


def test_a_file_more_is_named(whole: Path, tmp_path: Path) -> None:
    """A member that the backup did not hold when it was made is noticed."""
    more = rewritten(
        whole,
        tmp_path / "more.tar",
        lambda member, content: [
            *([(tarfile.TarInfo("letters/extra"), b"x")] if member.name == "contents.json" else []),
            (member, content),
        ],
    )

    assert "letters/extra has changed" in refused(more, tmp_path / "restored")


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
@pytest.mark.parametrize("compressed", [False, True])
def test_a_backup_cut_short_is_refused(whole: Path, tmp_path: Path, share: float, compressed: bool) -> None:
    """A file that ends before all of its members are there is no backup, wherever it ends."""
    content = whole.read_bytes().rstrip(b"\0")
    content = gzip.compress(content, 1) if compressed else content
    (tmp_path / "short.tar").write_bytes(content[: int(len(content) * share)])

    assert "is not a whole backup" in refused(tmp_path / "short.tar", tmp_path / "restored")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\0" * 10240, b"{}" * 3000])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    """Any other file is refused in words."""
    (tmp_path / "backup.tar").write_bytes(content)

    assert "is not a whole backup" in refused(tmp_path / "backup.tar", tmp_path / "restored")


HOSTILE_NAMES = [
    "../evil",
    "letters/../../evil",
    "/etc/evil",
    "letters//evil",
    "./evil",
    "letters/./evil",
    "..",
    ".",
    "letters/..",
    "..\\evil",
    "C:evil",
    "C:\\evil",
    "letters/new\nline",
    "letters/bell\x07",
    "letters/" + "x" * 300,
    "letters/\udcff",
    "",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_are_refused(whole: Path, tmp_path: Path, name: str) -> None:
    """No name leads out of the folder or means something else on another system."""
    hostile = rewritten(
        whole,
        tmp_path / "hostile.tar",
        lambda member, content: [(tarfile.TarInfo(name), b"evil"), (member, content)],
    )

    assert re.search(
        r"which no backup of Vraagbaak holds$|is not a whole backup", refused(hostile, tmp_path / "restored")
    )
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.DIRTYPE]
)
def test_anything_but_a_plain_file_is_refused(whole: Path, tmp_path: Path, kind: bytes) -> None:
    """Links, devices, pipes and folders of their own are in no backup."""
    odd = tarfile.TarInfo("letters/odd")
    odd.type, odd.linkname = kind, "../../evil"
    hostile = rewritten(whole, tmp_path / "hostile.tar", lambda member, content: [(odd, b""), (member, content)])

    assert refused(hostile, tmp_path / "restored").endswith("'letters/odd', which no backup of Vraagbaak holds")


@pytest.mark.parametrize("second", ["audit/2024.jsonl", "audit/2024.jsonl/below", "audit"])
def test_a_name_used_twice_is_refused(whole: Path, tmp_path: Path, second: str) -> None:
    """A later member cannot replace an earlier one, nor be its folder."""
    twice = rewritten(
        whole,
        tmp_path / "twice.tar",
        lambda member, content: [
            (member, content),
            *([(tarfile.TarInfo(second), b"x")] if member.name == "audit/2024.jsonl" else []),
        ],
    )

    assert refused(twice, tmp_path / "restored").endswith("twice, or as a file and as a folder")


def test_a_generation_that_does_not_fit_is_refused(whole: Path, tmp_path: Path) -> None:
    """A backup that was put together anew, its list of contents too, is still checked as a generation."""
    sums: dict[str, object] = {}

    def tamper(member: tarfile.TarInfo, content: bytes) -> list[tuple[tarfile.TarInfo, bytes]]:
        if member.name.endswith("chunks.sqlite"):
            content = content.replace(b"wonen", b"wanen")
        if member.name == "contents.json":
            content = json.dumps(sums).encode()
        sums[member.name] = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        return [(member, content)]

    rewritten(whole, tmp_path / "tampered.tar", tamper)

    with pytest.raises(DamagedGeneration, match=r"chunks\.sqlite has changed since it was written"):
        restore(tmp_path / "tampered.tar", tmp_path / "restored")
    assert list((tmp_path / "restored").iterdir()) == []


def test_a_backup_of_another_layout_is_refused(data: Path, tmp_path: Path) -> None:
    """A backup made by a newer program is left for that program."""
    (data / "LAYOUT").write_text("99\n")
    backup(data, tmp_path / "backup.tar")

    with pytest.raises(UnsupportedLayout, match="newer version"):
        restore(tmp_path / "backup.tar", tmp_path / "restored")

    assert list((tmp_path / "restored").iterdir()) == []
