"""The XML and Word files among the real letters, read completely."""

import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from lxml import etree

from corpus.names import fold
from corpus.readers import read
from corpus.reading import FactName, Reading
from corpus.types import BlockKind
from tests.readings import values

pytestmark = pytest.mark.letters


@pytest.fixture(scope="module")
def moties(letters_folder: Path) -> dict[str, Reading]:
    """All moties in the archive, by identifier."""
    with zipfile.ZipFile(letters_folder / "moties.zip") as archive:
        return {name.removesuffix(".xml"): read(archive.read(name)) for name in archive.namelist()}


@pytest.fixture(scope="module")
def documents(letters_folder: Path) -> dict[str, Reading]:
    """All Word files, by name."""
    return {path.name: read(path.read_bytes()) for path in sorted(letters_folder.glob("*.docx"))}


def _surname(name: str) -> str:
    return " ".join(word for word in fold(name).split() if not re.fullmatch(r"(?:[a-z]{1,2}\.)+|\(.*\)", word))


def test_every_motie_is_of_the_dossier_and_number_of_its_name(moties: dict[str, Reading]) -> None:
    """5,930 of 5,930, each with the title of its dossier."""
    assert len(moties) == 5930
    for identifier, reading in moties.items():
        dossier = values(reading, FactName.DOSSIER)[0].replace(" ", "", 1).replace(" ", "-")
        assert f"kst-{dossier}-{values(reading, FactName.NUMBER)[0]}" == identifier
        assert values(reading, FactName.IDENTIFIER) == [identifier]
        assert values(reading, FactName.DOSSIER_TITLE)


def test_every_motie_asks_something_and_is_signed(moties: dict[str, Reading]) -> None:
    """A dictum, and at least one name."""
    for identifier, reading in moties.items():
        kinds = {paragraph.kind for paragraph in reading.paragraphs}
        assert {BlockKind.HEADING, BlockKind.DICTUM, BlockKind.SIGNATURE} <= kinds, identifier


def test_the_names_under_the_moties_are_those_of_the_register(moties: dict[str, Reading], letters_folder: Path) -> None:
    """Of the proposers that the register knows, 99 % stand under the text, and all are facts."""
    known = signed = stated = 0
    for line in (letters_folder / "moties.metadata.jsonl").read_text().splitlines():
        record = json.loads(line)
        reading = moties[record["id"]]
        names = [fold(each.text) for each in reading.paragraphs if each.kind is BlockKind.SIGNATURE]
        facts = [fold(name) for name in values(reading, FactName.PROPOSER)]
        for proposer in record["indiener"]:
            known += 1
            signed += any(_surname(proposer).split()[-1] in name for name in names)
            stated += any(_surname(proposer) in fact for fact in facts)
    assert known > 3000
    assert signed >= 0.99 * known
    assert stated == known


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


def test_no_word_of_the_official_xml_is_lost(moties: dict[str, Reading], letters_folder: Path) -> None:
    """Every hundredth motie and all Handelingen, word by word against the elements."""
    with zipfile.ZipFile(letters_folder / "moties.zip") as archive:
        files = {name: archive.read(name) for name in sorted(archive.namelist())[::100]}
    files.update({path.name: path.read_bytes() for path in letters_folder.glob("h-tk-*.xml")})
    for name, data in files.items():
        reading = read(data)
        elements = etree.fromstring(data).iter("al", "item-titel", "titel", "achternaam", "politiek")
        wanted = _words("".join(map(str, element.itertext())) for element in elements)
        printed = [each.text for each in reading.paragraphs] + [each.text for each in reading.furniture]
        held = _words([*printed, *(note.text for note in reading.notes)])
        assert wanted - held == Counter(), name


def test_the_reports_name_who_speaks(letters_folder: Path) -> None:
    """Every speech in the Handelingen and in the report of the Chamber has its speaker before it."""
    for path in sorted(letters_folder.glob("h-tk-*.xml")):
        data = path.read_bytes()
        speeches = data.count(b"<spreker>")
        reading = read(data)
        assert sum(each.kind is BlockKind.SPEAKER for each in reading.paragraphs) == speeches, path.name
    report = read((letters_folder / "vlos_2014-10-15.xml").read_bytes())
    speakers = [each.text for each in report.paragraphs if each.kind is BlockKind.SPEAKER]
    assert len(speakers) > 600
    assert all(text.endswith(":") for text in speakers)


def test_word_files_have_no_letterhead_in_their_text(documents: dict[str, Reading]) -> None:
    """No address, no field code, no label; what was taken out is kept as furniture."""
    assert len(documents) == 7
    for name, reading in documents.items():
        text = "\n".join(paragraph.text for paragraph in reading.paragraphs)
        for out in ("Retouradres", "Postbus", "DOCPROPERTY", "MERGEFORMAT", "Ons kenmerk", "Pagina ", "Turfmarkt"):
            assert out not in text, (name, out)
        assert reading.furniture


def test_word_files_are_dated_and_none_is_confidential(documents: dict[str, Reading]) -> None:
    """The templates hold a foot for even pages that says otherwise, which is not shown."""
    for name, reading in documents.items():
        assert len(values(reading, FactName.DATE)) == 1, name
        assert values(reading, FactName.MARK) == [], name


def test_every_question_in_the_word_files_has_its_answer(documents: dict[str, Reading]) -> None:
    """Numbers of questions and of answers are the same, those that are answered together too."""
    for name, reading in documents.items():
        if not name.startswith("docx__"):
            continue
        asked = {each.number for each in reading.paragraphs if each.kind is BlockKind.QUESTION}
        answers = {each.number for each in reading.paragraphs if each.kind is BlockKind.ANSWER}
        answered = {number for numbers in answers for number in re.findall(r"\d+", numbers)}
        assert asked == answered, name
        assert len(asked) >= 3, name


def test_all_notes_of_the_word_files_hang_on_their_marks(documents: dict[str, Reading]) -> None:
    """The real ones and those that were made by hand."""
    for name, reading in documents.items():
        marked = {mark.key for paragraph in reading.paragraphs for mark in paragraph.marks}
        assert marked == {note.key for note in reading.notes}, name
    made_by_hand = [note for reading in documents.values() for note in reading.notes if note.key.startswith("h")]
    assert len(made_by_hand) == 13
