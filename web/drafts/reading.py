"""Reading a file that somebody hands over, in a process of its own with limits on time and memory."""

from corpus.errors import UnreadableFile
from corpus.intake import Limits
from corpus.intake.pool import Pool, Task
from corpus.intake.run import READ_LETTER
from corpus.types import Letter

_LIMITS = Limits(wall_seconds=30.0, cpu_seconds=20)


def read_apart(data: bytes, name: str) -> Letter:
    """The letter in a file; raises UnreadableFile, and WorkersFail when no process can be started."""
    pool = Pool(1, READ_LETTER, _LIMITS)
    try:
        pool.submit([Task(0, name, data)])
        answers = pool.answers(at_once=False)
        while not answers:
            answers = pool.answers(at_once=False)
    finally:
        pool.close()
    answer = answers[0][1]
    if isinstance(answer, Letter):
        return answer
    raise UnreadableFile(*answer)
