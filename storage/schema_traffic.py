"""The tables of what passes through: receipts, the outbox with its strands and lanes, REST answers, facts.

Instants are microseconds since 1970 UTC. A posting repeats its place's audience, so that the database itself refuses
to send a text for Cutr only where the customer reads (reliability.md I18).
"""

from __future__ import annotations

import sqlalchemy as sa

from core.outbox import Posting
from storage.fields import fields_of
from storage.schema import ROW_NUMBER, index, metadata

UNFINISHED_ONLY = "state IN ('queued', 'sending', 'unknown')"
UNFINISHED_HERE = f"outbox.{UNFINISHED_ONLY}"
"""For WHERE clauses: literal, because a parameter would hide from the planner that a partial index fits."""

receipts = sa.Table(
    "receipts", metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("platform", sa.Text, nullable=False),
    sa.Column("natural_key", sa.Text),
    sa.Column("at", sa.BigInteger, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("reference", sa.Text),
    sa.Column("payload", sa.Text),
    sa.Column("error", sa.Text),
    sa.UniqueConstraint("platform", "natural_key"),
    index("receipts", "reference", where="reference IS NOT NULL"),
)  # fmt: skip

outbox = sa.Table(
    "outbox", metadata,
    sa.Column("seq", ROW_NUMBER, primary_key=True),
    *[field.column() for field in fields_of(Posting) if field.name != "seq"],
    sa.Column("place_audience", sa.Text, nullable=False),
    sa.UniqueConstraint("id"),
    sa.ForeignKeyConstraint(
        ["place_id", "party", "place_audience"], ["places.id", "places.party", "places.audience"]
    ),
    sa.ForeignKeyConstraint(["message_id", "audience"], ["messages.id", "messages.audience"]),
    sa.CheckConstraint("NOT (audience = 'cutr_only' AND party = 'customer')", name="ck_outbox_party"),
    sa.CheckConstraint(
        "NOT (audience = 'cutr_only' AND place_audience = 'with_customer')", name="ck_outbox_audience"
    ),
    index("outbox", "strand", "priority", "position", "seq", where=UNFINISHED_ONLY),
    index("outbox", "not_before", where=UNFINISHED_ONLY),
    index("outbox", "only_newest", where="only_newest IS NOT NULL AND state = 'queued'"),
    index("outbox", "message_id", where="message_id IS NOT NULL"),
    index("outbox", "place_id", "state"),
    index("outbox", "order_id", where="state = 'failed'"), index("outbox", "created_at", where="state = 'failed'"),
)  # fmt: skip

strands = sa.Table(
    "strands", metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("lane", sa.Text, nullable=False),
    sa.Column("road", sa.Text, nullable=False),
    sa.Column("ready_at", sa.BigInteger),
    sa.Column("priority", sa.BigInteger, nullable=False),
    sa.Column("lease_until", sa.BigInteger, nullable=False),
    sa.Column("worker", sa.Text),
    sa.Column("fence", sa.BigInteger, nullable=False),
    index("strands", "priority", "ready_at", where="ready_at IS NOT NULL"),
)  # fmt: skip

lanes = sa.Table(
    "lanes", metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("tokens", sa.Double, nullable=False),
    sa.Column("refilled_at", sa.BigInteger, nullable=False),
    sa.Column("paused_until", sa.BigInteger, nullable=False),
    sa.Column("free_at", sa.BigInteger, nullable=False),
)  # fmt: skip

idempotency = sa.Table(
    "idempotency", metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("fingerprint", sa.Text, nullable=False),
    sa.Column("status", sa.BigInteger, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("at", sa.BigInteger, nullable=False),
)  # fmt: skip

meta = sa.Table(
    "meta", metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)  # fmt: skip
