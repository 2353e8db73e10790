"""Which mentions are of one promise or motie: by number, people, occasion and subject, and never by guessing."""

import datetime
from itertools import permutations

from corpus.types import Commitment, CommitmentKind, CommitmentStatus, Kind, Metadata, Person, Reference, ReferenceKind
from index.register import Mention, entries
from index.types import LetterRecord

DEBATE = datetime.date(2022, 11, 21)
REPORT = Reference(ReferenceKind.KAMERSTUK, dossier="36200-XV", number="85")


def mention(
    what: str,
    *,
    letter: str = "a",
    to: str = "Aartsen",
    kind: CommitmentKind = CommitmentKind.TOEZEGGING,
    reference: Reference | None = None,
    day: datetime.date | None = None,
    quote: str = "",
    start: int = 0,
) -> Mention:
    """A mention of an earlier promise to, or a motie of, somebody, in letter `a` of 2020, `b` of 2021 and so on."""
    written = datetime.date(2020 + ord(letter) - ord("a"), 1, 1)
    record = LetterRecord(letter * 64, f"{letter}.pdf", "1", None, Metadata(Kind.KAMERBRIEF, letter, date=written))
    text = quote or what
    made = Commitment(
        kind, start, start + len(text), text, None, to=(Person(to),), what=what, reference=reference, occasion_date=day,
        status=CommitmentStatus.OPEN,
    )  # fmt: skip
    return Mention(record, made)


def motie(what: str, *, letter: str = "a", to: str = "Aartsen", number: str = "", start: int = 0) -> Mention:
    """A mention of a motie, with its number in dossier 32824 where one is given."""
    reference = Reference(ReferenceKind.KAMERSTUK, dossier="32824", number=number) if number else None
    return mention(what, letter=letter, to=to, kind=CommitmentKind.MOTIE, reference=reference, start=start)


def together(*mentions: Mention) -> bool:
    """Whether all of them came into one entry."""
    return len(set(entries(mentions))) == 1


def test_one_number_is_one_motie() -> None:
    """Also where names and words differ; its id is its number."""
    made = [motie("banenmarkten", number="373"), motie("iets anders", letter="b", to="Aartse", number="373")]
    assert entries(made) == ["kst-32824-373"] * 2


def test_a_tz_number_is_one_promise() -> None:
    """The number of the official register."""
    number = Reference(ReferenceKind.TOEZEGGING, number="TZ202211-085")
    made = [mention("startbanen", reference=number), mention("werk", letter="b", reference=number)]
    assert entries(made) == ["TZ202211-085"] * 2


def test_a_promise_is_known_by_person_occasion_and_subject() -> None:
    """Two letters that tell of one promise in other words."""
    assert together(
        mention("onderzoek te doen naar startbanen voor statushouders na vestiging", reference=REPORT),
        mention("dat ik een startbaan voor statushouders wil verkennen bij verhuizing", letter="b", reference=REPORT),
    )


def test_two_promises_on_one_occasion_stay_apart() -> None:
    """The report of a debate holds many promises, also to one member."""
    assert not together(
        mention("onderzoek te doen naar startbanen voor statushouders", reference=REPORT),
        mention("de kosten van kinderopvang te berekenen", letter="b", reference=REPORT),
    )


def test_a_person_is_one_person_with_a_typing_error() -> None:
    """Of a long name; another name is another person."""
    words = "gemeenten helpen bij inburgering van statushouders"
    assert together(
        mention(words, to="Rikkers-Oosterkamp", day=DEBATE),
        mention(words, letter="b", to="Rikkers-Osterkamp", day=DEBATE),
    )
    assert not together(mention(words, to="Becker", day=DEBATE), mention(words, letter="b", to="Podt", day=DEBATE))


def test_a_promise_carried_out_without_its_subject_is_the_only_one_of_that_occasion() -> None:
    """Of a debate with one promise to that member it can be no other; of one with two it stays by itself."""
    bare = mention("Hiermee voer ik de toezegging uit", letter="b", day=DEBATE)
    one = mention("startbanen voor statushouders mogelijk maken", day=DEBATE)
    other = mention("kinderopvang goedkoper aanbieden", day=DEBATE, start=500)
    assert together(one, bare)
    assert len(set(entries([one, other, bare]))) == 3


def test_moties_without_a_number_are_put_together_by_what_they_ask() -> None:
    """Same proposers and the same request in two letters."""
    assert together(
        motie("statushouders met banenmarkten begeleiden"),
        motie("statushouders begeleiden met banenmarkten", letter="b"),
    )


def test_a_motie_without_a_number_stays_by_itself_where_nothing_says_which() -> None:
    """Two moties of one member without numbers, and one with a number: three entries."""
    made = [
        motie("concrete afspraken maken met brancheorganisaties over nieuwkomers"),
        motie("jobcoaches breder inzetten bij gemeenten", start=300),
        motie("informeren over de inzet", letter="b", number="373"),
    ]
    assert len(set(entries(made))) == 3


def test_a_promise_that_a_motie_asked_for_belongs_with_the_motie() -> None:
    """Such as "Ik zal, zoals verzocht in de motie Aartsen, informeren": one sentence that mentions both."""
    sentence = "Ik zal uw Kamer zoals verzocht in de motie Aartsen in mei informeren over mijn inzet."
    asked = mention("informeren over mijn inzet", to="Kamer", quote=sentence)
    named = motie("informeren", number="373")
    assert entries([asked, named]) == ["kst-32824-373"] * 2


def test_a_repetition_in_one_letter_is_one_promise() -> None:
    """An answer given twice in the same words."""
    words = "overleg starten met leveranciers over koppelingen"
    assert together(mention(words, to="Kamer"), mention(words, to="Kamer", start=900))


def test_the_order_of_mentions_changes_no_id() -> None:
    """Any order gives every mention the same entry."""
    made = [
        mention("startbanen voor statushouders mogelijk maken", day=DEBATE),
        mention("Hiermee voer ik de toezegging uit", letter="b", day=DEBATE),
        motie("jobcoaches breder inzetten", start=200),
        motie("jobcoaches breder inzetten", letter="c"),
    ]
    expected = dict(zip(map(id, made), entries(made), strict=True))
    for order in permutations(made):
        assert dict(zip(map(id, order), entries(order), strict=True)) == expected


def test_a_younger_letter_changes_no_id() -> None:
    """The id comes from the earliest mention."""
    first = mention("startbanen voor statushouders mogelijk maken", day=DEBATE)
    later = mention("een startbaan voor statushouders mogelijk maken", letter="b", day=DEBATE)
    assert entries([first]) == entries([first, later])[:1]
    assert together(first, later)
