"""The parts of a question as understood, by the names under which each can be taken off: "periode", "persoon:aartsen".

These names stand in addresses that people keep, so they stay as they are.
"""

from corpus.names import fold
from corpus.types import Person, Reference
from qa.types import Aim

LANGUAGE = "taal"
PERIOD = "periode"
SPELLING = "spelling"
KIND = "soort"
AUTHOR = "afzender"
MINISTRY = "ministerie"
NOTHING_OFF: frozenset[str] = frozenset()


def typed_name(person: Person) -> str:
    """A person as a question names one: "Aartsen (VVD)"."""
    name = f"{person.first} {person.name}".strip()
    return f"{name} ({person.party})" if person.party else name


def person_part(person: Person) -> str:
    """The name of a person, or of an office, whom a question names."""
    return f"persoon:{fold(person.name)}"


def reference_part(reference: Reference) -> str:
    """The name of a reference in a question."""
    return f"verwijzing:{reference.identifier.casefold()}"


def aim_part(aim: Aim) -> str:
    """The name of what a question asks for."""
    return f"vraagt:{aim.value}"


def party_part(party: str) -> str:
    """The name of a party in a question."""
    return f"partij:{fold(party)}"
