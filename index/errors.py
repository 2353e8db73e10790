"""Errors of the search index.

IndexProblem
├── NoGeneration          nothing was built yet
├── DamagedGeneration     a generation whose files do not match its manifest or checksums
├── Busy                  another process is writing; says who and since when
├── UnsupportedEncoder    an encoder that cannot be loaded, or another one than a generation was built with
├── UnsupportedLayout     a data folder or generation made by an older or newer version of this program
├── DiskFull              no space to write; names the file and how much a generation needs
└── UnusableBackup        a backup that cannot be restored, or a place that it cannot be restored to
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


class UnsupportedLayout(IndexProblem):
    """A data folder or generation made by an older or newer version of this program; says the command to run."""


class DiskFull(IndexProblem):
    """There is no space to write; names the file and how much is needed."""


class UnusableBackup(IndexProblem):
    """A backup that is damaged, hostile or of another version, or a place that it cannot be restored to."""
