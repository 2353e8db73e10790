"""Letters on disk: what is kept, what is refused, and what is said about damage."""

import dataclasses
import gzip
import hashlib
from pathlib import Path

import pytest

from corpus import store as store_module
from corpus.errors import DamagedStore, UnknownLetter
from corpus.store import READING_VERSION, Store
from corpus.types import Letter
from tests.builders import a_letter


def letter_of(data: bytes, file: str = "brief.pdf") -> Letter:
    """A letter that says it was read from these bytes."""
    return dataclasses.replace(
        a_letter("De minister komt hierop terug."), id=hashlib.sha256(data).hexdigest(), file=file
    )


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Store, Letter]:
    """A store that holds one letter."""
    store, letter = Store(tmp_path), letter_of(b"%PDF-1.7 een")
    store.add(b"%PDF-1.7 een", letter)
    return store, letter


def reading_file(folder: Path, letter: Letter) -> Path:
    """Where the present reading of a letter lies."""
    return folder / "letters" / letter.id / "readings" / READING_VERSION / "letter.json.gz"


def test_an_empty_folder_holds_no_letters(tmp_path: Path) -> None:
    """A folder in which nothing was ever kept is an empty collection."""
    assert Store(tmp_path / "nowhere").letters() == []


def test_a_letter_comes_back_with_its_bytes_and_name(kept: tuple[Store, Letter]) -> None:
    """What was added is there: letter, bytes, name, reading."""
    store, letter = kept
    assert store.letters() == [letter.id]
    assert store.has(letter.id)
    assert store.load(letter.id) == letter
    assert store.original(letter.id) == b"%PDF-1.7 een"
    assert store.name(letter.id) == "brief.pdf"
    assert store.readings(letter.id) == [READING_VERSION]


def test_letters_are_sorted_by_id(tmp_path: Path) -> None:
    """The order does not depend on the order of adding."""
    store = Store(tmp_path)
    contents = [b"een", b"twee", b"drie"]
    for data in contents:
        store.add(data, letter_of(data))
    assert store.letters() == sorted(hashlib.sha256(data).hexdigest() for data in contents)


def test_the_same_bytes_under_another_name_are_one_letter(kept: tuple[Store, Letter]) -> None:
    """Adding again changes nothing; the other name is remembered beside the first."""
    store, letter = kept
    store.add(b"%PDF-1.7 een", letter_of(b"%PDF-1.7 een", "kopie.pdf"))
    store.add_name(letter.id, "kopie.pdf")
    store.add_name(letter.id, "kopie.pdf")
    assert store.letters() == [letter.id]
    assert store.load(letter.id).file == "brief.pdf"
    assert store.known_names(letter.id) == ("brief.pdf", "kopie.pdf")


def test_a_letter_that_was_not_read_from_these_bytes_is_refused(tmp_path: Path) -> None:
    """The id must be the sha256 of the bytes."""
    with pytest.raises(ValueError, match="was not read from these bytes"):
        Store(tmp_path).add(b"andere", letter_of(b"een"))


def test_two_stores_write_the_same_bytes(tmp_path: Path) -> None:
    """A reading's file holds no time and no machine."""
    letter = letter_of(b"een")
    for name in ("a", "b"):
        Store(tmp_path / name).add(b"een", letter)
    assert reading_file(tmp_path / "a", letter).read_bytes() == reading_file(tmp_path / "b", letter).read_bytes()


def test_a_new_reading_stands_beside_the_old_one(kept: tuple[Store, Letter], monkeypatch: pytest.MonkeyPatch) -> None:
    """A better reader adds a reading; the old one can still be asked for by its version."""
    store, letter = kept
    monkeypatch.setattr(store_module, "READING_VERSION", "12")
    assert not store.has(letter.id)
    assert store.load(letter.id) == letter
    better = dataclasses.replace(letter, file="beter.pdf")
    store.add(b"%PDF-1.7 een", better)
    assert store.readings(letter.id) == [READING_VERSION, "12"]
    assert store.load(letter.id) == better
    assert store.load(letter.id, READING_VERSION) == letter


