"""Letters that were removed for good: what is left is that they were."""

import hashlib
from pathlib import Path

import pytest

from corpus.errors import UnknownLetter
from corpus.store import Store
from tests.builders import a_letter

CONTENT = b"Een brief over wonen."
LETTER = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with one letter."""
    store = Store(tmp_path)
    store.add(CONTENT, a_letter(CONTENT.decode()))
    return store


def test_a_marked_letter_is_not_held_though_its_files_are_there(store: Store) -> None:
    """Builds leave it out at once; who still quotes it from a generation can."""
    assert (store.letters(), store.has(LETTER), store.leaving()) == ([LETTER], True, [])
    removal = store.mark_removed(LETTER, "Ada", "dubbel")
    assert (store.letters(), store.has(LETTER), store.leaving()) == ([], False, [LETTER])
    assert (removal.letter, removal.by, removal.why) == (LETTER, "Ada", "dubbel")
    assert store.load(LETTER).text == CONTENT.decode()


def test_the_mark_outlives_the_letter(store: Store, tmp_path: Path) -> None:
    """A new process knows of it, and nothing of what stood in the letter is in it."""
    removal = store.mark_removed(LETTER, "Ada", "dubbel")
    store.remove(LETTER)
    assert Store(tmp_path).removed(LETTER) == removal
    assert removal.circumstances == f" on {removal.removed.date().isoformat()} by Ada: dubbel"
    (mark,) = (tmp_path / "removed").iterdir()
    assert "wonen" not in mark.read_text()


def test_the_first_mark_stays(store: Store) -> None:
    """Who removes it again is told who did before."""
    first = store.mark_removed(LETTER, "Ada")
    assert store.mark_removed(LETTER, "Bea", "nog eens") == first


@pytest.mark.parametrize("cleared", [False, True], ids=["on its way out", "gone"])
def test_adding_it_again_takes_the_mark_away(store: Store, *, cleared: bool) -> None:
    """What was removed may come back by hand, and is then as any other."""
    store.mark_removed(LETTER, "Ada")
    if cleared:
        store.remove(LETTER)
    store.add(CONTENT, a_letter(CONTENT.decode()))
    assert (store.removed(LETTER), store.has(LETTER), store.leaving()) == (None, True, [])


def test_only_letters_that_are_held_can_be_marked(store: Store) -> None:
    """An id may be typed by anyone."""
    for letter_id in ("f" * 64, "../../etc", ""):
        with pytest.raises(UnknownLetter):
            store.mark_removed(letter_id, "Ada")
        assert store.removed(letter_id) is None


def test_a_mark_that_cannot_be_read_still_counts(store: Store, tmp_path: Path) -> None:
    """Half a mark is a mark; it only no longer says by whom."""
    store.mark_removed(LETTER, "Ada")
    (tmp_path / "removed" / f"{LETTER}.json").write_text('{"removed": "2')
    removal = store.removed(LETTER)
    assert removal is not None
    assert (removal.by, removal.why, store.letters()) == ("", "", [])
