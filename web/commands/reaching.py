"""From where a server may be reached, and who may then come in: safe, or refused."""

import ipaddress
import socket
from contextlib import suppress
from dataclasses import dataclass

from web.accounts.people import People
from web.accounts.store import Accounts
from web.safety.limits import REQUESTS_PER_MINUTE
from web.safety.proxies import Network, networks

_OWN_NAMES = ("localhost", "127.0.0.1")
_EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - compared with, not bound to


class UnsafeReach(Exception):
    """A server that would let in who nobody knows; `str()` says what to do."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What `serve` was asked: the address to listen on, names and proxies to trust, and whether to ask for a login."""

    host: str = "127.0.0.1"
    login: bool = False
    hosts: tuple[str, ...] = ()
    header: str = ""
    proxies: tuple[str, ...] = ()
    requests_per_minute: int = REQUESTS_PER_MINUTE


@dataclass(frozen=True, slots=True)
class Admission:
    """Who comes in, by which names, and how much each may ask."""

    people: People
    hosts: tuple[str, ...]
    proxies: tuple[Network, ...]
    requests_per_minute: int


def admit(reach: Reach, accounts: Accounts) -> Admission:
    """Raises UnsafeReach where people elsewhere could come in without saying who they are.

    Nobody has to log in on a server that only this machine reaches, by this machine's own names.
    """
    try:
        proxies = networks(reach.proxies)
    except ValueError as error:
        raise UnsafeReach(str(error)) from None
    if reach.requests_per_minute < 1:
        raise UnsafeReach("--requests-per-minute is 1 or more.")
    if bool(reach.header) and not proxies:
        raise UnsafeReach("--trusted-header needs --trusted-proxy ADDRESS: whose word it is to be taken for.")
    local = is_loopback(reach.host) and not reach.hosts and not proxies
    known = any(account.has_password for account in accounts.all())
    if (reach.login or not local) and not known and not reach.header:
        raise UnsafeReach(
            "This server can be reached from other machines, and has no accounts: anybody could come in. Add one with "
            "`vraagbaak user add NAME --role administrator`, or name a proxy that knows people with --trusted-header "
            "NAME --trusted-proxy ADDRESS."
        )
    people = People(accounts, login=reach.login or not local, header=reach.header)
    hosts = (*_OWN_NAMES, *_names(reach.host), *reach.hosts)
    return Admission(people, hosts, proxies, reach.requests_per_minute)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _names(host: str) -> tuple[str, ...]:
    """What a server that listens there is called.

    An address written as the host cannot come from a page that points a name of its own here, so this machine's are
    trusted.
    """
    if host not in _EVERYWHERE:
        return (host,)
    names = {socket.gethostname(), socket.getfqdn()}
    with suppress(OSError):
        names |= {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    return tuple(sorted(names))
