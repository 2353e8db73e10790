"""Making a source of a passage: its words taken from the letter, its citation proved."""

from collections.abc import Sequence

from corpus.types import Letter, Span
from qa.citing import citation, prove, quote_page
from qa.types import Quote
from web.drafts.types import Source


def make_source(letter: Letter, reading: str, spans: Sequence[Span], *, in_notes: bool) -> Source:
    """The source that these spans of a letter make, without a number yet; raises WrongCitation for spans outside it."""
    text = letter.notes_text if in_notes else letter.text
    words = []
    for span in spans:
        page = quote_page(letter, span, in_notes=in_notes)
        prove(letter, Quote(span, text[span.start : span.end], page), in_notes=in_notes)
        words.append(" ".join(text[span.start : span.end].split()))
    page = quote_page(letter, spans[0], in_notes=in_notes)
    return Source(
        number=0,
        letter=letter.id,
        reading=reading,
        spans=tuple(spans),
        in_notes=in_notes,
        quote=" […] ".join(words),
        page=page,
        citation=citation(letter, page),
        title=letter.metadata.title or letter.file,
    )
