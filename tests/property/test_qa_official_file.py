"""Files of the official register: whatever stands in them, every row is read, told or counted."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from qa.commitments.official_file import KEPT, read_official_file
from qa.errors import BadRegister

_FIELDS = (
    "Nummer",
    "Tekst",
    "Status",
    "Aanmaakdatum",
    "DatumNakoming",
    "Naam",
    "Achternaam",
    "Verwijderd",
    "Activiteit",
)
_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12)
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_NUMBERS = st.from_regex(r"TZ20(1[89]|2[0-6])(0[1-9]|1[0-2])-[0-9]{3}", fullmatch=True)
_DATES = st.sampled_from(
    ["0001-01-01T00:00:00Z", "2025-02-30", "2025-03-12T16:05:41.5+01:00", "2025-06-30T22:00:00Z", ""]
)
_ROWS = st.fixed_dictionaries(
    {"Nummer": _NUMBERS | _VALUES, "Tekst": st.text(max_size=20) | _VALUES},
    optional=dict.fromkeys(_FIELDS[2:], _DATES | _VALUES),
)


@given(data=st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No other error comes out."""
    try:
        read_official_file(data)
    except BadRegister:
        return


@given(rows=st.lists(_ROWS | _VALUES, max_size=8))
@settings(max_examples=200, deadline=None)
def test_every_row_is_read_told_or_counted(rows: list[Any]) -> None:
    """Rows in the register, rows left out and told, rows that count once for several, rows deleted: together all."""
    rows = [{"Nummer": "TZ202503-014", "Tekst": "De minister komt erop terug."}, *rows]
    found = read_official_file(json.dumps({"value": rows}).encode())
    left_out = [trouble for trouble in found.troubles if trouble.reason not in KEPT]
    twice = [trouble for trouble in found.troubles if trouble.reason.value == "twice"]
    assert len(found.rows) + len(left_out) + len(twice) + found.deleted == len(rows)
    assert len({row.number for row in found.rows}) == len(found.rows)
    for row in found.rows:
        assert row.text
        assert all(day is None or 1900 < day.year < 9999 for day in (row.made, row.due, row.closed))
