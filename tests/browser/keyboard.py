"""A person who uses the keyboard alone."""

from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.remote.webelement import WebElement


def press(browser: Chrome, *keys: str) -> None:
    """Keys, wherever the focus is."""
    ActionChains(browser).send_keys(*keys).perform()


def focused(browser: Chrome) -> WebElement:
    """Where the keyboard is."""
    return browser.switch_to.active_element


def tab_to(browser: Chrome, selector: str, *, backwards: bool = False) -> WebElement:
    """Go on with the tab key until something that fits has the focus."""
    for _ in range(120):
        if backwards:
            ActionChains(browser).key_down(Keys.SHIFT).send_keys(Keys.TAB).key_up(Keys.SHIFT).perform()
        else:
            press(browser, Keys.TAB)
        if browser.execute_script("return document.activeElement.matches(arguments[0])", selector):
            return focused(browser)
    raise AssertionError(f"the tab key never reaches {selector}")
