"""Telling whether two names are one person, and whether a person is meant by what somebody typed."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corpus.government import find_roles, same_ministry
from corpus.names import (
    any_equal,
    first_letters,
    fold,
    is_initials,
    similar,
    split_name,
    surname_parts,
    surname_prefix,
)
from corpus.parties import find_party, may_be_same
from corpus.types import Person


def same_person(first: Person, second: Person) -> bool:
    """Whether two mentions in one document can be one person: nothing that both say differs.

    Typing errors in longer names and the half of a double surname are forgiven; roles do not count.
    """
    if not may_be_same(first.party, second.party):
        return False
    return _same_surname(first.name, second.name) and _same_first(first.first, second.first)


def _same_surname(first: str, second: str) -> bool:
    one, other = surname_parts(first), surname_parts(second)
    if not one or not other:
        return False
    prefixes = {surname_prefix(first), surname_prefix(second)} - {""}
    if len(prefixes) > 1:
        return False
    if one == other or (len(one) != len(other) and one[0] == other[0]):
        return True
    return len(one) == len(other) and all(similar(*pair) for pair in zip(one, other, strict=True))


def _same_first(first: str, second: str) -> bool:
    """First names that may be one: one unknown, initials that begin alike, or names alike but for a typing error."""
    if not first or not second:
        return True
    one, other = fold(first), fold(second)
    if is_initials(first) or is_initials(second):
        return first_letters(first)[:1] == first_letters(second)[:1]
    return one == other or (min(len(one), len(other)) > 4 and _swapped(one, other))


def _swapped(first: str, second: str) -> bool:
    return sorted(first) == sorted(second) and first[0] == second[0]


def merge(people: Iterable[Person]) -> tuple[Person, ...]:
    """The people without repetition, in order of first mention, each with all that its mentions say of it.

    A surname alone is not merged where two people with different first names share it.
    """
    merged: list[Person] = []
    for person in people:
        alike = [position for position, known in enumerate(merged) if same_person(known, person)]
        if len(alike) == 1:
            merged[alike[0]] = _united(merged[alike[0]], person)
        elif not alike:
            merged.append(person)
    return tuple(merged)


def _united(first: Person, second: Person) -> Person:
    full = second.name if len(second.name) > len(first.name) and "-" in second.name else first.name
    longest = max(first.first, second.first, key=lambda name: (bool(name) and not is_initials(name), len(name)))
    role = second.role if len(second.role) > len(first.role) else first.role
    return replace(first, name=full, first=longest, party=first.party or second.party, role=role)


_BRACKETED = re.compile(r"\(([^()]{1,40})\)")


def matches(query: str, person: Person) -> bool:
    """Whether `person` is meant by a typed name: "aartsen", "Dijk, J. van", "van dijk (SP)", "minister van SZW".

    Capitals, accents and initials may be missing; a longer surname may hold a typing error. What the query says and
    the person's mention does not, is not held against it.
    """
    roles = find_roles(query)
    if roles:
        return any(_same_role(role.role, role.ministry, person) for role in roles)
    party = next((found for match in _BRACKETED.findall(query) if (found := find_party(match))), "")
    first, name = split_name(_BRACKETED.sub(" ", query))
    if not name or not may_be_same(party, person.party):
        return False
    asked, known = surname_parts(name), surname_parts(person.name)
    if not _surname_meant(asked, known):
        return False
    prefixes = {surname_prefix(name), surname_prefix(person.name)} - {""}
    return len(prefixes) < 2 and _same_first(first, person.first)


def _surname_meant(asked: tuple[str, ...], known: tuple[str, ...]) -> bool:
    if any_equal(asked, known) and (len(asked) == 1 or len(known) == 1 or asked == known):
        return True
    return len(asked) == len(known) and all(similar(*pair) for pair in zip(asked, known, strict=True))


def _same_role(role: str, ministry: str, person: Person) -> bool:
    return any(
        role.split()[0] == own.role.split()[0] and (role == own.role or same_ministry(ministry, own.ministry))
        for own in find_roles(person.role)
    )
