"""Removing a letter for good, and what its address says afterwards."""

from flask import Blueprint, Flask, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from corpus.errors import Removal, RemovedLetter
from web.audit import record
from web.labels import day
from web.problems import is_for_program, problem
from web.safety.access import Role, allow, name_given
from web.services import current_services
from web.views.intake import current_jobs

_LONGEST_REASON = 300  # characters


def make_removal() -> Blueprint:
    """The page that asks whether a letter is to be removed, and its removal."""
    blueprint = Blueprint("removal", __name__)

    @blueprint.get("/brief/<letter_id:letter_id>/verwijderen")
    @allow(Role.ADMINISTRATOR)
    def ask(letter_id: str) -> ResponseReturnValue:
        current_jobs()
        return render_template("removal/ask.html", letter=current_services().store.load(letter_id))

    @blueprint.post("/brief/<letter_id:letter_id>/verwijderen")
    @allow(Role.ADMINISTRATOR)
    def remove(letter_id: str) -> ResponseReturnValue:
        why = " ".join(request.form.get("reden", "").split())[:_LONGEST_REASON]
        job_id = current_jobs().remove([letter_id], name_given(), why)
        record("removal", letter=letter_id, why=why, job=job_id)
        return redirect(url_for("intake.job", job_id=job_id), 303)

    return blueprint


def tell_removed(app: Flask) -> None:
    """Have every address of a letter that was removed say so, from the moment that somebody removed it."""

    @app.before_request
    def refuse() -> None:
        letter_id = (request.view_args or {}).get("letter_id")
        removal = current_services().store.removed(letter_id) if letter_id else None
        if removal is not None:
            raise RemovedLetter(removal)

    @app.errorhandler(RemovedLetter)
    def removed(error: RemovedLetter) -> ResponseReturnValue:
        text = removal_words(error.removal)
        if is_for_program():
            return problem(410, gettext("This letter was removed"), text)
        return render_template("errors/error.html", title=gettext("This letter was removed"), text=text), 410


def removal_words(removal: Removal) -> str:
    """When a letter was removed, by whom and why, in the language of the page."""
    date = day(removal.removed.astimezone().date())
    if removal.by:
        said = gettext("It was removed for good on %(date)s by %(name)s.", date=date, name=removal.by)
    else:
        said = gettext("It was removed for good on %(date)s.", date=date)
    why = gettext("Reason given: %(why)s", why=removal.why) if removal.why else ""
    return f"{said} {why}".strip()
