"""Jobs over a data folder of their own, done in the test's process, with an encoder that needs no model."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flask.testing import FlaskClient

from corpus.intake import READ_LETTER, Pool
from corpus.store import Store
from index.library import Library
from qa.database import Database
from qa.metadata.corrected import CorrectedLetters
from qa.metadata.corrections import MetadataCorrections
from tests.index_examples import PLAIN_ANALYSIS, ToyEncoder
from tests.web_examples import CannedAnswerer
from web.app import create_app
from web.history import History
from web.jobs import Incoming, Job, Jobs, UploadLimits
from web.jobs.book import JobBook
from web.jobs.inbox import Inbox
from web.jobs.work import Desk, Work
from web.keeping import Keeper
from web.services import Services


def incoming(files: Mapping[str, str | bytes]) -> list[Incoming]:
    """Files as somebody hands them in."""
    return [
        Incoming(name, io.BytesIO(content.encode() if isinstance(content, str) else content))
        for name, content in files.items()
    ]


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """An archive of these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def a_text(about: str) -> str:
    """A short letter as a text file."""
    return f"Geachte voorzitter,\n\nHierbij informeer ik uw Kamer over {about}.\n\nHoogachtend,\n\nDe minister"


@dataclass
class Office:
    """A data folder with its jobs, and somebody who does them when told to."""

    data: Path
    jobs: Jobs
    work: Work
    desk: Desk
    encoder: ToyEncoder

    @property
    def library(self) -> Library:
        """The generations."""
        return self.desk.library

    @property
    def store(self) -> Store:
        """The letters."""
        return self.desk.store

    def client(self) -> FlaskClient:
        """A browser before the pages of this data folder."""
        keeper = Keeper(self.data, self.library, self.desk.history)
        services = Services(CannedAnswerer(), self.library, self.desk.letters, jobs=self.jobs, keeper=keeper)
        app = create_app(services)
        app.testing = True
        return app.test_client()

    def do(self) -> None:
        """Do all jobs that there are."""
        self.work.do(self.desk.book.unfinished())

    def hand_in(self, files: Mapping[str, str | bytes], by: str = "Ada") -> Job:
        """Hand files in and have them read and built in."""
        job_id = self.jobs.submit(incoming(files), by)
        self.do()
        return self.job(job_id)

    def job(self, job_id: str) -> Job:
        """A job that there is."""
        job = self.jobs.get(job_id)
        assert job is not None
        return job

    def letter(self, job: Job, place: int = 0) -> str:
        """The id of a letter that was handed in."""
        return job.results[place].letter


def open_office(data: Path, limits: UploadLimits | None = None) -> Office:
    """An office as a new process would open it."""
    database, store, encoder = Database(data), Store(data), ToyEncoder()
    library = Library(data, encoder, analysis=PLAIN_ANALYSIS)
    jobs = Jobs(data, database, limits or UploadLimits())
    letters = CorrectedLetters(store, MetadataCorrections(database))
    book, pool = JobBook(database), Pool(1, READ_LETTER)
    desk = Desk(data, store, letters, library, book, Inbox(data), History(database), pool, database)
    return Office(data, jobs, Work(desk), desk, encoder)
