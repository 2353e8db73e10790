"""In what two sentences that say nearly the same differ."""

import pytest

from qa.differences import Difference, Differing, differences


@pytest.mark.parametrize(
    ("here", "there", "difference"),
    [
        ("Dit kost 12 euro.", "Dit kost 13 euro.", Difference(Differing.NUMBER, ("12",), ("13",))),
        ("Dit kost 1.200 euro.", "Dit kost euro's.", Difference(Differing.NUMBER, ("1.200",), ())),
        ("Dat doe ik in 2024.", "Dat doe ik in 2025.", Difference(Differing.MOMENT, ("2024",), ("2025",))),
        (
            "Ik meld dit voor de zomer.",
            "Ik meld dit in het najaar.",
            Difference(Differing.MOMENT, ("zomer",), ("najaar",)),
        ),
        ("Er komt geen plan.", "Er komt een plan.", Difference(Differing.NEGATION, ("geen",), ())),
        ("There will be a plan.", "There won't be a plan.", Difference(Differing.NEGATION, (), ("n't",))),
    ],
)
def test_what_differs_is_named_in_the_words_of_both(here: str, there: str, difference: Difference) -> None:
    """A number, a moment, a negation."""
    assert differences(here, there) == (difference,)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Er zijn twee brieven.", "Er zijn 2 brieven."),
        ("Dit kost 1.200 euro.", "Dit kost 1200 euro."),
        ("In het eerste kwartaal van 2023.", "In Q1 2023."),
        ("Niet alleen dit plan.", "Alleen dit plan."),
        ("Zie Kamerstuk 32 824, nr. 372.", "Zie Kamerstuk 32 824, nr. 373."),
        ("Er komt een plan.", "Een plan komt er."),
    ],
)
def test_what_means_the_same_is_no_difference(here: str, there: str) -> None:
    """Numbers in words, other spellings of a period, and references, which are no amounts."""
    assert differences(here, there) == ()


def test_each_kind_is_named_once() -> None:
    """With all its words, in the order number, moment, negation."""
    found = differences("Er komen 3 of 4 plannen in 2024.", "Er komt niet 1 plan in 2025.")
    assert [each.kind for each in found] == [Differing.NUMBER, Differing.MOMENT, Differing.NEGATION]
    assert found[0].here == ("3", "4")
