"""`load(save(x)) == x` for any letter."""

import dataclasses
import hashlib
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.codec import from_json, to_json
from corpus.store import Store
from corpus.types import Letter
from tests.builders import letters


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), letters(max_parts=6))
def test_a_kept_letter_comes_back_the_same(data: bytes, letter: Letter) -> None:
    """Bytes and letter survive the disk, whatever characters they hold."""
    letter = dataclasses.replace(letter, id=hashlib.sha256(data).hexdigest())
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder))
        store.add(data, letter)
        assert Store(Path(folder)).load(letter.id) == letter
        assert Store(Path(folder)).original(letter.id) == data


@settings(max_examples=60, deadline=None)
@given(letters(max_parts=4))
def test_the_codec_is_its_own_inverse(letter: Letter) -> None:
    """Reading what was written gives the same value."""
    assert from_json(Letter, to_json(letter)) == letter
