"""Promises and moties on the labelled letters, and the time that recognising takes."""

import time
import zipfile
from pathlib import Path

import pytest

from corpus.commitments import recognise
from corpus.letter import read_letter
from corpus.types import CommitmentStatus
from scripts.evaluate_commitments import FIELDS, Tally, evaluate, figures, share

pytestmark = pytest.mark.letters


@pytest.fixture(scope="module")
def tallies(letters_folder: Path, gold_folder: Path) -> dict[str, Tally]:
    """What became of the labelled entries, by kind."""
    return evaluate(letters_folder, gold_folder)


@pytest.mark.parametrize(("kind", "bar"), [("toezegging", 0.85), ("motie", 0.92)])
def test_precision_and_recall_hold_the_bars(tallies: dict[str, Tally], kind: str, bar: float) -> None:
    """Over all mentions, and as the mean over the documents."""
    tally = tallies[kind]
    micro = figures(tally.hits, len(tally.missed), len(tally.false))
    documents = [figures(*counts) for counts in tally.by_document.values() if any(counts)]
    assert min(micro[:2]) >= bar
    assert min(sum(values) / len(documents) for values in list(zip(*documents, strict=True))[:2]) >= bar


@pytest.mark.parametrize("kind", ["toezegging", "motie"])
@pytest.mark.parametrize("name", FIELDS)
def test_fields_hold_their_bar(tallies: dict[str, Tally], kind: str, name: str) -> None:
    """Receivers, time, day and state of the mentions that match."""
    assert share(tallies[kind].right[name], tallies[kind].hits) >= 0.88


@pytest.mark.slow
def test_a_long_report_takes_less_than_a_third_of_a_second(letters_folder: Path) -> None:
    """The longest report, of some 48,000 words; the best of three tries, since others may use the machine."""
    path = max(letters_folder.glob("verslag__*.pdf"), key=lambda each: each.stat().st_size)
    letter = read_letter(path.read_bytes(), path.name)
    seconds = []
    for _ in range(3):
        began = time.process_time()
        recognise(letter)
        seconds.append(time.process_time() - began)
    assert min(seconds) < 0.3


def test_every_motie_is_a_mention_of_its_own(letters_folder: Path) -> None:
    """Of every twentieth printed motie: number, proposers, what it asks, and the state that its file gives."""
    with zipfile.ZipFile(letters_folder / "moties.zip") as archive:
        for name in archive.namelist()[::20]:
            made = recognise(read_letter(archive.read(name), name))
            assert [each.status for each in made] == [CommitmentStatus.VOORGESTELD] * 2
            for each in made:
                assert each.reference is not None
                assert each.reference.number
                assert each.to
                assert each.what
