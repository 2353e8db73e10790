"""The views of the API, and its description at openapi.json."""

from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from typing import Any

from flask import Blueprint, Response, jsonify, url_for
from flask.typing import ResponseReturnValue

from web.api.checking import Checker
from web.api.description import describe
from web.api.operations import Created, Operation, Refused, Schema
from web.problems import API, problem
from web.safety.access import Role, allow

_CONVERTERS = {"letter_id": "letter_id", "number": "int"}


def make_blueprint(operations: Sequence[Operation], components: Mapping[str, Schema]) -> Blueprint:
    """A view for each operation, and the description of all."""
    blueprint = Blueprint("api", __name__, url_prefix=API)
    description = describe(operations, components, version("vraagbaak"))
    for operation in operations:
        blueprint.add_url_rule(
            _rule(operation.path),
            endpoint=operation.name,
            view_func=allow(operation.role)(_view(operation, Checker(operation, components))),
            methods=[operation.method],
        )

    @blueprint.get("/openapi.json")
    @allow(Role.NOBODY)
    def openapi() -> ResponseReturnValue:
        return jsonify(description)

    @blueprint.errorhandler(Refused)
    def refused(error: Refused) -> Response:
        return problem(error.status, error.title, error.detail, errors=error.errors)

    return blueprint


def _rule(path: str) -> str:
    """A path of the description as Flask writes it; the ids of letters and the numbers are read by converters."""
    for name, converter in _CONVERTERS.items():
        path = path.replace(f"{{{name}}}", f"<{converter}:{name}>")
    return path.replace("{", "<").replace("}", ">")


def _view(operation: Operation, checker: Checker) -> Callable[..., ResponseReturnValue]:
    def view(**path: str) -> ResponseReturnValue:
        values = checker.values(path)
        answer = operation.handle(values, checker.body())
        if isinstance(answer, Created):
            return _created(answer)
        return answer if isinstance(answer, Response) else jsonify(answer)

    return view


def _created(answer: Created) -> Response:
    response = Response(status=answer.status) if answer.value is None else jsonify(answer.value)
    response.status_code = answer.status
    if answer.location:
        response.headers["Location"] = answer.location
    return response


def address_of(operation: str, **values: Any) -> str:
    """The address of another operation."""
    return url_for(f"api.{operation}", **values)
