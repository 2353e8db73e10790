"""Finding the files that paths stand for."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from corpus.errors import Refusal, UnreadableFile
from corpus.readers.source import DEFAULT_LIMITS, MEGABYTE, Limits, RefusedSource, SourceFile, walk

TINY = Limits(file_size=1000, archive_size=5000, members=10, ratio=50, depth=2)


def _zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _found(path: Path, limits: Limits = DEFAULT_LIMITS) -> dict[str, bytes | Refusal]:
    result: dict[str, bytes | Refusal] = {}
    for source in walk([path], limits):
        result[source.name] = source.load() if isinstance(source, SourceFile) else source.reason
    return result


def test_a_file_is_named_by_its_name(tmp_path: Path) -> None:
    """The folder that it stands in is not shown."""
    (tmp_path / "brief.txt").write_bytes(b"x")
    assert _found(tmp_path / "brief.txt") == {"brief.txt": b"x"}


def test_folders_are_walked_in_order_to_any_depth(tmp_path: Path) -> None:
    """Files by name first, then the folders; hidden files and those of macOS and Word are passed over."""
    for name in ("b.txt", "a.txt", "map/diep/c.txt", ".verborgen", "__MACOSX/x.txt", "map/~$c.docx", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    assert list(_found(tmp_path)) == ["a.txt", "b.txt", "map/diep/c.txt"]


def test_archives_stand_for_their_members(tmp_path: Path) -> None:
    """By the first bytes, whatever the name; archives inside archives too."""
    inner = _zipped({"diep.txt": b"diep"})
    (tmp_path / "post.dat").write_bytes(
        _zipped({"b.txt": b"b", "map/a.txt": b"a", "map/inner.zip": inner, "__MACOSX/._b.txt": b"", "leeg/": b""})
    )
    assert _found(tmp_path) == {"b.txt": b"b", "map/a.txt": b"a", "map/inner.zip/diep.txt": b"diep"}


def test_files_of_nested_archives_can_be_loaded_in_any_order(tmp_path: Path) -> None:
    """What was found stays loadable, also when other archives were opened since."""
    archives = {f"{number}.zip": _zipped({"x.txt": str(number).encode()}) for number in range(3)}
    (tmp_path / "alles.zip").write_bytes(_zipped({**archives, "los.txt": b"los"}))
    sources = [source for source in walk([tmp_path]) if isinstance(source, SourceFile)]
    assert [source.load() for source in reversed(sources)] == [b"los", b"2", b"1", b"0"]


def test_a_word_file_is_one_file(tmp_path: Path) -> None:
    """A package is not walked into."""
    package = _zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
    (tmp_path / "brief.docx").write_bytes(package)
    assert _found(tmp_path) == {"brief.docx": package}


@pytest.mark.parametrize("name", ["../weg.txt", "map/../../weg.txt", "/etc/weg.txt", "C:\\weg.txt", "..\\weg.txt"])
def test_members_that_lead_outside_are_refused_by_name(tmp_path: Path, name: str) -> None:
    """The other members are taken."""
    (tmp_path / "slecht.zip").write_bytes(_zipped({name: b"x", "goed.txt": b"goed"}))
    result = _found(tmp_path)
    assert result.pop("goed.txt") == b"goed"
    assert list(result.values()) == [Refusal.UNSAFE_ARCHIVE]
    assert list(result) == [name.replace("\\", "/")]


def test_links_in_archives_are_refused(tmp_path: Path) -> None:
    """A link is no letter, and could lead anywhere."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("koppeling")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    (tmp_path / "a.zip").write_bytes(buffer.getvalue())
    assert _found(tmp_path) == {"koppeling": Refusal.UNSAFE_ARCHIVE}


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    """A member that unpacks to a thousand times its size is refused by name, the rest goes on."""
    (tmp_path / "bom.zip").write_bytes(_zipped({"bom.txt": b"\0" * (5 * MEGABYTE), "goed.txt": b"goed"}))
    assert _found(tmp_path) == {"bom.txt": Refusal.UNSAFE_ARCHIVE, "goed.txt": b"goed"}


def test_an_archive_that_unpacks_to_too_much_is_refused_whole(tmp_path: Path) -> None:
    """The limit and what to do are in the message."""
    (tmp_path / "groot.zip").write_bytes(_zipped({f"{n}.txt": os.urandom(900) for n in range(6)}))
    (only,) = walk([tmp_path], TINY)
    assert isinstance(only, RefusedSource)
    assert only.reason is Refusal.UNSAFE_ARCHIVE
    assert "in parts" in only.message


def test_an_archive_with_too_many_files_is_refused_whole(tmp_path: Path) -> None:
    """Counted over the archives inside it too."""
    inner = _zipped({f"{n}.txt": b"x" for n in range(8)})
    (tmp_path / "veel.zip").write_bytes(_zipped({"a.zip": inner, "b.zip": inner, "los.txt": b"los"}))
    result = _found(tmp_path, TINY)
    assert result["los.txt"] == b"los"
    assert Refusal.UNSAFE_ARCHIVE in result.values()


