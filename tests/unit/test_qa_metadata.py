"""What people correct in what was read of a letter: fields, keeping, taking back, and what still needs them."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.references import cite
from corpus.types import Dossier, Kind, Metadata, Person, Reference, ReferenceKind
from index.library import Library
from index.types import Forms, GenerationInfo, LetterRecord, Manifest
from qa.database import Database
from qa.errors import BadCorrection, UnknownCorrection
from qa.metadata.attention import AttentionList, Need, field_for, letters_to_see_to, needs
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.corrections import MetadataCorrections
from qa.metadata.fields import LONGEST, MetadataField, apply, read_field, tidy
from qa.metadata.remarks import remarks
from tests.builders import a_letter, part
from tests.index_examples import PLAIN_ANALYSIS, HeldLetters, ToyEncoder
from tests.web_examples import CannedGeneration

PRINT = Metadata(
    Kind.KAMERBRIEF,
    "Voortgang",
    datetime.date(2023, 3, 24),
    vergaderjaar="2022-2023",
    chamber="II",
    dossiers=(Dossier("29398", "Verkeersveiligheid"),),
    number="1234",
    reference=Reference(ReferenceKind.KAMERSTUK, "29398", "1234", "II", "2022-2023"),
    senders=(Person("Jansen", "A.B.", "", "Minister van Infrastructuur en Waterstaat"),),
    ministry="Infrastructuur en Waterstaat",
    people=(Person("Jansen", "A.B.", "", "Minister van Infrastructuur en Waterstaat"), Person("Aartsen")),
)
WORD = Metadata(Kind.KAMERBRIEF, "Voortgang")
NOON = datetime.datetime(2024, 5, 6, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def corrections(tmp_path: Path) -> MetadataCorrections:
    """Corrections in a database of their own."""
    return MetadataCorrections(Database(tmp_path), lambda: NOON)


# ------------------------------------------------------------------------------------------------------- fields


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        (MetadataField.DATE, "24 maart 2023", "2023-03-24"),
        (MetadataField.DATE, "24-03-2023", "2023-03-24"),
        (MetadataField.DATE, " ", ""),
        (MetadataField.KIND, "Antwoord", "antwoord"),
        (MetadataField.TITLE, " Over  bruggen\n", "Over bruggen"),
        (MetadataField.DOSSIERS, "32 824; 36 200 XV", "32824, 36200-XV"),
        (MetadataField.NUMBER, "32 824 nr. 372", "Kamerstukken 32824, nr. 372"),
        (MetadataField.NUMBER, "kst-36200-XV-85", "Kamerstukken 36200 XV, nr. 85"),
        (MetadataField.VERGADERJAAR, "2022/23", "2022-2023"),
        (MetadataField.CHAMBER, "ii", "II"),
        (MetadataField.SENDERS, "Minister van Financiën", "Minister van Financiën"),
        (
            MetadataField.PROPOSERS,
            "Thierry Aartsen (vvd, Kamerlid); Van der Plas",
            "Thierry Aartsen (VVD, Kamerlid)\nVan der Plas",
        ),
    ],
)
def test_a_value_is_kept_in_one_way(field: MetadataField, written: str, kept: str) -> None:
    """However people write it, and again the same when it is given back."""
    assert tidy(field, written) == kept
    assert tidy(field, kept) == kept


@pytest.mark.parametrize(
    ("field", "written", "said"),
    [
        (MetadataField.DATE, "31 februari 2023", "«31 februari 2023» is geen datum"),
        (MetadataField.KIND, "memo", "is geen soort"),
        (MetadataField.NUMBER, "372", "is geen nummer van een stuk"),
        (MetadataField.NUMBER, "32824, nr. 1 en nr. 2", "is geen nummer van een stuk"),
        (MetadataField.DOSSIERS, "32824, brief", "«brief» is geen dossier"),
        (MetadataField.VERGADERJAAR, "2022-2024", "is geen vergaderjaar"),
        (MetadataField.CHAMBER, "III", "is geen Kamer"),
        (MetadataField.SENDERS, "Jansen (VVD", "is niet te lezen"),
        (MetadataField.TITLE, "x" * (LONGEST + 1), "langer dan"),
    ],
)
def test_a_value_without_a_meaning_is_refused(field: MetadataField, written: str, said: str) -> None:
    """The message says what was written and what to write, in Dutch and English."""
    with pytest.raises(BadCorrection, match=said) as refused:
        tidy(field, written)
    assert " / " in str(refused.value)


def test_a_date_takes_the_vergaderjaar_along_that_it_told() -> None:
    """One that is printed stays: that of a numbered document, and one that was not the date's."""
    dated = apply(WORD, {MetadataField.DATE: "2023-03-24"})
    assert dated.vergaderjaar == "2022-2023"
    assert apply(dated, {MetadataField.DATE: "2023-10-02"}).vergaderjaar == "2023-2024"
    assert apply(dated, {MetadataField.DATE: ""}).vergaderjaar == ""
    assert cite(apply(PRINT, {MetadataField.DATE: "2023-10-02"}), "2") == (
        "Kamerstukken II 2022/23, 29398, nr. 1234, p. 2"
    )
    printed = replace(dated, vergaderjaar="2021-2022")
    assert apply(printed, {MetadataField.DATE: "2023-10-02"}).vergaderjaar == "2021-2022"


