"""The entries of one day, ready to be filtered: what filters compare is worked out once."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.names import fold
from corpus.references import parse_dossier, write
from corpus.types import Person
from qa.commitments.people import People, written
from qa.commitments.types import Choice, Entry, EntryFilters, Options, Standing

_ORDER = {standing: place for place, standing in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What of one entry the filters look at."""

    entry: Entry
    people: frozenset[Person]
    parties: frozenset[str]
    dossiers: frozenset[str]
    text: str


class Selection:
    """All entries of one day in the order of the register, for many threads."""

    def __init__(
        self, entries: Iterable[Entry], party: Callable[[Person], str], before: "Selection | None" = None
    ) -> None:
        """`party` gives the party that letters elsewhere give somebody whom one names without, "" for none.

        What `before` worked out for an entry that is still the same is taken over.
        """
        self.all: Sequence[Entry] = tuple(sorted(entries, key=_place))
        self._shown: Sequence[Entry] = tuple(entry for entry in self.all if not entry.wrong)
        self._by_id: Mapping[str, Entry] = {entry.id: entry for entry in self.all}
        self._party = party
        self.known: Mapping[str, _Prepared] = before.worked_out if before is not None else {}

    @cached_property
    def people(self) -> People:
        """All people who are named, each as one."""
        return People((person for entry in self.all for person in _everybody(entry)), self._party)

    @cached_property
    def options(self) -> Options:
        """What the entries can be filtered by."""
        return self._options()

    @cached_property
    def _prepared(self) -> Mapping[str, _Prepared]:
        """By id, in the order of the register; made when something is filtered first, which an answer never does."""
        return {entry.id: self._prepare(entry, self.known.get(entry.id)) for entry in self.all}

    @property
    def worked_out(self) -> Mapping[str, _Prepared]:
        """What was worked out for entries so far, here or before."""
        made: Mapping[str, _Prepared] = self.__dict__.get("_prepared", self.known)
        return made

    def get(self, entry: str) -> Entry | None:
        """One entry by its id."""
        return self._by_id.get(entry)

    def select(self, filters: EntryFilters) -> Sequence[Entry]:
        """The entries that pass all filters, in the order of the register."""
        if filters == EntryFilters():
            return self._shown
        meant = self.people.meant(" ".join(filters.person.split())) if filters.person.strip() else None
        dossier = _dossier(filters.dossier)
        words = fold(filters.text).split()
        return [
            each.entry
            for each in self._prepared.values()
            if _passes(each.entry, filters)
            and (meant is None or not meant.isdisjoint(each.people))
            and (not filters.party or fold(filters.party) in each.parties)
            and (not dossier or dossier in each.dossiers)
            and all(word in each.text for word in words)
        ]

    def _prepare(self, entry: Entry, before: _Prepared | None) -> _Prepared:
        if before is not None and before.entry == entry:
            return before
        people = _everybody(entry)
        whole = {self.people.one(person) for person in people}
        return _Prepared(
            entry,
            people,
            frozenset(fold(person.party) for person in whole if person.party),
            frozenset(_dossiers(entry)),
            fold(" ".join(_said(entry, whole))),
        )

    def _options(self) -> Options:
        people: Counter[str] = Counter()
        parties: Counter[str] = Counter()
        ministries: Counter[str] = Counter()
        dossiers: Counter[str] = Counter()
        for entry in self._shown:
            people.update({written(self.people.one(person)) for person in _named(entry)})
            parties.update({party for person in entry.to if (party := self.people.one(person).party)})
            ministries.update([entry.ministry] if entry.ministry else [])
            dossiers.update(_dossiers(entry))
        return Options(_choices(people), _choices(parties), _choices(ministries), _choices(dossiers))


def _passes(entry: Entry, filters: EntryFilters) -> bool:
    return (
        entry.wrong == filters.wrong
        and (filters.kind is None or entry.kind is filters.kind)
        and (filters.status is None or entry.status is filters.status)
        and (filters.standing is None or entry.standing is filters.standing)
        and (not filters.ministry or entry.ministry == filters.ministry)
        and (filters.due_before is None or (entry.due_date is not None and entry.due_date < filters.due_before))
    )


def _place(entry: Entry) -> tuple[int, str, str, str]:
    """Overdue first; in each group what is due first, then what was said last, entries without a day behind."""
    days = [each.letter.metadata.date for each in entry.mentions if each.letter.metadata.date is not None]
    newest = max(days, default=None)
    age = f"{9_999_999 - newest.toordinal():07}" if newest else "~"
    return (_ORDER[entry.standing], entry.due_date.isoformat() if entry.due_date else "~", age, entry.id)


def _named(entry: Entry) -> list[Person]:
    return [*entry.to, *([entry.by_person] if entry.by_person is not None else [])]


def _everybody(entry: Entry) -> frozenset[Person]:
    """A mention says of a person what the entry does not, such as the minister who signed a later letter."""
    made = [each.commitment for each in entry.mentions]
    mentioned = [person for each in made for person in (*each.to, *([each.by_person] if each.by_person else []))]
    return frozenset([*_named(entry), *mentioned])


def _said(entry: Entry, people: Iterable[Person]) -> Iterable[str]:
    yield from (entry.what, entry.by, entry.occasion, entry.ministry, entry.due, entry.id)
    yield from (written(person) for person in people)
    yield from (write(reference) for reference in entry.references)
    if entry.official is not None:
        yield from (entry.official.number, entry.official.text, entry.official.by, entry.official.occasion)
    for each in entry.mentions:
        yield from (each.commitment.quote, each.citation)


def _dossiers(entry: Entry) -> set[str]:
    """The dossiers that its references name, and those of the letters that mention it."""
    cited = {reference.dossier for reference in entry.references if reference.dossier}
    return cited | {dossier.number for each in entry.mentions for dossier in each.letter.metadata.dossiers}


def _dossier(typed: str) -> str:
    plain = " ".join(typed.split())
    return parse_dossier(plain) or re.sub(r"\s", "", plain) if plain else ""


def _choices(counts: Counter[str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, count) for value, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
