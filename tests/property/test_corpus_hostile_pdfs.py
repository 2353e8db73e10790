"""PDF files that are damaged, or made to take for ever."""

from pathlib import Path

import pytest

from corpus.intake import Status
from scripts.fuzz_letters import read_all, show_all
from scripts.hostile.pdfs import hostile_pdfs
from tests.data_folders import SAMPLES
from web.cli import main


@pytest.mark.slow
def test_each_is_added_or_refused_with_a_reason(tmp_path: Path) -> None:
    """What was added can be built in, and its pages are shown or said to be no pages."""
    sound = [file.read_bytes() for file in sorted(SAMPLES.glob("*.pdf"))]
    results, _ = read_all(tmp_path, hostile_pdfs(sound, 40, seed=7))
    assert len(results) == 40
    assert {result.status for result in results} >= {Status.ADDED, Status.FAILED}
    assert main(["--data", str(tmp_path), "build"]) == 0
    assert set(show_all(tmp_path, results)) <= {200, 404}


def test_the_same_seed_makes_the_same_files() -> None:
    """So that a failure can be looked at again."""
    sound = [(SAMPLES / "brief-plan-van-aanpak-statushouders.pdf").read_bytes()]
    assert list(hostile_pdfs(sound, 20, seed=3)) == list(hostile_pdfs(sound, 20, seed=3))
