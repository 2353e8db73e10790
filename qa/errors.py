"""Errors of answering.

AnswerProblem
├── WrongCitation         a citation that does not agree with the stored text of its page
├── BadQuestion           a question that cannot be taken: empty, too long
├── BadGold               labelled questions that cannot be read
└── NewerDatabase         the database of what people make, written by a newer version
"""


class AnswerProblem(Exception):
    """Base of every error that the package raises on purpose."""


class WrongCitation(AnswerProblem):
    """A citation whose quote does not stand on the page that it names; it must never be shown."""


class BadQuestion(AnswerProblem):
    """A question that cannot be taken; `str()` says why, in Dutch and English."""


class BadGold(AnswerProblem):
    """A file of labelled questions that cannot be read; names the line and what it needs."""


class NewerDatabase(AnswerProblem):
    """The database of what people make was written by a newer version of this program; says what to do."""
