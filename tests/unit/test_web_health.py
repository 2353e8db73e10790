"""What programs that watch the server are told."""

import shutil
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from tests.accounts_examples import make_accounts
from tests.web_examples import make_app, make_letter
from web.accounts.people import People
from web.app import create_app
from web.services import EXTENSION, Services


class Usage(NamedTuple):
    """Of a disk."""

    total: int
    used: int
    free: int


def make_client(folder: Path, *, login: bool) -> FlaskClient:
    """A browser before a server of this data folder."""
    bare: Services = make_app((make_letter(), b"een brief")).extensions[EXTENSION]
    people = People(make_accounts(folder), login=login)
    return create_app(Services(bare.answerer, bare.library, bare.store, people=people, data=folder)).test_client()


def health(client: FlaskClient) -> dict[str, Any]:
    """What /health says."""
    said: dict[str, Any] = client.get("/health").get_json()
    return said


def metrics(client: FlaskClient, name: str) -> dict[str, float]:
    """The samples of one metric, by their labels."""
    text = client.get("/metrics").text
    return {
        " ".join(sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name == name
    }


def test_a_disk_that_is_nearly_full_degrades(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With how much there is, to who may know."""
    client = make_client(tmp_path, login=False)
    assert client.get("/health").json == {"status": "ok", "reasons": [], "generation": 3, "letters": 1}
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10, 10, 500 * 1024**2))
    assert health(client)["status"] == "degraded"
    assert health(client)["reasons"] == [
        {"code": "LittleRoom", "detail": "500 MB are free on the disk of the data folder."}
    ]


def test_strangers_learn_whether_it_is_well_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reason without its detail; no metrics."""
    client = make_client(tmp_path, login=True)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10, 10, 0))
    assert health(client)["reasons"] == [{"code": "LittleRoom"}]
    assert client.get("/metrics").status_code == 303


def test_metrics_are_in_prometheus_format(tmp_path: Path) -> None:
    """What is searched, and that it can be."""
    client = make_client(tmp_path, login=False)
    assert client.get("/metrics").content_type.startswith("text/plain; version=")
    assert metrics(client, "vraagbaak_up") == {"": 1.0}
    assert metrics(client, "vraagbaak_degraded") == {"": 0.0}
    assert metrics(client, "vraagbaak_letters") == {"": 1.0}
    assert metrics(client, "vraagbaak_generation") == {"": 3.0}


def test_requests_and_actions_are_counted(tmp_path: Path) -> None:
    """By view, method and status; what somebody makes up does not become a series of its own."""
    client = make_client(tmp_path, login=False)
    client.get("/brieven")
    client.get("/brieven")
    client.get("/nergens")
    client.open("/brieven", method="BREW")
    client.post("/aanmelden", data={"account": "x", "wachtwoord": "x"})
    counted = metrics(client, "vraagbaak_requests_total")
    assert counted["letters.all_letters GET 200"] == 2
    assert counted["none GET 404"] == 1
    assert counted["none other 405"] == 1
    assert metrics(client, "vraagbaak_actions_total") == {"login failed": 1}
    assert metrics(client, "vraagbaak_request_seconds_count")["letters.all_letters"] == 2


def test_apps_count_apart(tmp_path: Path) -> None:
    """Nothing is kept outside the app."""
    first, second = make_client(tmp_path / "a", login=False), make_client(tmp_path / "b", login=False)
    first.get("/brieven")
    assert "letters.all_letters GET 200" not in metrics(second, "vraagbaak_requests_total")
