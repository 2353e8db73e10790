"""How much one person may ask."""

from pathlib import Path

import pytest
from flask import Flask

from tests.accounts_examples import Seconds, make_accounts
from tests.web_examples import make_app, make_letter
from web.accounts.people import People
from web.app import create_app
from web.safety.pace import Pace
from web.services import EXTENSION, Services, Settings


def test_a_minute_s_worth_at_once_and_then_evenly() -> None:
    """Each key has a measure of its own, that fills by itself."""
    seconds = Seconds()
    pace = Pace(30, seconds)
    assert [pace.take("a") for _ in range(32)] == [0] * 30 + [2, 2]
    assert pace.take("b") == 0
    seconds.now += 2
    assert [pace.take("a"), pace.take("a")] == [0, 2]
    seconds.now += 3600
    assert [pace.take("a") for _ in range(31)] == [0] * 30 + [2]


def test_keys_are_forgotten_in_the_end() -> None:
    """Those that asked longest ago; memory is not a stranger's to fill."""
    pace = Pace(1, Seconds())
    for number in range(25_000):
        pace.take(str(number))
    assert len(pace._left) == 20_000
    assert pace.take("24999") > 0


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """A server that answers three requests a minute."""
    bare: Services = make_app((make_letter(), b"een brief")).extensions[EXTENSION]
    people = People(make_accounts(tmp_path), login=True)
    settings = Settings(requests_per_minute=3)
    return create_app(Services(bare.answerer, bare.library, bare.store, settings, people=people))


def test_an_address_that_asks_too_much_is_told_to_wait(app: Flask) -> None:
    """With 429, when to come back, and how much is answered; other addresses and the style sheet go on."""
    client = app.test_client()
    assert [client.get("/aanmelden").status_code for _ in range(4)] == [200, 200, 200, 429]
    refused = client.get("/aanmelden")
    assert 1 <= int(refused.headers["Retry-After"]) <= 20
    assert "Hoogstens 3 verzoeken" in refused.text
    with client.get("/static/vraagbaak.css") as style:
        assert style.status_code == 200
    assert client.get("/aanmelden", environ_base={"REMOTE_ADDR": "192.0.2.1"}).status_code == 200


def test_a_person_is_counted_wherever_they_are(app: Flask, tmp_path: Path) -> None:
    """By their name, with all their programs together."""
    tokens = [make_accounts(tmp_path, empty=True).issue_token("reader", "") for _ in range(2)]
    client = app.test_client()
    statuses = [
        client.get("/brieven", headers={"Authorization": f"Bearer {tokens[number % 2]}"}).status_code
        for number in range(4)
    ]
    assert statuses == [200, 200, 200, 429]


def test_who_sits_at_the_machine_may_ask_on() -> None:
    """There is nobody to protect from them."""
    bare: Services = make_app((make_letter(), b"een brief")).extensions[EXTENSION]
    app = create_app(Services(bare.answerer, bare.library, bare.store, Settings(requests_per_minute=1)))
    client = app.test_client()
    assert [client.get("/brieven").status_code for _ in range(3)] == [200] * 3
