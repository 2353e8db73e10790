"""What a person does who looks after the letters: hand them in, watch them come, go back, remove one."""

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from scripts.strain.serving import Serving
from tests.browser.console import complaints
from tests.data_folders import SAMPLES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PDFS = (
    "brief-fietsenstallingen.pdf",
    "brief-plan-van-aanpak-statushouders.pdf",
    "overzicht-moties-en-toezeggingen.pdf",
)
WORD = "antwoorden-bibliotheek.docx"
ZIPPED = ("brief-laadpalen.html", "motie-blauwalg.xml")
LATER = "verslag-commissiedebat-zwemwater.txt"
IN_FORCE = "return document.querySelector('.generations > li.current')?.innerText || ''"
DROP = """
const dropped = new DataTransfer();
dropped.items.add(new File([arguments[1]], arguments[2], { type: "text/plain" }));
const event = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: dropped });
arguments[0].dispatchEvent(event);
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Serving]:
    """A server of its own, over nothing yet."""
    server = Serving(tmp_path / "data", tmp_path / "log")
    yield server
    server.stop()


@pytest.fixture
def handed(tmp_path: Path) -> list[Path]:
    """Three PDFs, a Word file, an archive and a broken file, as they lie on somebody's desk."""
    desk = tmp_path / "bureau"
    desk.mkdir()
    for name in (*PDFS, WORD, LATER):
        (desk / name).write_bytes((SAMPLES / name).read_bytes())
    with zipfile.ZipFile(desk / "map.zip", "w") as archive:
        for name in ZIPPED:
            archive.writestr(f"map/{name}", (SAMPLES / name).read_bytes())
    (desk / "kapot.pdf").write_bytes((SAMPLES / PDFS[0]).read_bytes()[:700])
    return [desk / name for name in (*PDFS, WORD, "map.zip", "kapot.pdf")]


def address(server: Serving, path: str) -> str:
    """An address of the server."""
    return f"http://127.0.0.1:{server.port}{path}"


def hand_in(browser: Chrome, server: Serving, paths: Sequence[Path]) -> None:
    """Choose files and hand them in, and wait until they are dealt with."""
    browser.get(address(server, "/brieven/toevoegen"))
    name = browser.find_element(By.NAME, "name")
    name.clear()
    name.send_keys("Ada")
    browser.find_element(By.ID, "files").send_keys("\n".join(str(path) for path in paths))
    browser.find_element(By.CSS_SELECTOR, ".hand-in button[type=submit]").click()
    wait_for_outcome(browser)


def wait_for_outcome(browser: Chrome) -> None:
    """Wait until the job on the page is done, without loading the page again."""
    WebDriverWait(browser, 120).until(lambda _: browser.find_elements(By.CSS_SELECTOR, ".job-state[data-final]"))


def said(browser: Chrome) -> str:
    """What the page says came of it."""
    return browser.find_element(By.CSS_SELECTOR, ".job-state .said").text


def ask(browser: Chrome, server: Serving, question: str) -> str:
    """Ask, and give the first passage."""
    browser.get(address(server, "/"))
    browser.find_element(By.ID, "question").send_keys(question, Keys.ENTER)
    return browser.find_element(By.ID, "passage-1").text


def quietly(browser: Chrome) -> list[str]:
    """What went wrong in the pages, but for addresses that answered with an error."""
    return [message for message in complaints(browser) if "the server responded with a status of" not in message]


def test_letters_come_are_gone_back_on_and_are_removed(browser: Chrome, server: Serving, handed: list[Path]) -> None:
    """From the first upload to the last letter removed, as somebody does it who knows nothing of commands."""
    browser.get(address(server, "/"))
    browser.find_element(By.LINK_TEXT, "Brieven toevoegen").click()
    browser.find_element(By.NAME, "name").send_keys("Ada")
    browser.find_element(By.ID, "files").send_keys("\n".join(str(path) for path in handed))
    rows = browser.find_elements(By.CSS_SELECTOR, ".chosen li")
    assert [row.text.split()[0] for row in rows] == [path.name for path in handed]
    assert browser.find_element(By.CSS_SELECTOR, ".chosen .total").text.startswith("6 bestanden gekozen, samen ")
    browser.find_element(By.CSS_SELECTOR, ".hand-in button[type=submit]").click()
    wait_for_outcome(browser)
    assert said(browser) == "Klaar: 6 brieven zijn nu doorzoekbaar, 1 bestand mislukt."
    # What happened is read out too.
    notice = browser.find_element(By.ID, "notice")
    WebDriverWait(browser, 5).until(lambda _: notice.text == said(browser))
    results = browser.find_element(By.ID, "job").text
    assert "24 maart 2023 · Kamerbrief · 2 pagina’s · 3 toezeggingen" in results
    assert "kapot.pdf\nHet bestand is beschadigd of afgebroken. Haal het bestand opnieuw op, of open het" in results

    assert "startba" in ask(browser, server, "Wat is er toegezegd aan Aartsen over startbanen?")
    assert "laadpalen" in ask(browser, server, "Wat gebeurt er met laadpalen op het platteland?").lower()

    hand_in(browser, server, [handed[0].with_name(LATER)])
    assert said(browser) == "Klaar: 1 brief is nu doorzoekbaar."
    browser.find_element(By.LINK_TEXT, "Beheer").click()
    before = browser.find_elements(By.CSS_SELECTOR, ".generations > li")[1]
    before.find_element(By.CSS_SELECTOR, ".back summary").click()
    before.find_element(By.CSS_SELECTOR, ".back button").click()
    WebDriverWait(browser, 10).until(lambda _: browser.execute_script(IN_FORCE).startswith("Generatie 1"))
    browser.get(address(server, "/brieven?zoek=zwemwater"))
    assert "Geen brief past" in browser.find_element(By.ID, "content").text

    browser.get(address(server, "/brieven?zoek=laadpalen"))
    browser.find_element(By.CSS_SELECTOR, ".letters .title a").click()
    letter = browser.current_url
    browser.find_element(By.PARTIAL_LINK_TEXT, "Definitief verwijderen").click()
    browser.find_element(By.ID, "why").send_keys("stond er dubbel")
    browser.find_element(By.CSS_SELECTOR, ".danger button").click()
    WebDriverWait(browser, 10).until(lambda _: browser.find_elements(By.CSS_SELECTOR, ".job-state"))
    # At once, and not only when the job is done.
    assert "Laadpalen op het platteland" not in server.get("/?vraag=laadpalen").text
    wait_for_outcome(browser)
    assert said(browser) == "Definitief verwijderd."
    assert browser.find_element(By.CSS_SELECTOR, ".job-state a.onward").text == "Alle brieven"
    browser.get(letter)
    gone = browser.find_element(By.ID, "content").text
    assert "Deze brief is verwijderd" in gone
    assert "door Ada. Reden: stond er dubbel" in gone
    browser.get(address(server, "/?vraag=laadpalen"))
    assert "Laadpalen op het platteland" not in browser.find_element(By.ID, "content").text
    assert quietly(browser) == []


