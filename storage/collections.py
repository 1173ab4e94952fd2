"""Generic cupboards: `core.ports.Collection` over one table, and the diary, which numbers and chains what is added.

Rows become the core's own dataclasses; nothing here knows a rule about them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from core.ports import Taken
from core.timeline import Entry
from storage import schema
from storage.fields import fields_of
from storage.session import ReadingSession, Row, Session, Statement, Tongue, given, insert_into

T = TypeVar("T")


class Shape(Generic[T]):
    """How one dataclass lies in its table, with its statements. `number` is the column that tells the rows' order."""

    def __init__(
        self, kind: type[T], table: sa.Table, number: str = "n", numbered: frozenset[str] = frozenset()
    ) -> None:
        fields = fields_of(kind)
        self.kind = kind
        self.table = table
        self.names = [field.name for field in fields]
        self.columns = [table.c[name] for name in self.names]
        self.number = table.c[number]
        self._values: Callable[[T], Sequence[Any]] = attrgetter(*self.names)
        self._writers = {field.name: field.write for field in fields}
        self._write = [(at, field.write) for at, field in enumerate(fields) if field.write]
        self._read = [(at, field.read) for at, field in enumerate(fields) if field.read]
        self._finds: dict[tuple[tuple[str, int], ...], Statement] = {}
        own = [name for name in self.names if name not in numbered]
        one = sa.select(*self.columns).where(table.c.id == given("id"))
        self.get = Statement(lambda _: one)
        # NO KEY UPDATE: other transactions may go on adding rows that point here.
        self.lock = Statement(lambda _: one.with_for_update(key_share=True))
        self.add = Statement(lambda tongue: self._insert(tongue, own))
        self.remove = Statement(lambda _: sa.delete(table).where(table.c.id == given("id")))
        sets = {name: given(name) for name in own if name != "id"}
        self.save = Statement(lambda _: sa.update(table).where(table.c.id == given("the_id")).values(sets))

    def _insert(self, tongue: Tongue, names: list[str]) -> sa.ClauseElement:
        return insert_into(tongue, self.table).values({name: given(name) for name in names}).on_conflict_do_nothing()

    def params(self, item: T) -> dict[str, Any]:
        """The item's stored values by column, and its id once more for UPDATE."""
        values = list(self._values(item))
        for at, write in self._write:
            if values[at] is not None:
                values[at] = write(values[at])
        params = dict(zip(self.names, values, strict=True))
        params["the_id"] = params["id"]
        return params

    def item(self, row: Sequence[Any]) -> T:
        """The item of a row of `columns`."""
        values = list(row)
        for at, read in self._read:
            if values[at] is not None:
                values[at] = read(values[at])
        return self.kind(*values)

    def question(self, equals: dict[str, object]) -> tuple[Statement, dict[str, Any]] | None:
        """The SELECT and its parameters for `find`; None when nothing can match. KeyError for an unknown field."""
        form: list[tuple[str, int]] = []
        params: dict[str, Any] = {}
        for name, wanted in equals.items():
            write = self._writers[name] or _as_it_is
            if wanted is None:
                form.append((name, _NULL))
            elif isinstance(wanted, frozenset):
                params |= {f"{name}_{at}": write(value) for at, value in enumerate(wanted)}
                form.append((name, len(wanted)))
            else:
                params[name] = write(wanted)
                form.append((name, _ONE))
        if any(count == 0 for _, count in form):
            return None
        key = tuple(form)
        return self._finds.get(key) or self._finds.setdefault(key, self._find(key)), params

    def _find(self, form: tuple[tuple[str, int], ...]) -> Statement:
        asked = sa.select(*self.columns).where(*[self._condition(*part) for part in form]).order_by(self.number)
        return Statement(lambda _: asked)

    def _condition(self, name: str, count: int) -> sa.ColumnElement[bool]:
        column = self.table.c[name]
        if count == _NULL:
            return column.is_(None)
        if count == _ONE:
            return column == given(name)
        return column.in_([given(f"{name}_{at}") for at in range(count)])


