"""Lists a page at a time."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from flask import request

from web.api.operations import Parameter, Schema
from web.safety.limits import LARGEST_PAGE

_USUAL = 50
_FARTHEST = 10_000_000
_Row = TypeVar("_Row")

PAGE_PARAMETERS = (
    Parameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": _USUAL},
        "How many rows to give.",
    ),
    Parameter(
        "offset",
        {"type": "integer", "minimum": 0, "maximum": _FARTHEST, "default": 0},
        "How many rows to pass over.",
    ),
)


def page_schema(row: Schema) -> Schema:
    """A page of such rows."""
    return {
        "type": "object",
        "required": ["total", "items", "next"],
        "properties": {
            "total": {"type": "integer", "description": "How many rows there are on all pages."},
            "items": {"type": "array", "items": row},
            "next": {"type": ["string", "null"], "description": "The address of the next page, null on the last one."},
        },
    }


def page(rows: Sequence[_Row], values: Mapping[str, Any], write: Callable[[_Row], Any]) -> dict[str, Any]:
    """The page of the rows that was asked for."""
    offset, limit = int(values["offset"]), int(values["limit"])
    shown = rows[offset : offset + limit]
    following = offset + limit
    return {
        "total": len(rows),
        "items": [write(row) for row in shown],
        "next": _address(following) if following < len(rows) else None,
    }


def _address(offset: int) -> str:
    given = [(name, value) for name, value in request.args.items(multi=True) if name != "offset"]
    return f"{request.path}?{urlencode([*given, ('offset', str(offset))])}"
