"""Counting what an answer can be narrowed to."""

import datetime
from collections.abc import Sequence

from corpus.types import Dossier, Kind, Letter, Metadata, Person
from index.types import Filters, StoredChunk
from qa.narrowing import Choice, Dimension, Facet, facets, without, year_of
from tests.builders import Plan, assemble, part
from tests.unit.fakes import MemoryIndex

BOER = Person("De Boer", party="SP")
JANSEN = Person("Jansen", "A.B.", role="Minister van Financiën")


def letter(text: str, kind: Kind, year: int | None, **details: object) -> Letter:
    """A letter of one paragraph."""
    date = datetime.date(year, 5, 1) if year else None
    metadata = Metadata(kind, "Fietsen", date, **details)  # type: ignore[arg-type]
    return assemble(Plan([part(text)], page_starts=[], metadata=metadata, file=f"{text}.pdf"))


LETTERS = (
    letter("Een motie over fietsen.", Kind.MOTIE, 2024, proposers=(BOER,), people=(BOER,)),
    letter(
        "Nog een motie over fietsen.", Kind.MOTIE, 2023, proposers=(Person("De Boer"),), people=(Person("De Boer"),)
    ),
    letter(
        "De heer De Boer vroeg naar fietsen.",
        Kind.KAMERBRIEF,
        None,
        senders=(JANSEN,),
        people=(JANSEN, BOER),
        dossiers=(Dossier("29398", "Fietsbeleid"),),
    ),
)
INDEX = MemoryIndex(LETTERS)
CHUNKS = INDEX.fetch(range(3))


def counted(filters: Filters = Filters()) -> dict[Dimension, tuple[Choice, ...]]:  # noqa: B008 - frozen
    """The facets over all three letters, by dimension."""

    def consider(opened: Filters) -> Sequence[StoredChunk]:
        assert opened != filters
        return CHUNKS

    considered = [chunk for chunk in CHUNKS if not filters.kinds or chunk.letter.metadata.kind in filters.kinds]
    return {facet.dimension: facet.choices for facet in facets(considered, filters, INDEX, consider)}


def test_each_value_is_counted_by_letter() -> None:
    """Most letters first, years newest first; names as people are called, with the party that some letter gives."""
    assert counted() == {
        Dimension.KIND: (Choice("motie", 2), Choice("kamerbrief", 1)),
        Dimension.YEAR: (Choice("2024", 1), Choice("2023", 1)),
        Dimension.MINISTRY: (Choice("Financiën", 1),),
        Dimension.SENDER: (Choice("De Boer", 2, "SP"), Choice("Jansen", 1)),
        Dimension.PERSON: (Choice("De Boer", 3, "SP"), Choice("Jansen", 1)),
        Dimension.PARTY: (Choice("SP", 2),),
        Dimension.DOSSIER: (Choice("29398", 1, "Fietsbeleid"),),
    }


def test_a_dimension_that_is_filtered_is_counted_as_if_it_were_not() -> None:
    """The others are counted under the filter."""
    found = counted(Filters(kinds=frozenset({Kind.KAMERBRIEF})))
    assert found[Dimension.KIND] == (Choice("motie", 2), Choice("kamerbrief", 1))
    assert found[Dimension.SENDER] == (Choice("Jansen", 1),)
    assert Dimension.YEAR not in found


def test_facets_say_over_how_many_letters_they_count() -> None:
    """Also those that have no value."""
    found = facets(CHUNKS, Filters(), INDEX, lambda _: CHUNKS)
    assert found[1] == Facet(Dimension.YEAR, (Choice("2024", 1), Choice("2023", 1)), 3)


def test_each_dimension_can_be_let_go() -> None:
    """And nothing else changes."""
    day = datetime.date(2024, 1, 1)
    filters = Filters(frozenset({Kind.MOTIE}), day, day, "a", "1", ministry="m", sender="s", party="p")
    for dimension in Dimension:
        filters = without(filters, dimension)
    assert filters == Filters()
    assert without(Filters(sender="s", party="p"), Dimension.PARTY) == Filters(sender="s")


def test_a_period_is_a_year_only_when_it_is_whole() -> None:
    """From the first day to the last of one year."""
    whole = Filters(date_from=datetime.date(2024, 1, 1), date_to=datetime.date(2024, 12, 31))
    assert year_of(whole) == "2024"
    assert year_of(Filters(date_from=datetime.date(2024, 1, 1))) == ""
    assert year_of(Filters(date_from=datetime.date(2023, 1, 1), date_to=datetime.date(2024, 12, 31))) == ""
    assert year_of(Filters()) == ""
