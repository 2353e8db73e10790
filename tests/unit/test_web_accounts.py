"""Accounts, sessions, tokens and the throttle."""

import sqlite3
from pathlib import Path

import pytest

from qa.database import FILE_NAME
from tests.accounts_examples import PASSWORD, Clock, Seconds, make_accounts
from web.accounts.errors import BadAccount, LastAdministrator, UnknownAccount
from web.accounts.passwords import Passwords
from web.accounts.store import TOKEN_PREFIX, Accounts
from web.accounts.throttle import Throttle
from web.safety.access import Role


@pytest.fixture
def clock() -> Clock:
    """A Monday morning."""
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Accounts:
    """Three people."""
    return make_accounts(tmp_path, clock)


def test_accounts_are_listed_by_name(accounts: Accounts) -> None:
    """With their roles, and whether they have a password."""
    accounts.add("  Zoë   de Vries ", Role.READER, None)
    assert [(account.name, account.role, account.has_password) for account in accounts.all()] == [
        ("administrator", Role.ADMINISTRATOR, True),
        ("editor", Role.EDITOR, True),
        ("reader", Role.READER, True),
        ("Zoë de Vries", Role.READER, False),
    ]


@pytest.mark.parametrize("name", ["EDITOR", " editor ", "ｅｄｉｔｏｒ"])
def test_a_name_that_looks_like_another_is_taken(accounts: Accounts, name: str) -> None:
    """Case, spaces and widths make no other person."""
    with pytest.raises(BadAccount, match="already"):
        accounts.add(name, Role.READER, PASSWORD)
    found = accounts.get(name)
    assert found is not None
    assert found.name == "editor"


@pytest.mark.parametrize("name", ["", "  ", "a\x00b", "a\u202eb", "x" * 81])
def test_a_name_that_cannot_be_read_is_refused(accounts: Accounts, name: str) -> None:
    """Nothing, control characters, or too much."""
    with pytest.raises(BadAccount, match="1 to 80"):
        accounts.add(name, Role.READER, PASSWORD)


@pytest.mark.parametrize("password", ["", "kort", " " * 20, "x" * 1001])
def test_a_bad_password_is_refused(accounts: Accounts, password: str) -> None:
    """Too short, blank, too long; nothing is added."""
    with pytest.raises(BadAccount, match="12 to 1000"):
        accounts.add("nieuw", Role.READER, password)
    assert accounts.get("nieuw") is None


def test_only_the_right_password_opens(accounts: Accounts) -> None:
    """Another one, one of nobody, one that is far too long, and any for an account without one do not."""
    accounts.add("zonder", Role.READER, None)
    found = accounts.with_password("Editor", PASSWORD)
    assert found is not None
    assert (found.name, found.role) == ("editor", Role.EDITOR)
    for name, password in (
        ("editor", PASSWORD + "x"),
        ("nobody", PASSWORD),
        ("editor", "x" * 100_000),
        ("zonder", ""),
        ("zonder", "nobody"),
        ("editor", "\ud800"),
        ("\ud800", PASSWORD),
    ):
        assert accounts.with_password(name, password) is None


def test_a_session_ends_by_itself(accounts: Accounts, clock: Clock) -> None:
    """Three hours after the last request, twelve after the login."""
    editor = accounts.get("editor")
    assert editor is not None
    secret = accounts.open_session(editor)
    for _ in range(5):
        clock.pass_by(hours=2, minutes=20)
        assert accounts.of_session(secret) == editor
    clock.pass_by(minutes=30)
    assert accounts.of_session(secret) is None

    idle = accounts.open_session(editor)
    clock.pass_by(hours=3, seconds=1)
    assert accounts.of_session(idle) is None


def test_sessions_that_ended_are_forgotten(accounts: Accounts, clock: Clock, tmp_path: Path) -> None:
    """The next login clears them away."""
    editor = accounts.get("editor")
    assert editor is not None
    for _ in range(3):
        accounts.open_session(editor)
        clock.pass_by(hours=4)
    accounts.open_session(editor)
    assert sqlite3.connect(tmp_path / FILE_NAME).execute("SELECT count(*) FROM session").fetchone() == (1,)


def test_what_ends_a_session(accounts: Accounts) -> None:
    """Logging out ends that one; another password or removal ends all of that account and no other's."""
    editor, reader = accounts.get("editor"), accounts.get("reader")
    assert editor is not None
    assert reader is not None
    first, second, other = (accounts.open_session(account) for account in (editor, editor, reader))
    accounts.close_session(first)
    assert (accounts.of_session(first), accounts.of_session(second)) == (None, editor)
    accounts.set_password("editor", "een heel ander wachtwoord")
    assert accounts.of_session(second) is None
    third = accounts.open_session(editor)
    accounts.remove("editor")
    assert accounts.of_session(third) is None
    assert accounts.of_session(other) == reader


