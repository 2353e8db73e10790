"""The file of chunks holds any letter whole, and the same whatever its history."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.chunks import cut
from corpus.people import matches
from corpus.types import Chunk, Letter
from index.chunk_rows import ChunkEntry, canonical
from index.chunk_store import ChunkStore
from index.chunk_writer import ChunkWriter
from index.fields import LetterFields
from index.types import LetterRecord
from tests.builders import letters
from tests.index_examples import PLAIN_ANALYSIS

COLLECTIONS = st.lists(letters(max_parts=6), max_size=5, unique_by=lambda letter: letter.id)


def write(path: Path, added: list[Letter], before: Path | None = None, staying: frozenset[str] = frozenset()) -> object:
    """Write a file of chunks; returns its digests."""
    writer = ChunkWriter(path)
    if before is not None:
        writer.carry(before, staying)
    for letter in added:
        fields = LetterFields(letter, PLAIN_ANALYSIS)
        entries = [ChunkEntry(chunk, fields.terms(chunk), tuple(fields.people(chunk))) for chunk in chunks_of(letter)]
        placed = writer.add(record_of(letter), entries)
        writer.seal_vectors(placed, letter.id)
    return writer.finish()


def chunks_of(letter: Letter) -> list[Chunk]:
    """The chunks in the order in which they are kept."""
    return canonical(cut(letter))


def record_of(letter: Letter) -> LetterRecord:
    """What the file knows of a letter."""
    return LetterRecord(letter.id, letter.file, "1", None, letter.metadata)


@settings(max_examples=40, deadline=None)
@given(COLLECTIONS, st.data())
def test_any_history_gives_the_same_content(collection: list[Letter], data: st.DataObject) -> None:
    """What is read back is what was written, and its digests do not depend on the order or on letters that left."""
    staying = frozenset(letter.id for letter in collection if data.draw(st.booleans()))
    come_later = [letter for letter in collection if letter.id not in staying and data.draw(st.booleans())]
    left = [letter for letter in collection if letter.id in staying] + come_later
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder, "all"), collection)
        digests = write(Path(folder, "after"), come_later, Path(folder, "all"), staying)
        store = ChunkStore(Path(folder, "after"), matches)

        assert [stored.chunk for stored in store.fetch(range(store.count))] == [
            chunk for letter in left for chunk in chunks_of(letter)
        ]
        assert dict(store.letters) == {letter.id: record_of(letter) for letter in left}
        assert write(Path(folder, "fresh"), left[::-1]) == digests
