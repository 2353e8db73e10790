"""Pages drawn before, kept in memory up to a limit."""

import threading
from collections import OrderedDict
from collections.abc import Callable

_MOST_BYTES = 64 * 1024 * 1024


class PictureCache:
    """The pictures that were last asked for. Safe to use from many threads."""

    def __init__(self, most_bytes: int = _MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._guard = threading.Lock()
        self._pictures: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._bytes = 0

    def get(self, letter_id: str, page: int, draw: Callable[[], bytes]) -> bytes:
        """The picture of a page; drawn outside the lock when it is not held, so that nobody waits for another's."""
        key = (letter_id, page)
        with self._guard:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        picture = draw()
        with self._guard:
            self._bytes += len(picture) - len(self._pictures.pop(key, b""))
            self._pictures[key] = picture
            while self._bytes > self._most_bytes:
                _, oldest = self._pictures.popitem(last=False)
                self._bytes -= len(oldest)
        return picture
