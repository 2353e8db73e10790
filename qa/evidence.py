"""What speaks for and against an answer: what the decision looks at whether the letters answer at all.

What is asked may stand in more passages than one of the letter, so the first passages of the best one's letter are
looked at together. A question that the letters nearly answer is told by what these lack: a name or a year that is asked
for, a number where a number is wanted, or anything but what a motie asks for.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.types import Kind
from index.fields import parties_to
from index.types import StoredChunk
from qa.asked import Want, asks_for_request, is_asked, tells, wanted
from qa.candidates import Candidate
from qa.features import FEATURES, WeighedQuery
from qa.ranking import RankingModel
from qa.selecting import select_sentences
from qa.types import Aim, Question
from qa.understanding.offices import office_words

FOR = (
    "standing",  # how far the best passage's score lies above the mean of the first passages
    "held",  # how many of the question's words it holds, a rare one counting for up to 1: many seldom meet by chance
    "people",  # share of the people asked about who are named in it
)
AGAINST = (
    "names_missing",  # number of names asked about, up to two, that some letter knows and this one's passages lack
    "people_missing",  # share of the people asked about whom these do not name, if the letter is by none of them
    "numbers_missing",  # 1 when the question holds a number or year that the best passage lacks
    "unquoted",  # 1 when the sentences of the best passage that would be quoted tell nothing of the kind asked for
    "untold",  # 1 when nothing else in that passage does, nor what would be quoted of the letter's others
    "only_requested",  # 1 when the best passage is of a motie, and something else is asked than what it can tell
)
CIRCUMSTANCES = (
    "is_search",  # 1 when nothing is asked, but a subject named: what is about it is an answer
)
# Of questions that the letters nearly answer one in twenty is held this far, and of those without their letters one in
# seventy; of those that they do answer one in six, the short ones among them.
_ALL_HELD = 0.9
_FIRST = 20
# The passages of the best one's letter: as many, among so many of the first.
_TOGETHER = 3
_AMONG = 5
_MOST_NAMES = 2
_LEAST_OF_A_COMPOUND = 4  # letters: "ME" is no part of "meer", but Schiphol is of "Schipholtarief"
_LEAST_ALIKE = 0.4
_NAME = re.compile(r"(?<!\w)[^\W\d_a-zà-ÿ][\w-]*(?: [^\W\d_a-zà-ÿ][\w-]*)*")
_LEAST_RARE = 1 / 3  # as a share of the rarity of the rarest word of the question
_REQUEST = re.compile(r"\b(?:verzoekt|spreekt uit|roept)\b")
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
    """The values of FOR, AGAINST and CIRCUMSTANCES, and `coverage`; {} when there are no candidates.

    `occurs` tells whether a word stands in the letters: a name that none knows may be misspelt, and counts for nothing.
    """
    if not len(ranked.candidates):
        return {}
    best = ranked.candidates[0].stored
    places = _of_best_letter(ranked)
    passages = [_Passage(ranked.candidates[place].stored, weighed) for place in places]
    features = {name: ranked.table[places, column] for column, name in enumerate(FEATURES)}
    text = question.content or question.text
    coverage = float(features["coverage"][0])
    asked = is_asked(text)
    named = max(features["people"].max(), features["author"].max())
    wants = wanted(text)
    told = [_tells(wants, passage.quoted(question)) for passage in passages] if wants else [True]
    return {
        "standing": float(ranked.scores[0] - ranked.scores[:_FIRST].mean()),
        "held": coverage * weighed.total / weighed.rarest,
        "people": float(features["people"][0]),
        "names_missing": float(min(_MOST_NAMES, _names_missing(text, weighed, passages, ranked, occurs))),
        "people_missing": float(1 - named if question.people else 0),
        "numbers_missing": float(any(not passages[0].holds(number) for number in _NUMBER.findall(text))),
        "unquoted": float(not told[0]),
        "untold": float(not any(told) and not _tells(wants, best.chunk.text)),
        "only_requested": float(
            asked and best.letter.metadata.kind is Kind.MOTIE and not _motie_tells(question, ranked, passages[0], wants)
        ),
        "is_search": float(not asked),
        "coverage": coverage,
    }


def answered(model: RankingModel, evidence: Mapping[str, float]) -> float:
    """The probability that the letters answer, by the evidence; 1 when the best passage holds all that is asked."""
    return 1.0 if all_held(evidence) else model.answer.probability(evidence)


def all_held(evidence: Mapping[str, float]) -> bool:
    """Whether the best passage holds all that a question asks about.

    Such a question has its answer, or its subject, however short it is and however many other passages hold it too.
    """
    return evidence.get("coverage", 0.0) >= _ALL_HELD and not any(evidence[name] for name in AGAINST)


def names_asked(text: str, weighed: WeighedQuery) -> list[str]:
    """The rarest word of each name in a text; what stands in many passages, as Nederland does, tells nothing.

    A name is a run of words with a capital, but for the first word of the text, which always has one, and for offices
    and ministries, which letters write in many ways. "Court of Audit" is searched as one, and counts once.
    """
    sources = {word: source for source in weighed.rarity for word in source.split()}
    rarity = {word: weighed.rarity[source] for word, source in sources.items()}
    least = _LEAST_RARE * max(rarity.values(), default=0.0)
    offices = office_words(text)
    names: dict[str, str] = {}
    for run in _NAME.finditer(text):
        words = [word.rstrip("-") for word in run[0].split()][int(run.start() == 0) :]
        rarest = max(words, key=lambda word: rarity.get(word.casefold(), 0.0), default="")
        if rarity.get(rarest.casefold(), 0.0) > least and rarest.casefold() not in offices:
            names.setdefault(sources[rarest.casefold()], rarest)
    return list(names.values())


class _Passage:
    """A passage, with the words that it holds for those of a question."""

    def __init__(self, stored: StoredChunk, weighed: WeighedQuery) -> None:
        self._stored = stored
        self._weighed = weighed
        self._text = _words_held(stored)
        self._terms = set(stored.context_terms).union(*stored.terms)

    def holds(self, word: str) -> bool:
        """Whether it holds a word of the question, as it stands or as what it is searched by."""
        whole = r"(?!\w)" if len(word) < _LEAST_OF_A_COMPOUND or word[-1].isdigit() else ""
        return re.search(rf"(?<!\w){re.escape(word.casefold())}{whole}", self._text) is not None or any(
            term in self._terms for term in _terms_of(word, self._weighed)
        )

    def quoted(self, question: Question) -> str:
        """The sentences that would be quoted from it."""
        chunk = self._stored.chunk
        spans = select_sentences(question, self._weighed, self._stored)
        return " ".join(chunk.text[span.start - chunk.start : span.end - chunk.start] for span in spans)


def _of_best_letter(ranked: Ranked) -> list[int]:
    letter = ranked.candidates[0].stored.letter.id
    first = [place for place, each in enumerate(ranked.candidates[:_AMONG]) if each.stored.letter.id == letter]
    return first[:_TOGETHER]


def _tells(wants: Sequence[Want], text: str) -> bool:
    return all(tells(want, text) for want in wants)


def _motie_tells(question: Question, ranked: Ranked, passage: _Passage, wants: Sequence[Want]) -> bool:
    """Whether a motie can tell what is asked: what it requests, what who proposed it said, or a fact that it states."""
    said = Aim.PROMISE not in question.aims and ranked.table[0, FEATURES.index("author")] > 0
    if said or asks_for_request(question):
        return True
    stated = _REQUEST.split(passage.quoted(question), maxsplit=1)[0]
    return bool(wants) and _tells(wants, stated)


def _names_missing(
    text: str, weighed: WeighedQuery, passages: Sequence[_Passage], ranked: Ranked, occurs: Callable[[str], bool]
) -> int:
    lacking = [name for name in names_asked(text, weighed) if not any(passage.holds(name) for passage in passages)]
    if not lacking:
        return 0
    return sum(occurs(name) or _is_searched(name, weighed, ranked) for name in lacking)


def _is_searched(name: str, weighed: WeighedQuery, ranked: Ranked) -> bool:
    """Whether some passage found holds what a name is searched by: Spanje, for Spain."""
    terms = _terms_of(name, weighed)
    return any(not terms.isdisjoint(sentence) for candidate in ranked.candidates for sentence in candidate.stored.terms)


def _terms_of(word: str, weighed: WeighedQuery) -> frozenset[str]:
    folded = word.casefold()
    return frozenset(
        term
        for term, (source, weight) in weighed.alternatives.items()
        if weight >= _LEAST_ALIKE and folded in source.split()
    )


def _words_held(stored: StoredChunk) -> str:
    """What a passage says and what is known of its letter, folded: people, parties, and the year of its date."""
    context, metadata = stored.chunk.context, stored.letter.metadata
    parts = [stored.chunk.text, context.title, *context.headings, context.question, context.speaker]
    parts += [f"{person.name} {person.party}" for person in parties_to(metadata)]
    if metadata.date is not None:
        parts.append(str(metadata.date.year))
    return " ".join(parts).casefold()
