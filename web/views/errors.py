"""What people see when something cannot be done: in their language, with what to do next."""

import logging
from collections.abc import Mapping

from flask import Flask, Response, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import HTTPException, SecurityError, Unauthorized

from corpus.errors import DamagedStore, UnknownLetter
from index.errors import IndexProblem, NoGeneration
from web.problems import is_for_program, problem
from web.services import current_services
from web.views.people import CHALLENGE, ask_to_log_in

_log = logging.getLogger(__name__)
_HOW_TO_SAY_WHO = "Send a token of an account as `Authorization: Bearer …`; `vraagbaak user token NAME` makes one."
_TELLING_HEADERS = frozenset({"Allow", "Retry-After"})


def handle_errors(app: Flask) -> None:
    """Answer every error with a page of our own, or to a program with a problem of ours."""

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> ResponseReturnValue:
        title, text = _refusal(error.code or 500)
        kept = {name: value for name, value in error.get_headers() if name in _TELLING_HEADERS}
        return _answer(title, text, error.code or 500, kept)

    @app.errorhandler(Unauthorized)
    def unknown_person(_: Unauthorized) -> ResponseReturnValue:
        if is_for_program():
            return problem(401, "Unauthorized", _HOW_TO_SAY_WHO, headers=CHALLENGE)
        return ask_to_log_in()

    @app.errorhandler(SecurityError)
    def untrusted_host(_: SecurityError) -> ResponseReturnValue:
        # Without a trusted host no address can be made, so no page of ours either.
        text = (
            "Deze server hoort niet bij dit adres; de beheerder voegt het toe: vraagbaak serve --trusted-host NAAM\n"
            "This server is not reached by this address; who runs it can add it: vraagbaak serve --trusted-host NAME\n"
        )
        return Response(text, 400, mimetype="text/plain")

    _handle_troubles(app)


def _handle_troubles(app: Flask) -> None:
    """What is wrong with the letters, or with the program."""

    @app.errorhandler(UnknownLetter)
    def unknown_letter(_: UnknownLetter) -> ResponseReturnValue:
        title = gettext("This letter is not held")
        text = gettext("It was removed, or the address is not complete. Look it up in the list of letters.")
        return _answer(title, text, 404)

    @app.errorhandler(DamagedStore)
    def damaged(error: DamagedStore) -> ResponseReturnValue:
        _log.error("%s", error)
        return _answer(gettext("This letter cannot be read"), str(error), 500)

    @app.errorhandler(NoGeneration)
    def nothing_built(_: NoGeneration) -> ResponseReturnValue:
        text = gettext("Hand in letters on the page, or read a whole collection in with the commands below.")
        return _answer(gettext("There are no letters yet"), text, 503, first_steps=True)

    @app.errorhandler(IndexProblem)
    def unavailable(trouble: IndexProblem) -> ResponseReturnValue:
        _log.error("%s", trouble)
        return _answer(gettext("The letters cannot be searched at the moment"), str(trouble), 503)

    @app.errorhandler(Exception)
    def failed(error: Exception) -> ResponseReturnValue:
        _log.exception("a request failed", exc_info=error)
        return _answer(*_refusal(500), 500)


def _refusal(code: int) -> tuple[str, str]:
    refusals = {
        400: (
            gettext("This request cannot be carried out"),
            gettext("The address is not one that this server is reached by, or something in it has no meaning."),
        ),
        403: (
            gettext("This is not allowed"),
            gettext(
                "Your account may not do this; ask the administrator for another role."
                " Did another site lead you here? Then open the page here and try again."
            ),
        ),
        404: (
            gettext("This page does not exist"),
            gettext("The address is not complete, or what it points to is not in this collection."),
        ),
        405: (gettext("This is not possible here"), gettext("This address takes no requests of this kind.")),
        413: (gettext("This is too large"), gettext("Less fits into one request; send it in parts.")),
        429: (
            gettext("Too many requests"),
            gettext(
                "At most %(most)s requests a minute are answered. Wait a moment, then load this page again.",
                most=current_services().settings.requests_per_minute,
            ),
        ),
    }
    failure = gettext("Something went wrong"), gettext("It was written to the log of the server. Nothing was lost.")
    return refusals.get(code, refusals[400] if code < 500 else failure)


def _answer(
    title: str, text: str, status: int, headers: Mapping[str, str] | None = None, *, first_steps: bool = False
) -> ResponseReturnValue:
    if is_for_program():
        return problem(status, title, text, headers=headers)
    page = render_template("errors/error.html", title=title, text=text, first_steps=first_steps)
    return page, status, dict(headers or {})
