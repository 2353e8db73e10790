"""Of which party a member was, and when."""

from corpus.members import Membership, agreed_party, memberships
from corpus.parties import is_of_party


def test_a_name_is_known_whatever_its_capitals_and_accents() -> None:
    """With the years in which it was said."""
    parties = {each.party for each in memberships("KROGER")}
    assert parties == {"GroenLinks", "GroenLinks-PvdA"} == {each.party for each in memberships("Kröger")}
    assert memberships("Zonderling") == ()
    assert all(2000 < each.since <= each.until for each in memberships("Van der Lee"))


def test_the_year_itself_goes_before_those_beside_it() -> None:
    """And these before all others; what differs is not known."""
    claims = [Membership("", "CDA", 2012, 2020), Membership("", "NSC", 2024, 2025), Membership("", "VVD")]
    assert agreed_party(claims, "", 2019) == "CDA"
    assert agreed_party(claims, "", 2021) == "CDA"
    assert agreed_party(claims, "", 2025) == "NSC"
    assert agreed_party(claims, "", 2009) == ""
    assert agreed_party(claims, "", None) == ""
    assert agreed_party([], "", 2019) == ""


def test_a_first_name_tells_namesakes_apart() -> None:
    """Claims on that name count before those on the surname alone."""
    claims = [Membership("Inge", "CDA", 2021, 2025), Membership("", "SGP", 2024, 2025)]
    assert agreed_party(claims, "", 2024) == ""
    assert agreed_party(claims, "I.", 2024) == "CDA"
    assert agreed_party(claims, "Diederik", 2024) == "SGP"


def test_parties_that_went_together_agree_on_the_last() -> None:
    """Who asks for one of them means the papers of the group too, not the other way round."""
    claims = [Membership("", "PvdA", 2021, 2023), Membership("", "GroenLinks-PvdA", 2023, 2025)]
    assert agreed_party(claims, "", 2023) == agreed_party(claims, "", None) == "GroenLinks-PvdA"
    assert agreed_party(claims, "", 2022) == "PvdA"
    assert is_of_party("PvdA", "GroenLinks-PvdA")
    assert not is_of_party("GroenLinks-PvdA", "PvdA")
    assert is_of_party("SP", "SP")
    assert not is_of_party("SP", "")
