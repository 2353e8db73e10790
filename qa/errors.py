"""Errors of answering.

AnswerProblem
├── WrongCitation         a citation that does not agree with the stored text of its page
├── BadQuestion           a question that cannot be taken: empty, too long
└── BadGold               labelled questions that cannot be read
"""


class AnswerProblem(Exception):
    """Base of every error that the package raises on purpose."""


class WrongCitation(AnswerProblem):
    """A citation whose quote does not stand on the page that it names; it must never be shown."""


class BadQuestion(AnswerProblem):
    """A question that cannot be taken; `str()` says why, in Dutch and English."""


class BadGold(AnswerProblem):
    """A file of labelled questions that cannot be read; names the line and what it needs."""
