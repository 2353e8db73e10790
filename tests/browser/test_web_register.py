"""What a person does with the register: look for a promise, see its proof, correct it, take the list along."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.browser.console import complaints
from web.app import create_app
from web.commands.opening import open_all
from web.services import Services

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def address(sample_data: Path, serving: Callable[[Flask], str]) -> str:
    """The pages over the sample letters."""
    opened = open_all(sample_data)
    services = Services(opened.answerer, opened.library, opened.letters, book=opened.book, official=opened.official)
    return serving(create_app(services))


def patiently(browser: Chrome) -> WebDriverWait[Chrome]:
    """Wait for a page that may still be taking the place of another."""
    return WebDriverWait(browser, 10, ignored_exceptions=[StaleElementReferenceException])


def follow(browser: Chrome, by: str, which: str) -> None:
    """Click what leads to another page, and wait until that has taken the place of this one."""
    page = browser.find_element(By.TAG_NAME, "html")
    browser.find_element(by, which).click()
    WebDriverWait(browser, 10).until(staleness_of(page))


def rows(browser: Chrome) -> list[str]:
    """What the rows of the list are about."""
    return [link.text for link in browser.find_elements(By.CSS_SELECTOR, ".register .what > a")]


def narrow_to_aartsen(browser: Chrome, address: str) -> None:
    """From the first page to the one promise to Aartsen."""
    browser.get(address)
    follow(browser, By.LINK_TEXT, "Toezeggingen")
    browser.find_element(By.ID, "persoon").send_keys("Aartsen", Keys.ENTER)
    patiently(browser).until(lambda _: len(rows(browser)) == 1)


def test_from_the_list_to_the_marked_page(browser: Chrome, address: str) -> None:
    """The promise to Aartsen, its history oldest first, and its words marked in the letter."""
    narrow_to_aartsen(browser, address)
    assert browser.find_element(By.CSS_SELECTOR, ".chips a").text.startswith("Aartsen")
    follow(browser, By.CSS_SELECTOR, ".register .what > a")
    events = browser.find_elements(By.CSS_SELECTOR, ".history > li")
    assert len(events) >= 2
    quote = browser.find_element(By.CSS_SELECTOR, ".history blockquote").text
    citation = browser.find_element(By.CSS_SELECTOR, ".history cite").text

    browser.find_element(By.CSS_SELECTOR, ".history button.copy").click()
    notice = browser.find_element(By.ID, "notice")
    patiently(browser).until(lambda _: notice.text == "Citaat met vindplaats gekopieerd")
    follow(browser, By.CSS_SELECTOR, ".history .actions a")
    assert browser.find_element(By.CSS_SELECTOR, ".cited blockquote").text == quote
    assert browser.find_element(By.CSS_SELECTOR, ".cited cite").text == citation
    assert browser.find_elements(By.CSS_SELECTOR, ".picture svg rect, .reading mark")
    assert complaints(browser) == []


def test_an_entry_is_marked_wrong_and_taken_back(browser: Chrome, address: str) -> None:
    """With name and reason, shown so, gone from the list, and back again; the name is remembered."""
    narrow_to_aartsen(browser, address)
    follow(browser, By.CSS_SELECTOR, ".register .what > a")
    place = browser.current_url
    form = browser.find_element(By.CSS_SELECTOR, "form[action$='/onjuist']")
    browser.find_element(By.XPATH, "//summary[text()='Als onjuist markeren']").click()
    form.find_element(By.NAME, "reden").send_keys("Dit gaat over een ander debat.")
    form.find_element(By.NAME, "name").send_keys("J. de Vries")
    follow(browser, By.CSS_SELECTOR, "form[action$='/onjuist'] button")
    correction = browser.find_element(By.CSS_SELECTOR, ".corrections li")
    assert "J. de Vries" in correction.text
    assert "Dit gaat over een ander debat." in correction.text
    assert "telt niet mee" in browser.find_element(By.ID, "content").text

    browser.get(f"{address}/toezeggingen?persoon=Aartsen")
    assert rows(browser) == []
    browser.get(place)
    inline = browser.find_element(By.CSS_SELECTOR, ".corrections form")
    assert inline.find_element(By.NAME, "name").get_property("value") == "J. de Vries"
    follow(browser, By.CSS_SELECTOR, ".corrections form button")
    assert not browser.find_elements(By.CSS_SELECTOR, ".corrections li")
    browser.get(f"{address}/toezeggingen?persoon=Aartsen")
    assert len(rows(browser)) == 1


def test_everything_works_without_script(browser: Chrome, address: str) -> None:
    """Filters, sorting, an entry, and setting a state."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{address}/toezeggingen?soort=alle")
    every = rows(browser)
    follow(browser, By.LINK_TEXT, "Onderwerp")
    assert rows(browser) == sorted(every, key=str.casefold)
    Select(browser.find_element(By.ID, "stand")).select_by_visible_text("Afgehandeld")
    follow(browser, By.CSS_SELECTOR, ".register-filters button")
    assert 0 < len(rows(browser)) < len(every)
    follow(browser, By.CSS_SELECTOR, ".register .what > a")
    browser.find_element(By.XPATH, "//summary[text()='Status wijzigen']").click()
    form = browser.find_element(By.CSS_SELECTOR, "form[action$='/status']")
    Select(form.find_element(By.NAME, "status")).select_by_value("onbekend")
    form.find_element(By.NAME, "reden").send_keys("Nog niet gezien.")
    form.find_element(By.NAME, "name").clear()
    form.find_element(By.NAME, "name").send_keys("K. Bakker")
    follow(browser, By.CSS_SELECTOR, "form[action$='/status'] button")
    assert "status: niet bekend" in browser.find_element(By.CSS_SELECTOR, ".stand").text.lower()
    follow(browser, By.CSS_SELECTOR, ".corrections form button")
    assert not browser.find_elements(By.CSS_SELECTOR, ".corrections li")


def test_the_list_is_taken_along_as_it_is_filtered(browser: Chrome, address: str, tmp_path: Path) -> None:
    """The link of the list gives a file with its rows."""
    browser.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    narrow_to_aartsen(browser, address)
    about = rows(browser)[0]
    browser.find_element(By.LINK_TEXT, "CSV").click()
    patiently(browser).until(lambda _: list(tmp_path.glob("toezeggingen-*.csv")))
    lines = next(tmp_path.glob("toezeggingen-*.csv")).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 2
    assert about in lines[1]


@pytest.mark.parametrize(
    "path",
    ["", "?soort=motie", "?persoon=zzz&dossier=veel", "/correcties", "/officieel", "entry"],
)
def test_no_page_of_the_register_is_wider_than_a_phone(browser: Chrome, address: str, path: str) -> None:
    """At 360 pixels nothing has to be scrolled sideways, with every form unfolded."""
    metrics = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    if path == "entry":
        browser.get(f"{address}/toezeggingen?soort=alle&persoon=Aartsen")
        follow(browser, By.CSS_SELECTOR, ".register .what > a")
    else:
        browser.get(f"{address}/toezeggingen{path}")
    browser.execute_script("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
