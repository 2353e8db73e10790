"""Errors of accounts; `str()` says what is wrong and what to do, in English."""


class AccountProblem(Exception):
    """Base of the errors that are raised on purpose."""


class UnknownAccount(AccountProblem):
    """Nobody has this name."""


class BadAccount(AccountProblem):
    """A name or a password that cannot be taken."""


class LastAdministrator(AccountProblem):
    """Without this account nobody could change accounts any more."""
