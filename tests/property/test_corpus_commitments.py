"""What holds of the commitments of any letter."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.commitments import recognise
from corpus.commitments.time_words import find_due
from corpus.letter import compose
from corpus.reading import Paragraph, Reading, SourceNote
from corpus.types import BlockKind, Commitment, Format, Letter

_PIECES = st.sampled_from(
    [
        "Ik zal uw Kamer voor de zomer informeren.",
        "Uw Kamer wordt hierover geïnformeerd.",
        "Zoals toegezegd aan het lid De Wit (SP) stuur ik u de brief.",
        "Deze toezegging is hiermee afgedaan.",
        "Daarmee geef ik uitvoering aan de motie-Pieterse c.s.",
        "De moties van de leden De Wit (SP) en Pieterse (CDA) en van het lid Bos",
        "Ik ontraad deze motie.",
        "(Kamerstuk 31 409, nr. 377)",
        "Na de zomer zal uw Kamer ontvangen:",
        "in het eerste kwartaal van 2024",
        "voor 31 februari 2024",
        "toezegging",
        "motie",
        "Kunt u toezeggen?",
        "is",
        "«",
        "\u00a0",
    ]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=12)), min_size=1, max_size=6).map(" ".join)
_KINDS = st.sampled_from(
    [
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.HEADING,
        BlockKind.QUESTION,
        BlockKind.ANSWER,
        BlockKind.TABLE,
        BlockKind.SPEAKER,
    ]
)


@st.composite
def _readings(draw: st.DrawFn) -> Reading:
    paragraphs = draw(st.lists(st.builds(Paragraph, _TEXTS, _KINDS, page=st.integers(1, 3)), min_size=1, max_size=6))
    notes = [
        SourceNote(str(key), str(key), text, 1) for key, text in enumerate(draw(st.lists(_TEXTS, max_size=3)), start=1)
    ]
    in_order = tuple(sorted(paragraphs, key=lambda each: each.page or 0))
    return Reading(Format.PDF, in_order, tuple(notes), ("1", "2", "3"))


def _page(letter: Letter, made: Commitment) -> int | None:
    if made.in_notes:
        return next(note.page for note in letter.notes if note.start <= made.start < note.end)
    return next(page.number for page in letter.pages if page.start <= made.start < page.end)


@settings(max_examples=150, deadline=None)
@given(_readings())
def test_a_quote_is_the_text_at_its_place_and_on_its_page(reading: Reading) -> None:
    """Quote, page, lead and order of every mention are those of the letter's own text; the same letter, the same."""
    letter = compose("0" * 64, "brief.pdf", reading)
    made = recognise(letter)
    assert made == recognise(letter)
    assert list(made) == sorted(made, key=lambda each: (each.in_notes, each.start, each.end, each.kind))
    for each in made:
        text = letter.notes_text if each.in_notes else letter.text
        assert text[each.start : each.end] == each.quote
        assert each.quote.strip()
        assert each.page == _page(letter, each)
        if each.lead is not None:
            assert letter.text[each.lead.start : each.lead.end].endswith(":")
        if each.due:
            assert " ".join(each.due.split()) in " ".join((letter.text + letter.notes_text).split())


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=20)), max_size=8).map(" ".join), st.one_of(st.none(), st.dates()))
def test_due_words_stand_in_the_text(text: str, written: datetime.date | None) -> None:
    """No time is said in other words than the text's own, and no day lies before the letter."""
    due = find_due(text, written)
    if due is not None:
        assert due.words in text
        assert due.date is None or written is None or due.date >= written
