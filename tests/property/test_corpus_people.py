"""What holds for people in every text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.names import distance, full_name, split_name
from corpus.people import matches, merge, recognise, same_person
from corpus.types import Person

PARTS = st.sampled_from(
    [
        *(
            "het lid",
            "de leden",
            "Kamerlid",
            "mevrouw",
            "de heer",
            "motie",
            "Minister",
            "van",
            "de",
            "der",
            "en",
            "VVD",
        ),
        *(
            "(VVD)",
            "(beiden SP)",
            "Jansen",
            "Dijk",
            "De",
            "Van",
            "A.B.",
            "JANSEN",
            "-",
            ",",
            "/",
            "\n",
            "\n\n",
            "c.s.",
            "3",
        ),
        *("Yeşilgöz-Zegerius", "'t", "Inge", "(", ")", ".", "Financiën", "\u00a0"),
    ],
)
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(PARTS, max_size=30).map(" ".join), st.lists(PARTS, max_size=30).map("".join)
)
SURNAMES = st.sampled_from(
    ["Jansen", "Van Dijk", "Van der Plas", "De Kort", "Kostić", "Bruins Slot", "Rikkers-Oosterkamp", "El Abassi"]
)
FIRSTS = st.sampled_from(["", "Inge", "Jasper", "A.B.", "Th.C."])
PEOPLE = st.builds(Person, SURNAMES, FIRSTS, st.sampled_from(["", "VVD", "SP"]), st.sampled_from(["", "Kamerlid"]))


@given(TEXTS)
def test_mentions_lie_in_order_within_the_text(text: str) -> None:
    """Spans are not empty, do not overlap, lie in order and within the text; nobody is without a name."""
    mentions = recognise(text)
    ends = [0, *(mention.end for mention in mentions)]
    assert all(end <= mention.start < mention.end for end, mention in zip(ends, mentions, strict=False))
    assert ends[-1] <= len(text)
    assert all(mention.person.name for mention in mentions)


@given(SURNAMES, FIRSTS)
def test_a_name_in_a_sentence_is_split_as_it_was_put_together(surname: str, first: str) -> None:
    """First name and surname come back from the full name, printed in capitals too."""
    assert split_name(full_name(first, surname)) == (first, surname)
    if first in {"", "Inge", "Jasper"}:
        assert split_name(full_name(first, surname).upper()) == (first, surname)


@given(PEOPLE)
def test_everybody_is_found_by_their_own_name(person: Person) -> None:
    """A person is meant by the name as shown, in small letters too."""
    assert matches(full_name(person.first, person.name), person)
    assert matches(person.name.casefold(), person)


@given(PEOPLE, PEOPLE)
def test_same_person_is_symmetric_and_reflexive(first: Person, second: Person) -> None:
    """It does not matter who is named first."""
    assert same_person(first, first)
    assert same_person(first, second) == same_person(second, first)


@given(st.lists(PEOPLE, max_size=8))
def test_merging_twice_changes_nothing(people: list[Person]) -> None:
    """Of the merged no two can be one person unless a third stands between them."""
    once = merge(people)
    assert merge(once) == once


@given(st.text("abcde", max_size=8), st.text("abcde", max_size=8))
def test_the_distance_is_symmetric(first: str, second: str) -> None:
    """And nought for equal words alone."""
    assert distance(first, second, 9) == distance(second, first, 9)
    assert (distance(first, second, 9) == 0) == (first == second)


@pytest.mark.parametrize(
    "unit", ["de leden ", "Van der ", "A. ", "(VVD) ", "Jansen (VVD), ", "motie-", "Minister ", "Aa-", "en ", "\n "]
)
def test_recognising_takes_linear_time(unit: str) -> None:
    """A hundred thousand characters of what names are made of take a moment."""
    text = unit * (100_000 // len(unit))
    started = time.process_time()
    recognise(text)
    assert time.process_time() - started < 3.0
