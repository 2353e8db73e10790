"""A document as Markdown and as plain text."""

import re

from web.drafts.export.document import SOURCES, Document, Paragraph, Run, Style

# Whatever could mean something to a reader of Markdown, in any of its dialects.
_MEANING = re.compile(r"[\\`*_{}\[\]<>#|~^$@&]")
_LINE_START = re.compile(r"\A(?:(?P<sign>[-+=:!])|(?P<number>\d{1,9})(?P<stop>[.)]))(?=\s|\Z|[-+=:])")
_HEADS = {Style.TITLE: "# ", Style.HEADING: "## "}
_LONGEST_LINE = 78  # signs under a title


def markdown(document: Document) -> str:
    """The document in Markdown with footnotes as pandoc and GitHub read them; all that is typed shows as text."""
    parts = [_markdown_paragraph(each) for each in document.paragraphs]
    if document.sources:
        parts += [f"## {SOURCES}", "\n".join(f"- {_escaped(source)}" for source in document.sources)]
    notes = [f"[^{number}]: {_escaped(note)}" for number, note in enumerate(document.notes, start=1)]
    return "\n\n".join([*parts, *notes]) + "\n"


def plain(document: Document) -> str:
    """The document as text, its notes as [1], [2] … with their words at the end."""
    parts = [_plain_paragraph(each) for each in document.paragraphs]
    if document.notes:
        parts.append("\n".join(f"[{number}] {note}" for number, note in enumerate(document.notes, start=1)))
    if document.sources:
        parts.append("\n".join([SOURCES, *(f"- {source}" for source in document.sources)]))
    return "\n\n".join(parts) + "\n"


def _markdown_paragraph(paragraph: Paragraph) -> str:
    text = "".join(f"[^{run.note}]" if run.note else _escaped_lines(run, paragraph.runs) for run in paragraph.runs)
    if paragraph.style is Style.QUESTION:
        return "\n".join(f"> {line}" for line in text.split("\n"))
    head = _HEADS.get(paragraph.style, "")
    # A heading is one line.
    return head + (text.replace("\\\n", " ") if head else text)


def _escaped_lines(run: Run, runs: tuple[Run, ...]) -> str:
    lines = run.text.split("\n")
    begins = run is runs[0]
    written = [_escaped(line) if place or begins else _inside(line) for place, line in enumerate(lines)]
    return "\\\n".join(written)


def _escaped(text: str) -> str:
    """A line as Markdown shows it unchanged."""
    escaped = _inside(text)
    return _LINE_START.sub(
        lambda found: f"\\{found['sign']}" if found["sign"] else f"{found['number']}\\{found['stop']}", escaped
    )


def _inside(text: str) -> str:
    return _MEANING.sub(lambda found: f"\\{found[0]}", text)


def _plain_paragraph(paragraph: Paragraph) -> str:
    text = "".join(f"[{run.note}]" if run.note else run.text for run in paragraph.runs)
    if paragraph.style is Style.TITLE:
        return f"{text}\n{'=' * min(len(text), _LONGEST_LINE)}"
    return text
