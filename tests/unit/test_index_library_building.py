"""Generations as they are built: what is new is read and embedded, what is gone leaves no trace."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.types import BlockKind
from index.errors import Busy, NoGeneration
from index.fields import text_to_encode
from index.generation import Generation
from index.library import Library
from index.lock import writing
from index.types import Field, Filters, Term
from tests.builders import Part, a_letter, part
from tests.index_examples import PLAIN_ANALYSIS, HeldLetters, ToyEncoder
from tests.library_examples import MOTIE, PLAN, REPORT, found, ids, library, trees


def test_nothing_serves_before_the_first_build(tmp_path: Path) -> None:
    """Without a generation asking is refused, with the commands to run; and nothing is written by asking."""
    with pytest.raises(NoGeneration, match="run `vraagbaak ingest PATH…`, then `vraagbaak build`"):
        library(tmp_path / "data").current()

    assert not (tmp_path / "data").exists()


def test_a_build_makes_all_letters_searchable(tmp_path: Path) -> None:
    """After a build each letter is found by its words and its vector, in the process that built and in others."""
    built = library(tmp_path)

    report = built.build(HeldLetters([PLAN, MOTIE]))

    assert (report.generation, report.up_to_date, report.added, report.letters) == (1, False, ids(PLAN, MOTIE), 2)
    assert (report.chunks, report.embedded) == (2, 2)
    for opened in (built, library(tmp_path)):
        assert found(opened, "plan") == {PLAN.id, MOTIE.id}
        generation = opened.current()
        vector = ToyEncoder().encode(["werk regering plan maken"])[0]
        (nearest,) = generation.search_dense(vector, 1)
        assert generation.fetch([nearest.position])[0].letter.id == MOTIE.id
        assert (generation.info.current, generation.info.number) == (True, 1)


def test_a_build_without_letters_makes_nothing(tmp_path: Path) -> None:
    """With no letters at all there is no generation to make, and the report says so."""
    report = library(tmp_path).build(HeldLetters())

    assert (report.generation, report.up_to_date, report.letters) == (None, True, 0)


def test_a_second_build_has_nothing_to_do(tmp_path: Path) -> None:
    """When nothing changed no letter is loaded, nothing is embedded and no file changes."""
    letters, encoder = HeldLetters([PLAN, MOTIE]), ToyEncoder()
    library(tmp_path, encoder).build(letters)
    before, loaded, encoded = trees(tmp_path), letters.loaded, encoder.encoded

    report = library(tmp_path, encoder).build(letters)

    assert (report.generation, report.up_to_date, report.embedded, report.chunks) == (1, True, 0, 2)
    assert (trees(tmp_path), letters.loaded, encoder.encoded) == (before, loaded, encoded)


def test_only_what_is_new_is_loaded_and_embedded(tmp_path: Path) -> None:
    """One more letter costs the loading and encoding of that letter alone; the others keep their positions."""
    letters, encoder = HeldLetters([PLAN, MOTIE]), ToyEncoder()
    library(tmp_path, encoder).build(letters)
    before = library(tmp_path).current().fetch([0, 1])
    letters.add(REPORT)

    report = library(tmp_path, encoder).build(letters)

    assert (report.generation, report.added, report.changed, report.removed) == (2, ids(REPORT), (), ())
    assert (report.embedded, encoder.encoded, letters.loaded) == (1, 3, 3)
    assert library(tmp_path).current().fetch([0, 1]) == before
    assert found(library(tmp_path), "wonen") == {PLAN.id, REPORT.id}


def test_a_removed_letter_leaves_no_trace(tmp_path: Path) -> None:
    """A letter that left is not found, is not in the statistics, and stands in no file of the generation."""
    letters = HeldLetters([PLAN, MOTIE, REPORT])
    library(tmp_path / "data").build(letters)
    letters.remove(REPORT.id)

    report = library(tmp_path / "data").build(letters)

    generation = library(tmp_path / "data").current()
    assert (report.removed, report.embedded, report.chunks) == (ids(REPORT), 0, 2)
    assert generation.document_frequencies(Field.BODY, ["zorg", "wonen", "plan"]) == [0, 1, 2]
    content = b"".join(file.read_bytes() for file in (tmp_path / "data/generations/2").rglob("*") if file.is_file())
    assert (b"zorg" in content, b"regering" in content) == (False, True)
    fresh = library(tmp_path / "fresh")
    fresh.build(letters)
    terms = [Term("plan"), Term("werk", 0.5)]
    assert {hit.score for hit in fresh.current().search_lexical(Field.BODY, terms, 5)} == {
        hit.score for hit in generation.search_lexical(Field.BODY, terms, 5)
    }


def test_the_last_letter_can_leave(tmp_path: Path) -> None:
    """A generation without letters serves and finds nothing; a letter can be added to it again."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    letters.remove(PLAN.id)

    report = library(tmp_path).build(letters)

    assert (report.generation, report.letters, report.chunks) == (2, 0, 0)
    assert found(library(tmp_path), "plan") == set()
    assert library(tmp_path).current().search_dense(ToyEncoder().encode(["plan"])[0], 5, Filters(person="x")) == []
    letters.add(MOTIE)
    library(tmp_path).build(letters)
    assert found(library(tmp_path), "plan") == {MOTIE.id}


