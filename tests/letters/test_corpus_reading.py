"""The labelled quotes of the real letters come out of the readers whole, in one passage, on the right page."""

from pathlib import Path, PurePosixPath

import pytest

from scripts.measure_reading import BARS, Found, judge, read_letters, read_quotes


@pytest.fixture(scope="module")
def found(letters_folder: Path, gold_folder: Path) -> list[Found]:
    """What became of each labelled quote."""
    quotes = [quote for quote in dict.fromkeys(read_quotes(gold_folder)) if not quote.extra]
    read, cut, failed = read_letters(letters_folder, {PurePosixPath(quote.document).stem for quote in quotes})
    return [judge(quote, read, cut, failed) for quote in quotes]


def share(outcomes: list[bool]) -> float:
    """The share that is true, in per cent."""
    return 100 * sum(outcomes) / len(outcomes)


@pytest.mark.letters
@pytest.mark.slow
def test_quotes_stand_whole_in_the_text(found: list[Found]) -> None:
    """In the body or the notes; three quotes are interrupted in the letters themselves."""
    assert share([each.in_text for each in found]) >= BARS["text"]


@pytest.mark.letters
@pytest.mark.slow
def test_quotes_stand_whole_in_one_passage(found: list[Found]) -> None:
    """A quote that is cut in two is proved by neither half."""
    assert share([each.in_passage for each in found]) >= BARS["passage"]


@pytest.mark.letters
@pytest.mark.slow
def test_quotes_stand_on_the_page_that_is_labelled(found: list[Found]) -> None:
    """Of the quotes that are found in a document with pages."""
    assert share([each.page_right for each in found if each.page_right is not None]) >= BARS["page"]
