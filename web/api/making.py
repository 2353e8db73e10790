"""The whole API."""

from flask import Blueprint

from web.api.asking import ASKING
from web.api.blueprint import make_blueprint
from web.api.commitments import COMMITMENTS
from web.api.drafts import DRAFTS
from web.api.generations import GENERATIONS
from web.api.jobs import JOBS
from web.api.letters import letter_operations
from web.api.schemas import COMPONENTS
from web.letters.listing import LetterList
from web.marked.pictures import PictureCache


def make_api(letters: LetterList, pictures: PictureCache) -> Blueprint:
    """/api/v1; `letters` and `pictures` are shared with the pages."""
    operations = (*ASKING, *letter_operations(letters, pictures), *COMMITMENTS, *JOBS, *GENERATIONS, *DRAFTS)
    return make_blueprint(operations, COMPONENTS)
