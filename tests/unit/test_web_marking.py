"""Marking cited words on the pages of a PDF file."""

from collections.abc import Sequence

import pytest

from corpus.types import Format, Letter, Span
from tests.marked_examples import printed_inside
from tests.web_examples import draw_pdf, make_letter, span_of
from web.marked.alignment import inked
from web.marked.marking import Cited, Marks, find_marks
from web.marked.pages import Box, PageGlyphs, read_glyphs

HEAD = "Tweede Kamer, vergaderjaar 2023-2024, 29 398, nr. 1234"


def letter_of(data: bytes, *pages: Sequence[str], notes: Sequence[tuple[str, int | None]] = ()) -> Letter:
    """A letter whose pages hold these paragraphs."""
    paragraphs = [paragraph for page in pages for paragraph in page]
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + sum(len(paragraph) + 2 for paragraph in page))
    return make_letter(data, paragraphs, letter_format=Format.PDF, page_starts=starts, notes=notes)


def mark(letter: Letter, data: bytes, *words: str, in_notes: bool = False) -> Marks:
    """Where these words of the letter are marked."""
    text = letter.notes_text if in_notes else letter.text
    cited = Cited(tuple(span_of(text, quote) for quote in words), in_notes)
    return find_marks(letter, cited, lambda page: read_glyphs(data, page))


def inside(data: bytes, page: int, boxes: Sequence[Box]) -> str:
    """What is printed in these rectangles, without spaces."""
    return "".join(printed_inside(read_glyphs(data, page), boxes).split())


def test_a_quotation_is_marked_line_by_line() -> None:
    """Each line of print gets one rectangle, and in it stand the quoted words and no others."""
    data = draw_pdf([[HEAD, "Er komt een plan. Ik stuur het", "voor de zomer aan uw Kamer. Dat is al."]])
    letter = letter_of(data, ["Er komt een plan. Ik stuur het voor de zomer aan uw Kamer. Dat is al."])
    marks = mark(letter, data, "Ik stuur het voor de zomer aan uw Kamer.")
    assert not marks.missing
    assert [box.top < 100 for box in marks.boxes[1]] == [True, True]
    assert inside(data, 1, marks.boxes[1]) == "IkstuurhetvoordezomeraanuwKamer."


def test_a_hyphenated_quotation_is_marked_with_its_hyphen() -> None:
    """The hyphen at the line's end belongs to the marked word."""
    data = draw_pdf([["Wij hechten aan de arbeids-", "participatie van nieuwkomers in de stad."]])
    letter = letter_of(data, ["Wij hechten aan de arbeidsparticipatie van nieuwkomers in de stad."])
    marks = mark(letter, data, "de arbeidsparticipatie van")
    assert inked(inside(data, 1, marks.boxes[1])).characters == "dearbeidsparticipatievan"
    first, second = marks.boxes[1]
    assert first.right > second.right


def test_a_footnote_mark_inside_the_quotation_is_left_unmarked() -> None:
    """The rectangle is broken where the mark stands."""
    data = draw_pdf([["In de motie van het lid De Boer2 wordt om een plan gevraagd.", "^2 Kamerstuk 29 398, nr. 12."]])
    letter = letter_of(data, ["In de motie van het lid De Boer wordt om een plan gevraagd."])
    marks = mark(letter, data, "De Boer wordt om een plan gevraagd.")
    assert inside(data, 1, marks.boxes[1]) == "DeBoerwordtomeenplangevraagd."


def test_a_quotation_over_two_pages_is_marked_on_both() -> None:
    """Foot, note and head between the halves are not marked."""
    data = draw_pdf(
        [
            [HEAD, "Over de bruggen heb ik met de ge-", "^1 Zie bijlage.", "29 398, nr. 1234 1"],
            [HEAD, "meenten gesproken, en dat was goed. Verder niets."],
        ]
    )
    letter = letter_of(data, ["Over de bruggen heb ik met de gemeenten"], ["gesproken, en dat was goed. Verder niets."])
    whole = "met de gemeenten\n\ngesproken, en dat was goed."
    marks = mark(letter, data, whole)
    assert not marks.missing
    assert inked(inside(data, 1, marks.boxes[1])).characters == "metdege"
    assert inside(data, 2, marks.boxes[2]) == "meentengesproken,endatwasgoed."


