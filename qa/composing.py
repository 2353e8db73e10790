"""Composing the text of an answer: quotes with their citations, and nothing that no letter says."""

from collections.abc import Sequence

from corpus.references import write
from qa.phrases import phrases
from qa.types import Aim, MissingReference, Passage, Period, Question, RegisterAnswer, Verdict

_QUOTES_OF_A_FACT = 2
_QUOTES_OF_A_LIST = 5
# A further passage is quoted only when it is about as likely to answer as the best one.
_AS_LIKELY = 0.75


def compose(
    question: Question,
    verdict: Verdict,
    passages: Sequence[Passage],
    missing: Sequence[MissingReference],
    undated: int,
    *,
    register: RegisterAnswer | None = None,
    period: Period | None = None,
) -> str:
    """The answer's text, one statement a line; what the register answers is told whole, also beyond the passages.

    `period` is one that the question gave to the letters, so that others were left out without a filter being chosen.
    """
    said = phrases(question.language)
    lines = [said.missing.format(write(absent.reference)) for absent in missing]
    if register is not None:
        lines += register.lines
    elif verdict is Verdict.ANSWERED:
        lines += [_quotation(passage) for passage in _worth_quoting(question, passages)]
    else:
        lines.append(said.not_found if passages else f"{said.not_found} {said.nothing_held}")
        if passages:
            lines.append(said.nearest)
    if period is not None:
        lines.append(said.period.format(period.words, period.start.isoformat(), period.end.isoformat()))
    if undated:
        lines.append(said.undated[undated > 1].format(undated))
    return "\n".join(lines)


def _worth_quoting(question: Question, passages: Sequence[Passage]) -> list[Passage]:
    many = question.aims & {Aim.PROMISE, Aim.MOTION, Aim.LIST}
    most = _QUOTES_OF_A_LIST if many else _QUOTES_OF_A_FACT
    best = passages[0].score
    likely = [passage for passage in _once(passages)[:most] if passage.score >= _AS_LIKELY * best]
    # Where the register knows promises to the people asked about, other talk of promises is no answer.
    return [passage for passage in likely if passage.registered] or likely


def _once(passages: Sequence[Passage]) -> list[Passage]:
    """The passages without those whose words another one quotes before them: passages of a letter may overlap."""
    first: dict[tuple[str, str], Passage] = {}
    for passage in passages:
        first.setdefault((passage.letter.id, _words(passage)), passage)
    return list(first.values())


def _words(passage: Passage) -> str:
    return " ".join(quote.text for quote in passage.quotes)


def _quotation(passage: Passage) -> str:
    return f"“{_words(passage)}” ({passage.citation})"
