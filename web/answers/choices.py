"""The filters of an answer with their counts, as links that put one on or take it off."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext

from corpus.types import Kind, Reference, ReferenceKind
from index.types import Filters
from qa.narrowing import Choice, Dimension, Facet, year_of
from qa.understanding.parts import AUTHOR, KIND, MINISTRY, PERIOD, party_part, reference_part
from web.answers.asking import Arguments, Asked
from web.labels import dossier_number, kind_label

_SHOWN = 5
_MOST = 12
_LABELS = {
    Dimension.KIND: lazy_gettext("Kind"),
    Dimension.YEAR: lazy_gettext("Year"),
    Dimension.MINISTRY: lazy_gettext("Ministry"),
    Dimension.SENDER: lazy_gettext("Sender, proposer or questioner"),
    Dimension.PERSON: lazy_gettext("Person (also if named)"),
    Dimension.PARTY: lazy_gettext("Party of the sender or proposer"),
    Dimension.DOSSIER: lazy_gettext("Dossier"),
}
# What the filters hold of each; several kinds may be chosen together, and so they stand by themselves.
_HELD: Mapping[Dimension, Callable[[Filters], str]] = {
    Dimension.YEAR: year_of,
    Dimension.MINISTRY: lambda filters: filters.ministry,
    Dimension.SENDER: lambda filters: filters.sender,
    Dimension.PERSON: lambda filters: filters.person,
    Dimension.PARTY: lambda filters: filters.party or filters.by_party,
    Dimension.DOSSIER: lambda filters: filters.dossier,
}


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
            views.append(FacetView(facet.dimension.value, str(_LABELS[facet.dimension]), tuple(first), tuple(more)))
    return NarrowingView(tuple(views), max((facet.letters for facet in found), default=0))


def _choice(asked: Asked, filters: Filters, dimension: Dimension, choice: Choice) -> ChoiceView:
    value = choice.value
    chosen = _is_chosen(filters, dimension, value)
    arguments = _taken_off(asked, filters, dimension, value) if chosen else _put_on(asked, filters, dimension, value)
    return ChoiceView(_value_label(dimension, value), choice.title, choice.count, chosen, arguments)


def _is_chosen(filters: Filters, dimension: Dimension, value: str) -> bool:
    if dimension is Dimension.KIND:
        return Kind(value) in filters.kinds
    return _HELD[dimension](filters).casefold() == value.casefold()


def _value_label(dimension: Dimension, value: str) -> str:
    if dimension is Dimension.KIND:
        return kind_label(Kind(value))
    return dossier_number(value) if dimension is Dimension.DOSSIER else value


def _put_on(asked: Asked, filters: Filters, dimension: Dimension, value: str) -> Arguments:
    """The parameters with this value; several kinds may be chosen together."""
    if dimension is Dimension.KIND:
        return asked.changed(soort=sorted({*(kind.value for kind in filters.kinds), value}))
    if dimension is Dimension.YEAR:
        return asked.changed(van=f"{value}-01-01", tot=f"{value}-12-31")
    return asked.changed(**{dimension.value: value})


def _taken_off(asked: Asked, filters: Filters, dimension: Dimension, value: str) -> Arguments:
    """The parameters without this value."""
    if not _is_chosen(asked.filters, dimension, value):
        # The question itself gave it.
        return asked.changed(zonder=[*asked.arguments.get("zonder", []), _part(dimension, value)])
    if dimension is Dimension.KIND:
        return asked.changed(soort=sorted(kind.value for kind in filters.kinds if kind.value != value))
    if dimension is Dimension.YEAR:
        return asked.changed(van="", tot="")
    return asked.changed(**{dimension.value: ""})


def _part(dimension: Dimension, value: str) -> str:
    """The name of what in a question narrows to this value."""
    if dimension is Dimension.PARTY:
        return party_part(value)
    if dimension is Dimension.DOSSIER:
        return reference_part(Reference(ReferenceKind.KAMERSTUK, dossier=value))
    return {Dimension.KIND: KIND, Dimension.YEAR: PERIOD, Dimension.MINISTRY: MINISTRY}.get(dimension, AUTHOR)
