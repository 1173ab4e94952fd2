"""Notices to JSON-able fields and back, so that a posting can hold one; its kind names the class."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import Any, get_args, get_type_hints

from core.notices import Notice

CLASSES: dict[str, type[Any]] = {kind.__name__: kind for kind in get_args(Notice)}


def as_data(notice: Notice) -> dict[str, object]:
    """The notice's fields with dates and instants as ISO text and tuples as lists."""
    return {field.name: _plain(getattr(notice, field.name)) for field in fields(notice)}


def from_data(kind: str, data: dict[str, object]) -> Notice:
    """The notice again. Raises `KeyError` for a class that no longer exists."""
    cls = CLASSES[kind]
    hints = get_type_hints(cls)
    notice: Notice = cls(**{f.name: _typed(hints[f.name], data.get(f.name)) for f in fields(cls)})
    return notice


def _plain(value: object) -> object:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _typed(hint: object, value: object) -> object:
    kinds = get_args(hint) or (hint,)
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, str) and datetime in kinds:
        return datetime.fromisoformat(value)
    if isinstance(value, str) and date in kinds:
        return date.fromisoformat(value)
    return value
