"""Who and what a generation knows."""

import pytest

from corpus.types import Kind, Metadata, Person, Reference, ReferenceKind
from index.types import LetterRecord
from qa.directory import Directory
from qa.types import Suggestion


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


def test_a_misspelt_name_gets_a_suggestion(directory: Directory) -> None:
    """One edit away, and not known itself."""
    suggestion = Suggestion("Aartsn", "Aartsen", "Wat is er toegezegd aan Aartsen?", placed=True)
    assert directory.suggestions("Wat is er toegezegd aan Aartsn?") == (suggestion,)
    assert directory.suggestions("motie van het lid aartsem")[0].question == "motie van het lid Aartsen"
    assert directory.suggestions("Wat is er toegezegd aan Aartsen?") == ()


def test_a_reference_is_found_without_chamber_and_vergaderjaar(directory: Directory) -> None:
    """Dossier and number are enough."""
    assert directory.letters_with(Reference(ReferenceKind.KAMERSTUK, "32824", "2")) == ["letter 2"]
    assert directory.letters_with(Reference(ReferenceKind.KAMERSTUK, "32824", "3")) == []
