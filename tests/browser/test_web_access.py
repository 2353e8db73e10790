"""No page holds a barrier: not for those who do not see it, nor at any zoom, in either language, light or dark."""

import io
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.barriers import SETTINGS, Setting, barriers, in_language, look_with
from web.accounts.store import Accounts
from web.app import create_app
from web.commands.opening import open_all
from web.commands.reaching import Reach, admit
from web.commands.serving import make_services
from web.jobs import Jobs
from web.safety.audit_log import AuditLog
from web.server import open_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# What is no page: files, what programs read, and parts that a page fetches and shows.
_NO_PAGES = re.compile(
    r"static|files\.|api\.|health\.|commitments\.as_|drafts\.export|drafts\.sources|drafts\.passages|intake\.state"
)
_QUESTION = "/?vraag=Wat+is+er+toegezegd+aan+Aartsen+over+startbanen"


@dataclass(frozen=True)
class Site:
    """The running app, where it is, and the addresses of its pages by endpoint."""

    app: Flask
    address: str
    pages: Mapping[str, tuple[str, ...]]


@pytest.fixture(scope="module")
def site(sample_data: Path) -> Iterator[Site]:
    """Everything that the app can show, over the sample letters."""
    opened = open_all(sample_data)
    admission = admit(Reach(), Accounts(opened.database))
    app = create_app(make_services(opened, admission, AuditLog(sample_data), Jobs(sample_data, opened.database)))
    with closing(open_server(app, "127.0.0.1", 0)) as server:
        threading.Thread(target=server.run, daemon=True).start()
        yield Site(app, f"http://127.0.0.1:{server.port}", addresses(app))


def addresses(app: Flask) -> Mapping[str, tuple[str, ...]]:
    """The pages by endpoint, with something on each: a question asked, a draft begun, letters handed in."""
    client = app.test_client()
    answer = client.get(_QUESTION).text
    letter, cited = first(r'href="(/brief/[0-9a-f]{64})"', answer), first(r'href="(/brief/[^"]*/\d+-[^"]*)"', answer)
    entry = first(r'href="(/toezeggingen/[^"/?.]+)"', client.get("/toezeggingen?status=open").text)
    draft = begin_draft(client, answer)
    handed_in = client.post(
        "/brieven/toevoegen",
        data={"bestanden": (io.BytesIO(b"Geachte voorzitter, dit is een brief."), "brief.txt")},
        content_type="multipart/form-data",
    )
    return {
        "questions.home": (
            "/",
            _QUESTION,
            f"{_QUESTION}&soort=motie&sorteer=datum&zonder=taal",
            "/?vraag=moties+uit+2023+van+het+lid+Aartsem",
            "/?vraag=konijnen+met+de+trein",
            "/?vraag=plan&dossier=abc",
        ),
        "sayings.form": ("/eerder-gezegd",),
        "letters.all_letters": ("/brieven", "/brieven?zoek=niets-daarvan"),
        "letters.letter": (letter,),
        "letters.passage": (cited,),
        "letter_corrections.form": (f"{letter}/corrigeren",),
        "letter_corrections.all_attention": ("/brieven/aandacht",),
        "removal.ask": (f"{letter}/verwijderen",),
        "intake.form": ("/brieven/toevoegen",),
        "intake.job": (handed_in.headers["Location"],),
        "generations.overview": ("/beheer/generaties",),
        "people.everybody": ("/beheer/mensen",),
        "people.login": ("/aanmelden",),
        "commitments.all_entries": ("/toezeggingen", "/toezeggingen?persoon=Niemand"),
        "commitments.entry": (entry,),
        "corrections.all_corrections": ("/toezeggingen/correcties",),
        "official_register.form": ("/toezeggingen/officieel",),
        "drafts.all_drafts": ("/concepten",),
        "drafts.ask_for_questions": ("/concepten/vragen",),
        "drafts.edit": (draft,),
        "drafts.report": (f"{draft}/controle",),
        "drafts.versions": (f"{draft}/versies",),
        "drafts.version": (f"{draft}/versies/1",),
        "not found": ("/nergens",),
    }


def first(pattern: str, page: str) -> str:
    """What the pattern's group holds the first time, as an address."""
    found = re.search(pattern, page)
    assert found, pattern
    return found[1].replace("&amp;", "&")


def begin_draft(client: FlaskClient, answer: str) -> str:
    """The address of a draft with one source."""
    form = first(r'(?s)<form class="put"(.*?)</form>', answer)
    values = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    client.post("/concept/erin", data=values | {"terug": "/concepten"})
    return first(r'href="(/concept/[^"/]+)"', client.get("/concepten").text)


