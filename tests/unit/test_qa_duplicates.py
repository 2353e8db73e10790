"""Passages that say the same are shown once."""

from index.types import Forms
from qa.duplicates import Group, collapse
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


LONG = "Op het perron staan vijftig fietsen in de regen. " * 3
FORMS = (a_letter(part(f"{REQUEST}.")), a_letter(part(f"{REQUEST}. {LONG}")))


def test_of_the_forms_of_a_letter_the_one_to_cite_is_shown() -> None:
    """Also when it was cut in other places, and when another form was found first; the best score counts."""
    word, printed = FORMS
    ranked = MemoryIndex([word, a_letter(part(OTHER)), printed]).fetch([0, 1, 2])
    assert [group.others for group in collapse(ranked, limit=5)] == [(), (), ()]
    forms = Forms(dict.fromkeys((word.id, printed.id), (printed.id, word.id)))
    assert collapse(ranked, 5, forms) == [Group(2, (0,), 0), Group(1, (), 1)]


def test_of_versions_that_say_the_same_the_newest_is_shown() -> None:
    """The passage of the older one is mentioned with it."""
    old, new = a_letter(part(f"{REQUEST}.")), a_letter(part(f"{REQUEST}!"))
    ranked = MemoryIndex([old, new]).fetch([0, 1])
    assert collapse(ranked, 5, Forms({}, {old.id: new.id})) == [Group(1, (0,), 0)]


def test_a_motie_that_was_changed_in_a_few_words_is_one_with_its_newer_version() -> None:
    """Two moties that differ so much and do not replace each other are two; so are versions that say something else."""
    changed = REQUEST.replace("voor het zomerreces een plan te maken", "voor 1 mei een onderzoek te doen")
    old, new, other = a_letter(part(f"{REQUEST}.")), a_letter(part(f"{changed}.")), a_letter(part(OTHER))
    ranked = MemoryIndex([old, new, other]).fetch([0, 1, 2])
    assert collapse(ranked, 5, Forms({}, {old.id: new.id})) == [Group(1, (0,), 0), Group(2, (), 2)]
    assert len(collapse(ranked, 5)) == 3
    assert len(collapse(ranked, 5, Forms({}, {old.id: new.id, new.id: other.id}))) == 2


def test_another_letter_that_says_the_same_does_not_take_the_place_of_the_best() -> None:
    """A letter that was replaced counts only against its own versions."""
    best, other, newer = (a_letter(part(f"{REQUEST}{mark}")) for mark in (".", "!", "?"))
    ranked = MemoryIndex([best, other, newer]).fetch([0, 1, 2])
    assert [group.first for group in collapse(ranked, 5, Forms({}, {other.id: newer.id}))] == [0]
