"""The register of promises and motions: the list, one entry, and the list to take along."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.wrappers import Response as BaseResponse

from corpus.types import CommitmentKind
from qa.commitments.book import CommitmentBook
from qa.commitments.types import Entry
from web.audit import record
from web.language import language
from web.paging import page_of
from web.register.asking import EVERY_KIND, Asked, read_asked
from web.register.calendar import calendar, due_entries
from web.register.csv_table import csv_table
from web.register.exports import columns
from web.register.listing import in_order, timeline
from web.register.pages import current_book, entry_page, filter_choices, row_of, timeline_view
from web.register.workbook import workbook

_TABS = (CommitmentKind.TOEZEGGING.value, CommitmentKind.MOTIE.value, EVERY_KIND)


def make_commitments() -> Blueprint:
    """Everything that is read under /toezeggingen; these addresses are cited elsewhere and stay as they are."""
    blueprint = Blueprint("commitments", __name__)

    @blueprint.get("/toezeggingen")
    def all_entries() -> ResponseReturnValue:
        asked, book = read_asked(request.args), current_book()
        every, shown = _counted(book, asked)
        listed = page_of(in_order(shown, asked.order, backwards=asked.backwards), asked.page)
        return render_template(
            "register/list.html",
            asked=asked,
            choices=filter_choices(book.options()),
            tabs=every,
            groups=timeline_view(timeline(shown, book.today())) if asked.page == 1 else [],
            listed=listed,
            rows=[row_of(entry) for entry in listed.rows],
            has_due=bool(due_entries(shown)),
            orphans=len(book.orphans()),
        )

    @blueprint.get("/toezeggingen/<entry_id>")
    def entry(entry_id: str) -> ResponseReturnValue:
        found = current_book().entry(entry_id)
        if found is None:
            abort(404)
        return entry_page(found)

    _add_exports(blueprint)
    return blueprint


def _add_exports(blueprint: Blueprint) -> None:
    """The list as files to take along, with the filters of the page that leads to them."""

    @blueprint.get("/toezeggingen.csv")
    def as_csv() -> BaseResponse:
        shown = _exported("csv")
        data = csv_table(shown, columns(_address), semicolons=language() == "nl")
        return _download(data, "text/csv", "csv")

    @blueprint.get("/toezeggingen.xlsx")
    def as_workbook() -> BaseResponse:
        data = workbook(
            _exported("xlsx"),
            columns(_address),
            title=gettext("Promises and motions"),
            link=gettext("Open"),
            made=datetime.datetime.now(datetime.UTC),
        )
        return _download(data, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")

    @blueprint.get("/toezeggingen.ics")
    def as_calendar() -> BaseResponse:
        due = due_entries(_exported("ics"))
        if not due:
            # A calendar without events is no calendar by RFC 5545.
            abort(404, gettext("None of these entries is still to be done by a known day, so there is no calendar."))
        made = datetime.datetime.now(datetime.UTC)
        data = calendar(due, _address, name=gettext("Due dates of promises and motions"), made=made)
        return _download(data, "text/calendar", "ics")


def _counted(book: CommitmentBook, asked: Asked) -> tuple[dict[str, int], Sequence[Entry]]:
    """How many entries of each kind pass the filters, and those of the kind asked for."""
    passing = book.entries(replace(asked.filters, kind=None))
    by_kind = {kind.value: [entry for entry in passing if entry.kind is kind] for kind in CommitmentKind}
    held: dict[str, Sequence[Entry]] = {**by_kind, EVERY_KIND: passing}
    return {kind: len(held[kind]) for kind in _TABS}, held[asked.kind]


def _exported(form: str) -> Sequence[Entry]:
    """All entries that pass the filters of the address, in the order asked for."""
    asked = read_asked(request.args)
    entries = in_order(current_book().entries(asked.filters), asked.order, backwards=asked.backwards)
    record("export", form=form, entries=len(entries))
    return entries


def _address(entry: Entry) -> str:
    return url_for("commitments.entry", entry_id=entry.id, _external=True)


def _download(data: bytes, kind: str, ending: str) -> BaseResponse:
    response = Response(data, mimetype=kind)
    name = f"toezeggingen-{datetime.datetime.now(datetime.UTC).date().isoformat()}.{ending}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
