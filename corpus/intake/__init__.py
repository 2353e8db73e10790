"""Take letters in: find files, leave out what is held, read the rest safely, keep it."""

from corpus.intake.pool import DEFAULT_LIMITS, Limits, WorkersFail
from corpus.intake.run import IntakeResult, LetterSummary, Status, ingest, summarise, take_in

__all__ = [
    "DEFAULT_LIMITS",
    "IntakeResult",
    "LetterSummary",
    "Limits",
    "Status",
    "WorkersFail",
    "ingest",
    "summarise",
    "take_in",
]
