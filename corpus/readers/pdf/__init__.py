"""Reads PDF files: pypdf opens them, this package runs their pages, corpus.layout makes text of what stands where."""

from corpus.errors import Refusal, UnreadableFile
from corpus.layout.page import PageContent
from corpus.layout.reading import is_textless, read_pages
from corpus.readers.pdf.document import damage_reported, pages
from corpus.reading import Reading
from corpus.types import Format


def read_pdf(data: bytes) -> Reading:
    """The reading of a PDF file.

    Raises UnreadableFile: locked with a password, damaged, or without a text layer on any page (a scan).
    """
    contents = page_contents(data)
    if not any(piece.text.strip() for content in contents for piece in content.pieces):
        raise _no_text(contents)
    with damage_reported():
        return read_pages(contents, Format.PDF)


def page_contents(data: bytes) -> list[PageContent]:
    """What stands where on each page of a PDF file; raises UnreadableFile as `read_pdf` does, but for want of text."""
    with damage_reported():
        return list(pages(data))


def _no_text(contents: list[PageContent]) -> UnreadableFile:
    scanned = [content.number for content in contents if is_textless(content)]
    numbers = scanned or [content.number for content in contents]
    where = f"page {numbers[0]}" if len(numbers) == 1 else f"pages {_ranges(numbers)}"
    return UnreadableFile(
        Refusal.NO_TEXT,
        f"a scan without a text layer ({where}); have its text recognised (OCR) and ingest the result",
    )


def _ranges(numbers: list[int]) -> str:
    """Ascending numbers as "1-3, 5"."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{part[0]}-{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts)
