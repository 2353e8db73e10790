"""What is related to a letter, on its page and beside passages."""

import datetime
import html
from collections.abc import Mapping
from dataclasses import replace

from corpus.types import (
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Manner,
    Reference,
    ReferenceKind,
    Relation,
)
from index.types import LetterRecord, StoredCommitment
from qa.relations import Relations
from qa.understanding.directory import Directory
from tests.web_examples import BRIDGES, PROMISE, CannedAnswerer, make_app, make_letter, make_passage, make_record

LETTER = make_letter()
OWN = Reference(ReferenceKind.KAMERSTUK, "29398", "1234", "II", "2023-2024")
ABSENT = Reference(ReferenceKind.KAMERSTUK, "29398", "999", "II")
LATER = LetterRecord(
    "b" * 64,
    "later.pdf",
    "1",
    3,
    replace(
        BRIDGES,
        title="Nieuw plan",
        date=datetime.date(2024, 6, 1),
        number="1300",
        reference=replace(OWN, number="1300"),
    ),
    (Relation(OWN, Manner.CORRECTS, 10, 30),),
)


def relations(*commitments: StoredCommitment, known: bool = True, **record: object) -> Relations:
    """Over the letter and a later one."""
    records: Mapping[str, LetterRecord] = {
        LETTER.id: replace(make_record(LETTER), **record),  # type: ignore[arg-type]
        LATER.id: LATER,
    }
    return Relations(records, Directory(records.values()), commitments, known=known)


class Answerer(CannedAnswerer):
    """Knows how these letters hang together."""

    known = relations()

    def relations(self) -> Relations:
        """What was set."""
        return self.known


def page(address: str, known: Relations) -> str:
    """A page over the letter."""
    answerer = Answerer([make_passage(LETTER, PROMISE)])
    answerer.known = known
    response = make_app((LETTER, b"een brief"), answerer=answerer).test_client().get(address)
    assert response.status_code == 200
    return " ".join(html.unescape(response.text).split())


def test_the_page_of_a_letter_tells_what_corrects_it() -> None:
    """With its date, and the place where it says so."""
    shown = page(f"/brief/{LETTER.id}", relations())
    assert (
        f'<strong>Gecorrigeerd door</strong> <a href="/brief/{LATER.id}/1/10-30#citation" lang="nl">Nieuw plan</a>'
        " <span>(1 juni 2024)</span>"
    ) in shown
    assert "Brieven die hiernaar verwijzen" not in shown


def test_the_page_of_a_letter_names_what_it_refers_to_held_or_not() -> None:
    """What is held is a link, what is not is said so; both with the place."""
    found = (Relation(ABSENT, Manner.REFERS, 5, 9), Relation(LATER.metadata.reference or OWN, Manner.REPLACES))
    shown = page(f"/brief/{LETTER.id}", relations(relations=found))
    assert "Deze brief verwijst naar <small>(2)</small>" in shown
    assert f'<strong>Vervangt</strong> <a href="/brief/{LATER.id}" lang="nl">Nieuw plan</a>' in shown
    assert (
        '<span lang="nl">Kamerstukken II, 29398, nr. 999</span> <em class="unknown">niet in deze verzameling</em>'
        in shown
    )
    assert f'href="/brief/{LETTER.id}/1/5-9#citation"' in shown


def test_a_letter_without_relations_has_no_card() -> None:
    """Unless nothing is known of them."""
    alone = Relations({LETTER.id: make_record(LETTER)}, Directory([make_record(LETTER)]), (), known=True)
    assert "Verwante brieven" not in page(f"/brief/{LETTER.id}", alone)
    older = Relations({LETTER.id: make_record(LETTER)}, Directory([make_record(LETTER)]), (), known=False)
    assert "bouw haar opnieuw om die te zien" in page(f"/brief/{LETTER.id}", older)


def test_beside_a_passage_stands_what_later_letters_say() -> None:
    """That its letter was corrected, and that its promise was kept."""
    start = LETTER.text.index(PROMISE)
    made = Commitment(CommitmentKind.TOEZEGGING, start, start + len(PROMISE), PROMISE, None)
    kept = replace(made, start=40, end=60, status=CommitmentStatus.VOLDAAN)
    shown = page(
        "/?vraag=plan",
        relations(StoredCommitment("e", make_record(LETTER), made), StoredCommitment("e", LATER, kept)),
    )
    assert "<strong>Gecorrigeerd door</strong>" in shown
    assert f'<a href="/brief/{LETTER.id}#related">1 verwijzing</a>' in shown
    assert f'<strong>Voldaan, volgens</strong> <a href="/brief/{LATER.id}/1/40-60#citation" lang="nl">' in shown


def test_more_from_one_letter_is_the_same_question_in_it() -> None:
    """The letter is a filter, to be taken off."""
    answerer = Answerer([make_passage(LETTER, PROMISE)])
    client = make_app((LETTER, b"een brief"), answerer=answerer).test_client()
    shown = html.unescape(client.get("/?vraag=plan").text)
    assert f'<a href="/?vraag=plan&brief={LETTER.id}">Meer uit deze brief</a>' in shown
    narrowed = html.unescape(client.get(f"/?vraag=plan&brief={LETTER.id}").text)
    assert answerer.asked[-1][2].letters == frozenset({LETTER.id})
    assert 'href="/?vraag=plan" aria-label="Haal weg: één brief"' in narrowed
    client.get("/?vraag=plan&brief=anders")
    assert answerer.asked[-1][2].letters == frozenset()
