"""Finding candidates: both legs over the same chunks under the same filters, each candidate with each leg's score."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.types import Field, Filters, SearchIndex, StoredChunk, Term, Vectors

# Deep enough that a passage which only one leg ranks low is still seen by the ranking; more changes no answer.
_LEXICAL_LIMIT = 100
_CONTEXT_LIMIT = 60
_NAMES_LIMIT = 60
_DENSE_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready for the legs: weighted terms for each lexical field, and a unit vector."""

    terms: tuple[Term, ...]
    names: tuple[Term, ...]
    vector: Vectors


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chunk that at least one leg found, with the score of each leg that did."""

    stored: StoredChunk
    scores: dict[str, float] = field(default_factory=dict)


DENSE = "dense"


def find_candidates(search_index: SearchIndex, query: Query, filters: Filters) -> list[Candidate]:
    """All chunks that one of the legs ranks high, by position."""
    scores: dict[int, dict[str, float]] = {}
    for name, hits in (
        (Field.BODY.value, search_index.search_lexical(Field.BODY, query.terms, _LEXICAL_LIMIT, filters)),
        (Field.CONTEXT.value, search_index.search_lexical(Field.CONTEXT, query.terms, _CONTEXT_LIMIT, filters)),
        (Field.NAMES.value, search_index.search_lexical(Field.NAMES, query.names, _NAMES_LIMIT, filters)),
        (DENSE, search_index.search_dense(query.vector, _DENSE_LIMIT, filters)),
    ):
        for hit in hits:
            scores.setdefault(hit.position, {})[name] = hit.score
    positions = sorted(scores)
    return [
        Candidate(stored, scores[position])
        for position, stored in zip(positions, search_index.fetch(positions), strict=True)
    ]


def positions_of(candidates: Sequence[Candidate]) -> list[int]:
    """The candidates' positions, in their order."""
    return [candidate.stored.position for candidate in candidates]
