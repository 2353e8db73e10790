"""How many requests a person, a program or an address may make in a minute."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from math import ceil

from flask import Flask, request
from werkzeug.exceptions import TooManyRequests

from web.safety.access import LOCAL, actor

_MOST_KEPT = 20_000  # keys; beyond it those that asked longest ago are forgotten, with what they used


class Pace:
    """A measure for each key that fills by itself: `per_minute` at once, and as many again in each minute."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.per_minute = per_minute
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()  # how much, and when that was
        self._lock = threading.Lock()

    def take(self, key: str) -> int:
        """0 and one fewer left, or how many seconds before there is one."""
        now = self._clock()
        with self._lock:
            left, moment = self._left.pop(key, (float(self.per_minute), now))
            left = min(float(self.per_minute), left + (now - moment) * self.per_minute / 60)
            wait = 0 if left >= 1 else ceil((1 - left) * 60 / self.per_minute)
            self._left[key] = (left if wait else left - 1, now)
            while len(self._left) > _MOST_KEPT:
                self._left.popitem(last=False)
        return wait


def keep_pace(app: Flask, pace: Pace) -> None:
    """Have the app answer 429 to who asks more; files of the pages themselves are not counted."""

    @app.before_request
    def count() -> None:
        # Whoever sits at the machine can stop the server anyway.
        if actor() is LOCAL or request.endpoint == "static":
            return
        wait = pace.take(f"person {actor().name}" if actor().name else f"address {request.remote_addr}")
        if wait:
            raise TooManyRequests(
                f"At most {pace.per_minute} requests a minute are answered; try again in {wait} s.", retry_after=wait
            )
