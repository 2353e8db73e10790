"""Generations that are looked after: going back, verifying, clearing away."""

import shutil
import threading
from pathlib import Path

import pytest

from index.errors import DamagedGeneration, NoGeneration
from index.types import Field, Term
from tests.builders import a_letter
from tests.index_examples import HeldLetters, ToyEncoder
from tests.library_examples import MOTIE, PLAN, REPORT, found, library, spoil


def test_going_back_gives_the_same_answers(tmp_path: Path) -> None:
    """After a rollback the hits are those of before to the last bit, and forward again too."""
    letters = HeldLetters([PLAN, REPORT])
    built = library(tmp_path)

    def answers() -> list[object]:
        generation = built.current()
        terms = [Term("plan"), Term("zorg", 0.5), Term("wonen", 0.3)]
        vector = ToyEncoder().encode(["een plan over wonen"])[0]
        return [
            generation.search_lexical(Field.BODY, terms, 10),
            generation.search_dense(vector, 10),
            generation.fetch(range(generation.info.manifest.chunk_count)),
        ]

    built.build(letters)
    first = answers()
    letters.add(MOTIE)
    built.build(letters)
    second = answers()

    assert built.rollback().number == 1
    assert answers() == first
    assert found(library(tmp_path), "werk") == set()
    assert built.activate(2).number == 2
    assert answers() == second


def test_going_back_without_a_number_takes_the_one_before(tmp_path: Path) -> None:
    """Each rollback goes one back, until there is none; what is not there cannot be put in force."""
    built, letters = library(tmp_path), HeldLetters()
    for letter in (PLAN, MOTIE, REPORT):
        letters.add(letter)
        built.build(letters)

    assert [built.rollback().number, built.rollback().number] == [2, 1]
    with pytest.raises(NoGeneration, match="no earlier generation"):
        built.rollback()
    with pytest.raises(NoGeneration, match="there is no generation 9; on disk: 1, 2, 3"):
        built.rollback(9)
    assert built.current().info.number == 1


def test_a_damaged_generation_is_not_put_in_force(tmp_path: Path) -> None:
    """Every byte is read before a generation is put in force; when that fails what serves stays."""
    built, letters = library(tmp_path), HeldLetters([PLAN])
    built.build(letters)
    letters.add(MOTIE)
    built.build(letters)
    spoil(tmp_path / "generations/1/vectors.faiss", -1)

    with pytest.raises(DamagedGeneration, match=r"generations/1/vectors\.faiss has changed"):
        built.rollback()

    assert library(tmp_path).current().info.number == 2


def test_a_build_after_going_back_takes_a_new_number(tmp_path: Path) -> None:
    """Numbers are never used twice: after going back from 2 to 1 the next generation is 3."""
    built, letters = library(tmp_path), HeldLetters([PLAN])
    built.build(letters)
    letters.add(MOTIE)
    built.build(letters)
    built.rollback(1)

    assert built.build(letters).generation == 3
    assert [(info.number, info.current) for info in built.generations()] == [(1, False), (2, False), (3, True)]


def test_only_the_newest_generations_stay(tmp_path: Path) -> None:
    """Of many builds the newest five stay, or as many as are asked for."""
    letters = HeldLetters()
    for number in range(7):
        letters.add(a_letter(f"Brief {number}."))
        library(tmp_path).build(letters)
    assert [info.number for info in library(tmp_path).generations()] == [3, 4, 5, 6, 7]

    letters.add(a_letter("Brief 7."))
    library(tmp_path, keep=2).build(letters)

    assert [(info.number, info.current) for info in library(tmp_path).generations()] == [(7, False), (8, True)]


def test_verify_names_every_damaged_file(tmp_path: Path) -> None:
    """All generations are read whole, and each damaged file has its line; of one generation only its own."""
    built, letters = library(tmp_path), HeldLetters([PLAN])
    built.build(letters)
    letters.add(MOTIE)
    built.build(letters)
    assert built.verify() == []
    generations = tmp_path / "generations"
    spoil(generations / "1/vectors.faiss")
    spoil(generations / "2/chunks.sqlite")
    (generations / "2/manifest.json").unlink()

    assert built.verify() == [
        f"{generations}/1/vectors.faiss has changed since it was written",
        f"{generations}/2/chunks.sqlite has changed since it was written",
        f"{generations}/2/manifest.json cannot be read: No such file or directory",
    ]
    assert built.verify(1) == [f"{generations}/1/vectors.faiss has changed since it was written"]
    with pytest.raises(NoGeneration):
        built.verify(5)


def test_verify_reads_the_pointer_too(tmp_path: Path) -> None:
    """A pointer that names nothing whole is a problem of its own."""
    built = library(tmp_path)
    built.build(HeldLetters([PLAN]))
    shutil.copy(tmp_path / "generations/CURRENT", tmp_path / "kept")
    spoil(tmp_path / "generations/CURRENT", 5)
    assert len(built.verify()) == 1

    shutil.copy(tmp_path / "kept", tmp_path / "generations/CURRENT")
    assert built.verify() == []


def test_generations_that_hold_a_letter_are_cleared_away_but_for_the_one_in_force(tmp_path: Path) -> None:
    """Who serves one of them still does not hand it out again, and waits for the next one to be opened."""
    letters = HeldLetters([a_letter("Een brief die weg moet.")])
    (leaving,) = letters.letters()
    builder, serving = library(tmp_path), library(tmp_path)
    builder.build(letters)
    assert serving.current().info.number == 1
    assert builder.drop_holding([leaving]) == (1,)
    letters.remove(leaving)
    letters.add(a_letter("Een brief die blijft."))
    builder.build(letters)
    assert builder.drop_holding([leaving]) == ()
    assert [info.number for info in builder.generations()] == [2]

    serving._opening.acquire()
    threading.Timer(0.2, serving._opening.release).start()
    assert serving.current().info.number == 2
