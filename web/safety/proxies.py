"""What is believed of a proxy that passes requests on, and of nobody else."""

import ipaddress
from collections.abc import Iterable, Sequence
from typing import Any

from flask import Flask

PROXIED = "vraagbaak.proxied"
"""Set in the environment of a request that came through a trusted proxy."""

_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED")
_SIGNS = (*_FORWARDED, "HTTP_VIA", "HTTP_X_REAL_IP")

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def networks(addresses: Iterable[str]) -> tuple[Network, ...]:
    """Addresses and networks (10.0.0.5, 10.0.0.0/24) as written; raises ValueError that names the one that is none."""
    found = []
    for address in addresses:
        try:
            found.append(ipaddress.ip_network(address.strip()))
        except ValueError:
            raise ValueError(f"{address} is no address or network (10.0.0.5, 10.0.0.0/24).") from None
    return tuple(found)


class Proxies:
    """Goes before the app. Believes trusted proxies in who asks, by which scheme and from where.

    From everybody else the header that names a person is taken away.
    """

    def __init__(self, app: Flask, trusted: Sequence[Network], header: str) -> None:
        self._inner = app.wsgi_app
        self._trusted = trusted
        self._header = "HTTP_" + header.upper().replace("-", "_") if header else ""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Handle one request."""
        if self._is_trusted(str(environ.get("REMOTE_ADDR", ""))):
            _believe(environ)
        else:
            environ.pop(self._header, None)
        return self._inner(environ, start_response)

    def _is_trusted(self, address: str) -> bool:
        place = _address(address)
        return place is not None and any(place in network for network in self._trusted)


def came_through_a_stranger(environ: dict[str, Any]) -> bool:
    """Whether a proxy passed this request on that nobody said to trust."""
    return PROXIED not in environ and any(sign in environ for sign in _SIGNS)


def _believe(environ: dict[str, Any]) -> None:
    environ[PROXIED] = True
    # The last entry is the proxy's own; what stands before it, the person may have sent.
    place = _address(str(environ.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip())
    if place is not None:
        environ["REMOTE_ADDR"] = str(place)
    if environ.get("HTTP_X_FORWARDED_PROTO") in {"http", "https"}:
        environ["wsgi.url_scheme"] = environ["HTTP_X_FORWARDED_PROTO"]


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        place = ipaddress.ip_address(text)
    except ValueError:
        return None
    # A server that listens on IPv6 sees an IPv4 address in this form.
    return getattr(place, "ipv4_mapped", None) or place
