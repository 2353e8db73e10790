"""Parts of an address that are more than a word: a letter's id, a reading, the spans of a citation."""

from werkzeug.routing import BaseConverter, ValidationError

from corpus.types import Span

_MOST_CHARACTERS = 8000  # a passage has at most 2,000; beyond this an address is no citation


class LetterIdConverter(BaseConverter):
    """The sha256 of a letter's bytes, in hexadecimal."""

    regex = "[0-9a-f]{64}"


class ReadingConverter(BaseConverter):
    """The version of a reading."""

    regex = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}"


class SpansConverter(BaseConverter):
    """Spans in order that do not overlap: `1200-1250` or `1200-1250,1300-1342`."""

    regex = r"\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9}){0,19}"

    def to_python(self, value: str) -> tuple[Span, ...]:
        """Read the spans; one that is empty, or begins before the last one ends, makes the address unknown."""
        spans: list[Span] = []
        for part in value.split(","):
            start, end = (int(number) for number in part.split("-"))
            if end <= start or (spans and start < spans[-1].end):
                raise ValidationError
            spans.append(Span(start, end))
        if sum(span.end - span.start for span in spans) > _MOST_CHARACTERS:
            raise ValidationError
        return tuple(spans)

    def to_url(self, value: tuple[Span, ...]) -> str:
        """Write the spans."""
        return ",".join(f"{span.start}-{span.end}" for span in value)
