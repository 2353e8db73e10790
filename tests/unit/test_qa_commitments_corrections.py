"""What people say about the register: it counts, it is kept through rebuilds, and it can be taken back."""

import datetime
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.types import CommitmentStatus as Status
from index.types import Forms
from qa.commitments.book import CommitmentBook
from qa.commitments.corrections import CorrectionStore
from qa.commitments.official import OfficialRegister
from qa.commitments.types import CorrectionKind, EntryFilters, OfficialRow, Source, Standing
from qa.database import Database
from qa.errors import BadCorrection, UnknownEntry
from tests.register_examples import Shelf, a_book, book_of, mention, motie, record

MADE = record("a", datetime.date(2022, 3, 1))
LATER = record("b", datetime.date(2023, 3, 1))
BIKES = mention("p", MADE)
TREES = mention("q", LATER, "de bomen langs de weg te snoeien")
WRONG_ONES = EntryFilters(wrong=True)


def ids(book: CommitmentBook) -> list[str]:
    """The entries shown, sorted."""
    return sorted(entry.id for entry in book.entries())


def test_what_is_marked_wrong_is_shown_no_more(tmp_path: Path) -> None:
    """But can be looked up, with who said so and why; taken back it is there again."""
    book = a_book(tmp_path, [BIKES, TREES])
    number = book.mark_wrong("p", "Jo de Tester", "Dit is beleid van de gemeente.")
    assert ids(book) == ["q"]
    (wrong,) = book.entries(WRONG_ONES)
    (correction,) = wrong.corrections
    assert (correction.by, correction.reason, correction.entry) == (
        "Jo de Tester",
        "Dit is beleid van de gemeente.",
        "p",
    )
    assert wrong == book.entry("p")
    book.withdraw(number, "Jo de Tester")
    assert ids(book) == ["p", "q"]
    assert [(each.id, each.withdrawn is not None) for each in book.corrections()] == [(number, True)]


def test_a_mention_that_comes_later_is_for_people_to_judge(tmp_path: Path) -> None:
    """A letter that really promises is not hidden because an earlier one did not."""
    shelf = Shelf([BIKES])
    book = book_of(shelf, tmp_path)
    book.mark_wrong("p", "Jo", "onjuist")
    assert ids(book) == []
    shelf.put([BIKES, mention("p", LATER)])
    (entry,) = book.entries()
    assert [each.letter.file for each in entry.mentions] == ["b.pdf"]


def test_a_state_that_somebody_sets_counts_until_a_later_letter(tmp_path: Path) -> None:
    """What the letters of before said no longer counts; a letter of a later day does."""
    shelf = Shelf([BIKES])
    book = book_of(shelf, tmp_path)
    book.set_status("p", Status.VOLDAAN, "Jo", "Zie het verslag van 2 mei.")
    (entry,) = book.entries()
    assert (entry.status, entry.status_source, entry.standing) == (Status.VOLDAAN, Source.PERSON, Standing.CLOSED)
    tomorrow = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=1)
    shelf.put([BIKES, mention("p", record("z", tomorrow), status=Status.DEELS)])
    assert [(entry.status, entry.status_source) for entry in book.entries()] == [(Status.DEELS, Source.LETTER)]


def test_the_last_state_set_counts(tmp_path: Path) -> None:
    """Also when both are of one day and the first was farther."""
    book = a_book(tmp_path, [BIKES])
    book.set_status("p", Status.VOLDAAN, "Jo", "klaar")
    book.set_status("p", Status.OPEN, "Al", "toch niet klaar")
    assert [entry.status for entry in book.entries()] == [Status.OPEN]
    assert [each.by for each in book.entries()[0].corrections] == ["Jo", "Al"]


def test_two_entries_become_one_and_two_again(tmp_path: Path) -> None:
    """Under the id of the older one; both ids lead to it."""
    book = a_book(tmp_path, [BIKES, TREES])
    number = book.merge("q", "p", "Jo", "Zelfde toezegging.")
    assert ids(book) == ["p"]
    assert book.entry("q") == book.entry("p")
    (entry,) = book.entries()
    assert ([each.letter.file for each in entry.mentions], entry.corrections[0].kind) == (
        ["a.pdf", "b.pdf"], CorrectionKind.MERGE
    )  # fmt: skip
    book.withdraw(number, "Al")
    assert ids(book) == ["p", "q"]


def test_corrections_outlive_a_rebuild_and_a_new_reading(tmp_path: Path) -> None:
    """Another id, other spaces and hyphens, a longer quote: it is the same promise still."""
    shelf = Shelf([BIKES, TREES])
    book = book_of(shelf, tmp_path)
    book.mark_wrong("p", "Jo", "onjuist")
    book.merge("p", "q", "Jo", "zelfde")
    spaced = mention("other", MADE, quote="Ik heb  toegezegd de\nstallingen te tellen")
    longer = mention("longer", MADE, quote="Zoals gezegd: ik heb toegezegd de stallingen te tellen. Dat gebeurt nu.")
    for read_again in (spaced, longer):
        shelf.put([read_again, TREES])
        assert ids(book_of(shelf, tmp_path)) == ids(book)
        assert [each.letter.file for each in book.entries()[0].mentions] == ["b.pdf"]
        assert book.orphans() == ()


