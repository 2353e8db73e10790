"""The parties of members of both chambers, and the years in which they are known to have been of them.

Letters seldom give the party of a member who proposes a motie. The table in `data/members.tsv` was made from the titles
of parliamentary cases and documents by `scripts/learn_members.py`.
"""

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from corpus.names import first_letters, fold
from corpus.parties import may_be_same

MEMBERS_FILE = "members.tsv"


@dataclass(frozen=True, slots=True)
class Membership:
    """A party that somebody was of, from one year up to another, as far as is known; 0 where a year is not."""

    first: str  # first name or initials, "" where not known
    party: str
    since: int = 0
    until: int = 0


@functools.cache
def _members() -> Mapping[str, Sequence[Membership]]:
    """All memberships by folded surname; read at the first use."""
    found: dict[str, list[Membership]] = defaultdict(list)
    text = resources.files("corpus").joinpath("data", MEMBERS_FILE).read_text(encoding="utf-8")
    for line in text.splitlines():
        name, first, party, since, until = line.split("\t")
        found[fold(name)].append(Membership(first, party, int(since), int(until)))
    return found


def memberships(surname: str) -> Sequence[Membership]:
    """What is known of everybody with this surname."""
    return _members().get(fold(surname), ())


def agreed_party(claims: Iterable[Membership], first: str, year: int | None) -> str:
    """The one party that the claims give somebody in a year, "" where they differ; parties that went together agree.

    Claims on who has that first name count before those on the surname alone; claims on the year itself before those on
    a year beside it, and these before all others. Of parties that went together it is the one somebody was of last.
    """
    initial = first_letters(first)[:1]
    fitting = [each for each in claims if not initial or not each.first or first_letters(each.first)[:1] == initial]
    fitting = [each for each in fitting if initial and each.first] or fitting
    near = [_within(fitting, year, margin) for margin in (0, 1)] if year is not None else []
    counting = next(filter(None, near), fitting)
    if not all(may_be_same(one.party, other.party) for one in counting for other in counting):
        return ""
    return max(counting, key=lambda each: (each.since, each.party), default=Membership("", "")).party


def _within(claims: Iterable[Membership], year: int, margin: int) -> list[Membership]:
    return [each for each in claims if each.since and each.since - margin <= year <= each.until + margin]
