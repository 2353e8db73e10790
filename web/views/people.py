"""Logging in and out, and the page on which administrators say who may use the server."""

from collections.abc import Callable

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from web.accounts.errors import AccountProblem, LastAdministrator, UnknownAccount
from web.accounts.passwords import LONGEST_PASSWORD, SHORTEST_PASSWORD
from web.accounts.people import People
from web.accounts.store import LONGEST_NAME, Accounts
from web.accounts.types import ROLES
from web.audit import record
from web.identity import SESSION_COOKIE
from web.labels import role_labels
from web.safety.access import Role, actor, allow
from web.services import current_services

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="Vraagbaak"'}
"""The header that goes with every 401."""


def make_people() -> Blueprint:
    """/aanmelden, /afmelden and /beheer/mensen."""
    blueprint = Blueprint("people", __name__)
    _add_login(blueprint)
    _add_management(blueprint)
    return blueprint


def _add_login(blueprint: Blueprint) -> None:
    @blueprint.get("/aanmelden")
    @allow(Role.NOBODY)
    def login() -> ResponseReturnValue:
        return _login_page("")

    @blueprint.post("/aanmelden")
    @allow(Role.NOBODY)
    def log_in() -> ResponseReturnValue:
        return _log_in()

    @blueprint.post("/afmelden")
    @allow(Role.NOBODY)
    def log_out() -> ResponseReturnValue:
        record("logout")
        _end_session(_people())
        response = redirect(url_for("people.login"), 303)
        response.delete_cookie(SESSION_COOKIE, httponly=True, secure=request.is_secure, samesite="Lax")
        return response


def _log_in() -> ResponseReturnValue:
    """Open a session for the right password; slow down who guesses."""
    people = _people()
    name, address = request.form.get("account", ""), request.remote_addr or ""
    wait = people.throttle.wait(name, address)
    if wait:
        page = make_response(_login_page(gettext("Too many wrong passwords. Try again in %(wait)s s.", wait=wait)))
        page.headers["Retry-After"] = str(wait)
        return page, 429
    account = people.accounts.with_password(name, request.form.get("wachtwoord", ""))
    if account is None:
        people.throttle.failed(name, address)
        # What is typed as a name may be a password; only the name of an account is written down.
        known = people.accounts.get(name)
        record("login failed", account=known.name if known else "", address=address)
        return _login_page(gettext("This name and this password do not belong together.")), 403
    people.throttle.succeeded(name, address)
    record("login", account=account.name, address=address)
    response = redirect(_onward(), 303)
    _end_session(people)
    response.set_cookie(
        SESSION_COOKIE,
        people.accounts.open_session(account),
        httponly=True,
        secure=request.is_secure,
        samesite="Lax",
    )
    return response


def _add_management(blueprint: Blueprint) -> None:
    @blueprint.get("/beheer/mensen")
    @allow(Role.ADMINISTRATOR)
    def everybody() -> ResponseReturnValue:
        return _management_page("")

    @blueprint.post("/beheer/mensen")
    @allow(Role.ADMINISTRATOR)
    def add() -> ResponseReturnValue:
        def change(accounts: Accounts) -> None:
            account = accounts.add(request.form.get("account", ""), _role(), request.form.get("wachtwoord") or None)
            record("account added", account=account.name, role=request.form["rol"])

        return _changed(change)

    @blueprint.post("/beheer/mensen/wijzigen")
    @allow(Role.ADMINISTRATOR)
    def change() -> ResponseReturnValue:
        def change(accounts: Accounts) -> None:
            name, password = request.form.get("account", ""), request.form.get("wachtwoord", "")
            account = accounts.set_role(name, _role())
            if password:
                accounts.set_password(name, password)
            changed = "changed" if password else "kept"
            record("account changed", account=account.name, role=request.form["rol"], password=changed)

        return _changed(change)

    @blueprint.post("/beheer/mensen/verwijderen")
    @allow(Role.ADMINISTRATOR)
    def remove() -> ResponseReturnValue:
        def change(accounts: Accounts) -> None:
            name = request.form.get("account", "")
            accounts.remove(name)
            record("account removed", account=name)

        return _changed(change)


def _changed(change: Callable[[Accounts], None]) -> ResponseReturnValue:
    """Change the accounts and show them; what cannot be done is said above them."""
    try:
        change(_people().accounts)
    except AccountProblem as problem:
        return _management_page(_said(problem)), 400
    return redirect(url_for("people.everybody"), 303)


def _role() -> Role:
    role = request.form.get("rol", "")
    return ROLES[role] if role in ROLES else abort(400)


def _people() -> People:
    """Who may use this server; not found where it knows nobody."""
    people = current_services().people
    return people if people is not None else abort(404)


def _end_session(people: People) -> None:
    """A new login never takes over the cookie that a browser came with."""
    if SESSION_COOKIE in request.cookies:
        people.accounts.close_session(request.cookies[SESSION_COOKIE])


def _login_page(problem: str) -> str:
    people = _people()
    return render_template(
        "people/login.html",
        problem=problem,
        account=request.form.get("account", ""),
        onward=request.values.get("verder", ""),
        possible=any(account.has_password for account in people.accounts.all()),
        proxied=bool(people.header),
    )


def _management_page(problem: str) -> str:
    return render_template(
        "people/management.html",
        problem=problem,
        accounts=_people().accounts.all(),
        roles=role_labels(),
        own=actor().name,
        shortest=SHORTEST_PASSWORD,
        longest=LONGEST_PASSWORD,
        longest_name=LONGEST_NAME,
    )


def _onward() -> str:
    """Where somebody was going: a page of this server, or else its first."""
    wanted = request.form.get("verder", "")
    # Two slashes begin another host's address; browsers read a backslash as a slash, and drop tabs and line ends.
    ours = wanted.startswith("/") and not wanted.startswith("//") and "\\" not in wanted and wanted.isprintable()
    return wanted if ours else url_for("questions.home")


def _said(problem: AccountProblem) -> str:
    """What is wrong, in the language of the page."""
    if isinstance(problem, LastAdministrator):
        text = gettext("This is the last administrator; make somebody else one first.")
    elif isinstance(problem, UnknownAccount):
        text = gettext("This account is no longer there.")
    else:
        text = gettext(
            "A name is new and has at most %(name)s characters; a password has %(shortest)s to %(longest)s.",
            name=LONGEST_NAME,
            shortest=SHORTEST_PASSWORD,
            longest=LONGEST_PASSWORD,
        )
    return str(text)


def ask_to_log_in() -> ResponseReturnValue:
    """For who has not said who they are: the login page, and from there to where they were going."""
    if request.method == "GET":
        going = request.full_path.rstrip("?")
        return redirect(url_for("people.login", verder=going if going != "/" else None), 303)
    page = Response(_login_page(gettext("Log in first; then send the form again.")), 401)
    page.headers.extend(CHALLENGE)
    return page
