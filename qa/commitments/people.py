"""The people of the register: one person is one, however the letters write the name."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.names import full_name, is_initials, surname_parts
from corpus.people import matches, merge, same_person
from corpus.types import Person

_QUERIES_IN_MEMORY = 256


class People:
    """All people who are named in the register, by surname; safe to use from many threads."""

    def __init__(self, people: Iterable[Person]) -> None:
        counts = Counter(person for person in people if person.name)
        self._spelt = tuple(counts)
        by_surname: dict[str, list[Person]] = defaultdict(list)
        for person, _ in counts.most_common():
            by_surname[surname_parts(person.name)[0] if surname_parts(person.name) else person.name].append(person)
        self._merged: Mapping[str, Sequence[Person]] = {part: merge(alike) for part, alike in by_surname.items()}
        self.meant = functools.lru_cache(_QUERIES_IN_MEMORY)(self._meant)
        self.one = functools.cache(self._one)

    def _meant(self, query: str) -> frozenset[Person]:
        """Everybody, as spelt in the letters, who is meant by what somebody typed."""
        return frozenset(person for person in self._spelt if matches(query, person))

    def _one(self, person: Person) -> Person:
        """The person with all that the register knows of them; as it is where that may be several people."""
        parts = surname_parts(person.name)
        alike = [each for each in self._merged.get(parts[0], ()) if same_person(each, person)] if parts else []
        return alike[0] if len(alike) == 1 else person


def written(person: Person) -> str:
    """A person as the filter shows one: "Jasper van Dijk (SP)"; a minister without a name by role."""
    if not person.name:
        return person.role
    first = "" if is_initials(person.first) else person.first
    name = full_name(first, person.name)
    return f"{name} ({person.party})" if person.party else name
