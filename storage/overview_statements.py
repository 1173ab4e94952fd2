"""The SQL of `storage.overview`. Every statement starts from an index over what it is after, never from all orders.

Conditions of partial indexes are written out: behind a parameter no planner sees that the index fits.
"""

from __future__ import annotations

import sqlalchemy as sa

from core.outbox_kinds import CLOSE_PLACE, MARK, REFRESH_CARD
from storage.schema import OPEN_ONLY, chats, concerns, messages, offers, orders, partners, places, tasks
from storage.schema_traffic import outbox
from storage.session import Statement, given

QUIET = (MARK, REFRESH_CARD, CLOSE_PLACE)
"""What nobody misses when it did not arrive."""

_open = sa.text(f"orders.{OPEN_ONLY}")
_o, _c, _p, _pl, _x, _m, _t = orders.c, concerns.c, partners.c, places.c, outbox.c, messages.c, tasks.c

CONCERNS = Statement(
    lambda _: (
        sa.select(_c.order_id, _c.why, _c.since)
        .where(_c.since <= given("until"))
        .order_by(_c.since)
        .limit(given("most"))
    )
)
SILENT_PARTNERS = Statement(
    lambda _: (
        sa.select(_o.id, _p.unreachable_since, _p.id)
        .select_from(partners.outerjoin(orders, sa.and_(_o.partner_id == _p.id, _open)))
        .where(_p.unreachable_since.is_not(None))
        .order_by(_p.unreachable_since)
        .limit(given("most"))
    )
)
BROKEN_PLACES = Statement(
    lambda _: (
        sa.select(_pl.order_id, _pl.party, sa.func.coalesce(_o.assigned_at, _o.created_at))
        .join_from(places, orders, _o.id == _pl.order_id)
        .where(sa.text("places.state = 'broken'"), _open)
        .limit(given("most"))
    )
)
FAILED = Statement(
    lambda _: (
        sa.select(_x.order_id, _x.created_at, _x.message_id)
        .join_from(outbox, orders, _o.id == _x.order_id)
        .where(
            sa.text("outbox.state = 'failed'"), _open, _x.created_at >= given("failed_since"),
            _x.kind.not_in([sa.literal_column(f"'{kind}'") for kind in QUIET]),
        )
        .order_by(_x.created_at)
        .limit(given("most"))
    )
)  # fmt: skip

READY = Statement(lambda _: sa.select(_o.id).where(_o.ready_at >= given("since"), _o.ready_at < given("until")))
DELIVERED = Statement(
    lambda _: sa.select(_o.id).where(_o.delivered_at >= given("since"), _o.delivered_at < given("until"))
)
ANSWERED = Statement(
    lambda _: (
        sa.select(offers.c.partner_id, offers.c.sent_at, offers.c.answered_at)
        .where(offers.c.answered_at >= given("since"), offers.c.answered_at < given("until"))
        .order_by(offers.c.answered_at)
    )
)
SAID = Statement(
    lambda _: (
        sa.select(_m.chat_id, _o.partner_id, _m.party, _m.sent_at)
        .join_from(messages, chats, chats.c.id == _m.chat_id)
        .join(orders, sa.and_(_o.id == chats.c.order_id, _o.epoch == chats.c.epoch))
        .where(
            _m.sent_at >= given("since"), _m.sent_at < given("until"), _m.state == sa.literal_column("'live'"),
            _o.partner_id.is_not(None),
        )
        .order_by(_m.sent_at.desc())
        .limit(given("most"))
    )
)  # fmt: skip
_with_todos = sa.select(_c.order_id).where(_c.why == sa.literal_column("'todos'"))
OPEN_TODOS = Statement(
    lambda _: (
        sa.select(
            _o.partner_id,
            sa.func.count(),
            sa.func.sum(sa.case((_t.due_at <= given("now"), sa.literal_column("1")), else_=sa.literal_column("0"))),
        )
        .join_from(tasks, orders, sa.and_(_t.order_id == _o.id, _t.epoch == _o.epoch))
        .where(
            _t.order_id.in_(_with_todos), _t.state == sa.literal_column("'open'"), _t.due_at.is_not(None),
            _o.partner_id.is_not(None),
        )
        .group_by(_o.partner_id)
        .order_by(_o.partner_id)
    )
)  # fmt: skip
