"""The English teacher: all-MiniLM-L6-v2, run in bfloat16 on the processor."""

from collections.abc import Sequence
from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer

_LONGEST = 160  # tokens of a sentence; the rest is cut off
_BATCH = 128


class Teacher:
    """A sentence-transformers model that says where English texts belong."""

    def __init__(self, folder: Path) -> None:
        self._model = SentenceTransformer(str(folder), device="cpu").bfloat16()
        self._model.max_seq_length = _LONGEST

    def words(self) -> frozenset[str]:
        """The whole words that the teacher has a token for."""
        return frozenset(word for word in self._model.tokenizer.get_vocab() if word.isascii() and word.isalpha())

    def teach(self, texts: Sequence[str]) -> torch.Tensor:
        """The vectors of n English texts: (n, dimensions), half precision, unit rows."""
        return self._model.encode(list(texts), batch_size=_BATCH, convert_to_tensor=True).to(torch.float16)
