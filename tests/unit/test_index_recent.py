"""A bounded memory of what was used last."""

from index.recent import Recent


def test_what_was_used_last_is_remembered() -> None:
    """The last `size` entries that were put or asked for are there, and never more than twice as many."""
    recent: Recent[int, str] = Recent(3)
    for key in range(3):
        recent.put(key, str(key))
    assert [recent.get(key) for key in range(3)] == ["0", "1", "2"]

    for key in range(3, 100):
        recent.put(key, str(key))
        assert recent.get(0) == "0"
        assert sum(recent.get(other) is not None for other in range(1, key - 5)) == 0


def test_what_is_not_known_is_none() -> None:
    """An unknown key gives None, and a later value replaces an earlier one."""
    recent: Recent[str, int] = Recent(1)
    assert recent.get("a") is None
    recent.put("a", 1)
    recent.put("a", 2)
    assert recent.get("a") == 2
