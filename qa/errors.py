"""Errors of answering.

AnswerProblem
├── WrongCitation         a citation that does not agree with the stored text of its page
├── BadQuestion           a question that cannot be taken: empty, too long
├── BadGold               labelled questions that cannot be read
├── UnknownEntry          an entry of the register, or a correction of one, that is not there
├── BadRegister           a file that is no official register of promises
├── BadCorrection         a correction without a name or reason, or that makes no sense
├── UnknownCorrection     a correction of a letter that is not there, or was taken back
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


class UnknownEntry(AnswerProblem):
    """An entry of the register, or a correction of one, that is not there; `str()` says which, in Dutch and English."""


class UnknownCorrection(AnswerProblem):
    """A correction of a letter that is not there or was taken back; `str()` says which, in Dutch and English."""


class BadCorrection(AnswerProblem):
    """A correction without a name or reason, or that makes no sense; `str()` says why, in Dutch and English."""


class BadRegister(AnswerProblem):
    """A file that holds no row of the official register; `str()` says what it should hold, in Dutch and English."""
