"""The register across letters: what belongs together, how far it is, how it is filtered."""

import datetime
from pathlib import Path

from corpus.types import CommitmentStatus as Status
from corpus.types import Person
from qa.commitments.official import OfficialRegister
from qa.commitments.types import EntryFilters, OfficialRow, Source, Standing
from qa.database import Database
from tests.register_examples import MINISTER, MOTIE, PROMISE, Shelf, a_book, book_of, mention, motie, record, stuk

MADE = record("a", datetime.date(2022, 3, 1))
LATER = record("b", datetime.date(2023, 3, 1))
UNDATED = record("c")


def test_mentions_of_one_promise_are_its_history(tmp_path: Path) -> None:
    """Oldest letter first, letters without a date last; each with its citation."""
    (entry,) = a_book(tmp_path, [mention("p", UNDATED), mention("p", LATER), mention("p", MADE)]).entries()
    assert [each.letter.file for each in entry.mentions] == ["a.pdf", "b.pdf", "c.pdf"]
    assert entry.mentions[0].citation == "Brief van de Minister van Sociale Zaken en Werkgelegenheid van 1 maart 2022"


def test_the_subject_is_told_by_the_mention_that_tells_it(tmp_path: Path) -> None:
    """A letter that only carries a promise out does not say what it was."""
    bare = mention("p", MADE, "Hiermee voer ik de toezegging uit", status=Status.VOLDAAN)
    (entry,) = a_book(tmp_path, [bare, mention("p", LATER)]).entries()
    assert entry.what == "de stallingen te tellen"


def test_one_person_is_one_person(tmp_path: Path) -> None:
    """Party, first name and a typing error come together in the entry."""
    spelt = [Person("Van Dijkstra", party="SP"), Person("Van Dijkstra", "Jasper"), Person("Van Dijktsra", "Japser")]
    (entry,) = a_book(
        tmp_path, [mention("p", MADE, to=(person,), start=place * 50) for place, person in enumerate(spelt)]
    ).entries()
    assert [(person.name, person.party) for person in entry.to] == [("Van Dijkstra", "SP")]


def test_the_newest_due_date_counts(tmp_path: Path) -> None:
    """A promise that was put off is not late by its first date."""
    first = mention("p", MADE, due="in 2022", due_date=datetime.date(2022, 12, 31))
    put_off = mention("p", LATER, due="in 2026", due_date=datetime.date(2026, 12, 31))
    assert [entry.standing for entry in a_book(tmp_path, [first]).entries()] == [Standing.OVERDUE]
    (entry,) = a_book(tmp_path, [put_off, first]).entries()
    assert (entry.due, entry.due_date, entry.standing) == ("in 2026", datetime.date(2026, 12, 31), Standing.OPEN)


def test_late_is_judged_on_the_day_that_it_is(tmp_path: Path) -> None:
    """The same generation gives another register the day after."""
    due = datetime.date(2024, 6, 30)
    shelf = Shelf([mention("p", MADE, due="in juni", due_date=due)])
    assert book_of(shelf, tmp_path, due).entries()[0].standing is Standing.OPEN
    assert book_of(shelf, tmp_path, due + datetime.timedelta(days=1)).entries()[0].standing is Standing.OVERDUE


def test_a_promise_that_goes_with_a_motie_says_nothing_of_the_motie(tmp_path: Path) -> None:
    """The entry is a motie, with the motie's state and the promise's due date."""
    due = datetime.date(2026, 1, 1)
    (entry,) = a_book(
        tmp_path,
        [
            motie("kst-32824-1", MADE, status=Status.IN_UITVOERING),
            mention("kst-32824-1", MADE, status=Status.OPEN, due="vóór 2 januari", due_date=due, start=90),
        ],
    ).entries()
    assert (entry.kind, entry.status, entry.due_date) == (MOTIE, Status.IN_UITVOERING, due)


def test_the_order_is_late_open_not_known_closed(tmp_path: Path) -> None:
    """Within each what is due first."""
    soon, late = datetime.date(2025, 6, 1), datetime.date(2025, 5, 1)
    made = [
        mention("closed", MADE, status=Status.VOLDAAN),
        motie("proposed", MADE, status=Status.VOORGESTELD),
        mention("open", MADE),
        mention("soon", MADE, due="x", due_date=soon),
        mention("late", MADE, due="x", due_date=late),
    ]
    assert [entry.id for entry in a_book(tmp_path, made).entries()] == ["late", "soon", "open", "proposed", "closed"]


