"""What a program is told when something cannot be done: `application/problem+json`, as RFC 9457 has it."""

import json
from collections.abc import Mapping, Sequence

from flask import Response, request

API = "/api/v1"
MEDIA_TYPE = "application/problem+json"


def is_for_program() -> bool:
    """Whether the request that is handled is one of the API."""
    return request.path == API or request.path.startswith(f"{API}/")


def problem(
    status: int,
    title: str,
    detail: str,
    *,
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """`errors` name each thing that is wrong: `where` it stands (a parameter, a place in the body), and `detail`."""
    said: dict[str, object] = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if errors:
        said["errors"] = list(errors)
    response = Response(json.dumps(said), status, mimetype=MEDIA_TYPE)
    response.headers.extend(headers or {})
    return response
