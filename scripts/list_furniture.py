"""Lists every line that comes back on several pages of a file, and what became of it.

    python scripts/list_furniture.py PATH...

A line counts as the same with other digits in it. Of each the list says on how many pages it stands, and whether it
was removed, for what reason, or kept in the text, as what. Of a format without pages the removed lines are listed.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.layout.lines import page_lines
from corpus.layout.page import Line
from corpus.readers import read
from corpus.readers.kind import sniff
from corpus.readers.pdf import page_contents
from corpus.readers.source import RefusedSource, walk
from corpus.reading import Paragraph, Reading
from corpus.types import Format

_DIGITS = re.compile(r"\d+")
_FOLDED = re.compile(r"[\s\u00ad-]+")


def main() -> int:
    """List the files that the command line names; 1 when one of them could not be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    arguments = parser.parse_args()
    failed = False
    for source in walk(arguments.paths):
        if isinstance(source, RefusedSource):
            print(f"{source.name}: {source.message}", file=sys.stderr)
            failed = True
            continue
        print(f"\n{source.name}")
        try:
            for line in report(source.load()):
                print(f"  {line}")
        except UnreadableFile as error:
            print(f"{source.name}: {error}", file=sys.stderr)
            failed = True
    return int(failed)


def report(data: bytes) -> Iterator[str]:
    """One line of the list for each line that repeats in a file, the most frequent first."""
    reading = read(data)
    if sniff(data) is not Format.PDF:
        for text, count in Counter(f"removed: {each.reason} | {each.text}" for each in reading.furniture).most_common():
            yield f"{count} × {text}"
        return
    same: dict[str, list[Line]] = defaultdict(list)
    for content in page_contents(data):
        for line in page_lines(content):
            same[_DIGITS.sub("#", line.text)].append(line)
    for lines in sorted(same.values(), key=len, reverse=True):
        pages = {line.page for line in lines}
        if len(pages) > 1:
            yield f"{len(pages)} pages | {lines[0].text} | {fate(lines, reading)}"


def fate(lines: Sequence[Line], reading: Reading) -> str:
    """What became of equal lines: "removed: running foot", "kept in text: speaker, p. 2, 5"."""
    removed = {(each.page, each.text): each.reason for each in reading.furniture}
    reasons = Counter(removed[line.page, line.text] for line in lines if (line.page, line.text) in removed)
    fates = [f"removed: {reason}" for reason, _ in reasons.most_common()]
    kept: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if (line.page, line.text) not in removed:
            kept[_place(line, reading)].append(line.page)
    fates.extend(f"kept in text: {kind}, p. {_some(pages)}" for kind, pages in kept.items())
    return "; ".join(fates)


def _place(line: Line, reading: Reading) -> str:
    words = _fold(line.text)
    for paragraph in reading.paragraphs:
        if line.page in _pages(paragraph) and words in _fold(paragraph.text):
            return str(paragraph.kind)
    if any(note.page == line.page and words in _fold(f"{note.mark} {note.text}") for note in reading.notes):
        return "note"
    return "joined with other lines"


def _pages(paragraph: Paragraph) -> set[int | None]:
    return {paragraph.page, *(each.page for each in paragraph.breaks)}


def _fold(text: str) -> str:
    return _FOLDED.sub("", text)


def _some(pages: Sequence[int]) -> str:
    shown = sorted(set(pages))
    return ", ".join(map(str, shown[:8])) + (f" and {len(shown) - 8} more" if len(shown) > 8 else "")


if __name__ == "__main__":
    sys.exit(main())
