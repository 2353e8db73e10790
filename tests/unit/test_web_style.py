"""The colours of the style sheet, by the contrast that WCAG 2.1 AA asks for."""

import re
from pathlib import Path

import pytest

import web

STYLE = (Path(web.__file__).parent / "static" / "vraagbaak.css").read_text(encoding="utf-8")
TEXT, EDGE = 4.5, 3.0
PAIRS = [
    *[(ink, ground, TEXT) for ink in ("ink", "soft", "accent") for ground in ("paper", "card", "tint")],
    *[("warn", ground, TEXT) for ground in ("paper", "card", "warn-tint")],
    ("ink", "warn-tint", TEXT),
    ("accent", "warn-tint", TEXT),
    ("accent-ink", "accent", TEXT),
    ("mark-ink", "mark", TEXT),
    ("edge", "paper", EDGE),
    ("edge", "card", EDGE),
]


def colours(scheme: str) -> dict[str, str]:
    """The named colours of a scheme, light or dark."""
    light, dark = re.findall(r":root \{([^}]*)\}", STYLE)[:2]
    named = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    return named if scheme == "light" else named | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS, ids=[f"{ink} on {ground}" for ink, ground, _ in PAIRS])
def test_contrast_is_enough(scheme: str, ink: str, ground: str, least: float) -> None:
    """Text at least 4.5 to 1, the edges of controls at least 3 to 1."""
    named = colours(scheme)
    lighter, darker = sorted((luminance(named[ink]), luminance(named[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= least


def test_the_formula_gives_the_known_extremes() -> None:
    """Black on white is 21 to 1."""
    assert (luminance("#ffffff") + 0.05) / (luminance("#000000") + 0.05) == pytest.approx(21)


def test_nothing_is_fetched_from_elsewhere() -> None:
    """No fonts, no pictures, no other style sheets."""
    assert not re.search(r"url\(|@import", STYLE)
