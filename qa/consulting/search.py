"""Finding the entries of the register that a question asks for, and those that belong beside them."""

import datetime
import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from corpus.government import find_roles, same_ministry
from corpus.parties import is_of_party
from corpus.people import matches
from corpus.types import CommitmentKind, Kind, Person, Reference
from index.types import Encoder, Field, Filters, SearchIndex, StoredChunk
from qa.candidates import Query, narrow
from qa.commitments.types import Entry, Mention, Standing
from qa.consulting.request import RegisterRequest, Side, Someone
from qa.features import WeighedQuery, covered_share

# The share of the question's subject, by rarity, that a promise must speak of; one that speaks of less must be as near
# in meaning. Set on labelled questions: the nearest wrong entry reaches 0.54, and 0.75 together.
_ENOUGH = 0.55
_SOME = 0.25
_TOGETHER = 0.8
# Beside an entry that speaks of all of the subject, one that speaks of little of it is about something else.
_OF_THE_BEST = 0.6
_HITS = 400
_Means: TypeAlias = Callable[[str, Person], bool]
_OF_THE_KAMER = frozenset({Kind.MOTIE, Kind.HANDELINGEN, Kind.VERSLAG, Kind.VRAGEN})


@dataclass(frozen=True, slots=True)
class Found:
    """The entries that answer, and the moties that stand below them.

    Both are by state, in the register's order, or, where a subject is asked for, those that are most about it first.
    """

    entries: tuple[Entry, ...]
    related: tuple[Entry, ...]


class RegisterSearch:
    """Searches the register of one generation for one question."""

    def __init__(
        self, search_index: SearchIndex, entries: Sequence[Entry], weighed: WeighedQuery, query: Query, encoder: Encoder
    ) -> None:
        """`entries` are all that are shown; `weighed` and `query` are those of the whole question."""
        self._search_index = search_index
        self._entries = entries
        self._weighed = weighed
        self._query = query
        self._encoder = encoder
        # The same few hundred people stand in thousands of entries.
        self._means: _Means = functools.cache(matches)

    def find(self, request: RegisterRequest, filters: Filters) -> Found:
        """What the request asks for, from letters that pass the filters; nothing for the whole register."""
        if not request.narrow:
            return Found((), ())
        tests = _tests(request)
        passing = [entry for entry in self._entries if all(passes(entry) for passes in tests)]
        sides = _sides(request)
        asked = [
            entry for entry in passing if entry.kind in request.kinds and self._is_of(entry, sides, request.parties)
        ]
        beside = [] if CommitmentKind.MOTIE in request.kinds else self._beside(passing, request)
        if request.subject:
            fits = self._fits(self._coverage(request, [*asked, *beside], filters), [*asked, *beside])
            asked, beside = (
                sorted((entry for entry in each if entry.id in fits), key=lambda entry: -fits[entry.id])
                for each in (asked, beside)
            )
        in_groups = tuple(entry for group in by_standing(asked).values() for entry in group)
        return Found(in_groups, tuple(beside) if asked else ())

    def _beside(self, passing: Iterable[Entry], request: RegisterRequest) -> list[Entry]:
        """The moties of who was promised something, or that go with a promise that is asked for."""
        sides, named = _sides(request), bool(request.people or request.parties)
        return [
            entry
            for entry in passing
            if entry.kind is CommitmentKind.MOTIE
            and _spoken_of(entry)
            and (named or _with_promise(entry))
            and self._is_of(entry, sides, request.parties)
        ]

    def _coverage(self, request: RegisterRequest, entries: Sequence[Entry], filters: Filters) -> Mapping[str, float]:
        """How much of the subject each entry speaks of, 0 to 1, by id; nothing of those that no leg finds."""
        by_letter: dict[str, list[tuple[Entry, Mention]]] = defaultdict(list)
        for entry in entries:
            for mention in entry.mentions:
                by_letter[mention.letter.id].append((entry, mention))
        terms = [term for term in self._query.terms if (term.source or term.text) in request.subject]
        if not by_letter or not terms:
            return {}
        narrowed = narrow(filters, list(by_letter))
        hits = {
            hit.position: None
            for field in (Field.BODY, Field.CONTEXT)
            for hit in self._search_index.search_lexical(field, terms, _HITS, narrowed)
        }
        subject = _about(self._weighed, request.subject)
        found: dict[str, float] = {}
        for stored in self._search_index.fetch(list(hits)):
            for entry, mention in by_letter[stored.letter.id]:
                if _holds(stored, mention):
                    share = covered_share(subject, [*_sentences(stored, mention), stored.context_terms])
                    found[entry.id] = max(found.get(entry.id, 0.0), share)
        return found

    def _fits(self, covered: Mapping[str, float], entries: Sequence[Entry]) -> Mapping[str, float]:
        """How well each entry fits the subject, by id; only those that do."""
        least = max(_SOME, _OF_THE_BEST * max(covered.values(), default=0.0))
        fits = {}
        for entry in entries:
            share = covered.get(entry.id, 0.0)
            if share < least:
                continue
            quotes = self._encoder.encode([mention.commitment.quote for mention in entry.mentions])
            together = share + float((quotes @ self._query.vector).max())
            if share >= _ENOUGH or together >= _TOGETHER:
                fits[entry.id] = together
        return fits

    def _is_of(self, entry: Entry, sides: Iterable[Sequence[Someone]], parties: Sequence[str]) -> bool:
        """Whether all sides that are named stand in it: of several people on one side, one of them."""
        return all(any(_takes_part(entry, each, self._means) for each in people) for people in sides) and self._is_for(
            entry, parties
        )

    def _is_for(self, entry: Entry, parties: Sequence[str]) -> bool:
        if not parties:
            return True
        belonging = self._search_index.belonging
        day = _made_on(entry)
        known = {party for person in entry.to if (party := belonging.party(person, day))}
        return any(is_of_party(party, other) for party in parties for other in known)


