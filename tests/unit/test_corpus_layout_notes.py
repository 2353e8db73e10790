"""Footnotes and the marks that point to them."""

from corpus.layout.notes import Notes, mark_spans, separate_notes
from corpus.layout.page import Line
from corpus.reading import SourceNote
from corpus.types import Span


def body(text: str, y: float, page: int = 1, raised: tuple[Span, ...] = ()) -> Line:
    """A line of running text."""
    return Line(page, text, 80, 450, y, 9, raised=raised)


def small(text: str, y: float, page: int = 1, *, raised: int = 0) -> Line:
    """A line in smaller letters, its first characters raised."""
    return Line(page, text, 80, 450, y, 7, raised=(Span(0, raised),) if raised else ())


def separate(*pages: list[Line]) -> tuple[list[list[str]], tuple[SourceNote, ...]]:
    """The texts of the bodies, and the notes."""
    bodies, notes = separate_notes(pages, 9, None)
    return [[line.text for line in page] for page in bodies], notes.notes


def test_small_lines_at_the_foot_that_begin_with_raised_numbers_are_notes() -> None:
    """They leave the body; lines without a number go on with the note above."""
    bodies, notes = separate(
        [
            body("Een zin", 200),
            small("1 Kamerstuk 1, nr. 2.", 120, raised=1),
            small("2 Een lange onder-", 111, raised=1),
            small("bouwing.", 102),
        ]
    )
    assert bodies == [["Een zin"]]
    assert notes == (SourceNote("1", "1", "Kamerstuk 1, nr. 2.", 1), SourceNote("2", "2", "Een lange onderbouwing.", 1))


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    """The lines above the first number there belong to the last note before."""
    _, notes = separate(
        [body("Een zin", 200), small("1 Het begin van", 120, raised=1)],
        [body("Nog een", 200, 2), small("een noot.", 120, 2), small("2 De tweede.", 111, 2, raised=1)],
    )
    assert notes == (SourceNote("1", "1", "Het begin van een noot.", 1), SourceNote("2", "2", "De tweede.", 2))


def test_numbers_in_letters_like_the_rest_count_when_they_follow_on() -> None:
    """Not every program raises the number of a note."""
    _, notes = separate(
        [
            body("Een motie1 en nog een.2", 200),
            small("1 Eerste.", 120),
            small("2024 was nat.", 111),
            small("2 Tweede.", 102),
        ]
    )
    assert [note.text for note in notes] == ["Eerste. 2024 was nat.", "Tweede."]


def test_numbered_rows_of_a_small_table_are_no_notes() -> None:
    """Nothing in the text points at them."""
    bodies, notes = separate([body("Een zin", 200), small("1 Motie over werk", 120), small("2 Motie over taal", 111)])
    assert (bodies, notes) == ([["Een zin", "1 Motie over werk", "2 Motie over taal"]], ())


def test_small_lines_elsewhere_on_the_next_page_are_no_part_of_a_note() -> None:
    """A note that goes on reaches down to the same foot."""
    note = [body("Een zin", 200), small("1 Zonder punt", 120, raised=1)]
    bodies, notes = separate(note, [body("Nog een", 400, 2), small("Bron: CBS", 300, 2)])
    assert (bodies[1], [each.text for each in notes]) == (["Nog een", "Bron: CBS"], ["Zonder punt"])
    bodies, notes = separate(note, [body("Nog een", 400, 2), small("en het vervolg.", 120, 2)])
    assert (bodies[1], [each.text for each in notes]) == (["Nog een"], ["Zonder punt en het vervolg."])


def test_among_raised_numbers_a_plain_one_counts_when_the_text_points_at_it() -> None:
    """Typists forget to raise one."""
    _, notes = separate(
        [
            body("geïnformeerd.2 En", 200, raised=(Span(13, 14),)),
            small("1 Eerste.", 120, raised=1),
            small("2 Tweede.", 111),
            small("3 dagen later.", 102),
        ]
    )
    assert [note.text for note in notes] == ["Eerste.", "Tweede. 3 dagen later."]


def test_a_small_table_above_the_notes_stays_in_the_text() -> None:
    """Only what begins with the first number is a note."""
    bodies, notes = separate([body("Een zin", 300), small("Jaar Aantal", 250), small("1 Eerste.", 120, raised=1)])
    assert (bodies, len(notes)) == ([["Een zin", "Jaar Aantal"]], 1)


def test_a_line_far_below_the_notes_is_none_of_them() -> None:
    """A remark in the foot of the page stays apart."""
    bodies, notes = separate([body("Een zin", 300), small("1 Eerste.", 120, raised=1), small("Opmerking", 60)])
    assert (bodies, [note.text for note in notes]) == ([["Een zin", "Opmerking"]], ["Eerste."])


def test_raised_numbers_of_notes_are_marks() -> None:
    """Two numbers after each other are two marks."""
    notes = Notes(places={"1": [(1, "1")], "2": [(1, "2")]})
    line = body("motie1, 2 is", 200, raised=(Span(5, 9),))
    assert mark_spans(line, notes) == [(Span(5, 9), ["1", "2"])]


def test_a_raised_number_without_a_note_is_text() -> None:
    """So are powers and ordinals."""
    notes = Notes(places={"2": [(1, "2")]})
    assert mark_spans(body("de 3e keer", 200, raised=(Span(4, 5),)), notes) == []
    assert mark_spans(body("op 25 m2 grond", 200, raised=(Span(7, 8),)), notes) == []


def test_a_number_used_again_points_to_the_note_of_its_own_page() -> None:
    """A part with a numbering of its own, or the same number on a later page."""
    notes = Notes(places={"1": [(1, "1"), (8, "1@8.1")]})
    assert [notes.key_for("1", page) for page in (1, 8, 9)] == ["1", "1@8.1", "1@8.1"]