def test_a_number_makes_the_citation() -> None:
    """Chamber and vergaderjaar come from the letter where the number does not say them; the dossier stands first."""
    known = apply(
        WORD, {MetadataField.DATE: "2023-03-24", MetadataField.CHAMBER: "II", MetadataField.DOSSIERS: "36200-XV"}
    )
    numbered = apply(known, {MetadataField.NUMBER: "32824, nr. 372"})
    assert cite(numbered, "") == "Kamerstukken II 2022/23, 32824, nr. 372"
    assert (numbered.number, [dossier.number for dossier in numbered.dossiers]) == ("372", ["32824", "36200-XV"])
    answers = apply(known, {MetadataField.NUMBER: "Aanhangsel Handelingen II 2021/22, nr. 64"})
    assert cite(answers, "") == "Aanhangsel Handelingen II 2021/22, nr. 64"


def test_a_number_that_is_none_is_taken_away() -> None:
    """The letter is cited by its sender and date then."""
    assert cite(apply(PRINT, {MetadataField.NUMBER: ""}), "") == (
        "Brief van de Minister van Infrastructuur en Waterstaat van 24 maart 2023"
    )


def test_another_dossier_keeps_the_number() -> None:
    """A letter printed in another dossier than was read is cited in that; titles that are known stay."""
    moved = apply(PRINT, {MetadataField.DOSSIERS: "31305, 29398"})
    assert cite(moved, "") == "Kamerstukken II 2022/23, 31305, nr. 1234"
    assert moved.dossiers == (Dossier("31305"), Dossier("29398", "Verkeersveiligheid"))
    assert apply(PRINT, {MetadataField.DOSSIERS: ""}).reference is None


def test_another_sender_takes_ministry_and_name_along() -> None:
    """Who was wrongly taken for the sender is not found by it any more; who is named besides stays."""
    mended = apply(
        PRINT, {MetadataField.SENDERS: "C.E.G. van Gennip (CDA, Minister van Sociale Zaken en Werkgelegenheid)"}
    )
    gennip = Person("Van Gennip", "C.E.G.", "CDA", "Minister van Sociale Zaken en Werkgelegenheid")
    assert mended.senders == (gennip,)
    assert mended.ministry == "Sociale Zaken en Werkgelegenheid"
    assert mended.people == (gennip, Person("Aartsen"))


# ------------------------------------------------------------------------------------------------------ keeping


def test_asking_makes_no_file(corrections: MetadataCorrections, tmp_path: Path) -> None:
    """A folder in which nobody corrected anything stays as it is."""
    assert (corrections.of("a"), corrections.in_force(), corrections.history("a")) == ((), {}, ())
    assert list(tmp_path.iterdir()) == []


def test_the_last_correction_of_a_field_holds(corrections: MetadataCorrections) -> None:
    """Taking it back brings back the one before, and without one what was read; all stay in the history."""
    first = corrections.correct("a", MetadataField.DATE, "24 maart 2023", by=" Jan  Bakker ", reason="kop van de brief")
    second = corrections.correct("a", MetadataField.DATE, "", by="Els", reason="staat er niet")
    assert corrections.in_force() == {"a": {MetadataField.DATE: ""}}
    corrections.withdraw(second, by="Jan")
    (held,) = corrections.of("a")
    assert (held.id, held.value, held.by, held.reason, held.made) == (
        first,
        "2023-03-24",
        "Jan Bakker",
        "kop van de brief",
        NOON,
    )
    corrections.withdraw(first, by="Jan")
    assert corrections.of("a") == ()
    assert [(each.id, each.withdrawn, each.withdrawn_by) for each in corrections.history("a")] == [
        (second, NOON, "Jan"),
        (first, NOON, "Jan"),
    ]


