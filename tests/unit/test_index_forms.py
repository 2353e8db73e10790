"""One letter in several forms, and newer versions of it."""

import datetime
import hashlib
from dataclasses import replace

import pytest

from corpus.relations import relate
from corpus.types import Dossier, Format, Kind, Letter, Metadata, Person, Reference, ReferenceKind
from index.fingerprint import fingerprint
from index.forms import find_forms
from index.kinship import Candidate, numbers_differ, official_number
from index.likeness import likeness
from index.types import Forms, LetterRecord
from tests.builders import a_letter, part

SUBJECTS = ("fietsbruggen", "stallingen", "laadpalen", "perrons", "tunnels", "veerponten", "sluizen", "kades", "havens")
LETTER = " ".join(
    f"Over de {subject} bericht ik uw Kamer dat het onderzoek naar {subject} loopt." for subject in SUBJECTS
)
DAY = datetime.date(2024, 3, 14)


def kamerstuk(number: str, dossier: str = "29398") -> Reference:
    """The official number of a document."""
    return Reference(ReferenceKind.KAMERSTUK, dossier, number, "II", "2023-2024")


def letter(
    text: str = LETTER,
    *,
    number: str = "",
    kenmerk: str = "",
    date: datetime.date | None = DAY,
    letter_format: Format = Format.DOCX,
    title: str = "Voortgang van de fietsbruggen",
    kind: Kind = Kind.KAMERBRIEF,
    marks: tuple[str, ...] = (),
    file: str = "brief",
) -> Letter:
    """A letter on bridges; its id follows from all that is said of it."""
    metadata = Metadata(
        kind,
        title,
        date,
        dossiers=(Dossier("29398"),) if number else (),
        number=number,
        reference=kamerstuk(number) if number else None,
        kenmerk=kenmerk,
        marks=marks,
    )
    made = a_letter(part(text), metadata=metadata, file=file)
    key = f"{text} {metadata} {letter_format} {file}"
    return replace(made, id=hashlib.sha256(key.encode()).hexdigest(), format=letter_format)


def forms(*letters: Letter) -> Forms:
    """What is found among these letters."""
    return find_forms(
        Candidate(
            LetterRecord(each.id, each.file, "1", None, each.metadata, relate(each), each.format), fingerprint(each)
        )
        for each in letters
    )


def test_a_letter_by_itself_stands_in_no_group() -> None:
    """It is the only form of itself, and nothing replaced it."""
    one = letter()
    found = forms(one)
    assert found == Forms()
    assert found.of(one.id) == (one.id,)
    assert found.newest(one.id) is None


def test_letters_without_words_are_no_forms_of_each_other() -> None:
    """Nor is there anything to find among no letters."""
    assert forms() == Forms()
    empty = [replace(letter(file=name), text="", blocks=(), sentences=()) for name in "ab"]
    assert forms(*empty) == Forms()


def test_the_print_is_the_form_to_cite() -> None:
    """A Word file, the ministry's PDF, the print and its XML are one letter; the print comes first, then its XML."""
    word, ministry = letter(), letter(letter_format=Format.PDF)
    xml = letter(number="1234", letter_format=Format.XML)
    printed = letter(number="1234", letter_format=Format.PDF, file="kst")
    assert forms(word, ministry, xml, printed).of(word.id) == (printed.id, xml.id, ministry.id, word.id)


def test_letters_with_different_numbers_are_different() -> None:
    """However much they say the same: a motie handed in again has a number of its own."""
    assert forms(letter(number="1234"), letter(number="1235")) == Forms()


def test_one_number_over_different_texts_was_misread() -> None:
    """The same number alone makes no letter the same."""
    other = " ".join(f"Wij danken {subject} voor alle inzet in het afgelopen jaar." for subject in SUBJECTS)
    assert forms(letter(number="1234"), letter(other, number="1234")) == Forms()


def test_a_draft_goes_with_the_letter_that_it_is_most_like() -> None:
    """Of two numbered letters that differ by a word, the draft belongs to the one that says what it says."""
    first, second = letter(number="1"), letter(LETTER.replace("tunnels", "viaducten"), number="2")
    draft = letter(LETTER.replace("tunnels", "viaducten"))
    assert forms(first, second, draft).groups == dict.fromkeys((second.id, draft.id), (second.id, draft.id))


