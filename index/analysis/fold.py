"""Words of a text in one spelling: lower case, without accents, with numbers and dossiers written as one word.

This is what every later step sees; a question and a letter that differ only in typography fold to the same words.
"""

import re
import unicodedata

# A superscript digit is the mark of a note that was left standing, or the square of a unit; never part of a word.
# A subscript digit (CO₂) is part of it.
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("¹²³⁰⁴⁵⁶⁷⁸⁹", " "),
        **dict.fromkeys("’‘ʼ´`′", "'"),
        **dict.fromkeys("‐‑–−", "-"),
        "—": " ",
        "\u00ad": None,
        "\u200b": None,
        "ß": "ss",
        "ẞ": "SS",
        "ø": "o",
        "Ø": "O",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ł": "l",
        "Ł": "L",
        "ı": "i",
    }
)
_MARKS = re.compile("[\u0300-\u036f]+")
# "36 200 XV", "21 501-02", "32 824": the number of a dossier as it is printed. The lookbehind keeps "1 250 000" and
# "art. 12 345" out of it as little as it can be told: any other number of this shape reads best as one word too.
_DOSSIER = re.compile(r"(?<![\d.,])(\d{2})[ .](\d{3})(?![\d]|[.,]\d)(?:(-\d{2}\b)|[ -]([IVXLC]{1,6})\b)?")
_WORD = re.compile(r"\d+(?:[.,]\d+)+(?![^\W_])|[^\W_]+(?:['-][^\W_]+)*-?")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain apostrophes and hyphens; offsets are not kept."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHY)))
    return text.lower()


def words(text: str) -> list[str]:
    """The folded words in order; a trailing hyphen is kept on a word that leaves its second half out ("arbeids-").

    "32 824" gives "32824", "36 200 XV" "36200-xv", "1.250.000" "1250000"; hyphens and apostrophes inside stay.
    """
    found = _WORD.findall(fold(_DOSSIER.sub(_joined_dossier, _plain_spaces(text))))
    return [word if word.isalpha() else _number(word) for word in found]


def _plain_spaces(text: str) -> str:
    return text if text.isascii() else text.replace("\u00a0", " ").replace("\u2009", " ").replace("\u202f", " ")


def _joined_dossier(match: re.Match[str]) -> str:
    first, second, suffix, chapter = match.groups()
    return first + second + (suffix or "") + (f"-{chapter}" if chapter else "")


def _number(word: str) -> str:
    return word.replace(".", "") if _THOUSANDS.fullmatch(word) else word
