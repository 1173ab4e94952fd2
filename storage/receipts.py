"""The inbox: `core.ports.Receipts`. Both keys of an update are unique for ever (reliability.md I2)."""

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
_RELEASE = Statement(
    lambda _: (
        sa.delete(receipts)
        .where(receipts.c.reference == given("reference"))
        .returning(receipts.c.key, receipts.c.platform, receipts.c.natural_key, receipts.c.payload)
    )
)


class SqlReceipts:
    """Which updates have had their effect."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def admit(self, receipt: Receipt, at: datetime) -> bool:
        return self._keep(receipt, at, state="handled", reference=None, payload=None, error=None)

    def set_aside(self, receipt: Receipt, at: datetime, reference: str, payload: dict[str, Any], error: str) -> None:
        # The error may quote what a stranger sent; databases take neither NUL nor half a surrogate pair.
        told = error.replace("\x00", "�").encode("utf-8", "replace").decode()
        self._keep(receipt, at, state="set_aside", reference=reference, payload=dump(payload), error=told)

    def release(self, reference: str) -> tuple[Receipt, dict[str, Any]] | None:
        row = self._session.row(_RELEASE, {"reference": reference})
        if row is None:
            return None
        key, platform, natural_key, payload = row
        return Receipt(key, platform, natural_key), json.loads(payload)

    def _keep(self, receipt: Receipt, at: datetime, **more: str | None) -> bool:
        own = {"key": receipt.key, "platform": str(receipt.platform), "natural_key": receipt.natural_key}
        return self._session.change(_KEEP, {**own, "at": as_microseconds(at), **more}) == 1
