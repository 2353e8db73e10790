"""References as people type them in a question."""

import pytest

from corpus.types import Kind, Metadata, Reference, ReferenceKind
from index.types import LetterRecord
from qa.understanding.directory import Directory
from qa.understanding.typed import typed_references


def record(number: str, reference: Reference | None, kenmerk: str = "") -> LetterRecord:
    """A letter with these numbers."""
    metadata = Metadata(Kind.KAMERBRIEF, "Brief", reference=reference, kenmerk=kenmerk)
    return LetterRecord(number, "brief.pdf", "1", 1, metadata)


DIRECTORY = Directory(
    [
        record("motie", Reference(ReferenceKind.KAMERSTUK, "32847", "1304")),
        record("begroting", Reference(ReferenceKind.KAMERSTUK, "36600-XXII", "27")),
        record("antwoord", Reference(ReferenceKind.AANHANGSEL, number="1984", vergaderjaar="2023-2024")),
        record("brief", None, "IENW/BSK-2023/297705"),
    ]
)


@pytest.mark.parametrize(
    ("question", "letter"),
    [
        ("geef mij 32847-1304", "motie"),
        ("32847/1304", "motie"),
        ("zie 32 847 1304.", "motie"),
        ("staat dat in 36600-xxii-27?", "begroting"),
        ("Aanhangsel 1984", "antwoord"),
        ("aanhangsel van de Handelingen nr. 1984", "antwoord"),
        ("brief met kenmerk ienw/bsk-2023/297705", "brief"),
        ("(IENW/BSK-2023/297705)?", "brief"),
    ],
)
def test_the_number_of_a_letter_that_is_held_is_a_reference(question: str, letter: str) -> None:
    """However it is separated, and the number that a ministry gave a letter too."""
    (mention,) = typed_references(question, (), DIRECTORY)
    assert DIRECTORY.letters_with(mention.reference) == [letter]


@pytest.mark.parametrize("question", ["bel 06 12345678", "32847-1305", "in 2024 24515 huizen", "1984", "132847-1304"])
def test_other_numbers_are_none(question: str) -> None:
    """Nobody asks for a letter with them."""
    assert typed_references(question, (), DIRECTORY) == []


def test_an_aanhangsel_is_one_also_when_it_is_not_held() -> None:
    """So that this can be said."""
    (mention,) = typed_references("Aanhangsel 2168", (), DIRECTORY)
    assert mention.reference == Reference(ReferenceKind.AANHANGSEL, number="2168")


def test_what_is_already_found_is_not_found_again() -> None:
    """By the place where it stands."""
    (mention,) = typed_references("32847-1304", (), DIRECTORY)
    assert typed_references("32847-1304", [mention], DIRECTORY) == []