def test_a_word_that_ends_on_the_next_page_is_marked_there_too() -> None:
    """The quotation's last word begins on the first page and is finished on the second."""
    data = draw_pdf([["Dat bespreek ik met de ge-"], [HEAD, "meenten. Daarna volgt een brief aan de Kamer."]])
    letter = letter_of(data, ["Dat bespreek ik met de gemeenten."], ["Daarna volgt een brief aan de Kamer."])
    marks = mark(letter, data, "Dat bespreek ik met de gemeenten.")
    assert inside(data, 2, marks.boxes[2]) == "meenten."


def test_the_second_of_two_equal_answers_is_marked() -> None:
    """A short quotation is told from its double by what surrounds it."""
    lines = ["Vraag 1. Bent u bekend met het bericht?", "Ja.", "Vraag 2. Gaat u daar iets aan doen?", "Ja."]
    data = draw_pdf([lines])
    letter = letter_of(data, lines)
    span = Span(letter.text.rindex("Ja."), letter.text.rindex("Ja.") + 3)
    marks = find_marks(letter, Cited((span,)), lambda page: read_glyphs(data, page))
    (box,) = marks.boxes[1]
    assert 70 < box.top < 85


def test_words_that_are_not_printed_are_missing_and_nothing_is_marked() -> None:
    """Rather no mark than a wrong one."""
    data = draw_pdf([[HEAD, "Er komt een plan voor de zomer, en wel voor alle fietsbruggen in het land."]])
    letter = letter_of(data, ["Er komt nooit een plan, en zeker niet voor alle spoorbruggen in het land."])
    assert mark(letter, data, "nooit een plan, en zeker niet voor alle spoorbruggen") == Marks({}, missing=True)


def test_one_of_two_quotations_missing_is_said_and_the_other_is_marked() -> None:
    """What was found is marked, what was not is said."""
    data = draw_pdf([["De minister komt met een plan voor de bruggen. Het parlement wacht daar al lang op."]])
    letter = letter_of(data, ["De minister komt met een plan voor de bruggen. Onze volksvertegenwoordiging wacht."])
    marks = mark(letter, data, "De minister komt met een plan voor de bruggen.", "Onze volksvertegenwoordiging wacht.")
    assert marks.missing
    assert inside(data, 1, marks.boxes[1]) == "Deministerkomtmeteenplanvoordebruggen."


def test_a_footnote_is_marked_where_it_is_printed() -> None:
    """A cited note is looked for among the notes of its page."""
    data = draw_pdf([["De motie De Boer1 vraagt om een plan.", "^1 Kamerstuk 29 398, nr. 12."]])
    letter = letter_of(data, ["De motie De Boer vraagt om een plan."], notes=[("Kamerstuk 29 398, nr. 12.", 1)])
    marks = mark(letter, data, "Kamerstuk 29 398, nr. 12.", in_notes=True)
    assert inside(data, 1, marks.boxes[1]) == "Kamerstuk29398,nr.12."


def test_a_note_without_a_page_is_missing() -> None:
    """Where a note stands is not guessed."""
    data = draw_pdf([["Een plan."]])
    letter = letter_of(data, ["Een plan."], notes=[("Kamerstuk 29 398, nr. 12.", None)])
    assert mark(letter, data, "Kamerstuk", in_notes=True) == Marks({}, missing=True)


def test_marks_follow_a_turned_page() -> None:
    """On a page that is shown turned, the rectangles stand where the words are shown."""
    lines = ["Er komt een plan voor alle bruggen."]
    upright = draw_pdf([lines])
    turned = draw_pdf([lines], rotation=90)
    letter = letter_of(upright, lines)
    (plain,) = mark(letter, upright, "een plan").boxes[1]
    boxes = mark(letter, turned, "een plan").boxes[1]
    assert min(box.top for box in boxes) == pytest.approx(plain.left, abs=0.1)
    assert max(box.bottom for box in boxes) == pytest.approx(plain.right, abs=0.1)


def test_only_the_pages_of_the_citation_are_read() -> None:
    """A citation in the middle of a long file costs no more than its own pages."""
    data = draw_pdf([[f"Bladzijde {number} gaat over brug {number}."] for number in range(1, 6)])
    letter = letter_of(data, *[[f"Bladzijde {number} gaat over brug {number}."] for number in range(1, 6)])
    read: list[int] = []

    def glyphs(page: int) -> PageGlyphs:
        read.append(page)
        return read_glyphs(data, page)

    find_marks(letter, Cited((span_of(letter.text, "over brug 3"),)), glyphs)
    assert read == [3, 4]
