"""The values of accounts."""

import datetime
from dataclasses import dataclass

from web.safety.access import Role

ROLES = {role.name.lower(): role for role in (Role.READER, Role.EDITOR, Role.ADMINISTRATOR)}
"""The roles that an account can have, by the word for them."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may use the server. Without a password they come in through a proxy that knows them."""

    name: str
    role: Role
    created: datetime.datetime
    has_password: bool


@dataclass(frozen=True, slots=True)
class Token:
    """What a program shows instead of a password; the secret itself is not kept."""

    id: int
    account: str
    label: str
    created: datetime.datetime