def test_a_letter_in_several_forms_mentions_a_promise_once(tmp_path: Path) -> None:
    """In the form to cite; a correction made when another form was cited holds."""
    shelf = Shelf([BIKES, TREES])
    book = book_of(shelf, tmp_path)
    number = book.mark_wrong("p", "Jo", "onjuist")
    printed = record("d", datetime.date(2022, 3, 1))
    group = (printed.id, MADE.id)
    forms = Forms(dict.fromkeys(group, group))
    shelf.put([mention("p", printed), BIKES, TREES], forms)
    assert [(each.id, each.entry) for each in book.corrections()] == [(number, "p")]
    assert [each.letter.file for each in book.entries(WRONG_ONES)[0].mentions] == ["d.pdf"]
    book.withdraw(number, "Jo")
    shelf.put([mention("p", printed), BIKES, mention("p", MADE, "ook de bomen te snoeien"), TREES], forms)
    (entry,) = [each for each in book.entries() if each.id == "p"]
    assert {(each.letter.file, each.commitment.what) for each in entry.mentions} == {
        ("a.pdf", "ook de bomen te snoeien"),
        ("d.pdf", "de stallingen te tellen"),
    }


def test_a_correction_without_its_letter_is_an_orphan(tmp_path: Path) -> None:
    """It is listed, harms nothing, and counts again when the letter is back."""
    shelf = Shelf([BIKES, TREES])
    book = book_of(shelf, tmp_path)
    number = book.mark_wrong("p", "Jo", "onjuist")
    shelf.put([TREES])
    assert [(each.id, each.entry) for each in book.orphans()] == [(number, None)]
    assert ids(book) == ["q"]
    shelf.put([BIKES, TREES])
    assert (book.orphans(), ids(book)) == ((), ["q"])


def test_a_correction_never_moves_to_another_sentence(tmp_path: Path) -> None:
    """A promise of the same letter in other words is not taken for the one that was corrected."""
    shelf = Shelf([BIKES])
    book = book_of(shelf, tmp_path)
    book.mark_wrong("p", "Jo", "onjuist")
    shelf.put([mention("n", MADE, "een brief te sturen over de bomen langs de weg")])
    assert (ids(book), len(book.orphans())) == (["n"], 1)


def test_an_official_promise_that_no_letter_mentions_can_be_corrected(tmp_path: Path) -> None:
    """It is held by its number, through another import."""
    official = OfficialRegister(Database(tmp_path))
    official.replace([row("TZ202203-001")], "griffie")
    book = a_book(tmp_path, [BIKES])
    book.set_status("TZ202203-001", Status.VERVALLEN, "Jo", "ingetrokken")
    book.merge("TZ202203-001", "p", "Jo", "zelfde")
    official.replace([row("TZ202203-001"), row("TZ202203-002")], "griffie")
    entry = book.entry("p")
    assert entry is not None
    assert (entry.id, entry.status, len(entry.mentions)) == ("TZ202203-001", Status.VERVALLEN, 1)
    book.mark_wrong("TZ202203-002", "Jo", "dubbel")
    assert ids(book) == ["TZ202203-001"]


def test_what_makes_no_sense_is_refused(tmp_path: Path) -> None:
    """Nothing is written for it."""
    book = a_book(tmp_path, [BIKES, motie("m", MADE, start=99)])
    with pytest.raises(UnknownEntry, match="x"):
        book.mark_wrong("x", "Jo", "onjuist")
    with pytest.raises(BadCorrection, match="wie"):
        book.mark_wrong("p", "  ", "onjuist")
    with pytest.raises(BadCorrection, match="reden"):
        book.mark_wrong("p", "Jo", "")
    with pytest.raises(BadCorrection, match="uitgevoerd"):
        book.set_status("p", Status.UITGEVOERD, "Jo", "klaar")
    with pytest.raises(BadCorrection, match="voldaan"):
        book.set_status("m", Status.VOLDAAN, "Jo", "klaar")
    with pytest.raises(BadCorrection, match="zelfde"):
        book.merge("p", "p", "Jo", "zelfde")
    with pytest.raises(UnknownEntry, match="12"):
        book.withdraw(12, "Jo")
    number = book.mark_wrong("p", "Jo", "onjuist")
    book.withdraw(number, "Jo")
    with pytest.raises(UnknownEntry, match="1"):
        book.withdraw(number, "Jo")
    assert len(book.corrections()) == 1


def row(number: str) -> OfficialRow:
    """An open row of the official register."""
    return OfficialRow(number, "De minister telt de stallingen.", "Openstaand", None, None, "", "", (), "")


def test_removed_letters_take_what_holds_their_words_along(tmp_path: Path) -> None:
    """A correction that stands on other letters too stays; one without a side left goes, in the history as well."""
    shelf = Shelf([BIKES, mention("p", LATER), TREES, mention("r", LATER, "de hekken te tellen")])
    book = book_of(shelf, tmp_path)
    both = book.mark_wrong("p", "Jo", "onjuist")
    book.mark_wrong("q", "Jo", "onjuist")
    book.merge("q", "r", "Jo", "dezelfde")
    before = CorrectionStore(Database(tmp_path)).version()
    CorrectionStore(Database(tmp_path)).forget([LATER.id])
    (left,) = CorrectionStore(Database(tmp_path)).all()
    assert (left.id, [anchor.letter for anchor in left.anchors], left.others) == (both, [MADE.id], ())
    assert CorrectionStore(Database(tmp_path)).version() != before
    shelf.put([BIKES])
    assert ([each.id for each in book.corrections()], book.orphans(), ids(book)) == ([both], (), [])
    assert LATER.id.encode() not in database_bytes(tmp_path)


def database_bytes(folder: Path) -> bytes:
    """All that the database holds."""
    with closing(sqlite3.connect(folder / "app.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (folder / "app.db").read_bytes()
