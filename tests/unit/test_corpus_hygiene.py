"""Plain characters, and offsets that follow the text."""

import pytest

from corpus.hygiene import clean, clean_with_offsets


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("gewone tekst", "gewone tekst"),
        ("  twee\n regels\t", "twee regels"),
        ("21\u00a0501-02", "21 501-02"),
        ("\u2009dunne\u202fspatie", "dunne spatie"),
        ("arbeids\u00admarkt", "arbeidsmarkt"),
        ("e\u0301e\u0301n", "één"),
        ("woord\x00\u200b\ufeffdeel", "woorddeel"),
        ("half\ud83d", "half"),
        ("punt \uf0b7 teken", "punt teken"),
        ("’s-Gravenhage – «zo»", "’s-Gravenhage – «zo»"),
    ],
    ids=[
        "plain",
        "blanks",
        "hard blank",
        "thin blanks",
        "soft hyphen",
        "NFC",
        "unseen",
        "surrogate",
        "private",
        "marks",
    ],
)
def test_only_plain_characters_stay(raw: str, plain: str) -> None:
    """Blanks become one plain blank, unseen characters go, letters are composed, typography stays."""
    assert clean(raw) == plain


def test_offsets_move_with_what_went_before_them() -> None:
    """An offset points at the same word after characters before it have gone."""
    cleaned, (first, last) = clean_with_offsets(" de  arbeids\u00admarkt groeit", [5, 19])
    assert cleaned == "de arbeidsmarkt groeit"
    assert (cleaned[:first], cleaned[:last]) == ("de", "de arbeidsmarkt")


def test_offsets_of_a_clean_text_stay() -> None:
    """Nothing moves in a text that is plain already."""
    assert clean_with_offsets("een twee", [0, 4, 8]) == ("een twee", [0, 4, 8])
