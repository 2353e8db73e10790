"""What the joining of lines and the telling of paragraphs never does."""

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableFile
from corpus.layout.classify import classify, split_paragraph
from corpus.layout.hyphens import Vocabulary, join_lines
from corpus.readers.plain import read_plain
from corpus.reading import NoteMark, PageBreak, Paragraph
from corpus.types import BlockKind

words = st.text(st.sampled_from("abcdeEUij.,;:?-–/1 0'«»()"), max_size=30)
phrases = st.sampled_from(
    (
        "Vraag 1", "Antwoord op vraag 1", "Antwoord", "De Kamer,", "verzoekt de regering iets te doen,",
        "en gaat over tot de orde van de dag.", "De voorzitter:", "Mevrouw De Vries (D66): Ja.", "1. eerst", "– een",
        "Geachte voorzitter,", "Hoogachtend,", "De Minister van Financiën,", "A. de Vries", "Gewone tekst.", "Kop",
    )
)  # fmt: skip


def letters(text: str) -> str:
    """The text without blanks, hyphens and dashes."""
    return re.sub(r"[\s\u00ad-]+", "", text)


@given(words, words)
def test_joining_changes_nothing_but_blanks_and_hyphens(before: str, after: str) -> None:
    """Every letter stays, in order."""
    assert letters(join_lines(before, after, Vocabulary((before, after)))) == letters(before + after)


@given(st.lists(st.one_of(phrases, words)))
def test_telling_paragraphs_apart_loses_no_word(texts: list[str]) -> None:
    """A head may be split from its text; nothing else happens to the words."""
    made = classify(Paragraph(text) for text in texts)
    assert "".join("".join(each.text.split()) for each in made) == "".join("".join(text.split()) for text in texts)
    assert all(each.level > 0 for each in made if each.kind in (BlockKind.HEADING, BlockKind.ITEM))


@given(st.lists(phrases))
def test_telling_twice_is_telling_once(texts: list[str]) -> None:
    """The kinds that are told are stable."""
    once = classify(Paragraph(text) for text in texts)
    assert [each.text for each in classify(once)] == [each.text for each in once]


@given(st.text(st.sampled_from("ab "), min_size=1, max_size=30), st.data())
def test_a_split_paragraph_keeps_its_words_breaks_and_marks(text: str, data: st.DataObject) -> None:
    """Each page keeps its words."""
    offset = data.draw(st.integers(0, len(text)))
    start = data.draw(st.integers(1, len(text)))
    whole = Paragraph(text, page=1, breaks=(PageBreak(start, 2),), marks=(NoteMark(start, "1"),))
    head, rest = split_paragraph(whole, offset)
    assert "".join((head.text + rest.text).split()) == "".join(text.split())
    assert len(head.marks) + len(rest.marks) == 1
    assert all(0 <= mark.offset <= len(part.text) for part in (head, rest) for mark in part.marks)
    assert all(0 < each.offset <= len(part.text) for part in (head, rest) for each in part.breaks)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_are_refused(data: bytes) -> None:
    """No other error comes out of the reading of text."""
    try:
        reading = read_plain(data)
    except UnreadableFile:
        return
    assert all(paragraph.text.strip() for paragraph in reading.paragraphs)
