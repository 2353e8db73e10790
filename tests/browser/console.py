"""What a page complained of in the browser's console."""

from typing import Any

from selenium.webdriver import Chrome


def complaints(browser: Chrome) -> list[str]:
    """The errors since the last time that this was asked, such as what the page's own policy refused."""
    entries: list[dict[str, Any]] = browser.get_log("browser")  # type: ignore[no-untyped-call]  # selenium's own
    return [entry["message"] for entry in entries if entry["level"] == "SEVERE"]