def test_a_removed_letter_is_gone(kept: tuple[Store, Letter], tmp_path: Path) -> None:
    """Nothing of it stays on disk."""
    store, letter = kept
    store.remove(letter.id)
    assert store.letters() == []
    assert list((tmp_path / "letters").iterdir()) == []
    with pytest.raises(UnknownLetter):
        store.remove(letter.id)


@pytest.mark.parametrize("letter_id", ["0" * 64, "..", "../../etc/passwd", "", "ABC", "0" * 63 + "\n"])
def test_an_unknown_id_is_said_to_be_unknown(kept: tuple[Store, Letter], letter_id: str) -> None:
    """Ids that are not held, and texts that are no id, reach no file."""
    store, _ = kept
    assert not store.has(letter_id)
    for ask in (store.load, store.original, store.readings, store.known_names, store.name, store.remove):
        with pytest.raises(UnknownLetter):
            ask(letter_id)


def test_an_unknown_reading_is_said_to_be_unknown(kept: tuple[Store, Letter]) -> None:
    """A version that is not held is named."""
    store, letter = kept
    with pytest.raises(UnknownLetter, match="no reading 99 of letter"):
        store.load(letter.id, "99")


def test_changed_bytes_are_noticed(kept: tuple[Store, Letter], tmp_path: Path) -> None:
    """An original that is not what was ingested is not handed out."""
    store, letter = kept
    (tmp_path / "letters" / letter.id / "original").write_bytes(b"%PDF-1.7 twee")
    with pytest.raises(DamagedStore, match="original cannot be used: its content has changed; put the file back"):
        store.original(letter.id)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no gzip",
        gzip.compress(b"no json"),
        gzip.compress(b"[]"),
        gzip.compress(b'{"id": "x"}'),
        gzip.compress(b"\xff\xfe"),
        gzip.compress(b"{}" * 500)[:-9],
        gzip.compress(b"{}")[:12] + b"\xff\xff\xff\xff\xff\xff",
    ],
    ids=["empty", "plain", "words", "array", "too few fields", "no text", "cut off", "corrupt stream"],
)
def test_a_damaged_reading_names_the_file_and_the_next_step(
    kept: tuple[Store, Letter], tmp_path: Path, content: bytes
) -> None:
    """Whatever is wrong with a reading's file, the message says which file and what to do."""
    store, letter = kept
    path = reading_file(tmp_path, letter)
    path.write_bytes(content)
    with pytest.raises(DamagedStore) as raised:
        store.load(letter.id)
    assert str(path) in str(raised.value)
    assert f"remove the letter ({letter.id}) and ingest its file again" in str(raised.value)


def test_a_reading_of_another_letter_is_refused(kept: tuple[Store, Letter], tmp_path: Path) -> None:
    """A file that was put in the wrong folder is not taken for this letter."""
    store, letter = kept
    other = letter_of(b"twee")
    store.add(b"twee", other)
    reading_file(tmp_path, letter).write_bytes(reading_file(tmp_path, other).read_bytes())
    with pytest.raises(DamagedStore, match=f"it holds letter {other.id}"):
        store.load(letter.id)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"[1]", b"\xff"])
def test_a_lost_list_of_names_costs_only_the_other_names(
    kept: tuple[Store, Letter], tmp_path: Path, content: bytes
) -> None:
    """The name as ingested stands in the reading too, so it is never lost."""
    store, letter = kept
    (tmp_path / "letters" / letter.id / "names.json").write_bytes(content)
    assert store.known_names(letter.id) == ("brief.pdf",)
    store.add_name(letter.id, "kopie.pdf")
    assert store.known_names(letter.id) == ("brief.pdf", "kopie.pdf")


def test_what_a_killed_writer_left_is_no_letter_and_is_swept(kept: tuple[Store, Letter], tmp_path: Path) -> None:
    """Half-written folders are invisible, and cleared away on demand."""
    store, letter = kept
    leftover = tmp_path / "letters" / ".0f3c"
    (leftover / "readings").mkdir(parents=True)
    (tmp_path / "letters" / ".names").write_bytes(b"[]")
    assert store.letters() == [letter.id]
    store.sweep()
    assert [path.name for path in (tmp_path / "letters").iterdir()] == [letter.id]
    assert store.load(letter.id) == letter
