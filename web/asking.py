"""What an address asks for: the question, how many passages, and the filters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from corpus.types import Kind
from index.types import Filters
from qa.errors import BadQuestion
from web.filters import filters_from
from web.labels import day, dossier_number, kind_label

LONGEST_QUESTION = 2000  # characters
USUAL_TOP = 5
LARGEST_TOP = 20
_FILTERS = ("kind", "from", "to", "person", "dossier")


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force: what to call it, and the address's parameters without it."""

    label: str
    without: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an address asks it.

    `problems` says what cannot be taken, in the language of the page; `wrong_filters` that filters are among it.
    """

    text: str
    top: int
    filters: Filters
    values: Mapping[str, str]
    chips: tuple[Chip, ...]
    problems: tuple[str, ...]
    wrong_filters: bool


def read_asked(arguments: MultiDict[str, str]) -> Asked:
    """Read the address; a filter that has no meaning becomes a problem and is left out of `filters`."""
    text = " ".join(arguments.get("q", "").replace("\0", " ").split())
    values = {name: arguments.get(name, "").strip() for name in _FILTERS}
    values["kind"] = ",".join(arguments.getlist("kind"))
    problems = [problem for name in _FILTERS for problem in _problems(name, values[name])]
    sound = {} if problems else values
    try:
        filters = filters_from(sound)
    except BadQuestion:
        filters = Filters()
        problems.append(gettext("The period ends before it begins."))
    wrong_filters = bool(problems)
    if len(text) > LONGEST_QUESTION:
        message = gettext("The question has %(length)s characters; at most %(most)s can be taken.")
        problems.append(message % {"length": len(text), "most": LONGEST_QUESTION})
    chips = tuple(_chips(filters, arguments))
    return Asked(text, _top(arguments), filters, values, chips, tuple(problems), wrong_filters)


def _problems(name: str, value: str) -> Iterable[str]:
    try:
        filters_from({name: value})
    except BadQuestion:
        explanations = {
            "kind": gettext("There is no kind of document called “%(value)s”."),
            "from": gettext("“%(value)s” is no date; write it as 2023-03-24."),
            "to": gettext("“%(value)s” is no date; write it as 2023-03-24."),
            "dossier": gettext("“%(value)s” is no dossier number; write it as 32824, 36200-XV or 21501-02."),
        }
        yield explanations[name].replace("%(value)s", value)


def _top(arguments: MultiDict[str, str]) -> int:
    try:
        return min(max(int(arguments.get("top", USUAL_TOP)), 1), LARGEST_TOP)
    except ValueError:
        return USUAL_TOP


def _chips(filters: Filters, arguments: MultiDict[str, str]) -> Iterable[Chip]:
    held = {name: values for name, values in arguments.lists() if name != "taal"}

    def without(name: str, value: str = "") -> Mapping[str, list[str]]:
        left = [other for other in ",".join(held[name]).split(",") if value and other != value]
        return {**held, name: left}

    for kind in Kind:
        if kind in filters.kinds:
            yield Chip(kind_label(kind), without("kind", kind.value))
    if filters.date_from:
        yield Chip(gettext("from %(date)s", date=day(filters.date_from)), without("from"))
    if filters.date_to:
        yield Chip(gettext("up to %(date)s", date=day(filters.date_to)), without("to"))
    if filters.person:
        yield Chip(gettext("person %(name)s", name=filters.person), without("person"))
    if filters.dossier:
        yield Chip(gettext("dossier %(number)s", number=dossier_number(filters.dossier)), without("dossier"))
