"""Logging in, in a real browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from tests.accounts_examples import PASSWORD, make_accounts
from tests.browser.console import complaints
from tests.web_examples import make_app, make_letter
from web.accounts.people import People
from web.app import create_app
from web.services import EXTENSION, Services

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def address(serving: Callable[[Flask], str], tmp_path: Path) -> str:
    """A server that asks for a login."""
    bare: Services = make_app((make_letter(), b"een brief")).extensions[EXTENSION]
    people = People(make_accounts(tmp_path), login=True)
    return serving(create_app(Services(bare.answerer, bare.library, bare.store, people=people)))


def log_in(browser: Chrome, name: str, password: str) -> None:
    """Fill in the form, without a mouse."""
    for field, typed in (("account", name), ("password", password)):
        box = browser.find_element(By.ID, field)
        box.clear()
        box.send_keys(typed)
    browser.find_element(By.ID, "password").send_keys(Keys.ENTER)


def test_log_in_work_and_log_out(browser: Chrome, address: str) -> None:
    """A wrong password is said; the right one leads to where one was going; logging out ends it."""
    browser.get(f"{address}/brieven?zoek=fiets")
    assert browser.find_element(By.TAG_NAME, "h1").text == "Aanmelden"
    log_in(browser, "administrator", "fout")
    assert "Naam of wachtwoord klopt niet." in browser.find_element(By.CSS_SELECTOR, "[role=alert]").text
    assert browser.find_element(By.ID, "account").get_property("value") == "administrator"

    log_in(browser, "administrator", PASSWORD)
    assert browser.current_url == f"{address}/brieven?zoek=fiets"
    assert browser.execute_script("return document.cookie") == ""

    browser.get(f"{address}/beheer/mensen")
    browser.find_element(By.CSS_SELECTOR, ".new [name=account]").send_keys("Zoë")
    browser.find_element(By.CSS_SELECTOR, ".new [name=wachtwoord]").send_keys(PASSWORD, Keys.ENTER)
    assert [person.text for person in browser.find_elements(By.CSS_SELECTOR, ".people .who")] == [
        "administrator",
        "editor",
        "reader",
        "Zoë",
    ]

    browser.find_element(By.CSS_SELECTOR, ".account button").click()
    browser.get(f"{address}/brieven")
    assert browser.find_element(By.TAG_NAME, "h1").text == "Aanmelden"
    refused = complaints(browser)
    assert not [message for message in refused if "Content Security Policy" in message]


def test_no_page_is_wider_than_a_phone(browser: Chrome, address: str) -> None:
    """At 360 pixels nothing has to be scrolled sideways."""
    metrics = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(f"{address}/aanmelden")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
    log_in(browser, "administrator", PASSWORD)
    browser.get(f"{address}/beheer/mensen")
    for details in browser.find_elements(By.CSS_SELECTOR, ".people summary"):
        details.click()
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360
