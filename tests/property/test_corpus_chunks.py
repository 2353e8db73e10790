"""What holds for the passages of any letter."""

import dataclasses
import itertools

from hypothesis import given, settings

from corpus.chunks import LIMIT, cut
from corpus.types import Letter
from tests.builders import letters

any_letter = given(letters())
few = settings(max_examples=50, deadline=None)


@few
@any_letter
def test_a_passage_is_a_stretch_of_its_text(letter: Letter) -> None:
    """`text[start:end]` is the passage, at most 2,000 characters, without blanks at its ends."""
    for chunk in cut(letter):
        source = letter.notes_text if chunk.in_notes else letter.text
        assert source[chunk.start : chunk.end] == chunk.text
        assert 0 < len(chunk.text) <= LIMIT
        assert chunk.text == chunk.text.strip()
        assert chunk.letter == letter.id


@few
@any_letter
def test_everything_is_in_a_passage(letter: Letter) -> None:
    """Every non-blank character of the body, and of the notes, lies in at least one passage."""
    for source, in_notes in ((letter.text, False), (letter.notes_text, True)):
        covered = set[int]()
        for chunk in cut(letter):
            if chunk.in_notes is in_notes:
                covered.update(range(chunk.start, chunk.end))
        assert [
            offset for offset, character in enumerate(source) if offset not in covered and not character.isspace()
        ] == []


@few
@any_letter
def test_a_sentence_is_cut_only_when_it_is_too_long(letter: Letter) -> None:
    """A passage's sentences lie inside it and hold all of it; they are the letter's own unless one is too long."""
    for chunk in cut(letter):
        own = set(letter.note_sentences if chunk.in_notes else letter.sentences)
        long = [sentence for sentence in own if sentence.end - sentence.start > LIMIT]
        assert chunk.sentences[0].start == chunk.start
        assert chunk.sentences[-1].end == chunk.end
        for sentence in chunk.sentences:
            parted = any(whole.start <= sentence.start and sentence.end <= whole.end for whole in long)
            assert sentence in own or parted


@few
@any_letter
def test_passages_of_the_body_are_in_order_and_none_holds_another(letter: Letter) -> None:
    """Starts and ends go up: what a passage repeats of the one before is never all of it."""
    body = [chunk for chunk in cut(letter) if not chunk.in_notes]
    for before, after in itertools.pairwise(body):
        assert before.start < after.start
        assert before.end < after.end


@few
@any_letter
def test_a_note_is_listed_where_it_is_anchored(letter: Letter) -> None:
    """A note with an anchor is listed by a passage of the body that touches the anchor; one without is by none."""
    chunks = cut(letter)
    listed = {
        position: [chunk for chunk in chunks if not chunk.in_notes and position in chunk.notes]
        for position in range(len(letter.notes))
    }
    for position, note in enumerate(letter.notes):
        if note.anchor is None or not letter.text.strip():
            assert listed[position] == []
            continue
        assert listed[position]
        for chunk in listed[position]:
            nearest = min(max(note.anchor, chunk.start), chunk.end)
            assert letter.text[min(note.anchor, nearest) : max(note.anchor, nearest)].strip() == ""


@few
@any_letter
def test_a_passage_of_notes_holds_the_notes_it_lists(letter: Letter) -> None:
    """Each note is held by passages of notes, which list exactly the notes that they overlap."""
    held = set[int]()
    for chunk in cut(letter):
        if chunk.in_notes:
            overlapped = [
                position
                for position, note in enumerate(letter.notes)
                if note.start < chunk.end and chunk.start < note.end
            ]
            assert list(chunk.notes) == overlapped
            assert chunk.page == letter.notes[overlapped[0]].page
            held.update(overlapped)
    assert held == set(range(len(letter.notes)))


@few
@any_letter
def test_the_pages_are_those_of_the_first_and_last_character(letter: Letter) -> None:
    """`page` is where a passage of the body begins, `page_end` where it ends."""
    for chunk in cut(letter):
        if chunk.in_notes:
            continue
        first = [page.number for page in letter.pages if page.start <= chunk.start < page.end]
        last = [page.number for page in letter.pages if page.start < chunk.end <= page.end]
        assert [chunk.page] == first
        assert [chunk.page_end] == last


@few
@any_letter
def test_the_same_letter_gives_the_same_passages(letter: Letter) -> None:
    """Ids are those of the content: equal for equal letters, different for each passage and each letter."""
    chunks = cut(letter)
    assert cut(letter) == chunks
    assert len({chunk.id for chunk in chunks}) == len(chunks)
    other = cut(dataclasses.replace(letter, id="0" * 64))
    assert {chunk.id for chunk in other}.isdisjoint({chunk.id for chunk in chunks})
