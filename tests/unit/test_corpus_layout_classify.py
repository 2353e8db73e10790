"""What each paragraph is, by its words."""

import pytest

from corpus.layout.classify import classify, split_paragraph
from corpus.reading import NoteMark, PageBreak, Paragraph
from corpus.types import BlockKind

H, P, Q, A = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.QUESTION, BlockKind.ANSWER
ITEM, DICTUM, SIGNATURE, SPEAKER = BlockKind.ITEM, BlockKind.DICTUM, BlockKind.SIGNATURE, BlockKind.SPEAKER


def kinds(*texts: str) -> list[tuple[BlockKind, str, str]]:
    """Kind, number and text of each paragraph that `classify` makes of plain texts."""
    return [(each.kind, each.number, each.text) for each in classify(Paragraph(text) for text in texts)]


def test_questions_and_the_answer_given_to_them_together() -> None:
    """Each paragraph under a head bears the head's number, up to the next head."""
    assert kinds("Vraag 3, 4 en 5", "Klopt dit?", "En dat?", "Antwoord 3, 4 en 5", "Ja.", "Ook dat.") == [
        (H, "3, 4 en 5", "Vraag 3, 4 en 5"),
        (Q, "3, 4 en 5", "Klopt dit?"),
        (Q, "3, 4 en 5", "En dat?"),
        (H, "3, 4 en 5", "Antwoord 3, 4 en 5"),
        (A, "3, 4 en 5", "Ja."),
        (A, "3, 4 en 5", "Ook dat."),
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Antwoord op vraag 2", "2"),
        ("Antwoorden op vraag 3, 4, 5, 9 en 10", "3, 4, 5, 9 en 10"),
        ("Antwoord op de vragen 7 t/m 9:", "7 t/m 9"),
        ("Beantwoording vraag 12a", "12a"),
    ],
)
def test_spellings_of_an_answers_head(line: str, number: str) -> None:
    """Ministries write the head of an answer in many ways."""
    assert kinds("Vraag 1", "Waarom?", line, "Daarom.")[2:] == [(H, number, line), (A, number, "Daarom.")]


def test_an_answer_without_number_answers_the_questions_before_it() -> None:
    """A bare "Antwoord" takes the numbers of the questions that wait."""
    assert kinds("Vraag 1", "Wie?", "Vraag 2", "Wat?", "Antwoord", "Ik.")[-2:] == [
        (H, "1 en 2", "Antwoord"),
        (A, "1 en 2", "Ik."),
    ]


def test_a_head_run_in_before_its_text_is_split_off() -> None:
    """The paragraph "Vraag 1: Bent u …" becomes a head and a question."""
    assert kinds("Vraag 1: Bent u bereid te helpen?", "Antwoord 1: Ja.") == [
        (H, "1", "Vraag 1:"),
        (Q, "1", "Bent u bereid te helpen?"),
        (H, "1", "Antwoord 1:"),
        (A, "1", "Ja."),
    ]


def test_a_head_repeated_in_the_answers_first_line_announces_nothing() -> None:
    """Under "Antwoord 7" the words "Antwoord op vragen 7 en 8: hier …" belong to the answer."""
    assert kinds("Antwoord 7", "Antwoord op vragen 7 en 8: hier gaat het om.")[1] == (
        A,
        "7",
        "Antwoord op vragen 7 en 8: hier gaat het om.",
    )


def test_sentences_that_begin_with_vraag_are_no_heads() -> None:
    """Running text about a question stays running text."""
    assert kinds("Vraag 3 gaat over de kosten van het plan.") == [(P, "", "Vraag 3 gaat over de kosten van het plan.")]


def test_answers_end_where_the_explanation_begins() -> None:
    """What follows "Toelichting:" answers nothing."""
    assert kinds("Antwoord 1", "Ja.", "Toelichting:", "Aanvullende vragen.")[2:] == [
        (P, "", "Toelichting:"),
        (P, "", "Aanvullende vragen."),
    ]


def test_speakers_of_a_report() -> None:
    """Lines that name the speaker are set apart; one run in before the speech is split off."""
    assert kinds("De voorzitter:", "Ik open.", "Mevrouw El Yassini-de Boer (VVD): Dank u wel.") == [
        (SPEAKER, "", "De voorzitter:"),
        (P, "", "Ik open."),
        (SPEAKER, "", "Mevrouw El Yassini-de Boer (VVD):"),
        (P, "", "Dank u wel."),
    ]


def test_a_single_name_with_a_colon_makes_no_report() -> None:
    """One such line in a letter stays what it is."""
    assert kinds("Minister Jansen:", "zie de bijlage.")[0][0] is P


def test_dictum_and_names_of_a_motie() -> None:
    """What the Chamber asks is the dictum, and only that; the names below sign."""
    assert [kind for kind, _, _ in kinds(
        "De Kamer,",
        "gehoord de beraadslaging,",
        "overwegende dat het nodig is;",
        "verzoekt de regering:",
        "– een plan te maken;",
        "en gaat over tot de orde van de dag.",
        "Van den Berg",
        "El Idrissi",
    )] == [P, P, P, DICTUM, DICTUM, P, SIGNATURE, SIGNATURE]  # fmt: skip


def test_signature_of_a_letter() -> None:
    """Office and name sign; an office in a sentence does not."""
    assert [kind for kind, _, _ in kinds(
        "De Minister van Financiën heeft dat gezegd.",
        "De Minister van Sociale Zaken en Werkgelegenheid,",
        "C.E.G. de Vries",
    )] == [P, SIGNATURE, SIGNATURE]  # fmt: skip


def test_an_office_without_a_name_does_not_sign() -> None:
    """An addressee is not a signature."""
    assert kinds("De voorzitter van de Tweede Kamer", "Hierbij bied ik u aan wat u vroeg.")[0][0] is P


def test_salutation() -> None:
    """The greeting is known by its words."""
    assert kinds("Geachte voorzitter,")[0][0] is BlockKind.SALUTATION


def test_items_and_their_levels() -> None:
    """Marks of another style inside a list are one level deeper."""
    made = classify(Paragraph(text) for text in ("1. eerst", "a. klein", "b. kleiner", "2. dan", "Klaar.", "– los"))
    assert [(each.kind, each.level, each.number) for each in made] == [
        (ITEM, 1, "1"),
        (ITEM, 2, "a"),
        (ITEM, 2, "b"),
        (ITEM, 1, "2"),
        (P, 0, ""),
        (ITEM, 1, ""),
    ]


def test_a_sum_of_money_is_no_mark_of_an_item() -> None:
    """A number with a full stop inside begins no item."""
    assert kinds("2.400 rapporten zijn gelezen.")[0][0] is P


def test_a_split_keeps_pages_and_marks_with_their_words() -> None:
    """Offsets count from the beginning of the part that they are in."""
    whole = Paragraph("Vraag 1: Bent u er?", page=1, breaks=(PageBreak(14, 2),), marks=(NoteMark(19, "1"),))
    assert split_paragraph(whole, 9) == (
        Paragraph("Vraag 1:", page=1),
        Paragraph("Bent u er?", page=1, breaks=(PageBreak(5, 2),), marks=(NoteMark(10, "1"),)),
    )
