"""How a field of a core dataclass is kept in a column: its type, and the way in and out.

Which tables there are is in `storage.schema`. Everything is decided once per class, so that a row costs no reflection.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import IntEnum, StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import sqlalchemy as sa

from core.chats import Attachment, MediaKind, Platform
from core.richtext import RichText
from storage.moments import as_microseconds, from_microseconds

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `write` and `read` are None where the value is stored as it is. NULL passes both by."""

    name: str
    column_type: sa.types.TypeEngine[Any]
    nullable: bool
    write: Convert | None = None
    read: Convert | None = None

    def column(self, *extra: Any) -> sa.Column[Any]:
        return sa.Column(self.name, self.column_type, *extra, nullable=self.nullable)


def fields_of(kind: type) -> list[Field]:
    """The fields of a core dataclass, in its constructor's order."""
    hints = get_type_hints(kind)
    return [_field(f.name, hints[f.name]) for f in fields(kind)]


def _field(name: str, hint: Any) -> Field:
    plain, nullable = _without_none(hint)
    column_type, write, read = _kept_as(plain)
    return Field(name, column_type, nullable, write, read)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if hint is object:
        return hint, True
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    kinds = [arg for arg in get_args(hint) if arg is not type(None)]
    return (kinds[0] if len(kinds) == 1 else object), len(kinds) < len(get_args(hint))


def _kept_as(kind: Any) -> tuple[sa.types.TypeEngine[Any], Convert | None, Convert | None]:
    known = _KNOWN.get(kind)
    if known is not None:
        return known
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        # str.__str__ takes a member as well as its bare value, and gives drivers an exact str.
        return sa.Text(), str.__str__, {str(member): member for member in kind}.__getitem__
    if isinstance(kind, type) and issubclass(kind, IntEnum):
        return sa.BigInteger(), int, kind
    return sa.Text(), dump, json.loads


def dump(value: Any) -> str:
    """JSON text. Dates become their text; raises TypeError for anything else that JSON does not know."""
    return _encode(value) if value else _EMPTY.get(type(value)) or _encode(value)


def _date_text(value: object) -> str:
    if isinstance(value, date):
        return str(value)
    raise TypeError(f"{type(value).__name__} can't be kept as JSON")


_encode = json.JSONEncoder(default=_date_text, separators=(",", ":")).encode
_EMPTY: dict[type, str] = {dict: "{}", list: "[]"}


def _dump_text(text: RichText) -> str:
    return _encode(text.to_data())


def _load_text(stored: str) -> RichText:
    return RichText.from_data(json.loads(stored))


_ATTACHMENT = tuple(f.name for f in fields(Attachment))


def _dump_attachments(attachments: list[Attachment]) -> str:
    return dump([{name: getattr(a, name) for name in _ATTACHMENT} for a in attachments]) if attachments else "[]"


def _dump_attachment(attachment: Attachment) -> str:
    return _encode({name: getattr(attachment, name) for name in _ATTACHMENT})


def _load_attachment(stored: str) -> Attachment:
    return _attachment(**json.loads(stored))


def _load_attachments(stored: str) -> list[Attachment]:
    return [_attachment(**one) for one in json.loads(stored)] if stored != "[]" else []


def _attachment(kind: str, platform: str, **rest: Any) -> Attachment:
    return Attachment(MediaKind(kind), Platform(platform), **rest)


_KNOWN: dict[Any, tuple[sa.types.TypeEngine[Any], Convert | None, Convert | None]] = {
    str: (sa.Text(), None, None),
    int: (sa.BigInteger(), None, None),
    bool: (sa.Boolean(), None, bool),
    datetime: (sa.BigInteger(), as_microseconds, from_microseconds),
    date: (sa.Text(), date.isoformat, date.fromisoformat),
    RichText: (sa.Text(), _dump_text, _load_text),
    Attachment: (sa.Text(), _dump_attachment, _load_attachment),
    list[Attachment]: (sa.Text(), _dump_attachments, _load_attachments),
}
