"""Whose a letter is: who wrote it, of which parties they are, and which ministries it comes from.

Letters often name a member without the party. Another letter of the same collection that does give it is believed, as
long as all that do agree; a name that several parties know stays without.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from corpus.government import find_ministry, find_roles, same_ministry
from corpus.names import first_letters, fold, full_name, is_initials
from corpus.parties import may_be_same
from corpus.types import Metadata, Person
from index.types import LetterRecord


def authors(metadata: Metadata) -> tuple[Person, ...]:
    """Who wrote a document: senders, proposers, questioners."""
    return (*metadata.senders, *metadata.proposers, *metadata.questioners)


def ministries(metadata: Metadata) -> tuple[str, ...]:
    """The full names of the ministries that a letter comes from, each once."""
    named = [metadata.ministry] if metadata.ministry else []
    named += [ministry for sender in metadata.senders for ministry in _housed(sender.role)]
    return tuple(dict.fromkeys(named))


def is_of_ministry(metadata: Metadata, ministry: str) -> bool:
    """Whether a letter comes from this ministry, or from one that it followed or that followed it."""
    return any(same_ministry(ministry, other) for other in ministries(metadata))


@lru_cache(maxsize=4096)
def _housed(role: str) -> tuple[str, ...]:
    found = tuple(mention.ministry for mention in find_roles(role) if mention.ministry)
    return found or tuple(filter(None, [find_ministry(role)]))


class Belonging:
    """What the letters of one generation together say of who belongs where; made once, read by many threads."""

    def __init__(self, records: Iterable[LetterRecord]) -> None:
        """Collect the parties that the letters give to each name."""
        told: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for record in records:
            for person in record.metadata.people:
                if person.party:
                    told[fold(person.name)].add((first_letters(person.first)[:1], person.party))
        self._told = dict(told)
        self._found: dict[Person, str] = {}

    def party(self, person: Person) -> str:
        """The party that a letter gives this person, else the only one that others give; "" where none is known."""
        if person.party:
            return person.party
        found = self._found.get(person)
        if found is None:
            found = self._found[person] = self._agreed(person)
        return found

    def _agreed(self, person: Person) -> str:
        initial = first_letters(person.first)[:1]
        fitting = [
            party
            for first, party in sorted(self._told.get(fold(person.name), ()))
            if not initial or not first or first == initial
        ]
        agree = all(may_be_same(one, other) for one in fitting for other in fitting)
        return fitting[0] if fitting and agree else ""

    def parties(self, metadata: Metadata) -> tuple[str, ...]:
        """The parties of who wrote a document, each once."""
        return tuple(dict.fromkeys(filter(None, map(self.party, authors(metadata)))))


@lru_cache(maxsize=1 << 14)
def written_name(person: Person) -> str:
    """A person as the lists show it: "Inge van Dijk", with initials "Van Dijk"; "" where no name is known."""
    if not person.name:
        return ""
    return full_name("" if is_initials(person.first) else person.first, person.name)
