"""Values as JSON: what is written, what is read back, and what is refused."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from corpus.codec import CodecError, from_json, to_json
from corpus.types import Dossier, Kind, Metadata, Person, Reference, ReferenceKind


@dataclass(frozen=True, slots=True)
class Sample:
    """Every shape that a field may have."""

    number: int
    share: float = 0.5
    when: datetime.datetime | None = None
    people: tuple[Person, ...] = ()
    versions: Mapping[str, str] | None = None
    done: bool = False


METADATA = Metadata(
    Kind.MOTIE,
    "Motie over startbanen",
    date=datetime.date(2023, 3, 24),
    dossiers=(Dossier("32824"),),
    reference=Reference(ReferenceKind.KAMERSTUK, "32824", "372"),
)


def test_fields_at_their_default_are_left_out() -> None:
    """Only what differs from its default is written, enums by value and dates as ISO text."""
    assert to_json(METADATA) == {
        "kind": "motie",
        "title": "Motie over startbanen",
        "date": "2023-03-24",
        "dossiers": [{"number": "32824"}],
        "reference": {"kind": "kamerstuk", "dossier": "32824", "number": "372"},
    }


def test_every_shape_comes_back() -> None:
    """Numbers, times, tuples, mappings, None and booleans come back as they went in."""
    moment = datetime.datetime(2024, 5, 6, 7, 8, 9, tzinfo=datetime.UTC)
    sample = Sample(3, share=0.25, when=moment, people=(Person("Ceder", party="CU"),), versions={"a": "1"}, done=True)
    assert from_json(Sample, to_json(sample)) == sample
    assert from_json(Metadata, to_json(METADATA)) == METADATA


def test_a_tuple_of_values_is_an_array() -> None:
    """Tuples and mappings of values can be written and read without a dataclass around them."""
    people = (Person("Aartsen"), Person("Podt"))
    assert to_json({"people": people}) == {"people": [{"name": "Aartsen"}, {"name": "Podt"}]}
    assert from_json(tuple[Person, ...], to_json(people)) == people


def test_a_whole_number_may_stand_for_a_float_but_not_for_a_truth_value() -> None:
    """JSON writes 1.0 as 1 in some programs; 1 is never true."""
    assert from_json(Sample, {"number": 1, "share": 1}).share == 1.0
    with pytest.raises(CodecError, match="bool expected, not int"):
        from_json(Sample, {"number": 1, "done": 1})


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"number": 1, "colour": "red"}, "Sample: unknown field 'colour'"),
        ({}, "missing 1 required positional argument: 'number'"),
        ([], "Sample: dict expected, not list"),
        ({"number": "1"}, "int expected, not str"),
        ({"number": True}, "int expected, not bool"),
        ({"number": 1, "colour": None}, "Sample: unknown field 'colour'"),
        ({"number": 1, "people": {}}, "tuple: list expected, not dict"),
        ({"number": 1, "when": "yesterday"}, "date: Invalid isoformat"),
        ({"number": 1, "when": 5}, "date: str expected, not int"),
        ({"number": 1, "versions": ["1"]}, "mapping: dict expected, not list"),
    ],
)
def test_what_does_not_fit_is_refused(value: object, said: str) -> None:
    """A value of another shape than declared raises, and says what was expected."""
    with pytest.raises(CodecError, match=said):
        from_json(Sample, value)


@pytest.mark.parametrize("kind", ["roman", 3, None, ["motie"]])
def test_an_unknown_enum_value_is_refused(kind: object) -> None:
    """A kind that this version does not know is never taken for another one."""
    with pytest.raises(CodecError, match=f"Kind: unknown value {re.escape(repr(kind))}"):
        from_json(Metadata, {"kind": kind, "title": ""})


def test_what_is_read_stays_as_it_was() -> None:
    """Reading a JSON value changes nothing in it: it can be read again."""
    value = to_json(METADATA)
    assert from_json(Metadata, value) == from_json(Metadata, value)
    assert value == to_json(METADATA)


@pytest.mark.parametrize("kind", [tuple[int, str], int | str, set[int], list[int], object])
def test_types_without_a_json_form_are_a_mistake_of_the_program(kind: type) -> None:
    """A declared type that the codec does not know raises TypeError at once."""
    with pytest.raises(TypeError, match="no JSON form"):
        from_json(kind, [])
