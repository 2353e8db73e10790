"""Generations of real letters, with the shipped encoder and the Dutch analysis."""

from pathlib import Path

import numpy as np
import pytest

from corpus.letter import read_letter
from index.analysis import analyse_query
from index.encode import load_encoder
from index.fields import text_to_encode
from index.library import Library
from index.types import Field, Filters, SearchIndex, Term
from tests.index_examples import HeldLetters

pytestmark = pytest.mark.letters


@pytest.fixture(scope="module")
def held(letters_folder: Path) -> HeldLetters:
    """Real letters of the kinds that are read quickly."""
    files = [
        *sorted(letters_folder.glob("brief__*.txt")),
        *sorted(letters_folder.glob("*.docx")),
        *sorted(letters_folder.glob("*.xml"))[:2],
        *sorted(letters_folder.glob("rekenkamer/*.txt"))[:20],
    ]
    return HeldLetters(read_letter(file.read_bytes(), file.name) for file in files)


@pytest.fixture(scope="module")
def generation(held: HeldLetters, tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """One generation of them."""
    library = Library(tmp_path_factory.mktemp("data"), load_encoder())
    library.build(held)
    return library.current()


def test_every_passage_is_found_by_its_own_words(generation: SearchIndex) -> None:
    """A passage is the best answer of both legs to itself, or ties with one that says the same."""
    encoder = load_encoder()
    stored = generation.fetch(range(generation.info.manifest.chunk_count))
    vectors = encoder.encode([text_to_encode(each.chunk) for each in stored])
    assert len(stored) > 200
    for each, vector in zip(stored, vectors, strict=True):
        if vector.any():
            (nearest,) = generation.search_dense(vector, 1)
            assert nearest.score == pytest.approx(1, abs=1e-5)
            assert np.allclose(vectors[nearest.position], vector, atol=1e-5)
        terms = [Term(term) for term in dict.fromkeys(term for sentence in each.terms for term in sentence)]
        if len(terms) > 5:
            hits = generation.search_lexical(Field.BODY, terms, 3)
            assert each.position in [hit.position for hit in hits], each.chunk.text


def test_two_builds_agree(held: HeldLetters, generation: SearchIndex, tmp_path: Path) -> None:
    """A generation that grew letter by letter has the manifest of one that was made at once."""
    grown = HeldLetters()
    library = Library(tmp_path, load_encoder())
    letters = list(held.by_id.values())
    for part in (letters[20:], letters[:20]):
        for letter in part:
            grown.add(letter)
        library.build(grown)

    assert library.current().info.manifest == generation.info.manifest


def test_a_person_filter_finds_who_is_named(generation: SearchIndex) -> None:
    """Passages under a person filter name that person, or belong to a letter that the person sent or asked for."""
    filters = Filters(person="Aartsen")

    hits = generation.search_lexical(Field.BODY, analyse_query("statushouders toezegging"), 50, filters)

    stored = generation.fetch([hit.position for hit in hits])
    assert stored
    for each in stored:
        metadata = each.letter.metadata
        sent = [person.name for person in (*metadata.senders, *metadata.proposers, *metadata.questioners)]
        assert "Aartsen" in f"{each.chunk.text} {each.chunk.context.speaker} {sent}" or each.chunk.notes
