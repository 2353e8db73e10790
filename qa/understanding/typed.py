"""References as people type them, where a letter of the collection has that number.

In a letter "32847-1304" may be a telephone number; in a question about letters of which one has it, it is that letter.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.types import Reference, ReferenceKind, ReferenceMention
from qa.understanding.directory import Directory

_LOOSE = re.compile(
    r"(?<![\w/-])(?P<high>\d{2})[ .]?(?P<low>\d{3})(?:[ -](?P<addition>[IVXLC]+|[A-F]|\d{2}))?"
    r"(?: ?[-/,] ?| )(?:nr\.? ?|no\.? ?)?(?P<number>\d{1,4})(?![\w/-])",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"\baanhangsel(?: van de)?(?: handelingen)?,? (?:nummer |nr\.? ?|no\.? ?)?(?P<number>\d{1,5})(?![\w-])",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_AROUND = '()[]"“”.,:;?!'
_SHORTEST_OWN_NUMBER = 5


def typed_references(text: str, mentions: Sequence[ReferenceMention], directory: Directory) -> list[ReferenceMention]:
    """The references that a question holds beside those already found, in its order.

    Each is known to the directory, but for an Aanhangsel: whoever writes that word means one, held or not.
    """
    taken = [(mention.start, mention.end) for mention in mentions]
    found: list[ReferenceMention] = []
    for reference, start, end in (*_loose(text), *_appendices(text), *_own_numbers(text)):
        sure = reference.kind is ReferenceKind.AANHANGSEL or directory.letters_with(reference)
        if sure and all(end <= other or until <= start for other, until in taken):
            found.append(ReferenceMention(reference, start, end))
            taken.append((start, end))
    return sorted(found, key=lambda mention: mention.start)


def _loose(text: str) -> Iterator[tuple[Reference, int, int]]:
    for match in _LOOSE.finditer(text):
        dossier = match["high"] + match["low"] + (f"-{match['addition'].upper()}" if match["addition"] else "")
        yield Reference(ReferenceKind.KAMERSTUK, dossier=dossier, number=match["number"]), *match.span()


def _appendices(text: str) -> Iterator[tuple[Reference, int, int]]:
    """Those without a parliamentary year: the number is that of the only one, or of one in each year."""
    for match in _APPENDIX.finditer(text):
        yield Reference(ReferenceKind.AANHANGSEL, number=match["number"]), *match.span()


def _own_numbers(text: str) -> Iterator[tuple[Reference, int, int]]:
    """What may be the number that a ministry gave its letter: "IENW/BSK-2023/297705"."""
    for match in _WORD.finditer(text):
        number = match.group().strip(_AROUND)
        if len(number) >= _SHORTEST_OWN_NUMBER and any(map(str.isdigit, number)):
            start = match.start() + match.group().find(number)
            yield Reference(ReferenceKind.DOCUMENT, number=number.upper()), start, start + len(number)
