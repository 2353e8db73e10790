"""Whether the server can answer, and how it fares, for programs that watch it."""

import shutil
from pathlib import Path

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from index.errors import IndexProblem
from web.metrics import Metrics
from web.safety.access import Role, actor, allow
from web.services import current_services

_LITTLE_ROOM = 1024**3  # bytes; less does not hold the next generation of a large collection


def make_health(metrics: Metrics) -> Blueprint:
    """/health, for everybody and without anything that is in the letters, and /metrics."""
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/health")
    @allow(Role.NOBODY)
    def health() -> ResponseReturnValue:
        try:
            generation = current_services().library.current()
        except IndexProblem as problem:
            reasons = _shown([(type(problem).__name__, str(problem))])
            return jsonify(status="unavailable", reasons=reasons), 503
        reasons = _shown(_reasons())
        return jsonify(
            status="degraded" if reasons else "ok",
            reasons=reasons,
            generation=generation.info.number,
            letters=len(generation.letters),
        )

    @blueprint.get("/metrics")
    def exposed() -> ResponseReturnValue:
        return metrics.exposed()

    return blueprint


def _reasons() -> list[tuple[str, str]]:
    """Why the server is not as well as it should be: a word for programs and a line for people."""
    services = current_services()
    found = [("OlderGeneration", problem) for problem in services.library.problems]
    if services.data is not None:
        free = shutil.disk_usage(_existing(services.data)).free
        if free < _LITTLE_ROOM:
            found.append(("LittleRoom", f"{free // 1024**2} MB are free on the disk of the data folder."))
    return found


def _shown(reasons: list[tuple[str, str]]) -> list[dict[str, str]]:
    """The lines name files, which is not for everybody."""
    if actor().role is Role.NOBODY:
        return [{"code": code} for code, _ in reasons]
    return [{"code": code, "detail": detail} for code, detail in reasons]


def _existing(folder: Path) -> Path:
    return folder if folder.exists() else folder.absolute().parent
