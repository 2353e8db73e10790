"""Composing the text of an answer: quotes with their citations, and nothing that no letter says."""

from collections.abc import Sequence

from corpus.references import write
from index.types import Filters
from qa.phrases import phrases
from qa.types import NO_FILTERS, Aim, MissingReference, Passage, Question, RegisterAnswer, Verdict
from qa.understanding.periods import SINCE

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
    narrowed: Filters = NO_FILTERS,
    let_go: Filters = NO_FILTERS,
    mentioned: bool = False,
) -> str:
    """The answer's text, one statement a line; what the register answers is told whole, also beyond the passages.

    `narrowed` is what the question itself narrowed the letters to, so that others were left out without a filter being
    chosen; `let_go` what of that no letter passes. `mentioned` says that the first passages name what is missing.
    """
    said = phrases(question.language)
    lines = [said.missing.format(write(absent.reference)) for absent in missing]
    if missing and not question.content:
        # There is nothing else that passages could answer.
        return "\n".join([*lines, said.mentioned] if mentioned else lines)
    if register is not None:
        lines += register.lines
    elif verdict is Verdict.ANSWERED:
        lines += [_quotation(passage) for passage in _worth_quoting(question, passages)]
    else:
        lines.append(said.not_found if passages else f"{said.not_found} {said.nothing_held}")
        if passages:
            lines.append(said.nearest)
    if let_go != NO_FILTERS:
        lines.append(said.let_go.format(_documents(question, question.narrows)))
    if narrowed != NO_FILTERS:
        lines.append(said.narrowed.format(_documents(question, narrowed)))
    lines += [said.vague.format(words) for words in question.vague]
    if undated:
        lines.append(said.undated[undated > 1].format(undated))
    return "\n".join(lines)


def _documents(question: Question, filters: Filters) -> str:
    """What documents pass, in words: "moties van D66 van vorig jaar (2025-01-01 tot en met 2025-12-31)"."""
    said = phrases(question.language)
    # Kamervragen and letters both go with their answers, moties alone.
    kinds = [name for kind, name in said.kinds.items() if kind in filters.kinds]
    authors = [filters.by_party] if filters.by_party else []
    if filters.ministry:
        authors.append(said.ministry.format(filters.ministry))
    if filters.sender:
        is_office = question.offices and filters.sender == question.offices[0].role
        authors.append(said.the.format(filters.sender) if is_office else filters.sender)
    nouns = kinds or [said.documents if authors else said.letters]
    words = nouns[0] + "".join(said.by.format(author) for author in authors)
    if filters.dossier:
        words += said.dossier.format(filters.dossier)
    period = question.period
    if filters.date_from and filters.date_to and period is not None:
        form = said.since if SINCE.match(period.words) else said.of
        words += form.format(period.words, filters.date_from.isoformat(), filters.date_to.isoformat())
    return words


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
