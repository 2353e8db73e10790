"""What the pages need from the rest of the program, passed in once when the app is made."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, cast

from flask import current_app

from corpus.errors import Removal
from corpus.types import Letter
from index.types import Filters
from qa.commitments.book import CommitmentBook
from qa.commitments.official import OfficialRegister
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.remarks import KnownLetters
from qa.narrowing import Facet
from qa.relations import Relations
from qa.saying import SaidBefore
from qa.types import Answer
from web.accounts.people import People
from web.drafts.store import DraftStore
from web.jobs import Jobs
from web.keeping import Keeper
from web.safety.limits import REQUESTS_PER_MINUTE
from web.safety.proxies import Network

EXTENSION = "vraagbaak"


class Answerer(Protocol):
    """Answers questions."""

    def ask(
        self, text: str, top: int = 5, filters: Filters | None = None, without: frozenset[str] = frozenset()
    ) -> Answer:
        """Answer with at most `top` passages; raises AnswerProblem for a question that cannot be taken.

        `without` names the parts of the question (`qa.understanding.parts`) that are not to be understood.
        """
        ...

    def narrowing(self, answer: Answer) -> tuple[Facet, ...]:
        """What an answer can be narrowed to, with counts."""
        ...

    def said_before(self, text: str, filters: Filters | None = None) -> SaidBefore:
        """What letters say the same as each sentence of a text; raises AnswerProblem for one that cannot be taken."""
        ...

    def relations(self) -> Relations:
        """How the letters of the generation in force refer to one another; raises NoGeneration."""
        ...


class Library(Protocol):
    """Knows which generation is in force."""

    def current(self) -> KnownLetters:
        """The generation in force; raises NoGeneration when nothing was built."""
        ...

    @property
    def problems(self) -> Sequence[str]:
        """Why an older generation serves than the one in force, a line each; empty when all is well."""
        ...


class LetterStore(Protocol):
    """Holds letters as read, and their files."""

    def load(self, letter_id: str, reading: str | None = None) -> Letter:
        """A letter by one reading of it, the present one unless named; raises UnknownLetter, DamagedStore."""
        ...

    def original(self, letter_id: str) -> bytes:
        """The file's bytes; raises UnknownLetter, DamagedStore."""
        ...

    def removed(self, letter_id: str) -> Removal | None:
        """When a letter was removed for good, by whom and why; None for one that was not."""
        ...


class Audit(Protocol):
    """Writes down who did what."""

    def write(self, action: str, by: str, **details: str | int) -> None:
        """One line."""
        ...


@dataclass(frozen=True, slots=True)
class Settings:
    """What may differ from one server to the next.

    `sample` says that the letters are examples, not real work. `trusted_hosts` are the host names that people reach
    the server by (not IPv6 addresses, which the check in werkzeug does not know). `trusted_proxies` are believed in who
    asks, by which scheme and from where.
    """

    sample: bool = False
    trusted_hosts: tuple[str, ...] = ("localhost", "127.0.0.1")
    trusted_proxies: tuple[Network, ...] = ()
    requests_per_minute: int = REQUESTS_PER_MINUTE


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that `create_app` is given."""

    answerer: Answerer
    library: Library
    store: LetterStore
    settings: Settings = field(default_factory=Settings)
    audit: Audit | None = None
    book: CommitmentBook | None = None
    official: OfficialRegister | None = None
    people: People | None = None
    jobs: Jobs | None = None
    keeper: Keeper | None = None
    drafts: DraftStore | None = None
    corrected: CorrectedLetters | None = None
    data: Path | None = None


def current_services() -> Services:
    """The services of the app that handles this request."""
    return cast("Services", current_app.extensions[EXTENSION])
