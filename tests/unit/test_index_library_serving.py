"""Generations as they serve: the next one, a damaged one, one of another encoder or layout."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import DamagedGeneration, UnsupportedEncoder, UnsupportedLayout
from index.library import Library
from index.seal import Check
from index.types import Field, Term
from tests.index_examples import PLAIN_ANALYSIS, HeldLetters, ToyEncoder
from tests.library_examples import MOTIE, PLAN, found, library, spoil


def test_a_new_generation_is_seen_by_who_asks(tmp_path: Path) -> None:
    """A process that serves moves to the new generation by itself; who holds the old one keeps it whole."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    serving = library(tmp_path)
    held = serving.current()
    assert serving.current() is held

    letters.add(MOTIE)
    letters.remove(PLAN.id)
    library(tmp_path, keep=1).build(letters)

    assert not (tmp_path / "generations" / "1").exists()
    assert serving.current().info.number == 2
    assert found(serving, "plan") == {MOTIE.id}
    assert [stored.letter.id for stored in held.fetch([0])] == [PLAN.id]
    assert [hit.position for hit in held.search_lexical(Field.BODY, [Term("plan")], 5)] == [0]
    assert serving.problems == ()


@pytest.mark.parametrize("check", Check)
@pytest.mark.parametrize("file", ["manifest.json", "checksums.json"])
def test_a_damaged_generation_is_refused_and_the_one_before_serves(tmp_path: Path, file: str, check: Check) -> None:
    """When the generation in force is damaged the one before it answers, and what is wrong is said."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    letters.add(MOTIE)
    library(tmp_path).build(letters)
    spoil(tmp_path / "generations/2" / file, 40)

    serving = library(tmp_path, check=check)

    assert found(serving, "plan") == {PLAN.id}
    assert (serving.current().info.number, serving.current().info.current) == (1, False)
    assert [f"generations/2/{file}" in problem for problem in serving.problems] == [True]


@pytest.mark.parametrize("file", ["chunks.sqlite", "vectors.faiss", "lexical/meta.json"])
def test_a_full_check_reads_every_file(tmp_path: Path, file: str) -> None:
    """A server that starts notices a changed byte anywhere; a single question does not read the largest ones."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    letters.add(MOTIE)
    library(tmp_path).build(letters)
    spoil(tmp_path / "generations/2" / file, -1)

    serving = library(tmp_path, check=Check.FULL)

    assert serving.current().info.number == 1
    assert serving.problems == (f"{tmp_path}/generations/2/{file} has changed since it was written",)


def test_when_nothing_is_whole_asking_is_refused(tmp_path: Path) -> None:
    """With one generation, and that damaged, the error names the file."""
    library(tmp_path).build(HeldLetters([PLAN]))
    (tmp_path / "generations/1/vectors.faiss").unlink()

    with pytest.raises(DamagedGeneration, match=r"generations/1/vectors\.faiss cannot be read"):
        library(tmp_path).current()


def test_who_serves_goes_on_when_the_next_generation_is_damaged(tmp_path: Path) -> None:
    """A running process keeps what it has in memory when it cannot open what was put in force."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    serving = library(tmp_path)
    serving.current()
    letters.add(MOTIE)
    library(tmp_path, keep=1).build(letters)
    (tmp_path / "generations/2/chunks.sqlite").unlink()

    assert serving.current().info.number == 1
    assert [stored.letter.id for stored in serving.current().fetch([0])] == [PLAN.id]
    assert [f"{tmp_path}/generations/2/chunks.sqlite" in problem for problem in serving.problems] == [True]


def test_a_build_mends_a_damaged_generation(tmp_path: Path) -> None:
    """A build makes a new generation when the one in force is damaged, although no letter changed."""
    letters, encoder = HeldLetters([PLAN]), ToyEncoder()
    library(tmp_path).build(letters)
    letters.add(MOTIE)
    library(tmp_path).build(letters)
    (tmp_path / "generations/2/lexical/meta.json").unlink()

    report = library(tmp_path, encoder).build(letters)

    assert (report.generation, report.up_to_date, report.embedded) == (3, False, 1)
    serving = library(tmp_path)
    assert (found(serving, "plan"), serving.problems) == ({PLAN.id, MOTIE.id}, ())


def test_damage_is_not_taken_over(tmp_path: Path) -> None:
    """What is built on is read whole first: a byte that rotted does not come under a new checksum."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    chunks = tmp_path / "generations/1/chunks.sqlite"
    spoil(chunks, chunks.read_bytes().index(b"maart"))
    letters.add(MOTIE)

    library(tmp_path).build(letters)

    assert found(library(tmp_path), "plan") == {PLAN.id, MOTIE.id}
    assert b"in maart een" in (tmp_path / "generations/2/chunks.sqlite").read_bytes()


@pytest.mark.parametrize(
    "content", [b"", b"1", b"7 " + b"0" * 64 + b"\n", b"1 " + b"0" * 64 + b"\n", b"\xff\xfe", None]
)
def test_a_damaged_pointer_is_said_and_the_newest_generation_serves(tmp_path: Path, content: bytes | None) -> None:
    """Without a pointer that can be trusted the newest whole generation answers, visibly; a build puts it right."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    letters.add(MOTIE)
    library(tmp_path).build(letters)
    current = tmp_path / "generations/CURRENT"
    current.unlink() if content is None else current.write_bytes(content)

    serving = library(tmp_path)

    assert serving.current().info.number == 2
    assert len(serving.problems) == 1
    report = library(tmp_path).build(letters)
    assert (report.up_to_date, library(tmp_path).current().info.current) == (False, True)
    assert serving.current().info.number == report.generation
    assert not serving.problems


def test_another_encoder_is_refused_until_it_is_built_with(tmp_path: Path) -> None:
    """Vectors of one encoder are never asked with those of another; a build encodes everything anew."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    other = ToyEncoder(name="other")

    with pytest.raises(
        UnsupportedEncoder, match=r"generation 1 was built with the encoder toy, .* run `vraagbaak build`"
    ):
        library(tmp_path, other).current()

    assert library(tmp_path, other).build(letters).embedded == 1
    assert found(library(tmp_path, other), "plan") == {PLAN.id}


def test_another_analysis_is_refused_until_it_is_built_with(tmp_path: Path) -> None:
    """Words analysed in one way are never asked with words analysed in another."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    other = Library(tmp_path, ToyEncoder(), analysis=replace(PLAIN_ANALYSIS, version="plain 2"))

    with pytest.raises(UnsupportedLayout, match=r"version plain 1 of the analysis .* run `vraagbaak build`"):
        other.current()

    assert other.build(letters).generation == 2
    assert found(other, "plan") == {PLAN.id}


@pytest.mark.parametrize(("layout", "can_build"), [("0", True), ("99", False)])
def test_a_folder_of_another_layout_is_refused(tmp_path: Path, layout: str, can_build: bool) -> None:
    """An older data folder is brought up to date by a build, a newer one is left alone; neither is misread."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    (tmp_path / "LAYOUT").write_text(f"{layout}\n")
    checksums = tmp_path / "generations/1/checksums.json"
    checksums.write_text(checksums.read_text().replace('"layout": "1"', f'"layout": "{layout}"'))

    with pytest.raises(UnsupportedLayout, match="run `vraagbaak build`" if can_build else "update the program"):
        library(tmp_path).current()

    if can_build:
        assert library(tmp_path).build(letters).generation == 2
        assert found(library(tmp_path), "plan") == {PLAN.id}
    else:
        with pytest.raises(UnsupportedLayout, match="update the program"):
            library(tmp_path).build(letters)
