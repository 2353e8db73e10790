"""Accounts for the tests: passwords that cost nothing to hash, and a clock that stands still until it is moved."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from argon2 import PasswordHasher

from qa.database import Database
from web.accounts.passwords import Passwords
from web.accounts.store import Accounts
from web.safety.access import Role

PASSWORD = "paard batterij nietje"


@dataclass
class Clock:
    """The time, as the tests want it."""

    now: datetime.datetime = datetime.datetime(2024, 5, 6, 9, 0, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        """The time."""
        return self.now

    def pass_by(self, **lapse: float) -> None:
        """Let time go by."""
        self.now += datetime.timedelta(**lapse)


@dataclass
class Seconds:
    """A clock that counts seconds, as the tests want it."""

    now: float = 0.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def cheap_passwords() -> Passwords:
    """Hashes in no time, and is safe for nothing but tests."""
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def make_accounts(folder: Path, clock: Clock | None = None, *, empty: bool = False) -> Accounts:
    """A reader, an editor and an administrator, named after their roles."""
    accounts = Accounts(Database(folder), cheap_passwords(), clock or Clock())
    if not empty:
        for role in (Role.READER, Role.EDITOR, Role.ADMINISTRATOR):
            accounts.add(role.name.lower(), role, PASSWORD)
    return accounts
