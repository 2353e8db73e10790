"""Correcting what was read of a letter, taking that back, and the letters that need it."""

from collections.abc import Sequence

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from corpus.types import Kind, Letter
from qa.errors import BadCorrection
from qa.metadata.attention import Attention, AttentionList, Need, field_for
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.fields import MetadataField
from web.audit import record
from web.labels import format_label
from web.language import language
from web.letters.field_labels import cited_as, field_label, field_value, need_label
from web.letters.letter_form import ABSENT, changes, field_name, form_fields
from web.letters.letter_standing import letter_standing, newest_version
from web.paging import page_of
from web.register.words import in_one_language
from web.safety.access import Role, allow, name_given
from web.services import current_services

_LONGEST_REASON = 500  # characters


def make_letter_corrections(attention: AttentionList) -> Blueprint:
    """The form of a letter, taking corrections back, and the list to work through."""
    blueprint = Blueprint("letter_corrections", __name__)
    for word in (cited_as, field_label, field_value, format_label, need_label, newest_version):
        blueprint.add_app_template_global(word)

    @blueprint.get("/brieven/aandacht")
    def all_attention() -> ResponseReturnValue:
        generation = current_services().library.current()
        return _list(attention.of(generation, _corrected().corrections.in_force()))

    @blueprint.get("/brief/<letter_id:letter_id>/corrigeren")
    @allow(Role.EDITOR)
    def form(letter_id: str) -> ResponseReturnValue:
        return _form(_corrected().load(letter_id))

    @blueprint.post("/brief/<letter_id:letter_id>/corrigeren")
    @allow(Role.EDITOR)
    def correct(letter_id: str) -> ResponseReturnValue:
        return _correct(_corrected().load(letter_id))

    @blueprint.post("/brief/<letter_id:letter_id>/correctie/<int:number>/terugnemen")
    @allow(Role.EDITOR)
    def withdraw(letter_id: str, number: int) -> ResponseReturnValue:
        by = name_given() or gettext("not named")
        if not any(each.id == number for each in _corrected().corrections.of(letter_id)):
            abort(404)
        _corrected().corrections.withdraw(number, by=by)
        record("correction", letter=letter_id, number=number, kind="withdrawn")
        _build(by)
        return redirect(url_for("letters.letter", letter_id=letter_id), 303)

    return blueprint


def _list(listed: Sequence[Attention]) -> str:
    """A page of the list; `mist` narrows it to what lacks one thing."""
    wanted = request.args.get("mist", "")
    if wanted and wanted not in set(Need):
        abort(404)
    shown = [each for each in listed if not wanted or wanted in each.needs]
    return render_template(
        "letters/attention.html",
        listed=page_of(shown, request.args.get("pagina", 1, type=int)),
        everything=len(listed),
        counts={need: sum(need in each.needs for each in listed) for need in Need},
        wanted=wanted,
        anchor=_anchor,
    )


def _correct(letter: Letter) -> ResponseReturnValue:
    """Keep what the form changes, all of it or nothing, and show the letter."""
    by, reason = name_given(), request.form.get("reden", "")[:_LONGEST_REASON]
    changed, problems = changes(letter.metadata, request.form, request.form.getlist(ABSENT))
    if problems:
        return _form(letter, problems=problems), 400
    if not changed:
        return _form(letter, problem=gettext("Nothing was changed: the form holds what is already known.")), 400
    try:
        for field, value in changed.items():
            _corrected().corrections.correct(letter.id, field, value, by=by, reason=reason)
    except BadCorrection as problem:
        return _form(letter, problem=in_one_language(str(problem), language())), 400
    record("correction", letter=letter.id, fields=", ".join(changed))
    _build(by)
    return redirect(url_for("letters.letter", letter_id=letter.id, _anchor="gecorrigeerd"), 303)


def _corrected() -> CorrectedLetters:
    corrected = current_services().corrected
    if corrected is None:
        abort(404)
    return corrected


def _form(letter: Letter, *, problems: dict[MetadataField, str] | None = None, problem: str = "") -> str:
    """The form, with what was filled in where something is wrong with it."""
    standing = letter_standing(letter, current_services())
    told = {field: in_one_language(each, language()) for field, each in (problems or {}).items()}
    fields = form_fields(letter.metadata, standing.needs, request.form, request.form.getlist(ABSENT), told)
    return render_template(
        "letters/correct.html",
        letter=letter,
        standing=standing,
        fields=fields,
        absent=ABSENT,
        history=_corrected().corrections.history(letter.id),
        reason=request.form.get("reden", ""),
        problem=problem or (gettext("Not everything in the form can be taken; see below.") if told else ""),
    )


def _anchor(need: Need, kind: Kind) -> str:
    """Where in the form what is missing is filled in; "" for what cannot be."""
    field = field_for(need, kind)
    return field_name(field) if field else ""


def _build(by: str) -> None:
    """Have the correction built in; without jobs it waits for the next build."""
    jobs = current_services().jobs
    if jobs is not None:
        jobs.build(by)
