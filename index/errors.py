"""Errors of the search index.

IndexProblem
├── NoGeneration          nothing was built yet
├── DamagedGeneration     a generation whose files do not match its manifest or checksums
├── Busy                  another process is writing; says who and since when
└── UnsupportedEncoder    an encoder that cannot be loaded, or another one than a generation was built with
"""


class IndexProblem(Exception):
    """Base of every error that the package raises on purpose; `str()` says what is wrong and the next step."""


class NoGeneration(IndexProblem):
    """There is no generation to search: nothing was built, or the one asked for does not exist."""


class DamagedGeneration(IndexProblem):
    """A generation whose files are missing or do not match their checksums; names the file."""


class Busy(IndexProblem):
    """Another process holds the writer's lock; says which and since when."""


class UnsupportedEncoder(IndexProblem):
    """An encoder that cannot be loaded, or that differs from the one a generation was built with."""
