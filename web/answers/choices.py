"""The filters of an answer with their counts, as links that put one on or take it off."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext

from corpus.types import Kind, Reference, ReferenceKind
from index.types import Filters
from qa.narrowing import Choice, Dimension, Facet, year_of
from qa.parts import AUTHOR, KIND, MINISTRY, PERIOD, party_part, reference_part
from web.answers.asking import Arguments, Asked
from web.labels import dossier_number, kind_label

_SHOWN = 5
_MOST = 12


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One value: what to call it, more about it, the number of letters, and the address that toggles it."""

    label: str
    title: str
    count: int
    chosen: bool
    arguments: Arguments


@dataclass(frozen=True, slots=True)
class FacetView:
    """One group of values; `more` are those that are shown when asked for."""

    name: str
    label: str
    shown: tuple[ChoiceView, ...]
    more: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class NarrowingView:
    """All groups, and how many letters were counted without the filters that they set."""

    facets: tuple[FacetView, ...]
    letters: int


def narrowing_view(asked: Asked, filters: Filters, facets: Iterable[Facet]) -> NarrowingView:
    """The facets with at least two values, or with one that is chosen; `filters` are those in force."""
    found = tuple(facets)
    views = []
    for facet in found:
        choices = [_choice(asked, filters, facet.dimension, choice) for choice in facet.choices[:_MOST]]
        if len(choices) > 1 or any(choice.chosen for choice in choices):
            # A chosen value is never hidden behind "more".
            first = [choice for place, choice in enumerate(choices) if place < _SHOWN or choice.chosen]
            more = [choice for choice in choices if choice not in first]
            views.append(FacetView(facet.dimension.value, _label(facet.dimension), tuple(first), tuple(more)))
    return NarrowingView(tuple(views), max((facet.letters for facet in found), default=0))


def _label(dimension: Dimension) -> str:
    labels: dict[Dimension, str] = {
        Dimension.KIND: gettext("Kind"),
        Dimension.YEAR: gettext("Year"),
        Dimension.MINISTRY: gettext("Ministry"),
        Dimension.SENDER: gettext("Sender, proposer or questioner"),
        Dimension.PERSON: gettext("Person (also if named)"),
        Dimension.PARTY: gettext("Party of the sender or proposer"),
        Dimension.DOSSIER: gettext("Dossier"),
    }
    return labels[dimension]


def _choice(asked: Asked, filters: Filters, dimension: Dimension, choice: Choice) -> ChoiceView:
    value = choice.value
    chosen = _is_chosen(filters, dimension, value)
    return ChoiceView(
        _value_label(dimension, value),
        choice.title,
        choice.count,
        chosen,
        _toggled(asked, filters, dimension, value),
    )


def _is_chosen(filters: Filters, dimension: Dimension, value: str) -> bool:
    if dimension is Dimension.KIND:
        return Kind(value) in filters.kinds
    held = {
        Dimension.YEAR: year_of(filters),
        Dimension.MINISTRY: filters.ministry,
        Dimension.SENDER: filters.sender,
        Dimension.PERSON: filters.person,
        Dimension.PARTY: filters.party or filters.by_party,
        Dimension.DOSSIER: filters.dossier,
    }[dimension]
    return held.casefold() == value.casefold()


def _value_label(dimension: Dimension, value: str) -> str:
    if dimension is Dimension.KIND:
        return kind_label(Kind(value))
    return dossier_number(value) if dimension is Dimension.DOSSIER else value


def _toggled(asked: Asked, filters: Filters, dimension: Dimension, value: str) -> Arguments:
    """The parameters with this value put on, or taken off when it is chosen; several kinds may be chosen together."""
    chosen = _is_chosen(filters, dimension, value)
    if chosen and not _is_chosen(asked.filters, dimension, value):
        # The question itself gave it.
        return asked.changed(zonder=[*asked.arguments.get("zonder", []), _part(dimension, value)])
    if dimension is Dimension.KIND:
        return asked.changed(soort=sorted({kind.value for kind in filters.kinds} ^ {value}))
    if dimension is not Dimension.YEAR:
        return asked.changed(**{dimension.value: "" if chosen else value})
    return asked.changed(van="", tot="") if chosen else asked.changed(van=f"{value}-01-01", tot=f"{value}-12-31")


def _part(dimension: Dimension, value: str) -> str:
    """The name of what in a question narrows to this value."""
    if dimension is Dimension.PARTY:
        return party_part(value)
    if dimension is Dimension.DOSSIER:
        return reference_part(Reference(ReferenceKind.KAMERSTUK, dossier=value))
    return {Dimension.KIND: KIND, Dimension.YEAR: PERIOD, Dimension.MINISTRY: MINISTRY}.get(dimension, AUTHOR)
