"""What people say of entries of the register: wrong, another state, the same as another; and taking that back."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from corpus.types import CommitmentStatus
from qa.commitments.types import CorrectionKind, Entry
from qa.errors import BadCorrection, UnknownEntry
from web.audit import record
from web.language import language
from web.register.finding import find_entry
from web.register.pages import correction_view, current_book, entry_page
from web.register.words import in_one_language
from web.safety.access import Role, allow, name_given

_LONGEST_REASON = 1000  # characters


class _NotTaken(Exception):
    """A form that says too little; `str()` is in the language of the page."""


def make_corrections() -> Blueprint:
    """The forms on an entry's page, and the list of all corrections."""
    blueprint = Blueprint("corrections", __name__)

    @blueprint.get("/toezeggingen/correcties")
    def all_corrections() -> ResponseReturnValue:
        return _all()

    @blueprint.post("/toezeggingen/<entry_id>/onjuist")
    @allow(Role.EDITOR)
    def mark_wrong(entry_id: str) -> ResponseReturnValue:
        return _correct(_entry(entry_id), CorrectionKind.WRONG)

    @blueprint.post("/toezeggingen/<entry_id>/status")
    @allow(Role.EDITOR)
    def set_status(entry_id: str) -> ResponseReturnValue:
        return _correct(_entry(entry_id), CorrectionKind.STATUS)

    @blueprint.post("/toezeggingen/<entry_id>/samenvoegen")
    @allow(Role.EDITOR)
    def merge(entry_id: str) -> ResponseReturnValue:
        return _correct(_entry(entry_id), CorrectionKind.MERGE)

    @blueprint.post("/toezeggingen/correcties/<int:number>/terugnemen")
    @allow(Role.EDITOR)
    def withdraw(number: int) -> ResponseReturnValue:
        about = next((each.entry for each in current_book().corrections() if each.id == number), None)
        entry = current_book().entry(about) if about is not None else None
        try:
            current_book().withdraw(number, name_given())
        except UnknownEntry:
            abort(404)
        except BadCorrection as error:
            return _all(problem=in_one_language(str(error), language())), 400
        record("correction", number=number, kind="withdrawn")
        if entry is None or about is None:
            return redirect(url_for("corrections.all_corrections"), 303)
        return redirect(url_for("commitments.entry", entry_id=about), 303)

    return blueprint


def _all(problem: str = "") -> str:
    shown = [correction_view(each) for each in current_book().corrections()]
    return render_template("register/corrections.html", corrections=shown, problem=problem)


def _entry(entry_id: str) -> Entry:
    found = current_book().entry(entry_id)
    if found is None:
        abort(404)
    return found


def _correct(entry: Entry, kind: CorrectionKind) -> ResponseReturnValue:
    """Keep what the form says, and show the entry; a form that cannot be taken comes back with what is wrong."""
    try:
        number = _keep(entry, kind)
    except (BadCorrection, UnknownEntry) as error:
        return _back(entry, kind, in_one_language(str(error), language()))
    except _NotTaken as error:
        return _back(entry, kind, str(error))
    record("correction", entry=entry.id, number=number, kind=kind.value)
    return redirect(url_for("commitments.entry", entry_id=entry.id, _anchor="correcties"), 303)


def _back(entry: Entry, kind: CorrectionKind, problem: str) -> ResponseReturnValue:
    return entry_page(entry, problem=problem, form=kind.value, typed=request.form), 400


def _keep(entry: Entry, kind: CorrectionKind) -> int:
    book, by, reason = current_book(), name_given(), request.form.get("reden", "")[:_LONGEST_REASON]
    if kind is CorrectionKind.WRONG:
        return book.mark_wrong(entry.id, by, reason)
    if kind is CorrectionKind.STATUS:
        return book.set_status(entry.id, _status(request.form.get("status", "")), by, reason)
    typed = request.form.get("met", "").strip() or request.form.get("keuze", "")
    other = find_entry(book, typed)
    if other is None:
        message = gettext("There is no entry “%(typed)s”. Give its number or the address of its page.", typed=typed)
        raise _NotTaken(message if typed else gettext("Choose the other entry."))
    return book.merge(entry.id, other.id, by, reason)


def _status(word: str) -> CommitmentStatus:
    try:
        return CommitmentStatus(word)
    except ValueError:
        raise _NotTaken(gettext("Choose a status.")) from None
