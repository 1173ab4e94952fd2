"""What makes orders need staff, as rows; and the indexes that staff's overview and the weekly report start from."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
PARTIAL = (
    ("partners", ["unreachable_since"], "unreachable_since IS NOT NULL"),
    ("orders", ["partner_id"], "status NOT IN ('approved', 'cancelled')"),
    ("orders", ["ready_at"], "ready_at IS NOT NULL"),
    ("orders", ["delivered_at"], "delivered_at IS NOT NULL"),
    ("offers", ["answered_at"], "answered_at IS NOT NULL"),
    ("places", ["state"], "state = 'broken'"),
    ("outbox", ["created_at"], "state = 'failed'"),
)
# Promised dates of running orders join with the order's next event; everything else is known at once.
KNOWN = {
    "todos": """
        SELECT o.id, MIN(t.due_at) FROM orders AS o JOIN tasks AS t ON t.order_id = o.id AND t.epoch = o.epoch
        WHERE o.status = 'in_production' AND t.state = 'open' AND t.due_at IS NOT NULL GROUP BY o.id
    """,
    "rejected": """
        SELECT o.id, MAX(f.created_at) FROM orders AS o JOIN files AS f ON f.order_id = o.id
        WHERE f.review = 'rejected' AND f.withdrawn_at IS NULL
            AND (f.party <> 'partner' OR o.assigned_at IS NULL OR f.created_at >= o.assigned_at)
            AND o.status IN ('in_production', 'ready', 'delivered', 'feedback_received') GROUP BY o.id
    """,
    "feedback": """
        SELECT o.id, COALESCE(MAX(f.recorded_at), o.created_at)
        FROM orders AS o LEFT JOIN feedback AS f ON f.order_id = o.id
        WHERE o.status = 'feedback_received' GROUP BY o.id, o.created_at
    """,
    "closing": """
        SELECT id, feedback_until - 172800000000 FROM orders
        WHERE status = 'delivered' AND feedback_until IS NOT NULL
    """,
    "milestones": """
        SELECT o.id, MIN(d.fired_at) FROM orders AS o JOIN deadlines AS d ON d.subject = o.id AND d.epoch = o.epoch
        WHERE d.kind = 'milestones_missing' AND d.state = 'fired' AND d.fired_at IS NOT NULL
            AND o.status NOT IN ('approved', 'cancelled')
            AND NOT EXISTS (SELECT 1 FROM milestones AS m WHERE m.order_id = o.id) GROUP BY o.id
    """,
}
"""Which order is concerned, and since when (48 hours before its end for a window), as `core.handlers.concerns` says."""


def upgrade() -> None:
    op.create_table(
        "concerns",
        sa.Column("n", NUMBER, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("order_id", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_concerns_order_id"),
        sa.PrimaryKeyConstraint("n", name="pk_concerns"),
        sa.UniqueConstraint("id", name="uq_concerns_id"),
        sa.UniqueConstraint("order_id", "why", name="uq_concerns_order_id_why"),
    )
    op.create_index("ix_concerns_since", "concerns", ["since"])
    op.create_index("ix_messages_sent_at", "messages", ["sent_at"])
    for table, columns, where in PARTIAL:
        only = sa.text(where)
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns, sqlite_where=only, postgresql_where=only)
    for why, found in KNOWN.items():
        # Words of our own only.
        op.execute(
            f"WITH found (id, since) AS ({found}) INSERT INTO concerns (id, order_id, why, since)"  # noqa: S608
            f" SELECT id || '-{why}', id, '{why}', since FROM found"
        )


def downgrade() -> None:
    for table, columns, _ in PARTIAL:
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
    op.drop_index("ix_messages_sent_at", "messages")
    op.drop_table("concerns")
