"""The filtered register as a table that people take along: the columns, and one row for each entry."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from flask_babel import gettext

from corpus.references import write
from qa.commitments.types import Entry, Mention
from web.register.words import correction_name, kind_name, members, promiser, source_name, standing_name, status_name

Value = str | int | datetime.date | None


class Form(Enum):
    """What the cells of a column are."""

    TEXT = auto()
    LONG_TEXT = auto()
    DATE = auto()
    NUMBER = auto()
    LINK = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head in the language of the page, and what its cells are."""

    label: str
    form: Form
    value: Callable[[Entry], Value]


def columns(address: Callable[[Entry], str]) -> Sequence[Column]:
    """All columns in order; `address` gives the whole address of an entry's page."""
    return (
        Column(gettext("Kind"), Form.TEXT, lambda entry: kind_name(entry.kind)),
        Column(gettext("About"), Form.LONG_TEXT, lambda entry: entry.what),
        Column(gettext("Promised to / proposed by"), Form.TEXT, members),
        Column(gettext("Promised by"), Form.TEXT, promiser),
        Column(gettext("Ministry"), Form.TEXT, lambda entry: entry.ministry),
        Column(gettext("Occasion"), Form.LONG_TEXT, lambda entry: entry.occasion),
        Column(gettext("Date of the occasion"), Form.DATE, lambda entry: entry.occasion_date),
        Column(gettext("Number"), Form.TEXT, _numbers),
        Column(gettext("Due (words)"), Form.TEXT, lambda entry: entry.due),
        Column(gettext("Due"), Form.DATE, lambda entry: entry.due_date),
        Column(gettext("To do"), Form.TEXT, lambda entry: standing_name(entry.standing)),
        Column(gettext("Status"), Form.TEXT, lambda entry: status_name(entry.status)),
        Column(gettext("Status according to"), Form.TEXT, lambda entry: source_name(entry.status_source)),
        Column(gettext("Corrections"), Form.LONG_TEXT, _corrections),
        Column(gettext("Letters"), Form.NUMBER, lambda entry: len({each.letter.id for each in entry.mentions})),
        Column(gettext("Last letter"), Form.DATE, _newest_day),
        Column(gettext("Quotation"), Form.LONG_TEXT, lambda entry: _of_newest(entry, _quote)),
        Column(gettext("Citation"), Form.LONG_TEXT, lambda entry: _of_newest(entry, lambda each: each.citation)),
        Column(gettext("Page of the entry"), Form.LINK, address),
    )


def newest(entry: Entry) -> Mention | None:
    """The mention of the newest letter; one without a date only where no letter has one."""
    dated = [each for each in entry.mentions if each.letter.metadata.date is not None]
    return next(reversed(dated or list(entry.mentions)), None)


def _of_newest(entry: Entry, value: Callable[[Mention], str]) -> str:
    mention = newest(entry)
    return value(mention) if mention is not None else entry.official.text if entry.official and value is _quote else ""


def _quote(mention: Mention) -> str:
    return " ".join(mention.commitment.quote.split())


def _newest_day(entry: Entry) -> datetime.date | None:
    mention = newest(entry)
    return mention.letter.metadata.date if mention is not None else None


def _numbers(entry: Entry) -> str:
    official = [entry.official.number] if entry.official is not None else []
    return "; ".join(dict.fromkeys([*official, *(write(reference) for reference in entry.references)]))


def _corrections(entry: Entry) -> str:
    return "; ".join(_correction_lines(entry))


def _correction_lines(entry: Entry) -> Iterator[str]:
    for each in entry.corrections:
        name = correction_name(each.kind, each.status)
        yield f"{name} ({each.by}, {each.made.date().isoformat()}: {each.reason})"
