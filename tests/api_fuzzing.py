"""Requests of every kind that the description of the API allows, and of kinds that it does not, with what must hold."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    allow_header_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from web.problems import API

Known = Callable[[str], Sequence[Any]]
"""Values of a parameter of a path for which there is something by that address."""

_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    allow_header_conformance,
]


def fuzz(app: Flask, examples: int, known: Known) -> Counter[str]:
    """Try each operation with that many requests and half as many that are wrong on purpose; count by status.

    Raises on the first answer that is a failure of the server, or not as described.
    """
    counted: Counter[str] = Counter()
    schema = schemathesis.openapi.from_wsgi(f"{API}/openapi.json", app)
    for found in schema.get_all_operations():
        operation = found.ok()
        for mode, number in ((GenerationMode.POSITIVE, examples), (GenerationMode.NEGATIVE, examples // 2)):
            _fuzz_one(operation, mode, number, known, counted)
    return counted


def _fuzz_one(operation: Any, mode: GenerationMode, number: int, known: Known, counted: Counter[str]) -> None:
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), draw=st.data())
    def run(case: Any, draw: Any) -> None:
        if case.path_parameters and draw.draw(st.booleans()):
            case.path_parameters |= _existing(case.path_parameters, known, draw)
        response = case.call()
        counted[f"{response.status_code}"] += 1
        case.validate_response(response, checks=_CHECKS)

    run()


def _existing(parameters: Mapping[str, Any], known: Known, draw: Any) -> dict[str, Any]:
    return {name: draw.draw(st.sampled_from(known(name))) for name in parameters if known(name)}
