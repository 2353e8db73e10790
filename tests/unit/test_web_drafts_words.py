"""Comparing words with a text."""

import pytest

from corpus.types import Span
from web.drafts.words import Change, Step, Words, admits_gap

TEXT = "De brug kost € 1,5 miljoen. Het plan – voor de ‘nieuwe’ brug – komt in 2024; de brug blijft open."


@pytest.mark.parametrize(
    "quotation",
    [
        "De brug kost € 1,5 miljoen.",
        "de brug kost",
        'Het plan - voor de "nieuwe" brug - komt',
        "Het plan […] komt in 2024",
        "Het plan (...) de brug blijft open",
        "[H]et plan – voor",
        "De brug kost [ongeveer] € 1,5 miljoen",
        "de brug  blijft\nopen",
    ],
)
def test_the_same_words_are_found(quotation: str) -> None:
    """Whatever the dashes, the marks, the blanks, the first capital, and gaps that are admitted."""
    assert Words(TEXT).find(quotation) is not None


def test_brackets_and_dots_of_the_text_itself_are_no_gaps() -> None:
    """A letter may hold them; they are then quoted as they stand."""
    words = Words("[Concept – niet verzenden] De minister (…) komt … later.")
    assert words.find("[Concept – niet verzenden] De minister (…) komt … later.") is not None
    assert words.find("De minister (…) later.") is not None


@pytest.mark.parametrize(
    "quotation",
    [
        "De brug kost € 1,6 miljoen.",
        "De brug kost $ 1,5 miljoen.",
        "De brug kost miljoen",
        "Het plan – voor de Nieuwe brug",
        "komt in 2024 […] Het plan",
        "De bruggen kosten",
    ],
)
def test_other_words_are_not_found(quotation: str) -> None:
    """A changed number, sign, capital or order, and a word left out."""
    assert Words(TEXT).find(quotation) is None


def test_the_place_nearest_to_the_source_counts() -> None:
    """Words that stand twice are those that were quoted."""
    words = Words(TEXT)
    first, last = words.find("de brug"), words.find("de brug", near=Span(80, 90))
    assert first is not None
    assert last is not None
    assert (first.span.start, last.span.start) == (0, TEXT.rindex("de brug"))


def test_other_punctuation_is_told_apart() -> None:
    """The words agree, a comma does not."""
    found = Words(TEXT).find("Het plan voor de nieuwe brug komt in 2024, de brug blijft open.")
    assert found is not None
    assert found.stops_differ


def test_the_differences_are_shown_in_their_place() -> None:
    """What the text has and the quotation has not, and the other way round."""
    nearest = Words(TEXT).nearest("Het plan voor de oude brug komt in 2024; de brug open")
    assert nearest is not None
    steps, span = nearest
    assert [step for step in steps if step.change is not Change.SAME] == [
        Step(Change.LEFT_OUT, "nieuwe"),
        Step(Change.PUT_IN, "oude"),
        Step(Change.LEFT_OUT, "blijft"),
    ]
    assert TEXT[span.start : span.end].startswith("Het plan")
    assert TEXT[span.start : span.end].endswith("open")


def test_a_changed_first_word_is_set_beside_the_one_that_stands_there() -> None:
    """The window does not run on into the sentence before."""
    nearest = Words(TEXT).nearest("Ons plan voor de nieuwe brug komt in 2024")
    assert nearest is not None
    assert nearest[0][:2] == (Step(Change.LEFT_OUT, "Het"), Step(Change.PUT_IN, "Ons"))


def test_words_of_something_else_are_like_nothing() -> None:
    """No difference is shown where nothing agrees."""
    assert Words(TEXT).nearest("Zwemwater wordt elke zomer gekeurd door de provincie") is None


@pytest.mark.parametrize(
    ("quotation", "begins", "ends"),
    [
        ("een plan", False, False),
        ("… een plan", True, False),
        ("een plan …", False, True),
        ("een plan […].", False, True),
        ("een plan...", False, True),
        ("een […] plan", False, False),
    ],
)
def test_an_admitted_gap_at_an_edge(quotation: str, begins: bool, ends: bool) -> None:
    """Whether the quotation says that it begins or ends in mid-sentence."""
    assert (admits_gap(quotation, at_end=False), admits_gap(quotation, at_end=True)) == (begins, ends)
