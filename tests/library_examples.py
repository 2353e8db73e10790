"""A library of three short letters, with an encoder that needs no model, and ways to look at it and to spoil it."""

from pathlib import Path

from corpus.types import Kind, Letter, Metadata
from index.durable import files_under, sha256_of
from index.library import Library
from index.seal import Check
from index.types import Field, Term
from tests.builders import a_letter
from tests.index_examples import PLAIN_ANALYSIS, ToyEncoder

PLAN = a_letter("De minister stuurt in maart een plan over wonen. | Dat plan is er nog niet.")
MOTIE = a_letter("Verzoekt de regering een plan voor werk te maken.", metadata=Metadata(Kind.MOTIE, "Werk"))
REPORT = a_letter("Het verslag over zorg.", "Een tweede alinea over zorg en wonen.")


def library(folder: Path, encoder: ToyEncoder | None = None, *, check: Check = Check.SIZES, keep: int = 5) -> Library:
    """A library as a new process would open it."""
    return Library(folder, encoder or ToyEncoder(), analysis=PLAIN_ANALYSIS, check=check, keep=keep)


def found(search_library: Library, word: str) -> set[str]:
    """The ids of the letters in which a word is found."""
    generation = search_library.current()
    hits = generation.search_lexical(Field.BODY, [Term(word)], 50)
    return {stored.letter.id for stored in generation.fetch([hit.position for hit in hits])}


def ids(*letters: Letter) -> tuple[str, ...]:
    """Ids, sorted."""
    return tuple(sorted(letter.id for letter in letters))


def spoil(file: Path, place: int = 0) -> None:
    """Change one bit of a file."""
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)


def trees(folder: Path) -> dict[str, str]:
    """All files under a folder with their digests."""
    return {name: sha256_of(folder / name) for name in files_under(folder)}
