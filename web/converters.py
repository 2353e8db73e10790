"""Parts of an address that are more than a word: a letter's id, a reading, the spans of a citation."""

import re
from collections.abc import Sequence

from werkzeug.routing import BaseConverter, ValidationError

from corpus.types import Span

_SPANS = re.compile(r"[0-9]{1,9}-[0-9]{1,9}(?:,[0-9]{1,9}-[0-9]{1,9}){0,19}")
_MOST_CHARACTERS = 8000  # a passage has at most 2,000; beyond this an address is no citation


def read_spans(value: str) -> tuple[Span, ...]:
    """The spans as they are written in an address; raises ValueError for one that is empty or out of order."""
    if not _SPANS.fullmatch(value):
        raise ValueError(f"{value!r} names no spans")
    spans: list[Span] = []
    for part in value.split(","):
        start, end = (int(number) for number in part.split("-"))
        if end <= start or (spans and start < spans[-1].end):
            raise ValueError(f"the spans {value!r} are empty or out of order")
        spans.append(Span(start, end))
    if sum(span.end - span.start for span in spans) > _MOST_CHARACTERS:
        raise ValueError(f"the spans {value!r} are longer than a citation")
    return tuple(spans)


def write_spans(spans: Sequence[Span]) -> str:
    """The spans as `read_spans` reads them."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)


class LetterIdConverter(BaseConverter):
    """The sha256 of a letter's bytes, in hexadecimal."""

    regex = "[0-9a-f]{64}"


class ReadingConverter(BaseConverter):
    """The version of a reading."""

    regex = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}"


class SpansConverter(BaseConverter):
    """Spans in order that do not overlap: `1200-1250` or `1200-1250,1300-1342`."""

    regex = _SPANS.pattern

    def to_python(self, value: str) -> tuple[Span, ...]:
        """Read the spans; what are none makes the address unknown."""
        try:
            return read_spans(value)
        except ValueError:
            raise ValidationError from None

    def to_url(self, value: tuple[Span, ...]) -> str:
        """Write the spans."""
        return write_spans(value)
