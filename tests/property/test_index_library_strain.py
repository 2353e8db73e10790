"""Generations under strain: asked while they are rebuilt, killed half-way, on a disk that rots or is full."""

import contextlib
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from corpus.types import Letter
from index.durable import files_under
from index.errors import DamagedGeneration, DiskFull
from index.seal import Check
from index.types import Field, Filters, SearchIndex, Term
from tests.builders import a_letter
from tests.index_examples import HeldLetters, ToyEncoder
from tests.library_examples import library

ROOT = Path(__file__).parents[2]


def edition(number: int) -> list[Letter]:
    """The letters of one edition: each says in every passage which edition it is of."""
    return [a_letter(f"Uitgave {number} van brief {place} over wonen en zorg.") for place in range(12)]


def answer(generation: SearchIndex) -> set[str]:
    """Which editions one generation answers with, over both legs, a filter and the list of letters."""
    vector = ToyEncoder().encode(["brief over wonen"])[0]
    hits = generation.search_lexical(Field.BODY, [Term("wonen"), Term("brief", 0.5)], 20)
    hits += generation.search_dense(vector, 20)
    hits += generation.search_dense(vector, 20, Filters(letters=frozenset(generation.letters)))
    stored = generation.fetch([hit.position for hit in hits])
    assert len(hits) == 36
    assert {each.letter.id for each in stored} == set(generation.letters) == set(generation.info.manifest.letters)
    return {each.chunk.text.split()[1] for each in stored}


def test_asking_while_generations_are_rebuilt(tmp_path: Path) -> None:
    """Eight threads that ask while 20 generations are put in force meet no error and never two generations at once."""
    letters = HeldLetters(edition(0))
    library(tmp_path).build(letters)
    serving = library(tmp_path)
    seen: list[int] = []
    mixed: list[object] = []
    done = threading.Event()

    def ask() -> None:
        try:
            while not done.is_set():
                generation = serving.current()
                editions = answer(generation)
                time.sleep(0.005)
                seen.append(generation.info.number)
                if editions != {str(generation.info.number - 1)}:
                    mixed.append((generation.info.number, editions))
        except Exception as error:  # noqa: BLE001 - whatever a thread meets is what the test is about
            mixed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    # Another process would build; here another library does, which shares nothing with the one that serves.
    builder = library(tmp_path, keep=2)
    for number in range(1, 21):
        for letter_id in letters.letters():
            letters.remove(letter_id)
        for letter in edition(number):
            letters.add(letter)
        builder.build(letters)
    time.sleep(0.2)
    done.set()
    for thread in threads:
        thread.join()

    assert mixed == []
    assert serving.problems == ()
    assert serving.current().info.number == 21
    assert len(set(seen)) > 5


# ------------------------------------------------------------------------------------------------------- killed

BUILD_FOR_EVER = """
import itertools, sys
from pathlib import Path
from tests.index_examples import PLAIN_ANALYSIS, HeldLetters, ToyEncoder
from tests.property.test_index_library_strain import edition, library
builder, letters = library(Path(sys.argv[1])), HeldLetters()
print("ready", flush=True)
for number in itertools.count(int(sys.argv[2])):
    for letter_id in letters.letters():
        letters.remove(letter_id)
    for letter in edition(number):
        letters.add(letter)
    print("built", builder.build(letters).generation, number, flush=True)
"""


