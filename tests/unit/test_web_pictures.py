"""Keeping drawn pages."""

from web.marked.pictures import PictureCache


def test_a_picture_is_drawn_once() -> None:
    """The second time it comes from memory."""
    drawn: list[int] = []

    def draw() -> bytes:
        drawn.append(1)
        return b"picture"

    pictures = PictureCache()
    assert [pictures.get("a", 1, draw), pictures.get("a", 1, draw)] == [b"picture", b"picture"]
    assert len(drawn) == 1


def test_the_picture_that_was_not_asked_for_longest_goes_first() -> None:
    """The bytes that are kept stay under the limit."""
    pictures = PictureCache(most_bytes=20)
    for page in (1, 2, 1, 3):
        pictures.get("a", page, lambda: b"0123456789")
    assert pictures.get("a", 1, lambda: b"anew") == b"0123456789"
    assert pictures.get("a", 2, lambda: b"anew") == b"anew"


def test_a_picture_over_the_limit_is_shown_but_not_kept() -> None:
    """One large picture does not stay in memory."""
    pictures = PictureCache(most_bytes=5)
    assert pictures.get("a", 1, lambda: b"0123456789") == b"0123456789"
    assert pictures.get("a", 1, lambda: b"anew") == b"anew"
