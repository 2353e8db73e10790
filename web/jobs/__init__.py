"""Work that takes longer than a request: reading, building, removing, checking, in a process of its own."""

from web.jobs.jobs import Jobs
from web.jobs.types import (
    UPLOAD_LIMITS,
    FileResult,
    Incoming,
    Job,
    JobKind,
    JobState,
    NoRoom,
    RefusedUpload,
    TooLargeUpload,
    Upload,
    UploadLimits,
)

__all__ = [
    "UPLOAD_LIMITS",
    "FileResult",
    "Incoming",
    "Job",
    "JobKind",
    "JobState",
    "Jobs",
    "NoRoom",
    "RefusedUpload",
    "TooLargeUpload",
    "Upload",
    "UploadLimits",
]
