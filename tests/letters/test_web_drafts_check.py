"""The check of quotations, on sentences of real letters and of the sample letters."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from corpus.errors import UnreadableFile
from corpus.letter import read_letter
from corpus.types import Letter
from tests.data_folders import SAMPLES
from tests.drafts_examples import alter, check_quotations, draw_quotations
from web.drafts.quoting import Agreement

_COUNT = 200
_EVERY = 6  # reading them all would take longer than comparing


def read_all(paths: list[Path]) -> list[Letter]:
    """The letters in these files; those that cannot be read are tested elsewhere."""
    letters = []
    for path in paths:
        try:
            letters.append(read_letter(path.read_bytes(), path.name))
        except UnreadableFile:
            continue
    return [letter for letter in letters if letter.sentences]


@pytest.fixture(scope="module")
def sample_letters() -> list[Letter]:
    """The letters that are shipped."""
    return read_all(sorted(path for path in SAMPLES.iterdir() if path.is_file()))


@pytest.fixture(scope="module")
def real_letters(letters_folder: Path) -> list[Letter]:
    """Every sixth real letter that is no archive."""
    paths = sorted(
        path for path in letters_folder.iterdir() if path.suffix in {".pdf", ".docx", ".xml", ".html", ".txt"}
    )
    return read_all(paths[::_EVERY])


@pytest.fixture(params=["samples", pytest.param("real", marks=[pytest.mark.letters, pytest.mark.slow])])
def letters(request: pytest.FixtureRequest) -> list[Letter]:
    """The letters of either kind."""
    found: list[Letter] = request.getfixturevalue("sample_letters" if request.param == "samples" else "real_letters")
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_true_quotations_are_all_right(letters: list[Letter], seed: int) -> None:
    """None is flagged, whatever signs stand in it."""
    drawn = draw_quotations(letters, _COUNT, seed)
    findings = check_quotations(drawn, [quoted.source.quote for quoted in drawn], letters)
    assert len(findings) == _COUNT
    assert [finding for finding in findings if finding.agreement is not Agreement.EXACT] == []


@pytest.mark.parametrize("seed", [1, 2])
def test_two_hundred_altered_quotations_are_all_found(letters: list[Letter], seed: int) -> None:
    """A word changed, a word left out, another letter's quotation; of the last the letter is named."""
    random = Random(seed)
    drawn = draw_quotations(letters, _COUNT, seed)
    altered = []
    for place, quoted in enumerate(drawn):
        # Set phrases stand in many letters: quoted from this one or that, they are the same true words.
        strangers = [each for each in drawn if each.source.quote not in quoted.letter.text + quoted.letter.notes_text]
        altered.append(alter(quoted, random.choice(strangers), place, random))
    findings = check_quotations(drawn, altered, letters)
    assert len(findings) == _COUNT
    assert [finding for finding in findings if finding.agreement is Agreement.EXACT] == []
    for quoted, finding in zip(drawn[2::3], findings[2::3], strict=True):
        assert finding.agreement is Agreement.OTHER_LETTER
        assert finding.place is not None
        assert finding.place.letter != quoted.letter.id
    counted = Counter(finding.agreement for finding in findings)
    assert counted[Agreement.DIFFERS] > _COUNT / 3
