"""The versions of a draft: looking at them and putting one back."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext

from web.audit import record
from web.desk import draft_or_404, drafts
from web.drafts.errors import UnknownDraft
from web.drafts.types import Reason
from web.safety.access import Role, allow, name_given

_REASONS = {
    Reason.WRITING: lazy_gettext("while writing"),
    Reason.SAVED: lazy_gettext("saved"),
    Reason.BEFORE: lazy_gettext("before a large change"),
    Reason.APART: lazy_gettext("set aside: typed while the draft was changed elsewhere"),
}


def add_versions(blueprint: Blueprint) -> None:
    """The views of versions."""
    blueprint.add_url_rule("/concept/<draft_id>/versies", view_func=versions)
    blueprint.add_url_rule("/concept/<draft_id>/versies/<int:number>", view_func=version)
    blueprint.add_url_rule("/concept/<draft_id>/versies/<int:number>", view_func=put_back, methods=["POST"])


@allow(Role.EDITOR)
def versions(draft_id: str) -> ResponseReturnValue:
    """All versions of a draft, the newest first."""
    draft = draft_or_404(draft_id)
    return render_template("drafts/versions.html", draft=draft, versions=drafts().versions(draft.id), reasons=_REASONS)


@allow(Role.EDITOR)
def version(draft_id: str, number: int) -> ResponseReturnValue:
    """One version, to read."""
    draft = draft_or_404(draft_id)
    try:
        shown = drafts().version(draft.id, number)
    except UnknownDraft:
        abort(404)
    return render_template("drafts/version.html", draft=draft, version=shown)


@allow(Role.EDITOR)
def put_back(draft_id: str, number: int) -> ResponseReturnValue:
    """Make a version the draft again; what stood there is kept."""
    draft = draft_or_404(draft_id)
    try:
        drafts().put_back(draft.id, number, name_given())
    except UnknownDraft:
        abort(404)
    record("draft", step="version put back", draft=draft.id, version=number)
    return redirect(url_for("drafts.edit", draft_id=draft.id), 303)
