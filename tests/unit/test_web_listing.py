"""The list of letters."""

import datetime
from dataclasses import replace

import pytest

from corpus.types import Kind, Metadata, Person
from index.types import LetterRecord
from tests.web_examples import BRIDGES, INFO, CannedGeneration
from web.letters.listing import LetterList


def record(name: str, **known: object) -> LetterRecord:
    """A letter with this id."""
    metadata = replace(Metadata(Kind.KAMERBRIEF, name), **known)  # type: ignore[arg-type]
    return LetterRecord(name, f"{name}.pdf", "1", 1, metadata)


def generation(*records: LetterRecord, number: int = 1) -> CannedGeneration:
    """A generation of these letters."""
    return CannedGeneration({letter.id: letter for letter in records}, replace(INFO, number=number))


OLD = record("oud", date=datetime.date(2019, 1, 1))
NEW = record("nieuw", date=datetime.date(2024, 1, 1), kind=Kind.MOTIE)
UNDATED = record("ongedateerd")
BRIDGE = LetterRecord("brug", "kst-29398-1234.pdf", "1", 3, BRIDGES)
ALL = generation(OLD, UNDATED, NEW, BRIDGE)


def names(generation: CannedGeneration, **asked: object) -> list[str]:
    """The ids on a page of the list."""
    return [letter.id for letter in LetterList().page(generation, **asked).letters]  # type: ignore[arg-type]


def test_the_newest_letter_comes_first_and_undated_ones_last() -> None:
    """Dates decide, whatever the order in the index."""
    assert names(ALL) == ["brug", "nieuw", "oud", "ongedateerd"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("FIETSBRUGGEN plan", ["brug"]),
        ("29398", ["brug"]),
        ("29 398 1234", ["brug"]),
        ("kst-29398-1234", ["brug"]),
        ("jansen", ["brug"]),
        ("fietsbruggen oud", []),
        ("  ", ["brug", "nieuw", "oud", "ongedateerd"]),
    ],
)
def test_every_word_must_be_in_title_number_or_sender(words: str, found: list[str]) -> None:
    """In any order, with or without capitals."""
    assert names(ALL, words=words) == found


def test_accents_make_no_difference() -> None:
    """Neither in what is typed nor in the title."""
    letters = generation(record("a", senders=(Person("Özütok"),)))
    assert names(letters, words="ozutok") == ["a"]
    assert names(letters, words="ÖZÜTOK") == ["a"]


def test_the_list_is_narrowed_by_kind() -> None:
    """Only letters of that kind."""
    assert names(ALL, kind="motie") == ["nieuw"]


def test_the_list_is_shown_a_page_at_a_time() -> None:
    """Fifty on a page; a page that does not exist becomes the nearest that does."""
    letters = generation(*(record(f"brief {number:03}") for number in range(120)))
    pages = {asked: LetterList().page(letters, page=asked) for asked in (-1, 1, 3, 9)}
    assert [(asked, page.page, len(page.letters)) for asked, page in pages.items()] == [
        (-1, 1, 50),
        (1, 1, 50),
        (3, 3, 20),
        (9, 3, 20),
    ]
    assert (pages[1].found, pages[1].pages) == (120, 3)


def test_another_generation_is_listed_anew() -> None:
    """What was kept of the one before is forgotten."""
    letters = LetterList()
    assert letters.newest(generation(OLD), 5) == (OLD,)
    assert letters.newest(generation(NEW, number=2), 5) == (NEW,)
