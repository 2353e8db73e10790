"""Taking in the official register of oral promises: a form, and what became of the rows."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from qa.commitments.importing import Imported, import_official
from qa.commitments.official import OfficialRegister
from qa.commitments.official_file import read_official_file
from qa.errors import BadRegister
from web.access import Role, allow, name_given
from web.audit import record
from web.language import language
from web.register.troubles import trouble_line
from web.register.words import in_one_language
from web.services import current_services

_LARGEST_UPLOAD = 128 * 1024 * 1024  # bytes; the whole register is a few dozen million
_MOST_SHOWN = 200  # troubles


def make_official_register() -> Blueprint:
    """The page /toezeggingen/officieel."""
    blueprint = Blueprint("official_register", __name__)

    @blueprint.get("/toezeggingen/officieel")
    def form() -> ResponseReturnValue:
        return _page(held=len(_register().rows()))

    @blueprint.post("/toezeggingen/officieel")
    @allow(Role.EDITOR)
    def take_in() -> ResponseReturnValue:
        request.max_content_length = _LARGEST_UPLOAD
        register = _register()
        uploaded = request.files.get("bestand")
        if uploaded is None or not uploaded.filename:
            return _page(held=len(register.rows()), problem=gettext("Choose a file.")), 400
        try:
            file = read_official_file(uploaded.stream.read())
        except BadRegister as error:
            return _page(held=len(register.rows()), problem=in_one_language(str(error), language())), 400
        by = name_given() or gettext("not named")
        done = import_official(register, file, by, whole=request.form.get("geheel") == "1")
        record("official register", added=done.added, changed=done.changed, dropped=done.dropped)
        return _page(held=done.held, done=done)

    return blueprint


def _register() -> OfficialRegister:
    register = current_services().official
    if register is None:
        abort(404)
    return register


def _page(*, held: int, done: Imported | None = None, problem: str = "") -> str:
    lines = [trouble_line(trouble) for trouble in done.troubles] if done else []
    return render_template(
        "register/official.html",
        held=held,
        done=done,
        problem=problem,
        troubles=lines[:_MOST_SHOWN],
        more=max(0, len(lines) - _MOST_SHOWN),
    )
