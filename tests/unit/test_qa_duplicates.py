"""Passages that say the same are shown once."""

from qa.duplicates import collapse
from tests.builders import a_letter, part
from tests.unit.fakes import MemoryIndex

REQUEST = "verzoekt de regering voor het zomerreces een plan te maken voor de fietsenstallingen bij de grote stations"
OTHER = "verzoekt de regering de laadpalen op het platteland sneller aan te sluiten en daarover te berichten"


def test_the_same_request_in_another_letter_is_mentioned_with_the_first() -> None:
    """Two versions of a motie make one group; another motie its own."""
    letters = [a_letter(part(f"{REQUEST}.")), a_letter(part(OTHER)), a_letter(part(f"{REQUEST}!"))]
    groups = collapse(MemoryIndex(letters).fetch([0, 1, 2]), limit=5)
    assert [(group.first, group.others) for group in groups] == [(0, (2,)), (1, ())]


def test_the_limit_counts_groups() -> None:
    """Duplicates of what is shown do not use up places."""
    letters = [a_letter(part(f"{REQUEST}.")), a_letter(part(f"{REQUEST}!")), a_letter(part(OTHER))]
    groups = collapse(MemoryIndex(letters).fetch([0, 1, 2]), limit=2)
    assert [group.first for group in groups] == [0, 2]
