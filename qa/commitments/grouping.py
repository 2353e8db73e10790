"""Which mentions make one entry: as the generation has them, with what people merged and marked wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from index.types import StoredCommitment
from qa.commitments.anchors import Anchor, Anchors
from qa.commitments.corrections import Kept
from qa.commitments.types import CorrectionKind, OfficialRow


@dataclass(slots=True)
class Group:
    """The mentions of one entry, the row of the official register, and the corrections in force that touch it."""

    id: str
    mentions: list[StoredCommitment] = field(default_factory=list)
    wrong: list[StoredCommitment] = field(default_factory=list)
    official: OfficialRow | None = None
    official_wrong: bool = False
    corrections: list[Kept] = field(default_factory=list)

    @property
    def marked_wrong(self) -> bool:
        """Whether nothing is left of it that nobody called wrong."""
        return not self.mentions and (self.official is None or self.official_wrong)


@dataclass(frozen=True, slots=True)
class Grouped:
    """All groups by id; `names` leads from each id that was ever part of one to the id it has now.

    `entries` says which entry each correction is about now, None of one whose mentions are gone, and `others` the same
    for the entry that was merged.
    """

    groups: Mapping[str, Group]
    names: Mapping[str, str]
    entries: Mapping[int, str | None]
    others: Mapping[int, str | None]


class Grouping:
    """Puts mentions and official rows into groups and applies the corrections, in the order they were made."""

    def __init__(self, stored: Sequence[StoredCommitment], official: Iterable[OfficialRow]) -> None:
        """`stored` are all mentions of a generation, `official` the rows of the official register."""
        self._stored = stored
        self._anchors = Anchors(stored)
        self._groups: dict[str, Group] = {}
        for each in stored:
            self._groups.setdefault(each.entry, Group(each.entry)).mentions.append(each)
        for row in official:
            self._groups.setdefault(row.number, Group(row.number)).official = row
        self._parent: dict[str, str] = {}

    def run(self, corrections: Sequence[Kept]) -> Grouped:
        """The groups, with `corrections` (all ever made, oldest first) applied where they are in force."""
        at = {each.id: self._find(each.anchors) for each in corrections}
        merged_with = {each.id: self._find(each.others) for each in corrections}
        in_force = [each for each in corrections if each.withdrawn is None]
        for each in in_force:
            own, other = at[each.id], merged_with[each.id]
            if each.kind is CorrectionKind.MERGE and own and other:
                self._join(own[0], other[0])
        for each in in_force:
            if at[each.id]:
                self._apply(each, at[each.id])
        return Grouped(
            self._groups,
            {entry: self._name(entry) for entry in (*self._groups, *self._parent)},
            {each.id: self._name(at[each.id][0]) if at[each.id] else None for each in corrections},
            {each.id: self._name(merged_with[each.id][0]) if merged_with[each.id] else None for each in corrections},
        )

    def _find(self, anchors: Sequence[Anchor]) -> list[str]:
        """The ids of the entries that hold these anchors, in their order, as the generation has them."""
        found: dict[str, None] = {}
        for anchor in anchors:
            if not anchor.letter:
                found.update({anchor.quote: None} if anchor.quote in self._groups else {})
            else:
                found.update(dict.fromkeys(self._stored[place].entry for place in self._anchors.find(anchor)))
        return list(found)

    def _apply(self, correction: Kept, entries: Sequence[str]) -> None:
        group = self._groups[self._name(entries[0])]
        if correction.kind is not CorrectionKind.WRONG:
            group.corrections.append(correction)
            return
        self._mark_wrong(correction)

    def _mark_wrong(self, correction: Kept) -> None:
        """Only what was seen is wrong: another mention that a later letter adds is for people to judge again."""
        touched: dict[str, Group] = {}
        for anchor in correction.anchors:
            for mention in [self._stored[place] for place in self._anchors.find(anchor)]:
                holder = self._groups[self._name(mention.entry)]
                if any(mention is each for each in holder.mentions):
                    holder.mentions = [each for each in holder.mentions if each is not mention]
                    holder.wrong.append(mention)
                touched[holder.id] = holder
            row = self._groups.get(self._name(anchor.quote)) if not anchor.letter else None
            if row is not None and row.official is not None:
                row.official_wrong = True
                touched[row.id] = row
        for holder in touched.values():
            holder.corrections.append(correction)

    def _join(self, first: str, second: str) -> None:
        one, other = self._name(first), self._name(second)
        if one == other:
            return
        kept, gone = sorted((self._groups[one], self._groups[other]), key=_seniority)
        kept.mentions += gone.mentions
        kept.official = kept.official or gone.official
        self._parent[gone.id] = kept.id
        del self._groups[gone.id]

    def _name(self, entry: str) -> str:
        while entry in self._parent:
            entry = self._parent[entry]
        return entry


def _seniority(group: Group) -> tuple[bool, str, str]:
    """An official number names an entry best, else its oldest mention."""
    days = [each.letter.metadata.date.isoformat() for each in group.mentions if each.letter.metadata.date is not None]
    return (not group.id.startswith(("kst-", "TZ")), min(days, default="9999"), group.id)
