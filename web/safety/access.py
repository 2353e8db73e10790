"""Who is asking, and what each view asks of them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from flask import Flask, Response, abort, current_app, g, request

_View = TypeVar("_View", bound=Callable[..., object])
_NEEDED = "needed_role"
_NAME = "name"
_COOKIE = "naam"
_LONGEST_NAME = 80  # characters
_A_YEAR = 365 * 24 * 3600  # seconds


class Role(IntEnum):
    """What somebody may do; each role may do all that the ones before it may. NOBODY has not said who they are."""

    NOBODY = 0
    READER = 1
    EDITOR = 2
    ADMINISTRATOR = 3


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes this request. `name` is "" where nobody had to log in and nobody gave a name."""

    name: str
    role: Role


LOCAL = Actor("", Role.ADMINISTRATOR)
"""Whoever sits at the machine itself, where no login is asked for."""


NOBODY = Actor("", Role.NOBODY)
"""Whoever has not said who they are, where that is asked for."""


def allow(role: Role) -> Callable[[_View], _View]:
    """Mark a view as one for this role and those above it; a view without a mark is for readers.

    Role.NOBODY marks what may be seen by anybody, without saying who they are.
    """

    def mark(view: _View) -> _View:
        setattr(view, _NEEDED, role)
        return view

    return mark


def needed_role(view: Callable[..., object]) -> Role:
    """The role that a view asks for."""
    role: Role = getattr(view, _NEEDED, Role.READER)
    return role


def actor() -> Actor:
    """Who makes the request that is handled."""
    found: Actor = g.get("actor", LOCAL)
    return found


def name_given() -> str:
    """What to call whoever makes this request; "" where nobody said.

    The name of the account, else the one in the form, else the one given in a form before.
    """
    return actor().name or _name_in_form() or tidy_name(request.cookies.get(_COOKIE, ""))


def set_up_access(app: Flask) -> None:
    """Have the app refuse what a role may not do, and remember the name that somebody gives."""

    @app.before_request
    def refuse() -> None:
        if actor().role < _role_asked_for():
            abort(401 if actor().role is Role.NOBODY else 403)

    @app.after_request
    def remember(response: Response) -> Response:
        # A request that was refused may be one whose form is too large to read.
        if response.status_code < 400 and not actor().name and _name_in_form():
            response.set_cookie(_COOKIE, _name_in_form(), max_age=_A_YEAR, httponly=True, samesite="Lax")
        return response

    # The files of the pages themselves: what they look like, and nothing that is in a letter.
    allow(Role.NOBODY)(app.view_functions["static"])
    app.jinja_env.globals.update(actor=actor, name_given=name_given)


def _role_asked_for() -> Role:
    view = current_app.view_functions.get(request.endpoint or "")
    return needed_role(view) if view else Role.READER


def _name_in_form() -> str:
    return tidy_name(request.form.get(_NAME, "")) if request.method == "POST" else ""


def tidy_name(name: str) -> str:
    """A name on one line, without what cannot be seen."""
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:_LONGEST_NAME]


@dataclass(frozen=True, slots=True, order=True)
class Permission:
    """From which role on this method may be used on addresses of this form."""

    rule: str
    method: str
    role: Role


def permissions(app: Flask) -> list[Permission]:
    """Who may do what: every address and method of the app, in order."""
    return sorted(
        Permission(rule.rule, method, needed_role(app.view_functions[rule.endpoint]))
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    )
