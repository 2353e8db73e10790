"""Drafts as a person writes them: collecting, typing, two tabs, a server that dies, the check, the files."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from flask import Flask
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from corpus.letter import read_letter
from qa.database import Database
from tests.browser.console import complaints
from tests.browser.keyboard import press, tab_to
from tests.data_folders import SAMPLES, build_folder
from tests.drafts_examples import BRIDGES, FERRIES, drafts_app
from web.drafts.store import DraftStore
from web.drafts.types import Draft

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLAN = "Ik zeg de Kamer toe dat ik voor de zomer een plan voor de fietsbruggen stuur."
LOST_AT_MOST = 2.0  # seconds of typing


@pytest.fixture
def address(tmp_path: Path, serving: Callable[[Flask], str]) -> str:
    """The page over two letters, with drafts."""
    return serving(drafts_app(tmp_path, BRIDGES, FERRIES, quoted=PLAN))


def the_draft(folder: Path) -> Draft:
    """The only draft, as the disk has it."""
    store = DraftStore(Database(folder))
    [head] = store.all_heads()
    return store.get(head.id)


def saved(folder: Path) -> str:
    """The text of its first section, as the disk has it."""
    return the_draft(folder).text.sections[0].answer


def begin(browser: Chrome, address: str) -> WebElement:
    """Begin a draft; the field for its text."""
    browser.get(f"{address}/concepten")
    browser.find_element(By.NAME, "titel").send_keys("Bruggen", Keys.ENTER)
    wait(browser, lambda: browser.find_elements(By.CSS_SELECTOR, "textarea.answer-text"))
    return text_field(browser)


def text_field(browser: Chrome) -> WebElement:
    """The field for the text of the first section."""
    return browser.find_element(By.CSS_SELECTOR, "textarea.answer-text")


def wait(browser: Chrome, condition: Callable[[], object], seconds: float = 10) -> None:
    """Until something holds."""
    waiting = WebDriverWait(browser, seconds, 0.1, ignored_exceptions=[StaleElementReferenceException])
    waiting.until(lambda _: condition())


def test_from_the_question_to_word_without_a_mouse(browser: Chrome, address: str, tmp_path: Path) -> None:
    """Ask, put the passage in, write, insert the quotation, check, and take the file along; keys alone."""
    browser.get(address)
    press(browser, "komt er een plan?", Keys.ENTER)
    wait(browser, lambda: browser.find_elements(By.ID, "passage-1"))
    press(browser, "j", "d")
    wait(browser, lambda: "1 bron" in browser.find_element(By.CSS_SELECTOR, ".draft-bar").text)
    browser.refresh()
    tab_to(browser, ".draft-bar .name")
    press(browser, Keys.ENTER)
    wait(browser, lambda: browser.find_elements(By.CSS_SELECTOR, "textarea.answer-text"))

    tab_to(browser, "textarea.answer-text")
    press(browser, "De minister schreef: ")
    tab_to(browser, ".source button[data-insert]")
    press(browser, Keys.ENTER)
    wait(browser, lambda: browser.switch_to.active_element == text_field(browser))
    press(browser, " Ik stuur de Kamer voor 1 juni 2030 een brief.")
    tab_to(browser, "button[value=controle]", backwards=True)
    press(browser, Keys.ENTER)

    wait(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".verdict"))
    assert "1 citaat klopt woord voor woord" in browser.find_element(By.CSS_SELECTOR, ".verdict").text
    assert "uiterlijk 31 mei 2030" in browser.find_element(By.CSS_SELECTOR, ".promises").text
    downloads = tmp_path / "downloads"
    behaviour = {"behavior": "allow", "downloadPath": str(downloads)}
    browser.execute_cdp_cmd("Page.setDownloadBehavior", behaviour)
    tab_to(browser, "a[href$='.docx']")
    press(browser, Keys.ENTER)
    wait(browser, lambda: list(downloads.glob("*.docx")))
    [file] = downloads.glob("*.docx")
    letter = read_letter(file.read_bytes(), file.name)
    assert f"De minister schreef: “{PLAN}” Ik stuur" in letter.text
    assert letter.notes_text == "Kamerstukken II 2023/24, 29398, nr. 7, p. 1"
    assert saved(tmp_path) == f"De minister schreef: “{PLAN}”[^1] Ik stuur de Kamer voor 1 juni 2030 een brief."
    assert complaints(browser) == []


def test_what_is_typed_is_saved_within_two_seconds(browser: Chrome, address: str, tmp_path: Path) -> None:
    """Also while somebody types on without a pause."""
    field = begin(browser, address)
    end = time.monotonic() + 4
    oldest = ""
    while time.monotonic() < end:
        field.send_keys("woord ")
        if time.monotonic() < end - LOST_AT_MOST:
            oldest = str(field.get_property("value"))
    assert oldest
    assert saved(tmp_path).startswith(oldest)


def test_a_reload_in_mid_sentence_loses_nothing(browser: Chrome, address: str, tmp_path: Path) -> None:
    """Whether the server had it already or the browser brings it back."""
    begin(browser, address).send_keys("Halverwege een zi")
    browser.refresh()
    assert text_field(browser).get_property("value") == "Halverwege een zi"
    wait(browser, lambda: saved(tmp_path) == "Halverwege een zi")
    text_field(browser).send_keys("n.")
    wait(browser, lambda: saved(tmp_path) == "Halverwege een zin.")
    assert not browser.find_element(By.ID, "elsewhere").is_displayed()


def test_the_second_tab_is_told_and_overwrites_nothing(browser: Chrome, address: str, tmp_path: Path) -> None:
    """Both texts are kept, whichever is taken."""
    begin(browser, address)
    place, first = browser.current_url, browser.current_window_handle
    browser.switch_to.new_window("tab")
    browser.get(place)
    second = browser.current_window_handle
    browser.switch_to.window(first)
    text_field(browser).send_keys("van het eerste")
    wait(browser, lambda: saved(tmp_path) == "van het eerste")

    browser.switch_to.window(second)
    text_field(browser).send_keys("van het tweede")
    banner = browser.find_element(By.ID, "elsewhere")
    wait(browser, banner.is_displayed)
    text_field(browser).send_keys(" en meer")
    time.sleep(2)
    assert saved(tmp_path) == "van het eerste"
    browser.refresh()
    wait(browser, lambda: browser.find_element(By.ID, "elsewhere").is_displayed())
    assert text_field(browser).get_property("value") == "van het tweede en meer"

    browser.find_element(By.CSS_SELECTOR, "button[value=mijne]").click()
    wait(browser, lambda: saved(tmp_path) == "van het tweede en meer")
    assert not browser.find_element(By.ID, "elsewhere").is_displayed()
    kept = {
        version.text.sections[0].answer for version in DraftStore(Database(tmp_path)).versions(the_draft(tmp_path).id)
    }
    assert {"van het eerste", "van het tweede en meer"} <= kept

    browser.switch_to.window(first)
    text_field(browser).send_keys("!")
    wait(browser, lambda: browser.find_element(By.ID, "elsewhere").is_displayed())
    browser.find_element(By.CSS_SELECTOR, "button[value=andere]").click()
    wait(browser, lambda: text_field(browser).get_property("value") == "van het tweede en meer")
    assert not browser.find_element(By.ID, "elsewhere").is_displayed()
    kept = {
        version.text.sections[0].answer for version in DraftStore(Database(tmp_path)).versions(the_draft(tmp_path).id)
    }
    assert "van het eerste!" in kept


def test_a_passage_put_in_from_another_tab_shows_in_the_editor(browser: Chrome, address: str, tmp_path: Path) -> None:
    """And does not get in the way of what is typed there."""
    begin(browser, address).send_keys("Tekst")
    wait(browser, lambda: saved(tmp_path) == "Tekst")
    editor = browser.current_window_handle
    browser.switch_to.new_window("tab")
    browser.get(f"{address}/?q=plan")
    browser.find_element(By.CSS_SELECTOR, "#passage-1 [data-key=d]").click()
    wait(browser, lambda: len(the_draft(tmp_path).sources) == 1)
    browser.close()
    browser.switch_to.window(editor)
    wait(browser, lambda: browser.find_elements(By.CSS_SELECTOR, ".source"))
    text_field(browser).send_keys(" verder")
    wait(browser, lambda: saved(tmp_path) == "Tekst verder")
    assert not browser.find_element(By.ID, "elsewhere").is_displayed()


def test_a_set_of_questions_has_its_passages_beside_it(browser: Chrome, address: str, tmp_path: Path) -> None:
    """They come by themselves, and one press puts the quotation in the text of that question."""
    browser.get(f"{address}/concepten/vragen")
    browser.find_element(By.NAME, "tekst").send_keys("1. Komt er een plan?\n2. Wat kost dat?")
    browser.find_element(By.CSS_SELECTOR, ".question-set button").click()
    wait(browser, lambda: browser.find_elements(By.CSS_SELECTOR, "#sectie-s2 [data-then=quotation]"))
    browser.find_element(By.CSS_SELECTOR, "#sectie-s2 [data-then=quotation]").click()
    wait(browser, lambda: the_draft(tmp_path).text.sections[1].answer == f"“{PLAN}”[^1]")
    assert browser.find_elements(By.CSS_SELECTOR, "#bron-1")


def test_without_script_a_button_saves_and_inserts(browser: Chrome, address: str, tmp_path: Path) -> None:
    """Nothing is missing but the saving by itself."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{address}/?q=plan")
    browser.find_element(By.CSS_SELECTOR, "#passage-1 [data-key=d]").click()
    wait(browser, lambda: "1 bron" in browser.find_element(By.CSS_SELECTOR, ".draft-bar").text)
    browser.find_element(By.CSS_SELECTOR, ".draft-bar .name").click()
    wait(browser, lambda: browser.find_elements(By.CSS_SELECTOR, "textarea.answer-text"))
    text_field(browser).send_keys("Zie")
    browser.find_element(By.CSS_SELECTOR, ".source [value='citaat:1']").click()
    wait(browser, lambda: text_field(browser).get_property("value") == f"Zie “{PLAN}”[^1]")
    text_field(browser).send_keys(" Klaar.")
    browser.find_element(By.CSS_SELECTOR, ".draft-tools button[value=bewaar]").click()
    wait(browser, lambda: saved(tmp_path) == f"Zie “{PLAN}”[^1] Klaar.")


