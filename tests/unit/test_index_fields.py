"""What of a chunk is searched."""

import pytest

from corpus.chunks import cut
from corpus.types import BlockKind, Dossier, Kind, Letter, Metadata, Person, Reference, ReferenceKind
from index.fields import LetterFields, text_to_encode
from tests.builders import FootNote, a_letter, part
from tests.index_examples import PLAIN_ANALYSIS


def fields_of(letter: Letter) -> LetterFields:
    """The fields of a letter."""
    return LetterFields(letter, PLAIN_ANALYSIS)


def test_each_field_has_its_terms() -> None:
    """Sentences, anchored notes and context are analysed apart; names are those of all of them and of the head."""
    letter = a_letter(
        part("Woningen", BlockKind.HEADING, 1),
        "Er komt een plan. | Het is klaar in mei.",
        notes=[FootNote(("Zie bijlage twee.",), anchor=14)],
        metadata=Metadata(
            Kind.KAMERBRIEF,
            "Stand van zaken",
            dossiers=(Dossier("36200-XV"),),
            number="85",
            kenmerk="WB-123",
            reference=Reference(ReferenceKind.KAMERSTUK, dossier="36200-XV", number="85"),
            senders=(Person("Van Dam", party="VVD"),),
            receivers=(Person("Voorzitter"),),
        ),
    )
    (chunk, note) = cut(letter)

    terms = fields_of(letter).terms(chunk)

    assert terms.sentences[-2:] == (("er", "komt", "een", "plan"), ("het", "is", "klaar", "in", "mei"))
    assert terms.notes == ("zie", "bijlage", "twee")
    assert terms.context[:3] == ("stand", "van", "zaken")
    head = ("van", "dam", "vvd", "36200", "xv", "85", "wb", "123", "kst", "36200", "xv", "85")
    assert terms.names[-len(head) :] == head
    assert "voorzitter" not in terms.names
    assert fields_of(letter).terms(note).notes == ()
    assert fields_of(letter).terms(note).sentences == (("zie", "bijlage", "twee"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Mevrouw Van Dam sprak.", ["Van Dam"], id="capital"),
        pytest.param("C.E.G. van Dam sprak.", ["Van Dam"], id="small letter after initials"),
        pytest.param("Het plan-Van Dam.", ["Van Dam"], id="after a hyphen"),
        pytest.param("Wij kwamen van Damme.", [], id="the beginning of a word"),
        pytest.param("Het lid De Groot-Bos.", ["Bos"], id="half of a double name"),
        pytest.param("In de Bosstraat, en in een bos.", [], id="a word that is also a name"),
        pytest.param("Niemand sprak.", [], id="nobody"),
    ],
)
def test_people_are_named_where_their_surname_stands(text: str, expected: list[str]) -> None:
    """Somebody of the letter is named in a chunk when the surname stands there as a word of its own."""
    people = (Person("Van Dam"), Person("Bos"), Person(""))
    letter = a_letter(text, metadata=Metadata(Kind.OVERIG, "Titel", people=people))

    (chunk,) = cut(letter)

    assert [person.name for person in fields_of(letter).people(chunk)] == expected


def test_people_in_notes_are_named_in_the_passage() -> None:
    """A person in a note is named in the chunk that the note is anchored in, and in the chunk of notes."""
    letter = a_letter(
        "Er is een motie ingediend.",
        notes=[FootNote(("Motie-Bos.",), anchor=5)],
        metadata=Metadata(Kind.OVERIG, "Titel", people=(Person("Bos"),)),
    )

    assert [[person.name for person in fields_of(letter).people(chunk)] for chunk in cut(letter)] == [["Bos"], ["Bos"]]


def test_the_text_to_encode_begins_with_the_context() -> None:
    """What a chunk is about stands before what it says, a line each."""
    letter = a_letter(part("Aanleiding", BlockKind.HEADING, 1), "Er komt een plan.")
    (chunk,) = cut(letter)

    lines = text_to_encode(chunk).split("\n")

    assert lines[0] == "Voortgang van het programma"
    assert lines[-1].endswith("Er komt een plan.")
