"""Generations: building, serving, going back, and what happens when something is wrong."""

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from corpus.types import BlockKind, Kind, Letter, Metadata
from index.durable import files_under, sha256_of
from index.errors import Busy, DamagedGeneration, NoGeneration, UnsupportedEncoder, UnsupportedLayout
from index.fields import text_to_encode
from index.generation import Generation
from index.library import Library
from index.lock import writing
from index.seal import Check
from index.types import Field, Filters, Term
from tests.builders import Part, a_letter, part
from tests.index_examples import PLAIN_ANALYSIS, HeldLetters, ToyEncoder

PLAN = a_letter("De minister stuurt in maart een plan over wonen. | Dat plan is er nog niet.")
MOTIE = a_letter("Verzoekt de regering een plan voor werk te maken.", metadata=Metadata(Kind.MOTIE, "Werk"))
REPORT = a_letter("Het verslag over zorg.", "Een tweede alinea over zorg en wonen.")


def library(folder: Path, encoder: ToyEncoder | None = None, *, check: Check = Check.SIZES, keep: int = 5) -> Library:
    """A library as a new process would open it."""
    return Library(folder, encoder or ToyEncoder(), analysis=PLAIN_ANALYSIS, check=check, keep=keep)


def found(search_library: Library, word: str) -> set[str]:
    """The ids of the letters in which a word is found."""
    generation = search_library.current()
    hits = generation.search_lexical(Field.BODY, [Term(word)], 50)
    return {stored.letter.id for stored in generation.fetch([hit.position for hit in hits])}


def ids(*letters: Letter) -> tuple[str, ...]:
    """Ids, sorted."""
    return tuple(sorted(letter.id for letter in letters))


def spoil(file: Path, place: int = 0) -> None:
    """Change one bit of a file."""
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


def trees(folder: Path) -> dict[str, str]:
    """All files under a folder with their digests."""
    return {name: sha256_of(folder / name) for name in files_under(folder)}


# ------------------------------------------------------------------------------------------------------ building


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


# ------------------------------------------------------------------------------------------------------- serving


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


# ------------------------------------------------------------------------------------------------- looking after


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