def test_another_reading_replaces_the_one_before(tmp_path: Path) -> None:
    """A letter that was read anew stands with its new text; passages that say the same are not embedded again."""
    letters, encoder = HeldLetters(), ToyEncoder()
    parts: list[Part | str] = [
        part("1. Eerst", BlockKind.HEADING, 1),
        "Een alinea die blijft.",
        part("2. Dan", BlockKind.HEADING, 1),
    ]
    first = a_letter(*parts, "Slecht gel ezen.")
    letters.add(first, "1")
    library(tmp_path, encoder).build(letters)
    letters.add(replace(a_letter(*parts, "Goed gelezen!!!!"), id=first.id), "2")

    report = library(tmp_path, encoder).build(letters)

    generation = library(tmp_path).current()
    assert isinstance(generation, Generation)
    assert (report.changed, report.added, report.letters) == ((first.id,), (), 1)
    assert (report.chunks, report.embedded) == (2, 1)
    assert generation.letters[first.id].reading == "2"
    assert found(library(tmp_path), "gelezen") == {first.id}
    assert found(library(tmp_path), "ezen") == set()
    vectors = encoder.encode([text_to_encode(stored.chunk) for stored in generation.fetch([0, 1])])
    np.testing.assert_allclose(generation.vectors, vectors, atol=1e-6)


def test_passages_that_say_the_same_keep_their_vectors(tmp_path: Path) -> None:
    """When the cutting, the analysis or a reading changes, only passages with another text are encoded."""
    letters, encoder = HeldLetters(), ToyEncoder()
    letters.add(PLAN, "1")
    library(tmp_path, encoder).build(letters)
    letters.add(PLAN, "2")

    report = library(tmp_path, encoder).build(letters)

    assert (report.changed, report.embedded, encoder.encoded) == (ids(PLAN), 0, 1)
    other = Library(tmp_path, encoder, analysis=replace(PLAIN_ANALYSIS, version="plain 2"))
    report = other.build(letters)
    assert (report.generation, report.added, report.changed, report.embedded) == (3, (), (), 0)


def test_a_letter_that_cannot_be_loaded_is_named_and_left_out(tmp_path: Path) -> None:
    """One damaged letter stops nothing: it is reported at each build until it is mended, and then built in."""
    letters = HeldLetters([PLAN, MOTIE])
    letters.damaged.add(MOTIE.id)

    report = library(tmp_path).build(letters)

    assert [(failed.id, failed.reason) for failed in report.failed] == [(MOTIE.id, f"letter {MOTIE.id} cannot be used")]
    assert (report.added, report.letters) == (ids(PLAN), 1)
    again = library(tmp_path).build(letters)
    assert (again.generation, again.up_to_date, [failed.id for failed in again.failed]) == (1, True, [MOTIE.id])
    letters.damaged.clear()
    assert library(tmp_path).build(letters).added == ids(MOTIE)


def test_two_builds_of_the_same_letters_have_equal_manifests(tmp_path: Path) -> None:
    """A manifest depends on the letters and the versions, not on the order in which letters came or went."""
    letters = HeldLetters([PLAN, REPORT])
    roundabout = library(tmp_path / "roundabout")
    roundabout.build(letters)
    letters.add(MOTIE)
    letters.remove(PLAN.id)
    roundabout.build(letters)
    letters.add(PLAN)
    roundabout.build(letters)

    straight = library(tmp_path / "straight")
    straight.build(HeldLetters([MOTIE, REPORT, PLAN]))

    assert roundabout.current().info.manifest == straight.current().info.manifest
    assert roundabout.current().info.number == 3


def test_a_manifest_tells_letters_apart(tmp_path: Path) -> None:
    """Another text, another reading, another encoder or another analysis gives another manifest."""
    letters = HeldLetters([PLAN])
    manifests = []
    for number, (encoder, analysis) in enumerate(
        [
            (ToyEncoder(), PLAIN_ANALYSIS),
            (ToyEncoder(name="other"), PLAIN_ANALYSIS),
            (ToyEncoder(), replace(PLAIN_ANALYSIS, version="2")),
        ]
    ):
        made = Library(tmp_path / str(number), encoder, analysis=analysis)
        made.build(letters)
        manifests.append(made.current().info.manifest)
    changed = library(tmp_path / "changed")
    changed.build(HeldLetters([a_letter(PLAN.text.replace("wonen", "wanen"))]))

    assert manifests[0] not in [*manifests[1:], changed.current().info.manifest]
    assert manifests[0].chunks_digest == manifests[1].chunks_digest
    assert manifests[0].vectors_digest != manifests[1].vectors_digest


def test_progress_is_told(tmp_path: Path) -> None:
    """A build tells how many letters it has cut, of how many."""
    steps: list[tuple[int, int]] = []

    library(tmp_path).build(HeldLetters([PLAN, MOTIE, REPORT]), lambda done, total: steps.append((done, total)))

    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_one_build_at_a_time(tmp_path: Path) -> None:
    """While another writes a build is refused, and what serves goes on serving."""
    library(tmp_path).build(HeldLetters([PLAN]))

    with writing(tmp_path, "ingest"):
        for refused in (
            lambda: library(tmp_path).build(HeldLetters([MOTIE])),
            lambda: library(tmp_path).activate(1),
        ):
            with pytest.raises(Busy, match="`vraagbaak ingest`"):
                refused()
        assert found(library(tmp_path), "plan") == {PLAN.id}


def test_what_an_ended_build_left_is_cleared(tmp_path: Path) -> None:
    """The next build clears half-made generations away, also when it has nothing else to do."""
    letters = HeldLetters([PLAN])
    library(tmp_path).build(letters)
    leftover = tmp_path / "generations" / ".draft-12345"
    (leftover / "lexical").mkdir(parents=True)
    (leftover / "chunks.sqlite").write_bytes(b"half")

    assert library(tmp_path).build(letters).up_to_date

    assert not leftover.exists()
