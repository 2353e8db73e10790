"""Sentences that were cut where their line ended."""

import pytest

from corpus.readers.continuation import continues, joined
from corpus.reading import NoteMark, Paragraph


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("de kans op", "vroege ontdekking;"),
        ("uitvoering van de", "Participatiewet te regelen,"),
        ("verwerving van honden,", "selectie van geleiders."),
        ("afhandeling van Woo-", "verzoeken"),
        ("deel ik u mede", "dat de vragen"),
    ],
)
def test_what_does_not_end_goes_on(before: str, after: str) -> None:
    """Small letters after an open end, or anything after a word that waits for more."""
    assert continues(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Het is klaar.", "en dan nog iets"),
        ("De Kamer,", "gehoord de beraadslaging,"),
        ("gehoord de beraadslaging,", "beseffende dat het regent;"),
        ("te bellen,", "en gaat over tot de orde van de dag."),
        ("Mede namens de minister van Verkeer,", "de minister van Financiën"),
        ("Lahlah", "Ceder"),
        ("het volgende", "a. bellen"),
        ("Fietsplan - 29398-77", "minister van Verkeer, A. Groen"),
    ],
)
def test_what_ends_or_begins_anew_stands_apart(before: str, after: str) -> None:
    """The parts of a motie, signatures, lists."""
    assert not continues(before, after)


def test_a_hyphen_at_the_cut_stays_and_half_a_compound_keeps_its_space() -> None:
    """Note marks move along."""
    first = Paragraph("de rechter-")
    assert joined(first, Paragraph("commissaris beslist", marks=(NoteMark(11, "1"),))) == Paragraph(
        "de rechter-commissaris beslist", marks=(NoteMark(22, "1"),)
    )
    assert joined(Paragraph("arbeids-"), Paragraph("en rusttijden")).text == "arbeids- en rusttijden"
