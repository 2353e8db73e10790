"""Correcting a letter and replacing a version, in a real browser, as a person would."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.data_folders import SAMPLES, build_folder
from web.accounts.store import Accounts
from web.app import create_app
from web.commands.opening import open_all
from web.commands.reaching import Reach, admit
from web.commands.serving import make_services
from web.jobs import Jobs
from web.safety.audit_log import AuditLog

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_PATIENCE = 60  # seconds for a process to start, read and build
_QUESTION = "/?taal=nl&vraag=per+zwemplek+onderzoeken+waar+voedingsstoffen+en+blauwalg+vandaan+komen"


@pytest.fixture
def address(tmp_path: Path, serving: Callable[[Flask], str]) -> Iterator[str]:
    """The page over one motie, with a process that builds."""
    motie = tmp_path / "kst-27625-9004.xml"
    motie.write_bytes((SAMPLES / "motie-blauwalg.xml").read_bytes())
    data = build_folder(tmp_path / "data", motie)
    opened = open_all(data)
    jobs = Jobs(data, opened.database)
    jobs.start()
    yield serving(create_app(make_services(opened, admit(Reach(), Accounts(opened.database)), AuditLog(data), jobs)))
    jobs.stop()


@contextmanager
def another_page(browser: Chrome) -> Iterator[None]:
    """Wait until what is done inside has led to another page."""
    before = browser.find_element(By.TAG_NAME, "html")
    yield
    WebDriverWait(browser, 10).until(lambda _: _is_gone(browser, before.id))


def _is_gone(browser: Chrome, known: str) -> bool:
    return browser.find_element(By.TAG_NAME, "html").id != known


def fill(browser: Chrome, name: str, typed: str) -> None:
    """Type into a field in the place of what stands there."""
    box = browser.find_element(By.NAME, name)
    box.clear()
    box.send_keys(typed)


def reload_until(browser: Chrome, address: str, condition: Callable[[str], bool]) -> str:
    """Look at a page again and again until its words are as they should be."""

    def look(_: Chrome) -> str:
        browser.get(address)
        text = browser.find_element(By.ID, "content").text
        return text if condition(text) else ""

    return WebDriverWait(browser, _PATIENCE, poll_frequency=0.5).until(look)


def test_a_date_is_corrected_and_taken_back(browser: Chrome, address: str) -> None:
    """The answer tells it with its citation as soon as it is built in; taken back, nothing of it is shown."""
    browser.get(address + _QUESTION)
    browser.find_element(By.CSS_SELECTOR, "#passage-1 h3 a").click()
    browser.find_element(By.LINK_TEXT, "Gegevens corrigeren").click()
    fill(browser, "datum", "32 juni 2024")
    fill(browser, "reden", "Datum van het besluit")
    fill(browser, "name", "Els de Wit")
    with another_page(browser):
        browser.find_element(By.CSS_SELECTOR, ".correct-letter button").click()
    assert "«32 juni 2024» is geen datum" in browser.find_element(By.CSS_SELECTOR, "#datum .problem").text

    fill(browser, "datum", "3 oktober 2024")
    with another_page(browser):
        browser.find_element(By.CSS_SELECTOR, ".correct-letter button").click()
    told = browser.find_element(By.ID, "gecorrigeerd").text
    assert "Datum: 3 oktober 2024 (was: 25 juni 2024), door Els de Wit" in told
    assert "Datum van het besluit" in told

    answer = reload_until(browser, address + _QUESTION, lambda text: "GECORRIGEERD" in text.upper())
    passage = browser.find_element(By.ID, "passage-1").text
    assert "Datum: 3 oktober 2024 (was: 25 juni 2024), door Els de Wit" in passage
    assert "Kamerstukken II 2023/24, 27625, nr. 9004" in passage
    assert "3 oktober 2024" in answer
    browser.get(f"{address}{_QUESTION}&van=2024-10-01&tot=2024-10-31")
    assert browser.find_elements(By.ID, "passage-1")

    browser.find_element(By.CSS_SELECTOR, "#passage-1 h3 a").click()
    assert "nog niet" not in browser.find_element(By.ID, "gecorrigeerd").text
    browser.find_element(By.CSS_SELECTOR, "#gecorrigeerd summary").click()
    with another_page(browser):
        browser.find_element(By.CSS_SELECTOR, "#gecorrigeerd button").click()
    assert not browser.find_elements(By.ID, "gecorrigeerd")
    reload_until(browser, address + _QUESTION, lambda text: "25 juni 2024" in text and "Els de Wit" not in text)


def test_a_newer_version_replaces_the_older_one(browser: Chrome, address: str, tmp_path: Path) -> None:
    """Handed in on the page; from then on it is found in the place of the older one, and each says so of the other."""
    changed = tmp_path / "kst-27625-9005.xml"
    older = (SAMPLES / "motie-blauwalg.xml").read_text(encoding="utf-8")
    changed.write_text(
        older.replace("9004", "9005")
        .replace("MOTIE VAN DE LEDEN", "GEWIJZIGDE MOTIE VAN DE LEDEN")
        .replace("MODELMAN</titel>", "MODELMAN TER VERVANGING VAN DIE GEDRUKT ONDER NR. 9004</titel>")
        .replace("per zwemplek te laten onderzoeken", "voor de vijftig grootste wateren na te gaan"),
        encoding="utf-8",
    )
    browser.get(f"{address}/brieven/toevoegen?taal=nl")
    fill(browser, "name", "Els de Wit")
    browser.find_element(By.ID, "files").send_keys(str(changed))
    with another_page(browser):
        browser.find_element(By.CSS_SELECTOR, ".hand-in button[type=submit]").click()

    reload_until(browser, address + _QUESTION, lambda text: "Deze versie vervangt" in text)
    older_one = browser.find_element(By.CSS_SELECTOR, ".passage .replaces a")
    assert "27625, nr. 9004" in older_one.text
    older_one.click()
    newer_one = browser.find_element(By.CSS_SELECTOR, ".replaced a")
    assert "27625, nr. 9005" in newer_one.text
    newer_one.click()
    assert "27625, nr. 9004" in browser.find_element(By.CSS_SELECTOR, ".replaces").text
    browser.get(f"{address}/brieven?taal=nl")
    assert [label.text for label in browser.find_elements(By.CSS_SELECTOR, ".letters .label")] == ["vervangen"]
