"""An operation of the API: what it takes, what it answers, and what does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from web.safety.access import Role
from web.safety.limits import LARGEST_REQUEST

Schema = Mapping[str, Any]
JSON = "application/json"
FORM = "multipart/form-data"

Handler = Callable[[Mapping[str, Any], Any], Any]
"""Given the parameters and the body, both checked; gives what is written as JSON, or a response."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something in the address: in its path or behind the question mark."""

    name: str
    schema: Schema
    description: str
    place: Literal["path", "query"] = "query"
    required: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """What is sent along, of at most `largest` bytes.

    The files of a form are not checked against the schema, only described by it, and have limits of their own.
    """

    schema: Schema
    media_type: str = JSON
    largest: int = LARGEST_REQUEST


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is answered when it could be done; `schema` None for an answer without content."""

    status: int
    description: str
    schema: Schema | None = None
    media_type: str = JSON


@dataclass(frozen=True, slots=True)
class Operation:
    """`path` is below the API's, its parameters in braces. `problems` are statuses that not every operation has."""

    name: str
    method: str
    path: str
    summary: str
    role: Role
    handle: Handler
    outcome: Outcome
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    problems: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Created:
    """An answer with another status than 200, and the address of what it made."""

    value: Any
    status: int
    location: str = ""


class Refused(Exception):
    """An operation that cannot be done as asked: the status, and why."""

    def __init__(self, status: int, title: str, detail: str, errors: Sequence[Mapping[str, str]] = ()) -> None:
        super().__init__(f"{status} {title}: {detail}")
        self.status = status
        self.title = title
        self.detail = detail
        self.errors = errors
