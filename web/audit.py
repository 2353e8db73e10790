"""Writing down what the person who makes a request did."""

from flask import g

from web.safety.access import name_given
from web.services import current_services


def record(action: str, **details: str | int) -> None:
    """Write what the person who makes this request did; without an audit log it is only counted."""
    g.setdefault("actions", []).append(action)
    log = current_services().audit
    if log is not None:
        log.write(action, name_given(), **details)
