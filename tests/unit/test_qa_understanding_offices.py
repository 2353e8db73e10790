"""Offices and parties that a question names."""

import pytest

from corpus.types import Kind
from qa.understanding.offices import kinds_in, ministries_in, offices_in, parties_in


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Wat beloofde de staatssecretaris van JenV?", "Staatssecretaris van Justitie en Veiligheid"),
        ("Wat zei de minister van Sociale Zaken en Werkgelegenheid?", "Minister van Sociale Zaken en Werkgelegenheid"),
        ("What did the justice minister promise?", "Minister van Justitie en Veiligheid"),
        ("the State Secretary for SZW", "Staatssecretaris van Sociale Zaken en Werkgelegenheid"),
        ("the Minister of Social Affairs", "Minister van Sociale Zaken en Werkgelegenheid"),
        ("brief minister szw", "Minister van Sociale Zaken en Werkgelegenheid"),
        ("kamerbrief staatssecretaris financien", "Staatssecretaris van Financiën"),
    ],
)
def test_an_office_is_known_by_its_role(question: str, office: str) -> None:
    """In either language, by name or abbreviation."""
    assert [person.name for person in offices_in(question)] == [office]


@pytest.mark.parametrize(
    "question", ["wat zei de minister?", "administer finance", "minister van zaken", "the minister"]
)
def test_no_office_is_made_up(question: str) -> None:
    """A minister without a department is anybody."""
    assert offices_in(question) == ()


def test_parties_are_known_as_the_kamer_writes_them() -> None:
    """Also within a compound; small letters are no party."""
    assert parties_in("de D66-motie van GL-PvdA en de SP") == ("D66", "GroenLinks-PvdA", "SP")
    assert parties_in("meer volt en sp") == ()


def test_parties_are_known_in_small_letters_where_nothing_else_is_written_so() -> None:
    """The SP only behind an article; names in full too."""
    assert parties_in("moties van de sp, d66 en pvda") == ("SP", "D66", "PvdA")
    assert parties_in("partij voor de dieren dierproeven") == ("PvdD",)


def test_ministries_are_known_beside_offices() -> None:
    """With where they stand; not the one in the name of an office."""
    assert ministries_in("brieven van SZW") == [("Sociale Zaken en Werkgelegenheid", 12, 15)]
    assert [name for name, *_ in ministries_in("wat schreef het ministerie van financien?")] == ["Financiën"]
    assert [name for name, *_ in ministries_in("the ministry of defence")] == ["Defensie"]
    assert ministries_in("de minister van SZW") == []


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("welke moties gingen over fietsen?", (Kind.MOTIE,)),
        ("in welke brief staat dat?", (Kind.KAMERBRIEF,)),
        ("answers to written questions", (Kind.VRAGEN, Kind.ANTWOORD)),
        ("wat zei hij in het debat?", (Kind.VERSLAG, Kind.HANDELINGEN)),
        ("wat kost een fiets?", ()),
    ],
)
def test_kinds_of_document_are_told(question: str, kinds: tuple[Kind, ...]) -> None:
    """In either language, one or more of them."""
    assert kinds_in(question) == kinds
