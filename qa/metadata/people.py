"""People as they are written in a form: "C.E.G. van Gennip (CDA, Minister van Sociale Zaken)", a line each."""

import re
from collections.abc import Sequence

from corpus.names import full_name, split_name
from corpus.parties import find_party
from corpus.types import Person
from qa.errors import BadCorrection

_MOST = 100
_WRITTEN = re.compile(r"(?P<name>[^()]*?)\s*(?:\((?P<details>[^()]*)\))?")
_ROLE = re.compile(
    r"(?:de |het )?(?P<role>(?:minister|staatssecretaris|president|ministerie|griffier|voorzitter)\b.*)", re.IGNORECASE
)


def read_people(value: str) -> tuple[Person, ...]:
    """The people of a text, one a line or between semicolons; raises BadCorrection.

    In brackets stand party and role. Someone who is known by the role alone is written by it: "Minister van Financiën".
    """
    lines = [" ".join(line.split()) for line in re.split(r"[\n;]", value)]
    people = tuple(dict.fromkeys(_read(line) for line in lines if line))
    if len(people) > _MOST:
        raise BadCorrection(f"Dit zijn meer dan {_MOST} mensen. / These are more than {_MOST} people.")
    return people


def write_people(people: Sequence[Person]) -> str:
    """The text that `read_people` reads these from."""
    return "\n".join(map(_write, people))


def _read(line: str) -> Person:
    match = _WRITTEN.fullmatch(line)
    if match is None:
        raise BadCorrection(
            f"«{line}» is niet te lezen; schrijf «T. Aartsen (VVD, Kamerlid)». / “{line}” cannot be read; write "
            "“T. Aartsen (VVD, Kamerlid)”."
        )
    party, role = "", match["details"] or ""
    first_detail, _, rest = role.partition(",")
    if find_party(first_detail):
        party, role = find_party(first_detail), rest.strip()
    by_role = _ROLE.fullmatch(match["name"])
    if by_role and not role:
        return Person("", party=party, role=by_role["role"][0].upper() + by_role["role"][1:])
    first, name = split_name(match["name"])
    return Person(name, first, party, role)


def _write(person: Person) -> str:
    name = full_name(person.first, person.name)
    details = ", ".join(filter(None, (person.party, person.role)))
    if not name:
        return person.role if _ROLE.fullmatch(person.role) and not person.party else f"({details})"
    return f"{name} ({details})" if details else name
