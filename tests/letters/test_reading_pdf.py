"""Real PDF files: clean text, notes tied to their marks, the page that is printed, in good time."""

import re
import time
from pathlib import Path

import pytest

from corpus.readers.pdf import read_pdf
from corpus.reading import FactName, Reading
from corpus.types import BlockKind

pytestmark = pytest.mark.letters

# What only a head, a foot, a margin or an imprint says.
FURNITURE = re.compile(
    r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}–\d{4}, (?:[\d ]+, nr\. \d+|Aanhangsel) \d+$|ISSN \d|"
    r"Pagina \d+ van \d+|’s-Gravenhage \d{4}$|\bTK \d+ \d+-\d+-\d+|^> ?Retouradres|Ons kenmerk|Onze referentie"
)


@pytest.fixture(scope="module")
def readings(letters_folder: Path) -> dict[str, Reading]:
    """The readings of all real PDF files, by name."""
    return {path.name: read_pdf(path.read_bytes()) for path in sorted(letters_folder.glob("*.pdf"))}


def test_no_head_foot_or_margin_stands_in_the_text(readings: dict[str, Reading]) -> None:
    """They are furniture, each with its reason."""
    found = [
        (name, paragraph.text)
        for name, reading in readings.items()
        for paragraph in reading.paragraphs
        if FURNITURE.search(paragraph.text)
    ]
    assert found == []


def test_every_note_is_tied_to_its_mark(readings: dict[str, Reading]) -> None:
    """And no mark is left in the words."""
    loose = [
        (name, note.key)
        for name, reading in readings.items()
        for note in reading.notes
        if note.key not in {mark.key for paragraph in reading.paragraphs for mark in paragraph.marks}
    ]
    assert loose == []


def test_official_prints_name_dossier_number_and_page(readings: dict[str, Reading]) -> None:
    """As their identifier and the feet of their pages do."""
    for name, reading in readings.items():
        facts = {fact.name: fact.value for fact in reversed(reading.facts)}
        match = re.fullmatch(r"kst-([\dA-Z-]+)-(\w+)", facts.get(FactName.IDENTIFIER, ""))
        if match:
            assert re.sub(r"\D", "", facts[FactName.DOSSIER]) == re.sub(r"\D", "", match[1]), name
            assert facts[FactName.NUMBER] == match[2], name
        feet = {fact.page: fact.value for fact in reading.facts if fact.name is FactName.PAGE_FOOT}
        for number, label in enumerate(reading.page_labels, start=1):
            assert label is None or number not in feet or feet[number].endswith(label), name


def test_questions_and_answers_bear_their_numbers(readings: dict[str, Reading]) -> None:
    """In an Aanhangsel each answer's number is that of a question, or of several."""
    for name, reading in readings.items():
        asked = {
            part for each in reading.paragraphs if each.kind is BlockKind.QUESTION for part in _numbers(each.number)
        }
        answered = {
            part for each in reading.paragraphs if each.kind is BlockKind.ANSWER for part in _numbers(each.number)
        }
        assert answered <= asked, name
        assert not name.startswith("ah__") or answered == asked, name


def test_no_word_is_left_divided(readings: dict[str, Reading]) -> None:
    """A hyphen and a blank stand only before another part: "wet- en regelgeving"."""
    divided = re.compile(r"[a-z]- (?!en |of |en/of |t/m |dan wel |respectievelijk |alsmede )[a-z]{3,}")
    found = [
        match[0]
        for reading in readings.values()
        for paragraph in reading.paragraphs
        for match in divided.finditer(paragraph.text)
    ]
    # Three stand so in the files themselves.
    assert len(found) <= 5, found


@pytest.mark.slow
def test_a_long_report_is_read_in_seconds(letters_folder: Path) -> None:
    """The longest one has more than fifty pages."""
    longest = max(letters_folder.glob("verslag__*.pdf"), key=lambda path: path.stat().st_size)
    start = time.process_time()
    read_pdf(longest.read_bytes())
    assert time.process_time() - start < 8


def _numbers(number: str) -> list[str]:
    return re.findall(r"\d+", number)
