"""Keeping drafts."""

import datetime
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from qa.database import Database
from tests.drafts_examples import BRIDGES, FERRIES, NOW, Clock, source_of
from web.drafts.errors import ChangedMeanwhile, UnknownDraft
from web.drafts.store import DraftStore
from web.drafts.types import Reason, Section, Text


def text(answer: str = "Tekst.", title: str = "Titel") -> Text:
    """A draft of one section."""
    return Text(title, (Section("s1", "Vraag?", answer),))


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until it is moved."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> DraftStore:
    """A store over an empty folder."""
    return DraftStore(Database(tmp_path), clock)


def test_what_is_saved_is_there_for_another_program(store: DraftStore, tmp_path: Path) -> None:
    """Title, sections, sources and owner come back as they were."""
    draft = store.create("anna", "Anna", text("Eerst."))
    source = store.add_source(draft.id, source_of(BRIDGES, "Dat verzoek begrijp ik goed.", 0))
    store.save(draft.id, text("“Ja”[^1] & <b>"), 1, "Anna")
    again = DraftStore(Database(tmp_path)).get(draft.id)
    assert again.text == text("“Ja”[^1] & <b>")
    assert (again.owner, again.revision, again.changed_by, again.created) == ("anna", 2, "Anna", NOW)
    assert again.sources == (source,)
    assert source.number == 1


def test_a_text_is_saved_only_over_the_one_that_was_edited(store: DraftStore) -> None:
    """Whoever edited an older one is told what stands there; nothing is written."""
    draft = store.create("", "", text("een"))
    store.save(draft.id, text("twee"), 1, "Anna")
    with pytest.raises(ChangedMeanwhile) as told:
        store.save(draft.id, text("drie"), 1, "Bram")
    assert (told.value.draft.revision, told.value.draft.text, told.value.draft.changed_by) == (2, text("twee"), "Anna")
    assert store.get(draft.id).text == text("twee")


def test_the_same_text_twice_is_no_conflict(store: DraftStore) -> None:
    """A request that was sent again because its answer was lost."""
    draft = store.create("", "", text("een"))
    assert store.save(draft.id, text("twee"), 1, "").revision == 2
    assert store.save(draft.id, text("twee"), 1, "").revision == 2


def test_a_source_comes_without_disturbing_the_text(store: DraftStore) -> None:
    """Somebody who types can go on while a passage is put in from another page."""
    draft = store.create("", "", text("een"))
    store.add_source(draft.id, source_of(BRIDGES, "Dat verzoek begrijp ik goed.", 0))
    assert store.save(draft.id, text("twee"), 1, "").revision == 2


def test_the_same_passage_is_one_source_and_a_number_is_never_given_twice(store: DraftStore) -> None:
    """A note in the text can never come to name another passage."""
    draft = store.create("", "", text())
    first = store.add_source(draft.id, source_of(BRIDGES, "Dat verzoek begrijp ik goed.", 0))
    assert store.add_source(draft.id, source_of(BRIDGES, "Dat verzoek begrijp ik goed.", 0)) == first
    store.drop_source(draft.id, 1)
    assert store.get(draft.id).sources == ()
    second = store.add_source(draft.id, source_of(FERRIES, "Het veer bij Wijk", 0))
    assert second.number == 2
    store.add_source(draft.id, source_of(BRIDGES, "Dat verzoek begrijp ik goed.", 0))
    assert [source.number for source in store.get(draft.id).sources] == [1, 2]


def reasons(store: DraftStore, draft_id: str) -> list[tuple[Reason, str]]:
    """Why each version was kept, and its answer, oldest first."""
    return [(version.reason, version.text.sections[0].answer) for version in reversed(store.versions(draft_id))]


def test_versions_are_kept_while_somebody_types(store: DraftStore, clock: Clock) -> None:
    """Not of every key, but every five minutes, and when somebody else begins."""
    draft = store.create("", "Anna", text("a"))
    for revision, (answer, minutes, by) in enumerate(
        [("ab", 1, "Anna"), ("abc", 5, "Anna"), ("abcd", 6, "Anna"), ("abcde", 7, "Bram")], start=1
    ):
        clock.now = NOW + datetime.timedelta(minutes=minutes)
        store.save(draft.id, text(answer), revision, by)
    assert reasons(store, draft.id) == [
        (Reason.SAVED, "a"),
        (Reason.WRITING, "abc"),
        (Reason.WRITING, "abcde"),
    ]


def test_what_is_asked_for_is_kept_at_once_and_once(store: DraftStore) -> None:
    """Saving twice what is the same makes one version."""
    draft = store.create("", "", text("a"))
    store.save(draft.id, text("b"), 1, "", asked=True)
    store.save(draft.id, text("b"), 2, "", asked=True)
    assert reasons(store, draft.id) == [(Reason.SAVED, "a"), (Reason.SAVED, "b")]


def test_much_that_is_taken_away_is_kept_first(store: DraftStore) -> None:
    """Whoever empties a draft by accident has what stood there a second before."""
    draft = store.create("", "", text("a"))
    store.save(draft.id, text("woord " * 100), 1, "")
    store.save(draft.id, text(""), 2, "")
    assert (Reason.BEFORE, "woord " * 100) in reasons(store, draft.id)


