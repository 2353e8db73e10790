"""Taking in the official register of oral promises: a form, and what became of the rows."""

from collections.abc import Sequence

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from qa.commitments.importing import Imported
from qa.commitments.official import OfficialRegister
from web.audit import record
from web.language import language
from web.register.taking_in import NamedFile, take_in
from web.register.words import in_one_language
from web.safety.access import Role, allow, name_given
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
    def take_rows_in() -> ResponseReturnValue:
        request.max_content_length = _LARGEST_UPLOAD
        register = _register()
        uploaded = [file for file in request.files.getlist("bestand") if file.filename]
        if not uploaded:
            return _page(held=len(register.rows()), problems=[gettext("Choose a file.")]), 400
        if not name_given():
            return _page(held=len(register.rows()), problems=[gettext("Say who imports it.")]), 400
        files = [NamedFile(file.filename or "", file.stream.read) for file in uploaded]
        taken = take_in(register, files, name_given(), whole=request.form.get("geheel") == "1")
        problems = [in_one_language(line, language()) for line in taken.refused]
        if taken.done is None:
            return _page(held=len(register.rows()), problems=problems, remarks=taken.remarks), 400
        done = taken.done
        record("official register", added=done.added, changed=done.changed, dropped=done.dropped)
        return _page(held=done.held, done=done, problems=problems, remarks=taken.remarks)

    return blueprint


def _register() -> OfficialRegister:
    register = current_services().official
    if register is None:
        abort(404)
    return register


def _page(*, held: int, done: Imported | None = None, problems: Sequence[str] = (), remarks: Sequence[str] = ()) -> str:
    return render_template(
        "register/official.html",
        held=held,
        done=done,
        problems=problems,
        remarks=remarks[:_MOST_SHOWN],
        remarked=len(remarks),
    )