_NULL, _ONE = -2, -1


def _as_it_is(value: Any) -> Any:
    return value


class Rows(Generic[T]):
    """`core.ports.Collection` over one table."""

    def __init__(self, session: Session, shape: Shape[T]) -> None:
        self._session = session
        self._shape = shape
        self._lock = shape.get if isinstance(session, ReadingSession) else shape.lock

    def get(self, item_id: str) -> T | None:
        return self._one(self._shape.get, item_id)

    def lock(self, item_id: str) -> T | None:
        return self._one(self._lock, item_id)

    def find(self, **equals: object) -> list[T]:
        asked = self._shape.question(equals)
        return [] if asked is None else [self._shape.item(row) for row in self._session.rows(*asked)]

    def add(self, item: T) -> T:
        if not self._session.change(self._shape.add, self._shape.params(item)):
            raise Taken
        return item

    def save(self, item: T) -> None:
        self._session.change(self._shape.save, self._shape.params(item))

    def remove(self, item_id: str) -> None:
        self._session.change(self._shape.remove, {"id": item_id})

    def _one(self, statement: Statement, item_id: str) -> T | None:
        row = self._session.row(statement, {"id": item_id})
        return None if row is None else self._shape.item(row)


class GuardedRows(Rows[T]):
    """Rows whose unique fields change in their life: `save`, too, raises `Taken` and leaves the transaction usable."""

    def save(self, item: T) -> None:
        self._session.change_or_taken(self._shape.save, self._shape.params(item))


class KnownRows(GuardedRows[T]):
    """Rows that the jobs of one transaction look at again and again: each is read once, until this changes it.

    Its table must be changed through here only, and `forget` be called before each transaction and after a rollback.
    """

    def __init__(self, session: Session, shape: Shape[T]) -> None:
        super().__init__(session, shape)
        self._known: dict[str, Row] = {}

    def get(self, item_id: str) -> T | None:
        row = self._known.get(item_id)
        return super().get(item_id) if row is None else self._shape.item(row)

    def save(self, item: T) -> None:
        super().save(item)
        self._known.clear()

    def remove(self, item_id: str) -> None:
        super().remove(item_id)
        self._known.clear()

    def forget(self) -> None:
        """Read everything anew."""
        self._known.clear()

    def _one(self, statement: Statement, item_id: str) -> T | None:
        row = self._session.row(statement, {"id": item_id})
        if row is None:
            return None
        self._known[item_id] = row
        return self._shape.item(row)


_ENTRIES = schema.entries.c
_LOCK_ORDER = Statement(
    lambda _: (
        sa.select(schema.orders.c.id).where(schema.orders.c.id == given("order_id")).with_for_update(key_share=True)
    )
)
_LAST_ENTRY = Statement(
    lambda _: (
        sa.select(_ENTRIES.seq, _ENTRIES.chain)
        .where(_ENTRIES.order_id == given("order_id"))
        .order_by(_ENTRIES.seq.desc())
        .limit(sa.literal_column("1"))
    )
)


class EntryRows(Rows[Entry]):
    """The diary: each entry gets the next number of its order and is chained to the one before (reliability.md I42)."""

    def add(self, item: Entry) -> Entry:
        asked = {"order_id": item.order_id}
        if self._session.tongue == "postgresql":
            self._session.rows(_LOCK_ORDER, asked)
        seq, chain = self._session.row(_LAST_ENTRY, asked) or (0, "")
        item.seq = seq + 1
        item.chain = item.chained_to(chain)
        return super().add(item)

    def save(self, item: Entry) -> None:
        raise TypeError(f"entry {item.seq} of {item.order_id}: entries are only ever added")

    def remove(self, item_id: str) -> None:
        raise TypeError(f"entry {item_id}: entries are only ever added")
