"""Try the API with requests of every kind that its description allows, and of kinds that it does not.

python -m scripts.fuzz_api [--requests 10000] [--data DIR]

Without a data folder the sample letters are read into one that is thrown away. Ends with exit status 1 on the first
answer that is a failure of the server, or not as the description says.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
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

from scripts.sample_data import data_or_samples
from web.accounts.store import Accounts
from web.app import create_app
from web.commands.opening import open_all
from web.commands.reaching import Reach, admit
from web.commands.serving import make_services
from web.jobs import Jobs
from web.problems import API
from web.safety.access import Role
from web.safety.audit_log import AuditLog

Known = Callable[[str], Sequence[Any]]
"""Values of a parameter of a path for which there is something by that address."""

_ANY_NUMBER = 10**9
_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    allow_header_conformance,
]


@dataclass(frozen=True, slots=True)
class Target:
    """An app to try, the token of an administrator, and addresses behind which there is something."""

    app: Flask
    token: str
    known: Known
    operations: int


def make_target(data: Path) -> Target:
    """The app over a data folder; jobs are written down and not begun."""
    opened = open_all(data)
    accounts = Accounts(opened.database)
    account = accounts.get("fuzz") or accounts.add("fuzz", Role.ADMINISTRATOR, None)
    admission = admit(Reach(requests_per_minute=_ANY_NUMBER), accounts)
    app = create_app(make_services(opened, admission, AuditLog(data), Jobs(data, opened.database)))
    token = accounts.issue_token(account.name, "fuzz")
    client = app.test_client()

    def asked(path: str) -> Any:
        return client.get(f"{API}/{path}", headers={"Authorization": f"Bearer {token}"}).get_json()

    text = {"title": "Concept", "sections": [{"answer": "Ja."}]}
    drafts = [client.post(f"{API}/drafts", json=text).get_json()["id"] for _ in range(3)]
    values: Mapping[str, Sequence[Any]] = {
        "letter_id": [row["id"] for row in asked("letters?limit=100")["items"]],
        "entry": sorted({row["entry"] for row in asked("commitments?limit=100")["items"]}),
        "job": [row["id"] for row in asked("jobs")["items"]],
        "draft": drafts,
        "number": [1, 2, 3],
    }
    operations = sum(len(methods) for methods in asked("openapi.json")["paths"].values())
    return Target(app, token, lambda name: values.get(name, ()), operations)


def fuzz(target: Target, examples: int) -> Counter[str]:
    """Try each operation with that many requests and half as many that are wrong on purpose; count by status.

    Most have the token of an administrator, the others what was made up in its place.

    Raises on the first answer that is a failure of the server, or not as described.
    """
    counted: Counter[str] = Counter()
    schema = schemathesis.openapi.from_wsgi(f"{API}/openapi.json", target.app)
    for found in schema.get_all_operations():
        operation = found.ok()  # type: ignore[union-attr]  # one that cannot be read raises here
        for mode, number in ((GenerationMode.POSITIVE, examples), (GenerationMode.NEGATIVE, examples // 2)):
            strategy = operation.as_strategy(generation_mode=mode)
            _fuzz_one(strategy, target, number, counted)
    return counted


def _fuzz_one(strategy: Any, target: Target, number: int, counted: Counter[str]) -> None:
    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy, draw=st.data())
    def run(case: Any, draw: Any) -> None:
        if case.path_parameters and draw.draw(st.booleans()):
            case.path_parameters |= _existing(case.path_parameters, target.known, draw)
        if draw.draw(st.integers(1, 12)) != 7:  # ends of a range are drawn often, its middle seldom
            case.headers = {**(case.headers or {}), "Authorization": f"Bearer {target.token}"}
        response = case.call()
        counted[f"{response.status_code}"] += 1
        case.validate_response(response, checks=_CHECKS)

    run()


def _existing(parameters: Mapping[str, Any], known: Known, draw: Any) -> dict[str, Any]:
    return {name: draw.draw(st.sampled_from(known(name))) for name in parameters if known(name)}


def main() -> None:
    """Try the API, and print how many answers there were of each status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000, metavar="N", help="at least so many")
    parser.add_argument("--data", type=Path, metavar="DIR", help="a data folder that may be spoilt")
    options = parser.parse_args()
    with data_or_samples(options.data) as data:
        target = make_target(data)
        begun = time.monotonic()
        # Each operation gets its share, and half of it once more of requests that are wrong.
        counted = fuzz(target, -(-options.requests * 2 // (3 * target.operations)) + 1)
    seconds = time.monotonic() - begun
    print(f"{counted.total()} requests in {seconds:.0f} s, all as described: {dict(sorted(counted.items()))}")


if __name__ == "__main__":
    main()
