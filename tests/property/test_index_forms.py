"""What holds of forms and versions, whatever the letters."""

import datetime
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.types import Format, Kind, Manner, Metadata, Person, Reference, ReferenceKind, Relation
from index.fingerprint import fingerprint
from index.forms import find_forms
from index.kinship import Candidate, official_number
from index.types import LetterRecord
from tests.builders import a_letter, part

WORDING = " ".join(
    f"Zin {word} gaat over {word} en wat daarvan komt." for word in "aap noot mies wim zus jet teun".split()
)
NUMBERS = ("1", "2", "3")


def references() -> st.SearchStrategy[Reference]:
    """One of a few official numbers."""
    return st.sampled_from([Reference(ReferenceKind.KAMERSTUK, "29398", number) for number in NUMBERS])


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    """Letters of which many are forms or versions of others."""
    count = draw(st.integers(1, 7))
    made = []
    for place in range(count):
        cut = draw(st.integers(0, 40))
        metadata = Metadata(
            draw(st.sampled_from([Kind.MOTIE, Kind.KAMERBRIEF])),
            draw(st.sampled_from(["Motie", "Gewijzigde motie"])),
            draw(st.none() | st.sampled_from([datetime.date(2024, 1, 1), datetime.date(2024, 6, 1)])),
            reference=draw(st.none() | references()),
            kenmerk=draw(st.sampled_from(["", "K1", "K2"])),
            proposers=draw(st.sampled_from([(), (Person("Bakker"),)])),
            marks=draw(st.sampled_from([(), (), ("concept",)])),
        )
        letter = a_letter(part(WORDING[cut:]), metadata=metadata)
        replaced = draw(st.lists(references(), max_size=1))
        relations = tuple(Relation(reference, Manner.REPLACES) for reference in replaced)
        record = LetterRecord(f"{place:064}", "brief", "1", None, metadata, relations, draw(st.sampled_from(Format)))
        made.append(Candidate(record, replace(fingerprint(letter), reprint=draw(st.sampled_from([0, 0, 1])))))
    return made


@settings(max_examples=150, deadline=None)
@given(held=candidates(), data=st.data())
def test_forms_do_not_depend_on_the_order_of_letters(held: list[Candidate], data: st.DataObject) -> None:
    """However a generation grew, it tells the same."""
    assert find_forms(data.draw(st.permutations(held))) == find_forms(held)


@settings(max_examples=150, deadline=None)
@given(held=candidates())
def test_groups_part_the_letters_and_no_group_holds_two_numbers(held: list[Candidate]) -> None:
    """Each letter is in the group of all its forms, and letters with two official numbers are never one."""
    found, numbers = (
        find_forms(held),
        {each.record.id: official_number(each.record.metadata.reference) for each in held},
    )
    for letter_id in numbers:
        group = found.of(letter_id)
        assert letter_id in group
        assert all(found.of(other) == group for other in group)
        assert len({numbers[other] for other in group} - {None}) <= 1


@settings(max_examples=150, deadline=None)
@given(held=candidates())
def test_every_letter_has_a_newest_version(held: list[Candidate]) -> None:
    """Following replacements ends, at a form to cite that was not replaced, and never at the letter itself."""
    found = find_forms(held)
    for letter_id, newer in found.replaced.items():
        newest = found.newest(letter_id)
        assert newest is not None
        assert newest not in found.replaced
        assert newest not in found.of(letter_id)
        assert found.of(newer)[0] == newer
        assert all(found.replaced[other] == newer for other in found.of(letter_id))
