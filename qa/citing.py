"""Proving a quote before it is cited.

A quote is cited with the page it stands on, after its words were compared with the stored text of that page; a quote
that does not agree raises, so that a wrong citation cannot be shown.
"""

from bisect import bisect_right
from collections.abc import Sequence

from corpus.references import cite
from corpus.types import Letter, Page, Span
from qa.errors import WrongCitation
from qa.types import Quote


def page_at(pages: Sequence[Page], offset: int) -> Page:
    """The page that an offset of the body stands on; raises WrongCitation for an offset on none."""
    position = bisect_right(pages, offset, key=lambda page: page.start) - 1
    # Pages without text are empty spans that begin where the next page begins; bisect passes them by.
    if position < 0 or not pages[position].start <= offset < pages[position].end:
        raise WrongCitation(f"No page holds offset {offset}; read the letter again with `vraagbaak ingest`.")
    return pages[position]


def prove(letter: Letter, quote: Quote, *, in_notes: bool) -> None:
    """Raise WrongCitation unless the quote's words stand at its span, and its span begins on its page."""
    text = letter.notes_text if in_notes else letter.text
    if not 0 <= quote.span.start < quote.span.end <= len(text):
        raise WrongCitation(f"The quote's span {quote.span} lies outside the text of letter {letter.id}.")
    if text[quote.span.start : quote.span.end] != quote.text:
        raise WrongCitation(f"The quote at {quote.span} is not what letter {letter.id} says there.")
    if quote_page(letter, quote.span, in_notes=in_notes) != quote.page:
        raise WrongCitation(f"The quote at {quote.span} of letter {letter.id} does not stand on page {quote.page}.")


def quote_page(letter: Letter, span: Span, *, in_notes: bool) -> int | None:
    """The file page on which a span begins; None for a format without pages, or a note whose page is not known."""
    if not in_notes:
        return page_at(letter.pages, span.start).number
    for note in letter.notes:
        if note.start <= span.start < note.end:
            return note.page
    return None


def citation(letter: Letter, page: int | None) -> str:
    """The official citation of a letter, with the printed number of this file page where it has one."""
    label = next((candidate.label for candidate in letter.pages if page is not None and candidate.number == page), "")
    return cite(letter.metadata, label)