def test_a_letter_on_another_quarter_is_another_letter() -> None:
    """Numbers, months and ordinals that were changed for others tell letters of one wording apart."""
    text = f"{LETTER} Dit is de rapportage over het {{}} kwartaal, {{}} bruggen."
    assert forms(letter(text.format("eerste", 12)), letter(text.format("tweede", 31), date=None)) == Forms()


@pytest.mark.parametrize(
    ("days", "together"), [(0, True), (7, True), (8, False)], ids=["the same day", "a week", "more than a week"]
)
def test_the_same_words_of_another_time_are_another_letter(days: int, together: bool) -> None:
    """Without a number or kenmerk in common, letters that were dated far apart are not put together."""
    late = letter(letter_format=Format.PDF, date=DAY + datetime.timedelta(days=days))
    assert bool(forms(letter(), late).groups) is together


def test_a_kenmerk_puts_a_letter_with_what_its_print_holds() -> None:
    """The print may leave out the covering words; another kenmerk is another letter."""
    short, long = (
        letter(kenmerk="IENW/BSK-2024/1"),
        letter(LETTER + " Hoogachtend namens allen.", kenmerk="IENW BSK 2024 1"),
    )
    assert len(forms(short, long).groups) == 2
    assert forms(short, replace(long, metadata=replace(long.metadata, kenmerk="IENW/BSK-2024/2"))) == Forms()


def test_answers_go_with_their_print_by_who_asked() -> None:
    """The Aanhangsel holds the answers without the letter around them; the questioners tell that it is those."""
    answers = " ".join((LETTER, LETTER.replace("bericht ik", "antwoord ik"), LETTER.replace("loopt", "is afgerond")))
    asked = (Person("Bakker", party="VVD"),)
    around = letter(f"In antwoord op uw brief deel ik u mede wat volgt. {answers} Daarmee zijn alle vragen beantwoord.")
    whole, printed = (
        replace(each, metadata=replace(each.metadata, kind=Kind.ANTWOORD, questioners=asked))
        for each in (around, letter(answers))
    )
    (group,) = set(forms(whole, printed).groups.values())
    assert set(group) == {whole.id, printed.id}


def test_a_changed_motie_replaces_the_one_that_it_names() -> None:
    """All forms of the older one say so, and so do older versions before it."""
    old = letter(number="10", kind=Kind.MOTIE, title="Motie van het lid Bakker", letter_format=Format.XML)
    draft = letter(kind=Kind.MOTIE, title="Motie van het lid Bakker")
    text = LETTER.replace("loopt", "is begonnen")
    named = "Gewijzigde motie van het lid Bakker (t.v.v. 29398-10)"
    newer = letter(text, number="11", kind=Kind.MOTIE, title=named)
    newest = letter(
        text.replace("begonnen", "afgerond"),
        number="12",
        kind=Kind.MOTIE,
        title="Nader gewijzigde motie van het lid Bakker ter vervanging van die gedrukt onder nr. 11",
    )
    found = forms(old, draft, newer, newest)
    assert found.replaced == {old.id: newer.id, draft.id: newer.id, newer.id: newest.id}
    assert found.newest(draft.id) == newest.id
    assert found.newest(newest.id) is None


def test_of_two_that_replace_the_same_the_later_replaces_the_earlier() -> None:
    """A motie that was changed twice may name the first version both times."""
    old = letter(number="10", kind=Kind.MOTIE, title="Motie")
    title = "otie van het lid Bakker (t.v.v. 29398-10)"
    first = letter(LETTER[:300], number="11", kind=Kind.MOTIE, title=f"Gewijzigde m{title}")
    second = letter(LETTER[:250], number="12", kind=Kind.MOTIE, title=f"Nader gewijzigde m{title}")
    assert forms(second, first, old).replaced == {old.id: first.id, first.id: second.id}


def test_a_reprint_replaces_what_was_printed() -> None:
    """They have one number, and are versions, not forms."""
    printed, again = (
        letter(number="1234", file="kst-29398-1234.pdf"),
        letter(number="1234", file="kst-29398-1234-h1.pdf"),
    )
    found = forms(again, printed)
    assert not found.groups
    assert found.replaced == {printed.id: again.id}


