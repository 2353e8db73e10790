"""What the running server does beside answering requests."""

import threading
from dataclasses import fields
from pathlib import Path
from typing import cast

from index.errors import NoGeneration
from qa.commitments.book import CommitmentBook
from web.accounts.store import Accounts
from web.commands.opening import open_all
from web.commands.reaching import Reach, admit
from web.commands.serving import keep_ready, make_services
from web.jobs import Jobs
from web.safety.audit_log import AuditLog


class Counted:
    """A register of which the first generation is still to be built."""

    def __init__(self, enough: int, stop: threading.Event) -> None:
        self.asked = 0
        self._enough = enough
        self._stop = stop

    def prepare(self) -> None:
        """Nothing yet, then nothing to show."""
        self.asked += 1
        if self.asked == self._enough:
            self._stop.set()
        if self.asked == 1:
            raise NoGeneration("nothing was built yet")


def test_the_pages_get_everything_that_they_can_use(tmp_path: Path) -> None:
    """A service that is left out takes its pages away without a word."""
    opened = open_all(tmp_path)
    admission = admit(Reach(), Accounts(opened.database))
    services = make_services(opened, admission, AuditLog(tmp_path), Jobs(tmp_path, opened.database))
    assert [each.name for each in fields(services) if getattr(services, each.name) is None] == []


def test_the_register_is_made_ready_again_and_again_until_the_server_stops() -> None:
    """Also when there is nothing to make at first."""
    stop = threading.Event()
    book = Counted(3, stop)
    keep_ready(cast("CommitmentBook", book), stop, every=0.001)
    assert book.asked == 3
