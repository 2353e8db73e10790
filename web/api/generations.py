"""The generations on disk, and putting an earlier one back in force."""

import datetime
from collections.abc import Mapping
from typing import Any

from index.errors import IndexProblem, NoGeneration
from index.types import GenerationInfo
from web.api.operations import Operation, Outcome, Parameter, Refused
from web.api.paging import PAGE_PARAMETERS, page, page_schema
from web.api.schemas import ref
from web.audit import record
from web.keeping import Keeper
from web.safety.access import Role, name_given
from web.services import current_services


def _keeper() -> Keeper:
    keeper = current_services().keeper
    if keeper is None:
        raise Refused(404, "Not found", "This server keeps no generations.")
    return keeper


def _listed(values: Mapping[str, Any], _: Any) -> Any:
    return page([kept.info for kept in _keeper().kept()], values, _generation_json)


def _activate(values: Mapping[str, Any], _: Any) -> Any:
    try:
        info = _keeper().go_back(values["number"], name_given())
    except NoGeneration as error:
        raise Refused(404, "Not found", str(error)) from None
    except IndexProblem as error:
        raise Refused(409, "This generation cannot be put in force", str(error)) from None
    record("rollback", generation=info.number)
    return _generation_json(info)


def _generation_json(info: GenerationInfo) -> dict[str, Any]:
    return {
        "number": info.number,
        "created": info.created.astimezone(datetime.UTC).isoformat(),
        "current": info.current,
        "letters": len(info.manifest.letters),
        "passages": info.manifest.chunk_count,
        "versions": dict(info.manifest.versions),
    }


_NUMBER = Parameter("number", {"type": "integer", "minimum": 1, "maximum": 2**53}, "The generation's number.", "path")

GENERATIONS = (
    Operation(
        "generations",
        "GET",
        "/generations",
        "List the generations on disk, newest first",
        Role.READER,
        _listed,
        Outcome(200, "A page of generations.", page_schema(ref("Generation"))),
        parameters=PAGE_PARAMETERS,
        problems=(404,),
    ),
    Operation(
        "activate",
        "POST",
        "/generations/{number}/activate",
        "Put a generation in force",
        Role.ADMINISTRATOR,
        _activate,
        Outcome(200, "The generation in force.", ref("Generation")),
        parameters=(_NUMBER,),
        problems=(409,),
    ),
)