def test_every_page_is_among_those_that_are_looked_at(site: Site) -> None:
    """A new page must be added here: what can be opened is taken from the app itself."""
    shown = {
        rule.endpoint
        for rule in site.app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not _NO_PAGES.match(rule.endpoint)
    }
    assert shown - set(site.pages) == set()


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_no_page_holds_a_barrier(site: Site, one_browser: Chrome, setting: Setting) -> None:
    """In either language, light and dark, on a wide screen and on a phone, with all that opens opened."""
    look_with(one_browser, setting)
    found = []
    for page in all_pages(site):
        one_browser.get(in_language(site.address + page, setting.language))
        found += [f"{page}\n  {barrier}" for barrier in barriers(one_browser)]
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_what_was_said_before_holds_no_barrier(site: Site, one_browser: Chrome, setting: Setting) -> None:
    """The page that a form leads to."""
    look_with(one_browser, setting)
    one_browser.get(in_language(f"{site.address}/eerder-gezegd", setting.language))
    one_browser.find_element(By.ID, "text").send_keys(
        "De Kamer is toegezegd te verkennen of statushouders direct een startbaan kan worden aangeboden. Akkoord."
    )
    one_browser.find_element(By.CSS_SELECTOR, ".paste button").click()
    WebDriverWait(one_browser, 10).until(lambda chrome: chrome.find_elements(By.CSS_SELECTOR, ".said .own"))
    assert barriers(one_browser) == []
    verdicts = one_browser.find_elements(By.CSS_SELECTOR, ".said .verdict")
    assert {each.value_of_css_property("border-left-width") for each in verdicts} == {"0px"}  # no colour but the words'


def test_on_a_phone_the_text_of_a_letter_is_near(site: Site, one_browser: Chrome) -> None:
    """What it refers to stands before its text, and opens when asked for, or when somebody comes for it."""
    letter = first(r'href="(/brief/[^"]*)#related"', site.app.test_client().get(_QUESTION).text)
    look_with(one_browser, Setting("nl", "light", 380))
    for address, opened in ((letter, False), (f"{letter}#related", True)):
        one_browser.get("about:blank")
        one_browser.get(site.address + address)
        folded = one_browser.find_element(By.CSS_SELECTOR, ".related details.foldable")
        assert (folded.get_attribute("open") is not None) is opened
    look_with(one_browser, Setting("nl", "light", 1280))
    one_browser.get(site.address + letter)
    assert one_browser.find_element(By.CSS_SELECTOR, ".related details.foldable li").is_displayed()


@pytest.mark.parametrize("setting", SETTINGS, ids=str)
def test_the_list_of_keys_holds_no_barrier(site: Site, one_browser: Chrome, setting: Setting) -> None:
    """Opened over an answer."""
    look_with(one_browser, setting)
    one_browser.get(in_language(site.address + _QUESTION, setting.language))
    one_browser.find_element(By.ID, "show-keys").send_keys(Keys.ENTER)
    assert one_browser.find_element(By.ID, "keys").is_displayed()
    assert barriers(one_browser) == []


def test_no_page_is_scrolled_sideways_at_400_per_cent(site: Site, one_browser: Chrome) -> None:
    """A window of 1280 pixels at four times the size is 320 wide; letters and words grow, lines break."""
    look_with(one_browser, Setting("nl", "light", 320))
    wider = []
    for page in all_pages(site):
        one_browser.get(site.address + page)
        one_browser.execute_script("for (const each of document.querySelectorAll('details')) { each.open = true; }")
        width = one_browser.execute_script("return document.documentElement.scrollWidth")
        if width > 320:
            wider.append(f"{page}: {width}")
    assert wider == []


def test_every_page_tells_its_language_and_title(site: Site, one_browser: Chrome) -> None:
    """What a screen reader reads first; no two pages have the same title but those of one question."""
    titles = {}
    for endpoint, pages in site.pages.items():
        one_browser.get(in_language(site.address + pages[0], "en"))
        assert one_browser.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"
        titles[endpoint] = one_browser.title
    assert all(title.endswith(" – Vraagbaak") for title in titles.values())
    twice = [title for title in titles.values() if list(titles.values()).count(title) > 1]
    assert set(twice) <= {titles["letters.letter"]}


def all_pages(site: Site) -> list[str]:
    """The addresses of all pages."""
    return [page for pages in site.pages.values() for page in pages]