def test_corrections_stand_in_the_order_of_the_fields(corrections: MetadataCorrections) -> None:
    """Whichever was made first; those of other letters stay apart."""
    corrections.correct("a", MetadataField.SENDERS, "Els", by="Jan", reason="x")
    corrections.correct("a", MetadataField.DATE, "", by="Jan", reason="x")
    corrections.correct("b", MetadataField.TITLE, "Bruggen", by="Jan", reason="x")
    assert [each.field for each in corrections.of("a")] == [MetadataField.DATE, MetadataField.SENDERS]


@pytest.mark.parametrize(("by", "reason", "said"), [(" ", "x", "wie dit corrigeert"), ("Jan", "", "een reden")])
def test_a_correction_has_a_name_and_a_reason(
    corrections: MetadataCorrections, by: str, reason: str, said: str
) -> None:
    """Nothing is kept without them."""
    with pytest.raises(BadCorrection, match=said):
        corrections.correct("a", MetadataField.TITLE, "Bruggen", by=by, reason=reason)
    assert corrections.history("a") == ()


def test_what_is_not_in_force_cannot_be_taken_back(corrections: MetadataCorrections) -> None:
    """Neither one that never was, nor one that was taken back before."""
    made = corrections.correct("a", MetadataField.TITLE, "Bruggen", by="Jan", reason="x")
    corrections.withdraw(made, by="Jan")
    for number in (made, 99):
        with pytest.raises(UnknownCorrection, match=str(number)):
            corrections.withdraw(number, by="Jan")


def test_letters_that_are_removed_take_their_corrections_along(corrections: MetadataCorrections) -> None:
    """Nothing of them is kept, not in the history either; other letters keep theirs."""
    for letter in ("a", "b"):
        corrections.correct(letter, MetadataField.TITLE, "Bruggen", by="Jan", reason="x")
    corrections.forget(["a"])
    assert corrections.history("a") == ()
    assert len(corrections.history("b")) == 1


def test_letters_are_loaded_as_corrected(corrections: MetadataCorrections) -> None:
    """Their text, pages and sentences stay as they were read, in every reading; the revision tells of the change."""
    read = a_letter(part("Hierbij bericht ik u."), metadata=PRINT)
    letters = CorrectedLetters(HeldLetters([read]), corrections)
    assert letters.load(read.id) == read
    assert letters.revisions() == {}
    made = corrections.correct(read.id, MetadataField.KENMERK, "IENW/1", by="Jan", reason="x")
    loaded = letters.load(read.id, "1")
    assert (loaded.metadata.kenmerk, loaded.text, loaded.sentences) == ("IENW/1", read.text, read.sentences)
    assert letters.as_read(read.id) == PRINT
    before = letters.revisions()
    corrections.correct(read.id, MetadataField.KENMERK, "IENW/2", by="Jan", reason="x")
    assert before.keys() == letters.revisions().keys() == {read.id}
    assert before != letters.revisions()
    corrections.withdraw(made, by="Jan")
    corrections.correct(read.id, MetadataField.KENMERK, "IENW/1", by="Els", reason="y")
    assert letters.revisions() == before


def test_a_correction_survives_a_new_reading(corrections: MetadataCorrections, tmp_path: Path) -> None:
    """What a better reader makes of the letter is corrected again; other letters are built in as they were read."""
    read, other = a_letter(part("Hierbij bericht ik u."), metadata=PRINT), a_letter(part("En ook dit."), metadata=WORD)
    held = HeldLetters()
    held.add(read, "1")
    held.add(other, "1")
    library = Library(tmp_path / "data", ToyEncoder(), analysis=PLAIN_ANALYSIS)
    corrections.correct(read.id, MetadataField.KENMERK, "IENW/1", by="Jan", reason="x")
    library.build(CorrectedLetters(held, corrections))
    held.add(replace(read, metadata=replace(PRINT, title="Beter gelezen")), "2")
    report = library.build(CorrectedLetters(held, corrections))
    metadata = library.current().letters[read.id].metadata
    assert (report.changed, metadata.title, metadata.kenmerk) == ((read.id,), "Beter gelezen", "IENW/1")
    assert library.current().letters[other.id].metadata == WORD


# ------------------------------------------------------------------------------------------- remarks, attention


def generation(*records: LetterRecord, forms: Forms | None = None, revised: bool = False) -> CannedGeneration:
    """A generation of these letters."""
    manifest = Manifest({}, 1, "", "", "encoder", 2, {}, {record.id: "x" for record in records if revised})
    info = GenerationInfo(1, NOON, manifest, current=True)
    return CannedGeneration({record.id: record for record in records}, info, forms=forms or Forms())


