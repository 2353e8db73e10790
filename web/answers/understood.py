"""What a question was understood as: parts that count and can be taken off, and filters that it suggests."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext

from corpus.parties import find_party
from corpus.references import write
from index.types import Filters
from qa.types import Aim, Answer, Language, Period, Question
from qa.understanding.parts import (
    AUTHOR,
    KIND,
    LANGUAGE,
    MINISTRY,
    PERIOD,
    SPELLING,
    aim_part,
    party_part,
    person_part,
    reference_part,
    typed_name,
)
from web.answers.asking import Arguments, Asked
from web.labels import day, kind_label


@dataclass(frozen=True, slots=True)
class UnderstoodPart:
    """One part: what to call it, and the address's parameters when it is taken off, or put back where it is `off`."""

    label: str
    toggled: Arguments
    off: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A filter that the question suggests: what to call it, and the address's parameters with it."""

    label: str
    narrowed: Arguments


def understood(asked: Asked, answer: Answer) -> tuple[UnderstoodPart, ...]:
    """The parts of the question that count in the search, then those that were taken off."""
    held = list(asked.arguments.get("zonder", []))
    parts = [
        UnderstoodPart(label, asked.changed(zonder=[*held, part]))
        for label, part in _parts(answer)
        if part not in asked.without
    ]
    back = [
        UnderstoodPart(
            _taken_off(part, answer), asked.changed(zonder=[other for other in held if other != part]), off=True
        )
        for part in sorted(asked.without)
    ]
    return (*parts, *back)


def offers(asked: Asked, answer: Answer) -> tuple[Offer, ...]:
    """The filters that the question suggests and that are not in force."""
    return tuple(Offer(label, asked.changed(**values)) for label, values in _offers(answer))


def _parts(answer: Answer) -> Iterable[tuple[str, str]]:
    question = answer.question
    for respelt in question.respelt:
        yield gettext("“%(typed)s” read as %(name)s", typed=respelt.typed, name=respelt.name), SPELLING
    for person in (*question.people, *question.offices):
        # Whoever is the only author searched stands among the filters.
        if not answer.filters.sender or answer.filters.sender != question.narrows.sender:
            yield typed_name(person), person_part(person)
    for reference in question.references:
        yield write(reference), reference_part(reference)
    yield from _narrowing(answer)
    for aim, label in _aims():
        if aim in question.aims:
            yield label, aim_part(aim)
    in_dutch = question.language is Language.DUTCH
    yield gettext("asked in Dutch") if in_dutch else gettext("asked in English"), LANGUAGE


def _narrowing(answer: Answer) -> Iterable[tuple[str, str]]:
    """What the question itself narrows the letters to, as far as letters pass, and whose moties the register gave."""
    question, filters, narrows = answer.question, answer.filters, answer.question.narrows
    if narrows.kinds and filters.kinds == narrows.kinds:
        kinds = [kind for kind in question.kinds if kind in narrows.kinds]
        yield gettext("only %(kinds)s", kinds=", ".join(map(kind_label, kinds or sorted(narrows.kinds)))), KIND
    if narrows.by_party and filters.by_party == narrows.by_party:
        yield gettext("only by %(name)s", name=narrows.by_party), party_part(narrows.by_party)
    elif answer.register:
        yield from ((party, party_part(party)) for party in question.parties)
    if narrows.sender and filters.sender == narrows.sender:
        yield gettext("only by %(name)s", name=narrows.sender), AUTHOR
    if narrows.ministry and filters.ministry == narrows.ministry:
        yield gettext("only from the ministry %(name)s", name=narrows.ministry), MINISTRY
    if question.period and question.of_letters and not answer.let_go.date_from:
        yield gettext("letters of %(period)s", period=_written(question.period)), PERIOD


def _aims() -> list[tuple[Aim, str]]:
    return [
        (Aim.PROMISE, gettext("asks for promises")),
        (Aim.MOTION, gettext("asks for motions")),
        (Aim.DEADLINE, gettext("asks when")),
        (Aim.AMOUNT, gettext("asks for a number")),
        (Aim.LIST, gettext("asks for a list")),
    ]


def _taken_off(part: str, answer: Answer) -> str:
    """What to call a part that is not understood: its name stands in the address (`qa.understanding.parts`)."""
    in_dutch = answer.question.language is Language.DUTCH
    fixed = {
        LANGUAGE: gettext("read as Dutch") if in_dutch else gettext("read as English"),
        PERIOD: gettext("period not used"),
        SPELLING: gettext("spelling left as typed"),
        KIND: gettext("any kind of document"),
        AUTHOR: gettext("whoever wrote it"),
        MINISTRY: gettext("from any ministry"),
        **{aim_part(aim): gettext("not: %(part)s", part=label) for aim, label in _aims()},
    }
    name = part.partition(":")[2] or part
    return fixed.get(part) or str(gettext("not: %(part)s", part=find_party(name) or name))


def _offers(answer: Answer) -> Iterable[tuple[str, Mapping[str, str | list[str]]]]:
    question, filters = answer.question, answer.filters
    if not filters.person:
        for person in question.people:
            yield gettext("only with %(name)s", name=typed_name(person)), {"persoon": typed_name(person)}
    if not filters.sender:
        for office in question.offices:
            yield gettext("only from the %(role)s", role=office.role), {"afzender": office.role}
    if not (filters.party or filters.by_party):
        for party in question.parties:
            yield gettext("only %(party)s", party=party), {"partij": party}
    yield from _offers_of_documents(question, filters)


def _offers_of_documents(question: Question, filters: Filters) -> Iterable[tuple[str, Mapping[str, str | list[str]]]]:
    if not filters.ministry:
        for ministry in question.ministries:
            yield gettext("only from the ministry %(name)s", name=ministry), {"ministerie": ministry}
    if not filters.kinds and question.kinds:
        kinds = [kind.value for kind in question.kinds]
        yield gettext("only %(kinds)s", kinds=", ".join(map(kind_label, question.kinds))), {"soort": kinds}
    if question.period and not question.of_letters and not (filters.date_from or filters.date_to):
        period = question.period
        dates = {"van": period.start.isoformat(), "tot": period.end.isoformat()}
        yield gettext("only letters of %(period)s", period=_written(period)), dates


def _written(period: Period) -> str:
    if (period.start, period.end) == (datetime.date(period.start.year, 1, 1), datetime.date(period.start.year, 12, 31)):
        year = str(period.start.year)
        return year if period.words == year else f"{period.words} ({year})"
    start, end = day(period.start), day(period.end)
    if period.start == period.end:
        return start
    return str(gettext("%(words)s (%(start)s to %(end)s)", words=period.words, start=start, end=end))
