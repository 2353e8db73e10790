"""How letters hang together: what refers to what, and what came of promises and moties."""

import datetime

from corpus.types import (
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Kind,
    Manner,
    Metadata,
    Reference,
    ReferenceKind,
    Relation,
)
from index.types import LetterRecord, StoredCommitment
from qa.relations import Relations
from qa.understanding.directory import Directory


def stuk(number: str) -> Reference:
    """A document of one dossier."""
    return Reference(ReferenceKind.KAMERSTUK, "29398", number, "II")


def record(number: str, year: int | None, *relations: Relation, kind: Kind = Kind.KAMERBRIEF) -> LetterRecord:
    """A letter known by its number."""
    date = datetime.date(year, 1, 1) if year else None
    return LetterRecord(
        number, f"{number}.pdf", "1", None, Metadata(kind, number, date, reference=stuk(number)), relations
    )


MOTIE = record("1", 2020, kind=Kind.MOTIE)
REPLACING = record("2", 2021, Relation(stuk("1"), Manner.REPLACES, 4, 9), Relation(stuk("9"), Manner.REFERS, 20, 30))
REFERRING = record("3", None, Relation(stuk("1"), Manner.REFERS, 4, 9))
EARLIER = record("4", 2019, Relation(stuk("1"), Manner.REFERS), Relation(stuk("2"), Manner.CORRECTS))
RECORDS = {each.id: each for each in (MOTIE, REPLACING, REFERRING, EARLIER)}


def mention(
    letter: LetterRecord,
    status: CommitmentStatus,
    *,
    entry: str = "e",
    start: int = 0,
    reference: Reference | None = None,
    in_notes: bool = False,
) -> StoredCommitment:
    """A promise, or a motie where a reference names one."""
    kind = CommitmentKind.MOTIE if reference else CommitmentKind.TOEZEGGING
    made = Commitment(kind, start, start + 10, "x", None, in_notes, reference=reference, status=status)
    return StoredCommitment(entry, letter, made)


def relations(*commitments: StoredCommitment) -> Relations:
    """Over all four letters."""
    return Relations(RECORDS, Directory(RECORDS.values()), commitments, known=True)


def test_what_a_letter_refers_to_is_resolved_or_named() -> None:
    """What it replaces or corrects first; what is not held has no letter."""
    found = relations().referred("2")
    assert [(each.relation.reference.number, [held.id for held in each.letters]) for each in found] == [
        ("1", ["1"]),
        ("9", []),
    ]
    assert [each.relation.manner for each in relations().referred("4")] == [Manner.CORRECTS, Manner.REFERS]
    assert relations().referred("unknown") == ()


def test_what_refers_to_a_letter_comes_oldest_first() -> None:
    """Letters without a date last."""
    assert [each.letter.id for each in relations().referring("1")] == ["4", "2", "3"]


def test_both_directions_are_counted() -> None:
    """What a letter refers to, and what refers to it."""
    found = relations()
    assert [found.count(letter) for letter in ("1", "2", "3", "4", "unknown")] == [3, 3, 1, 2, 0]


def test_only_what_replaces_or_corrects_overtakes() -> None:
    """As its own words say."""
    assert [each.letter.id for each in relations().overtaken("1")] == ["2"]
    assert [each.letter.id for each in relations().overtaken("2")] == ["4"]
    assert relations().overtaken("3") == ()


def test_what_came_of_a_motie_is_told_by_letters_that_are_not_older() -> None:
    """By its number; a status that settles nothing is no outcome."""
    found = relations(
        mention(EARLIER, CommitmentStatus.UITGEVOERD, reference=stuk("1")),
        mention(REPLACING, CommitmentStatus.ONTRADEN, reference=stuk("1")),
        mention(REFERRING, CommitmentStatus.UITGEVOERD, reference=stuk("1")),
    ).outcomes("1")
    assert [(each.letter.id, each.status) for each in found] == [("3", CommitmentStatus.UITGEVOERD)]


def test_what_came_of_a_promise_stands_in_other_mentions_of_the_same_entry() -> None:
    """Only for the promises within the stretch that is asked about."""
    found = relations(
        mention(MOTIE, CommitmentStatus.NIEUW, start=50),
        mention(REPLACING, CommitmentStatus.VOLDAAN, start=5),
        mention(REPLACING, CommitmentStatus.VOLDAAN, entry="other", start=5),
    )
    assert [each.letter.id for each in found.outcomes("1")] == ["2"]
    assert [each.letter.id for each in found.outcomes("1", 40, 60)] == ["2"]
    assert found.outcomes("1", 0, 50) == ()
    assert found.outcomes("1", 40, 60, in_notes=True) == ()
    assert found.outcomes("unknown") == ()
