"""The words for a status: the answer, the register and what is exported call it the same."""

import pytest

from corpus.types import CommitmentStatus
from qa.consulting.words import register_words
from qa.types import Language
from tests.web_examples import make_app
from web.labels import status_label


@pytest.mark.parametrize("language", list(Language))
def test_an_answer_and_the_register_use_the_same_words(language: Language) -> None:
    """Who goes from the answer to the register meets no other word for the same status."""
    with make_app().test_request_context(f"/?taal={language.value}"):
        shown = {status: status_label(status) for status in CommitmentStatus}
    assert shown == dict(register_words(language).statuses)
