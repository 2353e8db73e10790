"""Handing letters in, building, and how far that is."""

import datetime
from collections.abc import Mapping
from typing import Any

from flask import request

from web.api.blueprint import address_of
from web.api.operations import FORM, Body, Created, Operation, Outcome, Parameter, Refused
from web.api.paging import PAGE_PARAMETERS, page, page_schema
from web.api.schemas import listed, ref, shape
from web.audit import record
from web.jobs import FileResult, Incoming, Job, Jobs, NoRoom, RefusedUpload, TooLargeUpload
from web.safety.access import Role, name_given
from web.services import current_services

_FORM_SIZE = 4 * 1024 * 1024  # bytes that a form takes besides its files: a heading for each of them
_MOST_JOBS = 200
_STARTED = Outcome(202, "The job that does it; ask for it until its state is `done` or `failed`.", ref("Job"))


def _jobs() -> Jobs:
    jobs = current_services().jobs
    if jobs is None:
        raise Refused(404, "Not found", "This server takes no letters in.")
    return jobs


def _ingest(_: Mapping[str, Any], __: Any) -> Created:
    jobs = _jobs()
    request.max_content_length = jobs.limits.total + _FORM_SIZE
    request.max_form_parts = 2 * jobs.limits.files + 10
    # A field in which nothing was chosen is sent as a file without a name.
    incoming = [Incoming(file.filename, file.stream) for file in request.files.getlist("files") if file.filename]
    try:
        job_id = jobs.submit(incoming, name_given())
    except NoRoom as refused:
        raise Refused(507, "No room", str(refused)) from None
    except TooLargeUpload as refused:
        raise Refused(413, "Too much at one time", str(refused)) from None
    except RefusedUpload as refused:
        raise Refused(400, "Nothing that can be taken in", str(refused)) from None
    record("upload", job=job_id, files=len(incoming))
    return _started(job_id)


def _build(_: Mapping[str, Any], __: Any) -> Created:
    job_id = _jobs().build(name_given())
    record("build", job=job_id)
    return _started(job_id)


def _started(job_id: str) -> Created:
    return Created(_job_json(_job(job_id)), 202, address_of("job", job=job_id))


def _job(job_id: str) -> Job:
    job = _jobs().get(job_id)
    if job is None:
        raise Refused(404, "Not found", "There is no such job, or it was long ago.")
    return job


def _job_json(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "kind": job.kind.value,
        "state": job.state.value,
        "by": job.by,
        "created": _moment(job.created),
        "finished": _moment(job.finished) if job.finished else None,
        "done": job.done,
        "total": job.total,
        "message": job.message,
        "generation": job.generation,
        "added": job.added,
        "unchanged": job.unchanged,
        "failed": job.failed,
        "results": [_result_json(result) for result in job.results],
    }


def _result_json(result: FileResult) -> dict[str, Any]:
    return {
        "name": result.name,
        "status": result.status.value,
        "letter": result.letter or None,
        "message": result.message,
    }


def _moment(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat()


JOBS = (
    Operation(
        "ingest",
        "POST",
        "/ingest",
        "Hand letters in; they are read and built in",
        Role.EDITOR,
        _ingest,
        _STARTED,
        body=Body(
            shape(files={**listed({"type": "string", "contentMediaType": "application/octet-stream"}), "minItems": 1}),
            FORM,
        ),
        problems=(404, 507),
    ),
    Operation(
        "build",
        "POST",
        "/build",
        "Make a new generation from all letters, and put it in force",
        Role.EDITOR,
        _build,
        _STARTED,
        problems=(404,),
    ),
    Operation(
        "jobs",
        "GET",
        "/jobs",
        "List the last jobs, newest first, without what became of their files",
        Role.EDITOR,
        lambda values, _: page(_jobs().recent(_MOST_JOBS), values, _job_json),
        Outcome(200, "A page of jobs.", page_schema(ref("Job"))),
        parameters=PAGE_PARAMETERS,
        problems=(404,),
    ),
    Operation(
        "job",
        "GET",
        "/jobs/{job}",
        "Tell how far a job is",
        Role.EDITOR,
        lambda values, _: _job_json(_job(values["job"])),
        Outcome(200, "The job, with what became of each file.", ref("Job")),
        parameters=(Parameter("job", {"type": "string", "maxLength": 100}, "The job's id.", "path"),),
    ),
)
