"""Logging in and out, what a proxy says, tokens, and the page of administrators."""

import ipaddress
import json
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.accounts_examples import PASSWORD, make_accounts
from tests.web_examples import CannedAnswerer, CannedGeneration, CannedLibrary, CannedStore, make_letter, make_record
from web.accounts.people import People
from web.accounts.store import Accounts
from web.app import create_app
from web.safety.audit_log import AuditLog
from web.services import Services, Settings

LETTER = make_letter()
PROXY = "10.0.0.5"


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    """A reader, an editor and an administrator."""
    return make_accounts(tmp_path)


def make_app_for(accounts: Accounts, folder: Path, *, login: bool = True, header: str = "") -> Flask:
    """The app with one letter, for these people."""
    store = CannedStore({LETTER.id: (LETTER, b"een brief")})
    library = CannedLibrary(CannedGeneration({LETTER.id: make_record(LETTER)}))
    app = create_app(
        Services(
            CannedAnswerer([]),
            library,
            store,
            Settings(trusted_proxies=(ipaddress.ip_network(PROXY),) if header else ()),
            audit=AuditLog(folder),
            people=People(accounts, login=login, header=header),
        )
    )
    app.testing = True
    return app


@pytest.fixture
def client(accounts: Accounts, tmp_path: Path) -> FlaskClient:
    """A browser before a server that asks for a login."""
    return make_app_for(accounts, tmp_path).test_client()


def log_in(client: FlaskClient, name: str = "reader", password: str = PASSWORD, **rest: str) -> TestResponse:
    """Send the form."""
    return client.post("/aanmelden", data={"account": name, "wachtwoord": password, **rest})


def actions(folder: Path) -> list[dict[str, str]]:
    """What the audit log says, without the times."""
    rows = [json.loads(line) for line in (folder / "audit" / "audit.jsonl").read_text().splitlines()]
    return [{name: value for name, value in row.items() if name != "time"} for row in rows]


@pytest.mark.parametrize(
    ("address", "onward"),
    [
        ("/", "/aanmelden"),
        ("/?q=wat+nu", "/aanmelden?verder=/?q%3Dwat%2Bnu"),
        (f"/brief/{LETTER.id}", f"/aanmelden?verder=/brief/{LETTER.id}"),
        ("/bestaat-niet", "/aanmelden?verder=/bestaat-niet"),
    ],
)
def test_who_has_not_logged_in_is_asked_to(client: FlaskClient, address: str, onward: str) -> None:
    """And comes to where they were going after it; nothing is told of the letters meanwhile."""
    response = client.get(address)
    assert (response.status_code, response.location) == (303, onward)
    page = client.get(response.location).text
    assert "fietsbruggen" not in page
    assert "Bijgewerkt" not in page


def test_logging_in_leads_to_where_one_was_going(client: FlaskClient) -> None:
    """The session is a cookie that no script reads and no other site sends along with a form."""
    response = log_in(client, verder="/brieven?zoek=a")
    assert (response.status_code, response.location) == (303, "/brieven?zoek=a")
    cookie = response.headers["Set-Cookie"]
    assert re.fullmatch(r"vraagbaak_session=[\w-]{43}; HttpOnly; Path=/; SameSite=Lax", cookie)
    page = client.get("/brieven")
    assert page.status_code == 200
    assert "reader" in page.text
    assert "Afmelden" in page.text


def test_over_tls_the_cookie_stays_there(client: FlaskClient) -> None:
    """It is marked Secure."""
    data = {"account": "reader", "wachtwoord": PASSWORD}
    assert "; Secure" in client.post("/aanmelden", data=data, base_url="https://localhost").headers["Set-Cookie"]


@pytest.mark.parametrize(
    "onward",
    ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "x", "//["],
)
def test_a_login_leads_nowhere_else(client: FlaskClient, onward: str) -> None:
    """An address of another server is not followed."""
    assert log_in(client, verder=onward).location == "/"


def test_a_wrong_password_is_said_and_written_down(client: FlaskClient, tmp_path: Path) -> None:
    """Without saying whether the name exists; a name of nobody may be a password, and is not written down."""
    assert log_in(client, "reader", "fout").status_code == 403
    page = log_in(client, "mijn-wachtwoord", "fout")
    assert "Naam of wachtwoord klopt niet." in page.text
    assert client.get("/").status_code == 303
    assert actions(tmp_path) == [
        {"action": "login failed", "by": "", "account": "reader", "address": "127.0.0.1"},
        {"action": "login failed", "by": "", "account": "", "address": "127.0.0.1"},
    ]


