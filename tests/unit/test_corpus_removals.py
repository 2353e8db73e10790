"""Letters that were removed for good: what is left is that they were."""

import hashlib
import os
from pathlib import Path

import pytest

from corpus.errors import RemovedLetter, UnknownLetter
from corpus.removals import Removals, RemovedLetters
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
    """Builds leave it out at once, and nobody is handed it."""
    assert (store.letters(), store.has(LETTER), store.leaving()) == ([LETTER], True, [])
    removal = store.mark_removed(LETTER, "Ada", "dubbel")
    assert (store.letters(), store.has(LETTER), store.leaving()) == ([], False, [LETTER])
    assert (removal.letter, removal.by, removal.why) == (LETTER, "Ada", "dubbel")
    for ask in (store.load, store.original):
        with pytest.raises(RemovedLetter, match=r"was removed on .* by Ada: dubbel"):
            ask(LETTER)


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


def test_who_asks_again_and_again_sees_each_mark_come_and_go(store: Store, tmp_path: Path) -> None:
    """Also those that come and go within one tick of the clock; and is handed the same while nothing changes."""
    removed = RemovedLetters(tmp_path)
    for _ in range(50):
        assert removed.now() == frozenset()
        store.mark_removed(LETTER, "Ada")
        assert removed.now() == {LETTER}
        assert removed.now() is removed.now()
        store.add(CONTENT, a_letter(CONTENT.decode()))


def test_marks_that_are_old_are_not_read_again(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking costs no more with thousands of them."""
    store.mark_removed(LETTER, "Ada")
    os.utime(tmp_path / "removed", (0, 0))
    removed = RemovedLetters(tmp_path)
    assert removed.now() == {LETTER}
    monkeypatch.setattr(Removals, "all", lambda _: pytest.fail("read again"))
    assert removed.now() == {LETTER}
