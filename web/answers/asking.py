"""What an address asks for: the question, how many passages in which order, the filters, and what is not understood."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from flask_babel import gettext
from werkzeug.datastructures import MultiDict

from corpus.types import Kind
from index.types import Filters
from qa.errors import BadQuestion
from web.answers.filters import filters_from
from web.labels import day, dossier_number, kind_label
from web.safety.limits import LARGEST_TOP, LONGEST_QUESTION

USUAL_TOP = 5
BY_DATE = "datum"
_MOST_PARTS = 20  # of a question that can be taken off; more stand in no address of ours
_LONGEST_PART = 200  # characters
# What the address calls each filter, and what `web.answers.filters` calls it.
_FILTERS: Mapping[str, str] = {
    "soort": "kind",
    "van": "from",
    "tot": "to",
    "ministerie": "ministry",
    "afzender": "sender",
    "persoon": "person",
    "partij": "party",
    "dossier": "dossier",
}
# Addresses made by the first version, which people may have kept.
_EARLIER_NAMES: Mapping[str, str] = {
    "q": "vraag",
    "kind": "soort",
    "from": "van",
    "to": "tot",
    "person": "persoon",
    "top": "aantal",
}
_LETTER_ID = re.compile("[0-9a-f]{64}")
_NOT_KEPT = frozenset({"taal"})

Arguments = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force: what to call it, and the address's parameters without it."""

    label: str
    without: Arguments


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as an address asks it.

    `arguments` are the address's parameters by the names that this version gives them, `without` the parts of the
    question that are not to be understood. `problems` says what cannot be taken, in the language of the page;
    `wrong_filters` that filters are among it.
    """

    text: str
    top: int
    filters: Filters
    values: Mapping[str, str]
    chips: tuple[Chip, ...]
    problems: tuple[str, ...]
    wrong_filters: bool
    arguments: Arguments
    by_date: bool = False
    without: frozenset[str] = frozenset()

    def changed(self, **values: str | int | list[str]) -> Arguments:
        """The parameters with some of them set, or left out where the value is empty."""
        given = {name: value if isinstance(value, list) else [str(value)] for name, value in values.items()}
        kept = {name: held for name, held in self.arguments.items() if name not in given}
        return {**kept, **{name: value for name, value in given.items() if value and value != [""]}}


def read_asked(arguments: MultiDict[str, str]) -> Asked:
    """Read the address; a filter that has no meaning becomes a problem and is left out of `filters`."""
    held = _renamed(arguments)
    text = " ".join("".join(held.get("vraag", [""])[:1]).replace("\0", " ").split())
    values = {name: "".join(held.get(name, [""])[:1]).strip() for name in _FILTERS}
    values["soort"] = ",".join(held.get("soort", []))
    problems = [problem for name in _FILTERS for problem in _problems(name, values[name])]
    sound = {} if problems else {_FILTERS[name]: value for name, value in values.items()}
    try:
        filters = replace(filters_from(sound), letters=_letters(held))
    except BadQuestion:
        filters = Filters()
        problems.append(gettext("The period ends before it begins."))
    wrong_filters = bool(problems)
    if len(text) > LONGEST_QUESTION:
        message = gettext("The question has %(length)s characters; at most %(most)s can be taken.")
        problems.append(message % {"length": len(text), "most": LONGEST_QUESTION})
    return Asked(
        text,
        _top(held),
        filters,
        values,
        tuple(_chips(filters, held)),
        tuple(problems),
        wrong_filters,
        held,
        by_date=held.get("sorteer") == [BY_DATE],
        without=frozenset(part for part in held.get("zonder", [])[:_MOST_PARTS] if 0 < len(part) <= _LONGEST_PART),
    )


def _renamed(arguments: MultiDict[str, str]) -> dict[str, list[str]]:
    held: dict[str, list[str]] = {}
    for name, values in arguments.lists():
        if name not in _NOT_KEPT:
            held.setdefault(_EARLIER_NAMES.get(name, name), []).extend(values)
    return {name: values for name, values in held.items() if any(values)}


def _problems(name: str, value: str) -> Iterable[str]:
    try:
        filters_from({_FILTERS[name]: value})
    except BadQuestion:
        explanations = {
            "soort": gettext("There is no kind of document called “%(value)s”."),
            "van": gettext("“%(value)s” is no date; write it as 2023-03-24."),
            "tot": gettext("“%(value)s” is no date; write it as 2023-03-24."),
            "ministerie": gettext("There is no ministry called “%(value)s”; write its name or abbreviation."),
            "partij": gettext("There is no party called “%(value)s”."),
            "dossier": gettext("“%(value)s” is no dossier number; write it as 32824, 36200-XV or 21501-02."),
        }
        yield explanations[name].replace("%(value)s", value)


def _letters(held: Arguments) -> frozenset[str]:
    """The one letter that is searched; nothing else than an id means one."""
    return frozenset(letter for letter in held.get("brief", [])[:1] if _LETTER_ID.fullmatch(letter))


def _top(held: Arguments) -> int:
    try:
        return min(max(int("".join(held.get("aantal", [])[:1]) or USUAL_TOP), 1), LARGEST_TOP)
    except ValueError:
        return USUAL_TOP


def _chips(filters: Filters, held: Arguments) -> Iterable[Chip]:
    def without(name: str, value: str = "") -> Arguments:
        left = [other for other in ",".join(held[name]).split(",") if value and other != value]
        return {name_held: values for name_held, values in {**held, name: left}.items() if values}

    for kind in Kind:
        if kind in filters.kinds:
            yield Chip(kind_label(kind), without("soort", kind.value))
    labels = {
        "brief": filters.letters and gettext("one letter"),
        "van": filters.date_from and gettext("from %(date)s", date=day(filters.date_from)),
        "tot": filters.date_to and gettext("up to %(date)s", date=day(filters.date_to)),
        "ministerie": filters.ministry and gettext("ministry %(name)s", name=filters.ministry),
        "afzender": filters.sender and gettext("sender %(name)s", name=filters.sender),
        "persoon": filters.person and gettext("person %(name)s", name=filters.person),
        "partij": filters.party and gettext("party %(name)s", name=filters.party),
        "dossier": filters.dossier and gettext("dossier %(number)s", number=dossier_number(filters.dossier)),
    }
    for name, label in labels.items():
        if label:
            yield Chip(label, without(name))
