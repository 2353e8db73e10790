"""Generations under random histories, against plain dictionaries, numpy and a few lines of BM25."""

import math
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from corpus.chunks import cut
from corpus.types import Chunk, Kind, Letter, Metadata
from index.fields import text_to_encode
from index.library import Library
from index.types import Field, Filters, Hit, StoredChunk, Term
from tests.builders import a_letter
from tests.index_examples import PLAIN_ANALYSIS, HeldLetters, ToyEncoder, words

WORDS = ("kamer", "brief", "plan", "zorg", "wonen", "werk")
KINDS = (Kind.MOTIE, Kind.KAMERBRIEF)
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=1, max_size=3)
# The kind follows from the text, as it does in earnest: the same file is always the same letter.
LETTERS = TEXTS.map(lambda texts: a_letter(*texts, metadata=Metadata(KINDS[len(texts[0]) % 2], "Titel")))
QUERY = [Term("kamer"), Term("zorg", 0.5), Term("wonen", 0.3)]


class Reference:
    """What a generation should be: the chunks of its letters, by id."""

    def __init__(self, letters: Sequence[Letter], encoder: ToyEncoder) -> None:
        self.chunks: dict[str, tuple[Chunk, Letter]] = {
            chunk.id: (chunk, letter) for letter in letters for chunk in cut(letter)
        }
        self._encoder = encoder

    def lexical(self, kind: Kind | None) -> dict[str, float]:
        """The BM25 of each chunk that holds a word of the query, by id."""
        bodies = {key: Counter(words(chunk.text)) for key, (chunk, _) in self.chunks.items()}
        average = sum(count.total() for count in bodies.values()) / max(len(bodies), 1)
        scores: dict[str, float] = {}
        for term in QUERY:
            holding = sum(term.text in count for count in bodies.values())
            idf = math.log(1 + (len(bodies) - holding + 0.5) / (holding + 0.5))
            for key, count in bodies.items():
                if count[term.text] and kind in (None, self.chunks[key][1].metadata.kind):
                    norm = 1.2 * (0.25 + 0.75 * count.total() / average)
                    share = count[term.text] * 2.2 / (count[term.text] + norm)
                    scores[key] = scores.get(key, 0.0) + term.weight * idf * share
        return scores

    def dense(self, vector: np.ndarray, kind: Kind | None) -> dict[str, float]:
        """The dot product of each chunk with a vector, by id."""
        keys = [key for key, (_, letter) in self.chunks.items() if kind in (None, letter.metadata.kind)]
        rows = self._encoder.encode([text_to_encode(self.chunks[key][0]) for key in keys])
        return dict(zip(keys, (rows @ vector).tolist(), strict=True))


class Histories(RuleBasedStateMachine):
    """Letters come, change and leave, generations are built and put back, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._encoder = ToyEncoder()
        self._built_by = Library(Path(self._folder.name), self._encoder, analysis=PLAIN_ANALYSIS, keep=3)
        self._letters = HeldLetters()
        self._generations: dict[int, Reference] = {}
        self._in_force = 0

    def teardown(self) -> None:
        """Clear the folder away."""
        self._folder.cleanup()

    @rule(letter=LETTERS)
    def add(self, letter: Letter) -> None:
        """A letter comes."""
        self._letters.add(letter)

    @precondition(lambda self: self._letters.letters())
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """A letter leaves."""
        self._letters.remove(data.draw(st.sampled_from(self._letters.letters())))

    @precondition(lambda self: self._letters.letters())
    @rule(data=st.data(), reading=st.sampled_from(["1", "2", "3"]))
    def read_anew(self, data: st.DataObject, reading: str) -> None:
        """A letter gets another reading."""
        letter_id = data.draw(st.sampled_from(self._letters.letters()))
        self._letters.add(self._letters.by_id[letter_id], reading)

    @rule()
    def build(self) -> None:
        """A generation is made, or nothing when nothing changed."""
        before = self._generations.get(self._in_force)
        encoded = self._encoder.encoded
        report = self._built_by.build(self._letters)
        if report.generation is not None and not report.up_to_date:
            self._in_force = report.generation
            self._generations[report.generation] = Reference(list(self._letters.by_id.values()), self._encoder)
            known = before.chunks.keys() if before else set()
            new = self._generations[report.generation].chunks.keys() - known
            assert report.embedded == self._encoder.encoded - encoded == len(new)
        else:
            assert self._encoder.encoded == encoded

    @precondition(lambda self: self._in_force)
    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        """Any generation that is on disk is put in force."""
        self._in_force = data.draw(st.sampled_from([info.number for info in self._built_by.generations()]))
        self._built_by.activate(self._in_force)

    @precondition(lambda self: self._in_force)
    @invariant()
    def holds_what_it_should(self) -> None:
        """The generation in force holds the chunks of its letters and ranks them as the formulas do."""
        generation = Library(Path(self._folder.name), self._encoder, analysis=PLAIN_ANALYSIS).current()
        expected = self._generations[self._in_force]
        stored = generation.fetch(range(generation.info.manifest.chunk_count))
        assert generation.info.number == self._in_force
        assert {each.chunk.id: each.chunk for each in stored} == {
            key: chunk for key, (chunk, _) in expected.chunks.items()
        }
        vector = self._encoder.encode(["kamer zorg"])[0]
        for kind in (None, Kind.MOTIE):
            filters = Filters(kinds=frozenset({kind})) if kind else None
            lexical = generation.search_lexical(Field.BODY, QUERY, 1000, filters)
            compare(lexical, stored, expected.lexical(kind))
            compare(generation.search_dense(vector, 1000, filters), stored, expected.dense(vector, kind))


def compare(hits: Sequence[Hit], stored: Sequence[StoredChunk], expected: Mapping[str, float]) -> None:
    """The hits are those expected, best first, equal ones by position."""
    assert {stored[hit.position].chunk.id: hit.score for hit in hits} == pytest.approx(dict(expected), abs=1e-4)
    assert sorted(hits, key=lambda hit: (-hit.score, hit.position)) == list(hits)


def test_any_history_keeps_generations_right() -> None:
    """After any sequence of changes, builds and rollbacks the generation in force is what it should be."""
    run_state_machine_as_test(Histories, settings=settings(max_examples=8, stateful_step_count=12, deadline=None))


@pytest.mark.slow
def test_many_histories_keep_generations_right() -> None:
    """The same over many more and longer histories."""
    run_state_machine_as_test(Histories, settings=settings(max_examples=150, stateful_step_count=30, deadline=None))
