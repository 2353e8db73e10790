"""One generation: its parts belong together, and what cannot be read is said."""

import shutil
from pathlib import Path

import pytest

from corpus.people import matches
from index import seal
from index.errors import DamagedGeneration
from index.generation import Generation
from index.library import Library
from index.seal import Check, read_manifest
from index.types import Field, SearchIndex, Term
from tests.builders import a_letter
from tests.index_examples import PLAIN_ANALYSIS, HeldLetters, ToyEncoder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a generation of two letters."""
    letters = HeldLetters([a_letter("Een plan over wonen."), a_letter("Een motie over werk.")])
    Library(tmp_path, ToyEncoder(), analysis=PLAIN_ANALYSIS).build(letters)
    return tmp_path / "generations" / "1"


def opened(folder: Path, check: Check = Check.FULL) -> Generation:
    """The generation in a folder."""
    return Generation(folder, check, matches, current=True)


def test_a_generation_is_what_the_ranking_asks_for(folder: Path) -> None:
    """It gives what the interface promises: its letters, hits of both legs, frequencies and chunks."""
    generation: SearchIndex = opened(folder)

    (hit,) = generation.search_lexical(Field.BODY, [Term("motie")], 5)

    assert generation.fetch([hit.position])[0].chunk.text == "Een motie over werk."
    assert [hit.position for hit in generation.search_dense(ToyEncoder().encode(["motie werk"])[0], 1)] == [
        hit.position
    ]
    assert generation.document_frequencies(Field.BODY, ["een", "motie", "niets"]) == [2, 1, 0]
    assert set(generation.letters) == set(generation.info.manifest.letters)


def test_parts_of_different_letters_are_refused(folder: Path, tmp_path: Path) -> None:
    """Vectors of another number of chunks are refused, although every file agrees with its checksum."""
    other = Library(tmp_path / "other", ToyEncoder(), analysis=PLAIN_ANALYSIS)
    other.build(HeldLetters([a_letter("Maar een.")]))
    shutil.copy(tmp_path / "other/generations/1/vectors.faiss", folder)
    manifest = read_manifest(folder)
    (folder / "checksums.json").unlink()
    seal.seal(folder, 1, manifest)

    with pytest.raises(DamagedGeneration, match=r"generations/1 does not fit together: it holds \[1, 2\] chunks"):
        opened(folder)


def test_what_cannot_be_read_is_said(folder: Path) -> None:
    """Damage that a check of sizes does not see is named when it is met, with the command to run."""
    chunks = folder / "chunks.sqlite"
    chunks.write_bytes(chunks.read_bytes().replace(b"Een plan", b"\xff\xfe\xfd plan"))
    generation = opened(folder, Check.SIZES)

    with pytest.raises(DamagedGeneration, match=r"generations/1 cannot be read: .*; run `vraagbaak verify`"):
        generation.fetch([0, 1])


def test_a_position_that_is_not_there_is_not_damage(folder: Path) -> None:
    """Asking for what there is not is the asker's mistake, and stays an `IndexError`."""
    with pytest.raises(IndexError):
        opened(folder).fetch([2])
