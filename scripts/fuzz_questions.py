"""Ask hostile questions: random, very long, from right to left, like programs, with characters that nobody sees.

python -m scripts.fuzz_questions [--questions 20000] [--data DIR]

Without a data folder the sample letters are read into one that is thrown away. Ends with exit status 1 on the first
answer that is neither 200 nor a 400 with its reason, and where one in a hundred takes longer than 0.2 s.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from scripts.sample_data import data_or_samples, open_app
from web.safety.limits import LONGEST_QUESTION

_LIMIT = 0.2  # seconds that 99 of 100 questions may take
_SEED = 20240506
_WORDS = (
    "wat is er toegezegd aan Aartsen over startbanen in 32 824 nr. 372 de motie van het lid minister SZW "
    "kst-32824-9001 2022D12345 TZ202211-085 before 1 January 2023 what was promised hoeveel kost laadpalen"
).split()
_PROGRAMS = (
    "'; DROP TABLE account; --",
    '" OR 1=1 --',
    "1' UNION SELECT password FROM account--",
    "(((((((((((((((a+)+)+)+)+)+)+)+)+)$",
    "^(?:.*?)*$",
    "[[[[[[[[\\",
    "a" * 40 + "!",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% for x in y %}",
    "${jndi:ldap://x}",
    "$(id)`id`|;&",
    "../../../../etc/passwd",
    "%00%0d%0aSet-Cookie: a=b",
    'title:(a AND (b OR c)) NOT [x TO y] +a -b ~2 ^3 "',
    "NEAR/3 AND OR NOT * ? : \\ /",
    '"unbalanced',
    "\\u0000\\x00",
    "-" * 300,
    "(" * 500,
    '"' * 500,
    "*" * 500,
    "nr. " * 200,
    "32824-" * 200,
    "1 januari " * 150,
    "van " * 400,
    "SZW, " * 300,
    "Kamerstukken II 2022/23, 32824, nr. 372 en " * 40,
)
_UNSEEN = (
    "\0\1\x08\t\n\v\f\r\x1b\x7f\x85\xa0\xad\u200b\u200d\u200e\u200f\u202a\u202e\u2028\u2029\u2066\u2069\ufeff\ufffe"
)
_RIGHT_TO_LEFT = "مرحبا بالعالم שלום עולם \u202eאבג\u202c ١٢٣"
_ODD = "ﬁ ﷺ ǅ ẞ İ ı ſ Å K ½ ² ① Ⅻ 𝕎 🏳️‍🌈 👩‍👩‍👧 e\u0301\u0301\u0301\u0301 \u0345 क्ष ไทย 漢字 한국어"


@dataclass(frozen=True, slots=True)
class Tried:
    """How many answers there were of each status, and how long each took, in seconds, in order of length.

    `busy` counts only the time in which this process worked: on a machine that does other things too, that says more.
    """

    counted: Counter[int]
    seconds: Sequence[float]
    busy: Sequence[float]


def percentile(ordered: Sequence[float], share: float) -> float:
    """What that share of them is at most."""
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def hostile_questions(number: int, seed: int = _SEED) -> Iterator[str]:
    """That many, the same for the same seed; about one in eight is too long."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(number):
        question = "".join(_piece(chance) for _ in range(chance.randint(1, 6)))
        yield question * chance.choice((1, 1, 1, 1, 1, 2, 40)) if len(question) < 3000 else question


def _piece(chance: random.Random) -> str:
    return chance.choice(_PIECES)(chance)


def _signs(signs: str, most: int) -> Callable[[random.Random], str]:
    return lambda chance: "".join(chance.choices(signs, k=chance.randint(1, most)))


_PIECES: Sequence[Callable[[random.Random], str]] = (
    lambda chance: "".join(chr(_code(chance)) for _ in range(chance.randint(1, 80))),
    lambda chance: chance.choice(_PROGRAMS),
    _signs(_UNSEEN, 40),
    _signs(_RIGHT_TO_LEFT, 60),
    _signs(_ODD, 60),
    _signs("0123456789-/., nr()II", 120),
    lambda chance: " ".join(chance.choices(_WORDS, k=chance.randint(1, 12))) + " ",
    lambda chance: " ".join(chance.choices(_WORDS, k=chance.randint(1, 12))) + "? ",
)


def _code(chance: random.Random) -> int:
    """A character, of any kind but halves of one."""
    code = chance.choice((chance.randrange(0x80), chance.randrange(0x3000), chance.randrange(0x110000)))
    return code if not 0xD800 <= code < 0xE000 else 0x20


def ask_all(app: Flask, questions: Iterator[str]) -> Tried:
    """Ask them of the page; raises AssertionError with the question that was not taken as it should."""
    client = app.test_client()
    counted: Counter[int] = Counter()
    seconds: list[float] = []
    busy: list[float] = []
    for question in questions:
        begun, worked = time.perf_counter(), time.process_time()
        response = client.get("/", query_string={"vraag": question})
        seconds.append(time.perf_counter() - begun)
        busy.append(time.process_time() - worked)
        counted[response.status_code] += 1
        length = len(" ".join(question.replace("\0", " ").split()))
        too_long = length > LONGEST_QUESTION
        said = f"De vraag heeft {length} tekens; het mogen er hoogstens {LONGEST_QUESTION} zijn."
        if response.status_code != (400 if too_long else 200) or (too_long and said not in response.text):
            raise AssertionError(f"{response.status_code} for a question of {length} characters: {question[:300]!r}")
    return Tried(counted, sorted(seconds), sorted(busy))


def main() -> int:
    """Ask, and print how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=20_000, metavar="N")
    parser.add_argument("--data", type=Path, metavar="DIR")
    options = parser.parse_args()
    with data_or_samples(options.data) as data:
        app = open_app(data)
        ask_all(app, hostile_questions(20, seed=1))  # what is loaded at the first question is not measured
        tried = ask_all(app, hostile_questions(options.questions))
    print(f"{tried.counted.total()} questions, by status {dict(sorted(tried.counted.items()))}")
    for name, ordered in (("on the clock", tried.seconds), ("at work", tried.busy)):
        times = ", ".join(
            f"{share:.0%} within {1000 * percentile(ordered, share):.0f} ms" for share in (0.5, 0.95, 0.99)
        )
        print(f"{name}: {times}")
    return 0 if percentile(tried.seconds, 0.99) < _LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
