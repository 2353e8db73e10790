"""Checksums and the pointer: any change of any byte is noticed."""

import shutil
from pathlib import Path

import pytest

from index.durable import files_under
from index.errors import DamagedGeneration, UnsupportedLayout
from index.seal import (
    LAYOUT,
    Check,
    pointer_mark,
    problems_of,
    read_manifest,
    read_pointer,
    read_seal,
    seal,
    write_pointer,
)
from index.types import Manifest

MANIFEST = Manifest({"a" * 64: "1"}, 3, "c" * 64, "v" * 64, "encoder", 8, {"analysis": "1"})


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    """A sealed folder with files of several sizes."""
    folder = tmp_path / "7"
    (folder / "lexical").mkdir(parents=True)
    (folder / "chunks.sqlite").write_bytes(bytes(range(256)) * 3)
    (folder / "lexical" / "terms").write_bytes(b"terms")
    (folder / "lexical" / "empty").write_bytes(b"")
    seal(folder, 7, MANIFEST)
    return folder


def problems(folder: Path, check: Check = Check.FULL) -> list[str]:
    """What is wrong with a folder, in words."""
    try:
        return list(problems_of(folder, read_seal(folder), check))
    except DamagedGeneration as problem:
        return [str(problem)]


def test_what_was_sealed_comes_back(sealed: Path) -> None:
    """A seal names every file but its own, and the manifest reads back equal."""
    read = read_seal(sealed)

    assert (read.layout, read.number, list(read.files)) == (
        LAYOUT,
        7,
        ["chunks.sqlite", "lexical/empty", "lexical/terms", "manifest.json"],
    )
    assert read_manifest(sealed) == MANIFEST
    assert problems(sealed) == []


def test_every_flipped_bit_is_noticed(sealed: Path) -> None:
    """A full check notices one changed bit, in any file: manifest and checksums too (here in every third byte)."""
    for name in files_under(sealed):
        content = (sealed / name).read_bytes()
        for place in range(0, len(content), 3):
            (sealed / name).write_bytes(
                content[:place] + bytes([content[place] ^ 1 << place % 8]) + content[place + 1 :]
            )
            try:
                found = problems(sealed)
            except UnsupportedLayout as refused:
                found = [str(refused)]
            assert len(found) == 1, (name, place)
            assert str(sealed) in found[0]
        (sealed / name).write_bytes(content)
    assert problems(sealed) == []


@pytest.mark.parametrize("check", Check)
@pytest.mark.parametrize("name", ["chunks.sqlite", "lexical/terms", "lexical/empty", "manifest.json"])
def test_a_missing_file_is_named(sealed: Path, name: str, check: Check) -> None:
    """Either check names a file that is not there."""
    (sealed / name).unlink()

    assert problems(sealed, check) == [f"{sealed / name} cannot be read: No such file or directory"]


@pytest.mark.parametrize("check", Check)
def test_a_file_of_another_size_is_named(sealed: Path, check: Check) -> None:
    """Either check notices a file that was cut short or that grew."""
    (sealed / "lexical" / "terms").write_bytes(b"term")

    assert problems(sealed, check) == [f"{sealed}/lexical/terms has 4 bytes, not 5"]


def test_a_check_of_sizes_leaves_the_large_files_alone(sealed: Path) -> None:
    """The quick check looks at the size of chunks and vectors, and at every byte of everything else."""
    (sealed / "chunks.sqlite").write_bytes(bytes(768))
    assert problems(sealed, Check.SIZES) == []
    assert problems(sealed) == [f"{sealed}/chunks.sqlite has changed since it was written"]

    (sealed / "lexical" / "terms").write_bytes(b"tirms")
    assert problems(sealed, Check.SIZES) == [f"{sealed}/lexical/terms has changed since it was written"]


def test_a_folder_under_another_number_is_refused(sealed: Path) -> None:
    """A generation that was copied over another is not taken for it."""
    shutil.copytree(sealed, sealed.with_name("8"))

    assert problems(sealed.with_name("8")) == [
        f"{sealed.with_name('8')}/checksums.json has changed since it was written"
    ]


@pytest.mark.parametrize(
    ("layout", "advice"),
    [
        pytest.param("0", "older version of Vraagbaak (layout 0): run `vraagbaak build`", id="older"),
        pytest.param("99", "newer version of Vraagbaak (layout 99): update the program", id="newer"),
    ],
)
def test_another_layout_is_refused_with_what_to_do(sealed: Path, layout: str, advice: str) -> None:
    """A generation of another version of the program is told from a damaged one."""
    checksums = sealed / "checksums.json"
    checksums.write_text(checksums.read_text().replace(f'"layout": "{LAYOUT}"', f'"layout": "{layout}"'))

    with pytest.raises(UnsupportedLayout) as refused:
        read_seal(sealed)

    assert str(refused.value).endswith(advice)


def test_the_pointer_names_one_seal(sealed: Path) -> None:
    """The pointer reads back, and its mark changes each time that it is written."""
    generations = sealed.parent
    assert (read_pointer(generations), pointer_mark(generations)) == (None, None)

    write_pointer(generations, read_seal(sealed))
    first = pointer_mark(generations)
    pointer = read_pointer(generations)
    write_pointer(generations, read_seal(sealed))

    assert pointer is not None
    assert (pointer.number, pointer.digest) == (7, read_seal(sealed).digest)
    assert first != pointer_mark(generations)


def test_every_flipped_bit_of_the_pointer_is_noticed(sealed: Path) -> None:
    """A changed pointer cannot be read, or names a seal that there is not."""
    write_pointer(sealed.parent, read_seal(sealed))
    current = sealed.parent / "CURRENT"
    content = current.read_bytes()
    for place in range(len(content)):
        current.write_bytes(content[:place] + bytes([content[place] ^ 1 << place % 8]) + content[place + 1 :])
        try:
            read = read_pointer(sealed.parent)
        except DamagedGeneration:
            continue
        assert read is not None
        assert (read.number, read.digest) != (7, read_seal(sealed).digest)
