"""Looking for barriers in a page with axe-core, and the widths, schemes and languages to look in."""

from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

from selenium.webdriver import Chrome

_RUN = """
const done = arguments[arguments.length - 1];
const why = (node) => (node.any[0] || node.all[0] || node.none[0] || {}).message;
const told = (node) => "    " + node.html.slice(0, 200) + "\\n      " + why(node);
axe.run(document, {resultTypes: ["violations"]}).then(
    (found) => done(found.violations.map((each) => [each.id + ": " + each.help, ...each.nodes.map(told)].join("\\n"))),
    (error) => done(["axe failed: " + error]));
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """How somebody looks at a page."""

    language: str
    scheme: str
    width: int

    def __str__(self) -> str:
        return f"{self.language} {self.scheme} {self.width}"


WIDE, PHONE = 1280, 380
SETTINGS = [Setting(*each) for each in product(("nl", "en"), ("light", "dark"), (WIDE, PHONE))]


@cache
def axe_source() -> str:
    """The script, as the package that carries it has it."""
    spec = find_spec("selenium_axe_python")
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0], "axe-core", "axe.min.js").read_text(encoding="utf-8")


def look_with(browser: Chrome, setting: Setting) -> None:
    """Set width and colour scheme; the language goes with the address."""
    screen = {"width": setting.width, "height": 900, "deviceScaleFactor": 1, "mobile": setting.width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    scheme: dict[str, Any] = {"features": [{"name": "prefers-color-scheme", "value": setting.scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", scheme)


def barriers(browser: Chrome) -> list[str]:
    """What axe-core finds in the page that is open, with everything in it that opens opened."""
    browser.execute_script("for (const each of document.querySelectorAll('details')) { each.open = true; }")
    browser.execute_script(axe_source())
    found: list[str] = browser.execute_async_script(_RUN)
    return found


def in_language(address: str, language: str) -> str:
    """The address of the same page in a language."""
    page, mark, anchor = address.partition("#")
    return f"{page}{'&' if '?' in page else '?'}taal={language}{mark}{anchor}"
