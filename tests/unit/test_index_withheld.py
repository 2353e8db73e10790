"""Letters that were removed are in nothing that is handed out, though the generation in force holds them."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.errors import Removal
from corpus.removals import Removals
from corpus.types import Format, Kind, Letter, Metadata
from index.library import Library
from index.types import Field, Forms, Term
from tests.builders import a_letter, part
from tests.index_examples import HeldLetters
from tests.library_examples import library

WONEN, ZORG = a_letter(part("Een plan over wonen.")), a_letter(part("Een plan over zorg."))


def remove(folder: Path, letter: Letter) -> None:
    """Mark a letter as removed."""
    Removals(folder).add(Removal(letter.id, datetime.datetime(2024, 6, 1, tzinfo=datetime.UTC), "Ada", ""))


def found(shelf: Library) -> list[str]:
    """The letters of the passages about plans, sorted."""
    generation = shelf.current()
    hits = generation.search_lexical(Field.BODY, [Term("plan")], 10)
    return sorted(stored.letter.id for stored in generation.fetch([hit.position for hit in hits]))


def test_a_removed_letter_is_gone_at_once_and_for_every_process(tmp_path: Path) -> None:
    """For the one that serves, without a build, and for one that begins now."""
    serving, letters = library(tmp_path), HeldLetters([WONEN, ZORG])
    serving.build(letters)
    assert found(serving) == sorted([WONEN.id, ZORG.id])
    remove(tmp_path, WONEN)
    assert found(serving) == found(library(tmp_path)) == [ZORG.id]
    assert list(serving.current().letters) == [ZORG.id]


def test_marks_that_follow_each_other_closely_each_count(tmp_path: Path) -> None:
    """The time of a folder may be the same after both."""
    serving = library(tmp_path)
    serving.build(HeldLetters([WONEN, ZORG]))
    for letter, left in ((WONEN, [ZORG.id]), (ZORG, [])):
        remove(tmp_path, letter)
        assert found(serving) == left


def test_who_goes_back_does_not_bring_it_back(tmp_path: Path) -> None:
    """A generation from before is shown without it."""
    serving, letters = library(tmp_path), HeldLetters([WONEN, ZORG])
    serving.build(letters)
    letters.remove(WONEN.id)
    remove(tmp_path, WONEN)
    serving.build(letters)
    assert serving.current().info.withheld == frozenset()
    serving.rollback(1)
    assert (found(serving), serving.current().info.edition) == ([ZORG.id], (1, frozenset({WONEN.id})))


def test_a_letter_that_comes_back_is_shown_again(tmp_path: Path) -> None:
    """With the generation in force, without a build: its bytes are the same."""
    serving = library(tmp_path)
    serving.build(HeldLetters([WONEN, ZORG]))
    remove(tmp_path, WONEN)
    assert found(serving) == [ZORG.id]
    Removals(tmp_path).drop(WONEN.id)
    assert found(serving) == sorted([WONEN.id, ZORG.id])


def test_nothing_is_made_anew_while_nothing_is_removed(tmp_path: Path) -> None:
    """Whoever asks twice is handed the same."""
    serving = library(tmp_path)
    serving.build(HeldLetters([WONEN, ZORG]))
    assert serving.current() is serving.current()
    remove(tmp_path, WONEN)
    assert serving.current() is serving.current()


def test_its_passages_cannot_be_fetched(tmp_path: Path) -> None:
    """Also not by who remembers where they stood."""
    serving = library(tmp_path)
    serving.build(HeldLetters([WONEN, ZORG]))
    (place,) = serving.current().places_of(WONEN.id)
    remove(tmp_path, WONEN)
    assert serving.current().places_of(WONEN.id) == []
    with pytest.raises(IndexError, match="was removed"):
        serving.current().fetch([place.position])


def test_a_build_goes_by_what_the_generation_holds(tmp_path: Path) -> None:
    """What is only withheld is taken out: the next generation needs no withholding."""
    serving, letters = library(tmp_path), HeldLetters([WONEN, ZORG])
    serving.build(letters)
    remove(tmp_path, WONEN)
    letters.remove(WONEN.id)
    report = serving.build(letters)
    assert (report.removed, report.embedded, serving.current().info.withheld) == ((WONEN.id,), 0, frozenset())


def test_another_form_takes_its_place(tmp_path: Path) -> None:
    """The letter is cited by a form that is left; by one form alone it is no group."""
    text = " ".join(
        f"Over {name} bericht ik uw Kamer dat het werk is begonnen."
        for name in "aap noot mies wim zus jet teun vuur gijs lam kees bok".split()
    )
    motie = Metadata(Kind.MOTIE, "Motie")
    print_, draft, page = (
        replace(a_letter(part(f"{text} {end}"), metadata=motie), format=form)
        for form, end in ((Format.PDF, "Dank."), (Format.DOCX, "Einde."), (Format.HTML, ""))
    )
    serving = library(tmp_path)
    serving.build(HeldLetters([print_, draft, page]))
    assert serving.current().forms.of(draft.id) == (print_.id, page.id, draft.id)
    remove(tmp_path, print_)
    assert serving.current().forms.of(draft.id) == (page.id, draft.id)
    remove(tmp_path, page)
    assert serving.current().forms == Forms()
