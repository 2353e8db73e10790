"""The box, and the answer to a question."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from qa.errors import BadQuestion
from web.asking import LARGEST_TOP, Asked, read_asked
from web.labels import kind_labels
from web.listing import LetterList
from web.presenting import present
from web.services import current_services

_NEWEST = 6


def make_questions(letters: LetterList) -> Blueprint:
    """The page with the box: without a question the newest letters, with one its answer."""
    blueprint = Blueprint("questions", __name__)

    @blueprint.get("/")
    def home() -> ResponseReturnValue:
        asked = read_asked(request.args)
        if asked.problems:
            return _form(asked, problems=asked.problems), 400
        if asked.text:
            return _answer(asked)
        newest = letters.newest(current_services().library.current(), _NEWEST)
        return render_template("questions/home.html", asked=asked, kinds=kind_labels(), newest=newest)

    return blueprint


def _answer(asked: Asked) -> ResponseReturnValue:
    try:
        answer = current_services().answerer.ask(asked.text, asked.top, asked.filters)
    except BadQuestion as error:
        return _form(asked, problems=(gettext("This question cannot be taken."), str(error))), 400
    return render_template(
        "questions/answer.html",
        asked=asked,
        kinds=kind_labels(),
        answer=present(answer),
        undated=answer.undated,
        more=min(2 * asked.top, LARGEST_TOP) if len(answer.passages) == asked.top < LARGEST_TOP else 0,
    )


def _form(asked: Asked, problems: tuple[str, ...]) -> str:
    return render_template("questions/problem.html", asked=asked, kinds=kind_labels(), problems=problems)
