"""The parts of names, and when spellings are alike."""

import pytest

from corpus.names import distance, first_letters, fold, full_name, similar, split_name, surname_parts, surname_prefix


@pytest.mark.parametrize(
    ("written", "first", "surname"),
    [
        ("Jasper van Dijk", "Jasper", "Van Dijk"),
        ("van Dijk", "", "Van Dijk"),
        ("Dijk, J. van", "J.", "Van Dijk"),
        ("J.J. (Jasper) van Dijk", "Jasper", "Van Dijk"),
        ("JASPER VAN DIJK", "Jasper", "Van Dijk"),
        ("VAN 'T WOUT", "", "Van 't Wout"),
        ("C.E.G. van Gennep", "C.E.G.", "Van Gennep"),
        ("Th. C. de Graaf", "Th.C.", "De Graaf"),
        ("drs. R.J.T. van der Veen MSc", "R.J.T.", "Van der Veen"),
        ("Mark Harbers", "Mark", "Harbers"),
        ("Bruins Slot", "", "Bruins Slot"),
        ("Hanke Bruins Slot", "Hanke", "Bruins Slot"),
        ("Sybrand van Haersma Buma", "Sybrand", "Van Haersma Buma"),
        ("Nijkerken-de Haan", "", "Nijkerken-de Haan"),
        ("WIEGMAN-VAN MEPPELEN SCHEPPINK", "", "Wiegman-van Meppelen Scheppink"),
        ("EL ABASSI", "", "El Abassi"),
        ("Kostic´", "", "Kostić"),
        ("IJZERMANS", "", "IJzermans"),
        ("", "", ""),
    ],
)
def test_a_name_has_a_first_part_and_a_surname(written: str, first: str, surname: str) -> None:
    """First name or initials, and the surname with its prefix in front and a capital."""
    assert split_name(written) == (first, surname)


def test_a_full_name_writes_the_prefix_small() -> None:
    """In a sentence the prefix is small behind a first name only."""
    assert full_name("Jasper", "Van Dijk") == "Jasper van Dijk"
    assert full_name("", "Van Dijk") == "Van Dijk"
    assert full_name("Mark", "Harbers") == "Mark Harbers"


def test_folding_leaves_plain_small_letters() -> None:
    """Accents, capitals and double spaces do not count."""
    assert fold("Yeşilgöz  ÇELİK Kostić’s") == "yesilgoz celik kostic's"


def test_the_parts_of_a_surname_are_compared_without_prefix() -> None:
    """Both halves of a double surname count, each without its prefix."""
    assert surname_parts("Nijkerken-de Haan") == ("nijkerken", "haan")
    assert surname_prefix("Van der Plas") == "van der"
    assert first_letters("C.E.G.") == "ceg"
    assert first_letters("Jasper") == "j"


@pytest.mark.parametrize(
    ("first", "second", "edits"),
    [("jasper", "japser", 1), ("peters", "pieters", 1), ("", "ab", 2), ("abc", "abc", 0), ("kitten", "sitting", 3)],
)
def test_the_distance_counts_edits(first: str, second: str, edits: int) -> None:
    """Insertions, deletions, replacements and swaps of neighbours count one each."""
    assert distance(first, second, 5) == edits


def test_similar_is_strict_for_short_names() -> None:
    """A typing error is forgiven from seven letters on, in the first letter never."""
    assert similar("rikkers", "rikers") is False
    assert similar("koekkoek", "koekoek")
    assert not similar("peters", "pieters")
    assert not similar("baartsen", "aartsens")
