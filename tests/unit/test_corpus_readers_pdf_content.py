"""The operators of a content stream."""

import pytest

from corpus.readers.pdf.content import Name, operations


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b"BT ET", [(b"BT", []), (b"ET", [])]),
        (b"1 0 0 -1.5 .5 +2 Tm", [(b"Tm", [1.0, 0.0, 0.0, -1.5, 0.5, 2.0])]),
        (b"/F1 9 Tf", [(b"Tf", [Name("F1"), 9.0])]),
        (b"/A#20B Do", [(b"Do", [Name("A B")])]),
        (b"(een (genest) woord) Tj", [(b"Tj", [b"een (genest) woord"])]),
        (rb"(\(\101\n\\) Tj", [(b"Tj", [b"(A\n\\"])]),
        (b"(op twee\\\nregels) Tj", [(b"Tj", [b"op tweeregels"])]),
        (b"<41 4> Tj", [(b"Tj", [b"A@"])]),
        (b"[(P) -120 (agina)] TJ", [(b"TJ", [[b"P", -120.0, b"agina"]])]),
        (b"[ [1] 2 ] x", [(b"x", [[[1.0], 2.0]])]),
        (b"(a) '", [(b"'", [b"a"])]),
        (b"T* % (geen) Tj\nET", [(b"T*", []), (b"ET", [])]),
        (b"BI /W 1 ID \x00(Tj\xff EI Q", [(b"Q", [])]),
        (b"(open Tj", [(b"open", []), (b"Tj", [])]),
        (b"[1 2 Tj", [(b"Tj", [])]),
        (b"", []),
    ],
)
def test_operators_with_operands(stream: bytes, expected: list[tuple[bytes, list[object]]]) -> None:
    """Numbers are floats, strings bytes, names names; what is no token is left out."""
    assert list(operations(stream)) == expected
