"""Telling whether two names are one person, and whether a person is meant by what somebody typed."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.government import RoleMention, find_roles, same_ministry
from corpus.names import (
    first_letters,
    fold,
    is_initials,
    similar,
    split_name,
    surname_parts,
    surname_prefix,
)
from corpus.parties import find_party, may_be_same
from corpus.people.recognise import MEMBER
from corpus.types import Person


@dataclass(frozen=True, slots=True)
class _Key:
    """What of a person is compared, worked out once."""

    parts: tuple[str, ...]
    prefix: str
    first: str
    party: str
    role: str


# As many as the names of which `corpus.names` keeps the parts.
@functools.lru_cache(maxsize=16_384)
def _key(person: Person) -> _Key:
    role = "member" if person.role == MEMBER or person.party else "minister" if _MINISTERIAL.match(person.role) else ""
    return _Key(surname_parts(person.name), surname_prefix(person.name), person.first, person.party, role)


_MINISTERIAL = re.compile(r"Minister|Staatssecretaris")


def same_person(first: Person, second: Person) -> bool:
    """Whether two mentions in one document can be one person: nothing that both say differs.

    Typing errors in longer names and the missing half of a double surname are forgiven. Nobody is a member of the
    Kamer and of the government in one document.
    """
    return _same(_key(first), _key(second))


def _same(first: _Key, second: _Key) -> bool:
    return (
        _same_surname(first, second)
        and may_be_same(first.party, second.party)
        and not (first.role and second.role and first.role != second.role)
        and _same_first(first.first, second.first)
    )


def _same_surname(first: _Key, second: _Key) -> bool:
    one, other = first.parts, second.parts
    if not one or not other or (first.prefix and second.prefix and first.prefix != second.prefix):
        return False
    if len(one) != len(other):
        return one[0] == other[0]
    if one[0].endswith(f" {other[0]}") or other[0].endswith(f" {one[0]}"):  # "Buma" is Van Haersma Buma
        return True
    return all(map(similar, one, other))


def _same_first(first: str, second: str) -> bool:
    """First names that may be one: one unknown, initials that begin alike, or names alike but for a typing error."""
    if not first or not second:
        return True
    one, other = fold(first), fold(second)
    if is_initials(first) or is_initials(second):
        return first_letters(first)[:1] == first_letters(second)[:1]
    return similar(one, other) or (one[0] == other[0] and sorted(one) == sorted(other))


def merge(people: Iterable[Person]) -> tuple[Person, ...]:
    """The people without repetition, in order of first mention, each with all that its mentions say of it.

    A surname alone is left out where two people who bear it are named with more.
    """
    merged: list[tuple[_Key, Person]] = []
    for person in dict.fromkeys(people):
        key = _key(person)
        alike = [position for position, (known, _) in enumerate(merged) if _same(known, key)]
        if len(alike) == 1:
            united = _united(merged[alike[0]][1], person)
            merged[alike[0]] = (_key(united), united)
        elif not alike:
            merged.append((key, person))
    return tuple(person for _, person in merged)


def _united(first: Person, second: Person) -> Person:
    full = second.name if "-" in second.name and "-" not in first.name else first.name
    longest = max(first.first, second.first, key=lambda name: (bool(name) and not is_initials(name), len(name)))
    role = second.role if len(second.role) > len(first.role) else first.role
    return replace(first, name=full, first=longest, party=first.party or second.party, role=role)


_BRACKETED = re.compile(r"\(([^()]{1,40})\)")


def matches(query: str, person: Person) -> bool:
    """Whether `person` is meant by a typed name: "aartsen", "Dijk, J. van", "van dijk (SP)", "minister van SZW".

    Capitals, accents and initials may be missing; a longer surname may hold a typing error. What the query says and
    the person's mention does not, is not held against it.
    """
    typed = _typed(query)
    if typed.roles:
        return any(_same_role(role.role, role.ministry, person) for role in typed.roles)
    asked = typed.name
    if asked is None or not may_be_same(asked.party, person.party):
        return False
    known = _key(person)
    if asked.prefix and known.prefix and asked.prefix != known.prefix:
        return False
    half = len(asked.parts) == 1 and asked.parts[0] in known.parts
    if not half and not _same_surname(asked, known):
        return False
    # Many are called by a name that their initials do not show, as Karien is C.E.G.
    unlike = is_initials(asked.first) != is_initials(person.first)
    return unlike or _same_first(asked.first, person.first)


@dataclass(frozen=True, slots=True)
class _Typed:
    """What somebody typed: offices, else a name; None where there is neither."""

    roles: tuple[RoleMention, ...]
    name: _Key | None


# One name that is asked for is compared with hundreds of people.
@functools.lru_cache(maxsize=1024)
def _typed(query: str) -> _Typed:
    party = next((found for match in _BRACKETED.findall(query) if (found := find_party(match))), "")
    first, name = split_name(_BRACKETED.sub(" ", query))
    return _Typed(_offices(query), _key(Person(name, first, party)) if name else None)


@functools.lru_cache(maxsize=4096)
def _offices(text: str) -> tuple[RoleMention, ...]:
    return tuple(find_roles(text))


def _same_role(role: str, ministry: str, person: Person) -> bool:
    return any(
        role.split(maxsplit=1)[0] == own.role.split()[0] and (role == own.role or same_ministry(ministry, own.ministry))
        for own in _offices(person.role)
    )
