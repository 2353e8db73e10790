"""Makes a Reading of the pages of a laid-out document, whatever format they come from."""

from collections.abc import Sequence

from corpus.layout.classify import classify
from corpus.layout.columns import columns_of, gutter_of
from corpus.layout.findings import Findings
from corpus.layout.glued_marks import tie_loose_notes
from corpus.layout.hyphens import Vocabulary
from corpus.layout.letterhead import find_letterhead
from corpus.layout.lines import page_lines
from corpus.layout.notes import separate_notes
from corpus.layout.official_print import find_official_print
from corpus.layout.page import Line, PageContent
from corpus.layout.paragraphs import make_paragraphs
from corpus.layout.proceedings_print import find_proceedings_print
from corpus.layout.running import find_page_numbers, find_running_lines
from corpus.layout.style import body_size, style_of
from corpus.reading import Reading
from corpus.types import Format, Furniture


def read_pages(contents: Sequence[PageContent], form: Format) -> Reading:
    """What the pages say: paragraphs in reading order, notes, facts, and the lines that are no part of the text."""
    lines = [page_lines(content) for content in contents]
    size = body_size(lines)
    findings = find_furniture(contents, lines, size)
    text = [findings.text_of(page) for page in lines]
    gutter = gutter_of(text)
    text, notes = separate_notes(text, size, gutter)
    columns = [column for page in text for column in columns_of(page, gutter)]
    vocabulary = Vocabulary(line.text for page in text for line in page)
    paragraphs = make_paragraphs(columns, style_of(columns, size), notes, vocabulary, findings.headings)
    return Reading(
        format=form,
        paragraphs=classify(tie_loose_notes(paragraphs, notes.notes)),
        notes=notes.notes,
        page_labels=tuple(findings.labels.get(content.number) for content in contents),
        facts=tuple(findings.facts),
        furniture=tuple(
            Furniture(line.page, line.text, findings.removed[line])
            for page in lines
            for line in page
            if line in findings.removed
        ),
        textless_pages=tuple(content.number for content in contents if is_textless(content)),
    )


def find_furniture(contents: Sequence[PageContent], lines: Sequence[Sequence[Line]], size: float) -> Findings:
    """The lines that are no part of the text, and what they say of the document."""
    findings = Findings()
    known = find_official_print(contents, lines, findings) or find_proceedings_print(contents, lines, findings)
    find_page_numbers(contents, lines, findings)
    if not known:
        find_letterhead(contents, lines, size, findings)
    find_running_lines(contents, lines, findings)
    return findings


def is_textless(content: PageContent) -> bool:
    """Whether a page shows something but holds no text."""
    return content.has_images and not any(piece.text.strip() for piece in content.pieces)