def test_archives_too_deep_in_each_other_are_refused(tmp_path: Path) -> None:
    """Down to the limit the files are taken."""
    data = _zipped({"diep.txt": b"diep"})
    for level in range(4):
        data = _zipped({f"{level}.zip": data, f"{level}.txt": b"x"})
    (tmp_path / "nest.zip").write_bytes(data)
    result = _found(tmp_path, Limits(depth=3))
    assert result["3.txt"] == b"x"
    assert result["3.zip/2.zip/1.zip"] is Refusal.UNSAFE_ARCHIVE


def test_files_that_are_too_large_are_not_read(tmp_path: Path) -> None:
    """A file of 300 MB is refused by its size alone."""
    with (tmp_path / "reus.pdf").open("wb") as file:
        file.truncate(300 * MEGABYTE)
    (only,) = walk([tmp_path])
    assert isinstance(only, RefusedSource)
    assert (only.reason, only.message) == (Refusal.TOO_LARGE, "300 MB; a file may have 100 MB")


def test_members_with_a_password_are_named(tmp_path: Path) -> None:
    """The flag of an encrypted member is enough."""
    data = bytearray(_zipped({"geheim.txt": b"x"}))
    data[6] |= 1  # in the local header
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # in the directory
    (tmp_path / "a.zip").write_bytes(bytes(data))
    assert _found(tmp_path) == {"geheim.txt": Refusal.ENCRYPTED}


def test_damaged_archives_are_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A zip that is cut off, and one with a member whose bytes were changed."""
    whole = _zipped({"a.txt": os.urandom(300), "b.txt": b"b"})
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    changed = bytearray(whole)
    changed[60] ^= 0xFF
    (tmp_path / "stuk.zip").write_bytes(bytes(changed))
    results = {}
    for source in walk([tmp_path]):
        try:
            results[source.name] = source.load() if isinstance(source, SourceFile) else source.reason
        except UnreadableFile as refused:
            results[source.name] = refused.reason
    assert results == {"half.zip": Refusal.DAMAGED, "a.txt": Refusal.DAMAGED, "b.txt": b"b"}


def test_an_empty_archive_is_said(tmp_path: Path) -> None:
    """Nothing in it is not the same as nothing wrong."""
    (tmp_path / "leeg.zip").write_bytes(_zipped({}))
    assert _found(tmp_path) == {"leeg.zip": Refusal.EMPTY}


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    """A link to a file inside the folder is, one to a folder or to elsewhere is not."""
    (tmp_path / "elders.txt").write_text("elders")
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    (folder / "c.txt").symlink_to(tmp_path / "elders.txt")
    (folder / "d").symlink_to(folder)
    assert _found(folder) == {"a.txt": b"a", "b.txt": b"a", "c.txt": Refusal.NOT_FOUND, "d": Refusal.NOT_FOUND}


def test_odd_paths_are_refused_and_nothing_more(tmp_path: Path) -> None:
    """Links in a circle, names that are too long, files that leave while they are walked."""
    (tmp_path / "kring").symlink_to(tmp_path / "kring")
    (tmp_path / "weg.docx").write_bytes(_zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}))
    assert _found(tmp_path / ("lang" * 100)) == {"lang" * 100: Refusal.NOT_FOUND}
    circle, leaving = walk([tmp_path])
    assert isinstance(circle, RefusedSource)
    assert isinstance(leaving, SourceFile)
    (tmp_path / "weg.docx").unlink()
    with pytest.raises(UnreadableFile):
        leaving.load()


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """Reading it could wait for ever."""
    os.mkfifo(tmp_path / "pijp")
    assert _found(tmp_path) == {"pijp": Refusal.UNKNOWN_KIND}


def test_names_can_always_be_printed(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 and control characters are shown as replaced."""
    (tmp_path / os.fsdecode(b"na\xffam\x1b.txt")).write_text("x")
    assert list(_found(tmp_path)) == ["na�am�.txt"]


def test_names_in_utf8_that_an_archive_does_not_mark_are_read_so(tmp_path: Path) -> None:
    """Archives of macOS leave the flag out."""
    data = _zipped({"café.txt": b"x"})
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(header) + flags
        data = data[: place + 1] + b"\0" + data[place + 2 :]
    (tmp_path / "a.zip").write_bytes(data)
    assert _found(tmp_path) == {"café.txt": b"x"}


def test_a_path_that_does_not_exist_is_not_found(tmp_path: Path) -> None:
    """It is one refused source, by its name."""
    assert _found(tmp_path / "weg.pdf") == {"weg.pdf": Refusal.NOT_FOUND}
