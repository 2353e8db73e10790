"""Reading what a program sends, and checking it against what the description promises."""

import json
from collections.abc import Mapping
from typing import Any

from flask import request
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from werkzeug.datastructures import MultiDict

from web.api.operations import FORM, Operation, Refused, Schema

_FORMATS = FormatChecker(formats=["date"])
_LONGEST_MESSAGE = 300  # characters


class Checker:
    """Checks the requests of one operation."""

    def __init__(self, operation: Operation, components: Mapping[str, Schema]) -> None:
        self._operation = operation
        self._parameters = {parameter.name: parameter for parameter in operation.parameters}
        self._validators = {name: _validator(each.schema, components) for name, each in self._parameters.items()}
        body = operation.body
        self._body = _validator(body.schema, components) if body and body.media_type != FORM else None

    def values(self, path: Mapping[str, Any]) -> dict[str, Any]:
        """The parameters of the request that is handled; raises Refused: 404 for the path, 400 for the rest."""
        if any(self._errors(name, value) for name, value in path.items()):
            raise Refused(404, "Not found", "There is nothing by this address.")
        return {**path, **self._query(request.args)}

    def body(self) -> Any:
        """What was sent; raises Refused."""
        if self._body is None or self._operation.body is None:
            return None
        request.max_content_length = self._operation.body.largest
        if not request.is_json:
            raise Refused(415, "Unsupported media type", "Send JSON, with Content-Type: application/json.")
        try:
            found = json.loads(request.get_data().decode("utf-8"))
            json.dumps(found, ensure_ascii=False).encode("utf-8")
        except (ValueError, RecursionError):
            raise Refused(400, "Not JSON", "The body cannot be read as JSON in UTF-8.") from None
        errors = [_error(f"body{_pointer(error)}", error) for error in _some(self._body, found)]
        if errors:
            raise Refused(400, "The body is not as described", "See `errors`, and openapi.json.", tuple(errors))
        return found

    def _query(self, given: MultiDict[str, str]) -> dict[str, Any]:
        wanted = {name: each for name, each in self._parameters.items() if each.place == "query"}
        errors: list[Mapping[str, str]] = [
            {"where": name[:_LONGEST_MESSAGE], "detail": f"There is no such parameter; there are: {', '.join(wanted)}."}
            for name in given
            if name not in wanted
        ]
        values: dict[str, Any] = {}
        for name, parameter in wanted.items():
            if name in given:
                values[name] = _read(parameter.schema, given.getlist(name))
                errors += self._errors(name, values[name])
            elif parameter.required:
                errors.append({"where": name, "detail": "This parameter is needed."})
            elif "default" in parameter.schema:
                values[name] = parameter.schema["default"]
        if errors:
            raise Refused(400, "A parameter is not as described", "See `errors`, and openapi.json.", tuple(errors))
        return values

    def _errors(self, name: str, value: Any) -> list[Mapping[str, str]]:
        return [_error(name, error) for error in _some(self._validators[name], value)]


def _validator(schema: Schema, components: Mapping[str, Schema]) -> Draft202012Validator:
    whole = {**schema, "components": {"schemas": components}}
    return Draft202012Validator(whole, format_checker=_FORMATS)


def _some(validator: Draft202012Validator, value: Any) -> list[ValidationError]:
    """The first few things that are wrong."""
    found = []
    for error in validator.iter_errors(value):
        found.append(error)
        if len(found) == 5:
            break
    return found


def _read(schema: Schema, given: list[str]) -> Any:
    """What stands in an address as what the schema asks for; as it is where it cannot be that."""
    if schema.get("type") == "array":
        return given
    # Of a parameter that is given twice, no one can say which is meant.
    value = given[0] if len(given) == 1 else given
    if schema.get("type") == "integer" and isinstance(value, str) and value.isascii():
        digits = value.removeprefix("-")
        return int(value) if digits.isdigit() and len(digits) < 20 else value
    if schema.get("type") == "boolean" and value in {"true", "false"}:
        return value == "true"
    return value


def _pointer(error: ValidationError) -> str:
    return "".join(f"/{part}" for part in error.absolute_path)


def _error(where: str, error: ValidationError) -> Mapping[str, str]:
    longest = error.schema.get("maxLength") if isinstance(error.schema, Mapping) else None
    if error.validator == "maxLength":
        # The value itself would fill the answer.
        return {"where": where, "detail": f"has {len(str(error.instance))} characters; at most {longest} can be taken"}
    return {"where": where, "detail": error.message[:_LONGEST_MESSAGE]}
