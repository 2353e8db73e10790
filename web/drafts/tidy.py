"""Text that came from a form or a file, in characters that every format can hold."""

import re
import unicodedata

_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})
# Soft hyphens and marks without width look like nothing, and keep equal words from being found equal.
_WITHOUT_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def tidy(text: str) -> str:
    """The text in composed characters, its lines ended by a line feed, without what cannot be seen."""
    lines = re.sub(r"\r\n?|[\x85\u2028\u2029]", "\n", text)
    plain = _WITHOUT_WIDTH.sub("", unicodedata.normalize("NFC", lines))
    return "".join(sign for sign in plain if sign in "\n\t" or unicodedata.category(sign) not in _UNSEEN)


def tidy_line(text: str) -> str:
    """The text on one line, without blanks at either end."""
    return " ".join(tidy(text).split())
