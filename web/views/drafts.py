"""Drafts: the list, beginning one, and putting passages in it."""

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from werkzeug.datastructures import FileStorage

from corpus.errors import CorpusError, UnreadableFile
from qa.errors import WrongCitation
from web.audit import record
from web.converters import read_spans, write_spans
from web.desk import (
    COOKIE,
    LARGEST_FORM,
    LONGEST_TITLE,
    current_draft,
    draft_or_404,
    drafts,
    may_collect,
    may_see,
    number_in_draft,
    owns,
    wants_json,
)
from web.drafts.marks import as_quotation, sign_of
from web.drafts.questions import QuestionSet, split_questions
from web.drafts.reading import read_apart
from web.drafts.sources import make_source
from web.drafts.tidy import tidy, tidy_line
from web.drafts.types import Draft, Section, Source, Text
from web.labels import moment
from web.safety.access import Role, actor, allow, name_given
from web.services import current_services
from web.views.draft_check import add_checking
from web.views.draft_editing import add_editing
from web.views.draft_files import add_files
from web.views.draft_versions import add_versions

_A_YEAR = 365 * 24 * 3600  # seconds
_LARGEST_FILE = 20 * 1024 * 1024  # bytes of a set of questions


def make_drafts() -> Blueprint:
    """Everything under /concepten and /concept."""
    blueprint = Blueprint("drafts", __name__)
    blueprint.add_url_rule("/concepten", view_func=all_drafts)
    blueprint.add_url_rule("/concepten", view_func=begin, methods=["POST"])
    blueprint.add_url_rule("/concepten/vragen", view_func=ask_for_questions)
    blueprint.add_url_rule("/concepten/vragen", view_func=begin_with_questions, methods=["POST"])
    blueprint.add_url_rule("/concept/erin", view_func=put, methods=["POST"])
    blueprint.add_url_rule("/concept/<draft_id>/kiezen", view_func=choose, methods=["POST"])
    blueprint.add_url_rule("/concept/<draft_id>/delen", view_func=share, methods=["POST"])
    blueprint.add_url_rule("/concept/<draft_id>/weg", view_func=remove, methods=["POST"])
    add_editing(blueprint)
    add_checking(blueprint)
    add_files(blueprint)
    add_versions(blueprint)

    @blueprint.app_context_processor
    def desk() -> dict[str, object]:
        return {
            "current_draft": current_draft,
            "may_collect": may_collect,
            "number_in_draft": number_in_draft,
            "moment": moment,
        }

    blueprint.add_app_template_filter(write_spans, "spans")
    blueprint.add_app_template_filter(sign_of, "note_sign")
    blueprint.add_app_template_filter(as_quotation, "as_quotation")
    return blueprint


@allow(Role.EDITOR)
def all_drafts() -> ResponseReturnValue:
    """The drafts that this person may see, those that were thrown away apart."""
    heads = [head for head in drafts().all_heads() if may_see(head)]
    return render_template(
        "drafts/list.html",
        drafts=[head for head in heads if not head.removed],
        thrown_away=[head for head in heads if head.removed and owns(head)],
        owns=owns,
    )


@allow(Role.EDITOR)
def begin() -> ResponseReturnValue:
    """An empty draft."""
    title = tidy_line(request.form.get("titel", ""))[:LONGEST_TITLE]
    return _open(_create(Text(title, (Section("s1"),))))


@allow(Role.EDITOR)
def ask_for_questions() -> ResponseReturnValue:
    """The form for a set of Kamervragen."""
    return render_template("drafts/questions.html", text="", problem="")


@allow(Role.EDITOR)
def begin_with_questions() -> ResponseReturnValue:
    """A draft with a section for each question that was pasted, or that stands in the file."""
    request.max_content_length = _LARGEST_FILE
    request.max_form_memory_size = LARGEST_FORM
    pasted, file = tidy(request.form.get("tekst", "")), request.files.get("bestand")
    problem = gettext("No numbered questions were found. Each question begins with its number, or with “Vraag 1”.")
    asked = QuestionSet("", ())
    try:
        asked = _questions(pasted, file)
    except UnreadableFile as unreadable:
        problem = gettext("This file cannot be read: %(why)s.", why=str(unreadable))
    except CorpusError as trouble:
        problem = str(trouble)
    if not asked.questions:
        return render_template("drafts/questions.html", text=pasted, problem=problem), 422
    sections = tuple(
        Section(f"s{place}", question, number=number) for place, (number, question) in enumerate(asked.questions, 1)
    )
    title = tidy_line(request.form.get("titel", "")) or asked.title or gettext("Answers to questions")
    return _open(_create(Text(title[:LONGEST_TITLE], sections)))