def by_standing(entries: Iterable[Entry]) -> dict[Standing, list[Entry]]:
    """The entries by state, in the order in which a state comes first."""
    groups: dict[Standing, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.standing, []).append(entry)
    return groups


def _about(weighed: WeighedQuery, subject: frozenset[str]) -> WeighedQuery:
    """The words of the question that say what it is about, alone."""
    return replace(
        weighed,
        alternatives={term: held for term, held in weighed.alternatives.items() if held[0] in subject},
        rarity={source: rarity for source, rarity in weighed.rarity.items() if source in subject},
        order=tuple(source for source in weighed.order if source in subject),
    )


def _spoken_of(entry: Entry) -> bool:
    """Whether a letter of the government speaks of a motie, beside the motie itself and the debate on it."""
    return any(mention.letter.metadata.kind not in _OF_THE_KAMER for mention in entry.mentions)


def _with_promise(entry: Entry) -> bool:
    return any(mention.commitment.kind is CommitmentKind.TOEZEGGING for mention in entry.mentions)


def _takes_part(entry: Entry, someone: Someone, means: _Means) -> bool:
    if entry.kind is CommitmentKind.MOTIE:
        # Members propose; who promised is asked of what the government says with it.
        proposed = any(means(someone.name, person) for person in entry.to)
        return proposed or (someone.side is not Side.RECEIVED and _promised(entry, someone.name, means))
    if someone.side is not Side.PROMISED and any(means(someone.name, person) for person in entry.to):
        return True
    return someone.side is not Side.RECEIVED and _promised(entry, someone.name, means)


def _promised(entry: Entry, name: str, means: _Means) -> bool:
    promises = [each.commitment for each in entry.mentions if each.commitment.kind is CommitmentKind.TOEZEGGING]
    people = [made.by_person for made in promises if made.by_person is not None]
    people += [entry.by_person] if entry.by_person is not None else []
    if any(means(name, person) for person in people):
        return True
    asked = find_roles(name)
    if people or not asked or not promises:
        return False
    return any(same_ministry(role.ministry, entry.ministry) and _same_office(role.role, entry.by) for role in asked)


def _same_office(asked: str, by: str) -> bool:
    """Whether "de staatssecretaris van X" can be the one asked for; "afzender" can be anybody."""
    written = find_roles(by)
    return not written or any(role.role.split()[0] == asked.split(maxsplit=1)[0] for role in written)


def _tests(request: RegisterRequest) -> list[Callable[[Entry], bool]]:
    """What every entry must pass; thousands are looked at, so only what the request says is looked for."""
    tests: list[Callable[[Entry], bool]] = []
    if request.standings:
        tests.append(lambda entry: entry.standing in request.standings)
    if request.due_from is not None or request.due_to is not None:
        tests.append(lambda entry: _is_within(entry.due_date, request.due_from, request.due_to))
    made = request.made
    if made is not None:
        tests.append(lambda entry: _is_within(_made_on(entry), made.start, made.end))
    if request.references:
        tests.append(lambda entry: _has_number(entry, request.references))
    if request.dossiers:
        tests.append(lambda entry: not _dossiers(entry).isdisjoint(request.dossiers))
    return tests


def _sides(request: RegisterRequest) -> list[list[Someone]]:
    sides: dict[Side, list[Someone]] = defaultdict(list)
    for someone in request.people:
        sides[someone.side].append(someone)
    return list(sides.values())


def _is_within(day: datetime.date | None, first: datetime.date | None, last: datetime.date | None) -> bool:
    """Whether a day lies in a period; what has no day is left out."""
    return day is not None and (first is None or day >= first) and (last is None or day <= last)


def _made_on(entry: Entry) -> datetime.date | None:
    """When it was promised or proposed: else when the first letter that speaks of it was written."""
    if entry.occasion_date is not None or not entry.mentions:
        return entry.occasion_date
    return entry.mentions[0].letter.metadata.date


def _has_number(entry: Entry, asked: Iterable[Reference]) -> bool:
    """Whether it has one of the numbers asked for, or stands in such a document."""
    own = [each.letter.metadata.reference for each in entry.mentions]
    known = {(each.kind, each.dossier, each.number) for each in (*entry.references, *own) if each is not None}
    return any(entry.id == each.number or (each.kind, each.dossier, each.number) in known for each in asked)


def _dossiers(entry: Entry) -> set[str]:
    of_letters = {dossier.number for each in entry.mentions for dossier in each.letter.metadata.dossiers}
    return {each.dossier for each in entry.references} | of_letters


def _holds(stored: StoredChunk, mention: Mention) -> bool:
    chunk, made = stored.chunk, mention.commitment
    return chunk.in_notes == made.in_notes and chunk.start < made.end and made.start < chunk.end


def _sentences(stored: StoredChunk, mention: Mention) -> list[Sequence[str]]:
    """The terms of the sentences that the quote, or the words that govern it, stand in, and of the one before them.

    "Hierover informeer ik uw Kamer" is about what was said before.
    """
    made = mention.commitment
    spans = [(made.start, made.end)] + ([(made.lead.start, made.lead.end)] if made.lead else [])
    places = [
        place
        for place, span in enumerate(stored.chunk.sentences)
        if any(span.start < end and start < span.end for start, end in spans)
    ]
    before = [places[0] - 1] if places and places[0] > 0 else []
    return [stored.terms[place] for place in (*before, *places)]
