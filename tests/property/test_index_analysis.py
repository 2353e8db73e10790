"""What holds for the analysis of any text."""

from hypothesis import given
from hypothesis import strategies as st

from index.analysis import analyse, analyse_query, find_abbreviations, names
from index.analysis.data import load_lexicon
from index.analysis.fold import fold, words
from index.translate import translate

TEXTS = st.text(max_size=60) | st.lists(
    st.sampled_from("De arbeids- en rusttijden van statushouders, 36 200 XV nr. 85 EU-recht (LKS) Ÿ ﬁ ² ’s".split()),
    max_size=12,
).map(" ".join)
FOLDED = st.text(alphabet="abdeghiklmnoprstuvwz", min_size=1, max_size=24)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is folded."""
    assert fold(fold(text)) == fold(text)


@given(TEXTS)
def test_terms_can_be_kept_by_the_engine(text: str) -> None:
    """No term is empty or holds white space, in text, names, or questions in either language."""
    found = [*analyse(text), *names(text), *(t.text for t in analyse_query(text)), *(t.text for t in translate(text))]
    assert all(term and not any(letter.isspace() for letter in term) for term in found)


@given(TEXTS)
def test_analysis_remembers_without_changing(text: str) -> None:
    """The same text gives the same terms again."""
    assert analyse(text) == analyse(text)


@given(TEXTS, TEXTS)
def test_terms_of_texts_add_up(one: str, other: str) -> None:
    """Two paragraphs have the terms of the first, then those of the second."""
    assert analyse(f"{one} . {other}") == analyse(one) + analyse(other)


@given(TEXTS)
def test_a_question_finds_the_text_that_it_is(text: str) -> None:
    """Every term of a text is among those of the same text asked as a question."""
    assert set(analyse(text)) <= {term.text for term in analyse_query(text)}


@given(TEXTS)
def test_weights_and_sources(text: str) -> None:
    """Weights lie above 0 and not above 1, terms stand once, and each has its word."""
    for found in (analyse_query(text), translate(text)):
        assert all(0 < term.weight <= 1 and term.source for term in found)
        assert len({term.text for term in found}) == len(found)


@given(FOLDED)
def test_pieces_are_cut_from_the_word(word: str) -> None:
    """The smallest parts stand in the word in order, with nothing but a linking s between them."""
    pieces = load_lexicon().splitter.smallest(word)
    rest = word
    for number, piece in enumerate(pieces):
        if number and not rest.startswith(piece):
            assert rest[0] == "s"
            rest = rest[1:]
        assert rest.startswith(piece)
        rest = rest[len(piece) :]
    assert rest == ("" if pieces else word)


@given(TEXTS)
def test_abbreviations_stand_in_the_text(text: str) -> None:
    """Both forms are quoted from the text."""
    assert all(short in text and long in text for short, long in find_abbreviations(text))


@given(TEXTS)
def test_words_hold_no_capitals(text: str) -> None:
    """Words are folded, and never empty."""
    assert all(word and word == fold(word) for word in words(text))
