"""Forms and versions among real letters."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from corpus.letter import read_letter
from corpus.relations import relate
from corpus.types import Letter
from index.fingerprint import fingerprint
from index.forms import find_forms
from index.kinship import Candidate
from index.types import LetterRecord

pytestmark = pytest.mark.letters

_DOSSIERS = re.compile(r"kst-(?:19637|32847|36600-XV|36410-VI)-\d+\.xml")
_INSTEAD_OF = re.compile(r"<titel>[^<]*TER VERVANGING VAN DIE GEDRUKT ONDER NR\. (\d+)[^<]*</titel>", re.IGNORECASE)


def candidate(letter: Letter) -> Candidate:
    """The letter as a build puts it with its other forms."""
    record = LetterRecord(letter.id, letter.file, "1", None, letter.metadata, relate(letter), letter.format)
    return Candidate(record, fingerprint(letter))


def word_copy(letter: Letter) -> Letter:
    """The letter's text as somebody pastes it into Word, without its number."""
    document = docx.Document()
    for block in letter.blocks:
        document.add_paragraph(letter.text[block.start : block.end])
    content = io.BytesIO()
    document.save(content)
    copy = read_letter(content.getvalue(), "kopie.docx")
    # What stands around the text of a letter in Word, its date above all, is not in the copy.
    return replace(copy, metadata=replace(copy.metadata, date=letter.metadata.date))


@pytest.fixture(scope="module")
def prints(letters_folder: Path) -> list[Letter]:
    """Official prints and ministry letters in PDF."""
    files = sorted([*letters_folder.glob("brief__*.pdf"), *letters_folder.glob("ah__*.pdf")])
    return [read_letter(file.read_bytes(), file.name) for file in files]


def moties(letters_folder: Path) -> Iterator[tuple[str, bytes]]:
    """The moties of a few large dossiers, by file name."""
    with zipfile.ZipFile(letters_folder / "moties.zip") as archive:
        for name in archive.namelist():
            if _DOSSIERS.fullmatch(Path(name).name):
                yield Path(name).name, archive.read(name)


def test_no_two_prints_are_taken_for_one_letter(prints: list[Letter]) -> None:
    """Each has its own number or says something else."""
    assert not find_forms(map(candidate, prints)).groups


def test_a_copy_in_word_is_put_with_its_print(prints: list[Letter]) -> None:
    """And with no other one; the print is the form to cite."""
    copies = {letter.id: word_copy(letter) for letter in prints}
    found = find_forms(map(candidate, (*prints, *copies.values())))
    together = [letter for letter in prints if found.of(copies[letter.id].id) == (letter.id, copies[letter.id].id)]
    apart = [letter for letter in prints if len(found.of(letter.id)) == 1]
    assert len(together) + len(apart) == len(prints)
    # A letter of a few lines says too little.
    assert all(fingerprint(letter).shingles < 100 for letter in apart)
    assert len(together) >= 18


def test_changed_moties_replace_the_ones_that_they_name(letters_folder: Path) -> None:
    """Every motie whose print says which number it replaces is its newer version, and no motie is another form."""
    held = dict(moties(letters_folder))
    letters = {name: read_letter(data, name) for name, data in held.items()}
    found = find_forms(map(candidate, letters.values()))
    assert not found.groups
    named = {}
    for name, data in held.items():
        for match in _INSTEAD_OF.finditer(data.decode()):
            older = f"{name.rpartition('-')[0]}-{match[1]}.xml"
            if older in letters:
                named[letters[older].id] = letters[name].id
    assert len(named) > 15
    for older, newer in named.items():
        assert found.newest(older) == (found.newest(newer) or newer)
