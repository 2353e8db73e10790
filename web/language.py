"""The language of the page: the one chosen with the switch, else the one that the browser prefers, else Dutch."""

from typing import Any

from flask import Flask, Response, g, request
from flask_babel import Babel, get_locale, get_translations

from web.problems import is_for_program

LANGUAGES = ("nl", "en")
_PARAMETER = "taal"
_A_YEAR = 365 * 24 * 3600  # seconds


def set_up_languages(app: Flask) -> None:
    """Let templates speak the language of the request, and remember the choice made with `?taal=`."""
    Babel(app, default_locale=LANGUAGES[0], locale_selector=_preferred)
    # Flask-Babel looks the catalogue up for every text; an answer has more than a hundred.
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension jinja2.ext.i18n
        lambda text: _catalogue().ugettext(text),
        lambda one, many, count: _catalogue().ungettext(one, many, count),
        newstyle=True,
    )

    @app.after_request
    def remember(response: Response) -> Response:
        response.vary.update(("Accept-Language", "Cookie"))
        if _chosen() is not None:
            response.set_cookie(_PARAMETER, _chosen() or "", max_age=_A_YEAR, httponly=True, samesite="Lax")
        return response


def language() -> str:
    """The language of this request's page."""
    return str(get_locale() or LANGUAGES[0])


def _catalogue() -> Any:
    """The catalogue of this request's language, looked up once."""
    if "catalogue" not in g:
        g.catalogue = get_translations()
    return g.catalogue


def _preferred() -> str:
    if is_for_program():
        return "en"  # what programs are told is read by those who write them
    chosen = _chosen() or request.cookies.get(_PARAMETER)
    if chosen in LANGUAGES:
        return chosen
    return request.accept_languages.best_match(LANGUAGES, default=LANGUAGES[0]) or LANGUAGES[0]


def _chosen() -> str | None:
    chosen = request.args.get(_PARAMETER)
    return chosen if chosen in LANGUAGES else None
