"""What is related to a letter, as the pages show it: what it refers to, what refers to it, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext

from corpus.references import write
from corpus.types import Manner, Relation, Span
from index.errors import IndexProblem
from index.types import LetterRecord
from qa.relations import Outcome, Referred, Referring, Relations
from qa.types import Passage
from web.addresses import Address
from web.labels import day, status_label
from web.services import current_services


@dataclass(frozen=True, slots=True)
class RelatedLetter:
    """A letter, how it is related in a few words, and the address of the place that says so, if any."""

    record: LetterRecord
    date: str
    words: str
    place: Address | None


@dataclass(frozen=True, slots=True)
class ReferredView:
    """A document that a letter refers to: its citation, and the letter that is that document, None where not held."""

    citation: str
    words: str
    record: LetterRecord | None
    date: str
    place: Address | None


@dataclass(frozen=True, slots=True)
class RelatedView:
    """All that is related to one letter. `known` is False where the generation was built before this was kept."""

    known: bool
    overtaken: tuple[RelatedLetter, ...]
    outcomes: tuple[RelatedLetter, ...]
    referred: tuple[ReferredView, ...]
    referring: tuple[RelatedLetter, ...]

    @property
    def anything(self) -> bool:
        """Whether there is something to show."""
        return bool(self.overtaken or self.outcomes or self.referred or self.referring or not self.known)


def related_view(letter_id: str, *, replaced: bool = False) -> RelatedView | None:
    """What is related to a letter; None for one that is not in the generation in force.

    With `replaced` the page says already by what it was replaced.
    """
    services = current_services()
    try:
        record, relations = services.library.current().letters.get(letter_id), services.answerer.relations()
    except IndexProblem:
        return None
    if record is None:
        return None
    overtaken = relations.overtaken(record.id)
    return RelatedView(
        relations.known,
        _overtaking(overtaken, replaced=replaced),
        _came_of(relations.outcomes(record.id)),
        tuple(_referred(record, each) for each in relations.referred(record.id)),
        tuple(_referring(each) for each in relations.referring(record.id) if each not in overtaken),
    )


def said_later(relations: Relations, passage: Passage) -> tuple[RelatedLetter, ...]:
    """What later letters do to a passage: replace or correct its letter, or say what became of its promises."""
    letter = passage.letter.id
    outcomes = relations.outcomes(letter, passage.start, passage.end, in_notes=passage.in_notes)
    replaced = passage.remarks.replaced_by is not None
    return (*_overtaking(relations.overtaken(letter), replaced=replaced), *_came_of(outcomes))


def _overtaking(found: Sequence[Referring], *, replaced: bool) -> tuple[RelatedLetter, ...]:
    words = {Manner.REPLACES: gettext("replaced by"), Manner.CORRECTS: gettext("corrected by")}
    return tuple(
        RelatedLetter(
            each.letter, day(each.letter.metadata.date), words[each.relation.manner], _place(each.letter, each.relation)
        )
        for each in found
        if each.relation.manner is Manner.CORRECTS or not replaced
    )


def _came_of(found: Sequence[Outcome]) -> tuple[RelatedLetter, ...]:
    return tuple(
        RelatedLetter(
            each.letter,
            day(each.letter.metadata.date),
            gettext("%(status)s, according to", status=status_label(each.status)),
            _address(each.letter, Span(made.start, made.end), in_notes=made.in_notes),
        )
        for each in found
        for made in [each.mention.commitment]
    )


def _referred(record: LetterRecord, referred: Referred) -> ReferredView:
    words = {Manner.REPLACES: gettext("replaces"), Manner.CORRECTS: gettext("corrects"), Manner.REFERS: ""}
    held = referred.letters[0] if referred.letters else None
    return ReferredView(
        write(referred.relation.reference),
        words[referred.relation.manner],
        held,
        day(held.metadata.date) if held else "",
        _place(record, referred.relation),
    )


def _referring(referring: Referring) -> RelatedLetter:
    letter = referring.letter
    return RelatedLetter(letter, day(letter.metadata.date), "", _place(letter, referring.relation))


def _place(record: LetterRecord, relation: Relation) -> Address | None:
    if not relation.end:
        return None
    return _address(record, Span(relation.start, relation.end), in_notes=relation.in_notes)


def _address(record: LetterRecord, span: Span, *, in_notes: bool) -> Address:
    return Address(record.id, record.reading, (span,), in_notes)
