"""Finding candidates: both legs over the same chunks under the same filters, each candidate with each leg's score."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.types import Field, Filters, SearchIndex, StoredChunk, Term, Vectors

# Deep enough that a passage which only one leg ranks low is still seen by the ranking; more changes no answer.
_LEXICAL_LIMIT = 100
_CONTEXT_LIMIT = 60
_NAMES_LIMIT = 60
_DENSE_LIMIT = 100
_EXPECTED_LIMIT = 5
# What the ranking looks at: the passages that the legs together hold for the best.
_KEPT = 100


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready for the legs: weighted terms for each lexical field, and a unit vector.

    `expected` are terms of an answer that may hold none of the question's words.
    """

    terms: tuple[Term, ...]
    names: tuple[Term, ...]
    vector: Vectors
    expected: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A chunk that at least one leg found, with the score of each leg that did."""

    stored: StoredChunk
    scores: dict[str, float] = field(default_factory=dict)


DENSE = "dense"
_EXPECTED = "expected"
_SHARES = {Field.BODY.value: 1.0, Field.CONTEXT.value: 0.4, Field.NAMES.value: 0.4, DENSE: 1.0, _EXPECTED: 1.0}


def find_candidates(search_index: SearchIndex, query: Query, filters: Filters) -> list[Candidate]:
    """The chunks that the legs together rank high, by position."""
    scores: dict[int, dict[str, float]] = {}
    for name, hits in (
        (Field.BODY.value, search_index.search_lexical(Field.BODY, query.terms, _LEXICAL_LIMIT, filters)),
        (Field.CONTEXT.value, search_index.search_lexical(Field.CONTEXT, query.terms, _CONTEXT_LIMIT, filters)),
        (Field.NAMES.value, search_index.search_lexical(Field.NAMES, query.names, _NAMES_LIMIT, filters)),
        (DENSE, search_index.search_dense(query.vector, _DENSE_LIMIT, filters)),
        (_EXPECTED, search_index.search_lexical(Field.BODY, query.expected, _EXPECTED_LIMIT, filters)),
    ):
        for hit in hits:
            scores.setdefault(hit.position, {})[name] = hit.score
    positions = sorted(_best(scores))
    return [
        Candidate(stored, scores[position])
        for position, stored in zip(positions, search_index.fetch(positions), strict=True)
    ]


def _best(scores: dict[int, dict[str, float]]) -> list[int]:
    """The positions whose scores, each as a share of its leg's best, add up to most."""
    tops = {name: max((found.get(name, 0.0) for found in scores.values()), default=0.0) or 1.0 for name in _SHARES}
    worth = {
        position: sum(_SHARES[name] * score / tops[name] for name, score in found.items())
        for position, found in scores.items()
    }
    return sorted(worth, key=lambda position: (-worth[position], position))[:_KEPT]


def merge_candidates(first: Sequence[Candidate], second: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of both, each once and with the scores of the first, by position."""
    by_position = {candidate.stored.position: candidate for candidate in (*second, *first)}
    return [by_position[position] for position in sorted(by_position)]


def narrow(filters: Filters, letters: Sequence[str]) -> Filters:
    """The same filters over these letters alone."""
    allowed = frozenset(letters)
    return dataclasses.replace(filters, letters=allowed & filters.letters if filters.letters else allowed)
