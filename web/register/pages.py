"""What the pages of the register show, ready to be written out."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from flask import abort, render_template
from flask_babel import gettext, ngettext

from corpus.types import CommitmentKind, CommitmentStatus
from qa.commitments.book import CommitmentBook
from qa.commitments.proving import prove_mentions
from qa.commitments.states import OF_MOTIES, OF_PROMISES
from qa.commitments.types import Choice, Correction, Entry, EntryFilters, Options, Standing
from web.addresses import Address
from web.labels import day, dossier_number
from web.register.asking import STANDINGS
from web.register.exports import newest
from web.register.history import address_of, facts, history, made_before, official_facts, page_words
from web.register.listing import DueGroup
from web.register.words import (
    correction_name,
    due_words,
    kind_name,
    members,
    number,
    promiser,
    source_name,
    standing_name,
    status_name,
)
from web.services import current_services

_MOST_SUGGESTED = 400  # names that a field suggests
_MOST_TO_MERGE = 25
_MONTH, _YEAR = 30, 365  # days
NOTHING_TYPED: Mapping[str, str] = MappingProxyType({})
_STANDING_WORDS = {standing: word for word, standing in STANDINGS.items()}


@dataclass(frozen=True, slots=True)
class RowView:
    """An entry in a list. `mark` is how its standing is called in addresses and in the style sheet.

    `address` is where the newest letter that speaks of it says so, None without a letter.
    """

    id: str
    kind: str
    what: str
    to: str
    by: str
    ministry: str
    number: str
    due: str
    due_iso: str
    mark: str
    standing: str
    status: str
    wrong: bool
    corrected: bool
    address: Address | None
    page: str


@dataclass(frozen=True, slots=True)
class DueView:
    """An entry on the timeline; `when` says in words how long ago or how soon."""

    row: RowView
    when: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """One stretch of the timeline; `more` entries are not shown, but with these filters."""

    mark: str
    title: str
    found: int
    due: tuple[DueView, ...]
    more: int
    filters: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction in words. `orphan` when no entry of this generation is the one that it is about."""

    id: int
    says: str
    by: str
    reason: str
    made: str
    entry: str
    what: str
    withdrawn: str
    orphan: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form of the filters offers."""

    people: Sequence[Choice]
    parties: Sequence[Choice]
    ministries: Sequence[Choice]
    dossiers: Sequence[tuple[str, str]]
    statuses: Sequence[tuple[str, str]]
    standings: Sequence[tuple[str, str]]


def current_book() -> CommitmentBook:
    """The register of the app that handles this request; without one its pages do not exist."""
    book = current_services().book
    if book is None:
        abort(404)
    return book


def filter_choices(options: Options) -> Choices:
    """The values that there are, most frequent first."""
    return Choices(
        people=options.people[:_MOST_SUGGESTED],
        parties=options.parties,
        ministries=options.ministries,
        dossiers=[(each.value, dossier_number(each.value)) for each in options.dossiers[:_MOST_SUGGESTED]],
        statuses=[(status.value, status_name(status)) for status in CommitmentStatus],
        standings=[(word, standing_name(standing)) for word, standing in STANDINGS.items()],
    )


def row_of(entry: Entry) -> RowView:
    """An entry as a row."""
    mention = newest(entry)
    return RowView(
        id=entry.id,
        kind=kind_name(entry.kind),
        what=entry.what,
        to=members(entry),
        by=promiser(entry),
        ministry=entry.ministry,
        number=number(entry),
        due=due_words(entry),
        due_iso=entry.due_date.isoformat() if entry.due_date else "",
        mark=_STANDING_WORDS[entry.standing],
        standing=standing_name(entry.standing),
        status=status_name(entry.status),
        wrong=entry.wrong,
        corrected=bool(entry.corrections),
        address=address_of(mention) if mention is not None else None,
        page=page_words(mention) if mention is not None else "",
    )


def timeline_view(groups: Sequence[DueGroup]) -> list[GroupView]:
    """The timeline in words."""
    titles = {
        "overdue": gettext("Overdue"),
        "soon": gettext("Due within two weeks"),
        "next": gettext("Due within six weeks"),
        "later": gettext("Due later"),
    }
    return [
        GroupView(
            mark=group.name,
            title=titles[group.name],
            found=group.found,
            due=tuple(DueView(row_of(each.entry), _distance(each.days)) for each in group.first),
            more=group.found - len(group.first),
            filters=_filters_of(group),
        )
        for group in groups
    ]


def _filters_of(group: DueGroup) -> Mapping[str, str]:
    """What narrows the list to a stretch of the timeline, and to what stands before it."""
    if group.name == "overdue":
        return {"stand": _STANDING_WORDS[Standing.OVERDUE]}
    bounded = {"voor": group.end.isoformat()} if group.end != datetime.date.max else {}
    return {"stand": _STANDING_WORDS[Standing.OPEN], **bounded}


def _distance(days: int) -> str:
    """How long ago or how soon in words; days, from two months on months, from two years on years."""
    if days == 0:
        return str(gettext("today"))
    size = abs(days)
    if size >= 2 * _YEAR:
        length = ngettext("%(num)s year", "%(num)s years", size // _YEAR)
    elif size >= 2 * _MONTH:
        length = ngettext("%(num)s month", "%(num)s months", size // _MONTH)
    else:
        length = ngettext("%(num)s day", "%(num)s days", size)
    return str(gettext("%(length)s late", length=length) if days < 0 else gettext("in %(length)s", length=length))


def entry_page(entry: Entry, *, problem: str = "", form: str = "", typed: Mapping[str, str] = NOTHING_TYPED) -> str:
    """The page of an entry; `problem` says why the form of that name could not be taken, `typed` is what it said.

    Raises WrongCitation where a letter does not hold a quote that is shown.
    """
    book = current_book()
    prove_mentions(entry.mentions, current_services().store.load)
    related = [other for other in (book.entry(each) for each in entry.related) if other is not None]
    fitting = OF_PROMISES if entry.kind is CommitmentKind.TOEZEGGING else OF_MOTIES
    return render_template(
        "register/entry.html",
        entry=entry,
        row=row_of(entry),
        source=source_name(entry.status_source),
        late=_distance((entry.due_date - book.today()).days)
        if entry.due_date and entry.standing is Standing.OVERDUE
        else "",
        facts=facts(entry),
        made_before=made_before(entry),
        events=history(entry),
        official=official_facts(entry.official) if entry.official else [],
        related=[row_of(other) for other in related],
        corrections=[correction_view(each) for each in entry.corrections],
        statuses=[(status.value, status_name(status)) for status in CommitmentStatus if status in fitting],
        mergeable=[row_of(other) for other in _mergeable(book, entry)],
        problem=problem,
        form=form,
        typed=typed,
    )


def correction_view(correction: Correction) -> CorrectionView:
    """A correction in words, with what its entry is about."""
    entry = current_book().entry(correction.entry) if correction.entry is not None else None
    return CorrectionView(
        id=correction.id,
        says=correction_name(correction.kind, correction.status),
        by=correction.by,
        reason=correction.reason,
        made=day(correction.made.date()),
        entry=correction.entry or "",
        what=(entry.what or entry.id) if entry is not None else "",
        withdrawn=day(correction.withdrawn.date()) if correction.withdrawn else "",
        orphan=correction.entry is None and correction.withdrawn is None,
    )


def _mergeable(book: CommitmentBook, entry: Entry) -> list[Entry]:
    """Entries that may be the same: beside it, of the same members, or of the same letters."""
    found: dict[str, Entry] = {each.id: each for each in (book.entry(other) for other in entry.related) if each}
    named = [person.name for person in entry.to if person.name and person.name != "Kamer"]
    letters = {each.letter.id for each in entry.mentions}
    for name in named:
        found |= {each.id: each for each in book.entries(EntryFilters(person=name))}
    if not named:
        same = book.entries(EntryFilters(kind=entry.kind))
        found |= {each.id: each for each in same if not letters.isdisjoint(other.letter.id for other in each.mentions)}
    found.pop(entry.id, None)
    ordered = sorted(found.values(), key=lambda each: each.kind is not entry.kind)
    return ordered[:_MOST_TO_MERGE]
