"""The SQL of `storage.search`. What makes an order need staff is asked in `storage.overview_statements`."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from core.orders import OPEN_STATUSES
from storage.schema import OPEN_ONLY, customers, deadlines, messages, orders, partners
from storage.schema_counts import order_counts
from storage.schema_traffic import UNFINISHED_HERE, outbox, receipts
from storage.session import Statement, given

Form = tuple[bool | None, bool, bool, bool]
"""Which conditions a question has: active, status, partner, text."""

_o, _n = orders.c, order_counts.c
_OPEN_NAMES: list[sa.ColumnElement[str]] = [sa.literal_column(f"'{status}'") for status in sorted(OPEN_STATUSES)]
_OPEN = sa.text(f"orders.{OPEN_ONLY}")


def _mentions() -> sa.ColumnElement[bool]:
    text = given("text")

    def has(column: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
        return sa.func.lower(column).like(text, escape="!")

    partner = sa.exists().where(partners.c.id == _o.partner_id, has(partners.c.name))
    customer = sa.exists().where(customers.c.id == _o.customer_id, has(customers.c.name))
    return sa.or_(has(_o.reference), has(_o.title), partner, customer)


def _conditions(form: Form) -> list[sa.ColumnExpressionArgument[bool]]:
    active, status, partner, text = form
    conditions: list[sa.ColumnExpressionArgument[bool]] = []
    if active is not None:
        conditions.append(_OPEN if active else _o.status.not_in(_OPEN_NAMES))
    conditions += [_o.status == given("status")] if status else []
    conditions += [_o.partner_id == given("partner")] if partner else []
    conditions += [_mentions()] if text else []
    return conditions


@lru_cache(maxsize=128)
def count_of(form: Form) -> Statement:
    """How many orders match; where nothing but their status matters, by the numbers that the database keeps."""
    active, status, partner, text = form
    if partner or text:
        counted = sa.select(sa.func.count()).select_from(orders).where(*_conditions(form))
        return Statement(lambda _: counted)
    names: list[sa.ColumnElement[bool]] = [_n.status == given("status")] if status else []
    if active is not None:
        names.append(_n.status.in_(_OPEN_NAMES) if active else _n.status.not_in(_OPEN_NAMES))
    summed = sa.select(sa.func.coalesce(sa.func.sum(_n.number), sa.literal_column("0"))).where(*names)
    return Statement(lambda _: summed)


@lru_cache(maxsize=128)
def first_page(form: Form) -> Statement:
    """Ids of the newest orders that match."""
    asked = _page(form)
    return Statement(lambda _: asked)


@lru_cache(maxsize=128)
def page_after(form: Form) -> Statement:
    """Ids of those that come after the one at (`after_at`, `after_n`)."""
    at, n = given("after_at"), given("after_n")
    asked = _page(form).where(sa.tuple_(_o.created_at, _o.n) < sa.tuple_(at, n))
    return Statement(lambda _: asked)


def _page(form: Form) -> sa.Select[tuple[str]]:
    newest = (_o.created_at.desc(), _o.n.desc())
    return sa.select(_o.id).where(*_conditions(form)).order_by(*newest).limit(given("most"))


CURSOR = Statement(lambda _: sa.select(_o.created_at, _o.n).where(_o.id == given("id")))

_is_open = sa.text("deadlines.state = 'open'")
_due = (
    sa.select(deadlines.c.id)
    .where(_is_open, deadlines.c.due_at <= given("now"))
    .order_by(deadlines.c.due_at, deadlines.c.n)
    .limit(given("most"))
)
DUE = Statement(lambda _: _due)
DUE_LOCKED = Statement(lambda _: _due.with_for_update(skip_locked=True))

SET_ASIDE = Statement(
    lambda _: (
        sa.select(receipts.c.reference, receipts.c.at, receipts.c.platform, receipts.c.error)
        .where(receipts.c.reference.is_not(None))
        .order_by(receipts.c.at)
    )
)

_mark = outbox.alias("mark")
_no_mark = ~sa.exists().where(_mark.c.message_id == outbox.c.message_id, _mark.c.kind == "MarkMessage")
# The customer's page shows by itself what became of their words: it carries no mark.
_of_customer = sa.exists().where(
    messages.c.id == outbox.c.message_id, messages.c.party == sa.literal_column("'customer'")
)
WAITING_WORDS = Statement(
    lambda _: (
        sa.select(outbox.c.message_id)
        .distinct()
        .where(
            sa.text(UNFINISHED_HERE),
            outbox.c.kind == "DeliverMessage",
            outbox.c.created_at <= given("since"),
            _no_mark,
            ~_of_customer,
        )
        .limit(given("most"))
    )
)

OLDEST_POSTING = Statement(lambda _: sa.select(sa.func.min(outbox.c.not_before)).where(sa.text(UNFINISHED_HERE)))
OLDEST_DEADLINE = Statement(lambda _: sa.select(sa.func.min(deadlines.c.due_at)).where(_is_open))
WAITING = Statement(lambda _: sa.select(sa.func.count()).select_from(outbox).where(sa.text(UNFINISHED_HERE)))