def test_a_number_that_many_letters_have_tells_nothing() -> None:
    """It was misread: no letter is put with another, and finding that out takes no time."""
    assert not forms(
        *(letter(f"{LETTER} Nog {place}.", number="1234", file=f"{place}.pdf") for place in range(31))
    ).groups


def test_a_concept_is_replaced_by_what_it_became() -> None:
    """A concept is no form of the letter: some of it was changed."""
    concept = letter(LETTER.replace("tunnels", "viaducten"), marks=("concept",), date=None)
    final = letter(number="1234", letter_format=Format.PDF)
    found = forms(concept, final)
    assert not found.groups
    assert found.replaced == {concept.id: final.id}


def test_a_letter_sent_again_with_its_kenmerk_replaces_the_first() -> None:
    """The later one of two letters with one kenmerk and mostly the same text is the newer version."""
    later = datetime.date(2024, 5, 1)
    first, second = letter(kenmerk="K-1"), letter(LETTER[:400], kenmerk="K-1", date=later)
    assert forms(second, first).replaced == {first.id: second.id}


def test_letters_that_each_replace_the_other_replace_nothing_twice() -> None:
    """What is said against what was said before does not count: there is always a newest version."""
    one = letter(number="1", kind=Kind.MOTIE, title="Gewijzigde motie (t.v.v. 29398-2)")
    two = letter(number="2", kind=Kind.MOTIE, title="Gewijzigde motie (t.v.v. 29398-1)")
    assert forms(one, two).replaced == forms(two, one).replaced
    assert forms(one, two).replaced in ({one.id: two.id}, {two.id: one.id})


def test_short_texts_say_too_little() -> None:
    """An accompanying line is the same with every letter."""
    text = "Hierbij bied ik uw Kamer het rapport aan."
    assert forms(letter(text), letter(text, letter_format=Format.PDF)) == Forms()


def test_likeness_counts_shingles() -> None:
    """Seven words hold four shingles of four; with another last word three of five are in both."""
    one, other = (fingerprint(letter(text)) for text in ("a b c d e f g", "a b c d e f x"))
    assert (one.shingles, other.shingles) == (4, 4)
    assert likeness(one, other).of_both == pytest.approx(3 / 5)
    assert likeness(one, other).of_shorter == pytest.approx(3 / 4)


def test_likeness_of_long_texts_is_estimated() -> None:
    """Sketches of two texts of 3,000 words, half of which they share, tell so within a few hundredths."""
    one = " ".join(f"woord{number}" for number in range(3000))
    other = " ".join(f"woord{number}" for number in range(1500, 4500))
    alike = likeness(fingerprint(letter(one)), fingerprint(letter(other)))
    assert alike.of_both == pytest.approx(1 / 3, abs=0.06)
    assert alike.of_shorter == pytest.approx(1 / 2, abs=0.06)


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        (kamerstuk("12"), ("kst", "29398", "12")),
        (replace(kamerstuk("12"), chamber="", vergaderjaar=""), ("kst", "29398", "12")),
        (kamerstuk("12 HERDRUK"), ("kst", "29398", "12")),
        (kamerstuk("12-h1"), ("kst", "29398", "12")),
        (kamerstuk("H"), ("kst", "29398", "H")),
        (kamerstuk(""), None),
        (Reference(ReferenceKind.AANHANGSEL, number="64"), None),
        (None, None),
    ],
)
def test_an_official_number_tells_a_document(reference: Reference | None, number: tuple[str, ...] | None) -> None:
    """Chamber and vergaderjaar of a kamerstuk are not always said; an Aanhangsel has no number without its year."""
    assert official_number(reference) == number


def test_numbers_of_different_series_may_be_of_one_document() -> None:
    """A kamerstuk may have a document number too; two kamerstukken are two."""
    document = official_number(Reference(ReferenceKind.DOCUMENT, number="2024D1"))
    assert not numbers_differ(official_number(kamerstuk("1")), document)
    assert numbers_differ(official_number(kamerstuk("1")), official_number(kamerstuk("2")))