def test_a_version_is_put_back_with_its_sources(store: DraftStore) -> None:
    """And what it takes the place of is kept too."""
    draft = store.create("", "", text("a"))
    store.add_source(draft.id, source_of(BRIDGES, "Dat verzoek begrijp ik goed.", 0))
    store.save(draft.id, text("“Dat verzoek”[^1]"), 1, "", asked=True)
    store.drop_source(draft.id, 1)
    store.save(draft.id, text("niets"), 2, "")
    back = store.put_back(draft.id, 2, "Anna")
    assert (back.text, [source.number for source in back.sources], back.revision) == (text("“Dat verzoek”[^1]"), [1], 4)
    assert (Reason.BEFORE, "niets") in reasons(store, draft.id)


def test_both_texts_of_a_conflict_are_kept(store: DraftStore) -> None:
    """Whichever is taken, the other is a version."""
    draft = store.create("", "", text("a"))
    store.save(draft.id, text("van Anna"), 1, "Anna")
    store.keep_apart(draft.id, text("van Bram"), "Bram")
    assert store.get(draft.id).text == text("van Anna")
    assert reasons(store, draft.id)[-1] == (Reason.APART, "van Bram")
    store.replace(draft.id, text("van Bram"), "Bram")
    assert store.get(draft.id).text == text("van Bram")
    assert [answer for _, answer in reasons(store, draft.id)][-2:] == ["van Anna", "van Bram"]


def test_what_is_thrown_away_can_be_taken_back(store: DraftStore) -> None:
    """Nothing is deleted."""
    draft = store.create("", "", text("a"))
    store.set_removed(draft.id, removed=True)
    assert [head.removed for head in store.all_heads()] == [True]
    store.set_removed(draft.id, removed=False)
    assert not store.get(draft.id).removed


def test_the_list_has_the_last_changed_first(store: DraftStore, clock: Clock) -> None:
    """With title, number of sections and of sources."""
    old = store.create("", "", text(title="Oud"))
    clock.now += datetime.timedelta(minutes=1)
    store.create("", "", text(title="Nieuw"))
    clock.now += datetime.timedelta(minutes=1)
    store.add_source(old.id, source_of(BRIDGES, "Dat verzoek begrijp ik goed.", 0))
    heads = store.all_heads()
    assert [(head.title, head.sections, head.sources) for head in heads] == [("Oud", 1, 1), ("Nieuw", 1, 0)]


@pytest.mark.parametrize("call", ["get", "save", "replace", "keep_apart", "put_back", "add_source"])
def test_a_draft_that_is_not_there_is_said(store: DraftStore, call: str) -> None:
    """And nothing is written."""
    arguments = {
        "get": (),
        "save": (text(), 1, ""),
        "replace": (text(), ""),
        "keep_apart": (text(), ""),
        "put_back": (1, ""),
        "add_source": (source_of(BRIDGES, "Dat verzoek begrijp ik goed.", 0),),
    }
    with pytest.raises(UnknownDraft):
        getattr(store, call)("0" * 16, *arguments[call])
    assert store.all_heads() == []


def test_a_save_that_fails_halfway_leaves_everything_as_it_was(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text and its version are one transaction."""
    draft = store.create("", "", text("a"))

    def fail(*_: object) -> int:
        raise sqlite3.OperationalError("disk full")

    monkeypatch.setattr(DraftStore, "_keep", fail)
    with pytest.raises(sqlite3.OperationalError):
        store.save(draft.id, text("b"), 1, "", asked=True)
    assert store.get(draft.id) == draft


def test_of_two_who_save_at_once_one_is_told(store: DraftStore, tmp_path: Path) -> None:
    """Whatever their timing: each revision is one person's, and every text is either saved or refused."""
    draft = store.create("", "", text("a"))
    gate = Barrier(4)

    def write(name: str) -> bool:
        mine = DraftStore(Database(tmp_path))
        gate.wait()
        try:
            mine.save(draft.id, text(name), 1, name)
        except ChangedMeanwhile:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        won = list(pool.map(write, ["Anna", "Bram", "Cas", "Dirk"]))
    assert sum(won) == 1
    after = store.get(draft.id)
    assert (after.revision, after.text) == (2, text(["Anna", "Bram", "Cas", "Dirk"][won.index(True)]))


_SAVES = """
import sys
from pathlib import Path
from qa.database import Database
from web.drafts.store import DraftStore
from web.drafts.types import Section, Text
store = DraftStore(Database(Path(sys.argv[1])))
draft = store.create("", "", Text("", ()))
print(draft.id, flush=True)
for number in range(1, 100_000):
    store.save(draft.id, Text("", (Section("s1", "", "woord " * number),)), number, "", asked=number % 10 == 0)
    print(number, flush=True)
"""


@pytest.mark.slow
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path) -> None:
    """A process that is killed while it saves leaves the last text that it confirmed, and every version."""
    for place in range(3):
        folder = tmp_path / str(place)
        with subprocess.Popen([sys.executable, "-c", _SAVES, str(folder)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            draft_id = writer.stdout.readline().strip()
            for _ in range(35 + place):
                writer.stdout.readline()
            writer.kill()
            confirmed = [int(line) for line in writer.stdout.read().split()]
        last = max(confirmed, default=35 + place)
        store = DraftStore(Database(folder))
        held = store.get(draft_id)
        assert len(held.text.sections[0].answer.split()) in {last, last + 1}
        assert held.revision in {last + 1, last + 2}
        assert (
            len([version for version in store.versions(draft_id) if version.reason is Reason.SAVED]) >= 1 + last // 10
        )
