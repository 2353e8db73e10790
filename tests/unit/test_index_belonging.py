"""Who wrote a letter, of which party they are, and where it comes from."""

import datetime

from corpus.types import Kind, Metadata, Person
from index.belonging import Belonging, authors, is_of_ministry, ministries, written_name
from index.types import LetterRecord

MINISTER = Person("Van Gennip", "C.E.G.", role="Minister van Sociale Zaken en Werkgelegenheid")


def record(name: str, **details: object) -> LetterRecord:
    """A letter with these metadata."""
    metadata = Metadata(Kind.KAMERBRIEF, name, datetime.date(2024, 1, 1), **details)  # type: ignore[arg-type]
    return LetterRecord(name, f"{name}.pdf", "1", None, metadata)


def test_a_party_that_one_letter_gives_is_believed_of_others() -> None:
    """Whatever the capitals and accents of the name; what a letter itself says goes first."""
    belonging = Belonging([record("a", people=(Person("Kostić", "I.", "PvdD"), Person("Zonderling")))])
    assert belonging.party(Person("Kostic")) == "PvdD"
    assert belonging.party(Person("Kostić", party="SP")) == "SP"
    assert belonging.party(Person("Zonderling")) == ""


def test_a_name_of_two_parties_has_none() -> None:
    """Unless initials tell which; parties that went together agree."""
    told = (Person("Van Dijk", "I.", "CDA"), Person("Van Dijk", "J.J.", "SP"), Person("Piri", "", "PvdA"))
    belonging = Belonging([record("a", people=told), record("b", people=(Person("Piri", "K.", "GroenLinks-PvdA"),))])
    assert belonging.party(Person("Van Dijk")) == ""
    assert belonging.party(Person("Van Dijk", "Inge")) == "CDA"
    assert belonging.party(Person("Piri")) in {"PvdA", "GroenLinks-PvdA"}


def test_members_are_known_by_the_year_of_the_letter() -> None:
    """Who changed parties belongs to the one of that year; the government to none; a slip changes nothing."""
    belonging = Belonging([record("a", people=(Person("Teunissen", party="PvdA"),))])
    omtzigt = Person("Omtzigt")
    assert belonging.party(omtzigt, datetime.date(2018, 3, 1)) == "CDA"
    assert belonging.party(omtzigt, datetime.date(2025, 3, 1)) == "NSC"
    assert belonging.party(omtzigt) == ""
    assert belonging.party(Person("Teunissen"), datetime.date(2023, 3, 1)) == "PvdD"
    assert belonging.party(Person("Koolmees", role="Minister van Sociale Zaken en Werkgelegenheid")) == ""
    metadata = Metadata(Kind.MOTIE, "b", datetime.date(2021, 1, 1), proposers=(Person("Piri"), omtzigt))
    assert belonging.parties(metadata) == ("PvdA", "CDA")


def test_a_letter_comes_from_the_ministry_of_its_senders() -> None:
    """Named in the head, or housing the office; those that followed each other are one."""
    metadata = record("a", senders=(MINISTER,), ministry="Sociale Zaken en Werkgelegenheid").metadata
    assert ministries(metadata) == ("Sociale Zaken en Werkgelegenheid",)
    older = record("b", ministry="Veiligheid en Justitie").metadata
    assert is_of_ministry(older, "Justitie en Veiligheid")
    assert not is_of_ministry(older, "Defensie")
    assert ministries(record("c").metadata) == ()


def test_authors_are_senders_proposers_and_questioners() -> None:
    """And their parties are the letter's, each once."""
    boer, smit = Person("De Boer", party="SP"), Person("Smit", party="SP")
    metadata = record(
        "a", senders=(MINISTER,), proposers=(boer,), questioners=(smit,), receivers=(Person("X"),)
    ).metadata
    assert authors(metadata) == (MINISTER, boer, smit)
    assert Belonging([]).parties(metadata) == ("SP",)


def test_names_are_written_without_initials() -> None:
    """A first name is kept; it tells namesakes apart."""
    assert written_name(Person("Van Dijk", "Inge")) == "Inge van Dijk"
    assert written_name(Person("Van Dijk", "J.J.")) == "Van Dijk"
    assert written_name(Person("", "J.J.")) == ""
