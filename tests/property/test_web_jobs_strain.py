"""Jobs under strain: killed, on a full disk, and while people ask. The scripts of the same names do more of it."""

import os
import random
import re
import shutil
import signal
from contextlib import closing
from pathlib import Path

import pytest

from index.seal import Check
from index.types import Field, Hit, Term
from qa.database import Database
from scripts import strain_kills, strain_server
from scripts.strain.serving import wait_until
from tests.index_examples import PLAIN_ANALYSIS
from tests.jobs_examples import Office, a_text, incoming, open_office
from web.jobs import Job, Jobs, JobState, NoRoom


@pytest.mark.slow
def test_nothing_accepted_is_lost_when_processes_are_killed(tmp_path: Path) -> None:
    """Whichever is killed while letters come in: all that was accepted is searched in the end, nothing lies about."""
    outcome = strain_kills.strain(tmp_path / "data", tmp_path / "log", rounds=4, chance=random.Random(2))
    assert outcome.troubles == []
    assert outcome.accepted
    assert sum(outcome.kills.values()) > 2


@pytest.mark.slow
def test_a_process_that_is_ended_is_replaced(tmp_path: Path) -> None:
    """By the server that started it, without anybody asking; the job is done by the next one."""
    jobs = Jobs(tmp_path, Database(tmp_path))
    supervisor = jobs._supervisor
    jobs.start()
    try:
        first = supervisor.process
        assert first is not None
        os.kill(first, signal.SIGKILL)
        job_id = jobs.submit(incoming({"een.txt": a_text("wonen")}), "Ada")
        wait_until(lambda: _is_done(jobs, job_id), 120, "the job is done")
        job = jobs.get(job_id)
        assert job is not None
        assert (job.state, job.added) == (JobState.DONE, 1)
        assert supervisor.process not in (None, first)
    finally:
        jobs.stop()
    wait_until(lambda: supervisor.process is None, 60, "the process has ended")


@pytest.mark.slow
def test_what_another_server_of_the_folder_takes_in_is_done_too(tmp_path: Path) -> None:
    """One process does the jobs of a folder; it sees those that nobody told it of, and is not waited for in vain."""
    working, other = Jobs(tmp_path, Database(tmp_path)), Jobs(tmp_path, Database(tmp_path))
    working.start()
    try:
        done = [working.submit(incoming({"een.txt": a_text("wonen")}), "Ada")]
        wait_until(lambda: _is_done(working, done[0]), 120, "the first job is done")
        done.append(other.submit(incoming({"twee.txt": a_text("zorg")}), "Bea"))
        wait_until(lambda: _is_done(other, done[1]), 120, "the job of the other server is done")
    finally:
        working.stop()
    wait_until(lambda: working._supervisor.process is None, 60, "the process has ended")


def _is_done(jobs: Jobs, job_id: str) -> bool:
    job = jobs.get(job_id)
    return job is not None and job.is_final


@pytest.mark.slow
def test_no_request_fails_while_generations_are_put_in_force(tmp_path: Path) -> None:
    """Eight clients ask while three generations are built; no answer quotes two of them."""
    outcome = strain_server.strain(tmp_path / "data", tmp_path / "log", requests=80, clients=8, builds=3)
    assert (outcome.errors, outcome.mixed) == ([], [])
    assert outcome.builds == 3
    assert outcome.editions == {"0", "1", "2", "3"}


# --------------------------------------------------------------------------------------------------------- full

_SAYS_FULL = re.compile(
    r"no space is left to write \S+: (a new generation|what was handed in|what is to be kept) needs about [\d,]+ [kM]B "
    r"and [\d,]+ [kM]B is free; make room and try again \(what served before goes on serving\)"
)


def hand_in_with_room(office: Office, room: int) -> Job | None:
    """Hand sixty letters in where the disk has so much room left; None where they were not taken."""
    office.desk.inbox.reserve()
    ballast = office.data.parent / "ballast"
    free = shutil.disk_usage(office.data.parent).free
    ballast.write_bytes(b"x" * max(0, free - room))
    try:
        job_id = office.jobs.submit(
            incoming({f"brief-{place}.txt": a_text(f"onderwerp {place}") for place in range(60)}), "Ada"
        )
        office.do()
        return office.job(job_id)
    except NoRoom:
        return None
    finally:
        ballast.unlink()


def test_a_full_disk_while_letters_come_in(small_disk: Path) -> None:
    """At whatever moment it is full: it is said with the file and what is needed, what served serves, all can go on."""
    office = open_office(small_disk / "data")
    with closing(office.desk.pool):
        office.hand_in({"een.txt": a_text("wonen")})
        failed: list[Job] = []
        refused = 0
        for room in range(100_000, 3_000_000, 150_000):
            job = hand_in_with_room(office, room)
            if job is None:
                refused += 1
            elif job.state is JobState.FAILED:
                assert _SAYS_FULL.fullmatch(job.message), job.message
                failed.append(job)
            else:
                break
            assert [hit.position for hit in found(office, "wonen")] == [0]
            assert left_behind(office) == []
        assert refused
        assert failed
        for job in failed:
            office.jobs.retry(job.id)
        office.do()
        assert {office.job(job.id).state for job in failed} == {JobState.DONE}
        assert len(office.library.current().letters) == 61
        assert list((office.data / "inbox").glob("[!.]*")) == []


def found(office: Office, word: str) -> list[Hit]:
    """What a server that starts now finds."""
    fresh = type(office.library)(office.data, office.encoder, analysis=PLAIN_ANALYSIS, check=Check.FULL)
    return list(fresh.current().search_lexical(Field.BODY, [Term(word)], 5))


def left_behind(office: Office) -> list[Path]:
    """What was half made and not cleared away."""
    places = (("generations", ".*"), ("letters", ".*"), ("inbox", ".receiving*"))
    return [path for place, pattern in places for path in (office.data / place).glob(pattern)]
