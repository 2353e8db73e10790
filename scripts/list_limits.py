"""Print every limit that the server holds people, programs and files to, as a table in Markdown.

python -m scripts.list_limits
"""

import corpus.intake.pool
import corpus.readers.source
from corpus.readers.pdf import document
from web import desk
from web.accounts import passwords, store
from web.jobs.types import UPLOAD_LIMITS
from web.safety import limits

_MEGABYTE = 1024 * 1024


def rows() -> list[tuple[str, str]]:
    """What is limited, and to what."""
    reading, files = corpus.intake.pool.DEFAULT_LIMITS, corpus.readers.source.DEFAULT_LIMITS
    return [
        ("a question", f"{limits.LONGEST_QUESTION:,} characters"),
        ("passages in an answer", f"{limits.LARGEST_TOP}"),
        ("a filter", f"{limits.LONGEST_FILTER} characters"),
        ("a request", f"{limits.LARGEST_REQUEST // 1024} KB"),
        ("a request that holds a draft", f"{desk.LARGEST_FORM // _MEGABYTE} MB"),
        ("a draft", f"{desk.LONGEST_TEXT:,} characters, {desk.MOST_SECTIONS} sections"),
        ("requests of one person, program or address in a minute", f"{limits.REQUESTS_PER_MINUTE}"),
        ("rows on a page of the API", f"{limits.LARGEST_PAGE}"),
        ("files handed in at one time", f"{UPLOAD_LIMITS.files:,}, {UPLOAD_LIMITS.total // _MEGABYTE:,} MB"),
        ("a file", f"{files.file_size // _MEGABYTE} MB"),
        (
            "an archive, unpacked",
            f"{files.archive_size // _MEGABYTE:,} MB, {files.members:,} files, {files.depth} deep",
        ),
        ("what a megabyte of an archive unpacks to", f"{files.ratio} MB"),
        ("pages of a file", f"{document.MOST_PAGES:,}"),
        ("reading one file", f"{reading.wall_seconds:.0f} s, {reading.memory // _MEGABYTE:,} MB of memory"),
        ("a password", f"{passwords.SHORTEST_PASSWORD} to {passwords.LONGEST_PASSWORD:,} characters"),
        ("a name", f"{store.LONGEST_NAME} characters"),
    ]


def main() -> None:
    """Write the table to standard output."""
    print("| limit | |\n|---|---|")
    for what, most in rows():
        print(f"| {what} | {most} |")


if __name__ == "__main__":
    main()
