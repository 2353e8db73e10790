"""What the ranking looks at: the features of each candidate, as one table.

Every feature is 0 when it says nothing, and grows with the evidence. The lexical ones count words of the question
("sources"), not their alternatives: a translation or compound part counts for the word it stands for.
"""

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.people import matches
from corpus.types import Kind, Person
from index.types import Field, LetterRecord, SearchIndex, StoredChunk, Term
from qa.candidates import DENSE, Candidate
from qa.cues import asks_whether_known, holds_cue, says_yes_alone
from qa.registered import Registered
from qa.types import Aim, Question

FEATURES = (
    "body",  # BM25 of the passage, as a share of the best candidate's
    "dense_gap",  # how far its cosine with the question lies below the best candidate's (never above 0)
    "coverage",  # share of the question's words, by rarity, that stand in the passage or its context
    "often",  # how often the question's words stand in the passage and its context, by rarity, each time for less
    "pairs",  # share of neighbouring words of the question that stand near each other
    "people",  # share of the people asked about who are named in the passage or its context
    "author",  # 1 when one of the people asked about sent, proposed or asked it
    "registered",  # it holds a promise to or by, or a motie of, the people asked about, when that is asked for
    "moment",  # a time is asked for, and the passage names one
    "amount",  # a number is asked for, and the passage holds one
    "affirmed",  # it is asked whether something is known, and the passage says yes and no more: to that, if it tells
    "is_note",  # the passage is a footnote
    "is_report",  # the document is a report of a debate
    "length",  # logarithm of its number of terms
)
_NEAR = 3
# As in BM25: how soon a word that stands in it once more tells nothing more, how much a long passage is held to, and
# the length, in terms, that is neither. A word of the context counts for less than one of the passage.
_SATURATION, _BY_LENGTH, _USUAL_LENGTH, _CONTEXT_SHARE = 2.0, 0.3, 150, 0.5


@dataclass(frozen=True)
class WeighedQuery:
    """The words of a question with their rarity: what of a passage's terms counts for which word, and how much."""

    alternatives: Mapping[str, tuple[str, float]]  # term → its source, weight
    rarity: Mapping[str, float]  # source → inverse document frequency
    order: tuple[str, ...]  # the sources as they stand in the question
    rarest: float = 1.0  # inverse document frequency of a word that no passage holds

    @cached_property
    def total(self) -> float:
        """The rarity of all the words together."""
        return sum(self.rarity.values()) or 1.0


def weigh(terms: Sequence[Term], search_index: SearchIndex) -> WeighedQuery:
    """Give every word of the question the inverse document frequency of its terms, weighted."""
    frequencies = search_index.document_frequencies(Field.BODY, [term.text for term in terms])
    count = search_index.info.manifest.chunk_count
    alternatives: dict[str, tuple[str, float]] = {}
    sums: dict[str, tuple[float, float]] = {}
    for term, frequency in zip(terms, frequencies, strict=True):
        source = term.source or term.text
        weight, rarity = sums.get(source, (0.0, 0.0))
        idf = math.log(1 + (count - frequency + 0.5) / (frequency + 0.5))
        sums[source] = (weight + term.weight, rarity + term.weight * idf)
        held = alternatives.get(term.text)
        if held is None or held[1] < term.weight:
            alternatives[term.text] = (source, term.weight)
    strongest: dict[str, float] = {}
    for source, weight in alternatives.values():
        strongest[source] = max(strongest.get(source, 0.0), weight)
    return WeighedQuery(
        {term: (source, weight / strongest[source]) for term, (source, weight) in alternatives.items()},
        {source: rarity / weight for source, (weight, rarity) in sums.items() if weight > 0},
        tuple(dict.fromkeys(term.source or term.text for term in terms)),
        math.log(1 + (count + 0.5) / 0.5),
    )


def feature_table(
    question: Question, weighed: WeighedQuery, candidates: Sequence[Candidate], registered: Registered
) -> NDArray[np.float64]:
    """The features of each candidate: (number of candidates, number of FEATURES)."""
    asks_acquaintance = asks_whether_known(question.content or question.text)
    best_body, best_dense = (
        max((candidate.scores.get(name, 0.0) for candidate in candidates), default=0.0)
        for name in (Field.BODY.value, DENSE)
    )
    rows = []
    for candidate in candidates:
        scores = candidate.scores
        values = _matches(weighed, candidate)
        values.update(_circumstances(question, candidate))
        if asks_acquaintance and says_yes_alone(candidate.stored.chunk.text):
            values["affirmed"] = _same_question(weighed, candidate.stored)
        values["registered"] = float(registered.holds(candidate.stored.letter.id, candidate.stored.chunk))
        values["body"] = scores.get(Field.BODY.value, 0.0) / (best_body or 1.0)
        values["dense_gap"] = scores.get(DENSE, 0.0) - best_dense
        rows.append([values.get(name, 0.0) for name in FEATURES])
    return np.asarray(rows, dtype=np.float64).reshape(len(rows), len(FEATURES))


