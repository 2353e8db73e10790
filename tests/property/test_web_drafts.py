"""What holds of every draft, whatever is typed in it."""

import io
import re
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import docx as word_files
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from qa.database import Database
from tests.drafts_examples import BRIDGES, FERRIES, make_draft, source_of
from web.drafts.export.bibliography import csl_json, ris
from web.drafts.export.document import document
from web.drafts.export.docx import docx
from web.drafts.export.odt import odt
from web.drafts.export.text import markdown, plain
from web.drafts.marks import as_quotation, quotations, sign_of, signs
from web.drafts.questions import split_questions
from web.drafts.store import DraftStore
from web.drafts.tidy import tidy
from web.drafts.types import Section, Text
from web.drafts.words import Words, count_words

SOURCES = (source_of(BRIDGES, "Dat verzoek begrijp ik goed."), source_of(FERRIES, "Het veer bij Wijk", 2))
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# What people type and paste, and what breaks formats: markup, marks, notes, control characters, other scripts.
TYPED = st.lists(
    st.one_of(
        st.sampled_from(
            ["[^1]", "[^2]", "[^7]", "“", "”", '"', "‘", "’", "«", "»", "<b>", "&amp;", "]]>", "*", "# ", "\n", "\n\n"]
        ),
        st.text(max_size=12),
        st.sampled_from(["een plan", "de brug", "Ik zeg toe dat", "voor 1 mei 2027.", "Kamerstuk 29 398, nr. 7"]),
    ),
    max_size=25,
).map("".join)
WORDS = st.lists(
    st.sampled_from('de brug ‘nieuwe’ “oude” 1,5 € miljoen (zie) komt, later. in- en uitvoer « » "x" [sic] …'.split()),
    min_size=1,
    max_size=15,
).map(" ".join)


@settings(deadline=None)
@given(TYPED)
def test_quotations_lie_in_the_text_and_name_only_notes_that_stand_there(text: str) -> None:
    """In order, not overlapping, each with its own words."""
    known = {sign.number for sign in signs(text)}
    last = 0
    for quotation in quotations(text):
        assert text[quotation.span.start : quotation.span.end] == quotation.words
        assert last <= quotation.span.start
        last = quotation.span.end
        assert set(quotation.notes) <= known


@settings(deadline=None)
@given(WORDS)
def test_words_that_are_quoted_are_found_where_they_stand(words: str) -> None:
    """Whatever marks, brackets and dots are among them, a quotation of a source is read back and agrees."""
    [quotation] = quotations(as_quotation(words, 1))
    assert quotation.notes == (1,)
    if count_words(words):
        found = Words(f"Ervoor staat dit. {words} Erachter staat dat.").find(quotation.words)
        assert found is not None


@settings(deadline=None)
@given(TYPED)
def test_tidy_text_stays_as_it_is(text: str) -> None:
    """Tidying twice is tidying once, and what is left can be written in XML."""
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    etree.Element("a").text = tidied


@settings(max_examples=30, deadline=None)
@given(TYPED, TYPED, TYPED)
def test_every_format_holds_the_same_notes(title: str, question: str, answer: str) -> None:
    """As many as the text has signs of sources; the files open."""
    draft = make_draft(Section("s1", question, answer), sources=SOURCES, title=title)
    made = document(draft)
    known = {source.number: source.citation for source in SOURCES}
    expected = [known[sign.number] for sign in signs(tidy(answer)) if sign.number in known]
    assert list(made.notes) == expected
    opened = word_files.Document(io.BytesIO(docx(made)))
    assert len(opened.element.body.xpath(".//w:footnoteReference")) == len(expected)
    content = etree.fromstring(zipfile.ZipFile(io.BytesIO(odt(made))).read("content.xml"))
    assert ["".join(map(str, body.itertext())) for body in content.iter(f"{TEXT}note-body")] == expected
    defined = re.findall(r"^\[\^(\d+)\]: ", markdown(made), re.MULTILINE)
    assert defined == [str(number) for number in range(1, len(expected) + 1)]
    assert plain(made).endswith("\n")


@settings(max_examples=30, deadline=None)
@given(TYPED, TYPED)
def test_the_open_document_shows_the_text_as_it_was_typed(title: str, answer: str) -> None:
    """Every sign that can be seen, in its order, the signs of notes apart."""
    draft = make_draft(answer, title=title)
    content = etree.fromstring(zipfile.ZipFile(io.BytesIO(odt(document(draft)))).read("content.xml"))
    shown = "".join("".join(map(str, content.itertext())).split())
    assert shown == "".join((tidy(title) + tidy(answer)).split())


@settings(max_examples=20, deadline=None)
@given(TYPED, st.lists(st.tuples(TYPED, TYPED), max_size=4))
def test_what_is_saved_is_what_comes_back(title: str, pairs: list[tuple[str, str]]) -> None:
    """Any text, in any number of sections."""
    sections = tuple(Section(f"s{n}", tidy(asked), tidy(said)) for n, (asked, said) in enumerate(pairs))
    text = Text(tidy(title), sections)
    with tempfile.TemporaryDirectory() as folder:
        store = DraftStore(Database(Path(folder)))
        draft = store.create("", "", Text("", ()))
        store.save(draft.id, text, 1, "")
        assert DraftStore(Database(Path(folder))).get(draft.id).text == text


@settings(deadline=None)
@given(TYPED)
def test_any_text_is_cut_into_questions_or_has_none(text: str) -> None:
    """None of them empty."""
    assert all(number and words.strip() for number, words in split_questions(text).questions)


@settings(deadline=None)
@given(TYPED)
def test_a_record_of_literature_stays_a_record(words: str) -> None:
    """Nothing that is typed begins a line of its own, and there is one record for each source."""
    sources = [replace(SOURCES[0], quote=words, title=words)]
    assert len(re.findall(r"^TY  - ", ris(sources, {}), re.MULTILINE)) == 1
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in ris(sources, {}).split("\r\n") if line)
    assert csl_json(sources, {}).startswith("[")
    assert sign_of(1) == "[^1]"
