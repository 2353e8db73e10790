"""Where letters name a document that is not held itself."""

from collections.abc import Sequence

from corpus.types import Reference, Span
from index.types import SearchIndex
from qa.consulting.desk import Shown
from qa.understanding.directory import reference_key

_MOST = 10


def mentions_of(search_index: SearchIndex, references: Sequence[Reference]) -> list[Shown]:
    """The passages in which letters first name one of these references, newest letter first, with the sentence."""
    wanted = {reference_key(reference) for reference in references}
    found = [
        (record, relation)
        for record in (search_index.letters.values() if wanted else ())
        for relation in record.relations
        if relation.end and reference_key(relation.reference) in wanted
    ]
    found.sort(key=lambda each: str(each[0].metadata.date or ""), reverse=True)
    shown: dict[int, Shown] = {}
    for record, relation in found[:_MOST]:
        for place in search_index.places_of(record.id):
            if place.in_notes == relation.in_notes and place.start <= relation.start < place.end:
                (stored,) = search_index.fetch([place.position])
                sentences = [each for each in stored.chunk.sentences if each.start <= relation.start < each.end]
                shown.setdefault(place.position, Shown(stored, tuple(sentences[:1]) or (Span(place.start, place.end),)))
                break
    return list(shown.values())
