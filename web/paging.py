"""Lists a page at a time."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

PER_PAGE = 50
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[_Row]):
    """One page of a list: page `page` of `pages`, counted from 1; `found` counts the rows of all pages."""

    rows: tuple[_Row, ...]
    found: int
    page: int
    pages: int


def page_of(rows: Sequence[_Row], page: int) -> Page[_Row]:
    """One page; `page` is brought within bounds."""
    pages = max(1, math.ceil(len(rows) / PER_PAGE))
    page = min(max(page, 1), pages)
    return Page(tuple(rows[(page - 1) * PER_PAGE : page * PER_PAGE]), len(rows), page, pages)
