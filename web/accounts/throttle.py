"""Slowing down who guesses passwords."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

_WINDOW = 900.0  # seconds that a failure counts
_MOST_KEPT = 10_000  # keys; beyond it the oldest are forgotten
_FREE_PAIR = 5  # failures of one name from one address
_FREE_ADDRESS = 30  # failures from one address
_FREE_NAME = 60  # failures of one name: more than one joker needs, so that nobody locks another out so easily
_FIRST_WAIT = 4.0  # seconds, doubled with each failure after the free ones, up to the window


class Throttle:
    """Counts failed logins; kept in memory, so that a restart forgives."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: OrderedDict[tuple[str, str], list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, name: str, address: str) -> int:
        """How many seconds before the next try of this name from this address is looked at; 0 for at once."""
        now = self._clock()
        with self._lock:
            waits = [self._wait(key, free, now) for key, free in _keys(name, address)]
        return int(max(waits) + 0.999)

    def failed(self, name: str, address: str) -> None:
        """A wrong password."""
        now = self._clock()
        with self._lock:
            for key, free in _keys(name, address):
                recent = [moment for moment in self._failures.pop(key, []) if now - moment < _WINDOW]
                # Past a point more of them change nothing, and memory is not an attacker's to fill.
                self._failures[key] = [*recent, now][-(free + 10) :]
            while len(self._failures) > _MOST_KEPT:
                self._failures.popitem(last=False)

    def succeeded(self, name: str, address: str) -> None:
        """The right one: this person at this address begins anew."""
        with self._lock:
            self._failures.pop(_keys(name, address)[0][0], None)

    def _wait(self, key: tuple[str, str], free: int, now: float) -> float:
        recent = [moment for moment in self._failures.get(key, ()) if now - moment < _WINDOW]
        extra = len(recent) - free
        if extra < 0:
            return 0.0
        return max(0.0, recent[-1] + min(_FIRST_WAIT * 2.0**extra, _WINDOW) - now)


def _keys(name: str, address: str) -> tuple[tuple[tuple[str, str], int], ...]:
    name = name.casefold().strip()[:200]
    return ((name, address), _FREE_PAIR), (("", address), _FREE_ADDRESS), ((name, ""), _FREE_NAME)
