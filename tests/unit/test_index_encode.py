"""The encoders: the shipped one without torch, and any other through sentence-transformers."""

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer, models, pre_tokenizers

from index.encode import SHIPPED, TOKENIZER, WEIGHTS, LibraryEncoder, StaticEncoder, load_encoder
from index.errors import UnsupportedEncoder

SENTENCES = [
    "Wanneer komt de minister met een voorstel over de wachtlijsten in de jeugdzorg?",
    "When will the minister present a proposal on the waiting lists in youth care?",
    "De gemeente herstelt de brug over het kanaal vóór het najaar.",
    "Ünïcode, ﬁ en 12 345 XV, nr. 67 — «aanhaling»",
    "woningbouwversnellingsmaatregelen",
]


def write_model(folder: Path, steps: list[list[int]], sizes: list[float]) -> Path:
    """A model of the words "een", "twee" and so on, with these rows after the unknown token's."""
    words = ["[UNK]", "een", "twee", "drie"][: len(steps)]
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    folder.mkdir(parents=True)
    tokenizer.save(str(folder / TOKENIZER))
    tensors: dict[str, NDArray[Any]] = {
        "embeddings": np.array(steps, dtype=np.int8),
        "weights": np.array(sizes, dtype=np.float32),
    }
    save_file(tensors, folder / WEIGHTS)
    return folder


@pytest.fixture(scope="module")
def shipped() -> StaticEncoder:
    """The encoder that comes with the program."""
    return StaticEncoder(SHIPPED)


def test_a_vector_is_the_unit_length_sum_of_the_scaled_rows_of_the_words(tmp_path: Path) -> None:
    """With rows (3, 0) in steps of 1 and (0, 8) in steps of 0.5, "een twee" is (3, 4) at unit length."""
    encoder = StaticEncoder(write_model(tmp_path / "small", [[0, 0], [3, 0], [0, 8]], [0.0, 1.0, 0.5]))
    np.testing.assert_allclose(encoder.encode(["een twee", "twee"]), [[0.6, 0.8], [0.0, 1.0]], rtol=1e-6)


def test_a_text_without_known_words_is_all_zeros(shipped: StaticEncoder) -> None:
    """An empty text, blanks, and signs that the model never saw give rows of zeros, not of NaN."""
    vectors = shipped.encode(["", "  \n ", "𓀀𓀁", "huis"])
    assert np.abs(vectors[:3]).max() == 0
    assert np.linalg.norm(vectors[3]) == pytest.approx(1, abs=1e-5)


def test_no_texts_give_no_rows(shipped: StaticEncoder) -> None:
    """Zero texts give an array of zero rows and all columns."""
    assert shipped.encode([]).shape == (0, shipped.dimensions)


def test_rows_are_of_unit_length_and_single_precision(shipped: StaticEncoder) -> None:
    """Each row has length one, as float32, in as many columns as `dimensions` says."""
    vectors = shipped.encode(SENTENCES)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(SENTENCES), shipped.dimensions)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_row_does_not_depend_on_its_batch(shipped: StaticEncoder) -> None:
    """Alone, in another order or among 1,500 others, a text gets the same bits."""
    alone = np.concatenate([shipped.encode([sentence]) for sentence in SENTENCES])
    among = shipped.encode([*SENTENCES[::-1], *("vulling " * (1 + number % 50) for number in range(1500))])
    np.testing.assert_array_equal(alone, among[: len(SENTENCES)][::-1])


def test_the_shipped_model_is_a_sentence_transformers_model_with_the_same_vectors(shipped: StaticEncoder) -> None:
    """`SentenceTransformer` loads the folder and gives the vectors that the reading without torch gives."""
    library = load_encoder(str(SHIPPED))
    assert isinstance(library, LibraryEncoder)
    assert library.dimensions == shipped.dimensions
    np.testing.assert_allclose(library.encode(SENTENCES), shipped.encode(SENTENCES), atol=1e-5)