def test_a_page_without_a_program_does_the_same(browser: Chrome, server: Serving, handed: list[Path]) -> None:
    """The form is sent as any form; the page of the job loads itself again."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    hand_in(browser, server, handed[:1])
    assert said(browser) == "Klaar: 1 brief is nu doorzoekbaar."


def test_a_file_can_be_dropped_and_left_out_again(browser: Chrome, server: Serving) -> None:
    """And what will be refused says so before it is sent."""
    browser.get(address(server, "/brieven/toevoegen"))
    drop = browser.find_element(By.CSS_SELECTOR, ".drop")
    browser.execute_script(DROP, drop, "Geachte voorzitter,\n\nEen brief over wonen.", "een.txt")
    browser.execute_script(DROP, drop, "niets", "plaatje.png")
    rows = WebDriverWait(browser, 5).until(
        lambda _: (found := browser.find_elements(By.CSS_SELECTOR, ".chosen li")) and len(found) == 2 and found
    )
    assert "geen soort bestand dat gelezen kan worden" in rows[1].text
    rows[1].find_element(By.TAG_NAME, "button").click()
    assert len(browser.find_elements(By.CSS_SELECTOR, ".chosen li")) == 1
    browser.find_element(By.NAME, "name").send_keys("Ada", Keys.ENTER)
    wait_for_outcome(browser)
    assert said(browser) == "Klaar: 1 brief is nu doorzoekbaar."


def test_a_folder_can_be_dropped(browser: Chrome, server: Serving, tmp_path: Path) -> None:
    """With the folders in it, what is hidden left out; handing nothing in is said."""
    folder = tmp_path / "post"
    (folder / "maart").mkdir(parents=True)
    for name in ("een.txt", "maart/twee.txt", ".verborgen.txt"):
        (folder / name).write_text(f"Geachte voorzitter,\n\nEen brief over {name}.")
    browser.get(address(server, "/brieven/toevoegen"))
    browser.find_element(By.NAME, "name").send_keys("Ada", Keys.ENTER)
    problem = browser.find_element(By.CSS_SELECTOR, ".hand-in .problem")
    WebDriverWait(browser, 5).until(lambda _: problem.text == "Kies ten minste één bestand.")
    place = browser.find_element(By.CSS_SELECTOR, ".drop").rect
    for step in ("dragEnter", "dragOver", "drop"):
        data = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
        at = {"x": place["x"] + 5, "y": place["y"] + 5}
        browser.execute_cdp_cmd("Input.dispatchDragEvent", {"type": step, "data": data, **at})
    rows = WebDriverWait(browser, 5).until(
        lambda _: (found := browser.find_elements(By.CSS_SELECTOR, ".chosen li")) and len(found) == 2 and found
    )
    assert {row.text.split()[0] for row in rows} == {"post/een.txt", "post/maart/twee.txt"}
    assert problem.text == ""
    browser.find_element(By.CSS_SELECTOR, ".hand-in button[type=submit]").click()
    wait_for_outcome(browser)
    assert said(browser) == "Klaar: 2 brieven zijn nu doorzoekbaar."


@pytest.mark.letters
def test_real_letters_come_in(browser: Chrome, server: Serving, letters_folder: Path, tmp_path: Path) -> None:
    """Three PDFs, a Word file, an archive of moties and a file that is cut off."""
    pdfs = sorted(letters_folder.glob("brief__*.pdf"))[:3]
    (word, *_) = sorted(letters_folder.glob("docx__*.docx"))
    with zipfile.ZipFile(letters_folder / "moties.zip") as source, zipfile.ZipFile(tmp_path / "m.zip", "w") as archive:
        for name in sorted(source.namelist())[:5]:
            archive.writestr(name, source.read(name))
    (tmp_path / "kapot.pdf").write_bytes(pdfs[0].read_bytes()[:5000])
    hand_in(browser, server, [*pdfs, word, tmp_path / "m.zip", tmp_path / "kapot.pdf"])
    assert said(browser) == "Klaar: 9 brieven zijn nu doorzoekbaar, 1 bestand mislukt."
    (title, *_) = browser.find_elements(By.CSS_SELECTOR, ".results a.title")
    words = title.text
    assert words in ask(browser, server, words)
