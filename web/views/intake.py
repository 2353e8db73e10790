"""Handing letters in, and how far that is."""

from flask import Blueprint, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_decimal, gettext
from werkzeug.exceptions import RequestEntityTooLarge

from corpus.intake import DEFAULT_LIMITS as READING_LIMITS
from corpus.readers.pdf.document import MOST_PAGES
from corpus.readers.source import DEFAULT_LIMITS as SOURCE_LIMITS
from web.audit import record
from web.job_pages import JobView, present_job
from web.jobs import Incoming, Job, JobKind, Jobs, NoRoom, RefusedUpload, TooLargeUpload
from web.labels import file_size
from web.reasons import said
from web.safety.access import Role, allow, name_given
from web.services import current_services

_FORM_SIZE = 4 * 1024 * 1024  # bytes that a form takes besides its files: a heading for each of them
_RECENT = 8


def make_intake() -> Blueprint:
    """/brieven/toevoegen and what is below it."""
    blueprint = Blueprint("intake", __name__)

    @blueprint.get("/brieven/toevoegen")
    @allow(Role.EDITOR)
    def form() -> ResponseReturnValue:
        current_jobs().expect()
        return _form()

    @blueprint.post("/brieven/toevoegen")
    @allow(Role.EDITOR)
    def hand_in() -> ResponseReturnValue:
        return _take(current_jobs())

    @blueprint.get("/brieven/toevoegen/<job_id>")
    @allow(Role.EDITOR)
    def job(job_id: str) -> ResponseReturnValue:
        return render_template("jobs/job.html", view=_view(job_id))

    @blueprint.get("/brieven/toevoegen/<job_id>/stand")
    @allow(Role.EDITOR)
    def state(job_id: str) -> ResponseReturnValue:
        return render_template("jobs/state.html", view=_view(job_id))

    @blueprint.post("/brieven/toevoegen/<job_id>/opnieuw")
    @allow(Role.EDITOR)
    def again(job_id: str) -> ResponseReturnValue:
        _view(job_id)
        if current_jobs().retry(job_id):
            record("retry", job=job_id)
        return redirect(url_for("intake.job", job_id=job_id), 303)

    return blueprint


def _take(jobs: Jobs) -> ResponseReturnValue:
    """Make a job of the files in the form; the page with the form again, with the reason, where they are refused."""
    request.max_content_length = jobs.limits.total + _FORM_SIZE
    request.max_form_parts = 2 * jobs.limits.files + 10
    try:
        files = [*request.files.getlist("bestanden"), *request.files.getlist("map")]
        # A field in which nothing was chosen is sent as a file without a name.
        incoming = [Incoming(file.filename, file.stream) for file in files if file.filename]
        job_id = jobs.submit(incoming, name_given())
    except (RefusedUpload, RequestEntityTooLarge) as refused:
        return _refused(refused)
    record("upload", job=job_id, files=len(incoming))
    return _answer(url_for("intake.job", job_id=job_id))


def current_jobs() -> Jobs:
    """The jobs of this server; answers 404 where it has none."""
    jobs = current_services().jobs
    return jobs if jobs is not None else abort(404)


def recent_jobs(limit: int, *kinds: JobKind) -> list[JobView]:
    """The newest jobs of these kinds."""
    found: list[Job] = [job for job in current_jobs().recent() if job.kind in kinds]
    return [present_job(job) for job in found[:limit]]


def _view(job_id: str) -> JobView:
    job = current_jobs().get(job_id)
    return present_job(job) if job is not None else abort(404)


def _answer(address: str) -> ResponseReturnValue:
    """Lead on to an address; a program is told it."""
    if request.accept_mimetypes.best == "application/json":
        return jsonify(address=address), 201
    return redirect(address, 303)


def _refused(refused: Exception) -> ResponseReturnValue:
    if isinstance(refused, NoRoom):
        status, problem = 507, gettext("The disk of the server is full. Tell whoever looks after it, and try again.")
    elif isinstance(refused, RefusedUpload) and not isinstance(refused, TooLargeUpload):
        status, problem = 400, gettext("Choose at least one file.")
    else:
        status = 413
        problem = gettext("This is more than can be handed in at one time. The limits are below; hand it in by parts.")
    detail = said(str(refused)) if isinstance(refused, RefusedUpload) else ""
    if request.accept_mimetypes.best == "application/json":
        return jsonify(problem=problem, detail=detail), status
    return _form(problem, detail), status


def _form(problem: str = "", detail: str = "") -> str:
    limits = current_jobs().limits
    return render_template(
        "jobs/hand_in.html",
        problem=problem,
        detail=detail,
        limits=limits,
        letter_size=SOURCE_LIMITS.file_size,
        files_limit=format_decimal(limits.files),
        total_limit=file_size(limits.total),
        each_limit=file_size(SOURCE_LIMITS.file_size),
        pages_limit=format_decimal(MOST_PAGES),
        seconds_limit=int(READING_LIMITS.wall_seconds),
        members_limit=format_decimal(SOURCE_LIMITS.members),
        unpacked_limit=file_size(SOURCE_LIMITS.archive_size),
        recent=recent_jobs(_RECENT, JobKind.UPLOAD, JobKind.WATCH),
    )