def test_too_many_wrong_passwords_make_wait(client: FlaskClient) -> None:
    """Then the right one is not looked at either, and how long it takes is said."""
    for _ in range(5):
        log_in(client, "reader", "fout")
    response = log_in(client)
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) in {3, 4}
    assert "Te veel verkeerde wachtwoorden" in response.text
    assert log_in(client, "editor").status_code == 303


def test_logging_out_ends_the_session(client: FlaskClient, accounts: Accounts, tmp_path: Path) -> None:
    """On the server too: the cookie is worth nothing any more."""
    log_in(client)
    cookie = client.get_cookie("vraagbaak_session")
    assert cookie is not None
    assert client.post("/afmelden").location == "/aanmelden"
    assert client.get_cookie("vraagbaak_session") is None
    assert accounts.of_session(cookie.value) is None
    assert [row["action"] for row in actions(tmp_path)] == ["login", "logout"]
    assert actions(tmp_path)[1]["by"] == "reader"


def test_a_new_login_gets_a_new_session(client: FlaskClient, accounts: Accounts) -> None:
    """Whatever cookie a browser came with; the session before it has ended."""
    log_in(client)
    first = client.get_cookie("vraagbaak_session")
    log_in(client, "editor")
    second = client.get_cookie("vraagbaak_session")
    assert first is not None
    assert second is not None
    assert first.value != second.value
    assert accounts.of_session(first.value) is None


def test_removal_ends_what_somebody_has_open(client: FlaskClient, accounts: Accounts) -> None:
    """The next request asks for a login."""
    log_in(client)
    assert client.get("/brieven").status_code == 200
    accounts.remove("reader")
    assert client.get("/brieven").status_code == 303


def test_a_form_sent_without_a_login_is_not_followed_elsewhere(client: FlaskClient) -> None:
    """It says to log in first, with 401."""
    response = client.post("/beheer/mensen", data={"account": "x", "rol": "reader"})
    assert (response.status_code, "Meld u eerst aan" in response.text) == (401, True)


def test_a_reader_is_told_what_is_not_allowed(client: FlaskClient) -> None:
    """With a page of ours."""
    log_in(client)
    response = client.get("/beheer/mensen")
    assert (response.status_code, "Dit mag niet" in response.text) == (403, True)


def test_the_pages_look_as_they_should_before_the_login(client: FlaskClient) -> None:
    """Style and script are for everybody, and so is whether the server is well."""
    for address in ("/static/vraagbaak.css", "/health"):
        with client.get(address) as response:
            assert response.status_code == 200


# ---- without a login ----


def test_on_this_machine_nobody_has_to_log_in(accounts: Accounts, tmp_path: Path) -> None:
    """Also when there are accounts; who logs in all the same has the role of the account."""
    client = make_app_for(accounts, tmp_path, login=False).test_client()
    assert client.get("/beheer/mensen").status_code == 200
    log_in(client)
    assert client.get("/beheer/mensen").status_code == 403


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_what_a_proxy_passes_on_is_not_from_this_machine(accounts: Accounts, tmp_path: Path, header: str) -> None:
    """Also where no login is needed, somebody elsewhere has to log in."""
    client = make_app_for(accounts, tmp_path, login=False).test_client()
    assert client.get("/", headers={header: "192.0.2.1"}).status_code == 303


def test_a_server_without_accounts_says_how_to_add_them(tmp_path: Path) -> None:
    """On the login page, for who comes in through a proxy."""
    client = make_app_for(make_accounts(tmp_path, empty=True), tmp_path, login=False).test_client()
    page = client.get("/aanmelden").text
    assert "user add" in page
    assert '<form class="login"' not in page


# ---- a proxy that knows people ----


@pytest.fixture
def proxied(accounts: Accounts, tmp_path: Path) -> FlaskClient:
    """A browser before a server that takes a proxy's word."""
    return make_app_for(accounts, tmp_path, header="X-Remote-User").test_client()


