"""Writes a table and its tokenizer as a folder that sentence-transformers and `index.encode` both load."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Tokenizer

_STEPS = 127  # an 8-bit step is one 127th of the row's largest number

_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"},
    {"idx": 1, "name": "1", "path": "1_Normalize", "type": "sentence_transformers.models.Normalize"},
]
_LIBRARY = {
    "model_type": "SentenceTransformer",
    "__version__": {"sentence_transformers": "6.2.0"},
    "prompts": {"query": "", "document": ""},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def quantise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The table in 8-bit steps, (tokens, dimensions), and the size of a step in each row, (tokens,)."""
    sizes = np.abs(table).max(axis=1) / _STEPS
    steps = np.rint(table / np.where(sizes > 0, sizes, 1)[:, None]).astype(np.int8)
    return steps, sizes.astype(np.float32)


def write(folder: Path, table: NDArray[np.float32], tokenizer: Tokenizer) -> None:
    """Write the model; the model card beside it is written by hand.

    The names of the two tensors are those under which `StaticEmbedding` expects vectors with one weight a token; it
    multiplies them at loading and computes in single precision, as `index.encode` does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "1_Normalize").mkdir(exist_ok=True)
    known = table.copy()
    known[0] = 0  # the unknown token says nothing
    steps, sizes = quantise(known)
    save_file({"embeddings": steps, "weights": sizes}, folder / "model.safetensors")
    (folder / "model.safetensors").chmod(0o644)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    _write_json(folder / "modules.json", _MODULES)
    _write_json(folder / "config_sentence_transformers.json", _LIBRARY)
    _write_json(folder / "1_Normalize" / "config.json", {})


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
