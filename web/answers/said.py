"""What was said before, as the page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext

from index.types import LetterRecord
from qa.differences import Difference, Differing
from qa.saying import Alike, Said, SaidBefore
from web.addresses import Address
from web.answers.presenting import quote_with_citation
from web.labels import day, kind_label


@dataclass(frozen=True, slots=True)
class AlikeView:
    """A sentence of a letter and how it is like the other one, in words; `same` says that it counts as the same."""

    words: str
    citation: str
    copied: str
    address: Address
    record: LetterRecord
    about: str
    same: bool
    likeness: str
    percentage: int
    differences: tuple[str, ...]
    also: tuple[LetterRecord, ...]


@dataclass(frozen=True, slots=True)
class SaidView:
    """A sentence of the text, what came of it in a few words, and the sentences that are like it."""

    text: str
    verdict: str
    found: bool
    alike: tuple[AlikeView, ...]


@dataclass(frozen=True, slots=True)
class SaidBeforeView:
    """All sentences; `found` and `wrong` are percentages that were measured on `measured` sentences."""

    sentences: tuple[SaidView, ...]
    count: int
    found: int
    wrong: int
    measured: int


def present_said(said: SaidBefore) -> SaidBeforeView:
    """Everything that the page needs, in the language of the request."""
    model = said.model
    views = tuple(_said(each, model.same) for each in said.sentences)
    return SaidBeforeView(
        views,
        sum(view.found for view in views),
        round(100 * model.found),
        round(100 * model.wrong),
        model.measured,
    )


def _said(said: Said, same: float) -> SaidView:
    alike = tuple(_alike(each, same) for each in said.alike)
    found = any(view.same for view in alike)
    if not said.compared:
        verdict = gettext("Too short to compare")
    elif found and all(view.differences for view in alike if view.same):
        verdict = gettext("Said before, with differences")
    elif found:
        verdict = gettext("Said before")
    elif alike:
        verdict = gettext("Not found; these come near")
    else:
        verdict = gettext("Not found")
    return SaidView(said.text, str(verdict), found, alike)


def _alike(alike: Alike, same: float) -> AlikeView:
    words = " ".join(alike.quote.text.split())
    metadata = alike.letter.metadata
    return AlikeView(
        words,
        alike.citation,
        quote_with_citation(words, alike.citation),
        Address(alike.letter.id, alike.letter.reading, (alike.quote.span,), alike.in_notes),
        alike.letter,
        " · ".join(filter(None, (kind_label(metadata.kind), day(metadata.date) or gettext("date not known")))),
        alike.probability >= same,
        _likeness(alike, same),
        min(max(round(100 * alike.probability), 1), 99),
        tuple(map(_difference, alike.differences)),
        alike.also,
    )


def _likeness(alike: Alike, same: float) -> str:
    if alike.probability < same:
        return str(gettext("Resembles it"))
    return str(gettext("Nearly the same words") if alike.differences else gettext("Says the same"))


def _difference(difference: Difference) -> str:
    labels = {
        Differing.NUMBER: gettext("a number"),
        Differing.MOMENT: gettext("a date or period"),
        Differing.NEGATION: gettext("a negation"),
    }
    return str(
        gettext(
            "%(what)s: in your text %(here)s, in the letter %(there)s",
            what=labels[difference.kind],
            here=_listed(difference.here),
            there=_listed(difference.there),
        )
    )


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words) or gettext("none of it")
