"""What holds for the letter of any reading."""

import unicodedata

from hypothesis import given, settings

from corpus.hygiene import clean
from corpus.letter import compose
from corpus.reading import Reading
from corpus.types import Letter
from tests.builders import readings

any_reading = given(readings())
few = settings(max_examples=40, deadline=None)


def letter_of(reading: Reading) -> Letter:
    """The letter of a reading."""
    return compose("0" * 64, "brief.pdf", reading)


@few
@any_reading
def test_the_text_is_plain(reading: Reading) -> None:
    """Composed characters, one plain blank between words, nothing unseen; lines only between blocks and notes."""
    letter = letter_of(reading)
    for block in letter.blocks:
        text = letter.text[block.start : block.end]
        assert text == clean(text) != ""
    for text in (letter.text, letter.notes_text):
        assert unicodedata.is_normalized("NFC", text)


@few
@any_reading
def test_blocks_are_all_of_the_text(reading: Reading) -> None:
    """Between two blocks stands one blank line, and nothing else."""
    letter = letter_of(reading)
    assert letter.text == "\n\n".join(letter.text[block.start : block.end] for block in letter.blocks)


@few
@any_reading
def test_pages_tile_the_text(reading: Reading) -> None:
    """As many pages as the reader counted, each beginning where the one before ends."""
    letter = letter_of(reading)
    assert len(letter.pages) == max(len(reading.page_labels), 1)
    position = 0
    for page in letter.pages:
        assert page.start == position
        position = page.end
    assert position == len(letter.text)


@few
@any_reading
def test_a_page_begins_at_a_word(reading: Reading) -> None:
    """No page begins with a blank, wherever the reader put the break."""
    letter = letter_of(reading)
    assert not any(letter.text[page.start : page.end][:1].isspace() for page in letter.pages)


@few
@any_reading
def test_notes_are_all_of_their_text(reading: Reading) -> None:
    """One a line, anchored inside the body or not at all."""
    letter = letter_of(reading)
    assert letter.notes_text == "\n".join(letter.notes_text[note.start : note.end] for note in letter.notes)
    for note in letter.notes:
        assert note.start < note.end
        assert note.anchor is None or 0 <= note.anchor <= len(letter.text)


@few
@any_reading
def test_sentences_hold_every_character_that_is_not_blank(reading: Reading) -> None:
    """In order, not overlapping, none across a block or note."""
    letter = letter_of(reading)
    for text, parts, sentences in (
        (letter.text, letter.blocks, letter.sentences),
        (letter.notes_text, letter.notes, letter.note_sentences),
    ):
        position = 0
        for sentence in sentences:
            assert text[position : sentence.start].strip() == ""
            assert any(part.start <= sentence.start < sentence.end <= part.end for part in parts)
            position = sentence.end
        assert text[position:].strip() == ""


@few
@any_reading
def test_references_lie_in_their_text(reading: Reading) -> None:
    """Every mention is a stretch of the body, or of the notes."""
    letter = letter_of(reading)
    for mention in letter.references:
        text = letter.notes_text if mention.in_notes else letter.text
        assert 0 <= mention.start < mention.end <= len(text)


@few
@any_reading
def test_the_same_reading_makes_the_same_letter(reading: Reading) -> None:
    """Nothing depends on chance, time or machine."""
    assert letter_of(reading) == letter_of(reading)
