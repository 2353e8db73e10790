"""How a server knows who makes a request."""

from dataclasses import dataclass, field

from web.accounts.store import Accounts
from web.accounts.throttle import Throttle


@dataclass(frozen=True, slots=True)
class People:
    """`login` says that whoever does not say who they are is refused; `header` is what a trusted proxy names them in.

    Where no login is needed, whoever is not logged in may do all.
    """

    accounts: Accounts
    login: bool
    header: str = ""
    throttle: Throttle = field(default_factory=Throttle)
