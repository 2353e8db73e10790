"""The file of chunks: what is put in comes back, filters, and what stays when letters leave."""

import datetime
from collections.abc import Iterable
from pathlib import Path

import pytest

from corpus.chunks import cut
from corpus.people import matches
from corpus.types import Dossier, Kind, Letter, Metadata, Person
from index.chunk_rows import ChunkEntry, canonical
from index.chunk_store import ChunkStore, chunk_terms
from index.chunk_writer import ChunkWriter
from index.fields import LetterFields
from index.types import Field, Filters, LetterRecord
from tests.builders import FootNote, Part, a_letter, part
from tests.index_examples import PLAIN_ANALYSIS

BAKKER = Person("Bakker", party="VVD")
VAN_DAM = Person("Van Dam", first="L.", role="Minister van Wonen")
SMIT = Person("Smit")


def letter(text: str, kind: Kind = Kind.KAMERBRIEF, **metadata: object) -> Letter:
    """A letter of one paragraph."""
    return a_letter(text, metadata=Metadata(kind, "Onderwerp", **metadata))  # type: ignore[arg-type] # passed on by name


LETTERS = (
    letter("Bakker vroeg om een plan.", date=datetime.date(2023, 3, 1), senders=(VAN_DAM,), people=(VAN_DAM, BAKKER)),
    letter("Een motie over wonen.", Kind.MOTIE, date=datetime.date(2023, 3, 2), proposers=(BAKKER,), people=(BAKKER,)),
    letter("Zonder datum, van mevrouw van Dam.", people=(VAN_DAM,), dossiers=(Dossier("36200-XV"),)),
    letter(
        "Antwoord.",
        Kind.ANTWOORD,
        date=datetime.date(2024, 1, 1),
        dossiers=(Dossier("36200"), Dossier("32824")),
        ministry="Financiën",
    ),
    letter("Bakkers en smeden smitten niet.", date=datetime.date(2024, 6, 1), people=(BAKKER, SMIT)),
)


def add(writer: ChunkWriter, letters: Iterable[Letter]) -> None:
    """Add letters with their chunks."""
    for each in letters:
        fields = LetterFields(each, PLAIN_ANALYSIS)
        entries = [
            ChunkEntry(chunk, fields.terms(chunk), tuple(fields.people(chunk))) for chunk in canonical(cut(each))
        ]
        placed = writer.add(LetterRecord(each.id, each.file, "1", None, each.metadata), entries)
        writer.seal_vectors(placed, f"vectors of {each.id}")


def store_of(path: Path, letters: Iterable[Letter] = LETTERS) -> ChunkStore:
    """A file of these letters, written and opened."""
    writer = ChunkWriter(path)
    add(writer, letters)
    writer.finish()
    return ChunkStore(path, matches)


def passing(store: ChunkStore, filters: Filters) -> list[int]:
    """The positions that pass; each letter here is one chunk, so they are places in `LETTERS`."""
    allowed = store.allowed(filters)
    assert allowed is not None
    positions: list[int] = allowed.tolist()
    return positions


def test_the_places_of_a_letter_are_those_of_its_chunks(tmp_path: Path) -> None:
    """Position and span of each, and none of a letter that is not held."""
    store = store_of(tmp_path / "chunks.sqlite")
    for letter in LETTERS:
        places = store.places_of(letter.id)
        chunks = store.fetch([place.position for place in places])
        assert [(place.start, place.end, place.in_notes) for place in places] == [
            (stored.chunk.start, stored.chunk.end, stored.chunk.in_notes) for stored in chunks
        ]
        assert places
        assert {stored.letter.id for stored in chunks} == {letter.id}
    assert store.places_of("0" * 64) == []


def test_chunks_come_back_as_they_were(tmp_path: Path) -> None:
    """A chunk keeps text, span, pages, context, sentences, notes and terms; its letter keeps its record."""
    parts: list[Part | str] = [part("1. Aanleiding"), "Dit is een zin. | Dit is de tweede."]
    noted = a_letter(*parts, page_starts=[20], notes=[FootNote(("Zie de bijlage.",), page=1, anchor=25)])
    store = store_of(tmp_path / "chunks", [noted])

    stored = store.fetch(range(store.count))

    chunks = canonical(cut(noted))
    assert [each.chunk for each in stored] == chunks
    assert [each.letter for each in stored] == [LetterRecord(noted.id, "brief.pdf", "1", None, noted.metadata)] * len(
        chunks
    )
    assert stored[0].terms[-1] == ("dit", "is", "de", "tweede")
    assert stored[0].context_terms == ("voortgang", "van", "het", "programma")
    assert dict(store.letters) == {noted.id: stored[0].letter}


