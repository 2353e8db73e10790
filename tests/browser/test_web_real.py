"""The whole program in a real browser: the sample letters, read, built and served as a person would."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.console import complaints
from web.app import create_app
from web.cli import main
from web.commands.opening import open_all
from web.services import Services, Settings

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def address(sample_data: Path, serving: Callable[[Flask], str]) -> str:
    """The page over the sample letters."""
    opened = open_all(sample_data)
    return serving(create_app(Services(opened.answerer, opened.library, opened.store, Settings(sample=True))))


@pytest.mark.parametrize("question", ["Wat is er toegezegd aan Aartsen?", "What was promised to Aartsen?"])
def test_a_question_leads_to_the_marked_page(browser: Chrome, address: str, question: str) -> None:
    """The promise to Aartsen is found in either language, marked on its page, and its quotation can be copied."""
    browser.get(address)
    assert "Voorbeeldbrieven" in browser.find_element(By.TAG_NAME, "body").text
    browser.find_element(By.ID, "question").send_keys(question, Keys.ENTER)
    first = browser.find_element(By.ID, "passage-1")
    quoted = first.find_element(By.TAG_NAME, "mark").text
    assert "Aartsen" in quoted
    assert "startba" in browser.find_element(By.ID, "content").text

    first.find_element(By.CSS_SELECTOR, "button.copy").click()
    notice = browser.find_element(By.ID, "notice")
    WebDriverWait(browser, 5).until(lambda _: notice.text == "Citaat met vindplaats gekopieerd")
    citation = first.find_element(By.TAG_NAME, "cite").text
    box = browser.find_element(By.ID, "question")
    box.clear()
    box.send_keys(Keys.CONTROL, "v")
    assert box.get_property("value") == f"“{quoted}” ({citation})"

    first.find_element(By.PARTIAL_LINK_TEXT, "Bekijk").click()
    picture = browser.find_element(By.CSS_SELECTOR, ".picture img")
    WebDriverWait(browser, 5).until(lambda _: picture.get_property("naturalWidth"))
    assert browser.find_elements(By.CSS_SELECTOR, ".picture svg rect")
    # The sign of a note breaks the mark in two.
    marked = "".join(mark.text for mark in browser.find_elements(By.CSS_SELECTOR, ".page-text mark"))
    assert marked.replace(" ", "") == quoted.replace(" ", "")
    assert browser.find_element(By.CSS_SELECTOR, ".cited cite").text == citation
    assert complaints(browser) == []


def test_an_address_still_works_after_a_rebuild(browser: Chrome, address: str, sample_data: Path) -> None:
    """The cited words stand where they stood, in the generation after the next."""
    browser.get(f"{address}/?q=Wat+is+er+toegezegd+aan+Aartsen")
    browser.find_element(By.CSS_SELECTOR, "#passage-1 [data-key='o']").click()
    cited, place = browser.find_element(By.CSS_SELECTOR, ".cited blockquote").text, browser.current_url
    assert main(["--data", str(sample_data), "build"]) == 0
    browser.get(place)
    assert browser.find_element(By.CSS_SELECTOR, ".cited blockquote").text == cited


def test_every_letter_of_the_list_opens(browser: Chrome, address: str) -> None:
    """As a picture or as text, with its title."""
    browser.get(f"{address}/brieven")
    links = [
        (link.get_attribute("href") or "", link.text)
        for link in browser.find_elements(By.CSS_SELECTOR, ".letters .title a")
    ]
    assert len(links) >= 12
    for place, title in links:
        browser.get(place)
        assert browser.find_element(By.TAG_NAME, "h1").text == title
        assert browser.find_elements(By.CSS_SELECTOR, ".reading p")