def test_the_file_holds_the_last_words(browser: Chrome, address: str, tmp_path: Path) -> None:
    """What was typed a moment ago is saved before the file is made."""
    field = begin(browser, address)
    downloads = tmp_path / "downloads"
    browser.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    browser.find_element(By.CSS_SELECTOR, ".export summary").click()
    link = browser.find_element(By.CSS_SELECTOR, ".export a[href$='.txt']")
    field.send_keys("Het laatste woord")
    link.click()
    wait(browser, lambda: list(downloads.glob("*.txt")))
    [file] = downloads.glob("*.txt")
    assert "Het laatste woord" in file.read_text(encoding="utf-8")


# --------------------------------------------------------------------------------------- a server that is killed


@dataclass
class Server:
    """The real server over the sample letters, as a process that can be killed and started again."""

    data: Path
    port: int
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it serves."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-c", "import sys; from web.cli import main; sys.exit(main())"]
        arguments = ["--data", str(self.data), "serve", "--port", str(self.port)]
        log = (self.data / "server.log").open("ab")
        with log:
            self.processes.append(subprocess.Popen([*command, *arguments], stdout=log, stderr=log))
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with closing(socket.socket()) as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.1)
        raise TimeoutError((self.data / "server.log").read_text())

    def kill(self) -> None:
        """Without a chance to put anything in order."""
        process = self.processes[-1]
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.wait(10)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server over the sample letters."""
    build_folder(tmp_path, SAMPLES)
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Server(tmp_path, port)
    running.start()
    yield running
    running.kill()


def test_a_server_that_is_killed_costs_at_most_two_seconds(browser: Chrome, server: Server) -> None:
    """What is on the disk, what the browser keeps while nobody answers, and what a new page brings back."""
    field = begin(browser, server.address)
    browser.find_element(By.CSS_SELECTOR, ".draft-tools button[value=bewaar]").click()
    place = browser.current_url
    typed: list[tuple[float, str]] = []
    end = time.monotonic() + 5
    while time.monotonic() < end:
        field.send_keys("woord ")
        typed.append((time.monotonic(), str(field.get_property("value"))))
    server.kill()
    killed = time.monotonic()
    on_disk = saved(server.data)
    due = [text for moment, text in typed if moment < killed - LOST_AT_MOST]
    assert due
    assert on_disk.startswith(due[-1])

    field.send_keys("ook dit")
    everything = str(field.get_property("value"))
    status = browser.find_element(By.ID, "saved")
    wait(browser, lambda: "server antwoordt niet" in status.text)
    assert field.get_property("value") == everything
    server.start()
    wait(browser, lambda: saved(server.data) == everything, 15)
    wait(browser, lambda: status.text.startswith("Bewaard"))

    server.kill()
    field.send_keys(" en het laatste")
    wait(browser, lambda: "server antwoordt niet" in status.text)
    browser.get("about:blank")
    server.start()
    browser.get(place)
    wait(browser, lambda: text_field(browser).get_property("value") == f"{everything} en het laatste")
    wait(browser, lambda: saved(server.data) == f"{everything} en het laatste")
    assert len(DraftStore(Database(server.data)).versions(the_draft(server.data).id)) >= 1
