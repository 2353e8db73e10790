"""Differences between any two sentences."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qa.differences import differences

_KINDS = """
    niet geen n't not 12 13 1.200 twee twaalf 3,5 0 2024 2025 maart zomer 1 april Q1 in nr. art. 5 Kamerstuk plan, brief
"""
WORDS = st.sampled_from(_KINDS.split())
SENTENCES = st.lists(WORDS, max_size=15).map(" ".join) | st.text(max_size=60)


@settings(max_examples=200)
@given(SENTENCES)
def test_a_sentence_does_not_differ_from_itself(sentence: str) -> None:
    """Whatever it holds."""
    assert differences(sentence, sentence) == ()


@settings(max_examples=200)
@given(SENTENCES, SENTENCES)
def test_what_differs_is_the_same_from_both_sides(one: str, other: str) -> None:
    """With the sides changed; the words named stand in the sentence that they are said to be of."""
    found, turned = differences(one, other), differences(other, one)
    assert [(each.kind, each.here, each.there) for each in found] == [
        (each.kind, each.there, each.here) for each in turned
    ]
    for each in found:
        assert each.here or each.there
        assert all(words in one for words in each.here)
        assert all(words in other for words in each.there)
