"""The metadata of the real letters, checked against what stands elsewhere in the same files."""

import json
import re
import zipfile
from pathlib import Path

import pytest

from corpus import metadata, readers
from corpus.names import split_name, surname_parts
from corpus.reading import FactName, Reading
from corpus.references import cite, recognise
from corpus.types import Kind, Metadata, ReferenceKind

pytestmark = pytest.mark.letters

OFFICIAL_FOOT = re.compile(r"Tweede Kamer, vergaderjaar (\d{4})–(\d{4}), (?:Aanhangsel|\d\d \d\d\d)")
SAMPLE = 60  # moties, evenly spread over the archive


def interpreted(data: bytes, name: str) -> tuple[Reading, Metadata]:
    """A file read, and its metadata."""
    reading = readers.read(data)
    text = "\n\n".join(paragraph.text for paragraph in reading.paragraphs)
    return reading, metadata.interpret(reading, text, "", recognise(text), name)


def test_official_pdfs_are_cited_as_their_feet_say(letters_folder: Path) -> None:
    """For every page of every official print: dossier, number, vergaderjaar and page as in its running foot."""
    checked = 0
    for path in sorted(letters_folder.glob("*.pdf")):
        reading, found = interpreted(path.read_bytes(), path.name)
        for fact in reading.facts:
            foot = OFFICIAL_FOOT.match(fact.value) if fact.name is FactName.PAGE_FOOT and fact.page else None
            if not foot or not fact.page:
                continue
            checked += 1
            label = reading.page_labels[fact.page - 1] or ""
            cited = recognise(cite(found, label))[0].reference
            assert cited.vergaderjaar == f"{foot[1]}-{foot[2]}", path.name
            assert cited.page == label, path.name
            assert not label or re.search(rf"\s{label}\Z", fact.value), path.name
            if cited.kind is ReferenceKind.KAMERSTUK:
                printed = recognise(fact.value)[0].reference
                assert (cited.dossier, cited.number) == (printed.dossier, printed.number), path.name
    assert checked > 50


def test_handelingen_are_cited_by_meeting_item_and_page(letters_folder: Path) -> None:
    """The label 65-4-5 on a page becomes meeting 65, item 4, page 5."""
    checked = 0
    for path in sorted(letters_folder.glob("verslag__*.pdf")):
        reading, found = interpreted(path.read_bytes(), path.name)
        for label in filter(None, reading.page_labels):
            meeting, item, page = label.split("-")
            cited = recognise(cite(found, label))[0].reference
            assert (cited.number, cited.item, cited.page) == (meeting, item, page)
            checked += 1
    assert checked > 50


def test_moties_know_their_number_date_and_proposers(letters_folder: Path) -> None:
    """Number and proposers agree with the register; every motie is one."""
    rows = {}
    with (letters_folder / "moties.metadata.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            rows[row["id"]] = row
    with zipfile.ZipFile(letters_folder / "moties.zip") as archive:
        names = sorted(archive.namelist())
        for name in names[:: len(names) // SAMPLE]:
            _, found = interpreted(archive.read(name), name)
            row = rows[Path(name).stem]
            assert found.kind is Kind.MOTIE, name
            assert found.reference is not None, name
            assert found.reference.identifier == row["id"]
            assert found.proposers, name
            if row["indiener"]:
                registered = {surname_parts(split_name(each)[1]) for each in row["indiener"]}
                assert {surname_parts(person.name) for person in found.proposers} == registered, name


def test_answered_questions_name_who_asked_and_who_answered(letters_folder: Path) -> None:
    """Every Aanhangsel has questioners with their party, a sender with an office, a date and a title."""
    for path in sorted(letters_folder.glob("ah__*.pdf")):
        _, found = interpreted(path.read_bytes(), path.name)
        assert found.kind is Kind.ANTWOORD, path.name
        assert found.questioners, path.name
        assert all(person.party for person in found.questioners), path.name
        assert all(person.role for person in found.senders), path.name
        assert found.senders, path.name
        assert found.date, path.name
        assert found.title.startswith("Antwoord op vragen van "), path.name
