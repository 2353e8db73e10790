"""What holds for the sentences of any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.sentences import split

_WORDS = "Dat is zo. Zie nr. 50. Ja. (Nee.) «Wat?» c.s. C.E.G. van 1. a) … ! ? ; : ’s De x.Y 3.5 € .."
_PIECES = st.sampled_from([*_WORDS.split(" "), "\u00a0dag", "\n\n", "\t"])
_TEXTS = st.lists(_PIECES, max_size=30).map(" ".join) | st.text(max_size=80)


@settings(max_examples=300, deadline=None)
@given(_TEXTS)
def test_sentences_are_in_order_and_hold_all_that_is_not_blank(text: str) -> None:
    """No overlap, no blank at an end, nothing lost, whatever the text."""
    spans = split(text)
    position = 0
    for span in spans:
        assert span.start >= position
        assert text[position : span.start].strip() == ""
        assert span.start < span.end
        sentence = text[span.start : span.end]
        assert sentence == sentence.strip()
        position = span.end
    assert text[position:].strip() == ""
