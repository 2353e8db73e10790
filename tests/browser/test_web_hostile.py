"""Letters that try to act as programs, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By

from scripts.fuzz_api import make_target
from tests.browser.console import complaints
from tests.data_folders import build_folder
from tests.hostile_letters import hostile_letters

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_nothing_runs_and_nothing_is_refused(browser: Chrome, serving: Callable[[Flask], str], tmp_path: Path) -> None:
    """No word of a letter runs, and the pages ask for nothing that their own policy forbids."""
    letters = tmp_path / "letters"
    letters.mkdir()
    for name, content in hostile_letters().items():
        (letters / name).write_bytes(content)
    address = serving(make_target(build_folder(tmp_path / "data", letters)).app)
    browser.get(f"{address}/brieven")
    found = [link.get_attribute("href") for link in browser.find_elements(By.CSS_SELECTOR, ".letters .title a")]
    pages = ["/", "/?vraag=toegezegd+over+fietsbruggen", "/toezeggingen", "/concepten", "/beheer/mensen", "/aanmelden"]
    for place in [*(address + page for page in pages), *filter(None, found)]:
        browser.get(place)
        assert browser.execute_script("return window.hacked === undefined"), place
        assert browser.find_element(By.ID, "content").is_displayed()
        assert complaints(browser) == [], place
