"""What a person does all day without a mouse: ask, narrow, look, collect; and what the browser remembers."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from corpus.letter import read_letter
from scripts.sample_data import open_app
from tests.browser.keyboard import focused, press, tab_to
from web.server import open_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_QUESTION = "startbaan statushouders gemeente"


@pytest.fixture(scope="module")
def address(sample_data: Path) -> Iterator[str]:
    """The pages over the sample letters."""
    with closing(open_server(open_app(sample_data), "127.0.0.1", 0)) as server:
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{server.port}"


def told(browser: Chrome, words: str) -> None:
    """The live region says so."""
    notice = browser.find_element(By.ID, "notice")
    WebDriverWait(browser, 5).until(lambda _: notice.text == words)


def leave(browser: Chrome) -> None:
    """Take the focus away from everything."""
    browser.execute_script("document.activeElement.blur()")


def ask(browser: Chrome, address: str, question: str = _QUESTION) -> None:
    """From the first page, where the box has the focus."""
    browser.get(address)
    press(browser, question, Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: browser.find_elements(By.ID, "passage-1"))


def test_from_the_question_to_the_word_file_with_the_keyboard_alone(
    browser: Chrome, address: str, tmp_path: Path
) -> None:
    """Ask, narrow, look at the page, collect, write, check and take the file along; no mouse used."""
    ask(browser, address)
    everything = len(browser.find_elements(By.CSS_SELECTOR, "article.passage"))
    choice = tab_to(browser, "#facet-soort + ul a")
    kind = choice.find_element(By.CSS_SELECTOR, ".name").text
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: "soort=" in browser.current_url)
    assert browser.find_element(By.CSS_SELECTOR, ".chips a").text.startswith(kind)
    about = [each.text for each in browser.find_elements(By.CSS_SELECTOR, ".passage .about")]
    assert all(kind in each for each in about)
    assert 0 < len(about) <= everything

    press(browser, "j")
    assert focused(browser).get_attribute("id") == "passage-1"
    words = focused(browser).find_element(By.TAG_NAME, "mark").text
    press(browser, "o")
    WebDriverWait(browser, 10).until(lambda _: browser.find_elements(By.CSS_SELECTOR, ".cited blockquote"))
    assert words[:40] in browser.find_element(By.CSS_SELECTOR, ".cited blockquote").text
    browser.back()

    press(browser, "j")
    words = focused(browser).find_element(By.TAG_NAME, "mark").text
    citation = focused(browser).find_element(By.CSS_SELECTOR, ".citation cite").text
    button = focused(browser).find_element(By.CSS_SELECTOR, "[data-key='d']")
    press(browser, "d")
    WebDriverWait(browser, 10).until(lambda _: button.text == "In concept")
    browser.refresh()
    tab_to(browser, ".draft-bar .name")
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: browser.find_elements(By.CSS_SELECTOR, "textarea.answer-text"))

    tab_to(browser, "textarea.answer-text")
    press(browser, "De minister schreef: ")
    tab_to(browser, ".source button[data-insert]")
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: focused(browser).tag_name == "textarea")
    press(browser, " Daar houdt het kabinet aan vast.")
    tab_to(browser, "button[value=controle]", backwards=True)
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: browser.find_elements(By.CSS_SELECTOR, ".verdict"))
    assert "woord voor woord" in browser.find_element(By.CSS_SELECTOR, ".verdict").text

    behaviour = {"behavior": "allow", "downloadPath": str(tmp_path)}
    browser.execute_cdp_cmd("Page.setDownloadBehavior", behaviour)
    tab_to(browser, "a[href$='.docx']")
    press(browser, Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: list(tmp_path.glob("*.docx")))
    [file] = tmp_path.glob("*.docx")
    letter = read_letter(file.read_bytes(), file.name)
    assert f"De minister schreef: “{words[:40]}" in letter.text
    assert letter.notes_text == citation


def test_arrows_and_letters_go_through_the_passages(browser: Chrome, address: str) -> None:
    """Down and j forwards, up and k back, and never past the ends; elsewhere arrows scroll."""
    ask(browser, address)
    leave(browser)
    for key, passage in ((Keys.ARROW_DOWN, 1), ("j", 2), (Keys.ARROW_UP, 1), ("k", 1), (Keys.ARROW_DOWN, 2)):
        press(browser, key)
        assert focused(browser).get_attribute("id") == f"passage-{passage}"
    browser.find_element(By.CSS_SELECTOR, ".filters summary").click()
    press(browser, Keys.ARROW_DOWN)
    assert focused(browser).tag_name == "summary"


def test_c_copies_the_chosen_passage(browser: Chrome, address: str) -> None:
    """Quotation and citation; the focus stays with the passage."""
    ask(browser, address)
    leave(browser)
    press(browser, "j", "j", "c")
    told(browser, "Citaat met vindplaats gekopieerd")
    chosen = browser.find_element(By.ID, "passage-2")
    assert focused(browser) == chosen
    citation = chosen.find_element(By.TAG_NAME, "cite").text
    press(browser, "/")
    assert focused(browser).get_attribute("id") == "question"
    press(browser, Keys.BACKSPACE)
    ActionChains(browser).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()
    assert str(focused(browser).get_property("value")).endswith(f"({citation})")


def test_typing_is_never_a_key(browser: Chrome, address: str) -> None:
    """Letters in the box are letters."""
    ask(browser, address)
    press(browser, "/")
    press(browser, Keys.END, " jkcdo?/")
    assert focused(browser).get_property("value") == f"{_QUESTION} jkcdo?/"
    assert not browser.find_element(By.ID, "keys").is_displayed()


def test_the_list_of_keys_opens_closes_and_turns_them_off(browser: Chrome, address: str) -> None:
    """With a question mark; the choice is remembered in this browser."""
    ask(browser, address)
    leave(browser)
    press(browser, "?")
    dialog = browser.find_element(By.ID, "keys")
    assert dialog.is_displayed()
    browser.find_element(By.ID, "keys-on").send_keys(Keys.SPACE)
    press(browser, Keys.ESCAPE)
    assert not dialog.is_displayed()
    browser.refresh()
    leave(browser)
    press(browser, "j")
    assert focused(browser).get_attribute("id") != "passage-1"
    browser.find_element(By.ID, "show-keys").click()
    browser.find_element(By.ID, "keys-on").send_keys(Keys.SPACE)
    press(browser, Keys.ESCAPE)
    leave(browser)
    press(browser, "j")
    assert focused(browser).get_attribute("id") == "passage-1"


def test_recent_questions_stay_in_the_browser_and_can_be_cleared(browser: Chrome, address: str) -> None:
    """Newest first, each once, with their filters; nothing of them is sent until one is chosen."""
    ask(browser, address)
    browser.get(f"{address}/?vraag=fietsbruggen&soort=kamerbrief")
    ask(browser, address)
    browser.get(address)
    links = browser.find_elements(By.CSS_SELECTOR, ".recent a")
    assert [link.text for link in links] == [_QUESTION, "fietsbruggen"]
    assert (links[1].get_attribute("href") or "").endswith("/?vraag=fietsbruggen&soort=kamerbrief")
    browser.find_element(By.ID, "forget").click()
    told(browser, "Recente vragen gewist")
    browser.refresh()
    assert not browser.find_element(By.ID, "recent").is_displayed()


def test_the_address_of_a_question_can_be_copied(browser: Chrome, address: str) -> None:
    """With its filters, in the names that stay."""
    browser.get(f"{address}/?q={_QUESTION.replace(' ', '+')}&kind=kamerbrief&taal=nl")
    button = browser.find_element(By.CSS_SELECTOR, ".tools button.copy")
    expected = f"{address}/?vraag={_QUESTION.replace(' ', '+')}&soort=kamerbrief"
    assert button.get_attribute("data-copy") == expected
    button.click()
    told(browser, "Link gekopieerd")


def test_an_answer_is_printed_with_its_question_and_sources(browser: Chrome, address: str) -> None:
    """And without what is only for the screen."""
    ask(browser, address)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = browser.find_element(By.TAG_NAME, "body").text
    assert _QUESTION in shown
    for cite in browser.find_elements(By.CSS_SELECTOR, ".passage cite"):
        assert cite.text in shown
    for words in ("Zoek", "Verfijn", "Kopieer citaat", "Sneltoetsen", "Begrepen als", "Bekijk"):
        assert words not in shown