def _matches(weighed: WeighedQuery, candidate: Candidate) -> dict[str, float]:
    stored = candidate.stored
    sentences = [_covered(weighed, terms) for terms in stored.terms]
    together = _covered(weighed, stored.context_terms)
    for covered in sentences:
        _merge(together, covered)
    touched = [terms for terms, covered in zip(stored.terms, sentences, strict=True) if covered]
    length = sum(map(len, stored.terms))
    return {
        "coverage": _share(weighed, together),
        "often": _often(weighed, touched, stored.context_terms, length),
        "pairs": _pairs(weighed, touched),
        "length": math.log1p(length),
    }


def _often(weighed: WeighedQuery, sentences: Sequence[Sequence[str]], context: Sequence[str], length: int) -> float:
    """BM25 of the question's words: alternatives of one word are one word, and count together.

    `sentences` are those of the passage that hold any, `length` is the number of terms of all.
    """
    norm = 1 - _BY_LENGTH + _BY_LENGTH * length / _USUAL_LENGTH
    counts: dict[str, float] = {}
    for share, parts in ((1 / norm, sentences), (_CONTEXT_SHARE, (context,))):
        for terms in parts:
            for term in sorted(weighed.alternatives.keys() & terms):
                source, weight = weighed.alternatives[term]
                counts[source] = counts.get(source, 0.0) + share * weight * terms.count(term)
    return _share(
        weighed, {source: count * (_SATURATION + 1) / (count + _SATURATION) for source, count in counts.items()}
    )


def _same_question(weighed: WeighedQuery, stored: StoredChunk) -> float:
    """The share of the question's words that stand in what the passage says yes to; 1 where the letter tells not."""
    return _share(weighed, _covered(weighed, stored.context_terms)) if stored.chunk.context.question else 1.0


def covered_share(weighed: WeighedQuery, sentences: Sequence[Sequence[str]]) -> float:
    """The share of the question's words, by rarity, that stand in these sentences together (0 to 1)."""
    together: dict[str, float] = {}
    for terms in sentences:
        _merge(together, _covered(weighed, terms))
    return _share(weighed, together)


def _covered(weighed: WeighedQuery, terms: Sequence[str]) -> dict[str, float]:
    alternatives = weighed.alternatives
    covered: dict[str, float] = {}
    for term in alternatives.keys() & terms:
        source, weight = alternatives[term]
        if covered.get(source, 0.0) < weight:
            covered[source] = weight
    return covered


def _merge(into: dict[str, float], other: Mapping[str, float]) -> None:
    for source, weight in other.items():
        if into.get(source, 0.0) < weight:
            into[source] = weight


def _share(weighed: WeighedQuery, covered: Mapping[str, float]) -> float:
    # Exactly rounded, so that the order in which a set gives its terms changes no answer.
    return math.fsum(weighed.rarity.get(source, 0.0) * weight for source, weight in covered.items()) / weighed.total


def _pairs(weighed: WeighedQuery, sentences: Sequence[Sequence[str]]) -> float:
    wanted = set(itertools.pairwise(weighed.order))
    if not wanted:
        return 0.0
    found = set()
    for terms in sentences:
        places = [
            (place, weighed.alternatives[term][0]) for place, term in enumerate(terms) if term in weighed.alternatives
        ]
        for position, (place, source) in enumerate(places):
            for other_place, other in places[position + 1 : position + 1 + _NEAR]:
                if other_place - place <= _NEAR:
                    found.add((source, other))
                    found.add((other, source))
    return len(wanted & found) / len(wanted)


def _circumstances(question: Question, candidate: Candidate) -> dict[str, float]:
    chunk, letter = candidate.stored.chunk, candidate.stored.letter
    metadata = letter.metadata
    values = {
        "is_note": float(chunk.in_notes),
        "is_report": float(metadata.kind in (Kind.VERSLAG, Kind.HANDELINGEN)),
    }
    if question.people:
        words = f"{chunk.text} {chunk.context.speaker} {chunk.context.question}"
        named = [_is_named(person, words) for person in question.people]
        values["people"] = sum(named) / len(named)
    if question.people or question.offices:
        values["author"] = float(any(_is_author(person, letter) for person in (*question.people, *question.offices)))
    if Aim.DEADLINE in question.aims:
        values["moment"] = float(holds_cue(Aim.DEADLINE, chunk.text))
    if Aim.AMOUNT in question.aims:
        values["amount"] = float(holds_cue(Aim.AMOUNT, chunk.text))
    return values


def _is_named(person: Person, text: str) -> bool:
    return person.name.casefold() in text.casefold()


def _is_author(person: Person, letter: LetterRecord) -> bool:
    metadata = letter.metadata
    return any(matches(person.name, other) for other in (*metadata.senders, *metadata.proposers, *metadata.questioners))
