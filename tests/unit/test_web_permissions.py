"""Who may do what: every address, every method, every role."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.accounts_examples import make_accounts
from tests.web_examples import make_app, make_letter
from web.accounts.people import People
from web.accounts.store import Accounts
from web.app import create_app
from web.problems import API
from web.safety.access import Permission, Role, allow, needed_role, permissions
from web.services import EXTENSION, Services

ROLES = (Role.NOBODY, Role.READER, Role.EDITOR, Role.ADMINISTRATOR)
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SENT_BY_READERS = {"/aanmelden", "/afmelden", "/eerder-gezegd", f"{API}/ask"}
SEEN_BY_NOBODY = {"/aanmelden", "/afmelden", "/health", "/static/<path:filename>", f"{API}/openapi.json"}
VALUES = {
    "letter_id": "0" * 64,
    "reading": "1",
    "spans": "0-10",
    "int": "1",
    "path": "x",
    "string": "x",
}


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Accounts:
    """One of each role."""
    return make_accounts(tmp_path_factory.mktemp("accounts"))


@pytest.fixture(scope="module")
def app(accounts: Accounts) -> Flask:
    """The app with its own rules and marks; behind each mark stands a view that only says that it was reached."""
    bare = make_app((make_letter(), b"een brief"))
    services: Services = bare.extensions[EXTENSION]
    app = create_app(Services(services.answerer, services.library, services.store, people=People(accounts, login=True)))
    for name, view in app.view_functions.items():
        app.view_functions[name] = reached(needed_role(view))
    return app


def reached(role: Role) -> Callable[..., str]:
    """A view with this mark."""

    @allow(role)
    def view(**_: object) -> str:
        return "reached"

    return view


@pytest.fixture(scope="module")
def clients(app: Flask, accounts: Accounts) -> dict[Role, FlaskClient]:
    """A browser for each role."""
    found = {}
    for role in ROLES:
        found[role] = app.test_client()
        account = accounts.get(role.name.lower())
        if account:
            found[role].set_cookie("vraagbaak_session", accounts.open_session(account))
    return found


def address(rule: str) -> str:
    """One address of this form."""
    return re.sub(r"<(?:([a-z_]+)(?:\([^)]*\))?:)?[a-z_]+>", lambda match: VALUES[match[1] or "string"], rule)


def test_every_cell_of_the_table(app: Flask, clients: dict[Role, FlaskClient]) -> None:
    """Whoever has the role gets through; nobody is asked to log in, and another role is refused."""
    for permission in permissions(app):
        for role, client in clients.items():
            response = client.open(address(permission.rule), method=permission.method)
            cell = (permission, role, response.status_code)
            if role >= permission.role:
                assert (response.status_code, response.text) == (200, "reached"), cell
            elif role is Role.NOBODY:
                asked = permission.method == "GET" and not permission.rule.startswith(API)
                assert response.status_code == (303 if asked else 401), cell
                assert "reached" not in response.text, cell
            else:
                assert response.status_code == 403, cell


def test_methods_that_are_not_in_the_table_are_refused(app: Flask, clients: dict[Role, FlaskClient]) -> None:
    """To an administrator too."""
    known = {(permission.rule, permission.method) for permission in permissions(app)}
    adapter = app.url_map.bind("localhost")
    for rule in {permission.rule for permission in permissions(app)}:
        for method in METHODS:
            # An address of one form may be one of another form too, which takes the method.
            if (rule, method) not in known and not adapter.test(address(rule), method):
                response = clients[Role.ADMINISTRATOR].open(address(rule), method=method)
                assert response.status_code == 405, (rule, method)


def test_readers_change_nothing(app: Flask) -> None:
    """What is sent rather than asked for is for editors, but for logging in and out and for questions."""
    changing = {
        permission.rule
        for permission in permissions(app)
        if permission.method != "GET" and permission.role < Role.EDITOR
    }
    assert changing == SENT_BY_READERS


def test_what_is_seen_without_a_login(app: Flask) -> None:
    """The login page, what pages look like, and whether the server is well."""
    seen = {permission.rule for permission in permissions(app) if permission.role is Role.NOBODY}
    assert seen == SEEN_BY_NOBODY


def test_what_only_administrators_do(app: Flask) -> None:
    """People, and what cannot be undone."""
    found = {permission for permission in permissions(app) if permission.role is Role.ADMINISTRATOR}
    assert found >= {
        Permission("/beheer/mensen", "GET", Role.ADMINISTRATOR),
        Permission("/beheer/mensen", "POST", Role.ADMINISTRATOR),
        Permission("/beheer/mensen/verwijderen", "POST", Role.ADMINISTRATOR),
        Permission("/beheer/mensen/wijzigen", "POST", Role.ADMINISTRATOR),
        Permission("/beheer/generaties/<int:number>/terug", "POST", Role.ADMINISTRATOR),
        Permission("/beheer/reservekopie", "POST", Role.ADMINISTRATOR),
        Permission("/brief/<letter_id:letter_id>/verwijderen", "POST", Role.ADMINISTRATOR),
        Permission(f"{API}/generations/<int:number>/activate", "POST", Role.ADMINISTRATOR),
    }
