"""Vectors for the chunks of a build: taken over where the chunk says what it said before, else encoded."""

import hashlib

import numpy as np

from corpus.types import Chunk
from index.fields import text_to_encode
from index.types import Encoder, Vectors

_AT_ONCE = 2048
_DIGEST_DECIMALS = 4


class Embedding:
    """The vectors of chunks in the order in which they are added; used once."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._rows: list[Vectors] = []
        self._waiting: list[tuple[int, str]] = []
        self._encoded = 0

    @property
    def encoded(self) -> int:
        """How many chunks had to be encoded."""
        return self._encoded

    def add(self, chunk: Chunk, known: Vectors | None) -> None:
        """Add a chunk; `known` is its vector where that is known, (dimensions,)."""
        if known is None:
            self._waiting.append((len(self._rows), text_to_encode(chunk)))
            self._rows.append(np.empty(0, dtype=np.float32))
            if len(self._waiting) == _AT_ONCE:
                self._encode()
        else:
            self._rows.append(known)

    def finish(self) -> Vectors:
        """The vectors of all chunks that were added, (chunks, dimensions) float32."""
        self._encode()
        return np.array(self._rows, dtype=np.float32).reshape(len(self._rows), self._encoder.dimensions)

    def _encode(self) -> None:
        if not self._waiting:
            return
        vectors = self._encoder.encode([text for _, text in self._waiting])
        for (place, _), vector in zip(self._waiting, vectors, strict=True):
            self._rows[place] = vector
        self._encoded += len(self._waiting)
        self._waiting.clear()


def vectors_digest(vectors: Vectors) -> str:
    """The digest of rows rounded to 4 decimals; machines that differ in the last bits agree on it."""
    rounded = np.rint(vectors.astype(np.float64) * 10**_DIGEST_DECIMALS).astype("<i4")
    return hashlib.sha256(np.ascontiguousarray(rounded).tobytes()).hexdigest()
