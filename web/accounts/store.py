"""Accounts, their sessions and the tokens of their programs, in the database of what people make.

Sessions are kept here rather than in a signed cookie: a cookie that is valid by itself cannot be taken back, and
removing an account or changing its password must end its sessions at once. Of sessions and tokens only a hash is kept,
so that who reads the file cannot use them; they are long and random, so a plain hash will do.
"""

import datetime
import hashlib
import secrets
import unicodedata
from collections.abc import Callable
from typing import Any

from qa.database import Database, utc_now
from web.accounts.errors import BadAccount, LastAdministrator, UnknownAccount
from web.accounts.passwords import Passwords
from web.accounts.types import ROLES, Account, Token
from web.safety.access import Role

LONGEST_NAME = 80  # characters
TOKEN_PREFIX = "vraagbaak_"  # noqa: S105 - what a token begins with, so that scanners for leaked secrets know it
_LONGEST_LABEL = 80  # characters
_SESSION_ENDS = datetime.timedelta(hours=12)  # after the login
_IDLE_ENDS = datetime.timedelta(hours=3)  # after the last request
_SEEN_EVERY = datetime.timedelta(minutes=1)  # not a write for every request
_STEPS = (
    """CREATE TABLE account (
        key TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, password TEXT, created TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE session (
        secret TEXT PRIMARY KEY, key TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
        begun TEXT NOT NULL, seen TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX session_of ON session (key)",
    """CREATE TABLE token (
        id INTEGER PRIMARY KEY AUTOINCREMENT, secret TEXT NOT NULL UNIQUE,
        key TEXT NOT NULL REFERENCES account ON DELETE CASCADE, label TEXT NOT NULL, created TEXT NOT NULL
    )""",
    "CREATE INDEX token_of ON token (key)",
)
_ACCOUNT = "SELECT name, role, created, password IS NOT NULL AS has_password FROM account"


class Accounts:
    """All accounts. Names differ by more than case; they are shown as they were first written."""

    def __init__(
        self,
        database: Database,
        passwords: Passwords | None = None,
        clock: Callable[[], datetime.datetime] = utc_now,
    ) -> None:
        self._database = database
        self._passwords = passwords or Passwords()
        self._clock = clock
        database.prepare("accounts", _STEPS)

    def all(self) -> list[Account]:
        """Every account, by name."""
        return [_account(row) for row in self._database.read(f"{_ACCOUNT} ORDER BY key")]

    def get(self, name: str) -> Account | None:
        """The account of this name."""
        rows = self._database.read(f"{_ACCOUNT} WHERE key = ?", (_key(name),))
        return _account(rows[0]) if rows else None

    def add(self, name: str, role: Role, password: str | None) -> Account:
        """A new account; raises BadAccount for a name that is taken or cannot be one, or a bad password."""
        name = " ".join(unicodedata.normalize("NFC", name).split())
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
            raise BadAccount(f"A name has 1 to {LONGEST_NAME} characters that can be seen.")
        kept = None if password is None else self._passwords.hash(password)
        with self._database.change() as connection:
            if connection.execute("SELECT 1 FROM account WHERE key = ?", (_key(name),)).fetchone():
                raise BadAccount(f"{name} has an account already; change it, or take another name.")
            row = (_key(name), name, role.name.lower(), kept, self._clock().isoformat())
            connection.execute("INSERT INTO account VALUES (?, ?, ?, ?, ?)", row)
        return self._known(name)

    def set_role(self, name: str, role: Role) -> Account:
        """From now on, in open sessions too; raises UnknownAccount, LastAdministrator."""
        with self._database.change() as connection:
            if role is not Role.ADMINISTRATOR:
                _refuse_last_administrator(connection, _key(name))
            connection.execute("UPDATE account SET role = ? WHERE key = ?", (role.name.lower(), _key(name)))
        return self._known(name)

    def set_password(self, name: str, password: str) -> None:
        """Ends every session of the account; raises UnknownAccount, BadAccount."""
        self._known(name)
        kept = self._passwords.hash(password)
        with self._database.change() as connection:
            connection.execute("UPDATE account SET password = ? WHERE key = ?", (kept, _key(name)))
            connection.execute("DELETE FROM session WHERE key = ?", (_key(name),))

    def remove(self, name: str, *, even_last: bool = False) -> None:
        """With its sessions and tokens; raises UnknownAccount, and LastAdministrator unless `even_last`."""
        self._known(name)
        with self._database.change() as connection:
            if not even_last:
                _refuse_last_administrator(connection, _key(name))
            connection.execute("DELETE FROM account WHERE key = ?", (_key(name),))

    def with_password(self, name: str, password: str) -> Account | None:
        """The account of this name, if this is its password."""
        rows = self._database.read("SELECT password FROM account WHERE key = ?", (_key(name),))
        return self.get(name) if self._passwords.matches(rows[0]["password"] if rows else None, password) else None

    # ---- sessions ----

    def open_session(self, account: Account) -> str:
        """The secret of a new session; sessions that have ended are forgotten."""
        secret, now = secrets.token_urlsafe(32), self._clock()
        with self._database.change() as connection:
            ended = ((now - _SESSION_ENDS).isoformat(), (now - _IDLE_ENDS).isoformat())
            connection.execute("DELETE FROM session WHERE begun < ? OR seen < ?", ended)
            row = (_hash(secret), _key(account.name), now.isoformat(), now.isoformat())
            connection.execute("INSERT INTO session VALUES (?, ?, ?, ?)", row)
        return secret

    def of_session(self, secret: str) -> Account | None:
        """Whose session this is, if it has not ended: twelve hours after the login, three after the last request."""
        rows = self._database.read(
            "SELECT name, role, created, password IS NOT NULL AS has_password, begun, seen "
            "FROM session JOIN account USING (key) WHERE secret = ?",
            (_hash(secret),),
        )
        if not rows:
            return None
        now, seen = self._clock(), datetime.datetime.fromisoformat(rows[0]["seen"])
        if now - datetime.datetime.fromisoformat(rows[0]["begun"]) > _SESSION_ENDS or now - seen > _IDLE_ENDS:
            return None
        if now - seen > _SEEN_EVERY:
            with self._database.change() as connection:
                connection.execute("UPDATE session SET seen = ? WHERE secret = ?", (now.isoformat(), _hash(secret)))
        return _account(rows[0])

    def close_session(self, secret: str) -> None:
        """Log out."""
        with self._database.change() as connection:
            connection.execute("DELETE FROM session WHERE secret = ?", (_hash(secret),))

    # ---- tokens ----

    def issue_token(self, name: str, label: str) -> str:
        """The secret of a new token, shown this once; raises UnknownAccount, BadAccount."""
        label = " ".join(label.split())
        if len(label) > _LONGEST_LABEL or not label.isprintable():
            raise BadAccount(f"The label of a token has at most {_LONGEST_LABEL} characters that can be seen.")
        self._known(name)
        secret = TOKEN_PREFIX + secrets.token_urlsafe(32)
        with self._database.change() as connection:
            connection.execute(
                "INSERT INTO token (secret, key, label, created) VALUES (?, ?, ?, ?)",
                (_hash(secret), _key(name), label, self._clock().isoformat()),
            )
        return secret

    def of_token(self, secret: str) -> Account | None:
        """Whose program this is."""
        rows = self._database.read(
            "SELECT name, role, account.created, password IS NOT NULL AS has_password "
            "FROM token JOIN account USING (key) WHERE secret = ?",
            (_hash(secret),),
        )
        return _account(rows[0]) if rows else None

    def tokens(self) -> list[Token]:
        """Every token, by account and age."""
        rows = self._database.read(
            "SELECT id, name, label, token.created FROM token JOIN account USING (key) ORDER BY key, id"
        )
        return [
            Token(row["id"], row["name"], row["label"], datetime.datetime.fromisoformat(row["created"])) for row in rows
        ]

    def revoke_token(self, identifier: int) -> bool:
        """Whether there was one."""
        with self._database.change() as connection:
            return connection.execute("DELETE FROM token WHERE id = ?", (identifier,)).rowcount > 0

    def _known(self, name: str) -> Account:
        account = self.get(name)
        if account is None:
            raise UnknownAccount(f"Nobody is called {name}; `vraagbaak user list` names the accounts.")
        return account


def _refuse_last_administrator(connection: Any, key: str) -> None:
    administrators = [row["key"] for row in connection.execute("SELECT key FROM account WHERE role = 'administrator'")]
    if administrators == [key]:
        raise LastAdministrator("This is the last administrator; make somebody else one first.")


def _account(row: Any) -> Account:
    created = datetime.datetime.fromisoformat(row["created"])
    return Account(row["name"], ROLES[row["role"]], created, bool(row["has_password"]))


def _key(name: str) -> str:
    """What two spellings of one name share; the database holds no half characters."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split()).encode("utf-8", "replace").decode()


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