def _questions(pasted: str, file: FileStorage | None) -> QuestionSet:
    if file is None or not file.filename:
        return split_questions(pasted)
    letter = read_apart(file.read(), file.filename)
    found = split_questions(letter.text)
    return QuestionSet(letter.metadata.title or found.title, found.questions)


@allow(Role.EDITOR)
def put() -> ResponseReturnValue:
    """Put a passage in the draft that is named, else in the current one, else in a new one."""
    source = _source()
    named = request.form.get("concept", "")
    draft = draft_or_404(named) if named else current_draft()
    if draft is None:
        draft = _create(Text("", (Section("s1"),)))
    kept = drafts().add_source(draft.id, source)
    record("draft", step="source", draft=draft.id, letter=source.letter)
    if wants_json():
        return _remember(_told(draft, kept), draft)
    return _remember(redirect(_back(draft), 303), draft)


def _source() -> Source:
    """The passage that the form gives the address of."""
    form = request.form
    try:
        spans = read_spans(form.get("plaats", ""))
        letter = current_services().store.load(form.get("brief", ""), form.get("lezing", ""))
        return make_source(letter, form.get("lezing", ""), spans, in_notes=form.get("noten") == "1")
    except (ValueError, WrongCitation):
        abort(400)


def _told(draft: Draft, source: Source) -> dict[str, object]:
    """What the script of the page needs to go on."""
    title = draft.text.title or gettext("Untitled draft")
    count = len({*(each.number for each in draft.sources), source.number})
    return {
        "draft": draft.id,
        "address": url_for("drafts.edit", draft_id=draft.id),
        "title": title,
        "number": source.number,
        "quotation": as_quotation(source.quote, source.number),
        "note": sign_of(source.number),
        "count": ngettext("%(num)s source", "%(num)s sources", count),
        "message": gettext("Put in draft “%(title)s” as source %(number)s", title=title, number=source.number),
    }


def _back(draft: Draft) -> str:
    """Where the person came from: an address of this server."""
    asked = request.form.get("terug", "")
    local = asked.startswith("/") and not asked.startswith(("//", "/\\"))
    return asked if local and asked.isprintable() else url_for("drafts.edit", draft_id=draft.id)


@allow(Role.EDITOR)
def choose(draft_id: str) -> ResponseReturnValue:
    """Make a draft the one that passages are put in."""
    return _open(draft_or_404(draft_id))


@allow(Role.EDITOR)
def share(draft_id: str) -> ResponseReturnValue:
    """Let all editors see and change a draft, or its owner alone."""
    draft = draft_or_404(draft_id)
    if not owns(draft):
        abort(403)
    shared = request.form.get("delen") == "1"
    drafts().set_shared(draft.id, shared=shared)
    record("draft", step="shared" if shared else "unshared", draft=draft.id)
    return redirect(url_for("drafts.edit", draft_id=draft.id), 303)


@allow(Role.EDITOR)
def remove(draft_id: str) -> ResponseReturnValue:
    """Throw a draft away, or take it back."""
    draft = draft_or_404(draft_id)
    if not owns(draft):
        abort(403)
    back = request.form.get("terugzetten") == "1"
    drafts().set_removed(draft.id, removed=not back)
    record("draft", step="taken back" if back else "thrown away", draft=draft.id)
    return redirect(url_for("drafts.all_drafts"), 303)


def _create(text: Text) -> Draft:
    draft = drafts().create(actor().name, name_given(), text)
    record("draft", step="begun", draft=draft.id)
    return draft


def _open(draft: Draft) -> ResponseReturnValue:
    return _remember(redirect(url_for("drafts.edit", draft_id=draft.id), 303), draft)


def _remember(answer: ResponseReturnValue, draft: Draft) -> Response:
    response = make_response(answer)
    response.set_cookie(COOKIE, draft.id, max_age=_A_YEAR, httponly=True, samesite="Lax")
    return response
