"""Notes and quotations in the text of a draft."""

import pytest

from web.drafts.marks import as_quotation, quotations, signs


def found(text: str) -> list[tuple[str, tuple[int, ...]]]:
    """The quotations of a text with their notes."""
    return [(each.words, each.notes) for each in quotations(text)]


def test_signs_are_found_in_order() -> None:
    """A sign is a number between brackets with a caret; anything else is text."""
    assert [(sign.number, sign.start) for sign in signs("a[^1] b [^12][^3] [^x] [4]")] == [(1, 1), (12, 8), (3, 13)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij schreef: “een plan”[^1].", [("een plan", (1,))]),
        ('Hij schreef: "een plan" [^1].', [("een plan", (1,))]),
        ("Hij schreef: „een plan”[^1].", [("een plan", (1,))]),
        ("Hij schreef: «een plan».[^1]", [("een plan", (1,))]),
        ("Hij schreef: ‘een plan’[^1].", [("een plan", (1,))]),
        ("“een plan”[^1][^2] en meer", [("een plan", (1, 2))]),
        ("“een ‘goed’ plan”[^1]", [("een ‘goed’ plan", (1,))]),
        ("“een “goed” plan”[^1]", [("een “goed” plan", (1,))]),
        ("“een plan[^1]” en meer", [("een plan[^1]", (1,))]),
        ("“een” en “twee”[^2].", [("een", (2,)), ("twee", (2,))]),
        ("“een”[^1] en “twee”[^2].", [("een", (1,)), ("twee", (2,))]),
        ("“een”[^1][^2] en later “twee”.", [("een", (1, 2)), ("twee", ())]),
        ("“een”[^1] en in de brief[^2] “twee”.", [("een", (1,)), ("twee", (2,))]),
        ("In de brief[^1] staat “een plan”. Later anders.[^2]", [("een plan", (1,))]),
        ("Er staat “een plan”. Zo is het ook gegaan.[^2]", [("een plan", (2,))]),
        ("Er staat “een plan”.\n\nZo is het ook gegaan.[^2]", [("een plan", ())]),
        ("’s Avonds zijn de foto’s van ’t veer er.[^1]", []),
        ("'s Avonds is de foto van 't veer er.[^1]", []),
        ('Een buis van 5" dik.[^1]', []),
    ],
)
def test_a_quotation_is_tied_to_its_note(text: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    """To the note in or behind it, else before it in its sentence, else the next one of the paragraph."""
    assert found(text) == expected


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    """It is said, for nothing behind it would be compared."""
    [open_one] = quotations("Hij schreef “een plan[^1] en dat was het.\n\nKlaar “goed”.")[:1]
    assert not open_one.closed
    assert open_one.words == "een plan[^1] en dat was het."


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Een plan.", "“Een plan.”[^3]"),
        ("Een “goed” plan", "“Een ‘goed’ plan”[^3]"),
        ('Een "goed" plan', "“Een ‘goed’ plan”[^3]"),
        ("Een «goed» plan\n\nen meer", "“Een ‘goed’ plan en meer”[^3]"),
    ],
)
def test_words_of_a_source_become_one_quotation(words: str, written: str) -> None:
    """Marks inside become single ones, so that the quotation is read back as one, tied to its note."""
    assert as_quotation(words, 3) == written
    [quotation] = quotations(written)
    assert quotation.notes == (3,)
