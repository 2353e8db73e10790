"""The values of an answer: the question as understood, the passages, the answer itself.

This module imports only the standard library and the types of `corpus` and `index`.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from corpus.types import Kind, Person, Reference, Span
from index.types import Filters, GenerationInfo, LetterRecord, StoredChunk

NO_FILTERS = Filters()


class Language(StrEnum):
    """The language of a question."""

    DUTCH = "nl"
    ENGLISH = "en"


class Aim(StrEnum):
    """What a question asks for."""

    PROMISE = "promise"
    MOTION = "motion"
    DEADLINE = "deadline"
    LIST = "list"
    AMOUNT = "amount"
    FACT = "fact"


class Verdict(StrEnum):
    """Whether there is evidence; the value stands in the JSON."""

    ANSWERED = "answered"
    NO_EVIDENCE = "no_evidence"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, and the words of the question that say it."""

    start: datetime.date
    end: datetime.date
    words: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A known name that is spelt nearly like a word of the question, and the question with that name in its place.

    `placed` says that the word stands where names stand: "het lid Aartsem", not "het Janssen-vaccin".
    """

    typed: str
    name: str
    question: str
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question as understood. `content` is the text without its references, "" when nothing else is asked.

    `offices` are people whose name is their role, `ministries` full names; `kinds` are the kinds of document that are
    named. `of_letters` says that the period is about the date of the letters ("moties uit 2024"), not about what they
    tell. `narrows` is what the question itself narrows the letters to, that period included; `vague` are words that
    mean a period without telling which days. `respelt` are the words that were read as a name that the letters know;
    `content` has that name.
    """

    text: str
    language: Language
    content: str
    aims: frozenset[Aim] = frozenset()
    references: tuple[Reference, ...] = ()
    people: tuple[Person, ...] = ()
    period: Period | None = None
    offices: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    ministries: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    of_letters: bool = False
    narrows: Filters = NO_FILTERS
    vague: tuple[str, ...] = ()
    respelt: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """The sentences of a passage that answer: a span in the same text as the passage, its words, its page."""

    span: Span
    text: str
    page: int | None


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note anchored in a passage, shown under it."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class CorrectedValue:
    """What somebody put in the place of what was read of a letter: `was` is what the reader says, `now` what holds.

    `field` is the name of what was corrected, as `qa.metadata` has it; "" in `was` or `now` is what is not known.
    """

    number: int
    field: str
    was: str
    now: str
    by: str
    reason: str
    made: datetime.datetime


@dataclass(frozen=True, slots=True)
class Remarks:
    """What must be said with a letter wherever it is shown or cited.

    `forms` are the other forms of the letter, the one to cite first; `replaced_by` is its newest version and `replaces`
    are the versions that it came directly after, in the form to cite. `corrected` is what people corrected in it.
    """

    forms: tuple[LetterRecord, ...] = ()
    replaced_by: LetterRecord | None = None
    replaces: tuple[LetterRecord, ...] = ()
    corrected: tuple[CorrectedValue, ...] = ()


NO_REMARKS = Remarks()


@dataclass(frozen=True, slots=True)
class Passage:
    """One cited passage. `score` is the calibrated probability that it answers the question.

    `reading` is the version of the letter's reading that `start` and `end` count in; with `letter` it makes the
    passage's address. `registered` says that it holds a promise to or by, or a motie of, the people asked about, in a
    question that asks for those. `quotes` are the sentences to mark, `citation` is for the page of the first of them.
    """

    rank: int
    letter: LetterRecord
    position: int
    start: int
    end: int
    in_notes: bool
    text: str
    page: int | None
    page_end: int | None
    quotes: tuple[Quote, ...]
    citation: str
    score: float
    headings: tuple[str, ...] = ()
    question: str = ""
    speaker: str = ""
    notes: tuple[FootNote, ...] = ()
    duplicates: tuple[LetterRecord, ...] = ()
    registered: bool = False
    remarks: Remarks = NO_REMARKS


@dataclass(frozen=True, slots=True)
class MissingReference:
    """A reference that was asked for and that no letter in the index has."""

    reference: Reference


@dataclass(frozen=True, slots=True)
class ListedQuote:
    """One place in a letter that speaks of a promise or motie, proved, with the citation of its page."""

    letter: LetterRecord
    quote: Quote
    in_notes: bool
    citation: str


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """An entry of the register in an answer: its id, its number there, and its quotes, oldest first.

    `what` is what was promised or asked, `facts` what else is known, the state first, in the question's language.
    """

    entry: str
    number: int
    what: str
    facts: tuple[str, ...]
    quotes: tuple[ListedQuote, ...]

    @property
    def line(self) -> str:
        """All that is known of it on one line."""
        end = "" if self.what.endswith((".", "…", "?", "!")) else "."
        facts = "; ".join(self.facts)
        return f"{self.number}. {self.what}{end} {facts[:1].upper()}{facts[1:]}."


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries of one state, or those beside them, under their title."""

    title: str
    entries: tuple[ListedEntry, ...]


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """What the register of promises and moties answers, in the language of the question.

    `head` counts the entries. `address` is the page of the register that lists them all, `more` the sentence that says
    how many are not named here, "" where all are.
    """

    head: str
    groups: tuple[EntryGroup, ...]
    address: str
    more: str = ""

    @property
    def lines(self) -> list[str]:
        """The same as text, each quote on one line of its own with its citation behind it."""
        lines = [self.head]
        for group in self.groups:
            lines.append(f"{group.title}:")
            for listed in group.entries:
                lines.append(listed.line)
                lines += [f"“{' '.join(each.quote.text.split())}” ({each.citation})" for each in listed.quotes]
        return [*lines, self.more] if self.more else lines


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer to one question, best passage first.

    With `NO_EVIDENCE` the passages are only the nearest ones, for the reader to judge. `text` is extractive: quotes
    and their citations, or the sentence that says that nothing was found, in the language of the question.
    `undated` counts the letters that a date filter left out because they have no date. `filters` are those in force,
    with what the question narrows to; `let_go` is what of that no letter passes, so that it does not count.
    `considered` are the passages that were ranked, from which the filters are counted.
    """

    question: Question
    verdict: Verdict
    text: str
    passages: tuple[Passage, ...]
    filters: Filters
    generation: GenerationInfo
    missing: tuple[MissingReference, ...] = ()
    undated: int = 0
    suggestions: tuple[Suggestion, ...] = ()
    considered: tuple[StoredChunk, ...] = ()
    let_go: Filters = NO_FILTERS
    register: RegisterAnswer | None = None
