"""What a letter does to the documents that it refers to."""

from dataclasses import replace

from corpus.references import recognise
from corpus.relations import relate
from corpus.types import Dossier, Kind, Letter, Manner, Metadata, Reference, ReferenceKind
from tests.builders import Plan, assemble, part

MOTIE = Metadata(
    Kind.MOTIE,
    "Gewijzigde motie van het lid Proefstra ter vervanging van die gedrukt onder nr. 11 (Fietsen)",
    chamber="II",
    dossiers=(Dossier("29398"),),
    number="12",
    reference=Reference(ReferenceKind.KAMERSTUK, "29398", "12", "II"),
)
BRIEF = Metadata(Kind.KAMERBRIEF, "Fietsen", chamber="II", dossiers=(Dossier("29398"),), number="20")


def letter(text: str, metadata: Metadata) -> Letter:
    """A letter of one paragraph, its references recognised."""
    made = assemble(Plan([part(text)], page_starts=[], metadata=metadata))
    return replace(made, references=tuple(recognise(made.text)))


def told(held: Letter) -> list[tuple[str, Manner, str]]:
    """What is referred to, how, and the words there."""
    return [
        (relation.reference.identifier, relation.manner, held.text[relation.start : relation.end])
        for relation in relate(held)
    ]


def test_an_amended_motie_replaces_the_one_it_names() -> None:
    """By its number in the same dossier, in the text or only in the title."""
    text = "GEWIJZIGDE MOTIE VAN HET LID PROEFSTRA TER VERVANGING VAN DIE GEDRUKT ONDER NR. 11"
    assert told(letter(text, MOTIE)) == [
        ("kst-29398-11", Manner.REPLACES, "TER VERVANGING VAN DIE GEDRUKT ONDER NR. 11")
    ]
    assert told(letter("De Kamer, gehoord de beraadslaging.", MOTIE)) == [("kst-29398-11", Manner.REPLACES, "")]


def test_the_register_names_the_replaced_motie_in_full() -> None:
    """With the dossier, chapters and all."""
    metadata = replace(MOTIE, title="Gewijzigde motie over fietsen (t.v.v. 36600-XV-48)")
    assert told(letter("De Kamer.", metadata)) == [("kst-36600-XV-48", Manner.REPLACES, "")]


def test_a_letter_tells_what_it_does_to_another() -> None:
    """Right before the reference: replaces, corrects, or only names."""
    cases = {
        "Deze brief vervangt mijn brief (Kamerstuk 29 398, nr. 15).": Manner.REPLACES,
        "Hierbij een rectificatie op mijn brief (Kamerstuk 29 398, nr. 15).": Manner.CORRECTS,
        "Ik verwijs naar mijn brief (Kamerstuk 29 398, nr. 15).": Manner.REFERS,
        "De oude wet vervangt niets; zie Kamerstuk 29 398, nr. 15.": Manner.REFERS,
    }
    for text, manner in cases.items():
        assert [found for _, found, _ in told(letter(text, BRIEF))] == [manner], text


def test_a_report_only_names_what_others_did() -> None:
    """Whoever spoke of it."""
    text = "Deze motie vervangt de motie Kamerstuk 29 398, nr. 15."
    assert told(letter(text, replace(BRIEF, kind=Kind.HANDELINGEN)))[0][1] is Manner.REFERS


def test_each_document_is_there_once_and_never_the_letter_itself() -> None:
    """By its first place, with the most that is said; a whole dossier is no document."""
    text = "Zie Kamerstuk 29 398, nr. 15, Kamerstuk 29 398, nr. 12 en Kamerstuk 29 398. "
    text += "Dit vervangt Kamerstuk 29 398, nr. 15."
    (relation,) = relate(letter(text, replace(MOTIE, title="Motie")))
    assert (relation.reference.number, relation.manner, relation.start) == (
        "15",
        Manner.REPLACES,
        text.index("Kamerstuk"),
    )
