"""The table of members is learned from titles, and slips in them are left out."""

from scripts.learn_members import believed, count

TITLES = [
    *[("Motie van het lid Jansma (SP) over brood", year) for year in (2019, 2020, 2021) for _ in range(4)],
    ("Motie van het lid Jansma (VVD) over brood", 2020),
    ("Vragen van het lid Van Van Jansma (SP) over kaas", 2020),
    ("Het Stabiliteits- en Groeipact (SGP) van de EU", 2020),
    ("Vragen van de leden Pietersma (D66) en Klaasma (CDA)", 2018),
]


def test_a_party_is_believed_with_the_years_in_which_it_was_said() -> None:
    """What was said once counts where nothing else was said; a slip, a word and a doubled prefix do not."""
    assert sorted(believed(count(TITLES))) == [
        ("Jansma", "", "SP", 2019, 2021),
        ("Klaasma", "", "CDA", 2018, 2018),
        ("Pietersma", "", "D66", 2018, 2018),
    ]
