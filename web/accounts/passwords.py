"""Passwords: what may be one, and keeping no more of them than is needed to recognise them (argon2id)."""

import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from web.accounts.errors import BadAccount

SHORTEST_PASSWORD = 12  # characters
LONGEST_PASSWORD = 1000  # characters
_AT_ONCE = 2  # each takes 64 MB


class Passwords:
    """Hashes and recognises; the cost is that of the library's present advice, unless the tests want it cheap."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        # Somebody who does not exist takes as long to refuse as somebody who does.
        self._nobody = self._hasher.hash("nobody")

    def hash(self, password: str) -> str:
        """What to keep; raises BadAccount for a password that is too short, too long or blank."""
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD or not password.strip():
            raise BadAccount(
                f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters; a sentence of a few words is "
                "easy to remember."
            )
        with self._turns:
            return self._hasher.hash(_bytes(password))

    def matches(self, kept: str | None, password: str) -> bool:
        """Whether this is the password that was kept; with nothing kept it never is, after as long a while."""
        if len(password) > LONGEST_PASSWORD:
            return False
        with self._turns:
            try:
                return self._hasher.verify(kept or self._nobody, _bytes(password)) and kept is not None
            except (Argon2Error, InvalidHashError):
                return False


def _bytes(password: str) -> bytes:
    """The same for every keyboard's way of writing an accent."""
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")
