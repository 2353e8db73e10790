"""The commands `user`: who may use the server."""

import getpass
import sys
from collections.abc import Callable
from pathlib import Path

from qa.database import Database
from web.accounts.errors import AccountProblem, BadAccount
from web.accounts.store import Accounts
from web.accounts.types import ROLES
from web.commands.console import complain, operator, write_line
from web.safety.audit_log import AuditLog


def add_user(data: Path, name: str, role: str, *, without_password: bool) -> int:
    """A new account; the password is asked for twice on a terminal, else it is the first line of standard input."""

    def add(accounts: Accounts) -> None:
        account = accounts.add(name, ROLES[role], None if without_password else _asked_password())
        AuditLog(data).write("account added", operator(), account=account.name, role=role)
        write_line(f"{account.name}: {role}")

    return _run("add", data, add)


def list_users(data: Path) -> int:
    """A line for each account, and below it one for each of its tokens."""

    def show(accounts: Accounts) -> None:
        tokens = accounts.tokens()
        for account in accounts.all():
            without = "" if account.has_password else ", without a password"
            write_line(f"{account.name}: {account.role.name.lower()}, since {account.created:%Y-%m-%d}{without}")
            for token in tokens:
                if token.account == account.name:
                    label = f" ({token.label})" if token.label else ""
                    write_line(f"    token {token.id}{label}, since {token.created:%Y-%m-%d}")

    return _run("list", data, show)


def remove_user(data: Path, name: str) -> int:
    """Whoever has this machine may remove the last administrator too, and add another."""

    def remove(accounts: Accounts) -> None:
        accounts.remove(name, even_last=True)
        AuditLog(data).write("account removed", operator(), account=name)
        write_line(f"{name}: removed")

    return _run("remove", data, remove)


def change_role(data: Path, name: str, role: str) -> int:
    """Holds from the next request on."""

    def change(accounts: Accounts) -> None:
        account = accounts.set_role(name, ROLES[role])
        AuditLog(data).write("account changed", operator(), account=account.name, role=role, password="kept")  # noqa: S106 - no password
        write_line(f"{account.name}: {role}")

    return _run("role", data, change)


def change_password(data: Path, name: str) -> int:
    """Asked for as `add` does."""

    def change(accounts: Accounts) -> None:
        accounts.set_password(name, _asked_password())
        AuditLog(data).write("account changed", operator(), account=name, password="changed")  # noqa: S106 - no password
        write_line(f"{name}: has another password")

    return _run("password", data, change)


def issue_token(data: Path, name: str, label: str) -> int:
    """The token alone on standard output, so that a program can take it from there."""

    def issue(accounts: Accounts) -> None:
        secret = accounts.issue_token(name, label)
        AuditLog(data).write("token issued", operator(), account=name, label=label)
        complain("Keep this token as you would a password; it is not shown again.")
        write_line(secret)

    return _run("token", data, issue)


def revoke_token(data: Path, number: int) -> int:
    """By the number that `list` shows."""

    def revoke(accounts: Accounts) -> None:
        if not accounts.revoke_token(number):
            raise BadAccount(f"There is no token {number}; `vraagbaak user list` numbers them.")
        AuditLog(data).write("token revoked", operator(), token=number)
        write_line(f"token {number}: revoked")

    return _run("revoke", data, revoke)


def _run(action: str, data: Path, work: Callable[[Accounts], None]) -> int:
    try:
        work(Accounts(Database(data)))
    except AccountProblem as problem:
        complain(f"vraagbaak user {action}: {problem}")
        return 1
    return 0


def _asked_password() -> str:
    """Raises BadAccount when the two that were typed differ, or none is given."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Once more: ") != password:
        raise BadAccount("These two differ; nothing was changed.")
    return password