def kill_while_building(folder: Path, first: int, delay: float) -> tuple[int, int]:
    """Build one generation after another in a process, and kill it; the last generation that it told, its edition."""
    process = subprocess.Popen(
        [sys.executable, "-c", BUILD_FOR_EVER, str(folder), str(first)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(delay)
    process.kill()
    told = process.stdout.read().split("\n")
    process.wait()
    process.stdout.close()
    built = [line.split() for line in told if line.startswith("built") and len(line.split()) == 3]
    return (int(built[-1][1]), int(built[-1][2])) if built else (0, first - 1)


@pytest.mark.parametrize("rounds", [3, pytest.param(80, marks=pytest.mark.slow)])
def test_a_killed_build_leaves_one_generation_or_the_next(tmp_path: Path, rounds: int) -> None:
    """However a builder is killed, the next start serves what it had put in force or the one after, whole."""
    chance = random.Random(4)
    library(tmp_path).build(HeldLetters(edition(0)))
    number, last = 1, 0
    for _ in range(rounds):
        told, told_edition = kill_while_building(tmp_path, last + 1, chance.uniform(0, 0.4))
        number, last = max(number, told), max(last, told_edition)

        serving = library(tmp_path, check=Check.FULL)
        generation = serving.current()

        assert (serving.problems, serving.verify()) == ((), [])
        assert generation.info.number >= number
        (shown,) = answer(generation)
        assert int(shown) in (last, last + 1)
        number, last = generation.info.number, int(shown)
    report = library(tmp_path).build(HeldLetters(edition(last + 1)))
    assert library(tmp_path).current().info.number == report.generation
    assert [entry.name for entry in (tmp_path / "generations").iterdir() if entry.name.startswith(".")] == []


# --------------------------------------------------------------------------------------------------------- rots


@pytest.mark.parametrize("flips", [30, pytest.param(1000, marks=pytest.mark.slow)])
def test_every_byte_that_rots_is_noticed(tmp_path: Path, flips: int) -> None:
    """One changed bit anywhere in a generation: verify names it, and a server that starts serves the one before."""
    letters = HeldLetters(edition(0))
    library(tmp_path).build(letters)
    letters.add(a_letter("Een nieuwe brief."))
    library(tmp_path).build(letters)
    generation = tmp_path / "generations" / "2"
    names = [name for name in files_under(generation) if (generation / name).stat().st_size]
    chance = random.Random(5)
    for flip in range(flips):
        file = generation / names[flip % len(names)]
        content = file.read_bytes()
        place = chance.randrange(len(content))
        changed = bytearray(content)
        changed[place] ^= 1 << chance.randrange(8)
        file.write_bytes(changed)

        serving = library(tmp_path, check=Check.FULL)

        assert serving.current().info.number == 1, (file, place)
        assert serving.problems != ()
        assert serving.verify(1) == []
        assert serving.verify(2) != []
        file.write_bytes(content)
    assert library(tmp_path, check=Check.FULL).current().info.number == 2


@pytest.mark.parametrize("flips", [40, pytest.param(1000, marks=pytest.mark.slow)])
def test_damage_that_was_not_looked_for_is_said_when_met(tmp_path: Path, flips: int) -> None:
    """After a check of sizes alone, a changed bit gives an answer or a `DamagedGeneration`, never anything else."""
    library(tmp_path).build(HeldLetters(edition(0)))
    generation = tmp_path / "generations" / "1"
    names = [name for name in files_under(generation) if name.endswith((".sqlite", ".faiss"))]
    chance = random.Random(7)
    answered = 0
    for flip in range(flips):
        file = generation / names[flip % len(names)]
        content = file.read_bytes()
        changed = bytearray(content)
        changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        replace(file, bytes(changed))

        with contextlib.suppress(DamagedGeneration):
            asked = library(tmp_path).current()
            hits = asked.search_lexical(Field.BODY, [Term("wonen"), Term("brief", 0.5)], 5)
            asked.fetch([hit.position for hit in hits if hit.position < 12])
            answered += 1
        replace(file, content)
    assert 0 < answered < flips


def replace(file: Path, content: bytes) -> None:
    """Put a new file in the place of one that may still be mapped: to shorten that would end the process."""
    beside = file.with_name("beside")
    beside.write_bytes(content)
    beside.replace(file)


# --------------------------------------------------------------------------------------------------------- full


def test_a_full_disk_is_said_and_stops_nothing(small_disk: Path) -> None:
    """At whatever file the disk is full: the error names it and what is needed, and what served goes on serving."""
    letters = HeldLetters(edition(0))
    library(small_disk).build(letters)
    chance = random.Random(6)
    for place in range(400):
        letters.add(a_letter(f"Nieuwe brief {place} met {chance.getrandbits(800)} erin."))
    named: set[str] = set()
    for room in range(20_000, 3_900_000, 120_000):
        ballast = small_disk / "ballast"
        ballast.write_bytes(b"x" * max(0, shutil.disk_usage(small_disk).free - room))
        try:
            library(small_disk).build(letters)
        except DiskFull as full:
            said = _FULL.fullmatch(str(full))
            named.add(Path(said[1]).name if said else str(full))
        else:
            break
        finally:
            ballast.unlink()
        assert answer(library(small_disk, check=Check.FULL).current()) == {"0"}
        assert not list((small_disk / "generations").glob(".draft*"))

    assert library(small_disk, check=Check.FULL).current().info.manifest.chunk_count == 412
    files = {"chunks.sqlite", "lexical", "vectors.faiss", "forms.sqlite", "generations"}
    assert {"chunks.sqlite", "lexical"} <= named <= files


_FULL = re.compile(
    r"no space is left to write (\S+): a new generation needs about [\d,]+ [kM]B and [\d,]+ [kM]B is free; "
    r"make room and try again \(what served before goes on serving\)"
)
