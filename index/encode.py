"""The door to the encoders: the shipped static one without torch, any other through sentence-transformers.

The shipped model is a table of token vectors: a text's vector is the mean of its tokens' vectors, at unit length.
The folder is a valid sentence-transformers model (`StaticEmbedding`, then `Normalize`); reading it here with
`tokenizers` and numpy gives the same vectors, and starts and questions that need no second of imports.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from tokenizers import Tokenizer

from index.errors import UnsupportedEncoder
from index.types import Encoder, Vectors

SHIPPED = Path(__file__).parent / "model"
WEIGHTS = "model.safetensors"
TOKENIZER = "tokenizer.json"
_BATCH = 512


def load_encoder(name_or_folder: str | None = None) -> Encoder:
    """The encoder of this name or folder; the shipped one for None.

    Raises `UnsupportedEncoder` when it cannot be loaded.
    """
    if name_or_folder is None:
        return StaticEncoder(SHIPPED)
    return LibraryEncoder(name_or_folder)


class StaticEncoder:
    """A table of token vectors in 8-bit steps, each row with its own scale. Safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer = _read_tokenizer(folder / TOKENIZER)
        self._table, self._scales = _read_table(folder / WEIGHTS)
        tokens = self._tokenizer.get_vocab_size()
        if tokens != len(self._table):
            message = f"{folder} has {tokens} tokens but {len(self._table)} vectors: take a whole model folder"
            raise UnsupportedEncoder(message)
        self._name = f"{folder.name}@{_digest(folder / TOKENIZER, folder / WEIGHTS)}"

    @property
    def name(self) -> str:
        """The folder's name and the first twelve digits of the sha256 over tokenizer and weights."""
        return self._name

    @property
    def dimensions(self) -> int:
        """The number of columns that `encode` returns."""
        return int(self._table.shape[1])

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode n texts: (n, dimensions) float32, unit rows; a text without known words is all zeros.

        A row depends on its own text only, to the last bit: not on the batch that it came in.
        """
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = list(texts[start : start + _BATCH])
            for row, encoding in enumerate(self._tokenizer.encode_batch_fast(batch, add_special_tokens=False), start):
                vectors[row] = self._scales[encoding.ids] @ self._table[encoding.ids].astype(np.float32)
        return _unit_rows(vectors)


class LibraryEncoder:
    """Any model that sentence-transformers can load, by name or folder."""

    def __init__(self, name_or_folder: str) -> None:
        # Imported here and nowhere else: it brings torch along, seconds of import that the shipped model never needs.
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415

        try:
            self._model = SentenceTransformer(name_or_folder, device="cpu")
            self._dimensions = int(self.encode(["a"]).shape[1])
        except Exception as error:  # the library raises whatever its parts raise
            message = (
                f"the encoder {name_or_folder!r} cannot be loaded ({type(error).__name__}: {error}): "
                "name a folder that holds a sentence-transformers model, or leave it out for the shipped one"
            )
            raise UnsupportedEncoder(message) from error
        digest = hashlib.sha256()
        for name, tensor in sorted(self._model.state_dict().items()):
            digest.update(name.encode())
            digest.update(np.ascontiguousarray(tensor.float().numpy()).tobytes())
        self._name = f"{Path(name_or_folder).name}@{digest.hexdigest()[:12]}"

    @property
    def name(self) -> str:
        """The last part of the name or folder, and the first twelve digits of the sha256 over the weights."""
        return self._name

    @property
    def dimensions(self) -> int:
        """The number of columns that `encode` returns."""
        return self._dimensions

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode n texts: (n, dimensions) float32, unit rows."""
        vectors = self._model.encode(list(texts), convert_to_numpy=True, show_progress_bar=False)
        return _unit_rows(np.asarray(vectors, dtype=np.float32).reshape(len(texts), -1))


class CrossEncoderReranker:
    """A cross-encoder, which reads a question and a text together; nothing needs one. Safe to share between threads."""

    def __init__(self, folder: str) -> None:
        """Load it; raises `UnsupportedEncoder` when that fails."""
        try:
            # As above: what brings torch along is imported only where somebody asks for it.
            from sentence_transformers import CrossEncoder  # noqa: PLC0415

            self._model = CrossEncoder(folder, device="cpu")
        except Exception as error:  # the library raises whatever its parts raise
            message = (
                f"the cross-encoder {folder!r} cannot be loaded ({type(error).__name__}: {error}): name a folder that "
                "sentence_transformers.CrossEncoder can load, with sentence-transformers installed, or name none"
            )
            raise UnsupportedEncoder(message) from error

    def score(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the question: higher is better, on no scale in particular."""
        return [float(value) for value in self._model.predict([(question, text) for text in texts])]


def _unit_rows(vectors: Vectors) -> Vectors:
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    units: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return units


def _read_tokenizer(path: Path) -> Tokenizer:
    try:
        return Tokenizer.from_file(str(path))
    except Exception as error:  # the library raises bare exceptions
        raise UnsupportedEncoder(f"{path} is missing or damaged ({error}): install the program again") from error


def _read_table(path: Path) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The vectors in 8-bit steps, (tokens, dimensions), and what each row is multiplied with, (tokens,)."""
    try:
        with safe_open(path, framework="numpy") as tensors:
            return tensors.get_tensor("embeddings"), tensors.get_tensor("weights")
    except (OSError, SafetensorError) as error:
        raise UnsupportedEncoder(f"{path} is missing or damaged ({error}): install the program again") from error


def _digest(*paths: Path) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
