"""Asking the register of promises and moties what a question wants of it, and where that stands in the letters."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.types import Letter, Span
from index.types import ChunkPlace, Encoder, Filters, LetterRecord, SearchIndex, StoredChunk
from qa.candidates import Query, narrow
from qa.commitments.types import Entry, EntryFilters, Mention
from qa.consulting.answer import Lister, quoted
from qa.consulting.request import request_of
from qa.consulting.search import Found, RegisterSearch
from qa.features import WeighedQuery
from qa.types import Question, RegisterAnswer

# Passages beyond these are never shown; the answer's text names the entries all the same.
_MOST_PASSAGES = 50
_ALL = EntryFilters()


class Book(Protocol):
    """The register as it stands today."""

    def entries(self, filters: EntryFilters = _ALL) -> Sequence[Entry]:
        """The entries that pass the filters."""
        ...


class EmptyBook:
    """A register without entries."""

    def entries(self, filters: EntryFilters = _ALL) -> Sequence[Entry]:  # noqa: ARG002 - as the protocol has it
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage that holds quotes of the answer, and their spans in it."""

    stored: StoredChunk
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Consulted:
    """What the register answers, and the passages that hold its quotes in the order of the answer."""

    answer: RegisterAnswer
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """Consults the register for questions; `load` gives a letter as it was read."""

    book: Book
    encoder: Encoder
    load: Callable[[LetterRecord], Letter]

    def consult(
        self, search_index: SearchIndex, question: Question, weighed: WeighedQuery, query: Query, filters: Filters
    ) -> Consulted | None:
        """What the register answers from letters that pass the filters; None for a question that it does not answer."""
        request = request_of(question, weighed.order)
        if request is None or not request.narrow:
            return None
        search = RegisterSearch(search_index, self.book.entries(), weighed, query, self.encoder)
        places = _Places(search_index, query, filters)
        found = _within(search.find(request, filters), places)
        if not found.entries:
            return None
        lister = Lister(question.language, self.load, lambda mention: places.of(mention) is not None)
        return Consulted(lister.answer(found, request), tuple(_shown(search_index, found, places)))


class _Places:
    """Where mentions stand: the position of the chunk that holds most of each, None where filters leave it out."""

    def __init__(self, search_index: SearchIndex, query: Query, filters: Filters) -> None:
        self._search_index = search_index
        self._query = query
        self._filters = filters
        self._known: dict[str, Sequence[ChunkPlace]] = {}
        self.filtered = filters != Filters()

    def prepare(self, letters: Sequence[str]) -> None:
        """Look up which chunks of these letters pass the filters."""
        found = {letter: self._search_index.places_of(letter) for letter in dict.fromkeys(letters)}
        count = sum(map(len, found.values()))
        narrowed = narrow(self._filters, list(found))
        passing = {hit.position for hit in self._search_index.search_dense(self._query.vector, count, narrowed)}
        self._known = {
            letter: [place for place in places if place.position in passing] for letter, places in found.items()
        }

    def _places(self, letter: str) -> Sequence[ChunkPlace]:
        if letter not in self._known and not self.filtered:
            self._known[letter] = self._search_index.places_of(letter)
        return self._known.get(letter, ())

    def of(self, mention: Mention) -> int | None:
        """The position of the chunk that holds most of a mention's quote."""
        made = mention.commitment
        shares = [
            (min(place.end, made.end) - max(place.start, made.start), place.position)
            for place in self._places(mention.letter.id)
            if place.in_notes == made.in_notes
        ]
        held, position = max(shares, key=lambda share: (share[0], -share[1]), default=(0, None))
        return position if held > 0 else None


def _within(found: Found, places: _Places) -> Found:
    """The entries that can be quoted from letters that pass; without filters all, if one of them can be quoted."""
    if not places.filtered:
        return found if any(entry.mentions for entry in found.entries) else Found((), ())
    places.prepare([mention.letter.id for entry in (*found.entries, *found.related) for mention in entry.mentions])

    def passing(entries: Sequence[Entry]) -> tuple[Entry, ...]:
        return tuple(entry for entry in entries if any(places.of(mention) is not None for mention in entry.mentions))

    return Found(passing(found.entries), passing(found.related))


def _shown(search_index: SearchIndex, found: Found, places: _Places) -> list[Shown]:
    spans: dict[int, list[Span]] = {}
    for entry in (*found.entries, *found.related):
        for mention in quoted(entry):
            position = places.of(mention)
            if position is None or (position not in spans and len(spans) == _MOST_PASSAGES):
                continue
            spans.setdefault(position, []).append(Span(mention.commitment.start, mention.commitment.end))
    return [Shown(stored, _trimmed(stored, spans)) for stored in search_index.fetch(list(spans))]


def _trimmed(stored: StoredChunk, spans: Mapping[int, Sequence[Span]]) -> tuple[Span, ...]:
    """The spans as far as they lie in the chunk, in its order, those that overlap as one."""
    chunk = stored.chunk
    joined: list[Span] = []
    for span in sorted(spans[stored.position], key=lambda each: (each.start, each.end)):
        start, end = max(span.start, chunk.start), min(span.end, chunk.end)
        if joined and start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Span(start, end))
    return tuple(joined)
