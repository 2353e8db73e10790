"""Originals and pictures, through the client."""

import pytest

from corpus.types import Format
from tests.web_examples import draw_pdf, make_app, make_letter

PDF = draw_pdf([["Een plan."]])


def test_the_original_is_a_download_that_can_do_nothing() -> None:
    """The very bytes, sealed: no sniffing, no running, no showing."""
    letter = make_letter(PDF, letter_format=Format.PDF, file="map/Brief <b>.pdf")
    response = make_app((letter, PDF)).test_client().get(f"/brief/{letter.id}/origineel")
    assert response.data == PDF
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert response.headers["Content-Disposition"] == 'attachment; filename="Brief <b>.pdf"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a/b/brief.TXT", "brief.TXT"),
        ("..\\..\\brief.exe", "brief.exe.txt"),
        ("archief.zip/map/", "map.txt"),
        ("", "brief.txt"),
    ],
)
def test_a_download_is_named_after_the_file_without_its_folders(file: str, name: str) -> None:
    """The ending tells what was recognised in the file."""
    letter = make_letter(file=file)
    response = make_app((letter, b"een brief")).test_client().get(f"/brief/{letter.id}/origineel")
    assert response.headers["Content-Disposition"] == f"attachment; filename={name}"


def test_a_line_break_in_a_name_makes_no_header() -> None:
    """A hostile name stays one value."""
    letter = make_letter(file="a\r\nX-Evil: 1.txt")
    response = make_app((letter, b"een brief")).test_client().get(f"/brief/{letter.id}/origineel")
    assert response.status_code == 200
    assert "X-Evil" not in response.headers


def test_a_picture_may_be_kept_by_this_browser_alone() -> None:
    """It never changes, since its address is that of the file's content."""
    letter = make_letter(PDF, letter_format=Format.PDF, page_starts=(0,))
    response = make_app((letter, PDF)).test_client().get(f"/brief/{letter.id}/pagina/1.png")
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Cache-Control"] == "private, max-age=86400, immutable"
    assert response.data.startswith(b"\x89PNG")
