"""The description of the API in the form of OpenAPI 3.1, made from the operations themselves."""

from collections.abc import Mapping, Sequence
from typing import Any

from web.api.operations import Body, Operation, Outcome, Parameter, Schema
from web.problems import API, MEDIA_TYPE
from web.safety.access import Role

_ABOUT = (
    "Asks parliamentary letters, and answers with the passages that prove the answer. Give a token of an account "
    "(`vraagbaak user token NAME`) as `Authorization: Bearer …`; on the machine itself none is needed. Lists come "
    "a page at a time: `next` is the address of the next page."
)
_PROBLEMS: Mapping[int, str] = {
    400: "Something in the request is not as described here, or has no meaning.",
    401: "Nobody said who asks, or the token is not one.",
    403: "The account may not do this.",
    404: "There is nothing by this address.",
    409: "What is there now does not allow it: it was changed meanwhile, or cannot be used.",
    410: "The letter was removed for good.",
    413: "The request is larger than the server takes.",
    415: "The body is not of the type that is described.",
    429: "More requests in a minute than the server answers; `Retry-After` says how long to wait.",
    500: "Something that is held cannot be read.",
    503: "The letters cannot be searched at the moment.",
    507: "The disk of the server is full.",
}
_ALWAYS = (400, 401, 403, 429, 503)
_WITH_PATH = (404,)
_WITH_BODY = (413, 415)
PROBLEM: Schema = {
    "type": "object",
    "description": "What went wrong (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["where", "detail"],
                "properties": {"where": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}


def describe(operations: Sequence[Operation], components: Mapping[str, Schema], version: str) -> dict[str, Any]:
    """The whole description."""
    paths: dict[str, dict[str, Any]] = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Vraagbaak", "version": version, "description": _ABOUT},
        "servers": [{"url": API}],
        "paths": paths,
        "components": {
            "schemas": {**components, "Problem": PROBLEM},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def problems_of(operation: Operation) -> list[int]:
    """The statuses that an operation can refuse with."""
    with_path = _WITH_PATH if any(parameter.place == "path" for parameter in operation.parameters) else ()
    with_body = _WITH_BODY if operation.body else ()
    return sorted({*_ALWAYS, *with_path, *with_body, *operation.problems})


def _operation(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "tags": [operation.path.split("/")[1]],
        "parameters": [_parameter(parameter) for parameter in operation.parameters],
        "responses": {
            str(operation.outcome.status): _outcome(operation.outcome),
            **{str(status): _problem(status) for status in problems_of(operation)},
        },
    }
    if operation.role is not Role.NOBODY:
        described["security"] = [{"token": []}]
        described["description"] = f"For a {operation.role.name.lower()} and those who may do more."
    if operation.body:
        described["requestBody"] = _body(operation.body)
    return described


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.required or parameter.place == "path",
        "description": parameter.description,
        "schema": parameter.schema,
    }


def _body(body: Body) -> dict[str, Any]:
    return {"required": True, "content": {body.media_type: {"schema": body.schema}}}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    described: dict[str, Any] = {"description": outcome.description}
    if outcome.schema is not None:
        described["content"] = {outcome.media_type: {"schema": outcome.schema}}
    return described


def _problem(status: int) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": _PROBLEMS[status], "content": {MEDIA_TYPE: {"schema": schema}}}
