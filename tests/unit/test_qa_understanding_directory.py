"""Who and what a generation knows."""

import pytest

from corpus.types import Kind, Metadata, Person, Reference, ReferenceKind
from index.types import LetterRecord
from qa.types import Suggestion
from qa.understanding.directory import Directory


def record(number: str, *names: str) -> LetterRecord:
    """A letter with a number, in which these people are named."""
    reference = Reference(ReferenceKind.KAMERSTUK, "32824", number, "II", "2022-2023")
    people = tuple(Person(name) for name in names)
    metadata = Metadata(Kind.KAMERBRIEF, "Brief", reference=reference, people=people)
    return LetterRecord(f"letter {number}", "brief.pdf", "1", 1, metadata)


@pytest.fixture
def directory() -> Directory:
    """Two letters."""
    return Directory([record("1", "Van der Plas", "Aartsen"), record("2", "Aartsen", "Bos", "Rikkers-Oosterkamp")])


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Wat is er toegezegd aan Aartsen?", ["Aartsen"]),
        ("wat is er toegezegd aan aartsen en lid bos", ["Aartsen", "Bos"]),
        ("Wat wil Van der Plas met haar motie?", ["Van der Plas"]),
        ("What was promised to Oosterkamp?", ["Rikkers-Oosterkamp"]),
        ("hoeveel bos is er gekapt", []),
    ],
)
def test_known_people_are_found_with_missing_capitals(directory: Directory, question: str, names: list[str]) -> None:
    """A word in small letters is a name only after a word that announces one."""
    assert [person.name for person in directory.people_in(question)] == names


NAMES = ("Van der Plas", "Dijk", "Van Dijk", "De Jong", "Welzijn", "Six Dijkstra", "Bontenbal", "Van Groningen", "Krul")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("van der plas", ["Van der Plas"]),
        ("moties van der plas", ["Van der Plas"]),
        ("bontenbal kernenergie", ["Bontenbal"]),
        ("motie dijk over de kust", ["Dijk"]),
        ("motie van dijk over de kust", ["Van Dijk"]),
        ("Van Dijk", ["Van Dijk"]),
        ("wat vroeg de jong over wonen", ["De Jong"]),
        ("motie krul c.s.", ["Krul"]),
        ("moties van het lid welzijn", ["Welzijn"]),
        ("moties van Welzijn over huur", ["Welzijn"]),
        ("six dijkstra over netwerken", ["Six Dijkstra"]),
        ("moties van Van Groningen", ["Van Groningen"]),
    ],
)
def test_a_name_is_known_where_only_a_name_can_stand(question: str, names: list[str]) -> None:
    """By its prefix, by the word before it, by what follows a motie, or because no other word is written so."""
    assert [person.name for person in Directory([record("1", *NAMES)]).people_in(question)] == names


@pytest.mark.parametrize(
    "question",
    [
        "dijk en waterveiligheid",
        "Welzijn van dieren",
        "moties welzijn ouderen",
        "beleid voor welzijn",
        "motie jong talent",
        "moties over Groningen",
    ],
)
def test_a_common_word_or_a_place_is_no_name(question: str) -> None:
    """Where it stands as such, whoever is called so."""
    assert Directory([record("1", *NAMES)]).people_in(question) == []


def test_a_word_taken_for_a_name_is_nobody() -> None:
    """One letter seems to name somebody whom no letter came from, and whose name is a word."""
    assert Directory([record("1", "Dierenwelzijn", "He")]).people_in("He, is Dierenwelzijn geregeld?") == []


def test_a_misspelt_name_gets_a_suggestion(directory: Directory) -> None:
    """One edit away, and not known itself."""
    suggestion = Suggestion("Aartsn", "Aartsen", "Wat is er toegezegd aan Aartsen?", placed=True)
    assert directory.suggestions("Wat is er toegezegd aan Aartsn?") == (suggestion,)
    assert directory.suggestions("motie van het lid aartsem")[0].question == "motie van het lid Aartsen"
    assert directory.suggestions("Wat is er toegezegd aan Aartsen?") == ()
    assert [each.name for each in directory.suggestions("Van der Plass over mest")] == ["Van der Plas"]


def test_a_reference_is_found_without_chamber_and_vergaderjaar(directory: Directory) -> None:
    """Dossier and number are enough."""
    assert directory.letters_with(Reference(ReferenceKind.KAMERSTUK, "32824", "2")) == ["letter 2"]
    assert directory.letters_with(Reference(ReferenceKind.KAMERSTUK, "32824", "3")) == []
