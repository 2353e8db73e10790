"""The command `serve`."""

import threading
from contextlib import suppress
from pathlib import Path

from corpus.errors import CorpusError
from index.errors import IndexProblem
from index.seal import Check
from qa.commitments.book import CommitmentBook
from qa.database import Database
from qa.errors import AnswerProblem
from web.accounts.store import Accounts
from web.app import create_app
from web.commands.console import complain, write_line
from web.commands.opening import Opened, open_all
from web.commands.reaching import Admission, Reach, UnsafeReach, admit, is_loopback
from web.commands.watching import watch
from web.drafts.store import DraftStore
from web.history import History
from web.jobs import Jobs
from web.keeping import Keeper
from web.safety.audit_log import AuditLog
from web.samples import holds_samples
from web.server import open_server
from web.services import Services, Settings

_LOOK_AGAIN = 5.0  # seconds between two looks at whether the register is still the newest


def serve(data: Path, reach: Reach, port: int, watched: Path | None = None, *, audit_questions: bool = True) -> int:
    """Serve the page until interrupted; all files of the generation in force are checked first.

    What is put into the folder `watched` is read and built in meanwhile.
    """
    if watched is not None and not watched.is_dir():
        complain(f"{watched} is no folder; make it, or name another one to watch.")
        return 2
    try:
        admission = admit(reach, Accounts(Database(data)))
    except UnsafeReach as problem:
        complain(f"vraagbaak serve: {problem}")
        return 2
    opened = open_all(data, Check.FULL)
    try:
        opened.library.current()
    except IndexProblem as problem:
        complain(f"vraagbaak serve: {problem}")
    for trouble in opened.library.problems:
        complain(f"vraagbaak serve: {trouble}")
    jobs = Jobs(data, opened.database)
    services = make_services(opened, admission, AuditLog(data, questions=audit_questions), jobs)
    server = open_server(create_app(services), reach.host, port)
    write_line(f"Vraagbaak: http://{reach.host}:{server.port}")
    if not is_loopback(reach.host) and not admission.proxies:
        complain("Passwords and letters cross the network as plain text; put a proxy with TLS before this server.")
    stop = threading.Event()
    jobs.start()
    threading.Thread(target=keep_ready, args=(opened.book, stop), daemon=True).start()
    if watched is not None:
        threading.Thread(target=watch, args=(watched, lambda: jobs.watch(watched), stop), daemon=True).start()
    try:
        server.run()
    except KeyboardInterrupt:
        server.close()
    finally:
        stop.set()
        jobs.stop()
    return 0


def keep_ready(book: CommitmentBook, stop: threading.Event, every: float = _LOOK_AGAIN) -> None:
    """Make what a visitor would wait for: the register of a new generation, or of a new day."""
    while True:
        with suppress(CorpusError, IndexProblem, AnswerProblem):
            book.prepare()
        if stop.wait(every):
            return


def make_services(
    opened: Opened, admission: Admission, audit: AuditLog | None = None, jobs: Jobs | None = None
) -> Services:
    """Everything that the app needs over an opened data folder."""
    data = opened.database.path.parent
    settings = Settings(holds_samples(opened.store), admission.hosts, admission.proxies, admission.requests_per_minute)
    return Services(
        opened.answerer,
        opened.library,
        opened.letters,
        settings,
        audit=audit,
        book=opened.book,
        official=opened.official,
        people=admission.people,
        jobs=jobs,
        keeper=Keeper(data, opened.library, History(opened.database)),
        drafts=DraftStore(opened.database),
        corrected=opened.letters,
        data=data,
    )