def test_a_correction_is_told_once_it_has_its_effect(corrections: MetadataCorrections) -> None:
    """Not before the generation knows it, and then with what was read, who, when and why."""
    corrections.correct("a", MetadataField.DATE, "2023-03-25", by="Jan", reason="datum van verzending")
    before = LetterRecord("a", "brief.pdf", "1", 2, PRINT)
    after = LetterRecord("a", "brief.pdf", "1", 2, apply(PRINT, {MetadataField.DATE: "2023-03-25"}))
    assert remarks(generation(before), before, PRINT, corrections).corrected == ()
    assert remarks(generation(before, revised=True), before, PRINT, corrections).corrected == ()
    (told,) = remarks(generation(after, revised=True), after, PRINT, corrections).corrected
    assert (told.field, told.was, told.now, told.by, told.reason, told.made) == (
        "date",
        "2023-03-24",
        "2023-03-25",
        "Jan",
        "datum van verzending",
        NOON,
    )


def test_forms_and_versions_are_told_with_a_letter() -> None:
    """The other forms in the order in which to cite them, and the versions right before it."""
    kst, word, old, older = (
        LetterRecord(name, f"{name}.pdf", "1", 1, PRINT) for name in ("kst", "word", "old", "older")
    )
    groups = dict.fromkeys(("kst", "word"), ("kst", "word"))
    held = generation(kst, word, old, older, forms=Forms(groups, {"old": "kst", "older": "old"}))
    assert remarks(held, word, PRINT).forms == (kst,)
    assert remarks(held, word, PRINT).replaces == (old,)
    assert remarks(held, old, PRINT).replaces == (older,)


@pytest.mark.parametrize(
    ("metadata", "missing"),
    [
        (PRINT, ()),
        (WORD, (Need.DATE, Need.NUMBER, Need.SENDER)),
        (Metadata(Kind.MOTIE, "Motie", datetime.date(2024, 1, 1), kenmerk="1"), (Need.SENDER,)),
        (Metadata(Kind.VRAGEN, "Vragen", datetime.date(2024, 1, 1), kenmerk="1"), (Need.SENDER,)),
        (Metadata(Kind.VERSLAG, "Verslag", datetime.date(2024, 1, 1), kenmerk="1"), ()),
        (Metadata(Kind.KAMERBRIEF, "Brief", datetime.date(2024, 1, 1), kenmerk="1", ministry="Financiën"), ()),
    ],
)
def test_what_a_letter_is_cited_by_must_be_known(metadata: Metadata, missing: tuple[Need, ...]) -> None:
    """Date, number or kenmerk, and who it is by, as its kind has it; a report is by nobody."""
    assert needs(LetterRecord("a", "brief.pdf", "1", 2, metadata)) == missing


def test_a_page_without_text_needs_attention() -> None:
    """No correction mends it."""
    assert needs(LetterRecord("a", "brief.pdf", "1", 2, PRINT, textless_pages=(2,))) == (Need.TEXT,)
    assert field_for(Need.TEXT, Kind.KAMERBRIEF) is None


def test_what_was_said_not_to_be_there_is_missed_no_more() -> None:
    """Also before it is built in; a kenmerk stands for a number."""
    record = LetterRecord("a", "brief.pdf", "1", 2, WORD)
    said = {MetadataField.DATE: "", MetadataField.KENMERK: "IENW/1", MetadataField.SENDERS: "Els"}
    assert needs(record, said) == ()


def test_letters_that_lack_most_come_first_each_once() -> None:
    """A letter in several forms is seen to in the form to cite."""
    word, kst = (LetterRecord(name, "brief", "1", 1, WORD) for name in ("word", "kst"))
    motie = LetterRecord("motie", "brief", "1", 1, Metadata(Kind.MOTIE, "Motie", NOON.date(), kenmerk="1"))
    held = generation(motie, word, kst, forms=Forms(dict.fromkeys(("kst", "word"), ("kst", "word"))))
    assert [each.letter.id for each in letters_to_see_to(held, {})] == ["kst", "motie"]


def test_the_list_is_made_again_for_other_corrections() -> None:
    """What was said since it was made counts."""
    held, listed = generation(LetterRecord("a", "brief", "1", 1, WORD)), AttentionList()
    assert len(listed.of(held, {})) == 1
    said = {MetadataField.DATE: "", MetadataField.NUMBER: "", MetadataField.SENDERS: ""}
    assert listed.of(held, {"a": said}) == ()


def test_every_field_can_be_read() -> None:
    """What is not known reads as nothing."""
    assert [read_field(WORD, field) for field in MetadataField] == ["kamerbrief", "Voortgang", *[""] * 11]
