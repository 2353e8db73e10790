"""The generations: what changed with each and by whom, going back, checking, building, and taking a copy along."""

import datetime
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, abort, redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, lazy_gettext

from index.errors import Busy, IndexProblem, NoGeneration
from web.audit import record
from web.history import Change, Through
from web.job_pages import format_moment
from web.jobs import JobKind
from web.keeping import Keeper, Kept
from web.reasons import said
from web.safety.access import Role, allow, name_given
from web.safety.security import as_download
from web.services import current_services
from web.views.intake import current_jobs, recent_jobs

_RECENT = 8
_MOST_NAMED = 25  # letters of one change that are named on the page
_THROUGH = {
    Through.UPLOAD: lazy_gettext("letters added"),
    Through.WATCH: lazy_gettext("watched folder"),
    Through.BUILD: lazy_gettext("built from the page"),
    Through.REMOVAL: lazy_gettext("a letter removed for good"),
    Through.COMMAND: lazy_gettext("built on the command line"),
    Through.ROLLBACK: lazy_gettext("gone back to"),
}


@dataclass(frozen=True, slots=True)
class NamedLetter:
    """A letter of a change: its id and title; no title where it is not held now, or was removed for good."""

    id: str
    title: str
    removed: bool


@dataclass(frozen=True, slots=True)
class ChangedLetters:
    """Letters that a generation has in another way than the one before; `more` are not named."""

    heading: str
    count: int
    named: tuple[NamedLetter, ...]
    more: int


@dataclass(frozen=True, slots=True)
class GenerationView:
    """A generation on disk, in words. `through` and `by` are "" where that was not written down."""

    number: int
    made: str
    current: bool
    letters: int
    passages: int
    through: str
    by: str
    changes: tuple[ChangedLetters, ...]
    is_first: bool


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One line of the history."""

    moment: str
    number: int
    through: str
    by: str
    counts: str


def make_generations() -> Blueprint:
    """/beheer/generaties and what can be done there."""
    blueprint = Blueprint("generations", __name__)

    @blueprint.get("/beheer/generaties")
    @allow(Role.EDITOR)
    def overview() -> ResponseReturnValue:
        return _overview()

    @blueprint.post("/beheer/generaties/<int:number>/terug")
    @allow(Role.ADMINISTRATOR)
    def go_back(number: int) -> ResponseReturnValue:
        return _go_back(number)

    @blueprint.post("/beheer/nakijken")
    @allow(Role.ADMINISTRATOR)
    def verify() -> ResponseReturnValue:
        job_id = current_jobs().verify(name_given())
        record("verify", job=job_id)
        return redirect(url_for("intake.job", job_id=job_id), 303)

    @blueprint.post("/beheer/bouwen")
    @allow(Role.EDITOR)
    def build() -> ResponseReturnValue:
        job_id = current_jobs().build(name_given())
        record("build", job=job_id)
        return redirect(url_for("intake.job", job_id=job_id), 303)

    @blueprint.post("/beheer/reservekopie")
    @allow(Role.ADMINISTRATOR)
    def backup() -> ResponseReturnValue:
        try:
            return _backup()
        except IndexProblem as problem:
            return _problem(problem)

    return blueprint


def _go_back(number: int) -> ResponseReturnValue:
    try:
        _keeper().go_back(number, name_given())
    except NoGeneration:
        abort(404)
    except IndexProblem as problem:
        return _problem(problem)
    record("rollback", generation=number)
    return redirect(url_for("generations.overview"), 303)


def _keeper() -> Keeper:
    keeper = current_services().keeper
    return keeper if keeper is not None else abort(404)


def _overview(problem: str = "", detail: str = "") -> str:
    keeper = _keeper()
    return render_template(
        "generations/overview.html",
        generations=[_view(kept) for kept in keeper.kept()],
        history=[_line(change) for change in keeper.changes()],
        problem=problem,
        detail=detail,
        recent=recent_jobs(_RECENT, JobKind.BUILD, JobKind.VERIFY, JobKind.REMOVAL),
    )


def _problem(problem: IndexProblem) -> ResponseReturnValue:
    words = gettext("This could not be done; what serves goes on serving.")
    if isinstance(problem, Busy):
        words = gettext("Another program is writing in the data folder. Try again in a moment.")
    return _overview(words, said(str(problem))), 503


def _backup() -> ResponseReturnValue:
    name = f"vraagbaak-{datetime.datetime.now().astimezone():%Y%m%d-%H%M}.tar"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, name)
        report = _keeper().backup(file)
        # Open, it can still be read when its folder is gone.
        opened = file.open("rb")
    record("backup", files=report.files)
    return as_download(send_file(opened, "application/x-tar", as_attachment=True, download_name=name))


def _view(kept: Kept) -> GenerationView:
    info = kept.info
    changes = (
        _changed(gettext("Added"), kept.added),
        _changed(gettext("Read anew"), kept.changed),
        _changed(gettext("Removed"), kept.removed),
    )
    return GenerationView(
        number=info.number,
        made=format_moment(info.created),
        current=info.current,
        letters=len(info.manifest.letters),
        passages=info.manifest.chunk_count,
        through=str(_THROUGH[kept.change.through]) if kept.change else "",
        by=kept.change.by if kept.change else "",
        changes=tuple(change for change in changes if change.count),
        is_first=kept.is_first,
    )


def _changed(heading: str, letters: Sequence[str]) -> ChangedLetters:
    services = current_services()
    try:
        known = services.library.current().letters
    except IndexProblem:
        known = {}
    named = []
    for letter_id in letters[:_MOST_NAMED]:
        record_of = known.get(letter_id)
        title = record_of.metadata.title or record_of.file if record_of else ""
        named.append(NamedLetter(letter_id, title, services.store.removed(letter_id) is not None))
    return ChangedLetters(heading, len(letters), tuple(named), len(letters) - len(named))


def _line(change: Change) -> ChangeView:
    counts = (
        (len(change.added), gettext("added")),
        (len(change.changed), gettext("read anew")),
        (len(change.removed), gettext("removed")),
    )
    return ChangeView(
        moment=format_moment(change.moment),
        number=change.generation,
        through=str(_THROUGH[change.through]),
        by=change.by,
        counts=", ".join(f"{count} {words}" for count, words in counts if count),
    )
