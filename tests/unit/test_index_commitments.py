"""The commitments in a generation: kept, carried over, checked and put into entries."""

import shutil
from pathlib import Path

import pytest

from corpus.letter import compose
from corpus.people import matches
from corpus.reading import Paragraph, Reading
from corpus.types import Format, Letter
from index.errors import UnsupportedLayout
from index.generation import COMMITMENTS_FILE, Generation
from index.seal import Check, read_manifest, seal
from index.types import SearchIndex
from tests.index_examples import HeldLetters
from tests.library_examples import library


def letter(number: int, text: str) -> Letter:
    """A letter with one paragraph."""
    return compose(f"{number:064x}", f"{number}.txt", Reading(Format.TEXT, (Paragraph(text),)))


PROMISE = letter(1, "Ik zal uw Kamer voor 1 mei 2024 over de veren informeren.")
MOTIE = letter(2, "Daarmee geef ik uitvoering aan de motie-Pieterse over veren (Kamerstuk 31 409, nr. 377).")
NOTHING = letter(3, "De veren varen.")


def held(generation: SearchIndex) -> list[tuple[str, str]]:
    """Letter and quote of every mention."""
    return [(stored.letter.file, stored.commitment.quote) for stored in generation.commitments]


def test_a_generation_holds_the_commitments_of_its_letters(tmp_path: Path) -> None:
    """By letter, with their entries."""
    shelf = library(tmp_path)
    shelf.build(HeldLetters([PROMISE, MOTIE, NOTHING]))
    generation = shelf.current()
    assert held(generation) == [("1.txt", PROMISE.text), ("2.txt", MOTIE.text)]
    assert generation.commitments[1].entry == "kst-31409-377"


def test_letters_that_come_and_leave_bring_and_take_theirs(tmp_path: Path) -> None:
    """What stays is carried over; the older generation keeps what it had."""
    shelf, letters = library(tmp_path), HeldLetters([PROMISE, NOTHING])
    shelf.build(letters)
    before = shelf.current()
    letters.add(MOTIE)
    shelf.build(letters)
    assert held(shelf.current()) == [("1.txt", PROMISE.text), ("2.txt", MOTIE.text)]
    letters.remove(PROMISE.id)
    shelf.build(letters)
    assert held(shelf.current()) == [("2.txt", MOTIE.text)]
    assert held(before) == [("1.txt", PROMISE.text)]


def test_a_generation_stays_whole_when_its_folder_is_removed(tmp_path: Path) -> None:
    """Who holds it can still read it."""
    shelf = library(tmp_path)
    shelf.build(HeldLetters([PROMISE]))
    generation = shelf.current()
    shutil.rmtree(tmp_path / "generations")
    assert held(generation) == [("1.txt", PROMISE.text)]


def test_a_damaged_file_is_found(tmp_path: Path) -> None:
    """It is among the files under checksums."""
    shelf = library(tmp_path)
    shelf.build(HeldLetters([PROMISE]))
    path = tmp_path / "generations" / "1" / COMMITMENTS_FILE
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert [COMMITMENTS_FILE in problem for problem in shelf.verify()] == [True]


def test_a_generation_from_before_there_were_commitments_says_so(tmp_path: Path) -> None:
    """It is searched as ever, and asked for promises it names the command to run."""
    library(tmp_path).build(HeldLetters([PROMISE]))
    folder = tmp_path / "generations" / "1"
    (folder / COMMITMENTS_FILE).unlink()
    manifest = read_manifest(folder)
    (folder / "checksums.json").unlink()
    seal(folder, 1, manifest)
    generation = Generation(folder, Check.FULL, matches, current=True)
    assert len(generation.letters) == 1
    with pytest.raises(UnsupportedLayout, match="vraagbaak build"):
        _ = generation.commitments
