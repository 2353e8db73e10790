"""Questions that only a number announces."""

from corpus.layout.classify import classify
from corpus.reading import NoteMark, Paragraph
from corpus.types import BlockKind


def _outline(*texts: str) -> list[tuple[str, str, str]]:
    paragraphs = classify([Paragraph(text) for text in texts])
    return [(each.kind.value, each.number, each.text) for each in paragraphs]


def test_a_number_on_its_own_line_announces_a_question() -> None:
    """The answer bears the number of what it answers, or the numbers that it names."""
    assert _outline(
        "1", "Kent u het bericht?", "Antwoord", "Ja.", "2", "Wat vindt u ervan?", "3", "En nu?",
        "Antwoord op de vragen 2 en 3", "Niets.", "Dat blijft zo.",
    ) == [
        ("heading", "1", "1"),
        ("question", "1", "Kent u het bericht?"),
        ("heading", "1", "Antwoord"),
        ("answer", "1", "Ja."),
        ("heading", "2", "2"),
        ("question", "2", "Wat vindt u ervan?"),
        ("heading", "3", "3"),
        ("question", "3", "En nu?"),
        ("heading", "2 en 3", "Antwoord op de vragen 2 en 3"),
        ("answer", "2 en 3", "Niets."),
        ("answer", "2 en 3", "Dat blijft zo."),
    ]  # fmt: skip


def test_a_number_before_the_question_announces_it_too() -> None:
    """The number becomes the head, the question stands below it with its note marks; a list in an answer is its own."""
    first = Paragraph("1. Kent u het bericht?", marks=(NoteMark(22, "1"),))
    rest = [
        Paragraph(text)
        for text in ("Antwoord:", "Ja, om twee redenen:", "1. zo;", "2. zus.", "2. En nu?", "Antwoord:", "Nee.")
    ]
    read = classify([first, *rest])
    assert [(each.kind.value, each.number, each.text) for each in read] == [
        ("heading", "1", "1."),
        ("question", "1", "Kent u het bericht?"),
        ("heading", "1", "Antwoord:"),
        ("answer", "1", "Ja, om twee redenen:"),
        ("answer", "1", "1. zo;"),
        ("answer", "1", "2. zus."),
        ("heading", "2", "2."),
        ("question", "2", "En nu?"),
        ("heading", "2", "Antwoord:"),
        ("answer", "2", "Nee."),
    ]
    assert read[1].marks == (NoteMark(19, "1"),)


def test_lists_elsewhere_stay_lists() -> None:
    """Without answers, with questions that have their word, or without anything asked."""
    assert [kind for kind, _, _ in _outline("1. Bellen.", "2. Fietsen.")] == ["item", "item"]
    worded = _outline("Vraag 1", "Klopt dat?", "Antwoord", "Ja:", "1. bellen;", "2. fietsen.")
    assert [kind for kind, _, _ in worded] == ["heading", "question", "heading", "answer", "answer", "answer"]
    unasked = _outline("1. Bellen.", "2. Fietsen.", "Antwoord", "Ja.")
    assert BlockKind.QUESTION.value not in [kind for kind, _, _ in unasked]
