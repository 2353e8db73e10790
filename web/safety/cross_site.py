"""Refusing what another site has a person's browser send; forms therefore need no token.

A browser says in Sec-Fetch-Site where a request comes from, and no page can change what it says. Over plain HTTP, and
in older browsers, it says so in Origin only. Programs send neither and are no danger here: what they send they were
told to send, and no cookie of a person goes with it.
"""

from urllib.parse import urlsplit

from flask import Flask, abort, request

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OUR_OWN = frozenset({"same-origin", "none"})  # none: typed, or from the bookmarks
_EMBEDS = frozenset({"object", "embed", "iframe", "frame"})


def refuse_cross_site(app: Flask) -> None:
    """Have the app answer 403 to requests that only another site can have made."""

    @app.before_request
    def refuse() -> None:
        if not may_pass(request.method, dict(request.headers), request.host):
            abort(403)


def may_pass(method: str, headers: dict[str, str], host: str) -> bool:
    """Whether a request with these headers (names as `Sec-Fetch-Site`), made to this host, may be handled.

    From elsewhere a person may only follow a link to a page; from here, and by programs, all may be done.
    """
    site = headers.get("Sec-Fetch-Site", "")
    if method in _SAFE_METHODS:
        return not site or site in _OUR_OWN or _follows_link(headers)
    if site:
        return site in _OUR_OWN
    origin = headers.get("Origin", "")
    return not origin or _host_of(origin) == host.lower()


def _follows_link(headers: dict[str, str]) -> bool:
    """A person is taken to a page, in a window of its own."""
    return headers.get("Sec-Fetch-Mode") == "navigate" and headers.get("Sec-Fetch-Dest", "") not in _EMBEDS


def _host_of(origin: str) -> str:
    """The host and port of an origin; "" for `null` and for what is no origin."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
