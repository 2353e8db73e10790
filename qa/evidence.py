"""What speaks for and against an answer: what the decision looks at whether the letters answer at all.

A question that the letters nearly answer is told by what its best passage lacks: a name, a year or an amount that is
asked for; and by how little that passage stands out from the others.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.types import Kind
from index.fields import parties_to
from index.types import StoredChunk
from qa.candidates import Candidate
from qa.cues import asks_for_money, holds_money
from qa.features import FEATURES, WeighedQuery
from qa.selecting import select_sentences
from qa.types import Aim, Question

FOR = (
    "score",  # of the best passage
    "standing",  # how far that score lies above the mean of the first passages
    "coverage",  # share of the question's words, by rarity, that stand in the best passage or its context
    "people",  # share of the people asked about who are named there
    "together",  # share of the first passages that are of the best one's letter
)
AGAINST = (
    "names_missing",  # number of names that the question asks about, that letters know and the best passage lacks
    "numbers_missing",  # 1 when the question holds a number or year that the best passage lacks
    "money_missing",  # 1 when a price or budget is asked for, and the sentences that would be quoted name none
)
CIRCUMSTANCES = (
    "words",  # logarithm of the number of words searched with: a longer question is seldom covered as well
    "asks_amount",  # 1 when a number is asked for
    "is_motion",  # 1 when the best passage is of a motie, of which many are about the same
)
# Of questions that the letters nearly answer one in twenty is held this far, and of those without their letters one in
# seventy; of those that they do answer one in six, the short ones among them.
_ALL_HELD = 0.9
_FIRST = 20
_NEXT = 5
# Keywords alone are as much of a question as a short sentence.
_FEWEST_WORDS = 4
_LEAST_ALIKE = 0.4
_NAME = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿ][\w-]*(?: [^\W\d_a-zà-ÿ][\w-]*)*")
_LEAST_RARE = 1 / 3  # as a share of the rarity of the rarest word of the question
_NUMBER = re.compile(r"(?<![\w-])\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Ranked:
    """Candidates in ranked order, best first, with their scores, (n,), and features, (n, features)."""

    candidates: Sequence[Candidate]
    scores: NDArray[np.float64]
    table: NDArray[np.float64]


def weigh_evidence(
    question: Question, weighed: WeighedQuery, ranked: Ranked, occurs: Callable[[str], bool]
) -> dict[str, float]:
    """The values of FOR, AGAINST and CIRCUMSTANCES; {} when there are no candidates.

    `occurs` tells whether a word stands in the letters: a name that none knows may be misspelt, and counts for nothing.
    """
    if not len(ranked.candidates):
        return {}
    best = ranked.candidates[0].stored
    features = dict(zip(FEATURES, ranked.table[0].tolist(), strict=True))
    letters = [candidate.stored.letter.id for candidate in ranked.candidates[:_NEXT]]
    text = question.content or question.text
    held = _words_held(best)
    return {
        "score": float(ranked.scores[0]),
        "standing": float(ranked.scores[0] - ranked.scores[:_FIRST].mean()),
        "coverage": features["coverage"],
        "people": features["people"],
        "together": letters.count(best.letter.id) / len(letters),
        "names_missing": float(
            sum(not _is_held(name, held, best, weighed) and occurs(name) for name in _names(text, weighed))
        ),
        "numbers_missing": float(any(not _is_held(number, held, best, weighed) for number in _NUMBER.findall(text))),
        "money_missing": float(
            Aim.AMOUNT in question.aims and asks_for_money(text) and not holds_money(_quoted(question, weighed, best))
        ),
        "words": math.log1p(max(len(weighed.rarity), _FEWEST_WORDS)),
        "asks_amount": float(Aim.AMOUNT in question.aims),
        "is_motion": float(best.letter.metadata.kind is Kind.MOTIE),
    }


def all_held(evidence: Mapping[str, float]) -> bool:
    """Whether the best passage holds all that a question asks about.

    Such a question has its answer, or its subject, however short it is and however many other passages hold it too.
    """
    return evidence.get("coverage", 0.0) >= _ALL_HELD and not any(evidence[name] for name in AGAINST)


def _names(text: str, weighed: WeighedQuery) -> list[str]:
    """The rarest word of each name in a text; what stands in many passages, as Nederland does, tells nothing.

    A name is a run of words with a capital, but for the first word of the text, which always has one.
    """
    rarity = {word: value for source, value in weighed.rarity.items() for word in source.split()}
    least = _LEAST_RARE * max(rarity.values(), default=0.0)
    names = []
    for run in _NAME.finditer(text):
        words = [word.rstrip("-") for word in run[0].split()][int(run.start() == 0) :]
        rarest = max(words, key=lambda word: rarity.get(word.casefold(), 0.0), default="")
        if rarity.get(rarest.casefold(), 0.0) > least:
            names.append(rarest)
    return names


def _quoted(question: Question, weighed: WeighedQuery, stored: StoredChunk) -> str:
    chunk = stored.chunk
    spans = select_sentences(question, weighed, stored)
    return " ".join(chunk.text[span.start - chunk.start : span.end - chunk.start] for span in spans)


def _words_held(stored: StoredChunk) -> str:
    """What a passage says and what is known of its letter, folded: people, parties, and the year of its date."""
    context, metadata = stored.chunk.context, stored.letter.metadata
    parts = [stored.chunk.text, context.title, *context.headings, context.question, context.speaker]
    parts += [f"{person.name} {person.party}" for person in parties_to(metadata)]
    if metadata.date is not None:
        parts.append(str(metadata.date.year))
    return " ".join(parts).casefold()


def _is_held(word: str, held: str, stored: StoredChunk, weighed: WeighedQuery) -> bool:
    """Whether a passage holds a word of the question, as it stands or as what it is searched by."""
    folded = word.casefold()
    if folded in held:
        return True
    terms = set(stored.context_terms).union(*stored.terms)
    return any(
        folded in source.split() and weight >= _LEAST_ALIKE and term in terms
        for term, (source, weight) in weighed.alternatives.items()
    )
