"""Entries made of their mentions, as they stand on one day."""

import datetime
from collections.abc import Callable, Mapping, Sequence

from corpus.government import find_ministry
from corpus.names import split_name
from corpus.parties import find_party
from corpus.people import merge, recognise
from corpus.types import CommitmentKind, Person, Reference, ReferenceKind
from index.register import age
from index.types import StoredCommitment
from qa.commitments.corrections import Kept
from qa.commitments.grouping import Group
from qa.commitments.states import Said, due_of, said_by_mentions, said_by_register, settle, standing
from qa.commitments.types import Correction, CorrectionKind, Entry, Mention, OfficialRow, Source

KAMER = "Kamer"
_SENDER = "afzender"
# What begins so says that something was promised before it says what; another mention tells it better.
_RECALLING = ("hiermee", "hierbij", "zoals", "conform", "aan deze", "deze toezegging", "daarmee", "met deze brief")


class EntryMaker:
    """Makes the entries of one day."""

    def __init__(
        self,
        cite: Callable[[StoredCommitment], str],
        today: datetime.date,
        numbers: Mapping[int, tuple[str | None, str | None]],
    ) -> None:
        """`cite` gives the citation of a mention; `numbers` what each correction is about now, and what it merged."""
        self._cite = cite
        self._today = today
        self._numbers = numbers

    def make(self, group: Group) -> Entry:
        """The entry of a group; of one that people called wrong as it would be otherwise."""
        wrong = group.marked_wrong
        stored = sorted(group.wrong if wrong else group.mentions, key=lambda each: age(each.letter, each.commitment))
        mentions = tuple(Mention(each.letter, each.commitment, self._cite(each)) for each in stored)
        official = group.official if wrong or not group.official_wrong else None
        kind = _kind(mentions)
        status, source = settle(
            [
                *said_by_mentions(kind, mentions),
                *(said_by_register(official) if official else []),
                *[_said(each) for each in group.corrections if each.kind is CorrectionKind.STATUS],
            ]
        )
        due, due_date = due_of(mentions, official)
        by, by_person = _promiser(mentions, official)
        occasion, occasion_date = _occasion(mentions, official)
        return Entry(
            id=group.id,
            kind=kind,
            what=_what(mentions, official),
            to=_to(kind, mentions, official),
            by=by,
            by_person=by_person,
            ministry=_ministry(mentions, by, official),
            occasion=occasion,
            occasion_date=occasion_date,
            references=_references(mentions),
            status=status,
            status_source=source,
            standing=standing(status, due_date, self._today),
            due=due,
            due_date=due_date,
            mentions=mentions,
            official=official,
            corrections=tuple(self.correction(each) for each in group.corrections),
            wrong=wrong,
        )

    def correction(self, kept: Kept) -> Correction:
        """A correction as it is shown."""
        entry, other = self._numbers.get(kept.id, (None, None))
        return Correction(
            id=kept.id,
            kind=kept.kind,
            entry=entry,
            by=kept.by,
            reason=kept.reason,
            made=kept.made,
            status=kept.status,
            other=other,
            withdrawn=kept.withdrawn,
        )


def _said(kept: Kept) -> Said:
    assert kept.status is not None
    return Said(kept.status, kept.made.date(), Source.PERSON, turn=kept.id)


def _kind(mentions: Sequence[Mention]) -> CommitmentKind:
    """A promise to do what a motie asks goes with the motie."""
    moties = any(each.commitment.kind is CommitmentKind.MOTIE for each in mentions)
    return CommitmentKind.MOTIE if moties else CommitmentKind.TOEZEGGING


def _of_kind(kind: CommitmentKind, mentions: Sequence[Mention]) -> list[Mention]:
    return [each for each in mentions if each.commitment.kind is kind]


def _what(mentions: Sequence[Mention], official: OfficialRow | None) -> str:
    lines = [each.commitment.what for each in _of_kind(_kind(mentions), mentions) if each.commitment.what]
    telling = [line for line in lines if not line.casefold().startswith(_RECALLING)]
    return next(iter([*telling, *([official.text] if official else []), *lines]), "")


def _to(kind: CommitmentKind, mentions: Sequence[Mention], official: OfficialRow | None) -> tuple[Person, ...]:
    """All members named, each once; the Kamer where it alone is."""
    people = [person for each in _of_kind(kind, mentions) for person in each.commitment.to]
    people += [_member(written) for written in official.members] if official else []
    members = merge(person for person in people if person.name != KAMER)
    return members or tuple(dict.fromkeys(person for person in people if person.name == KAMER))


def _member(written: str) -> Person:
    """A member as the official register writes one: "Aartsen, A.A. (VVD)", or a party alone."""
    name, _, bracketed = written.partition("(")
    party = find_party(bracketed.strip(" )"))
    if not party and find_party(written):
        return Person(find_party(written))
    first, surname = split_name(name.strip())
    return Person(surname, first, party, "Kamerlid")


def _promiser(mentions: Sequence[Mention], official: OfficialRow | None) -> tuple[str, Person | None]:
    """Who promised, as the oldest mention that knows the person says it."""
    promises = _of_kind(CommitmentKind.TOEZEGGING, mentions)
    known = [each for each in promises if each.commitment.by_person is not None]
    for each in (*known, *promises):
        if each.commitment.by:
            return each.commitment.by, each.commitment.by_person or _named(each.commitment.by)
    return (official.by, _named(official.by)) if official is not None else ("", None)


def _named(by: str) -> Person | None:
    """The person whom the words for who promised name: "Minister De Jonge"."""
    return next((mention.person for mention in recognise(by)), None)


def _ministry(mentions: Sequence[Mention], by: str, official: OfficialRow | None) -> str:
    """The ministry of who promised; else that of the newest letter that is about it."""
    if official is not None and official.ministry:
        return find_ministry(official.ministry) or official.ministry
    named = find_ministry(by) if by != _SENDER else ""
    return named or next(
        (each.letter.metadata.ministry for each in reversed(mentions) if each.letter.metadata.ministry), ""
    )


def _occasion(mentions: Sequence[Mention], official: OfficialRow | None) -> tuple[str, datetime.date | None]:
    made = [each.commitment for each in mentions if each.commitment.occasion]
    dated = [each for each in made if each.occasion_date is not None]
    for each in (*dated, *made):
        return each.occasion, each.occasion_date
    return (official.occasion, official.made) if official is not None else ("", None)


def _references(mentions: Sequence[Mention]) -> tuple[Reference, ...]:
    """What its mentions cite, each once; a motie that is a document of its own is cited by it."""
    found: dict[tuple[ReferenceKind, str, str], Reference] = {}
    for each in mentions:
        own = each.commitment.reference
        if own is not None:
            found.setdefault((own.kind, own.dossier, own.number), own)
    return tuple(found.values())
