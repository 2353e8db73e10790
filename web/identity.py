"""Telling who makes a request: by a token, by what a trusted proxy says, or by a session."""

from contextlib import suppress

from flask import Flask, abort, g, request

from web.accounts.people import People
from web.accounts.types import Account
from web.safety.access import LOCAL, NOBODY, Actor, Role, tidy_name
from web.safety.proxies import PROXIED, came_through_a_stranger
from web.services import current_services

SESSION_COOKIE = "vraagbaak_session"
_BEARER = "bearer "


def set_up_identity(app: Flask) -> None:
    """Have the app find out who makes each request, before anything is done with it."""

    @app.before_request
    def recognise() -> None:
        people = current_services().people
        if people is not None:
            g.actor = NOBODY  # also for the page that says why somebody was refused
            g.actor = _recognise(people)


def _recognise(people: People) -> Actor:
    authorization = request.headers.get("Authorization", "")
    if authorization[: len(_BEARER)].lower() == _BEARER:
        owner = people.accounts.of_token(authorization[len(_BEARER) :].strip())
        return _actor(owner) if owner else abort(401)
    named = _name_by_proxy(people.header)
    if named:
        account = people.accounts.get(named)
        return _actor(account) if account else Actor(named, Role.READER)
    secret = request.cookies.get(SESSION_COOKIE, "")
    account = people.accounts.of_session(secret) if secret else None
    if account:
        return _actor(account)
    # A proxy on this machine makes people elsewhere look as if they sat at it.
    return NOBODY if people.login or came_through_a_stranger(request.environ) else LOCAL


def _actor(account: Account) -> Actor:
    return Actor(account.name, account.role)


def _name_by_proxy(header: str) -> str:
    """Whom a trusted proxy names, "" for nobody."""
    if not header or PROXIED not in request.environ:
        return ""
    value = request.headers.get(header, "")
    with suppress(UnicodeError):
        # Headers arrive as Latin-1, and are mostly UTF-8.
        value = value.encode("latin-1").decode("utf-8")
    return tidy_name(value)
