"""The operators of a PDF content stream with their operands (ISO 32000-2, 7.8.2), read for its text alone.

Made for speed: reports of debates place every few letters on their own, some four thousand operators a page.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias


class Name(str):
    """A PDF name without its slash."""

    __slots__ = ()


Operand: TypeAlias = "float | bytes | Name | list[Operand]"

# Possessive, so that an unclosed string costs one pass and no more; strings nest their brackets at most three deep.
_INNERMOST = rb"\((?:[^()\\]++|\\.)*+\)"
_INNER = rb"\((?:[^()\\]++|\\.|" + _INNERMOST + rb")*+\)"
_STRING = rb"\((?:[^()\\]++|\\.|" + _INNER + rb")*+\)"
_TOKEN = re.compile(
    rb"([-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|(" + _STRING + rb")"
    # Comments and inline images hold no operators; an image has at most four kilobytes, some programs write more.
    rb"|(BI\b[^()]{0,500}?\bID\s.{0,20000}?\sEI(?=\s|$)|%[^\r\n]*)"
    rb"|([A-Za-z'\"][A-Za-z0-9*]*)"
    rb"|(\[)|(\])"
    rb"|/([^\s()<>\[\]{}/%]*)"
    rb"|<([0-9A-Fa-f\s]*)>",
    re.DOTALL,
)
_NUMBER, _LITERAL, _PASSED_OVER, _OPERATOR, _OPEN, _CLOSE, _NAME, _HEXADECIMAL = range(1, 9)

_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|\r|\n)|(.))", re.DOTALL)
_CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LINE_END = re.compile(rb"\r\n?")
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")

# A stream of numbers without operators must not fill the memory.
_MOST_OPERANDS = 100_000
_DEEPEST_ARRAY = 50


def _literal(token: bytes) -> bytes:
    inside = token[1:-1]
    if b"\r" in inside:
        inside = _LINE_END.sub(b"\n", inside)
    return _ESCAPE.sub(_unescape, inside) if b"\\" in inside else inside


def _unescape(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    if match[2]:
        return b""
    return _CONTROL.get(match[3], match[3])


def _hexadecimal(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode("ascii"))


def _name(token: bytes) -> Name:
    if b"#" in token:
        token = _NAME_ESCAPE.sub(lambda match: bytes([int(match[1], 16)]), token)
    return Name(token.decode("latin-1"))


_OPERANDS: dict[int, Callable[[bytes], Operand]] = {
    _NUMBER: float,
    _LITERAL: _literal,
    _NAME: _name,
    _HEXADECIMAL: _hexadecimal,
}


def operations(data: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Each operator with its operands in order: numbers, strings, names, arrays.

    The keys and values of a dictionary stand flat among the operands; what is no token is left out.
    """
    operands: list[Operand] = []
    outer: list[list[Operand]] = []
    for match in _TOKEN.finditer(data):
        kind = match.lastindex or _PASSED_OVER
        convert = _OPERANDS.get(kind)
        if convert is not None:
            operands.append(convert(match[kind]))
            if len(operands) > _MOST_OPERANDS:
                operands, outer = [], []
        elif kind == _OPERATOR:
            # An array left open ends with the operator.
            yield match[kind], outer[0] if outer else operands
            operands, outer = [], []
        elif kind == _OPEN and len(outer) < _DEEPEST_ARRAY:
            outer.append(operands)
            operands = []
        elif kind == _CLOSE and outer:
            inner, operands = operands, outer.pop()
            operands.append(inner)
