"""Roles, marks on views, and the name of who makes a request."""

import pytest
from flask import Flask, g, render_template_string
from flask.testing import FlaskClient

from web.safety.access import Actor, Role, actor, allow, name_given, set_up_access


@pytest.fixture
def app() -> Flask:
    """A page that anyone may read, one that editors may change, and one with the field for a name."""
    app = Flask("web.app")
    set_up_access(app)

    @app.before_request
    def log_in() -> None:
        pass

    @app.post("/change")
    @allow(Role.EDITOR)
    def change() -> str:
        return name_given()

    @app.get("/name")
    def name() -> str:
        return f"{actor().role.name} {name_given()}"

    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser before it."""
    return app.test_client()


def test_who_sits_at_the_machine_may_do_all(client: FlaskClient) -> None:
    """Without accounts nobody is asked who they are."""
    assert client.get("/name").text == "ADMINISTRATOR "


@pytest.mark.parametrize(("role", "status"), [(Role.READER, 403), (Role.EDITOR, 200), (Role.ADMINISTRATOR, 200)])
def test_a_mark_asks_for_a_role(app: Flask, role: Role, status: int) -> None:
    """That one or one above it."""
    app.before_request_funcs[None].insert(0, lambda: g.setdefault("actor", Actor("Zoë", role)) and None)
    assert app.test_client().post("/change", data={"name": "Ander"}).status_code == status


def test_the_account_s_name_goes_before_the_form_s(app: Flask) -> None:
    """Nobody logged in signs with another's name."""
    app.before_request_funcs[None].insert(0, lambda: g.setdefault("actor", Actor("Zoë", Role.EDITOR)) and None)
    response = app.test_client().post("/change", data={"name": "Ander"})
    assert (response.text, response.headers.get("Set-Cookie")) == ("Zoë", None)


def test_a_name_in_a_form_is_remembered(client: FlaskClient) -> None:
    """On one line, without control characters, not too long; also one with accents."""
    assert client.post("/change", data={"name": " Zoë\n \x00de\u202eVries " + "x" * 200}).text.startswith(
        "Zoë de Vries x"
    )
    assert len(name := client.get("/name").text.removeprefix("ADMINISTRATOR ")) == 80
    assert name.startswith("Zoë de Vries x")


def test_the_field_is_there_for_who_has_no_name(app: Flask) -> None:
    """Filled in with the name given before; gone for who has logged in."""
    template = "{% from 'people.html' import name_field %}{{ name_field() }}"
    app.jinja_env.globals["_"] = lambda text: text
    with app.test_request_context(headers={"Cookie": "naam=Jan"}):
        assert 'name="name" value="Jan"' in render_template_string(template)
        g.actor = Actor("Zoë", Role.READER)
        assert render_template_string(template).strip() == ""
