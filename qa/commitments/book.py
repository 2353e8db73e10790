"""The register of promises and moties across letters, as it stands today, with what people corrected."""

import datetime
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.references import cite
from corpus.types import CommitmentKind, CommitmentStatus, Letter
from index.types import Edition, LetterRecord, SearchIndex, StoredCommitment
from qa.citing import citation
from qa.commitments.anchors import Anchor, anchor_of, official_anchor
from qa.commitments.corrections import CorrectionStore
from qa.commitments.grouping import Group, Grouped, Grouping
from qa.commitments.in_forms import in_every_form, said_once
from qa.commitments.making import EntryMaker
from qa.commitments.official import OfficialRegister
from qa.commitments.related import with_related
from qa.commitments.selecting import Selection
from qa.commitments.states import OF_MOTIES, OF_PROMISES
from qa.commitments.types import Correction, CorrectionKind, Entry, EntryFilters, Options
from qa.database import Database
from qa.errors import BadCorrection, UnknownEntry
from qa.sources import Letters, Library


@dataclass(frozen=True, slots=True)
class _Key:
    """What the register follows from."""

    edition: Edition
    corrections: tuple[int, int, int]
    official: int
    day: datetime.date


@dataclass(frozen=True, slots=True)
class _Day:
    """The register as it stands under one key; `made` are the groups with their entries, without what is related."""

    key: _Key
    made: Mapping[str, tuple[Group, Entry]]
    selection: Selection
    grouped: Grouped
    orphans: tuple[Correction, ...]
    corrections: tuple[Correction, ...]


class CommitmentBook:
    """The register, made anew whenever a generation, a correction, an import or the day changes. Safe for threads.

    All methods that read raise what the library raises when nothing was built.
    """

    def __init__(
        self,
        library: Library,
        letters: Letters,
        database: Database,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        """`today` gives the day on which the state is judged."""
        self._library = library
        self._letters = letters
        self.today = today
        self._store = CorrectionStore(database)
        self._official = OfficialRegister(database)
        self._guard = threading.Lock()
        self._day: _Day | None = None
        self._labels: dict[tuple[str, str], Letter] = {}

    def entries(self, filters: EntryFilters = EntryFilters()) -> Sequence[Entry]:  # noqa: B008 - a frozen value
        """The entries that pass the filters: overdue first, then open by due date, not known, closed."""
        return self._now().selection.select(filters)

    def entry(self, entry: str) -> Entry | None:
        """One entry, also by an id that it had before it was merged; None where there is none."""
        day = self._now()
        return day.selection.get(day.grouped.names.get(entry, entry))

    def options(self) -> Options:
        """What the entries can be filtered by."""
        return self._now().selection.options

    def prepare(self) -> None:
        """Make all that the first visitor of the register would wait for."""
        self.options()
        self.entries(EntryFilters(text="-"))

    def corrections(self) -> Sequence[Correction]:
        """All corrections ever made, newest first, those taken back too."""
        return self._now().corrections

    def orphans(self) -> Sequence[Correction]:
        """The corrections in force whose words no letter of this generation holds, oldest first."""
        return self._now().orphans

    def mark_wrong(self, entry: str, by: str, reason: str) -> int:
        """Say that an entry is no promise or motie; returns the correction's number.

        Raises UnknownEntry, BadCorrection; so do the other methods that correct.
        """
        return self._store.add(CorrectionKind.WRONG, self._anchors(entry), by=by, reason=reason)

    def set_status(self, entry: str, status: CommitmentStatus, by: str, reason: str) -> int:
        """Say how far an entry is today; a letter of a later day that says otherwise counts above it."""
        kind = self._known(entry).kind
        fitting = OF_PROMISES if kind is CommitmentKind.TOEZEGGING else OF_MOTIES
        if status not in fitting:
            raise BadCorrection(
                f"Een {kind} kan niet '{status}' zijn. / A {kind} cannot be '{status}': "
                f"{', '.join(sorted(each.value for each in fitting))}."
            )
        return self._store.add(CorrectionKind.STATUS, self._anchors(entry), by=by, reason=reason, status=status)

    def merge(self, entry: str, other: str, by: str, reason: str) -> int:
        """Say that two entries are one."""
        own, others = self._known(entry), self._known(other)
        if own.id == others.id:
            raise BadCorrection("Dit is al dezelfde toezegging of motie. / This is the same entry already.")
        anchors = self._anchors(own.id), self._anchors(others.id)
        return self._store.add(CorrectionKind.MERGE, anchors[0], by=by, reason=reason, others=anchors[1])

    def withdraw(self, correction: int, by: str) -> None:
        """Take a correction back; it stays on record. Raises UnknownEntry where none is in force by this number."""
        self._store.withdraw(correction, by)

    def _known(self, entry: str) -> Entry:
        found = self.entry(entry)
        if found is None:
            raise UnknownEntry(f"Er is geen toezegging of motie {entry}. / There is no entry {entry}.")
        return found

    def _anchors(self, entry: str) -> list[Anchor]:
        found = self._known(entry)
        held = [anchor_of(StoredCommitment(found.id, each.letter, each.commitment)) for each in found.mentions]
        return [*held, *([official_anchor(found.official.number)] if found.official else [])]

    # ------------------------------------------------------------------------------------------------ one day

    def _now(self) -> _Day:
        generation = self._library.current()
        key = _Key(generation.info.edition, self._store.version(), self._official.version(), self.today())
        with self._guard:
            if self._day is None or self._day.key != key:
                self._day = self._make(generation, key)
            return self._day

    def _make(self, generation: SearchIndex, key: _Key) -> _Day:
        kept = [in_every_form(each, generation.forms) for each in self._store.all()]
        grouped = Grouping(said_once(generation.commitments, generation.forms), self._official.rows()).run(kept)
        about = {each.id: (grouped.entries[each.id], grouped.others[each.id]) for each in kept}
        maker = EntryMaker(self._cite, key.day, about)
        entries = {group.id: (group, self._entry(group, maker, key)) for group in grouped.groups.values()}
        before = self._day if self._day is not None and self._day.key.edition == key.edition else None
        related = with_related([entry for _, entry in entries.values()])
        selection = Selection(related, generation.belonging.party, before.selection if before is not None else None)
        made = [maker.correction(each) for each in kept]
        return _Day(
            key,
            entries,
            selection,
            grouped,
            tuple(each for each in made if each.entry is None and each.withdrawn is None),
            tuple(reversed(made)),
        )

    def _entry(self, group: Group, maker: EntryMaker, key: _Key) -> Entry:
        """The entry of a group; the one made before where nothing of it changed, which is most of them on one day."""
        if self._day is not None and self._day.key.day == key.day and not group.corrections:
            old, entry = self._day.made.get(group.id, (None, None))
            if old == group and entry is not None:
                return entry
        return maker.make(group)

    def _cite(self, stored: StoredCommitment) -> str:
        """The citation of a mention; a format without pages needs no look into the letter."""
        if stored.letter.pages is None or stored.commitment.page is None:
            return cite(stored.letter.metadata, "")
        letter = replace(self._letter(stored.letter), metadata=stored.letter.metadata)
        return citation(letter, stored.commitment.page)

    def _letter(self, record: LetterRecord) -> Letter:
        key = (record.id, record.reading)
        if key not in self._labels:
            self._labels[key] = self._letters.load(*key)
        return self._labels[key]
