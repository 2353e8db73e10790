"""What a person does with the page: ask, look at the page, take the citation along."""

from collections.abc import Callable

import pytest
from flask import Flask
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from corpus.types import Format
from tests.browser.console import complaints
from tests.web_examples import CannedAnswerer, draw_pdf, make_app, make_letter, make_passage

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUOTE = "Ik zeg de Kamer toe dat er voor de zomer een plan voor de fietsbruggen komt."
PDF = draw_pdf(
    [
        [
            "Geachte voorzitter,",
            "Ik zeg de Kamer toe dat er voor de zomer een plan",
            "voor de fietsbruggen komt. Klaar.",
        ],
        ["Hoogachtend,"],
    ]
)
LETTER = make_letter(
    PDF,
    ["Geachte voorzitter,", f"{QUOTE} Klaar.", "Hoogachtend,"],
    letter_format=Format.PDF,
    page_starts=(0, 21 + len(QUOTE) + 9),
    file="brief.pdf",
)
COPIED = f"“{QUOTE}” (Kamerstukken II 2023/24, 29 398, nr. 1234)"


@pytest.fixture
def address(serving: Callable[[Flask], str]) -> str:
    """The page over one letter in PDF."""
    return serving(make_app((LETTER, PDF), answerer=CannedAnswerer([make_passage(LETTER, QUOTE)])))


def pasted(browser: Chrome) -> str:
    """What a person would paste now, by putting it into the box."""
    box = browser.find_element(By.ID, "question") if browser.find_elements(By.ID, "question") else None
    if box is None:
        browser.get(browser.current_url.split("/brief")[0])
        box = browser.find_element(By.ID, "question")
    box.clear()
    box.send_keys(Keys.CONTROL, "v")
    return str(box.get_property("value"))


def test_ask_look_at_the_page_and_copy_the_citation(browser: Chrome, address: str) -> None:
    """From the question to the marked page, and the quotation with its citation in the clipboard."""
    browser.get(address)
    browser.find_element(By.ID, "question").send_keys("komt er een plan?", Keys.ENTER)
    passage = browser.find_element(By.ID, "passage-1")
    assert passage.find_element(By.TAG_NAME, "mark").text == QUOTE

    passage.find_element(By.CSS_SELECTOR, "button.copy").click()
    notice = browser.find_element(By.ID, "notice")
    WebDriverWait(browser, 5).until(lambda _: notice.text == "Citaat met vindplaats gekopieerd")

    browser.find_element(By.LINK_TEXT, "Bekijk pagina 1").click()
    picture = browser.find_element(By.CSS_SELECTOR, ".picture img")
    WebDriverWait(browser, 5).until(lambda _: picture.get_property("naturalWidth") == 800)
    marks = browser.find_elements(By.CSS_SELECTOR, ".picture svg rect")
    assert len(marks) == 2
    for mark in marks:
        assert picture.rect["x"] < mark.rect["x"] < picture.rect["x"] + picture.rect["width"]
        assert picture.rect["y"] < mark.rect["y"] < picture.rect["y"] + picture.rect["height"]
    assert browser.find_element(By.CSS_SELECTOR, ".page-text mark").text == QUOTE
    assert pasted(browser) == COPIED
    assert complaints(browser) == []


def test_a_quotation_is_copied_from_the_answer_itself(browser: Chrome, address: str) -> None:
    """Words and citation, without going down to the passage."""
    browser.get(f"{address}/?vraag=komt+er+een+plan")
    browser.find_element(By.CSS_SELECTOR, ".answer figcaption button.copy").click()
    notice = browser.find_element(By.ID, "notice")
    WebDriverWait(browser, 5).until(lambda _: notice.text == "Citaat met vindplaats gekopieerd")
    assert pasted(browser) == COPIED


def test_the_way_from_question_to_citation_needs_no_mouse(browser: Chrome, address: str) -> None:
    """A slash reaches the box, tabs reach the button, enter copies."""
    browser.get(f"{address}/brieven")
    browser.get(f"{address}/?q=plan")
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    assert browser.switch_to.active_element.get_attribute("id") == "question"
    for _ in range(40):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        if browser.switch_to.active_element.get_attribute("data-key") == "c":
            break
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    notice = browser.find_element(By.ID, "notice")
    WebDriverWait(browser, 5).until(lambda _: notice.text == "Citaat met vindplaats gekopieerd")
    assert pasted(browser) == COPIED


def test_the_first_tab_leads_past_the_head(browser: Chrome, address: str) -> None:
    """The skip link shows when it is reached, and takes the focus to the content."""
    browser.get(f"{address}/brieven")
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    skip = browser.switch_to.active_element
    assert skip.text == "Direct naar de inhoud"
    WebDriverWait(browser, 5).until(lambda _: skip.rect["y"] >= 0)
    skip.send_keys(Keys.ENTER)
    assert browser.switch_to.active_element.get_attribute("id") == "content"


def test_without_script_everything_but_the_copy_button_is_there(browser: Chrome, address: str) -> None:
    """Question, answer, page and citation."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{address}/?q=plan")
    assert not browser.find_element(By.CSS_SELECTOR, "button.copy").is_displayed()
    assert browser.find_element(By.CSS_SELECTOR, "#passage-1 cite").text == "Kamerstukken II 2023/24, 29 398, nr. 1234"
    browser.find_element(By.LINK_TEXT, "Bekijk pagina 1").click()
    assert browser.find_element(By.CSS_SELECTOR, ".picture svg rect").is_displayed()


@pytest.mark.parametrize(
    "path", ["/", "/?q=plan", "/?q=plan&kind=motie&person=x", "/brieven", "/nergens", "letter", "cited"]
)
def test_no_page_is_wider_than_a_phone(browser: Chrome, address: str, path: str) -> None:
    """At 360 pixels nothing has to be scrolled sideways."""
    named = {"letter": f"/brief/{LETTER.id}", "cited": f"/brief/{LETTER.id}/1/21-{21 + len(QUOTE)}"}
    metrics = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(address + named.get(path, path))
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
