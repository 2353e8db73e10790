"""Forms and versions as a generation holds them."""

import datetime
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.types import Dossier, Format, Kind, Letter, Metadata, Reference, ReferenceKind
from index.errors import DamagedGeneration
from index.form_store import read_forms
from index.generation import FORMS_FILE
from index.types import Forms
from tests.builders import a_letter, part
from tests.index_examples import HeldLetters
from tests.library_examples import library

TEXT = " ".join(
    f"Over {name} bericht ik uw Kamer dat het werk is begonnen."
    for name in "aap noot mies wim zus jet teun vuur gijs lam kees bok".split()
)


def printed(number: str, text: str = TEXT, title: str = "Motie") -> Letter:
    """A motie in print."""
    metadata = Metadata(
        Kind.MOTIE,
        title,
        datetime.date(2024, 3, 14),
        dossiers=(Dossier("29398"),),
        number=number,
        reference=Reference(ReferenceKind.KAMERSTUK, "29398", number, "II", "2023-2024"),
    )
    return replace(a_letter(part(text), metadata=metadata), format=Format.XML)


OLD = printed("1")
NEW = printed("2", TEXT.replace("begonnen", "af"), "Gewijzigde motie (t.v.v. 29398-1)")
DRAFT = replace(
    a_letter(part(f"{TEXT} Dank."), metadata=Metadata(Kind.MOTIE, "Motie")), format=Format.DOCX, textless_pages=(2,)
)


def test_a_generation_tells_forms_and_versions(tmp_path: Path) -> None:
    """And of every letter its format, and the pages without text."""
    library(tmp_path).build(HeldLetters([OLD, NEW, DRAFT]))
    generation = library(tmp_path).current()
    group = (OLD.id, DRAFT.id)
    assert generation.forms == Forms(dict.fromkeys(group, group), {OLD.id: NEW.id, DRAFT.id: NEW.id})
    newest = generation.replaced_by(DRAFT.id)
    assert newest is not None
    assert newest.id == NEW.id
    assert generation.replaced_by(NEW.id) is None
    assert generation.letters[DRAFT.id].format is Format.DOCX
    assert generation.letters[DRAFT.id].textless_pages == (2,)


def test_forms_are_found_letter_by_letter_as_at_once(tmp_path: Path) -> None:
    """What is taken over from the generation before counts; what leaves takes its forms along."""
    held = HeldLetters([DRAFT])
    grown = library(tmp_path / "grown")
    for letter in (NEW, OLD):
        grown.build(held)
        held.add(letter)
    grown.build(held)
    once = library(tmp_path / "once")
    once.build(held)
    assert grown.current().forms == once.current().forms
    held.remove(NEW.id)
    grown.build(held)
    assert grown.current().forms.replaced == {}
    held.remove(OLD.id)
    grown.build(held)
    assert grown.current().forms == Forms()


def test_damage_to_the_forms_is_met_before_a_question_is(tmp_path: Path) -> None:
    """A row that was not written so makes the generation one that cannot be used."""
    library(tmp_path).build(HeldLetters([OLD, DRAFT]))
    path = tmp_path / "generations" / "1" / FORMS_FILE
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE form SET forms = '[7]'")
    with pytest.raises(ValueError, match="str expected"):
        read_forms(path)
    with pytest.raises(DamagedGeneration):
        library(tmp_path).current()
