"""What holds of a generation that holds removed letters, whatever the letters: it is shown as if it never held them."""

import datetime
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import Removal
from corpus.removals import Removals
from corpus.types import Kind, Letter, Metadata, Person
from index.library import Library
from index.types import Field, Filters, SearchIndex, Term
from tests.builders import a_letter, part
from tests.index_examples import PLAIN_ANALYSIS, HeldLetters, ToyEncoder

WORDS = ("veren", "bruggen", "wonen", "zorg", "water", "motie", "kamer", "werk")
ASKED = [Term("veren"), Term("wonen", 0.5), Term("kamer")]
FILTERS = (None, Filters(date_from=datetime.date(2024, 1, 1)), Filters(party="D66"), Filters(person="Bakker"))


@st.composite
def letters(draw: st.DrawFn) -> list[Letter]:
    """Two to seven letters, each with words and people of its own."""
    made = []
    for number in range(draw(st.integers(2, 7))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
        promise = draw(st.sampled_from(["", "Ik zal uw Kamer voor 1 mei 2024 over de veren informeren."]))
        metadata = Metadata(
            Kind.KAMERBRIEF,
            f"Brief {number}",
            draw(st.none() | st.sampled_from([datetime.date(2023, 5, 1), datetime.date(2024, 5, 1)])),
            senders=(Person(draw(st.sampled_from(["Bakker", "Smit"])), party=draw(st.sampled_from(["", "D66"]))),),
        )
        made.append(
            a_letter(part(f"Nummer {number} over {' '.join(words)}."), part(promise or "Tot zover."), metadata=metadata)
        )
    return made


def told(generation: SearchIndex, order: Sequence[str]) -> list[object]:
    """Everything that a generation tells, without positions and scores, which follow from all that it holds."""

    def ids(positions: Sequence[int]) -> set[str]:
        return {stored.chunk.id for stored in generation.fetch(positions)}

    vector = ToyEncoder().encode(["veren wonen"])[0]
    found: list[object] = [sorted(generation.letters.items()), generation.forms]
    for filters in FILTERS:
        lexical = [generation.search_lexical(field, ASKED, 100, filters) for field in Field]
        found += [ids([hit.position for hit in hits]) for hits in lexical]
        dense = generation.search_dense(vector, 100, filters)
        found.append(sorted((round(hit.score, 5), *ids([hit.position])) for hit in dense))
        found.append(generation.count_undated(filters or Filters()))
    found.append(generation.document_frequencies(Field.BODY, WORDS))
    found.append([(each.letter.id, each.commitment.quote) for each in generation.commitments])
    found.append([generation.belonging.party(Person("Bakker")), generation.belonging.party(Person("Smit"))])
    found.append([generation.replaced_by(letter_id) for letter_id in sorted(generation.letters)])
    found.append([len(generation.places_of(letter_id)) for letter_id in order])
    return found


@settings(max_examples=25, deadline=None)
@given(held=letters(), data=st.data())
def test_what_is_removed_is_shown_nowhere(held: list[Letter], data: st.DataObject) -> None:
    """All that can be asked is told as by a generation made of the other letters."""
    gone = data.draw(st.sets(st.sampled_from([letter.id for letter in held]), min_size=1, max_size=len(held) - 1))
    order = [letter.id for letter in held]
    with tempfile.TemporaryDirectory() as folder:
        whole = Library(Path(folder, "whole"), ToyEncoder(), analysis=PLAIN_ANALYSIS)
        whole.build(HeldLetters(held))
        whole.current()
        removals = Removals(Path(folder, "whole"))
        for letter_id in gone:
            removals.add(Removal(letter_id, datetime.datetime(2024, 6, 1, tzinfo=datetime.UTC), "Ada", ""))
        rest = Library(Path(folder, "rest"), ToyEncoder(), analysis=PLAIN_ANALYSIS)
        rest.build(HeldLetters([letter for letter in held if letter.id not in gone]))
        shown = whole.current()
        assert shown.info.withheld == gone
        assert told(shown, order) == told(rest.current(), order)
