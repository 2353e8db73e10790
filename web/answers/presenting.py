"""An answer as the page shows it: the quotations, the passages with their marks, and the addresses of both."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext

from corpus.references import write
from corpus.types import Span
from index.types import LetterRecord
from qa.relations import Relations
from qa.types import Answer, FootNote, ListedEntry, Passage, RegisterAnswer, Remarks, Suggestion, Verdict
from web.addresses import Address
from web.labels import day, kind_label, likelihood
from web.marked.excerpts import Excerpt, excerpt
from web.marked.pieces import joined
from web.related import RelatedLetter, said_later


@dataclass(frozen=True, slots=True)
class Quotation:
    """A line of the answer that quotes the passage with this rank. `copied` is what the copy button takes along."""

    words: str
    citation: str
    copied: str
    rank: int
    address: Address


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of the answer that quotes nothing; `absent` when it says that a reference asked for is not held."""

    text: str
    absent: bool


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage, ready to be written out. `copied` is what the copy button takes along.

    `related` counts the documents that its letter refers to and the letters that refer to it.
    """

    rank: int
    record: LetterRecord
    kind: str
    date: str
    headings: tuple[str, ...]
    question: str
    speaker: str
    excerpt: Excerpt
    citation: str
    copied: str
    address: Address
    pages: str
    likelihood: str
    percentage: int
    notes: tuple[FootNote, ...]
    duplicates: tuple[LetterRecord, ...]
    remarks: Remarks
    later: tuple[RelatedLetter, ...]
    related: int


@dataclass(frozen=True, slots=True)
class ListedQuoteView:
    """One place that speaks of an entry of the register: its words, and where they stand."""

    words: str
    citation: str
    copied: str
    address: Address


@dataclass(frozen=True, slots=True)
class ListedView:
    """An entry of the register in an answer; `first` is the state, `facts` what else is known."""

    entry: str
    number: int
    what: str
    first: str
    facts: str
    quotes: tuple[ListedQuoteView, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """What the register answers: a head that counts, and the entries by state."""

    head: str
    groups: tuple[tuple[str, tuple[ListedView, ...]], ...]
    more: str
    address: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A whole answer. Where the register answers, its entries stand in the place of statements and quotations."""

    language: str
    answered: bool
    statements: tuple[Statement, ...]
    quotations: tuple[Quotation, ...]
    passages: tuple[PassageView, ...]
    suggestions: tuple[Suggestion, ...]
    register: RegisterView | None = None


def present(answer: Answer, relations: Relations | None = None) -> AnswerView:
    """Everything that the page needs of an answer, in the language of the request."""
    quotations: list[Quotation] = []
    statements: list[Statement] = []
    absent = [write(missing.reference) for missing in answer.missing]
    listed = set(answer.register.lines) if answer.register else set()
    for line in filter(None, answer.text.split("\n")):
        if line in listed:
            continue
        quotation = _quotation(line, answer.passages)
        if quotation:
            quotations.append(quotation)
        else:
            statements.append(Statement(line, any(reference in line for reference in absent)))
    return AnswerView(
        language=answer.question.language.value,
        answered=answer.verdict is Verdict.ANSWERED,
        statements=tuple(statements),
        quotations=tuple(quotations),
        passages=tuple(_passage(passage, relations) for passage in answer.passages),
        suggestions=answer.suggestions,
        register=_register(answer.register) if answer.register else None,
    )


def _register(found: RegisterAnswer) -> RegisterView:
    groups = tuple((group.title, tuple(map(_listed, group.entries))) for group in found.groups)
    return RegisterView(found.head, groups, found.more, found.address)


def _listed(listed: ListedEntry) -> ListedView:
    quotes = tuple(
        ListedQuoteView(
            words,
            quote.citation,
            quote_with_citation(words, quote.citation),
            Address(quote.letter.id, quote.letter.reading, (quote.quote.span,), quote.in_notes),
        )
        for quote in listed.quotes
        for words in [" ".join(quote.quote.text.split())]
    )
    state, *others = listed.facts or ("",)
    return ListedView(listed.entry, listed.number, listed.what, state, "; ".join(others), quotes)


def asked_for(answer: Answer) -> LetterRecord | None:
    """The document that is all that the question asks for; None when it asks more or finds another one."""
    if answer.question.content or not answer.passages:
        return None
    best = answer.passages[0].letter
    named = {reference.identifier for reference in answer.question.references}
    own = best.metadata.reference
    return best if own is not None and own.identifier in named else None


def by_date(passages: Iterable[PassageView]) -> tuple[PassageView, ...]:
    """The passages with the newest letters first, those without a date last; what is equal stays in order."""
    return tuple(sorted(passages, key=lambda passage: passage.record.metadata.date or datetime.date.min, reverse=True))


def quote_with_citation(words: str, citation: str) -> str:
    """A quotation as it is pasted into a text."""
    return f"“{words}” ({citation})"


def _quotation(line: str, passages: Iterable[Passage]) -> Quotation | None:
    """The quotation that a line holds: words of a passage, then its citation in brackets."""
    for passage in passages:
        words = _quoted(passage)
        if words in line and line.endswith(f"({passage.citation})"):
            copied = quote_with_citation(words, passage.citation)
            return Quotation(words, passage.citation, copied, passage.rank, _address(passage))
    return None


def _passage(passage: Passage, relations: Relations | None) -> PassageView:
    metadata = passage.letter.metadata
    marks = [
        Span(span.start - passage.start, span.end - passage.start) for span in (quote.span for quote in passage.quotes)
    ]
    return PassageView(
        rank=passage.rank,
        record=passage.letter,
        kind=kind_label(metadata.kind),
        date=day(metadata.date),
        headings=passage.headings,
        question=passage.question,
        speaker=passage.speaker,
        excerpt=excerpt(passage.text, joined(passage.text, marks)),
        citation=passage.citation,
        copied=quote_with_citation(_quoted(passage), passage.citation),
        address=_address(passage),
        pages=_pages(passage),
        likelihood=likelihood(passage.score),
        percentage=min(max(round(100 * passage.score), 1), 99),
        notes=passage.notes,
        duplicates=tuple(
            record
            for record in passage.duplicates
            if record not in passage.remarks.forms and record not in passage.remarks.replaces
        ),
        remarks=passage.remarks,
        later=said_later(relations, passage) if relations is not None else (),
        related=relations.count(passage.letter.id) if relations is not None else 0,
    )


def _quoted(passage: Passage) -> str:
    return " ".join(quote.text for quote in passage.quotes) or passage.text


def _address(passage: Passage) -> Address:
    spans = [quote.span for quote in passage.quotes] or [Span(passage.start, passage.end)]
    inside = [Span(span.start - passage.start, span.end - passage.start) for span in spans]
    shown = [Span(span.start + passage.start, span.end + passage.start) for span in joined(passage.text, inside)]
    return Address(passage.letter.id, passage.letter.reading, tuple(shown), passage.in_notes)


def _pages(passage: Passage) -> str:
    """The file pages of the quoted words, in words; "" for a format without pages."""
    page = passage.quotes[0].page if passage.quotes else passage.page
    return gettext("page %(number)s", number=page) if page else ""
