"""The commands that say who may use the server, and from where it may be reached."""

import io
import json
from pathlib import Path

import pytest

from qa.database import Database
from tests.accounts_examples import PASSWORD, make_accounts
from web.accounts.store import Accounts
from web.cli import main
from web.commands.console import operator
from web.commands.reaching import Reach, UnsafeReach, admit
from web.safety.access import Role


def run(monkeypatch: pytest.MonkeyPatch, data: Path, *arguments: str, typed: str = PASSWORD + "\n") -> int:
    """The exit status of `vraagbaak user …`, with this on standard input."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    return main(["--data", str(data), "user", *arguments])


def test_add_list_and_remove(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The password comes from standard input; the list names people, roles and tokens."""
    assert run(monkeypatch, tmp_path, "add", "Zoë", "--role", "editor") == 0
    assert run(monkeypatch, tmp_path, "add", "proxy", "--role", "reader", "--without-password") == 0
    assert run(monkeypatch, tmp_path, "token", "zoë", "--label", "import") == 0
    token = capsys.readouterr().out.splitlines()[-1]
    found = Accounts(Database(tmp_path)).of_token(token)
    assert found is not None
    assert (found.name, found.role) == ("Zoë", Role.EDITOR)
    assert Accounts(Database(tmp_path)).with_password("Zoë", PASSWORD) == found

    assert run(monkeypatch, tmp_path, "list") == 0
    today = f"since {found.created:%Y-%m-%d}"
    assert capsys.readouterr().out.splitlines() == [
        f"proxy: reader, {today}, without a password",
        f"Zoë: editor, {today}",
        f"    token 1 (import), {today}",
    ]

    assert run(monkeypatch, tmp_path, "revoke", "1") == 0
    assert run(monkeypatch, tmp_path, "role", "Zoë", "--role", "administrator") == 0
    assert run(monkeypatch, tmp_path, "password", "Zoë", typed="een heel ander wachtwoord\n") == 0
    assert Accounts(Database(tmp_path)).with_password("Zoë", PASSWORD) is None
    assert run(monkeypatch, tmp_path, "remove", "Zoë") == 0
    assert run(monkeypatch, tmp_path, "remove", "proxy") == 0
    capsys.readouterr()
    assert run(monkeypatch, tmp_path, "list") == 0
    assert capsys.readouterr().out == ""


def test_the_audit_log_has_each_change_and_no_secret(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """By whoever runs the command."""
    run(monkeypatch, tmp_path, "add", "a", "--role", "editor")
    run(monkeypatch, tmp_path, "token", "a")
    run(monkeypatch, tmp_path, "revoke", "1")
    run(monkeypatch, tmp_path, "remove", "a")
    token = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("vraagbaak_"))
    text = (tmp_path / "audit" / "audit.jsonl").read_text()
    rows = [json.loads(line) for line in text.splitlines()]
    assert [(row["action"], row["by"]) for row in rows] == [
        ("account added", operator()),
        ("token issued", operator()),
        ("token revoked", operator()),
        ("account removed", operator()),
    ]
    assert token not in text
    assert PASSWORD not in text


@pytest.mark.parametrize(
    "attempt",
    [
        (("add", "editor", "--role", "reader"), PASSWORD, "already"),
        (("add", "b", "--role", "reader"), "kort\n", "12 to 1000"),
        (("add", "b", "--role", "reader"), "", "12 to 1000"),
        (("remove", "niemand"), "", "user list"),
        (("role", "niemand", "--role", "reader"), "", "user list"),
        (("role", "administrator", "--role", "reader"), "", "last administrator"),
        (("password", "niemand"), PASSWORD, "user list"),
        (("token", "niemand"), "", "user list"),
        (("revoke", "7"), "", "no token 7"),
    ],
)
def test_what_cannot_be_done_is_said(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    attempt: tuple[tuple[str, ...], str, str],
) -> None:
    """Exit status 1, and why."""
    arguments, typed, said = attempt
    make_accounts(tmp_path)
    assert run(monkeypatch, tmp_path, *arguments, typed=typed) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("typed", [(PASSWORD, PASSWORD), (PASSWORD, PASSWORD + "x")])
def test_on_a_terminal_the_password_is_typed_twice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, typed: tuple[str, str]
) -> None:
    """And is not taken where the two differ."""
    keys = iter(typed)
    monkeypatch.setattr("getpass.getpass", lambda _: next(keys))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    same = typed[0] == typed[1]
    assert main(["--data", str(tmp_path), "user", "add", "a", "--role", "reader"]) == (0 if same else 1)
    assert (Accounts(Database(tmp_path)).get("a") is not None) is same


@pytest.mark.parametrize("arguments", [(), ("add", "a"), ("add", "a", "--role", "king"), ("remove",), ("dance",)])
def test_wrong_use_is_exit_status_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """As for every command."""
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, tmp_path, *arguments)
    assert ended.value.code == 2


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_on_loopback_nobody_has_to_log_in(tmp_path: Path, host: str) -> None:
    """With accounts or without, as long as the server has this machine's names only."""
    for empty in (True, False):
        accounts = make_accounts(tmp_path / str(empty), empty=empty)
        admission = admit(Reach(host), accounts)
        assert not admission.people.login
        assert set(admission.hosts) == {"localhost", "127.0.0.1", host}


@pytest.mark.parametrize(
    "reach",
    [
        Reach("0.0.0.0"),
        Reach("::"),
        Reach("192.0.2.1"),
        Reach("server.example"),
        Reach(login=True),
        Reach(hosts=("vraagbaak.example",)),
        Reach(proxies=("127.0.0.1",)),
    ],
)
def test_a_server_that_others_reach_needs_accounts(tmp_path: Path, reach: Reach) -> None:
    """It is refused without, says how to add them, and asks for a login when there are."""
    accounts = make_accounts(tmp_path, empty=True)
    accounts.add("zonder", Role.ADMINISTRATOR, None)
    with pytest.raises(UnsafeReach, match="user add"):
        admit(reach, accounts)
    accounts.add("met", Role.ADMINISTRATOR, PASSWORD)
    assert admit(reach, accounts).people.login


def test_a_proxy_that_knows_people_goes_for_accounts(tmp_path: Path) -> None:
    """With its address; without, its word could be anybody's."""
    accounts = make_accounts(tmp_path, empty=True)
    admission = admit(Reach("0.0.0.0", header="X-Remote-User", proxies=("10.0.0.5", "10.1.0.0/16")), accounts)
    assert admission.people.login
    assert [str(network) for network in admission.proxies] == ["10.0.0.5/32", "10.1.0.0/16"]
    with pytest.raises(UnsafeReach, match="--trusted-proxy"):
        admit(Reach("0.0.0.0", header="X-Remote-User"), accounts)
    with pytest.raises(UnsafeReach, match="proxy is no address"):
        admit(Reach("0.0.0.0", header="X-Remote-User", proxies=("proxy",)), accounts)


def test_names_can_be_added(tmp_path: Path) -> None:
    """A server on all addresses knows this machine's, and what it is told."""
    hosts = admit(Reach("0.0.0.0", hosts=("vraagbaak.example",)), make_accounts(tmp_path)).hosts
    assert {"localhost", "127.0.0.1", "vraagbaak.example"} <= set(hosts)


def test_serve_refuses_strangers(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Exit status 2, before anything is opened."""
    assert main(["--data", str(tmp_path), "serve", "--host", "0.0.0.0", "--port", "0"]) == 2
    assert "user add" in capsys.readouterr().err