def through(client: FlaskClient, address: str, place: str, **headers: str) -> TestResponse:
    """A request from a place, with headers (`_` for `-`)."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(address, headers=named, environ_base={"REMOTE_ADDR": place})


@pytest.mark.parametrize(
    ("name", "address", "status"),
    [
        ("administrator", "/beheer/mensen", 200),
        ("editor", "/beheer/mensen", 403),
        ("somebody", "/brieven", 200),
        ("somebody", "/beheer/mensen", 403),
        ("", "/brieven", 303),
        ("\x85", "/brieven", 303),
    ],
)
def test_a_trusted_proxy_is_believed(proxied: FlaskClient, name: str, address: str, status: int) -> None:
    """Whom it names has the role of their account, or is a reader; whom it does not name has to log in."""
    assert through(proxied, address, PROXY, X_Remote_User=name).status_code == status


@pytest.mark.parametrize("place", ["127.0.0.1", "10.0.0.6", "::1", "192.0.2.1", "", "nonsense"])
def test_nobody_else_is_believed(proxied: FlaskClient, place: str) -> None:
    """The header is taken away, whoever else sends it."""
    assert through(proxied, "/brieven", place, X_Remote_User="administrator").status_code == 303


def test_a_name_of_the_proxy_may_have_accents(proxied: FlaskClient) -> None:
    """Sent as UTF-8, and shown so."""
    sent = "Zoë".encode().decode("latin-1")
    assert "Zoë" in through(proxied, "/brieven", PROXY, X_Remote_User=sent).text


def test_a_proxy_on_ipv6_is_known_by_its_ipv4_address(proxied: FlaskClient) -> None:
    """A server that listens on both sees it so."""
    assert through(proxied, "/brieven", f"::ffff:{PROXY}", X_Remote_User="editor").status_code == 200


def test_the_proxy_says_from_where_somebody_comes(proxied: FlaskClient, tmp_path: Path) -> None:
    """The last address it names is its own word; the ones before it the person may have sent."""
    proxied.post(
        "/aanmelden",
        data={"account": "reader", "wachtwoord": PASSWORD},
        headers={"X-Forwarded-For": "198.51.100.7, 192.0.2.1", "X-Forwarded-Proto": "https"},
        environ_base={"REMOTE_ADDR": PROXY},
    )
    assert actions(tmp_path)[0]["address"] == "192.0.2.1"


# ---- tokens ----


def test_a_token_opens_without_a_session(client: FlaskClient, accounts: Accounts) -> None:
    """With the role of its account."""
    token = accounts.issue_token("reader", "")
    assert client.get("/brieven", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    assert client.get("/beheer/mensen", headers={"Authorization": f"bearer {token}"}).status_code == 403


def test_a_wrong_token_is_refused_also_where_no_login_is_needed(accounts: Accounts, tmp_path: Path) -> None:
    """A program must notice that its token is worth nothing."""
    client = make_app_for(accounts, tmp_path, login=False).test_client()
    response = client.post("/brieven", headers={"Authorization": "Bearer vraagbaak_x"})
    assert (response.status_code, response.headers["WWW-Authenticate"]) == (401, 'Bearer realm="Vraagbaak"')


# ---- the page of administrators ----


@pytest.fixture
def administrator(client: FlaskClient) -> FlaskClient:
    """A browser with an administrator before it."""
    log_in(client, "administrator")
    return client


def test_an_administrator_adds_changes_and_removes_people(
    administrator: FlaskClient, accounts: Accounts, tmp_path: Path
) -> None:
    """Each change leads back to the list, and stands in the audit log without a password in it."""
    new = {"account": "Zoë <b>", "rol": "reader", "wachtwoord": PASSWORD}
    assert administrator.post("/beheer/mensen", data=new).location == "/beheer/mensen"
    assert "Zoë &lt;b&gt;" in administrator.get("/beheer/mensen").text
    change = {"account": "Zoë <b>", "rol": "editor", "wachtwoord": "een heel ander wachtwoord"}
    assert administrator.post("/beheer/mensen/wijzigen", data=change).status_code == 303
    assert accounts.with_password("zoë <b>", "een heel ander wachtwoord") is not None
    assert administrator.post("/beheer/mensen/verwijderen", data={"account": "Zoë <b>"}).status_code == 303
    assert accounts.get("Zoë <b>") is None
    assert [row["action"] for row in actions(tmp_path)] == [
        "login",
        "account added",
        "account changed",
        "account removed",
    ]
    assert "wachtwoord" not in (tmp_path / "audit" / "audit.jsonl").read_text()


@pytest.mark.parametrize(
    ("address", "form", "said"),
    [
        ("", {"account": "editor", "rol": "reader"}, "Een naam is nieuw"),
        ("", {"account": "nieuw", "rol": "reader", "wachtwoord": "kort"}, "12 tot 1000"),
        ("/wijzigen", {"account": "administrator", "rol": "reader"}, "laatste beheerder"),
        ("/verwijderen", {"account": "administrator"}, "laatste beheerder"),
        ("/verwijderen", {"account": "niemand"}, "niet meer"),
        ("/wijzigen", {"account": "editor", "rol": "koning"}, "Dit verzoek"),
    ],
)
def test_what_cannot_be_done_is_said(administrator: FlaskClient, address: str, form: dict[str, str], said: str) -> None:
    """Above the list, with 400."""
    response = administrator.post("/beheer/mensen" + address, data=form)
    assert (response.status_code, said in response.text) == (400, True)