def test_the_shipped_encoder_works_where_torch_cannot_be_imported() -> None:
    """In a process where importing torch, transformers or sentence_transformers fails, a question is encoded."""
    program = (
        "import sys\n"
        "for name in ('torch', 'transformers', 'sentence_transformers'): sys.modules[name] = None\n"
        "from index.encode import load_encoder\n"
        "print(load_encoder().encode(['Wat is er toegezegd?']).shape[0])\n"
    )
    finished = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert finished.stdout.strip() == "1"


def test_the_name_holds_the_digest_of_tokenizer_and_weights(shipped: StaticEncoder) -> None:
    """What a generation's manifest records changes with either file."""
    digest = hashlib.sha256((SHIPPED / TOKENIZER).read_bytes() + (SHIPPED / WEIGHTS).read_bytes()).hexdigest()
    assert shipped.name == f"model@{digest[:12]}"


def test_two_libraries_models_with_other_weights_have_other_names(tmp_path: Path) -> None:
    """Folders of the same name with different rows are told apart."""
    one = StaticEncoder(write_model(tmp_path / "a" / "small", [[0], [3]], [0.0, 1.0]))
    other = StaticEncoder(write_model(tmp_path / "b" / "small", [[0], [4]], [0.0, 1.0]))
    assert one.name.startswith("small@")
    assert other.name.startswith("small@")
    assert one.name != other.name


def test_an_english_question_is_nearest_to_its_dutch_translation(shipped: StaticEncoder) -> None:
    """The English sentence about youth care is nearer to the Dutch one than to the one about a bridge."""
    dutch, english, other = shipped.encode(SENTENCES[:3])
    assert english @ dutch > 0.5
    assert english @ dutch > english @ other + 0.3


def test_a_compound_is_near_its_parts(shipped: StaticEncoder) -> None:
    """`jeugdzorgwachtlijsten` is nearer to `wachtlijsten in de jeugdzorg` than to another compound."""
    compound, apart, other = shipped.encode(
        ["jeugdzorgwachtlijsten", "wachtlijsten in de jeugdzorg", "belastingdienstmedewerker"]
    )
    assert compound @ apart > compound @ other + 0.3


def test_a_folder_without_a_model_is_refused_with_its_name(tmp_path: Path) -> None:
    """The message says which model could not be loaded and what to do."""
    with pytest.raises(UnsupportedEncoder, match=r"leeg.*cannot be loaded.*shipped one"):
        load_encoder(str(tmp_path / "leeg"))


def test_a_damaged_table_is_refused_by_name(tmp_path: Path) -> None:
    """A cut-off weights file is named in the message."""
    folder = write_model(tmp_path / "small", [[0, 0], [3, 0]], [0.0, 1.0])
    (folder / WEIGHTS).write_bytes((folder / WEIGHTS).read_bytes()[:-3])
    with pytest.raises(UnsupportedEncoder, match=r"model\.safetensors is missing or damaged"):
        StaticEncoder(folder)


def test_a_missing_tokenizer_is_refused_by_name(tmp_path: Path) -> None:
    """A folder without its tokenizer is named in the message."""
    folder = write_model(tmp_path / "small", [[0, 0], [3, 0]], [0.0, 1.0])
    (folder / TOKENIZER).unlink()
    with pytest.raises(UnsupportedEncoder, match=r"tokenizer\.json is missing or damaged"):
        StaticEncoder(folder)


def test_a_table_that_does_not_fit_the_tokenizer_is_refused(tmp_path: Path) -> None:
    """Three tokens and two rows are not one model."""
    folder = write_model(tmp_path / "small", [[0, 0], [3, 0], [1, 1]], [0.0, 1.0, 1.0])
    tensors = load_file(folder / WEIGHTS)
    save_file({name: np.ascontiguousarray(tensor[:2]) for name, tensor in tensors.items()}, folder / WEIGHTS)
    with pytest.raises(UnsupportedEncoder, match="3 tokens but 2 vectors"):
        StaticEncoder(folder)


def test_the_shipped_folder_is_at_most_45_megabytes() -> None:
    """Every version of it stays in the repository's history."""
    assert sum(path.stat().st_size for path in SHIPPED.rglob("*") if path.is_file()) <= 45_000_000
