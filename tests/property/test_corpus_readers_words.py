"""Whatever the markup, no word is lost, doubled or moved, and note marks stand inside their paragraphs."""

from collections import Counter
from html import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.readers.docx import read_docx
from corpus.readers.hand_notes import take_hand_notes
from corpus.readers.html import read_html
from corpus.readers.official import read_official
from corpus.reading import Paragraph, Reading
from tests.word_examples import field, paragraph, table, word_file

WORDS = st.lists(
    st.sampled_from("de een fietsbel, Kamer. informeren? «stil» arbeids- en 21 501-02 (zie) ’s zeer; Wit: 3".split()),
    min_size=1,
    max_size=8,
).map(" ".join)


def _words(*texts: str) -> Counter[str]:
    return Counter("".join(character if character.isalnum() else " " for character in " ".join(texts)).split())


def _read_words(reading: Reading) -> Counter[str]:
    texts = [each.text for each in reading.paragraphs]
    return _words(*texts, *(note.text for note in reading.notes), *(line.text for line in reading.furniture))


def _marks_are_inside(reading: Reading) -> bool:
    keys = {note.key for note in reading.notes}
    return all(
        0 <= mark.offset <= len(each.text) and mark.key in keys for each in reading.paragraphs for mark in each.marks
    )


# Each block is its markup and the text that a reader of it must find.
Block = tuple[str, str]


def _note(text: str) -> str:
    return f"<noot><noot.nr>x</noot.nr><noot.al>{escape(text)}</noot.al></noot>"


OFFICIAL = st.recursive(
    st.one_of(
        WORDS.map(lambda text: (f"<al>{escape(text)}</al>", text)),
        st.tuples(WORDS, WORDS).map(lambda two: (f"<al>{two[0]}{_note(two[1])}</al>", f"{two[0]} {two[1]}")),
        st.tuples(WORDS, WORDS).map(lambda two: (f"<al>{two[0]} <nadruk>{two[1]}</nadruk></al>", f"{two[0]} {two[1]}")),
        WORDS.map(lambda text: (f"<tussenkop>{text}</tussenkop>", text)),
        WORDS.map(lambda text: (f"<onbekend>{text}</onbekend>", text)),
        st.lists(WORDS, min_size=1, max_size=3).map(
            lambda cells: (
                f"<table><row>{''.join(f'<entry><al>{cell}</al></entry>' for cell in cells)}</row></table>",
                " ".join(cells),
            )
        ),
    ),
    lambda inner: st.tuples(
        st.sampled_from(["al-groep", "divisie", "tekst", "nog-iets"]), st.lists(inner, min_size=1, max_size=4)
    ).map(
        lambda made: (
            f"<{made[0]}>{''.join(markup for markup, _ in made[1])}</{made[0]}>",
            " ".join(text for _, text in made[1]),
        )
    ),
    max_leaves=12,
)


@given(OFFICIAL)
@settings(max_examples=150, deadline=None)
def test_official_xml_keeps_all_words(block: Block) -> None:
    """Whatever the elements, known or not."""
    markup, text = block
    reading = read_official(
        f"<officiele-publicatie><kamerstuk><stuk><algemeen>{markup}</algemeen></stuk></kamerstuk>"
        f"</officiele-publicatie>".encode()
    )
    assert _read_words(reading) == _words(text)
    assert _marks_are_inside(reading)


PAGE = st.recursive(
    st.one_of(
        WORDS.map(lambda text: (f"<p>{escape(text)}</p>", text)),
        WORDS.map(lambda text: (escape(text), text)),
        st.tuples(WORDS, WORDS).map(lambda two: (f"<p>{two[0]}<br>{two[1]}</p>", f"{two[0]} {two[1]}")),
        WORDS.map(lambda text: (f"<h3>{text}</h3>", text)),
        st.lists(WORDS, min_size=1, max_size=3).map(
            lambda items: (f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>", " ".join(items))
        ),
    ),
    lambda inner: st.tuples(
        st.sampled_from(["div", "section", "blockquote", "b", "center"]), st.lists(inner, min_size=1, max_size=4)
    ).map(
        lambda made: (
            f"<{made[0]}>{' '.join(markup for markup, _ in made[1])}</{made[0]}>",
            " ".join(text for _, text in made[1]),
        )
    ),
    max_leaves=12,
)


@given(PAGE)
@settings(max_examples=150, deadline=None)
def test_web_pages_keep_all_words(block: Block) -> None:
    """Blocks in blocks, loose text, lists, broken lines."""
    markup, text = block
    assert _read_words(read_html(f"<html><body>{markup}</body></html>".encode())) == _words(text)


WORD = st.lists(
    st.one_of(
        WORDS.map(lambda text: (paragraph(escape(text)), text)),
        st.tuples(WORDS, WORDS).map(
            lambda two: (paragraph(two[0], " ", field(" X ", two[1]), bold=True), f"{two[0]} {two[1]}")
        ),
        st.tuples(WORDS, WORDS).map(
            lambda two: (paragraph(two[0], "<w:r><w:br/></w:r>", two[1]), f"{two[0]} {two[1]}")
        ),
        st.lists(WORDS, min_size=1, max_size=3).map(lambda cells: (table(tuple(cells)), " ".join(cells))),
    ),
    min_size=1,
    max_size=6,
)


@given(WORD)
@settings(max_examples=60, deadline=None)
def test_word_documents_keep_all_words(blocks: list[Block]) -> None:
    """In the text, or among the furniture where the top of a letter looks like a letterhead."""
    reading = read_docx(word_file("".join(markup for markup, _ in blocks)))
    assert _read_words(reading) == _words(*(text for _, text in blocks))


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_notes_made_by_hand_keep_all_words(texts: list[str], data: st.DataObject) -> None:
    """Only the marks themselves leave; an enumeration that is no list of notes loses nothing at all."""
    count = data.draw(st.integers(0, 4))
    marked = data.draw(st.lists(st.integers(1, 4), unique=True, max_size=4))
    body = [f"{text} [{number}] x" for text, number in zip(texts, marked, strict=False)]
    notes = [f"[{number}] noot {number}" for number in range(1, count + 1)]
    given_texts = [*body, *texts, *notes]
    paragraphs, taken = take_hand_notes([Paragraph(text) for text in given_texts])
    read = _words(*(each.text for each in paragraphs), *(note.text for note in taken))
    lost = _words(*given_texts) - read
    assert read - _words(*given_texts) == Counter()
    assert set(lost) <= {str(number) for number in range(1, 5)}
    assert sum(lost.values()) <= 2 * len(taken)
