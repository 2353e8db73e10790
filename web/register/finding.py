"""Finding the entry that somebody means: by its id, the address of its page, or its official number."""

from urllib.parse import unquote, urlsplit

from corpus.references import recognise
from corpus.types import ReferenceKind
from qa.commitments.book import CommitmentBook
from qa.commitments.types import Entry

_PAGES = "/toezeggingen/"


def find_entry(book: CommitmentBook, typed: str) -> Entry | None:
    """The entry, or None; a motie may be named by its Kamerstuk, a promise by its number in the official register."""
    plain = " ".join(typed.split())
    if not plain:
        return None
    if _PAGES in plain:
        plain = unquote(urlsplit(plain).path.rpartition(_PAGES)[2]).strip("/")
    found = book.entry(plain) or book.entry(plain.upper())
    if found is not None:
        return found
    for mention in recognise(plain):
        reference = mention.reference
        if reference.kind is ReferenceKind.KAMERSTUK and reference.number:
            named = f"kst-{reference.dossier}-{reference.number}".replace(" ", "")
        else:
            named = reference.identifier
        found = book.entry(named)
        if found is not None:
            return found
    return None