def test_who_is_named_in_each_chunk_is_told_in_the_order_asked(tmp_path: Path) -> None:
    """The people of its letter whose names stand in it; nobody where none does."""
    store = store_of(tmp_path / "chunks")

    assert store.people_in([2, 1, 0]) == [(VAN_DAM,), (), (BAKKER,)]
    assert store.people_in([]) == []


def test_chunks_come_in_the_order_asked(tmp_path: Path) -> None:
    """A fetch keeps the order, and gives a chunk as often as it was asked for."""
    store = store_of(tmp_path / "chunks")

    assert [stored.position for stored in store.fetch([3, 0, 3, 1])] == [3, 0, 3, 1]
    assert store.fetch([]) == []


@pytest.mark.parametrize("position", [5, -1, 1 << 40])
def test_a_position_that_is_not_there_is_refused(tmp_path: Path, position: int) -> None:
    """A fetch of a position beyond the chunks raises and names it."""
    with pytest.raises(IndexError, match=f"no chunk at position {position} among 5"):
        store_of(tmp_path / "chunks").fetch([0, position])


def test_body_terms_hold_the_notes_once(tmp_path: Path) -> None:
    """A chunk is found by the words of the notes anchored in it; a chunk of notes counts its words once."""
    noted = a_letter("Dit is een zin.", notes=[FootNote(("Bijlage twee.",), anchor=5)])
    store_of(tmp_path / "chunks", [noted])

    terms = [found[Field.BODY] for _, found in chunk_terms(tmp_path / "chunks", 0)]

    assert terms == [["dit", "is", "een", "zin", "bijlage", "twee"], ["bijlage", "twee"]]


def test_names_hold_what_stands_in_the_head(tmp_path: Path) -> None:
    """A chunk is found by the sender and numbers of its letter, which do not stand in its text."""
    store_of(tmp_path / "chunks", [letter("Tekst.", senders=(VAN_DAM,), dossiers=(Dossier("36200-XV"),), number="85")])

    ((_, terms),) = chunk_terms(tmp_path / "chunks", 0)

    assert terms[Field.NAMES] == ["tekst", "onderwerp", "van", "dam", "36200", "xv", "85"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(Filters(kinds=frozenset({Kind.MOTIE, Kind.ANTWOORD})), [1, 3], id="kinds"),
        pytest.param(Filters(date_from=datetime.date(2023, 3, 2)), [1, 3, 4], id="from, inclusive"),
        pytest.param(Filters(date_to=datetime.date(2023, 3, 2)), [0, 1], id="to, inclusive"),
        pytest.param(
            Filters(date_from=datetime.date(2023, 3, 2), date_to=datetime.date(2024, 1, 1)), [1, 3], id="from and to"
        ),
        pytest.param(Filters(dossier="32824"), [3], id="a second dossier"),
        pytest.param(Filters(dossier="36200-XV"), [2], id="a chapter"),
        pytest.param(Filters(dossier="36200"), [2, 3], id="a dossier with its chapters"),
        pytest.param(Filters(dossier="3620"), [], id="half a dossier"),
        pytest.param(Filters(dossier="36200*"), [], id="no patterns"),
        pytest.param(Filters(letters=frozenset({LETTERS[4].id, "unknown"})), [4], id="letters"),
        pytest.param(Filters(person="bakker"), [0, 1], id="named in the passage, or proposer"),
        pytest.param(Filters(person="Van Dam"), [0, 2], id="sender, or named with a small letter"),
        pytest.param(Filters(person="Smit"), [], id="only part of a word"),
        pytest.param(Filters(person="Niemand"), [], id="unknown person"),
        pytest.param(Filters(person="bakker", kinds=frozenset({Kind.MOTIE})), [1], id="person and kind"),
        pytest.param(Filters(person='"; DROP TABLE chunk'), [], id="no commands"),
        pytest.param(Filters(sender="bakker"), [1], id="proposer, not who is only named"),
        pytest.param(Filters(sender="minister van Wonen"), [], id="an office that no letter has"),
        pytest.param(Filters(sender="L. van Dam"), [0], id="sender"),
        pytest.param(Filters(party="VVD"), [0, 1], id="named in the passage, or proposer, of the party"),
        pytest.param(Filters(party="SP"), [], id="a party of nobody"),
        pytest.param(Filters(by_party="VVD"), [1], id="proposer of the party alone"),
        pytest.param(Filters(ministry="Financiën"), [3], id="ministry"),
        pytest.param(Filters(ministry="Defensie"), [], id="another ministry"),
        pytest.param(Filters(party="VVD", kinds=frozenset({Kind.MOTIE})), [1], id="party and kind"),
    ],
)
def test_filters_let_pass(tmp_path: Path, filters: Filters, expected: list[int]) -> None:
    """Each filter lets pass what it names, and several only what all of them let pass."""
    store = store_of(tmp_path / "chunks")

    assert passing(store, filters) == expected
    assert passing(store, filters) == expected  # also from memory


