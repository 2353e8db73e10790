"""What holds of corrections, whatever is corrected in whatever letters."""

import datetime
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.commitments import recognise
from corpus.types import Kind, Letter, Metadata, Person
from index.library import Library
from qa.citing import citation, prove, quote_page
from qa.database import Database
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.corrections import MetadataCorrections
from qa.metadata.fields import MetadataField, apply, read_field, tidy
from qa.metadata.people import read_people, write_people
from qa.types import Quote
from tests.builders import letters, metadata
from tests.index_examples import PLAIN_ANALYSIS, HeldLetters, ToyEncoder

VALUES = {
    MetadataField.KIND: st.sampled_from([kind.value for kind in Kind]),
    MetadataField.TITLE: st.text(max_size=30),
    MetadataField.DATE: st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1)).map(str) | st.just(""),
    MetadataField.VERGADERJAAR: st.sampled_from(["", "2022-2023", "2009/10"]),
    MetadataField.CHAMBER: st.sampled_from(["", "I", "II", "i"]),
    MetadataField.DOSSIERS: st.sampled_from(["", "32824", "36 200 XV, 32 824", "21501-02"]),
    MetadataField.NUMBER: st.sampled_from(
        ["", "32824, nr. 372", "kst-36200-XV-85", "Aanhangsel Handelingen II 2022/23, nr. 64", "2022D12345"]
    ),
    MetadataField.KENMERK: st.text(max_size=20),
    MetadataField.MINISTRY: st.sampled_from(["", "Financiën"]),
    MetadataField.SENDERS: st.sampled_from(
        ["", "Minister van Financiën", "W.B. Hoekstra (CDA, Minister van Financiën)"]
    ),
    MetadataField.RECEIVERS: st.sampled_from(["", "K. Arib"]),
    MetadataField.PROPOSERS: st.sampled_from(["", "Thierry Aartsen (VVD); Van der Plas (BBB)"]),
    MetadataField.QUESTIONERS: st.sampled_from(["", "Aartsen"]),
}


def corrections() -> st.SearchStrategy[tuple[MetadataField, str]]:
    """Any field and a value that can be taken for it."""
    return st.sampled_from(MetadataField).flatmap(lambda field: st.tuples(st.just(field), VALUES[field]))


def people() -> st.SearchStrategy[Person]:
    """Someone as letters name people."""
    return st.builds(
        Person,
        st.sampled_from(["Aartsen", "Van der Plas", "Yeşilgöz-Zegerius", "Arib", "Van Dijk", "Bruins Slot"]),
        st.sampled_from(["", "C.E.G.", "Thierry", "J."]),
        st.sampled_from(["", "VVD", "BBB"]),
        st.sampled_from(["", "Kamerlid", "Minister van Sociale Zaken en Werkgelegenheid", "Minister-President"]),
    )


@given(several=st.lists(people(), unique=True, max_size=4).map(tuple))
def test_people_are_read_as_they_are_written(several: tuple[Person, ...]) -> None:
    """`read_people` undoes `write_people`."""
    assert read_people(write_people(several)) == several


@given(value=st.sampled_from(MetadataField).flatmap(lambda field: st.tuples(st.just(field), VALUES[field])))
def test_what_is_kept_is_kept_the_same_again(value: tuple[MetadataField, str]) -> None:
    """A value in its one form stays in it, and the metadata hold it."""
    field, written = value
    kept = tidy(field, written)
    assert tidy(field, kept) == kept
    assert read_field(apply(Metadata(Kind.OVERIG, ""), {field: kept}), field) == kept


@given(known=metadata(), values=st.lists(corrections(), max_size=5).map(dict))
def test_corrections_hold_however_often_they_are_put_on(known: Metadata, values: dict[MetadataField, str]) -> None:
    """What is corrected reads as it was kept (a number with what completes it), and again the same the second time."""
    kept = {field: tidy(field, value) for field, value in values.items()}
    once = apply(known, kept)
    again = apply(once, kept)
    assert replace(again, people=()) == replace(once, people=())
    assert set(again.people) == set(once.people)
    for field in kept.keys() - {
        MetadataField.NUMBER,
        MetadataField.DOSSIERS,
        MetadataField.CHAMBER,
        MetadataField.VERGADERJAAR,
    }:
        assert read_field(once, field) == kept[field]


@settings(max_examples=8, deadline=None)
@given(held=st.lists(letters(max_parts=4), min_size=1, max_size=4, unique_by=lambda letter: letter.id), data=st.data())
def test_a_correction_that_is_taken_back_leaves_no_trace(held: list[Letter], data: st.DataObject) -> None:
    """The manifest is the one of before; corrected anew it is that of the corrected letters, and little is encoded."""
    target = data.draw(st.sampled_from(held)).id
    values = data.draw(st.lists(corrections(), min_size=1, max_size=3))
    with tempfile.TemporaryDirectory() as folder:
        book = MetadataCorrections(Database(Path(folder) / "notes"))
        collection, encoder = CorrectedLetters(HeldLetters(held), book), ToyEncoder()
        library = Library(Path(folder) / "grown", encoder, analysis=PLAIN_ANALYSIS)
        library.build(collection)
        before, encoded = library.current().info.manifest, encoder.encoded
        made = [book.correct(target, field, value, by="Jan", reason="x") for field, value in values]

        report = library.build(collection)
        after = library.current()
        assert report.changed == (target,)
        assert after.letters[target].metadata == collection.load(target).metadata
        assert MetadataField.TITLE in dict(values) or encoder.encoded == encoded
        afresh = Library(Path(folder) / "afresh", encoder, analysis=PLAIN_ANALYSIS)
        afresh.build(collection)
        assert afresh.current().info.manifest == after.info.manifest

        for number in made:
            book.withdraw(number, by="Els")
        library.build(collection)
        assert library.current().info.manifest == before
        assert library.build(collection).up_to_date


@settings(max_examples=50, deadline=None)
@given(letter=letters(), values=st.lists(corrections(), max_size=4).map(dict))
def test_quotes_agree_with_their_page_in_corrected_letters(letter: Letter, values: dict[MetadataField, str]) -> None:
    """Whatever is corrected, spans, sentences and promises still stand where they stood, and can be cited."""
    with tempfile.TemporaryDirectory() as folder:
        book = MetadataCorrections(Database(Path(folder)))
        for field, value in values.items():
            book.correct(letter.id, field, value, by="Jan", reason="x")
        corrected = CorrectedLetters(HeldLetters([letter]), book).load(letter.id)
    assert (corrected.text, corrected.notes_text, corrected.pages) == (letter.text, letter.notes_text, letter.pages)
    for span in corrected.sentences:
        page = quote_page(corrected, span, in_notes=False)
        prove(corrected, Quote(span, corrected.text[span.start : span.end], page), in_notes=False)
        assert citation(corrected, page)
    for made in recognise(corrected):
        text = corrected.notes_text if made.in_notes else corrected.text
        assert text[made.start : made.end] == made.quote
