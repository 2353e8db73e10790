"""The lexical leg: BM25 over terms that were analysed before, kept by tantivy.

A document is a chunk's position and its terms per field. Tantivy never sees text: the terms are handed over joined by
spaces and taken apart at the spaces again. Documents are only ever added; an index from which some must leave is made
anew, so that none lingers in the statistics. These count over all segments, so scores do not depend on how the
documents came to lie in segments.
"""

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur, Query

from index.types import Field, Hit, Term

_POSITION = "position"
_WRITER_BYTES = 64_000_000
# Below this many, asking tantivy for the positions costs less than passing over the hits that are not among them.
_FEW_POSITIONS = 2000
# How many hits more than asked are looked at, since those that tie with the last one come in no particular order.
_SPARE_HITS = 16
_READER_LOCK = ".tantivy-meta.lock"
_WRITER_LOCK = ".tantivy-writer.lock"

Terms = Mapping[Field, Sequence[str]]


def add_documents(folder: Path, documents: Iterable[tuple[int, Terms]]) -> None:
    """Add (position, terms per field) to the index in a folder, which is begun where the folder is empty.

    A term holds no white space and a position is used once; both are the caller's to keep.
    """
    folder.mkdir(parents=True, exist_ok=True)
    engine = tantivy.Index(_schema(), path=str(folder))
    # One thread: with more, tantivy deals the documents out to segments of its own choosing.
    writer = engine.writer(heap_size=_WRITER_BYTES, num_threads=1)
    for position, terms in documents:
        document = tantivy.Document()
        document.add_unsigned(_POSITION, position)
        for field, words in terms.items():
            document.add_text(field.value, " ".join(words))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    (folder / _WRITER_LOCK).unlink(missing_ok=True)
    # Readers make this file where it is not there; a generation on disk must not change by being read.
    (folder / _READER_LOCK).touch()
    # Tantivy lets nobody but the builder read some of its files; who serves may be somebody else.
    mode = (folder / _READER_LOCK).stat().st_mode
    for file in folder.iterdir():
        file.chmod(mode)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for field in Field:
        builder.add_text_field(field.value, stored=False, tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field(_POSITION, stored=False, indexed=True, fast=True)
    return builder.build()


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Raise `ValueError` where tantivy gives up on what it reads; its own exception is meant to end the program."""
    try:
        yield
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":
            raise
        raise ValueError(f"the index cannot be read: {panic}") from panic


class LexicalIndex:
    """A lexical index, open for reading by many threads; it stays whole when its folder is removed.

    Raises `ValueError` or `OSError` when what it reads is no index.
    """

    def __init__(self, folder: Path) -> None:
        """Open the index in a folder."""
        with _told():
            engine = tantivy.Index.open(str(folder))
            engine.config_reader("manual")
            self._schema = engine.schema
            self._searcher = engine.searcher()

    @property
    def count(self) -> int:
        """The number of documents."""
        return self._searcher.num_docs

    def search(
        self, field: Field, terms: Sequence[Term], limit: int, allowed: NDArray[np.int64] | None = None
    ) -> list[Hit]:
        """The best `limit` documents by the weighted sum of the terms' BM25, best first; equal scores by position.

        Terms of weight 0 count for nothing. `allowed` narrows the hits to these positions, the scores stay the same.
        """
        wanted = [term for term in terms if term.weight > 0]
        if not wanted or limit < 1 or self.count == 0 or (allowed is not None and len(allowed) == 0):
            return []
        with _told():
            return self._search(self._query(field, wanted), limit, allowed)

    def document_frequencies(self, field: Field, terms: Sequence[str]) -> list[int]:
        """In how many documents each term stands in this field, in the order asked."""
        with _told():
            return [self._searcher.doc_freq(field.value, term) for term in terms]

    def _search(self, query: Query, limit: int, allowed: NDArray[np.int64] | None) -> list[Hit]:
        if allowed is None:
            return self._closed(query, limit, None, limit + _SPARE_HITS)
        if len(allowed) <= _FEW_POSITIONS:
            few = Query.term_set_query(self._schema, _POSITION, allowed.tolist())
            narrowed = Query.boolean_query([(Occur.Must, query), (Occur.Must, Query.const_score_query(few, 0.0))])
            return self._closed(narrowed, limit, None, limit + _SPARE_HITS)
        depth = limit * self.count // len(allowed) * 2 + _SPARE_HITS
        return self._closed(query, limit, _mask(allowed, self.count), depth)

    def _query(self, field: Field, terms: Sequence[Term]) -> Query:
        alternatives = []
        for term in terms:
            query = Query.term_query(self._schema, field.value, term.text, index_option="freq")
            alternatives.append((Occur.Should, Query.boost_query(query, term.weight)))
        return Query.boolean_query(alternatives)

    def _closed(self, query: Query, limit: int, mask: NDArray[np.bool_] | None, depth: int) -> list[Hit]:
        """Look deeper until nothing that was not looked at can tie with the last hit that is kept."""
        while True:
            depth = min(depth, self.count)
            found = self._searcher.search(query, limit=depth, count=False).hits
            positions = self._positions([address for _, address in found])
            hits = [Hit(position, score) for (score, _), position in zip(found, positions, strict=True)]
            if mask is not None:
                hits = [hit for hit in hits if mask[hit.position]]
            exhausted = len(found) < depth or depth == self.count
            if exhausted or (len(hits) >= limit and found[-1][0] < hits[limit - 1].score):
                hits.sort(key=lambda hit: (-hit.score, hit.position))
                return hits[:limit]
            depth *= 4

    def _positions(self, addresses: list[tantivy.DocAddress]) -> list[int]:
        positions = self._searcher.fast_field_values(_POSITION, addresses)
        if None in positions:
            raise ValueError("a document has no position")
        return cast("list[int]", positions)


def _mask(positions: NDArray[np.int64], count: int) -> NDArray[np.bool_]:
    mask = np.zeros(count, dtype=np.bool_)
    mask[positions] = True
    return mask
