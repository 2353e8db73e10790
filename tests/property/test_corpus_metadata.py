"""What holds for the metadata of every reading."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.metadata import interpret
from corpus.reading import Reading
from corpus.references import cite, recognise
from corpus.types import Kind
from tests.builders import readings


@given(readings(), st.text(max_size=30))
def test_any_reading_has_metadata_and_a_citation(reading: Reading, file: str) -> None:
    """Interpreting never fails; the same reading gives the same metadata; every document can be cited."""
    text = "\n\n".join(paragraph.text for paragraph in reading.paragraphs)
    found = interpret(reading, text, "", recognise(text), file)
    assert found == interpret(reading, text, "", recognise(text), file)
    assert found.kind in Kind
    assert cite(found, "3")
    assert all(person.name for person in found.people)
