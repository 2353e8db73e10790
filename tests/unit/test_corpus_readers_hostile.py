"""Broken and hostile files: each gives a letter or a clear reason, never another error."""

import contextlib
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import Refusal, UnreadableFile
from corpus.readers import read
from corpus.readers.source import SourceFile, walk
from corpus.reading import Reading
from tests.word_examples import field, paragraph, table, text_box, word_file

DOCX = word_file(
    table(("Datum", "3 mei 2024"), ("Onderwerp", "Bellen"))
    + paragraph("Geachte voorzitter,", text_box(paragraph("Ons kenmerk") + paragraph("17")))
    + paragraph("Ik stuur u ", field(" DOCPROPERTY wat ", "een brief"), " over fietsbellen en fietspaden in de stad.")
    + paragraph("Vraag 1")
    + paragraph("Klopt dat", '<w:r><w:footnoteReference w:id="2"/></w:r>', "?")
    + table(("a", "b"), ("c", "d")),
    footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>Noot.</w:t></w:r></w:p></w:footnote>',
)
XML = b"""<?xml version="1.0" encoding="UTF-8"?><officiele-publicatie><metadata/><kamerstuk><kamerstukkop>
<tekstregel inhoud="vergaderjaar">Vergaderjaar 2023-2024</tekstregel></kamerstukkop><stuk><stuknr>Nr. 1</stuknr>
<titel>MOTIE VAN HET LID ZWART</titel><algemeen><vrije-tekst><tekst><al>De Kamer,</al><al>verzoekt de regering
<nadruk type="cur">te</nadruk> bellen,</al><lijst><li><li.nr>a.</li.nr><al>snel;</al></li></lijst>
<al>en gaat over tot de orde van de dag.</al><al>Zwart</al></tekst></vrije-tekst></algemeen></stuk></kamerstuk>
</officiele-publicatie>"""
HTML = b"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Brief</title></head><body><main><h1>Bellen</h1>
<p>Geachte voorzitter, zie<a href="#n1">1</a> dit.</p><ul><li>een<ul><li>twee</li></ul></li></ul>
<table><tr><td>a</td><td>b</td></tr></table><p id="n1">1 Een noot.</p></main></body></html>"""
WHOLE = {"docx": DOCX, "xml": XML, "html": HTML}


def _mutate(data: bytes, chance: random.Random) -> bytes:
    """The data with some bytes changed, left out, doubled or swapped."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(changed))
        length = chance.randint(1, 40)
        match chance.randrange(4):
            case 0:
                changed[place] = chance.randrange(256)
            case 1:
                del changed[place : place + length]
            case 2:
                changed[place:place] = changed[place : place + length]
            case _:
                changed[place : place + length] = chance.randbytes(length)
        if not changed:
            return b""
    return bytes(changed)


def _outcome(data: bytes) -> Reading | Refusal:
    try:
        return read(data)
    except UnreadableFile as refused:
        said = str(refused)
        reason = refused.reason
    assert said
    assert "\n" not in said
    return reason


@pytest.mark.parametrize("kind", WHOLE)
def test_two_hundred_mutations_break_nothing(kind: str) -> None:
    """Any other exception than a refusal would be a failure of the program."""
    chance = random.Random(kind)
    outcomes = [_outcome(_mutate(WHOLE[kind], chance)) for _ in range(200)]
    assert any(isinstance(outcome, Reading) for outcome in outcomes)


@pytest.mark.parametrize("kind", WHOLE)
def test_files_that_are_cut_off_anywhere(kind: str) -> None:
    """From nothing to all but the last byte."""
    data = WHOLE[kind]
    outcomes = [_outcome(data[: len(data) * part // 24]) for part in range(24)]
    assert outcomes[0] is Refusal.EMPTY
    assert isinstance(_outcome(data), Reading)


def test_two_hundred_mutations_of_an_archive(tmp_path: Path) -> None:
    """Each walk ends, and every file in it loads or is refused."""
    chance = random.Random("zip")
    path = tmp_path / "post.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("brief.docx", DOCX)
        archive.writestr("map/motie.xml", XML)
        archive.write(__file__, "tekst.txt")
    whole = path.read_bytes()
    for _ in range(200):
        path.write_bytes(_mutate(whole, chance))
        for source in walk([path]):
            if isinstance(source, SourceFile):
                with contextlib.suppress(UnreadableFile):
                    _outcome(source.load())


def _laughs() -> bytes:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'<!DOCTYPE x [<!ENTITY l0 "ha">{lines}]><officiele-publicatie><al>&l11;</al></officiele-publicatie>'.encode()
    )


def _quadratic() -> bytes:
    many = "&l;" * 50_000
    long = "ha" * 25_000
    return f'<!DOCTYPE x [<!ENTITY l "{long}">]><officiele-publicatie><al>{many}</al></officiele-publicatie>'.encode()


def _outside() -> bytes:
    return b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><officiele-publicatie><al>&e;</al></officiele-publicatie>'


def _deep() -> bytes:
    return (
        b"<officiele-publicatie>"
        + b"<divisie>" * 200
        + b"<al>x</al>"
        + b"</divisie>" * 200
        + b"</officiele-publicatie>"
    )


def _deeper() -> bytes:
    return b"<officiele-publicatie>" + b"<divisie>" * 100_000


def _deep_word() -> bytes:
    return word_file("<w:sdt><w:sdtContent>" * 200 + paragraph("Diep.") + "</w:sdtContent></w:sdt>" * 200)


def _word_with_entities() -> bytes:
    return word_file(paragraph("Tekst &ha;."))


@pytest.mark.parametrize("make", [_laughs, _quadratic, _outside, _deep, _deeper, _deep_word, _word_with_entities])
def test_markup_that_means_harm_is_refused(make: Callable[[], bytes]) -> None:
    """Entities are not followed, and nesting has an end."""
    assert _outcome(make()) is Refusal.DAMAGED


def test_a_page_of_a_million_open_elements_is_survived() -> None:
    """A web page need not be well-formed."""
    outcome = _outcome(b"<html><body>" + b"<div>" * 1_000_000 + b"tekst")
    assert isinstance(outcome, Reading) or outcome in {Refusal.DAMAGED, Refusal.NO_TEXT}


def test_xml_of_another_kind_is_named() -> None:
    """The reader learns what it is, and what is known."""
    with pytest.raises(UnreadableFile, match=r"<feed>.*officiele-publicatie") as refused:
        read(b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>')
    assert refused.value.reason is Refusal.UNKNOWN_KIND


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\n \t\r\n ", id="blank text"),
        pytest.param(b"\xef\xbb\xbf\n", id="a mark alone"),
        pytest.param(b"<html><body><p>&nbsp;</p></body></html>", id="a blank page"),
        pytest.param(b"<officiele-publicatie><metadata/></officiele-publicatie>", id="an empty publication"),
        pytest.param(word_file(paragraph("", " ")), id="an empty document"),
        pytest.param("* * *\n– – –".encode(), id="signs without words"),
    ],
)
def test_a_file_without_a_word_is_refused(data: bytes) -> None:
    """An empty letter would be found by nobody, and missed by nobody."""
    assert _outcome(data) in {Refusal.EMPTY, Refusal.NO_TEXT}
