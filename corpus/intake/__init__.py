"""Take letters in: find files, leave out what is held, read the rest safely, keep it."""

from corpus.intake.pool import DEFAULT_LIMITS, Limits, Pool, WorkersFail
from corpus.intake.run import READ_LETTER, IntakeResult, LetterSummary, Status, ingest, summarise, take_in

__all__ = [
    "DEFAULT_LIMITS",
    "READ_LETTER",
    "IntakeResult",
    "LetterSummary",
    "Limits",
    "Pool",
    "Status",
    "WorkersFail",
    "ingest",
    "summarise",
    "take_in",
]
