"""Who is asking, and what each view asks of them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from flask import g

_View = TypeVar("_View", bound=Callable[..., object])
_NEEDED = "needed_role"


class Role(IntEnum):
    """What somebody may do; each role may do all that the ones before it may."""

    READER = 1
    EDITOR = 2
    ADMINISTRATOR = 3


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes this request. `name` is "" where nobody had to log in and nobody gave a name."""

    name: str
    role: Role


LOCAL = Actor("", Role.ADMINISTRATOR)
"""Whoever sits at the machine itself, where no login is asked for."""


def allow(role: Role) -> Callable[[_View], _View]:
    """Mark a view as one for this role and those above it; a view without a mark is for readers."""

    def mark(view: _View) -> _View:
        setattr(view, _NEEDED, role)
        return view

    return mark


def needed_role(view: Callable[..., object]) -> Role:
    """The role that a view asks for."""
    role: Role = getattr(view, _NEEDED, Role.READER)
    return role


def actor() -> Actor:
    """Who makes the request that is handled."""
    found: Actor = g.get("actor", LOCAL)
    return found