def test_a_change_of_role_holds_in_open_sessions(accounts: Accounts) -> None:
    """From the next request on."""
    reader = accounts.get("reader")
    assert reader is not None
    secret = accounts.open_session(reader)
    accounts.set_role("reader", Role.EDITOR)
    found = accounts.of_session(secret)
    assert found is not None
    assert found.role is Role.EDITOR


def test_somebody_stays_to_change_accounts(accounts: Accounts) -> None:
    """The last administrator cannot be removed or lowered, unless it is said to be meant so."""
    with pytest.raises(LastAdministrator):
        accounts.remove("administrator")
    with pytest.raises(LastAdministrator):
        accounts.set_role("administrator", Role.READER)
    accounts.set_role("editor", Role.ADMINISTRATOR)
    accounts.remove("administrator")
    accounts.remove("editor", even_last=True)
    assert [account.name for account in accounts.all()] == ["reader"]


def test_tokens_are_of_an_account(accounts: Accounts) -> None:
    """Each is listed with its label; it is gone when taken back, and with its account."""
    first, second = accounts.issue_token("editor", "nachtelijke  import"), accounts.issue_token("editor", "")
    assert first.startswith(TOKEN_PREFIX)
    assert [(token.id, token.account, token.label) for token in accounts.tokens()] == [
        (1, "editor", "nachtelijke import"),
        (2, "editor", ""),
    ]
    assert accounts.of_token(first) == accounts.of_token(second) == accounts.get("editor")
    assert accounts.of_token(first + "x") is None
    assert accounts.revoke_token(1)
    assert not accounts.revoke_token(1)
    assert accounts.of_token(first) is None
    accounts.remove("editor")
    assert accounts.of_token(second) is None


def test_a_person_who_is_not_there_cannot_be_changed(accounts: Accounts) -> None:
    """The message names the command that lists them."""
    for change in (
        lambda: accounts.remove("niemand"),
        lambda: accounts.set_role("niemand", Role.READER),
        lambda: accounts.set_password("niemand", PASSWORD),
        lambda: accounts.issue_token("niemand", ""),
    ):
        with pytest.raises(UnknownAccount, match="user list"):
            change()


def test_no_secret_is_kept(accounts: Accounts, tmp_path: Path) -> None:
    """Neither passwords nor what sessions and tokens show."""
    editor = accounts.get("editor")
    assert editor is not None
    secrets = [PASSWORD, accounts.open_session(editor), accounts.issue_token("editor", "")]
    kept = b"".join(path.read_bytes() for path in tmp_path.glob(FILE_NAME + "*"))
    assert not [secret for secret in secrets if secret.encode() in kept]


def test_passwords_are_hashed_at_the_library_s_cost() -> None:
    """argon2id, as the library advises."""
    kept = Passwords().hash(PASSWORD)
    assert kept.startswith("$argon2id$")
    assert Passwords().matches(kept, PASSWORD)


def test_guessing_is_slowed_down() -> None:
    """Five tries are free; then the wait doubles, up to a quarter of an hour."""
    seconds = Seconds()
    throttle = Throttle(seconds)
    waits = []
    for _ in range(16):
        waits.append(throttle.wait("Zoë", "10.0.0.1"))
        seconds.now += waits[-1]
        throttle.failed("zoë", "10.0.0.1")
    assert waits[:9] == [0, 0, 0, 0, 0, 4, 8, 16, 32]
    assert max(waits) <= 900
    assert throttle.wait("Zoë", "10.0.0.2") == 0
    assert throttle.wait("Jan", "10.0.0.1") == 0
    seconds.now += 901
    assert throttle.wait("Zoë", "10.0.0.1") == 0


def test_the_right_password_forgives() -> None:
    """Somebody who remembers it in time is not made to wait the next time."""
    throttle = Throttle(Seconds())
    for _ in range(4):
        throttle.failed("a", "x")
    throttle.succeeded("a", "x")
    throttle.failed("a", "x")
    assert throttle.wait("a", "x") == 0


def test_one_address_cannot_try_all_names_nor_all_addresses_one() -> None:
    """Thirty failures from one address, or sixty of one name, make wait."""
    throttle = Throttle(Seconds())
    for number in range(30):
        throttle.failed(f"name {number}", "10.0.0.1")
    assert throttle.wait("somebody", "10.0.0.1") > 0
    for number in range(60):
        throttle.failed("administrator", f"10.0.1.{number}")
    assert throttle.wait("administrator", "10.0.2.1") > 0
    assert throttle.wait("somebody", "10.0.2.1") == 0


def test_the_throttle_does_not_grow_without_end() -> None:
    """The oldest are forgotten."""
    throttle = Throttle(Seconds())
    for number in range(8_000):
        throttle.failed(str(number), str(number))
    assert len(throttle._failures) <= 10_000
