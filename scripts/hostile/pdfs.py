"""PDF files that are damaged, or made to take for ever: the same ones for the same seed."""

import random
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

_TEXT = b"BT /F1 12 Tf 50 700 Td (Geachte voorzitter, ik zeg de Kamer toe dat er bruggen komen.) Tj ET"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_MEGABYTE = 1024 * 1024

Objects = dict[int, bytes]


def hostile_pdfs(sound: Sequence[bytes], number: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """That many files with their names: sound ones damaged, and ones made by hand, some of those damaged as well."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for place in range(number):
        if place % 3:
            name, damage = chance.choice(_DAMAGES)
            yield f"{place:04}-{name}.pdf", damage(chance, chance.choice(sound))
        else:
            name, make = chance.choice(_TRAPS)
            content = make(chance)
            if chance.random() < 0.3:
                content = _flipped(chance, content)
            yield f"{place:04}-{name}.pdf", content


# ---- damage ----


def _flipped(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20, 200))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _truncated(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content))]


def _beheaded(chance: random.Random, content: bytes) -> bytes:
    return content[chance.randrange(len(content)) :]


def _shuffled(chance: random.Random, content: bytes) -> bytes:
    cuts = sorted(chance.sample(range(len(content)), 3))
    first, second, third, fourth = (content[a:b] for a, b in zip([0, *cuts], [*cuts, len(content)], strict=True))
    return first + third + second + fourth


def _overwritten(chance: random.Random, content: bytes) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + chance.randbytes(chance.choice((10, 1000))) + content[start + 10 :]


def _renumbered(chance: random.Random, content: bytes) -> bytes:
    """Other numbers in the structure: lengths, offsets, references."""
    changed = bytearray(content)
    digits = [place for place, byte in enumerate(changed) if 0x30 <= byte <= 0x39]
    for _ in range(chance.choice((2, 10, 60))):
        changed[chance.choice(digits)] = chance.choice(b"0123456789")
    return bytes(changed)


_DAMAGES: Sequence[tuple[str, Callable[[random.Random, bytes], bytes]]] = (
    ("flipped", _flipped),
    ("truncated", _truncated),
    ("beheaded", _beheaded),
    ("shuffled", _shuffled),
    ("overwritten", _overwritten),
    ("renumbered", _renumbered),
)


# ---- traps ----


def _pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """A file of these objects, the first of them its catalogue."""
    content = bytearray(b"%PDF-1.7\n")
    offsets: dict[int, int] = {}
    for number, body in objects.items():
        offsets[number] = len(content)
        content += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(content)
    content += b"xref\n0 1\n0000000000 65535 f \n"
    for number, offset in offsets.items():
        content += b"%d 1\n%010d 00000 n \n" % (number, offset)
    size = max(objects) + 1
    content += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(content)


def _stream(content: bytes, rest: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n" % (len(content), rest) + content + b"\nendstream"


def _letter(**changed: bytes) -> Objects:
    """A letter of one page; parts of it can be another."""
    page = (
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox "
        + changed.get("box", b"[0 0 595 842]")
        + b" /Resources << /Font << /F1 5 0 R >> "
        + changed.get("resources", b"")
        + b" >> "
        + changed.get("page", b"")
        + b" >>"
    )
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R " + changed.get("catalogue", b"") + b" >>",
        2: changed.get("pages", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        3: page,
        4: changed.get("content", _stream(_TEXT)),
        5: changed.get("font", _FONT),
    }


def _outline_loop(chance: random.Random) -> bytes:
    objects = _letter(catalogue=b"/Outlines 6 0 R")
    objects[6] = b"<< /Type /Outlines /First 7 0 R /Last 8 0 R /Count 2 >>"
    targets = chance.sample([b"6", b"7", b"8"], 2)
    objects[7] = b"<< /Title (a) /Parent 6 0 R /Next %s 0 R /First %s 0 R >>" % (targets[0], targets[1])
    objects[8] = b"<< /Title (b) /Parent 7 0 R /Next 7 0 R /First 8 0 R >>"
    return _pdf(objects)


def _page_tree_loop(chance: random.Random) -> bytes:
    kids = chance.choice((b"[2 0 R]", b"[3 0 R 2 0 R]", b"[1 0 R 3 0 R]", b"[3 0 R 3 0 R 3 0 R]"))
    return _pdf(_letter(pages=b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, chance.choice((1, -1, 10**9)))))


def _deep_page_tree(chance: random.Random) -> bytes:
    depth = chance.choice((50, 2000, 20_000))
    objects = _letter(pages=b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>")
    for number in range(10, 10 + depth):
        objects[number] = b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (number - 1, number + 1)
    objects[10 + depth] = objects[3]
    return _pdf(objects)


def _many_pages(chance: random.Random) -> bytes:
    count = chance.choice((500, 5000, 100_000))
    return _pdf(_letter(pages=b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count)))


def _cross_reference_loop(chance: random.Random) -> bytes:
    content = _pdf(_letter())
    start = content.rindex(b"xref\n0 1")
    target = chance.choice((start, 0, len(content) * 2, start + 1))
    return (
        _pdf(_letter(), b"/Prev %d" % target)
        if chance.random() < 0.5
        else content.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d /XRefStm %d" % (start, start))
    )


def _length_loop(chance: random.Random) -> bytes:
    length = chance.choice((b"4 0 R", b"1 0 R", b"-1", b"99999999999", b"[1]"))
    return _pdf(_letter(content=b"<< /Length %s >>\nstream\n%s\nendstream" % (length, _TEXT)))


def _bomb(chance: random.Random) -> bytes:
    """Compressed several times over: a few kilobytes that unpack to hundreds of megabytes."""
    layers = chance.choice((1, 2, 3))
    filling = chance.choice((b"\0", b" ", b"q Q ", _TEXT + b"\n", b"(", b"[", b"<<"))
    size = chance.choice((5, 50, 400)) * _MEGABYTE
    packer = zlib.compressobj(9)
    part = filling * (_MEGABYTE // len(filling))
    packed = b"".join(packer.compress(part) for _ in range(size // _MEGABYTE)) + packer.flush()
    for _ in range(layers - 1):
        packed = zlib.compress(packed, 9)
    return _pdf(_letter(content=_stream(packed, b"/Filter [%s]" % (b"/FlateDecode " * layers))))


def _predictor_bomb(chance: random.Random) -> bytes:
    rest = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns %d /Colors %d >>"
    packed = zlib.compress(b"\0" * _MEGABYTE)
    return _pdf(_letter(content=_stream(packed, rest % (chance.choice((1, 10**9, 2**31)), chance.choice((1, 10**6))))))


def _huge_page(chance: random.Random) -> bytes:
    boxes = (
        b"[0 0 1000000000 1000000000]", b"[0 0 0 0]", b"[-1e38 -1e38 1e38 1e38]", b"[0 0 1 100000000]",
        b"[5 5 1 1]", b"[0 0 595]", b"[/a /b /c /d]", b"3 0 R", b"[0 0 14400 14400]",
    )  # fmt: skip
    return _pdf(_letter(box=chance.choice(boxes), page=chance.choice((b"", b"/UserUnit 100000", b"/Rotate 45"))))


def _laughing_forms(chance: random.Random) -> bytes:
    """Each form draws the next one many times; the last one may draw the first."""
    depth, width = chance.choice(((5, 10), (10, 10), (30, 2), (3, 500)))
    objects = _letter(content=_stream(b"/X10 Do"), resources=b"/XObject << /X10 10 0 R >>")
    for number in range(10, 10 + depth):
        following = number + 1 if number < 9 + depth else chance.choice((5, 10))
        rest = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>" % following
        objects[number] = _stream(b"/X Do " * width, rest)
    return _pdf(objects)


def _huge_image(chance: random.Random) -> bytes:
    side = chance.choice((1000, 60_000, 2**31 - 1))
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    objects = _letter(content=_stream(b"600 0 0 600 0 0 cm /I Do " + _TEXT), resources=b"/XObject << /I 10 0 R >>")
    packed = zlib.compress(b"\0" * 10 * _MEGABYTE)
    objects[10] = _stream(packed, image % (side, side) + b" /Filter /FlateDecode")
    return _pdf(objects)


def _wild_characters(chance: random.Random) -> bytes:
    ranges = chance.choice((b"<0000> <FFFF> <0000>", b"<00000000> <FFFFFFFF> <0041>", b"<00> <FF> [<0041>]"))
    objects = _letter(font=_FONT.replace(b">>", b"/ToUnicode 10 0 R >>"))
    lines = b"begincmap\n" + b"1 beginbfrange\n%s\nendbfrange\n" % ranges * chance.choice((1, 2000)) + b"endcmap"
    objects[10] = _stream(lines)
    return _pdf(objects)


def _deep_nesting(chance: random.Random) -> bytes:
    depth = chance.choice((100, 5000, 200_000))
    opening, closing = chance.choice(((b"[", b"]"), (b"<</A ", b">>"), (b"(", b")")))
    nested = opening * depth + chance.choice((b"", closing * depth))
    return (
        _pdf(_letter(catalogue=b"/Names " + nested))
        if chance.random() < 0.5
        else _pdf(_letter(content=_stream(nested + _TEXT)))
    )


def _locked(chance: random.Random) -> bytes:
    version = chance.choice((1, 2, 4, 5, 99))
    trailer = b"/Encrypt << /Filter /Standard /V %d /R %d /O (x) /U (y) /P -4 /Length 128 >> /ID [(a) (b)]"
    return _pdf(_letter(), trailer % (version, version))


_TRAPS: Sequence[tuple[str, Callable[[random.Random], bytes]]] = (
    ("outline-loop", _outline_loop),
    ("page-tree-loop", _page_tree_loop),
    ("deep-page-tree", _deep_page_tree),
    ("many-pages", _many_pages),
    ("cross-reference-loop", _cross_reference_loop),
    ("length-loop", _length_loop),
    ("bomb", _bomb),
    ("predictor-bomb", _predictor_bomb),
    ("huge-page", _huge_page),
    ("laughing-forms", _laughing_forms),
    ("huge-image", _huge_image),
    ("wild-characters", _wild_characters),
    ("deep-nesting", _deep_nesting),
    ("locked", _locked),
)
