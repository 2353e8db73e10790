"""Asking labelled questions, and what came of it: figures per language and kind, with the outcome of each question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.gold import GoldQuestion, right_answers
from qa.metrics import Interval, hit, interval, ndcg, reciprocal_rank
from qa.service import Answerer
from qa.types import Verdict

_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question's outcome. `ranks` are those of the right passages, from 1; `gains` of each gold answer's first."""

    id: str
    language: str
    kind: str
    answerable: bool
    answered: bool
    ranks: tuple[int, ...]
    gains: tuple[int, ...]
    answers: int


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of a group of questions; the ranking's over the answerable ones.

    `wrong_verdict` is the share of unanswerable questions that were answered and of answerable ones that were refused,
    whichever the group holds (of all: both).
    """

    name: str
    questions: int
    hit_1: Interval
    hit_3: Interval
    hit_5: Interval
    hit_10: Interval
    mrr: Interval
    ndcg_10: Interval
    wrong_verdict: Interval


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All groups, and every question's outcome in the order asked."""

    groups: tuple[Group, ...]
    outcomes: tuple[Outcome, ...]


def evaluate(
    answerer: Answerer, gold: Sequence[GoldQuestion], progress: Callable[[int, int], None] | None = None
) -> Evaluation:
    """Ask every question for ten passages and compare with its gold answers."""
    outcomes = []
    for number, question in enumerate(gold, start=1):
        outcomes.append(_outcome(answerer, question))
        if progress:
            progress(number, len(gold))
    return Evaluation(tuple(group_outcomes(outcomes)), tuple(outcomes))


def _outcome(answerer: Answerer, question: GoldQuestion) -> Outcome:
    answer = answerer.ask(question.question, _DEPTH)
    ranks: list[int] = []
    first: dict[int, int] = {}
    for passage in answer.passages:
        given = right_answers(passage.letter.file, passage.text, question.answers)
        if given:
            ranks.append(passage.rank)
        for position in given:
            first.setdefault(position, passage.rank)
    return Outcome(
        id=question.id,
        language=question.language.value,
        kind=question.kind,
        answerable=bool(question.answers),
        answered=answer.verdict is Verdict.ANSWERED,
        ranks=tuple(ranks),
        gains=tuple(first.values()),
        answers=len(question.answers),
    )


def group_outcomes(outcomes: Sequence[Outcome]) -> list[Group]:
    """The groups to report: by language, by language and kind, unanswerable apart, and all."""
    answerable = [outcome for outcome in outcomes if outcome.answerable]
    groups = [_group("all answerable", answerable)]
    for language in sorted({outcome.language for outcome in answerable}):
        spoken = [outcome for outcome in answerable if outcome.language == language]
        groups.append(_group(language, spoken))
        groups += [
            _group(f"{language} {kind}", [outcome for outcome in spoken if outcome.kind == kind])
            for kind in sorted({outcome.kind for outcome in spoken})
        ]
    unanswerable = [outcome for outcome in outcomes if not outcome.answerable]
    if unanswerable:
        groups.append(_group("unanswerable", unanswerable))
    return groups


def _group(name: str, outcomes: Sequence[Outcome]) -> Group:
    return Group(
        name=name,
        questions=len(outcomes),
        hit_1=interval([hit(outcome.ranks, 1) for outcome in outcomes]),
        hit_3=interval([hit(outcome.ranks, 3) for outcome in outcomes]),
        hit_5=interval([hit(outcome.ranks, 5) for outcome in outcomes]),
        hit_10=interval([hit(outcome.ranks, 10) for outcome in outcomes]),
        mrr=interval([reciprocal_rank(outcome.ranks) for outcome in outcomes]),
        ndcg_10=interval([ndcg(outcome.gains, outcome.answers) for outcome in outcomes]),
        wrong_verdict=interval([float(outcome.answerable != outcome.answered) for outcome in outcomes]),
    )
