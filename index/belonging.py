"""Whose a letter is: who wrote it, of which parties they are, and which ministries it comes from.

Letters often name a member without the party. Other letters of the same collection that do give it, and the table of
members, are believed as long as they agree on the year of the letter; a name that several parties know stays without.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from corpus.government import find_ministry, find_roles, same_ministry
from corpus.members import Membership, agreed_party, memberships
from corpus.names import fold, full_name, is_initials
from corpus.types import Metadata, Person
from index.types import LetterRecord

_GOVERNS = re.compile(r"Minister|Staatssecretaris")


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
        told: dict[str, set[Membership]] = defaultdict(set)
        for record in records:
            year = record.metadata.date.year if record.metadata.date else 0
            for person in record.metadata.people:
                if person.party:
                    told[fold(person.name)].add(Membership(person.first, person.party, year, year))
        self._told = dict(told)
        self._found: dict[tuple[Person, int | None], str] = {}

    def party(self, person: Person, day: datetime.date | None = None) -> str:
        """The party that a letter gives this person, else the only one that is known for the year of `day`.

        "" where none is known, and of members of the government, who speak for no party.
        """
        if person.party or _GOVERNS.match(person.role):
            return person.party
        key = (person, day.year if day else None)
        found = self._found.get(key)
        if found is None:
            told, table = self._told.get(fold(person.name), ()), memberships(person.name)
            # A slip in one letter does not make doubtful what the table knows.
            found = agreed_party([*told, *table], person.first, key[1]) or agreed_party(table, person.first, key[1])
            self._found[key] = found
        return found

    def parties(self, metadata: Metadata) -> tuple[str, ...]:
        """The parties of who wrote a document, each once."""
        return tuple(dict.fromkeys(filter(None, (self.party(person, metadata.date) for person in authors(metadata)))))


@lru_cache(maxsize=1 << 14)
def written_name(person: Person) -> str:
    """A person as the lists show it: "Inge van Dijk", with initials "Van Dijk"; "" where no name is known."""
    if not person.name:
        return ""
    return full_name("" if is_initials(person.first) else person.first, person.name)