def test_without_filters_everything_passes(tmp_path: Path) -> None:
    """No filter, and one that names nothing, are told apart from one that lets nothing pass."""
    store = store_of(tmp_path / "chunks")

    assert (store.allowed(None), store.allowed(Filters())) == (None, None)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(Filters(), 0, id="no date asked"),
        pytest.param(Filters(kinds=frozenset({Kind.KAMERBRIEF})), 0, id="only a kind asked"),
        pytest.param(Filters(date_from=datetime.date(2000, 1, 1)), 1, id="a date asked"),
        pytest.param(Filters(date_to=datetime.date(2000, 1, 1), person="van dam"), 1, id="that pass the rest"),
        pytest.param(Filters(date_to=datetime.date(2000, 1, 1), kinds=frozenset({Kind.MOTIE})), 0, id="not the rest"),
    ],
)
def test_undated_letters_are_counted(tmp_path: Path, filters: Filters, expected: int) -> None:
    """Letters without a date that pass all but the date filter are counted, so that they can be told."""
    assert store_of(tmp_path / "chunks").count_undated(filters) == expected


def test_an_open_store_stays_whole_without_its_file(tmp_path: Path) -> None:
    """Who has a store open can go on reading when the file is removed, what was not read before too."""
    store = store_of(tmp_path / "chunks")

    (tmp_path / "chunks").unlink()

    assert [stored.chunk.text for stored in store.fetch([1])] == ["Een motie over wonen."]
    assert passing(store, Filters(person="bakker")) == [0, 1]


def test_what_stays_closes_up(tmp_path: Path) -> None:
    """Letters that stay keep their order and all that is known of them; those that leave leave no trace."""
    store_of(tmp_path / "before")
    staying = [LETTERS[0], LETTERS[3], LETTERS[4]]
    writer = ChunkWriter(tmp_path / "after")

    carried = writer.carry(tmp_path / "before", {each.id for each in staying})
    add(writer, [LETTERS[1]])
    digests = writer.finish()

    after = ChunkStore(tmp_path / "after", matches)
    assert carried.tolist() == [0, 3, 4]
    assert [stored.letter.id for stored in after.fetch(range(4))] == [each.id for each in (*staying, LETTERS[1])]
    assert passing(after, Filters(person="bakker")) == [0, 3]
    assert passing(after, Filters(dossier="36200")) == [1]
    assert b"36200-XV" not in (tmp_path / "after").read_bytes()
    fresh = ChunkWriter(tmp_path / "fresh")
    add(fresh, [LETTERS[4], LETTERS[1], LETTERS[0], LETTERS[3]])
    assert fresh.finish() == digests


def test_people_are_named_where_they_were(tmp_path: Path) -> None:
    """Who is named in a passage is still named there when it has moved up, and nowhere else."""
    store_of(tmp_path / "before")
    writer = ChunkWriter(tmp_path / "after")
    writer.carry(tmp_path / "before", {LETTERS[2].id, LETTERS[3].id})
    writer.finish()

    assert passing(ChunkStore(tmp_path / "after", matches), Filters(person="Van Dam")) == [0]


def test_people_who_left_are_forgotten(tmp_path: Path) -> None:
    """Somebody who is named only in letters that left stands nowhere in the new file."""
    store_of(tmp_path / "before")
    writer = ChunkWriter(tmp_path / "after")
    writer.carry(tmp_path / "before", {LETTERS[1].id, LETTERS[3].id})
    writer.finish()

    content = (tmp_path / "after").read_bytes()
    assert (b"Bakker" in content, b"Van Dam" in content) == (True, False)


def test_a_letter_without_chunks_is_held(tmp_path: Path) -> None:
    """A letter of which nothing could be cut is listed all the same, and shifts nothing."""
    empty = a_letter(metadata=Metadata(Kind.OVERIG, "Leeg"))
    store = store_of(tmp_path / "chunks", [empty, LETTERS[0]])

    assert list(store.letters) == [empty.id, LETTERS[0].id]
    assert [store.positions_of(each) for each in (empty.id, "unknown")] == [{}, {}]
    assert store.positions_of(LETTERS[0].id) == {cut(LETTERS[0])[0].id: 0}
