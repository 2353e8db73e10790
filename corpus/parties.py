"""The parties and groups in both chambers since 1994, with the names that letters give them."""

import itertools
import re
from collections.abc import Mapping

# The name as the Kamer itself writes it, and what else stands for it.
PARTIES: Mapping[str, tuple[str, ...]] = {
    "VVD": ("Volkspartij voor Vrijheid en Democratie",),
    "PvdA": ("PVDA", "Partij van de Arbeid"),
    "GroenLinks-PvdA": ("GL-PvdA", "GroenLinks/PvdA", "PvdA-GroenLinks", "PvdA/GroenLinks", "GL/PvdA", "PvdA-GL"),
    "GroenLinks": ("GL", "Groen Links"),
    "CDA": ("Christen-Democratisch Appèl", "Christen Democratisch Appel"),
    "D66": ("D'66", "D 66", "Democraten 66"),
    "PVV": ("Partij voor de Vrijheid", "Groep Wilders"),
    "SP": ("Socialistische Partij",),
    "ChristenUnie": ("CU", "Christen Unie"),
    "SGP": ("Staatkundig Gereformeerde Partij",),
    "PvdD": ("PVDD", "Partij voor de Dieren"),
    "50PLUS": ("50Plus", "50 PLUS", "50+"),
    "DENK": (),
    "Groep Kuzu/Öztürk": ("GrKÖ",),
    "FVD": ("FvD", "Forum voor Democratie"),
    "JA21": ("Ja21",),
    "Volt": ("Volt Nederland",),
    "BBB": ("BoerBurgerBeweging",),
    "BIJ1": ("Bij1",),
    "BVNL": ("Belang van Nederland",),
    "Groep Van Haga": (),
    "NSC": ("Nieuw Sociaal Contract",),
    "LPF": ("Lijst Pim Fortuyn",),
    "Leefbaar Nederland": ("LN",),
    "GPV": ("Gereformeerd Politiek Verbond",),
    "RPF": ("Reformatorische Politieke Federatie",),
    "AOV": ("Algemeen Ouderen Verbond",),
    "Unie 55+": ("U55+",),
    "CD": ("Centrum Democraten",),
    "OSF": ("Onafhankelijke Senaatsfractie",),
    "OPNL": ("Onafhankelijke Politiek Nederland",),
    "VNL": ("VoorNederland",),
    "Groep Bontes/Van Klaveren": ("GrBvK",),
    "Vrijzinnige Partij": ("Klein",),
    "TON": ("Trots op Nederland", "Verdonk"),
}
# A member who left a party sits alone or leads a group: "Lid Omtzigt", "Groep Krol/Van Kooten-Arissen".
_GROUP = re.compile(r"(?:Groep|Fractie|[Ll]id)[ -](?:[Vv]an |[Dd]en? |[Dd]er )*[A-ZÀ-Þ][\w'’\-/. ]{1,38}")
# One person may be given each of these: parties that went together, groups that became a party.
_ALLIANCES = (
    frozenset({"GroenLinks-PvdA", "GroenLinks", "PvdA"}),
    frozenset({"BVNL", "Groep Van Haga", "FVD"}),
    frozenset({"DENK", "Groep Kuzu/Öztürk", "PvdA"}),
    frozenset({"VNL", "Groep Bontes/Van Klaveren", "PVV"}),
)


def _key(name: str) -> str:
    return re.sub(r"[\s’']", "", name).casefold()


_BY_KEY = {_key(alias): party for party, aliases in PARTIES.items() for alias in (party, *aliases)}


def find_party(name: str) -> str:
    """The party that `name` stands for, as the Kamer writes it; a group is its own name; "" for anything else."""
    written = " ".join(name.split())
    party = _BY_KEY.get(_key(written), "")
    return party or (written if _GROUP.fullmatch(written) else "")


ANY_PARTY = "|".join(
    # The longest first, else "GroenLinks-PvdA" would be read as "GroenLinks"; by name, so that it is always the same.
    re.escape(name)
    for name in sorted({*PARTIES, *itertools.chain(*PARTIES.values())}, key=lambda name: (-len(name), name))
)
"""A pattern of all names and abbreviations, as the Kamer writes them."""
_BEHIND = re.compile(
    rf"\s{{1,3}}van\s{{1,3}}(?:de\s{{1,3}}fractie\s{{1,3}}van\s{{1,3}})?(?:(?:de|het)\s{{1,3}})?(?P<party>{ANY_PARTY})(?![\w-])",
)


def party_behind(text: str, position: int) -> str:
    """The party behind a name that ends at `position`: "de heer Klaver van GroenLinks"; "" without one."""
    match = _BEHIND.match(text, position)
    return find_party(match["party"]) if match else ""


# Parties that became one group: who asks for the one means the group's papers too.
_JOINED: Mapping[str, tuple[str, ...]] = {"GroenLinks-PvdA": ("GroenLinks", "PvdA")}


def is_of_party(asked: str, party: str) -> bool:
    """Whether who belongs to `party` is meant by who asks for `asked`: that party, or a group that it is part of."""
    return asked == party or asked in _JOINED.get(party, ())


def may_be_same(first: str, second: str) -> bool:
    """Whether one person can be given both parties: equal, unknown, or of one alliance."""
    return not first or not second or first == second or any({first, second} <= each for each in _ALLIANCES)
