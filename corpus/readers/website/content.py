"""The part of a web page that is the letter, and what the page says about it in its head."""

import re
from collections.abc import Iterator

from lxml import etree

from corpus.readers.markup import local_name
from corpus.readers.official_facts import vergaderjaar
from corpus.reading import Fact, FactName
from corpus.types import Furniture

NOT_SHOWN = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video map head link meta select option "
    "button input textarea datalist dialog".split()
)
_SURROUNDINGS = frozenset({"nav", "aside", "footer", "form", "menu"})
_SURROUNDING_ROLES = frozenset("navigation banner contentinfo search complementary menu menubar dialog alert".split())
_SURROUNDING_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:igation|bar)?|menu|bread-?crumbs?|cookies?|share|social|side-?bar|skip(?:-?links?)?|toolbar|"
    r"pagination|site-?footer|site-?header|print-?only-?hidden|visually-?hidden|sr-only|element-invisible|note-close|"
    r"related|feedback|download-?links?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SHARE_OF_TEXT = 0.5  # of the page's text that the narrowest part must hold to be the letter
_PARTS = ("article", "main")
_NAMES_OF_PARTS = frozenset("main main-content content maincontent main-column broodtekst article document".split())

# Classes of the official site, and what stands in them.
_CLASSES: dict[str, FactName] = {
    "dossiernummer": FactName.DOSSIER,
    "dossiertitel": FactName.DOSSIER_TITLE,
    "stuknummer": FactName.NUMBER,
    "stuktitel": FactName.DOCUMENT_TYPE,
    "kamervraagonderwerp": FactName.SUBJECT,
}
_DOSSIER = re.compile(r"\A\s*\d{2}\s?\d{3}(?:[\s-]+(?:\d{2}|[IVXLC]+|[A-J])\b)?\s*")
_NUMBER = re.compile(r"\A\s*nrs?\.?\s*(\w+)\s*", re.IGNORECASE)

_METADATA: dict[str, FactName] = {
    "identifier": FactName.IDENTIFIER,
    "documenttitel": FactName.TITLE,
    "issued": FactName.DATE,
    "dossiertitel": FactName.DOSSIER_TITLE,
    "ondernummer": FactName.NUMBER,
    "vergaderjaar": FactName.VERGADERJAAR,
    "indiener": FactName.PROPOSER,
    "dossiernummer": FactName.DOSSIER,
}
_OFFICIAL_PREFIXES = ("dc.", "dcterms.", "overheidop.", "overheid.")
_OFFICIAL_IDENTIFIER = re.compile(r"(?:kst|ah|h|kv|blg)-[\w-]+")


def is_shown(element: etree._Element) -> bool:
    """Whether a browser shows the element."""
    if local_name(element) in NOT_SHOWN or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return False
    return _HIDDEN_STYLE.search(element.get("style", "")) is None


def main_content(body: etree._Element) -> etree._Element:
    """The narrowest part of the page that is meant to be its content and holds most of its text."""
    total = text_length(body)
    best, length = body, total
    for element in body.iter():
        name = local_name(element)
        named = name in _PARTS or element.get("role") == "main" or bool(_NAMES_OF_PARTS & _names(element))
        if name and named:
            own = text_length(element)
            if own >= _SHARE_OF_TEXT * total and own <= length:
                best, length = element, own
    return best


def remove_surroundings(body: etree._Element) -> list[Furniture]:
    """Empty what a browser does not show, and menus, search boxes and the like; what was shown of it comes back."""
    furniture: list[Furniture] = []
    waiting = [body]
    while waiting:
        for element in [part for part in waiting.pop() if local_name(part)]:
            if not is_shown(element):
                element.clear(keep_tail=True)  # type: ignore[call-arg]  # the stubs are older
            elif _is_surrounding(element):
                text = " ".join(" ".join(_shown_text(element)).split())
                if text:
                    furniture.append(Furniture(None, text, "surroundings of the page"))
                element.clear(keep_tail=True)  # type: ignore[call-arg]  # the stubs are older
            else:
                waiting.append(element)
    return furniture


def text_length(element: etree._Element) -> int:
    """How many characters that are not blank the element holds."""
    return sum(len("".join(text.split())) for text in _shown_text(element))


def page_facts(root: etree._Element) -> Iterator[Fact]:
    """What the head of the page says, in the names of the official publications."""
    for element in root.iter():
        name = element.get("name", "").lower() if local_name(element) == "meta" else ""
        value = " ".join(element.get("content", "").split()) if name else ""
        fact = _METADATA.get(name.rsplit(".", 1)[-1]) if name.startswith(_OFFICIAL_PREFIXES) else None
        if fact is FactName.IDENTIFIER and not _OFFICIAL_IDENTIFIER.fullmatch(value):
            continue
        if fact is FactName.VERGADERJAAR:
            value = vergaderjaar(value)
        if fact and value:
            yield Fact(fact, value)


def content_facts(content: etree._Element) -> Iterator[Fact]:
    """What stands in the parts of an official page that are called by what stands in them."""
    for element in content.iter():
        for name in element.get("class", "").split() if local_name(element) else ():
            fact = _CLASSES.get(name)
            value = " ".join("".join(_shown_text(element)).split())
            if fact is FactName.NUMBER:
                value = _NUMBER.sub(r"\1", value)
            elif fact is FactName.DOCUMENT_TYPE:
                value = _NUMBER.sub("", value)
            elif fact is FactName.DOSSIER_TITLE:
                value = _DOSSIER.sub("", value)
            if fact and value:
                yield Fact(fact, value)


def _is_surrounding(element: etree._Element) -> bool:
    name = local_name(element)
    if name in _SURROUNDINGS or element.get("role", "") in _SURROUNDING_ROLES:
        return True
    # The head of a page is surroundings, the head of an article holds its title.
    if name == "header":
        return not any(local_name(parent) in _PARTS for parent in element.iterancestors())
    if name in {"body", "main", "article"}:
        return False
    return any(_SURROUNDING_NAMES.search(text) for text in (element.get("class", ""), element.get("id", "")))


def _names(element: etree._Element) -> set[str]:
    return {element.get("id", "").lower(), *element.get("class", "").lower().split()}


def _shown_text(element: etree._Element) -> Iterator[str]:
    for text in element.itertext():
        yield str(text)
