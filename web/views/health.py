"""Whether the server can answer, for programs that watch it."""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from index.errors import IndexProblem
from web.access import Role, allow
from web.services import current_services


def make_health() -> Blueprint:
    """One address, without anything that is in the letters."""
    blueprint = Blueprint("health", __name__)

    @blueprint.get("/health")
    @allow(Role.NOBODY)
    def health() -> ResponseReturnValue:
        try:
            generation = current_services().library.current()
        except IndexProblem as problem:
            return jsonify(status="unavailable", reason=type(problem).__name__), 503
        status = "degraded" if current_services().library.problems else "ok"
        return jsonify(status=status, generation=generation.info.number, letters=len(generation.letters))

    return blueprint
