"""Addresses of citations."""

import pytest
from werkzeug.routing import Map, ValidationError

from corpus.types import Span
from web.converters import SpansConverter

CONVERTER = SpansConverter(Map())


def test_spans_are_written_and_read() -> None:
    """One or more spans, in order."""
    spans = (Span(0, 12), Span(40, 55))
    assert CONVERTER.to_url(spans) == "0-12,40-55"
    assert CONVERTER.to_python("0-12,40-55") == spans


@pytest.mark.parametrize("address", ["5-5", "9-4", "0-10,9-12", "0-8001"])
def test_an_address_that_is_no_citation_is_unknown(address: str) -> None:
    """Empty, backward, overlapping, or longer than any passage."""
    with pytest.raises(ValidationError):
        CONVERTER.to_python(address)
