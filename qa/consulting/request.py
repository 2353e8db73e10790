"""What a question wants of the register of promises and moties: of whom, about what, how far, due when."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpus.names import fold, surname_parts
from corpus.types import CommitmentKind, Person, Reference, ReferenceKind
from qa.commitments.types import Standing
from qa.consulting import cues
from qa.types import Aim, Period, Question
from qa.understanding.offices import office_words
from qa.understanding.parts import typed_name


class Side(StrEnum):
    """On which side of a promise somebody stands."""

    PROMISED = "promised"
    RECEIVED = "received"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Someone:
    """A person or an office that a question names, as typed names are matched, and on which side."""

    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class RegisterRequest:
    """What is asked of the register; what is empty leaves nothing out.

    `due_from` and `due_to` include their days. `made` is when it was promised or asked. `references` are its own
    number, or a document that tells of it; `dossiers` are in normal form. `subject` are the words of the question,
    folded, that say what it is about.
    """

    kinds: frozenset[CommitmentKind]
    people: tuple[Someone, ...] = ()
    parties: tuple[str, ...] = ()
    standings: frozenset[Standing] = frozenset()
    due_from: datetime.date | None = None
    due_to: datetime.date | None = None
    made: Period | None = None
    references: tuple[Reference, ...] = ()
    dossiers: tuple[str, ...] = ()
    subject: frozenset[str] = frozenset()

    @property
    def narrow(self) -> bool:
        """Whether it asks for less than the whole register."""
        named = self.people or self.parties or self.references or self.dossiers or self.subject
        return bool(named or self.standings or self.due_to or self.due_from)


_WORD = re.compile(r"[\w'’-]+")
_OFFICE = re.compile(r"(?:\w+ )?(?:minister|staatssecretaris|secretary)", re.IGNORECASE)


def request_of(question: Question, sources: Iterable[str]) -> RegisterRequest | None:
    """What a question wants of the register, None where it does not ask it.

    `sources` are the words, or short phrases, that the question is searched with.
    """
    kinds = _kinds(question)
    if not kinds:
        return None
    people = tuple(_people(question))
    due_from, due_to, made = _moments(question)
    return RegisterRequest(
        kinds=kinds,
        people=people,
        parties=question.parties,
        standings=_standings(question),
        due_from=due_from,
        due_to=due_to,
        made=made,
        references=tuple(reference for reference in question.references if reference.number),
        dossiers=tuple(
            reference.dossier for reference in question.references if reference.dossier and not reference.number
        ),
        subject=_subject(question, sources),
    )


def asks_register(question: Question) -> bool:
    """Whether a question asks for promises or moties."""
    return bool(_kinds(question))


def _kinds(question: Question) -> frozenset[CommitmentKind]:
    kinds = set()
    numbered = any(reference.kind is ReferenceKind.TOEZEGGING for reference in question.references)
    if numbered or cues.PROMISE[question.language].search(question.text):
        kinds.add(CommitmentKind.TOEZEGGING)
    if cues.MOTIES[question.language].search(question.text):
        kinds.add(CommitmentKind.MOTIE)
    # "Hoeveel geld is er toegezegd": an amount is no list of promises.
    if Aim.AMOUNT in question.aims and not cues.MANY.search(question.text):
        kinds.clear()
    return frozenset(kinds)


def _people(question: Question) -> Iterable[Someone]:
    for person in question.people:
        yield Someone(typed_name(person), _side(question.text, _place(question.text, person)))
    if not question.people:
        office = _OFFICE.search(question.text)
        for each in question.offices:
            yield Someone(each.role, _side(question.text, office.start() if office else -1))


def _place(text: str, person: Person) -> int:
    """Where the name stands in the question; -1 where it is spelt otherwise."""
    parts = {*surname_parts(person.name), *fold(person.name).split()[-1:]}
    for match in _WORD.finditer(text):
        word = fold(match.group())
        if word in parts or word.rpartition("-")[2] in parts:
            return match.start()
    return -1


def _side(text: str, place: int) -> Side:
    """By the word before the name: "aan het lid X" received, "heeft minister X toegezegd" promised."""
    words = [fold(match.group()) for match in _WORD.finditer(text[: max(place, 0)])]
    while words and words[-1] in cues.TITLES:
        words.pop()
    if words and words[-1] in cues.TO:
        return Side.RECEIVED
    return Side.PROMISED if words and words[-1] in cues.BY_WORDS else Side.EITHER


def _standings(question: Question) -> frozenset[Standing]:
    """Of a list only: "is de toezegging nagekomen?" asks how far it is, whatever that is."""
    text = question.text
    if not cues.MANY.search(text):
        return frozenset()
    if cues.OVERDUE.search(text):
        return frozenset({Standing.OVERDUE})
    if cues.NOT_YET.search(text) or cues.OPEN.search(text):
        return frozenset({Standing.OVERDUE, Standing.OPEN})
    if cues.CLOSED.search(text) and not cues.MUST.search(text):
        return frozenset({Standing.CLOSED})
    return frozenset()


def _moments(question: Question) -> tuple[datetime.date | None, datetime.date | None, Period | None]:
    """From when and until when it is due, and when it was made; a period of the letters' dates is neither."""
    period = question.period
    if period is None or question.of_letters:
        return None, None, None
    before = question.text[: question.text.find(period.words)]
    if cues.BEFORE.search(before) and (cues.DUE.search(question.text) or cues.MANY.search(question.text)):
        return None, period.start - datetime.timedelta(days=1), None
    if cues.BY.search(before):
        return None, period.end, None
    if cues.DUE.search(question.text):
        return period.start, period.end, None
    return None, None, period if cues.MADE.search(before) else None


def _subject(question: Question, sources: Iterable[str]) -> frozenset[str]:
    names = {
        part for person in question.people for part in re.findall(r"[\w'’-]+", fold(f"{person.first} {person.name}"))
    }
    names |= {part for name in names for part in name.split("-")}
    names |= {word for office in question.offices for word in re.findall(r"\w+", fold(office.role))}
    names |= office_words(question.text)
    names |= {word for party in question.parties for word in re.findall(r"[\w-]+", fold(party))}
    if question.period is not None:
        names |= set(re.findall(r"\w+", fold(question.period.words)))
    aside = cues.BESIDE | names
    return frozenset(
        source
        for source in sources
        if not all(word in aside or word.isdigit() for word in re.findall(r"[\w'’-]+", fold(source)))
    )