def test_filters_leave_what_they_ask_for(tmp_path: Path) -> None:
    """Person, party, ministry, dossier, kind, state and words; a day is not itself before that day."""
    due = datetime.date(2025, 7, 1)
    book = a_book(
        tmp_path,
        [
            mention("p", record("a", dossiers=("36200-XV",)), due="x", due_date=due),
            motie("m", record("b", ministry="Defensie"), to=(Person("Modelstra", party="VVD"),), reference=stuk("7")),
        ],
    )

    def left(**filters: object) -> list[str]:
        return [entry.id for entry in book.entries(EntryFilters(**filters))]  # type: ignore[arg-type]  # by name

    assert left(person="proefstra (SP)") == left(person="minister van SZW") == left(person="Modelman") == ["p"]
    assert left(person="Proefstra (VVD)") == left(person="Niemand") == []
    assert left(party="vvd") == left(ministry="Defensie") == left(dossier="32 824") == left(kind=MOTIE) == ["m"]
    assert left(dossier="36 200 XV") == left(kind=PROMISE) == left(text="STALLINGEN tellen") == ["p"]
    assert left(status=Status.OPEN, standing=Standing.OPEN) == ["p", "m"]
    assert left(due_before=due) == []
    assert left(due_before=due + datetime.timedelta(days=1)) == ["p"]


def test_options_count_what_a_filter_would_leave(tmp_path: Path) -> None:
    """People under one spelling, most frequent first."""
    options = a_book(
        tmp_path,
        [
            mention("p", MADE),
            mention("q", LATER, to=(Person("Proefstra"),)),
            motie("m", LATER, to=(Person("Proefstra", "Jan"),)),
        ],
    ).options()
    assert [(choice.value, choice.count) for choice in options.people] == [("Jan Proefstra (SP)", 3), ("Modelman", 2)]
    assert [(choice.value, choice.count) for choice in options.parties] == [("SP", 3)]


def test_a_party_that_one_letter_tells_holds_for_the_others(tmp_path: Path) -> None:
    """Letters name the member without it; two people of one surname keep their own, and stay apart."""
    named = [Person("Proefstra", "Jan", "SP"), Person("Proefstra", "Inge", "CDA"), Person("Proefstra", "Inge")]
    book = a_book(tmp_path, [motie(str(place), MADE, to=(each,)) for place, each in enumerate(named)])
    left = [[entry.id for entry in book.entries(EntryFilters(party=party))] for party in ("SP", "CDA")]
    assert left == [["0"], ["1", "2"]]
    assert [entry.id for entry in book.entries(EntryFilters(person="Inge Proefstra"))] == ["1", "2"]


def test_moties_stand_beside_a_promise_to_their_proposer(tmp_path: Path) -> None:
    """Where one letter speaks of both; each names the other."""
    book = a_book(tmp_path, [mention("p", MADE), motie("m", MADE, start=99), motie("n", LATER)])
    assert {entry.id: entry.related for entry in book.entries()} == {"p": ("m",), "m": ("p",), "n": ()}


def test_a_row_of_the_official_register_joins_by_its_number(tmp_path: Path) -> None:
    """The letters and the register tell of one promise; what no letter mentions is there all the same."""
    OfficialRegister(Database(tmp_path)).replace([row("TZ202203-001"), row("TZ202203-002", "Voldaan")], "griffie")
    entries = {entry.id: entry for entry in a_book(tmp_path, [mention("TZ202203-001", MADE, to=())]).entries()}
    joined, alone = entries["TZ202203-001"], entries["TZ202203-002"]
    assert (len(joined.mentions), joined.to, joined.status_source) == (
        1,
        (Person("Proefstra", "P.", "SP", "Kamerlid"),),
        Source.LETTER,
    )
    assert (alone.mentions, alone.what, alone.status, alone.status_source) == (
        (), "De minister telt de stallingen.", Status.VOLDAAN, Source.OFFICIAL,
    )  # fmt: skip
    assert (alone.due_date, alone.by) == (datetime.date(2024, 1, 1), "Minister van Defensie")


def test_another_import_takes_the_place_of_the_last(tmp_path: Path) -> None:
    """A book that is open sees it at once."""
    register, book = OfficialRegister(Database(tmp_path)), a_book(tmp_path, [])
    assert book.entries() == ()
    register.replace([row("TZ202203-001")], "griffie")
    assert [entry.id for entry in book.entries()] == ["TZ202203-001"]
    register.replace([row("TZ202203-002")], "griffie")
    assert [entry.id for entry in book.entries()] == ["TZ202203-002"]
    assert register.rows() == [row("TZ202203-002")]


def test_reading_makes_no_file(tmp_path: Path) -> None:
    """A folder that nobody corrected in stays as it is."""
    book = a_book(tmp_path, [mention("p", MADE)])
    assert book.entries()[0].by_person == MINISTER
    assert book.orphans() == ()
    assert list(tmp_path.iterdir()) == []


def row(number: str, status: str = "Openstaand") -> OfficialRow:
    """A row as the open data have it."""
    return OfficialRow(
        number, "De minister telt de stallingen.", status, datetime.date(2022, 3, 1), datetime.date(2024, 1, 1),
        "Ministerie van Defensie", "Minister van Defensie", ("Proefstra, P. (SP)",), "Commissiedebat",
    )  # fmt: skip
