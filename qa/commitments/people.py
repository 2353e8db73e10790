"""The people of the register: one person is one, however the letters write the name."""

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.names import full_name, is_initials, surname_parts
from corpus.people import matches, merge, same_person
from corpus.types import Person

_QUERIES_IN_MEMORY = 256


class People:
    """All people who are named in the register, by surname; safe to use from many threads."""

    def __init__(self, people: Iterable[Person], party: Callable[[Person], str]) -> None:
        """`party` gives the party that letters elsewhere give somebody whom one names without, "" for none."""
        counts = Counter(person for person in people if person.name)
        by_surname: dict[str, list[Person]] = defaultdict(list)
        for person, _ in counts.most_common():
            by_surname[_surname(person)].append(replace(person, party=party(person)))
        self._merged: Mapping[str, Sequence[Person]] = {part: merge(alike) for part, alike in by_surname.items()}
        self._party = party
        self._whole = {person: self._find(person) for person in counts}
        self.meant = functools.lru_cache(_QUERIES_IN_MEMORY)(self._meant)

    def _meant(self, query: str) -> frozenset[Person]:
        """Everybody, as spelt in the letters, who is meant by what somebody typed."""
        return frozenset(person for person, whole in self._whole.items() if matches(query, whole))

    def one(self, person: Person) -> Person:
        """The person with all that the letters know of them; as it is where that may be several people."""
        return self._whole.get(person) or self._find(person)

    def _find(self, person: Person) -> Person:
        known = replace(person, party=self._party(person))
        alike = [each for each in self._merged.get(_surname(person), ()) if same_person(each, known)]
        return alike[0] if len(alike) == 1 else known


def _surname(person: Person) -> str:
    return next(iter(surname_parts(person.name)), person.name)


def written(person: Person) -> str:
    """A person as the filter shows one: "Jasper van Dijk (SP)"; a minister without a name by role."""
    if not person.name:
        return person.role
    first = "" if is_initials(person.first) else person.first
    name = full_name(first, person.name)
    return f"{name} ({person.party})" if person.party else name
