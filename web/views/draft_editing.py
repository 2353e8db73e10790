"""The editor of a draft: showing it, saving it, its sources, and the passages that may answer its questions."""

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from index.errors import IndexProblem
from qa.errors import AnswerProblem
from web.answers.presenting import present
from web.audit import record
from web.desk import COOKIE, LARGEST_FORM, Submitted, draft_or_404, drafts, free_key, owns, read_form, wants_json
from web.drafts.errors import ChangedMeanwhile
from web.drafts.marks import as_quotation, sign_of
from web.drafts.types import Draft, Section, Text
from web.labels import moment
from web.safety.access import Role, allow, name_given
from web.safety.limits import LONGEST_QUESTION
from web.services import current_services

_PASSAGES = 5
# A question that is shorter is asked together with the title of the draft: "Wat is uw reactie hierop?"
_SAYS_ENOUGH = 90  # characters
_A_YEAR = 365 * 24 * 3600  # seconds


def add_editing(blueprint: Blueprint) -> None:
    """The views of the editor."""
    blueprint.add_url_rule("/concept/<draft_id>", view_func=edit)
    blueprint.add_url_rule("/concept/<draft_id>", view_func=save, methods=["POST"])
    blueprint.add_url_rule("/concept/<draft_id>/bronnen", view_func=sources)
    blueprint.add_url_rule("/concept/<draft_id>/passages/<key>", view_func=passages)


@allow(Role.EDITOR)
def edit(draft_id: str) -> ResponseReturnValue:
    """The editor; the draft becomes the one that passages are put in."""
    draft = draft_or_404(draft_id)
    response = make_response(_page(draft))
    response.set_cookie(COOKIE, draft.id, max_age=_A_YEAR, httponly=True, samesite="Lax")
    return response


def _page(draft: Draft) -> str:
    return render_template(
        "drafts/edit.html",
        draft=draft,
        owned=owns(draft),
        questions={section.key: _question(draft.text, section) for section in draft.text.sections},
    )


@allow(Role.EDITOR)
def save(draft_id: str) -> ResponseReturnValue:
    """Save what was typed, and do what the button says. Nothing is saved over what the person has not seen."""
    request.max_content_length = request.max_form_memory_size = LARGEST_FORM
    request.max_form_parts = 10_000
    draft = draft_or_404(draft_id)
    submitted = read_form(request.form)
    action, _, argument = request.form.get("actie", "bewaar").partition(":")
    if action == "andere":
        drafts().keep_apart(draft.id, submitted.text, name_given())
        return redirect(url_for("drafts.edit", draft_id=draft.id), 303)
    text, anchor = _acted(draft, submitted.text, action, argument)
    try:
        saved = _saved(draft, text, submitted, action)
    except ChangedMeanwhile as changed:
        return _changed(changed.draft, submitted)
    if action != "vanzelf":
        record("draft", step="saved", draft=draft.id)
    if wants_json():
        return {"revision": saved.revision, "saved": moment(saved.changed)}
    if action == "bron-weg":
        drafts().drop_source(draft.id, _number(argument))
    if action == "controle":
        return redirect(url_for("drafts.report", draft_id=draft.id), 303)
    return redirect(url_for("drafts.edit", draft_id=draft.id, _anchor=anchor), 303)


def _saved(draft: Draft, text: Text, submitted: Submitted, action: str) -> Draft:
    by = name_given()
    if action == "mijne":
        return drafts().replace(draft.id, text, by)
    return drafts().save(draft.id, text, submitted.base, by, asked=action != "vanzelf")


def _changed(draft: Draft, submitted: Submitted) -> ResponseReturnValue:
    """Say that the draft was changed elsewhere, to the script or to the person; both texts are kept."""
    if wants_json():
        told = {"revision": draft.revision, "saved": moment(draft.changed), "by": draft.changed_by}
        return told, 409
    return render_template("drafts/conflict.html", draft=draft, mine=submitted.text), 409


def _acted(draft: Draft, text: Text, action: str, argument: str) -> tuple[Text, str | None]:
    """The text after what a button does to it, and the part of the page to go to."""
    sections = list(text.sections)
    keys = [section.key for section in sections]
    if action == "sectie-erbij":
        sections.append(Section(free_key(text)))
        return Text(text.title, tuple(sections)), f"sectie-{sections[-1].key}"
    if action == "sectie-weg" and argument in keys:
        del sections[keys.index(argument)]
        return Text(text.title, tuple(sections)), None
    if action == "omhoog" and argument in keys[1:]:
        place = keys.index(argument)
        sections[place - 1], sections[place] = sections[place], sections[place - 1]
        return Text(text.title, tuple(sections)), f"sectie-{argument}"
    if action in {"citaat", "noot"}:
        target = request.form.get("doel", "")
        place = keys.index(target) if target in keys else len(keys) - 1
        return _inserted(draft, text, place, action, _number(argument))
    return text, None


def _inserted(draft: Draft, text: Text, place: int, action: str, number: int) -> tuple[Text, str | None]:
    """The text with a quotation of a source, or its note, at the end of a section."""
    source = next((source for source in draft.sources if source.number == number), None)
    if source is None or not text.sections:
        abort(400)
    words = as_quotation(source.quote, number) if action == "citaat" else sign_of(number)
    section = text.sections[place]
    between = "" if action == "noot" or not section.answer or section.answer.endswith((" ", "\n")) else " "
    answer = f"{section.answer}{between}{words}"
    changed = Section(section.key, section.question, answer, section.number)
    return Text(text.title, (*text.sections[:place], changed, *text.sections[place + 1 :])), f"sectie-{section.key}"


@allow(Role.EDITOR)
def sources(draft_id: str) -> ResponseReturnValue:
    """The list of sources alone, for the script of the editor."""
    return render_template("drafts/sources.html", draft=draft_or_404(draft_id))


@allow(Role.EDITOR)
def passages(draft_id: str, key: str) -> ResponseReturnValue:
    """The passages that may answer the question of a section, for the script of the editor."""
    draft = draft_or_404(draft_id)
    section = next((section for section in draft.text.sections if section.key == key), None)
    if section is None or not section.question.strip():
        abort(404)
    try:
        found = current_services().answerer.ask(_question(draft.text, section), _PASSAGES)
    except (AnswerProblem, IndexProblem) as trouble:
        return render_template("drafts/passages.html", problem=str(trouble))
    quoted = [" ".join(quote.text for quote in passage.quotes) or passage.text for passage in found.passages]
    answer = present(found)
    return render_template(
        "drafts/passages.html",
        draft=draft,
        section=section,
        answer=answer,
        passages=list(zip(answer.passages, quoted, strict=True)),
    )


def _question(text: Text, section: Section) -> str:
    """What to ask for a section; a short question together with what the draft is about."""
    asked = " ".join(section.question.split())
    if asked and len(asked) < _SAYS_ENOUGH and section.number:
        asked = f"{asked} {text.title}"
    return asked[:LONGEST_QUESTION]


def _number(argument: str) -> int:
    return int(argument) if argument.isascii() and argument.isdigit() and len(argument) <= 6 else 0
