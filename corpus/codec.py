"""Frozen dataclasses to plain JSON values and back, driven by their declared types.

A dataclass becomes an object with one member per field; a field that has its default is left out, so that a file
written before a field was added can still be read. Tuples become arrays, enums their values, dates ISO text.
What does not fit its declared type raises `CodecError`: a file of another version is refused, never misread.
"""

import dataclasses
import datetime
import functools
import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, NamedTuple, TypeVar

_T = TypeVar("_T")


class CodecError(ValueError):
    """A JSON value that is not of the type asked for; says where."""


def to_json(value: object) -> Any:
    """The JSON value of a dataclass, enum, date, plain value, or a tuple, list or mapping of these."""
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    kind: Any = type(value)
    return _form(kind).write(value)


def from_json(kind: type[_T], value: object) -> _T:
    """The value of type `kind` that `to_json` made this of; raises `CodecError`."""
    key: Any = kind
    return typing.cast("_T", _form(key).read(value))


class _Form(NamedTuple):
    """How one declared type is written and read; a value of exactly the type `plain` is read as it is."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]
    plain: type | None = None


@functools.cache
def _form(kind: Any) -> _Form:
    if dataclasses.is_dataclass(kind):
        return _dataclass_form(kind)
    if typing.get_origin(kind) is not None:
        return _generic_form(kind)
    return _single_form(kind)


# -------------------------------------------------------------------------------------------------- dataclasses


def _dataclass_form(kind: Any) -> _Form:
    forms = {name: _form(hint) for name, hint in typing.get_type_hints(kind).items()}
    fields = [
        (field.name, field.default, None if forms[field.name].write is _same else forms[field.name].write)
        for field in dataclasses.fields(kind)
    ]
    readers = {field.name: forms[field.name].read for field in dataclasses.fields(kind)}
    plain = {field.name: forms[field.name].plain for field in dataclasses.fields(kind)}

    def write(value: Any) -> dict[str, Any]:
        members = {}
        for name, default, convert in fields:
            member = getattr(value, name)
            if member is default or (member == default and type(member) is type(default)):
                continue
            members[name] = member if convert is None else convert(member)
        return members

    def read(value: Any) -> Any:
        _expect(value, dict, kind.__name__)
        members = dict(value)
        for name, member in value.items():
            # Most members are plain; a generation has half a million of them, and each call for one would count.
            if plain.get(name) is not type(member):
                if name not in readers:
                    raise CodecError(f"{kind.__name__}: unknown field {name!r}")
                members[name] = readers[name](member)
        try:
            return kind(**members)
        except TypeError as missing:
            raise CodecError(f"{kind.__name__}: {missing}") from None

    return _Form(write, read)


# --------------------------------------------------------------------------- X | None, tuple[X, ...], Mapping[str, X]


def _generic_form(kind: Any) -> _Form:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return _tuple_form(_form(arguments[0]))
    if origin in (types.UnionType, typing.Union) and len(arguments) == 2 and arguments[1] is type(None):
        return _optional_form(_form(arguments[0]))
    if origin in (dict, Mapping) and arguments[0] is str:
        return _mapping_form(_form(arguments[1]))
    raise TypeError(f"no JSON form for {kind!r}")


def _tuple_form(element: _Form) -> _Form:
    def read(value: Any) -> tuple[Any, ...]:
        _expect(value, list, "tuple")
        return tuple([element.read(item) for item in value])

    if element.write is _same:
        return _Form(list, read)
    return _Form(lambda value: [element.write(item) for item in value], read)


def _optional_form(present: _Form) -> _Form:
    return _Form(
        lambda value: None if value is None else present.write(value),
        lambda value: None if value is None else present.read(value),
        present.plain,
    )


def _mapping_form(member: _Form) -> _Form:
    def read(value: Any) -> dict[str, Any]:
        _expect(value, dict, "mapping")
        return {key: member.read(item) for key, item in value.items()}

    return _Form(lambda value: {key: member.write(item) for key, item in value.items()}, read)


# ------------------------------------------------------------------------------------------------- single values


def _single_form(kind: Any) -> _Form:
    if issubclass(kind, Enum):
        return _enum_form(kind)
    if issubclass(kind, datetime.date):
        return _Form(kind.isoformat, functools.partial(_read_date, kind))
    if kind in (str, int, float, bool, type(None)):
        return _Form(_same, functools.partial(_read_plain, kind), kind)
    raise TypeError(f"no JSON form for {kind!r}")


def _enum_form(kind: type[Enum]) -> _Form:
    members = {member.value: member for member in kind}

    def read(value: Any) -> Any:
        try:
            return members[value]
        except (KeyError, TypeError):
            raise CodecError(f"{kind.__name__}: unknown value {value!r}") from None

    return _Form(lambda value: value.value, read)


def _read_date(kind: type[datetime.date], value: Any) -> datetime.date:
    try:
        return kind.fromisoformat(value)
    except (TypeError, ValueError) as wrong:
        _expect(value, str, "date")
        raise CodecError(f"date: {wrong}") from None


def _read_plain(kind: type, value: Any) -> Any:
    if type(value) is kind:
        return value
    if kind is float and type(value) is int:
        return float(value)
    raise CodecError(f"{kind.__name__} expected, not {type(value).__name__}")


def _same(value: Any) -> Any:
    return value


def _expect(value: Any, shape: type, name: str) -> None:
    if type(value) is not shape:
        raise CodecError(f"{name}: {shape.__name__} expected, not {type(value).__name__}")
