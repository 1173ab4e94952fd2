"""The inbox: `core.ports.Receipts`. Both keys of an update are unique for ever (reliability.md I2).

handled     had its effect, or is having it in this transaction
set_aside   its handling raised: kept with its payload under a reference
taken_up    being handled once more: admitted once, and kept until that has been committed
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from core.ports import Receipt
from storage.fields import dump
from storage.moments import as_microseconds
from storage.schema_traffic import receipts
from storage.session import Session, Statement, given, insert_into

_NAMES = [column.name for column in receipts.columns]
# A concurrent transaction with the same key makes this one wait for its outcome, on both databases.
_KEEP = Statement(
    lambda tongue: insert_into(tongue, receipts).values({name: given(name) for name in _NAMES}).on_conflict_do_nothing()
)


def _word(value: str) -> sa.ColumnElement[Any]:
    return sa.literal_column(f"'{value}'")


_AFTER = ":after"
"""Marks the key of an update that was set aside although its effect is there: what came after the effect raised."""
_HANDLED = {"state": _word("handled"), "reference": sa.null(), "payload": sa.null(), "error": sa.null()}
_IS_TAKEN_UP = receipts.c.state == _word("taken_up")
_OWN = receipts.c.key.in_([given("own"), given("after")])
_TWIN = sa.and_(receipts.c.platform == given("platform"), receipts.c.natural_key == given("natural"))
_ADMIT_TAKEN_UP = Statement(
    lambda _: sa.update(receipts).where(receipts.c.key == given("own"), _IS_TAKEN_UP).values(_HANDLED)
)
_SET_ASIDE_AGAIN = Statement(
    lambda _: (
        sa.update(receipts)
        .where(_OWN, _IS_TAKEN_UP)
        .values(state=_word("set_aside"), at=given("now"), error=given("told"))
        .returning(receipts.c.reference)
    )
)
_KEPT = Statement(
    lambda _: sa.select(receipts.c.reference).where(receipts.c.reference.is_not(None), sa.or_(_OWN, _TWIN)).limit(1)
)
_TAKE_UP = Statement(
    lambda _: (
        sa.update(receipts)
        .where(receipts.c.reference == given("reference"))
        .values(state=_word("taken_up"))
        .returning(receipts.c.key, receipts.c.platform, receipts.c.natural_key, receipts.c.payload)
    )
)
_FINISH = Statement(
    lambda _: sa.update(receipts).where(receipts.c.reference == given("reference"), _IS_TAKEN_UP).values(_HANDLED)
)
_IS_KEPT = Statement(lambda _: sa.select(receipts.c.key).where(receipts.c.reference == given("reference")))


class SqlReceipts:
    """Which updates have had their effect."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def admit(self, receipt: Receipt, at: datetime) -> bool:
        new = self._keep(receipt, at, state="handled", reference=None, payload=None, error=None)
        return new or self._session.change(_ADMIT_TAKEN_UP, {"own": receipt.key}) == 1

    def set_aside(self, receipt: Receipt, at: datetime, reference: str, payload: dict[str, Any], error: str) -> str:
        # The error may quote what a stranger sent; databases take neither NUL nor half a surrogate pair.
        told = error.replace("\x00", "�").encode("utf-8", "replace").decode()
        more = {"state": "set_aside", "reference": reference, "payload": dump(payload), "error": told}
        if self._keep(receipt, at, **more):
            return reference
        both = {"own": receipt.key, "after": receipt.key + _AFTER}
        kept = self._session.row(_SET_ASIDE_AGAIN, {**both, "now": as_microseconds(at), "told": told})
        about = {**both, "platform": str(receipt.platform), "natural": receipt.natural_key}
        kept = kept or self._session.row(_KEPT, about)
        if kept is not None:
            return str(kept[0])
        self._keep(Receipt(receipt.key + _AFTER, receipt.platform), at, **more)
        return reference

    def take_up(self, reference: str) -> tuple[Receipt, dict[str, Any]] | None:
        row = self._session.row(_TAKE_UP, {"reference": reference})
        if row is None:
            return None
        key, platform, natural_key, payload = row
        return Receipt(key, platform, natural_key), json.loads(payload)

    def finish(self, reference: str) -> bool:
        self._session.change(_FINISH, {"reference": reference})
        return self._session.row(_IS_KEPT, {"reference": reference}) is None

    def _keep(self, receipt: Receipt, at: datetime, **more: str | None) -> bool:
        own = {"key": receipt.key, "platform": str(receipt.platform), "natural_key": receipt.natural_key}
        return self._session.change(_KEEP, {**own, "at": as_microseconds(at), **more}) == 1
