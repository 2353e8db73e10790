"""Entries that belong beside each other without being one: the moties of the members whom something was promised."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus.names import surname_parts
from corpus.people import same_person
from corpus.types import CommitmentKind, Person
from qa.commitments.types import Entry


def with_related(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each with the ids of those beside it: a promise's moties, and a motie's promises.

    A motie stands beside a promise to one of its proposers where one letter speaks of both.
    """
    moties: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.kind is CommitmentKind.MOTIE and not entry.wrong:
            for part in _surnames(entry.to):
                moties[part].append(entry)
    beside: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.kind is not CommitmentKind.TOEZEGGING or entry.wrong:
            continue
        for part in _surnames(entry.to):
            for motie in moties[part]:
                if _of_one_member(entry, motie) and _of_one_letter(entry, motie):
                    beside[entry.id].add(motie.id)
                    beside[motie.id].add(entry.id)
    return [
        dataclasses.replace(entry, related=tuple(sorted(beside[entry.id]))) if entry.id in beside else entry
        for entry in entries
    ]


def _surnames(people: Iterable[Person]) -> set[str]:
    return {part for person in people for part in surname_parts(person.name) if part != "kamer"}


def _of_one_member(entry: Entry, motie: Entry) -> bool:
    return any(same_person(one, other) for one in entry.to for other in motie.to)


def _of_one_letter(entry: Entry, motie: Entry) -> bool:
    """Whether one letter speaks of both; else the names alone would put half a career beside each promise."""
    return not {each.letter.id for each in entry.mentions}.isdisjoint(each.letter.id for each in motie.mentions)
